"""A silent round: each on a map of its own, then together, and nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mapping.live.hub import Hub
from mapping.scenario import named
from mapping.store import Workshop, open_store
from tests.live.conftest import PLAN, Clock, Person, Table

STEPS = named("honduras").exercise("3").steps


def alone(table: Table, hub: Hub, seat: dict[str, Any]) -> Person:
    """Somebody who goes to the map that is hers now."""
    return table.enters(seat, hub.map_of(hub.store.seats.read(seat["seat"]))[0])


def together(hub: Hub, workshop: Workshop, group: str = "1") -> Any:
    return hub.store.maps.state(workshop.group(group).map_id).map


def test_gives_each_a_map_that_nobody_else_hears_of(table: Table, workshop: Workshop, hub: Hub) -> None:
    seats = [table.seat("1"), table.seat("1")]
    waiting = table.enters(seats[0])
    hub.alone(workshop.id)

    assert waiting.hears("day")["day"]["alone"] is True
    ana, bea = (alone(table, hub, seat) for seat in seats)
    ana.adds("pn")
    assert bea.is_quiet()
    assert waiting.is_quiet()
    assert together(hub, workshop).actors == {}
    assert hub.present(workshop.group("1").map_id) == 2
    assert hub.present(workshop.group("2").map_id) == 0


def test_puts_what_all_drew_on_the_groups_map_once(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.alone(workshop.id)
    ana, bea = (alone(table, hub, table.seat("1")) for _ in range(2))
    other = alone(table, hub, table.seat("2"))
    for person, practice in ((ana, "works"), (bea, "weak")):
        person.adds("pn")
        person.adds("conadeh", "oversight_state")
        person.links(f"l-{practice}", "ov_independent", "conadeh", "pn", practice=practice)
        person.hears("effects")
    bea.adds("mp", "justice")
    other.adds("congreso", "oversight_state")
    group = table.facilitator("1")

    hub.alone(workshop.id, False)

    effects = group.hears("effects")
    assert (effects["op"], effects["label"]) == ("batch", "merged")
    map = together(hub, workshop)
    assert set(map.actors) == {"pn", "conadeh", "mp"}
    assert [link.practice for link in map.links.values()] == ["not_said"]
    assert set(together(hub, workshop, "2").actors) == {"congreso"}
    assert ana.hears("day")["day"]["alone"] is False


def test_takes_nothing_on_the_map_that_is_not_drawn_on_now(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat("1")
    group = table.enters(seat)
    hub.alone(workshop.id)
    late = group.sends("add", actor={"id": "ffaa", "name": "FFAA", "kind": "core_security"})
    refused = group.hears("refused")
    assert (refused["change"], refused["reason"]) == (late, "apart")

    own = alone(table, hub, seat)
    own.adds("pn")
    hub.alone(workshop.id, False)
    later = own.sends("add", actor={"id": "mp", "name": "MP", "kind": "justice"})
    refused = own.hears("refused")
    assert (refused["change"], refused["reason"]) == (later, "apart")
    own.says({"type": "undo", "id": "c-undo", "of": None})
    assert own.hears("refused")["reason"] == "apart"

    sent_again = alone(table, hub, seat)
    sent_again.sends("add", id=later, actor={"id": "mp", "name": "MP", "kind": "justice"})
    sent_again.hears("effects")
    assert set(together(hub, workshop).actors) == {"pn", "mp"}


def test_leaves_the_facilitator_the_groups_map(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.alone(workshop.id)
    facilitator = table.facilitator("1")

    facilitator.adds("pn")

    assert set(together(hub, workshop).actors) == {"pn"}


def test_begins_with_the_groups_actors_but_not_with_what_it_thinks(table: Table, workshop: Workshop, hub: Hub) -> None:
    group = table.participant("1")
    group.adds("pn", influence=4, x=10, y=20)
    group.adds("mp", "justice")
    group.links("l-1", "ov_judicial", "mp", "pn")
    group.hears("effects")

    hub.alone(workshop.id)
    own = alone(table, hub, table.seat("1"))

    snapshot = own.welcome["snapshot"]
    assert [(a["id"], a.get("influence"), a.get("x")) for a in snapshot["actors"]] == [
        ("pn", None, 10),
        ("mp", None, None),
    ]
    assert snapshot["links"] == []


def test_gives_who_comes_late_or_again_the_map_that_is_theirs(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.alone(workshop.id)
    late = table.seat("1")
    first = alone(table, hub, late)
    first.adds("pn")
    first.leaves()

    again = alone(table, hub, late)

    assert [a["id"] for a in again.welcome["snapshot"]["actors"]] == ["pn"]
    assert again.welcome["day"]["alone"] is True


def test_is_begun_and_ended_by_a_step_that_says_so(tmp_path: Path, clock: Clock) -> None:
    steps = (STEPS[0], replace(STEPS[1], alone=True), STEPS[2])
    hub = Hub(open_store(f"sqlite:///{tmp_path}/steps.db"), secret="s", clock=clock, steps=lambda _: steps)
    workshop = hub.store.workshops.open(PLAN, "los once puentes", now=clock())
    try:
        assert [hub.advance(workshop.id, n).day.alone for n in (0, 1, 2)] == [False, True, False]
        hub.alone(workshop.id)
        assert hub.advance(workshop.id, 0).day.alone is True  # begun by hand: the facilitator ends it
        assert hub.alone(workshop.id, False).day.alone is False
    finally:
        hub.close()


def test_can_be_taken_back_and_done_again(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat("1")
    hub.alone(workshop.id)
    own = alone(table, hub, seat)
    own.adds("pn")
    hub.alone(workshop.id, False)
    assert set(together(hub, workshop).actors) == {"pn"}

    assert hub.apart(workshop.id).day.alone is True

    assert together(hub, workshop).actors == {}
    assert [a["id"] for a in alone(table, hub, seat).welcome["snapshot"]["actors"]] == ["pn"]
    hub.alone(workshop.id, False)
    assert set(together(hub, workshop).actors) == {"pn"}


def test_keeps_what_somebody_has_built_on_a_merging_that_is_taken_back(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    seat = table.seat("1")
    hub.alone(workshop.id)
    own = alone(table, hub, seat)
    own.adds("pn")
    own.adds("ffaa")
    hub.alone(workshop.id, False)
    group = table.enters(seat)
    group.sends("set", of="pn", values={"influence": 3})
    group.hears("effects")

    hub.apart(workshop.id)

    assert set(together(hub, workshop).actors) == {"pn"}


def test_merges_while_drawing_is_paused_and_leaves_the_pause(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.alone(workshop.id)
    alone(table, hub, table.seat("1")).adds("pn")
    hub.pause(workshop.id)

    hub.alone(workshop.id, False)

    state = hub.store.maps.state(workshop.group("1").map_id)
    assert (set(state.map.actors), state.frozen) == ({"pn"}, True)


def test_goes_on_after_the_server_stopped_before_the_merging(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat("1")
    hub.alone(workshop.id)
    alone(table, hub, seat).adds("pn")
    day = hub.store.workshops.read(workshop.id).day
    hub.store.workshops.set_day(workshop.id, replace(day, alone=False))  # as far as it came

    map_id, own = hub.map_of(hub.store.seats.read(seat["seat"]))

    assert map_id == workshop.group("1").map_id
    assert own == hub.store.solos.of(workshop.id, "1")[0].map_id
    assert set(together(hub, workshop).actors) == {"pn"}


def of_both(table: Table, hub: Hub, workshop: Workshop) -> tuple[Person, Person]:
    """Two screens of a group whose people called one actor by two names."""
    seats = [table.seat("1") for _ in range(2)]
    hub.alone(workshop.id)
    for seat, id, name in zip(seats, ("x-1", "x-2"), ("Junta de agua local", "Juntas de agua local"), strict=True):
        own = alone(table, hub, seat)
        own.adds("pn")
        own.sends("add", actor={"id": id, "name": name, "kind": "community"})
        own.hears("effects")
        own.links(f"l-{id}", "influence", id, "pn")
        own.hears("effects")
    hub.alone(workshop.id, False)
    return table.enters(seats[0]), table.enters(seats[1])


def test_offers_what_may_be_one_and_joins_it_where_the_table_says_so(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    ana, bea = of_both(table, hub, workshop)
    ana.says({"type": "doubles"})
    (pair,) = ana.hears("doubles")["pairs"]
    assert {pair["left"], pair["right"]} == {"x-1", "x-2"}

    ana.says({"type": "same", "id": "c-same", "keep": "x-1", "drop": "x-2"})

    effects = bea.hears("effects")
    assert (effects["change"], effects["label"], effects["drop"]["actors"]) == ("c-same", "same", ["x-2"])
    assert [(k.source, k.target) for k in together(hub, workshop).links.values()] == [("x-1", "pn")]
    ana.says({"type": "doubles"})
    assert ana.hears("doubles")["pairs"] == []

    ana.says({"type": "undo", "id": "c-undo", "of": "c-same"})
    bea.hears("effects")
    assert set(together(hub, workshop).actors) == {"pn", "x-1", "x-2"}
    assert len(together(hub, workshop).links) == 2
    bea.says({"type": "same", "id": "c-gone", "keep": "x-1", "drop": "x-9"})
    assert bea.hears("refused")["reason"] == "gone"


def test_does_not_ask_again_what_the_table_told_apart(table: Table, workshop: Workshop, hub: Hub) -> None:
    ana, bea = of_both(table, hub, workshop)

    ana.says({"type": "different", "left": "x-2", "right": "x-1"})

    assert bea.hears("doubles")["pairs"] == []
    bea.says({"type": "doubles"})
    assert bea.hears("doubles")["pairs"] == []


@pytest.mark.parametrize(("left", "right"), [("x-1", "x-9"), ("x-1", "x-1")])
def test_keeps_nothing_of_who_is_not_there(table: Table, workshop: Workshop, hub: Hub, left: str, right: str) -> None:
    """A script would fill the workshop's file with it, until no other computer takes it in."""
    ana, _ = of_both(table, hub, workshop)

    ana.says({"type": "different", "left": left, "right": right})

    assert ana.hears("refused")["reason"] == "gone"
    assert hub.store.workshops.voices(workshop.id, "double") == ()


