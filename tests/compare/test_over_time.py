"""One map at two times: what came, what went, what is answered otherwise."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from mapping.compare.over_time import Moved, over_time
from mapping.compare.over_time_words import lines, over_time_json
from mapping.compare.reading import LinkKey
from mapping.i18n import translate
from mapping.model import Actor, ActorId, SectorMap
from mapping.scenario import named
from mapping.scenario.names import accepted
from tests.compare.maps import map_of, rating, with_link, with_row, without_link

PAIR = {"pn": "core_security", "mp": "justice", "congreso": "oversight_state"}


def test_the_same_map_has_nothing_otherwise(group1: SectorMap) -> None:
    found = over_time(group1, group1, one_map=True)
    assert found.is_empty
    assert found.kept == 14


def test_each_thing_that_a_group_changed_is_in_one_list(group1: SectorMap) -> None:
    later = without_link(with_link(group1, "g1-08", practice="works"), "g1-12")
    later = rating(with_row(later, "congreso budget pn not_said"), "inp", 3)

    found = over_time(group1, later, one_map=True)

    assert found.links_came == (LinkKey("congreso", "budget", "pn"),)
    assert found.links_went == (LinkKey("mp", "referral", "tribunales"),)
    assert found.answered == (Moved(LinkKey("conadeh", "ov_independent", "pmop"), "weak", "works"),)
    assert found.rated == (Moved("inp", None, 3),)
    assert (found.actors_came, found.actors_went, found.turned, found.met) == ((), (), (), ())
    assert {one.of for one in found.named} >= {"Q3-02"}


def test_a_link_that_was_turned_is_neither_new_nor_gone() -> None:
    found = over_time(map_of(PAIR, "pn referral mp works"), map_of(PAIR, "mp referral pn weak"), one_map=True)

    assert found.turned == (LinkKey("mp", "referral", "pn"),)
    assert not found.links_came
    assert not found.links_went


def test_a_need_that_was_met_and_one_that_is_new() -> None:
    before, after = (
        map_of(PAIR, "congreso budget pn missing"),
        map_of(PAIR, "congreso budget pn weak\nmp referral pn missing"),
    )

    found = over_time(before, after, one_map=True)

    assert found.met == found.links_came == (LinkKey("congreso", "budget", "pn"),)
    assert found.needed == (LinkKey("mp", "referral", "pn"),)


def test_in_one_map_a_renamed_actor_is_the_same_one(group1: SectorMap) -> None:
    pn = replace(group1.actors[ActorId("pn")], name="Nueva Policía", names={}, catalogue=None)
    later = replace(group1, actors={**group1.actors, pn.id: pn})

    assert over_time(group1, later, one_map=True).is_empty


def test_two_workshops_are_joined_by_names_in_either_language() -> None:
    spanish = _named(("x-1", "Policía Nacional", "core_security"))
    english = _named(("x-9", "National Police", "core_security"), ("x-1", "Congreso Nacional", "oversight_state"))

    found = over_time(spanish, english, one_map=False, named=partial(accepted, named("honduras")))

    assert not found.actors_went
    assert [found.actors[id].name for id in found.actors_came] == ["Congreso Nacional"]


def _named(*actors: tuple[str, str, str]) -> SectorMap:
    return SectorMap(actors={ActorId(id): Actor(ActorId(id), name, kind) for id, name, kind in actors})


def test_what_is_sensitive_stays_out_unless_it_is_asked_for() -> None:
    actors = {"pn": "core_security", "ms13": "criminal"}
    before, after = map_of(actors), map_of(actors, "ms13 infiltration pn works")

    assert over_time(before, after, one_map=True).is_empty
    assert over_time(before, after, one_map=True, sensitive=True).links_came == (LinkKey("ms13", "infiltration", "pn"),)


@pytest.mark.parametrize("language", ["es", "en"])
def test_it_is_said_in_words_and_without_notes(group1: SectorMap, group2: SectorMap, language: str) -> None:
    noted = replace(group2, actors={id: replace(a, note="CANARIO-7F", position=-2) for id, a in group2.actors.items()})
    found = over_time(group1, noted, one_map=False)
    told = {name: [str(line) for line in rows] for name, rows in lines(found, translate(language))}

    assert {"links_came", "links_went", "turned", "answered", "rated", "actors_came", "actors_went"} <= told.keys()
    assert (len(told["answered"]), len(told["turned"])) == (2, 1)
    assert "CANARIO-7F" not in repr(found) + repr(told) + repr(over_time_json(found))
