"""How a map grew: every change in its order, as the asking seat may see it now."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from mapping.live import film
from mapping.live.hub import Hub
from mapping.store import Workshop
from tests.live.conftest import Clock, Person, Table


def film_of(person: Person, since: int = 0) -> dict[str, Any]:
    person.says({"type": "film", "from": since})
    return person.hears("film")


def shown(frames: list[dict[str, Any]]) -> tuple[set[str], set[str]]:
    """What stands at the end of these frames."""
    actors: set[str] = set()
    links: set[str] = set()
    for frame in frames:
        actors = (actors | {row["id"] for row in frame["put"]["actors"]}) - set(frame["drop"]["actors"])
        links = (links | {row["id"] for row in frame["put"]["links"]}) - set(frame["drop"]["links"])
    return actors, links


def test_gives_every_change_with_what_it_drew_and_its_words(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.adds("pn")
    a.adds("mp", "justice")
    a.links("l-1", "ov_judicial", "mp", "pn")
    a.hears("effects")
    a.sends("unlink", of="l-1")
    a.hears("effects")
    hub.snapshot(workshop.id, "Antes del café")

    told = film_of(table.facilitator())

    entries = [frame["entry"] for frame in told["frames"]]
    assert [entry["op"] for entry in entries] == ["frame", "add", "add", "link", "unlink", "snapshot"]
    assert entries[-1]["label"] == "Antes del café"
    assert entries[3]["parts"][0]["verb"] == "added"
    assert shown(told["frames"][:4]) == ({"pn", "mp"}, {"l-1"})
    assert shown(told["frames"]) == ({"pn", "mp"}, set())
    assert told["more"] is False


def test_comes_in_portions_that_go_on_where_the_last_ended(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film, "FRAMES", 3)
    a = table.participant()
    for n in range(5):
        a.adds(f"x-{n}", "community")

    first = film_of(a)
    assert (first["more"], first["to"], len(first["frames"])) == (True, 3, 3)
    assert "hesitations" not in first
    second = film_of(a, first["to"])

    assert second["more"] is False
    assert shown([*first["frames"], *second["frames"]])[0] == {f"x-{n}" for n in range(5)}


def test_has_nothing_of_what_is_closed_now_whenever_it_was_drawn(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.open_sensitive(workshop.id)
    a = table.participant()
    a.adds("mara", "armed_nonstate")
    a.adds("pn")
    a.links("l-threat", "threat", "mara", "pn", evidence="A", confidence=3)
    a.hears("effects")
    a.adds("mp", "justice")
    a.links("l-turned", "cooperation", "mp", "pn")
    a.hears("effects")
    a.sends("set", of="l-turned", values={"kind": "collusion"})
    a.hears("effects")
    a.sends("unlink", of="l-threat")
    a.hears("effects")
    open_ = film_of(a)
    assert "l-threat" in json.dumps(open_)
    hub.close_sensitive(workshop.id)
    a.hears("snapshot")

    told = film_of(a)

    assert shown(told["frames"]) == ({"mara", "pn", "mp"}, set())
    words = re.findall(r"[\w-]+", json.dumps(told))
    assert not {"l-threat", "l-turned", "threat", "collusion"} & set(words)


def test_is_refused_to_who_only_looks_and_to_everybody_under_the_cover(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    looks = table.enters(table.seat_of("observer"), workshop.group("1").map_id)
    looks.says({"type": "film", "from": 0})
    assert looks.hears("refused")["reason"] == "not_allowed"

    a = table.participant()
    hub.hide(workshop.id)
    a.hears("day")
    a.says({"type": "film", "from": 0})
    assert a.hears("refused")["reason"] == "covered"


def test_says_what_was_added_and_removed_again(table: Table, clock: Clock) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")
    a.adds("conadeh", "oversight_state")
    for n, (person, practice) in enumerate(((a, "works"), (b, "weak"))):
        person.seq = max(a.seq, b.seq)
        person.links(f"l-{n}", "ov_independent", "conadeh", "pn", practice=practice)
        person.hears("effects")
        if n == 0:
            clock.now += 5
            a.sends("unlink", of="l-0")
            a.hears("effects")
    a.links("l-slip", "referral", "pn", "conadeh")
    a.hears("effects")
    a.sends("unlink", of="l-slip")
    a.hears("effects")
    a.adds("x-1", "community")
    clock.now += 300
    a.sends("remove", of="x-1")
    a.hears("effects")

    found = film_of(a)["hesitations"]

    assert [(h["added"], h["removed"], h["there"]) for h in found] == [(2, 1, True), (1, 1, False)]
    assert found[0]["link"]["kind"] == "ov_independent"
    assert found[1]["actor"]["id"] == "x-1"
