"""An observer sees what may be shared of every group, and can do nothing at all over the socket."""

from __future__ import annotations

from typing import Any

import pytest

from mapping.live.hub import Hub
from mapping.live.requests import REQUESTS
from mapping.store import Word, Workshop
from tests.live.conftest import Person, Table

CANARY = "CANARIO-7F"
ACTOR = {"id": "x-1", "name": "Patronato", "kind": "community"}
# every message that a client may send, as one that draws would send it; `select` and `role` are below
MESSAGES: dict[str, dict[str, Any]] = {
    "change": {"change": {"v": 1, "id": "c-1", "base": 9, "op": "add", "actor": ACTOR}},
    "undo": {"id": "c-u"}, "open": {"on": True}, "past": {"before": None}, "moment": {"seq": 1}, "film": {"from": 0},
    "back": {"id": "c-b", "to": 1, "base": 9}, "agree": {"id": "a-1", "of": "k-1", "value": "yes"}, "doubles": {},
    "same": {"id": "s-1", "keep": "pn", "drop": "mp"}, "different": {"id": "s-2", "left": "pn", "right": "mp"},
    "write": {"id": "w-1", "word": {
        "id": "finding-3-1-0", "session": "3", "kind": "finding", "slot": 0, "about": "", "text": CANARY, "rev": 0,
    }}, "hand": {"id": "h-1", "on": True, "up": True}, "read_back": {"id": "r-1", "on": True, "done": True},
}  # fmt: skip


@pytest.fixture
def drawn(table: Table, workshop: Workshop, hub: Hub) -> Person:
    """A table with a note, a proposal's worth of talk, a finding, and something sensitive that is open to it."""
    person = table.participant()
    person.adds("pn", note=CANARY)
    person.adds("mp", "justice")
    person.links("k-1", "cooperation", "pn", "mp", note=CANARY)
    person.hears("effects")
    hub.open_sensitive(workshop.id)
    person.adds("x-banda", "criminal")
    person.links("k-2", "collusion", "x-banda", "mp", note=CANARY)
    person.hears("effects")
    word = Word("n-1", "1", "3", "pad", 0, "pn", "", CANARY, False, False, "", 0, person.by, hub.clock())
    hub.store.words.write(workshop.id, word, now=hub.clock())
    return person


def test_can_send_nothing_that_a_client_may_send(table: Table, workshop: Workshop, hub: Hub, drawn: Person) -> None:
    assert MESSAGES.keys() | {"select", "role"} == REQUESTS.keys()  # a new message is tried here too
    observer = table.enters(table.seat_of("observer"), workshop.group("1").map_id)
    before = hub.store.maps.state(workshop.group("1").map_id)
    drawn.is_quiet()
    heard = len(drawn.heard)

    for type, content in MESSAGES.items():
        message = {"type": type, **content}
        if type == "change":
            message["change"] = {**content["change"], "by": observer.by}
        observer.says(message)
        answer = observer.hears("refused")
        assert (type, answer["reason"]) == (type, "not_allowed")

    assert hub.store.maps.state(workshop.group("1").map_id) == before
    assert [word.id for word in hub.store.words.all(workshop.id)] == ["n-1"]
    drawn.is_quiet()
    assert [m["type"] for m in drawn.heard[heard:] if m["type"] not in ("people", "pong")] == []


def test_nobody_sees_what_an_observer_has_in_hand(table: Table, workshop: Workshop, drawn: Person) -> None:
    observer = table.enters(table.seat_of("observer"), workshop.group("1").map_id)
    observer.says({"type": "select", "id": "pn", "property": "note"})
    observer.says({"type": "role", "draws": True})
    observer.is_quiet()
    drawn.is_quiet()

    rows = [row for m in drawn.heard if m["type"] == "people" for row in m["people"]]

    assert {row["seat"] for row in rows} == {drawn.seat["seat"]}
    assert all(row["selected"] is None for row in rows)


def test_hears_nothing_that_stays_inside_whatever_happens(
    table: Table, workshop: Workshop, hub: Hub, drawn: Person
) -> None:
    observer = table.enters(table.seat_of("observer"), workshop.group("1").map_id)

    drawn.sends("set", of="mp", values={"note": CANARY})
    drawn.hears("effects")
    drawn.sends("set", of="k-2", values={"practice": "works"})
    drawn.hears("effects")
    hub.nudge(workshop.id, CANARY)
    drawn.hears("nudge")
    hub.close_sensitive(workshop.id)
    hub.open_sensitive(workshop.id)
    drawn.says({"type": "agree", "id": "a-1", "of": "k-1", "value": "no"})
    drawn.hears("opinions")

    heard = observer.all_heard()
    assert CANARY not in heard
    assert "k-2" not in heard
    assert "opinions" not in [m["type"] for m in observer.heard]


def test_takes_nothing_home(table: Table, workshop: Workshop, drawn: Person) -> None:
    seat = table.seat_of("observer")

    assert table.client.get("/own-map", params={"seat": seat["seat"]}).status_code == 403
