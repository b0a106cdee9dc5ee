"""Who is here and what they have in hand: as far as the others may know, and not more often than they can look."""

from __future__ import annotations

from itertools import pairwise
from threading import Event
from time import monotonic
from typing import Any

import pytest

from mapping.live import presence
from mapping.live.hub import Hub
from mapping.live.member import Member
from mapping.live.outbox import Outbox
from mapping.live.presence import Pace, Presence
from mapping.live.room import Room
from mapping.store import Seat, SeatId, Workshop
from tests.live.conftest import Person, Table


def told(person: Person, editing: str | None) -> list[dict[str, Any]]:
    """The rows of who is here, as soon as the first one has this in hand."""
    while (rows := person.hears("people")["people"])[0]["editing"] != editing:
        pass
    return list(rows)


def test_says_which_field_of_what_somebody_has_in_hand(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")

    a.says({"type": "select", "id": "pn", "property": "influence"})
    rows = told(b, "influence")
    assert [(r["number"], r["selected"], r["editing"]) for r in rows] == [(1, "pn", "influence"), (2, None, None)]
    a.says({"type": "select", "id": "pn"})

    assert told(b, None)[0]["selected"] == "pn"


@pytest.mark.parametrize("name", ["boss", 7, "", ["influence"]])
def test_takes_no_field_that_there_is_none_of(table: Table, name: object) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")
    b.hears("effects")

    a.says({"type": "select", "id": "pn", "property": name})

    assert a.hears("refused")["reason"] == "bad_value"
    assert b.is_quiet()


def test_keeps_it_from_a_projector(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.adds("pn", position=1)
    hub.project(workshop.id, "map:1")
    p = table.enters(table.seat_of("projector"), workshop.group("1").map_id)

    a.says({"type": "select", "id": "pn", "property": "position"})

    while (row := p.hears("people")["people"][0])["selected"] is None:
        pass
    assert (row["selected"], row["editing"]) == ("pn", None)
    assert '"editing":"position"' not in p.all_heard()


def test_keeps_the_field_of_a_closed_link(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.open_sensitive(workshop.id)
    a, b = table.participant(), table.participant()
    a.adds("pn")
    a.adds("iglesia", "religious")
    a.links("k-1", "collusion", "pn", "iglesia")
    a.says({"type": "select", "id": "k-1", "property": "note"})
    told(b, "note")

    hub.close_sensitive(workshop.id)

    c = table.participant()
    assert (c.welcome["people"][0]["selected"], c.welcome["people"][0]["editing"]) == (None, None)


def test_forgets_the_field_with_who_leaves(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")
    a.says({"type": "select", "id": "pn", "property": "note"})
    told(b, "note")

    a.leaves()

    while len(rows := b.hears("people")["people"]) > 1:
        pass
    assert [r["editing"] for r in rows] == [None]


def test_tells_at_once_and_then_only_so_often() -> None:
    times: list[float] = []
    second = Event()

    def tell() -> None:
        times.append(monotonic())
        if len(times) == 2:
            second.set()

    pace = Pace(tell, pause=0.05)
    pace.soon()
    assert len(times) == 1  # nobody waits for the first
    for _ in range(1_000):
        pace.soon()

    assert second.wait(10)
    pace.close()
    assert min(b - a for a, b in pairwise(times)) >= 0.049


def test_tells_the_last_of_what_was_asked_for() -> None:
    said, seen, done = {"n": 0}, [], Event()

    def tell() -> None:
        seen.append(said["n"])
        if said["n"] == 500:
            done.set()

    pace = Pace(tell, pause=0.02)
    for n in range(1, 501):
        said["n"] = n
        pace.soon()

    assert done.wait(10)
    assert len(seen) < 100
    pace.close()


def test_tells_nobody_after_the_end() -> None:
    seen: list[int] = []
    pace = Pace(lambda: seen.append(1), pause=60)
    pace.soon()
    pace.soon()  # waits a minute

    pace.close()
    pace.soon()

    assert seen == [1]


class Box(Outbox):
    """An outbox that counts instead of sending."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.is_closed = False

    def put(self, text: str) -> None:
        self.texts.append(text)


def test_a_hundred_screens_hear_of_each_other_five_times_a_second(hub: Hub, workshop: Workshop) -> None:
    assert presence.PAUSE < 0.2  # as the other tests have it
    room = Room(hub.store, workshop, workshop.group("1").map_id, "b-1", lambda _: {}, hub.clock)
    room.presence = Presence(room, pause=0.2)
    here = [
        Member(Seat(SeatId(f"s-{n}"), workshop.id, "participant", "1", f"p-{n}", n, 1), Box(), 0.0)
        for n in range(1, 101)
    ]
    began = monotonic()
    for member in here:
        room.join(member, 0)

    for n in range(2_000):  # everybody goes from field to field
        room.presence.select(here[n % 100], "pn", ("name", "note", "level")[n % 3])
    took = monotonic() - began
    room.close()

    told = [sum('"type":"people"' in text for text in member.outbox.texts) for member in here]  # type: ignore[attr-defined]
    assert max(told) <= took / 0.2 + 2
    assert told[0] >= 1
