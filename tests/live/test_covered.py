"""While the screens are covered nothing of any map is in what they are sent, and nothing is lost meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from mapping.live.hub import Hub
from mapping.live.sight import COVERED, OPEN, SHARED, seen, sight_of
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.store import Word, Workshop
from tests.live.conftest import Person, Table

EMPTY = {"actors": [], "links": [], "frame": {}}
CANARY = "CANARIO-7F"


def _drawn(table: Table) -> Person:
    a = table.participant()
    a.adds("pn", note=CANARY)
    a.adds("mp")
    a.links("k-1", "cooperation", "pn", "mp")
    a.hears("effects")
    return a


def _heard_since(person: Person, before: int) -> str:
    person.is_quiet()
    return str(person.heard[before:])


def test_goes_from_every_screen_and_comes_back_whole(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = _drawn(table)
    hub.project(workshop.id, "map:1")
    people = [a, table.participant(), table.facilitator()]
    people += [table.enters(table.seat_of(r), workshop.group("1").map_id) for r in ("projector", "observer")]
    befores = [len(p.heard) for p in people]

    hub.hide(workshop.id)

    for person, before in zip(people, befores, strict=True):
        assert person.hears("snapshot")["snapshot"] == EMPTY
        days = [m["day"]["hidden"] for m in person.heard[before:] if m["type"] == "day"]
        assert days[-1] is True  # covered first, then the map goes

    hub.hide(workshop.id, False)

    for person in people:
        before = len(person.heard)
        back = person.hears("snapshot")["snapshot"]
        assert {row["id"] for row in back["actors"]} == {"pn", "mp"}
        assert [row["id"] for row in back["links"]] == ["k-1"]
        assert "day" not in [m["type"] for m in person.heard[before:]]  # the map is there before the cover goes
        assert person.hears("day")["day"]["hidden"] is False


def test_says_nothing_of_what_happens_meanwhile(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = _drawn(table)
    b = table.participant()
    hub.hide(workshop.id)
    b.hears("snapshot")
    before = len(b.heard)

    a.says({"type": "select", "id": "pn"})
    hub.room(workshop.group("1").map_id).record(hub._change("snapshot", {"label": "ahora"}))

    effects = b.hears("effects")
    assert effects["seq"] == 5
    assert effects["put"] == {"actors": [], "links": []}
    assert all(name not in _heard_since(b, before) for name in ("'pn'", "'mp'", "k-1", CANARY, "MP"))


def test_welcomes_who_comes_meanwhile_with_nothing(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = _drawn(table)
    a.says({"type": "agree", "id": "a-1", "of": "k-1", "value": "yes"})
    a.hears("done")
    hub.store.words.write(workshop.id, Word("n-1", "1", "3", "pad", 0, "", "", CANARY, False, False, "", 0, a.by, 0.0),
                          now=hub.clock())  # fmt: skip
    assert table.participant().welcome["words"][0]["text"] == CANARY
    hub.hide(workshop.id)

    late, back = table.participant(), table.enters(a.seat, since=2)

    for person in (late, back):
        assert person.welcome["snapshot"] == EMPTY
        assert person.welcome["opinions"] == person.welcome["proposed"] == person.welcome["words"] == []
        assert CANARY not in person.all_heard()
    hub.hide(workshop.id, False)
    told = late.hears("snapshot")
    assert (told["opinions"][0]["yes"], told["words"][0]["text"]) == (1, CANARY)


def test_gives_back_the_whole_map_to_who_was_away(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = _drawn(table)
    seq = a.seq
    hub.hide(workshop.id)
    a.hears("snapshot")
    a.leaves()
    hub.hide(workshop.id, False)

    back = table.enters(a.seat, since=seq)

    assert {row["id"] for row in back.welcome["snapshot"]["actors"]} == {"pn", "mp"}


@pytest.mark.parametrize(
    "message",
    [
        {"type": "past", "before": None, "count": 60},
        {"type": "moment", "seq": 3},
        {"type": "back", "id": "c-b", "to": 1, "base": 9, "sure": True},
        {"type": "undo", "id": "c-u"},
        {"type": "agree", "id": "a-1", "of": "k-1", "value": "yes"},
        {
            "type": "change",
            "change": {"v": 1, "id": "c-9", "base": 1, "op": "set", "of": "pn", "values": {"note": "x"}},
        },
    ],
)
@pytest.mark.parametrize("role", ["participant", "facilitator"])
def test_refuses_to_look_or_write_under_the_cover(
    table: Table, workshop: Workshop, hub: Hub, message: dict[str, Any], role: str
) -> None:
    a = _drawn(table)
    person = a if role == "participant" else table.facilitator()
    hub.hide(workshop.id)
    before = len(person.heard)
    seq = hub.store.maps.state(workshop.group("1").map_id).seq

    if "change" in message:
        message = message | {"change": message["change"] | {"by": person.by}}
    person.says(message)

    refused = person.hears("refused")
    assert (refused["reason"], refused["refusals"]) == ("covered", [])
    assert CANARY not in _heard_since(person, before)
    assert hub.store.maps.state(workshop.group("1").map_id).seq == seq


def test_takes_afterwards_what_it_refused(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = _drawn(table)
    hub.hide(workshop.id)
    change = a.sends("set", of="pn", values={"name": "Policía Nacional"})
    assert a.hears("refused")["change"] == change
    hub.hide(workshop.id, False)

    a.sends("set", id=change, of="pn", values={"name": "Policía Nacional"})

    assert a.hears("effects")["put"]["actors"][0]["name"] == "Policía Nacional"


def test_is_one_sight_for_every_role() -> None:
    for role in ("facilitator", "participant", "projector", "observer"):
        assert sight_of(role, sensitive=True, hidden=True) == COVERED
    assert sight_of("observer", sensitive=True) == SHARED
    assert sight_of("facilitator", sensitive=True, hidden=False) == OPEN


def test_takes_out_of_a_pages_map_what_its_sight_has_not() -> None:
    pn, mara = Actor(ActorId("pn"), "PN", "core_security"), Actor(ActorId("mara"), "Mara", "criminal")
    link = Link(LinkId("k-1"), "influence", mara.id, pn.id)
    map = SectorMap(actors={pn.id: pn, mara.id: mara}, links={link.id: link})

    assert (set(seen(OPEN, map).links), set(seen(SHARED, map).links)) == ({"k-1"}, set())
    assert set(seen(SHARED, map).actors) == {"pn", "mara"}
    assert (seen(COVERED, map).actors, seen(COVERED, map).links) == ({}, {})


# who only looks


def test_lets_an_observer_see_every_group_and_say_nothing(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = _drawn(table)
    seat = table.seat_of("observer")
    o = table.enters(seat, workshop.group("1").map_id)
    assert table.enters(seat, workshop.group("2").map_id).welcome["role"] == "observer"
    assert CANARY not in str(o.welcome)
    assert o.welcome["opinions"] == o.welcome["words"] == []

    for message in (
        {"type": "undo", "id": "c-u"}, {"type": "open", "on": True}, {"type": "past", "before": None},
        {"type": "moment", "seq": 1}, {"type": "back", "id": "c-b", "to": 1, "base": 4},
        {"type": "agree", "id": "a-1", "of": "k-1", "value": "yes"},
    ):  # fmt: skip
        o.says(message)
        assert o.hears("refused")["reason"] == "not_allowed", message
    o.sends("add", actor={"id": "x-1", "name": "Patronato", "kind": "community"})
    assert o.hears("refused")["reason"] == "not_allowed"
    a.is_quiet()
    assert not {"table", "opinions"} & {m["type"] for m in a.heard + o.heard}
    assert set(hub.store.maps.state(workshop.group("1").map_id).map.actors) == {"pn", "mp"}


# maps of one's own


def test_reaches_a_participants_own_map(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat("1")
    held = hub.store.seats.read(seat["seat"])
    own = hub.store.solos.own(held, now=hub.clock())
    hub.alone(workshop.id)
    a = table.enters(seat, own)
    a.adds("pn")

    hub.advance(workshop.id, 2)
    assert a.hears("effects")["op"] == "step"
    hub.nudge(workshop.id, "Cinco minutos más", "1")
    assert a.hears("nudge")["text"] == "Cinco minutos más"
    hub.hide(workshop.id)
    assert a.hears("snapshot")["snapshot"] == EMPTY
    hub.hide(workshop.id, False)
    hub.pause(workshop.id)
    assert a.hears("effects")["op"] == "freeze"
    a.sends("add", actor={"id": "x-1", "name": "Patronato", "kind": "community"})
    assert a.hears("refused")["reason"] == "frozen"

    assert own in hub.end(workshop.id).maps
    assert a.closed() == 4410


def test_opens_a_participants_own_map_to_nobody_else(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat("1")
    own = hub.store.solos.own(hub.store.seats.read(seat["seat"]), now=hub.clock())

    roles = ("projector", "observer", "facilitator")
    for other in (table.seat("1"), table.seat("2"), *(table.seat_of(role) for role in roles)):
        answer = table.client.post("/token", params={"seat": other["seat"], "map": own})
        assert answer.status_code == 403
    assert table.token(seat, own)


def test_leaves_alone_what_the_groups_map_has_taken_in(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = hub.store.seats.read(table.seat("1")["seat"])
    own = hub.store.solos.own(seat, now=hub.clock())
    hub.store.solos.merged(workshop.id, "1")

    hub.advance(workshop.id, 2)

    assert hub.store.maps.state(own).seq == 1