def test_asks_nothing_on_a_map_that_took_nothing_in(table: Table, workshop: Workshop) -> None:
    ana = table.participant("1")
    for id in ("x-1", "x-2"):
        ana.sends("add", actor={"id": id, "name": "Patronato", "kind": "community"})
        ana.hears("effects")

    ana.says({"type": "doubles"})

    assert ana.hears("doubles")["pairs"] == []


def test_begins_a_second_round_on_new_maps(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat("1")
    hub.alone(workshop.id)
    alone(table, hub, seat).adds("pn")
    hub.alone(workshop.id, False)
    group = table.enters(seat)
    group.sends("remove", of="pn")
    group.hears("effects")

    hub.alone(workshop.id)
    assert alone(table, hub, seat).welcome["snapshot"]["actors"] == []
    hub.alone(workshop.id, False)

    assert together(hub, workshop).actors == {}  # what the group took out since stays out


@pytest.mark.parametrize("ended", [False, True])
def test_goes_with_the_workshop(table: Table, workshop: Workshop, hub: Hub, ended: bool) -> None:
    hub.alone(workshop.id)
    own = alone(table, hub, table.seat("1"))
    own.adds("x-1", "community", note="CANARIO")
    if ended:
        hub.alone(workshop.id, False)

    remains = hub.end(workshop.id)

    assert set(remains.rows.values()) == {0}
    assert remains.files_clean
    assert own.closed() == 4410
