"""A table saves its own map as a file: all that it may see, nothing that is closed, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest

from mapping.changes import Change
from mapping.codec import FILE_BYTES
from mapping.imports import read
from mapping.live import own_file
from mapping.live.hub import Hub
from mapping.live.own_file import tells_sensitive
from mapping.store import Plan, Workshop
from tests.live.conftest import Clock, Person, Table

SECRET = "CANARIO-7F"


def saved(table: Table, person: Person | dict[str, Any]) -> Any:
    seat = person.seat if isinstance(person, Person) else person
    return table.client.get("/own-map", params={"seat": seat["seat"]})


def drawn(table: Table) -> Person:
    person = table.participant()
    person.adds("pn", note="patrulla")
    person.adds("mp", "justice")
    person.links("x-1", "cooperation", "pn", "mp")
    person.hears("effects")
    return person


def draws_in_the_open_layer(hub: Hub, workshop: Workshop, person: Person, *, cut: bool = False) -> None:
    hub.open_sensitive(workshop.id)
    person.hears("snapshot")
    person.adds("x-banda", "criminal")
    person.links("x-2", "cooperation", "x-banda", "pn", note=SECRET)  # harmless by its kind, not by its end
    person.hears("effects")
    if cut:
        person.sends("unlink", of="x-2")
        person.hears("effects")


def test_gives_the_map_with_its_history(table: Table, workshop: Workshop, hub: Hub) -> None:
    person = drawn(table)

    answer = saved(table, person)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="group-1-INTERNAL.json"'
    assert answer.headers["Cache-Control"] == "no-store"
    found = read(answer.content, "group-1-INTERNAL.json").file
    state = hub.store.maps.state(workshop.group("1").map_id)
    assert (found.map, len(found.history)) == (state.map, state.seq)


@pytest.mark.parametrize("cut", [False, True])
def test_leaves_out_what_is_closed_and_any_past_that_would_tell_it(
    table: Table, workshop: Workshop, hub: Hub, cut: bool
) -> None:
    person = drawn(table)
    draws_in_the_open_layer(hub, workshop, person, cut=cut)
    opened = saved(table, person)
    hub.close_sensitive(workshop.id)

    closed = saved(table, person)

    assert SECRET in opened.text
    assert SECRET not in closed.text
    found = read(closed.content).file
    assert (set(found.map.links), found.history) == ({"x-1"}, ())
    assert {"pn", "mp", "x-banda"} == set(found.map.actors)


A, B = ({"id": id, "name": id, "kind": "justice"} for id in ("a", "b"))
GANG = {"id": "g", "name": "g", "kind": "criminal"}
TIE = {"id": "k", "kind": "cooperation", "source": "a", "target": "b"}


@pytest.mark.parametrize(
    ("told", "past"),
    [
        (False, [("add", {"actor": A}), ("add", {"actor": B}), ("link", {"link": TIE}), ("add", {"actor": GANG})]),
        (True, [("link", {"link": TIE | {"kind": "collusion"}}), ("unlink", {"of": "k"})]),
        (True, [("link", {"link": TIE}), ("set", {"of": "k", "values": {"kind": "collusion"}})]),
        (True, [("link", {"link": TIE | {"target": "g"}}), ("add", {"actor": GANG})]),
        (True, [("link", {"link": TIE}), ("set", {"of": "b", "values": {"kind": "criminal"}})]),
        (True, [("link", {"link": TIE}), ("redact", {"of": "b", "property": "kind", "value": "criminal"})]),
        (True, [("add", {"actor": GANG}), ("link", {"link": TIE}), ("merge", {"keep": "g", "drop": "b"})]),
        (True, [("batch", {"changes": [{"op": "link", "link": TIE | {"kind": "collusion"}}]})]),
    ],
)  # fmt: skip
def test_a_past_tells_what_was_sensitive_if_only_for_a_while(told: bool, past: list[tuple[str, Any]]) -> None:
    changes = [Change(f"c-{n}", "p-1", n, op, body) for n, (op, body) in enumerate(past)]

    assert tells_sensitive(changes) is told


def test_is_refused_while_the_screens_are_covered(table: Table, workshop: Workshop, hub: Hub) -> None:
    person = drawn(table)
    hub.hide(workshop.id)

    answer = saved(table, person)

    assert (answer.status_code, answer.json()) == (403, {"error": "covered"})
    hub.hide(workshop.id, False)
    assert saved(table, person).status_code == 200


@pytest.mark.parametrize("role", ["facilitator", "projector", "observer"])
def test_is_for_those_who_sit_at_a_table(table: Table, role: str) -> None:
    assert saved(table, table.seat_of(role)).json() == {"error": "not_allowed"}


def test_needs_the_seats_own_cookie(table: Table) -> None:
    person = drawn(table)
    table.client.cookies.clear()

    assert saved(table, person).status_code == 401


def test_is_ones_own_map_while_each_draws_alone(table: Table, workshop: Workshop, hub: Hub) -> None:
    drawn(table)
    hub.alone(workshop.id)
    one, other = table.seat("1"), table.seat("1")
    table.enters(one, hub.map_of(hub.store.seats.read(one["seat"]))[0]).adds("x-propio", note=SECRET)

    assert SECRET in saved(table, one).text
    assert SECRET not in saved(table, other).text


def test_a_map_without_a_workshop_is_saved_too(table: Table, hub: Hub) -> None:
    workshop, ticket = hub.solo(Plan())
    seat = table.client.post("/join", json={"ticket": ticket}).json()

    answer = saved(table, seat)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="map-INTERNAL.json"'
    assert read(answer.content).file.map == hub.store.maps.state(workshop.groups[0].map_id).map


def test_goes_without_its_history_where_no_reader_would_take_it(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    person = drawn(table)
    whole = len(saved(table, person).content)
    assert whole < FILE_BYTES
    monkeypatch.setattr(own_file, "FILE_BYTES", whole - 1)

    found = read(saved(table, person).content).file

    assert (len(found.map.links), found.history) == (1, ())


def test_is_not_made_again_and_again(table: Table, clock: Clock) -> None:
    """A script in one browser would keep the laptop busy on which all others draw."""
    greedy, other = drawn(table), table.participant()

    answers = [saved(table, greedy).status_code for _ in range(14)]

    assert answers == [200] * 12 + [429] * 2
    assert saved(table, other).status_code == 200
    clock.now += 61
    assert saved(table, greedy).status_code == 200
