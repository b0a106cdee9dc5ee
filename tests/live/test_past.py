"""The past of a map over the socket: who reads what of it, and what going back does to the others' work."""

from __future__ import annotations

import json
from threading import Event
from time import monotonic
from typing import Any

import pytest

from mapping.changes import Change, replay
from mapping.live import limits
from mapping.live.hub import Hub
from mapping.store import Workshop, maps
from tests.live.conftest import Person, Table
from tests.live.test_closed_layer import _drawn


def read(person: Person, before: int | None = None, count: int = 60) -> dict[str, Any]:
    person.says({"type": "past", "before": before, "count": count})
    return person.hears("past")


def moment(person: Person, seq: int) -> dict[str, Any]:
    person.says({"type": "moment", "seq": seq})
    return dict(person.hears("moment")["snapshot"])


def goes_back(person: Person, to: int, *, id: str = "c-back", base: int | None = None, sure: bool = False) -> str:
    base = person.seq if base is None else base
    person.says({"type": "back", "id": id, "to": to, "base": base, "sure": sure})
    return id


def drawing(table: Table) -> tuple[Person, Person]:
    """Two people at a map with two actors and a link between them (changes 2 to 4)."""
    a, b = table.participant(), table.participant()
    a.adds("pn")
    a.adds("congreso", "oversight_state")
    a.links("k-1", "ov_parliament", "congreso", "pn")
    for person in (a, b):
        while person.seq < 4:
            person.hears("effects")
    return a, b


def of_group(snapshot: dict[str, Any]) -> tuple[list[str], list[str]]:
    return [a["id"] for a in snapshot["actors"]], [k["id"] for k in snapshot["links"]]


def test_names_the_changes_newest_first_by_number_and_never_by_name(table: Table) -> None:
    a, b = drawing(table)
    b.sends("set", of="pn", values={"influence": 3, "note": "CANARIO-7F"})
    b.hears("effects")

    answer = read(a)

    assert [(e["seq"], e["number"], e["op"]) for e in answer["changes"]] == [
        (5, 2, "set"), (4, 1, "link"), (3, 1, "add"), (2, 1, "add"), (1, 0, "frame"),
    ]  # fmt: skip
    assert not answer["more"]
    written, drawn = answer["changes"][:2]
    assert written["values"] == {"influence": 3, "note": None}  # what somebody wrote is not repeated here
    [part] = drawn["parts"]
    assert (part["verb"], part["link"]["kind"]) == ("added", "ov_parliament")
    assert [end["name"] for end in part["ends"]] == ["CONGRESO", "PN"]


def test_comes_in_pages(table: Table) -> None:
    a, _ = drawing(table)

    first = read(a, count=2)
    rest = read(a, before=first["changes"][-1]["seq"])

    assert [e["seq"] for e in first["changes"]] == [4, 3]
    assert first["more"]
    assert [e["seq"] for e in rest["changes"]] == [2, 1]
    assert not rest["more"]


def test_tells_undo_from_redo_and_a_pause_from_a_change(table: Table, workshop: Workshop, hub: Hub) -> None:
    a, _ = drawing(table)
    a.says({"type": "undo", "id": "c-undo"})
    a.hears("effects")
    a.says({"type": "undo", "id": "c-redo", "of": "c-undo"})
    a.hears("effects")
    hub.snapshot(workshop.id, "Antes del café")
    hub.pause(workshop.id)

    told = read(a)["changes"]

    assert [e["op"] for e in told[:4]] == ["freeze", "snapshot", "redo", "undo"]
    assert (told[0]["on"], told[1]["label"]) == (True, "Antes del café")
    assert told[3]["parts"][0]["verb"] == "removed"
    assert told[2]["parts"][0]["verb"] == "added"


def test_shows_the_map_as_it_was(table: Table) -> None:
    a, b = drawing(table)
    b.sends("remove", of="pn")
    b.hears("effects")

    assert of_group(moment(a, 4)) == (["pn", "congreso"], ["k-1"])
    assert of_group(moment(a, 2)) == (["pn"], [])
    assert of_group(moment(a, 5)) == (["congreso"], [])


def test_goes_back_by_one_change_that_everybody_sees_and_its_author_can_take_back(table: Table) -> None:
    a, b = drawing(table)
    b.adds("conadeh", "oversight_state")
    b.sends("remove", of="pn")
    while a.seq < 6:
        a.hears("effects")

    id = goes_back(a, 4)
    mine, seen = a.hears("effects"), b.hears("effects")
    while seen["change"] != id:
        seen = b.hears("effects")

    assert mine == seen
    assert (seen["seq"], seen["op"], seen["label"], seen["number"]) == (7, "batch", "back", 1)
    assert [x["id"] for x in seen["put"]["actors"]] == ["pn"]
    assert [x["id"] for x in seen["put"]["links"]] == ["k-1"]
    assert seen["drop"] == {"actors": ["conadeh"], "links": []}
    assert a.hears("history")["undo"][0] == id
    a.says({"type": "undo", "id": "c-undo"})
    assert a.hears("effects")["drop"]["actors"] == ["pn"]
    assert of_group(moment(a, 8))[0] == ["congreso", "conadeh"]
    assert [e["seq"] for e in read(a)["changes"]][:3] == [8, 7, 6]
    assert read(a)["changes"][1]["to"] == 4


def test_says_how_much_has_changed_since_and_goes_back_when_one_is_sure(table: Table) -> None:
    a, b = drawing(table)
    seen = a.seq
    b.sends("set", of="pn", values={"influence": 3})
    b.sends("set", of="pn", values={"influence": 4})
    b.hears("effects")
    b.hears("effects")

    id = goes_back(a, 2, base=seen)
    refused = a.hears("refused")
    assert (refused["change"], refused["reason"], refused["since"]) == (id, "moved_on", 2)
    assert of_group(moment(b, 99)) == (["pn", "congreso"], ["k-1"])
    goes_back(a, 2, id="c-sure", base=seen, sure=True)

    while a.hears("effects")["change"] != "c-sure":
        pass
    assert of_group(moment(b, 99)) == (["pn"], [])


def test_does_not_count_a_pause_as_a_change(table: Table, workshop: Workshop, hub: Hub) -> None:
    a, _ = drawing(table)
    seen = a.seq
    hub.pause(workshop.id)
    hub.pause(workshop.id, False)

    id = goes_back(a, 2, base=seen)

    while a.hears("effects")["change"] != id:
        pass


def test_needs_nothing_when_the_map_is_as_it_was(table: Table) -> None:
    a, b = drawing(table)

    id = goes_back(a, 4)

    assert a.hears("done") == {"type": "done", "change": id, "seq": 4}
    assert b.is_quiet()


def test_counts_once_when_it_is_sent_again(table: Table) -> None:
    a, _ = drawing(table)
    seen = a.seq
    id = goes_back(a, 2)
    a.hears("effects")

    goes_back(a, 2, id=id, base=seen)

    assert a.hears("done") == {"type": "done", "change": id, "seq": 5}


def test_leaves_the_question_of_the_day_alone(table: Table, workshop: Workshop) -> None:
    a = table.participant()
    a.adds("pn")
    f = table.facilitator()
    f.sends("frame", values={"question": "¿Y quién paga?"})
    while a.seq < 3:
        a.hears("effects")

    goes_back(a, 1)

    assert a.hears("effects")["frame"] is None
    assert table.hub.store.maps.state(workshop.group("1").map_id).map.frame.question == "¿Y quién paga?"


def test_is_refused_while_drawing_is_paused(table: Table, workshop: Workshop, hub: Hub) -> None:
    a, _ = drawing(table)
    hub.pause(workshop.id)

    goes_back(a, 2, sure=True)

    assert a.hears("refused")["reason"] == "frozen"
    assert of_group(moment(a, 2)) == (["pn"], [])  # and may still be looked at


def test_is_nothing_for_a_projector(table: Table, workshop: Workshop, hub: Hub) -> None:
    drawing(table)
    hub.project(workshop.id, "map:1")
    p = table.enters(table.seat_of("projector"), workshop.group("1").map_id)

    for message in (
        {"type": "past", "before": None, "count": 5},
        {"type": "moment", "seq": 4},
        {"type": "back", "id": "c-p", "to": 2, "base": 4},
    ):
        p.says(message)
        assert p.hears("refused")["reason"] == "not_allowed"
    assert {m["type"] for m in p.heard}.isdisjoint({"past", "moment"})


@pytest.mark.parametrize(
    "message",
    [
        {"type": "past", "before": "x"},
        {"type": "past", "before": None, "count": True},
        {"type": "moment", "seq": -1},
        {"type": "moment"},
        {"type": "back", "id": "", "to": 2, "base": 4},
        {"type": "back", "id": "c-1", "to": 2},
    ],
)
def test_answers_what_is_no_number(table: Table, message: dict[str, Any]) -> None:
    a, _ = drawing(table)

    a.says(message)

    assert a.hears("refused")["reason"] == "bad_value"


def test_is_not_worked_out_faster_than_a_person_looks(table: Table) -> None:
    a, _ = drawing(table)
    for _ in range(int(limits.LOOKS_AT_ONCE) + 3):
        a.says({"type": "moment", "seq": 2})

    assert a.hears("refused")["reason"] == "too_fast"
    assert a.adds("mp", "justice")["op"] == "add"  # who looks too often still draws


# what is closed


def closed(table: Table, workshop: Workshop) -> Person:
    """A participant of a map with open and sensitive links (changes 2 to 7), its layer closed again."""
    a = _drawn(table, workshop)
    table.hub.close_sensitive(workshop.id)
    a.hears("snapshot")
    return a


def test_keeps_closed_links_out_of_entries_and_moments(table: Table, workshop: Workshop) -> None:
    a = closed(table, workshop)
    a.heard.clear()

    told = read(a)["changes"]
    then = moment(a, 7)

    assert [e["op"] for e in told] == ["link", "add", "add", "add", "frame"]
    assert [k["id"] for k in then["links"]] == ["k-open"]
    assert not {"k-kind", "k-end", "collusion"} & set(json.dumps(a.heard).replace('"', " ").split())
    table.hub.open_sensitive(workshop.id)
    assert len(read(a)["changes"]) == 7
    assert len(moment(a, 7)["links"]) == 3


def test_keeps_a_link_out_that_became_sensitive_later(table: Table, workshop: Workshop) -> None:
    table.hub.open_sensitive(workshop.id)
    a = table.participant()
    a.adds("pn")
    a.adds("comite", "community")
    a.links("k-1", "cooperation", "pn", "comite")  # change 4: open then
    a.sends("set", of="comite", values={"kind": "criminal"})
    a.sends("remove", of="comite")
    while a.seq < 6:
        a.hears("effects")
    table.hub.close_sensitive(workshop.id)
    b = table.participant()

    assert "k-1" not in json.dumps(read(b))
    assert moment(b, 4)["links"] == []
    goes_back(b, 4)

    assert b.hears("effects")["put"]["links"] == []
    assert table.hub.store.maps.state(workshop.group("1").map_id).map.links == {}


def test_neither_restores_nor_removes_closed_links(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    a.sends("unlink", of="k-kind")
    a.sends("unlink", of="k-open")
    while a.seq < 9:
        a.hears("effects")
    table.hub.close_sensitive(workshop.id)
    a.hears("snapshot")
    map_id = workshop.group("1").map_id

    goes_back(a, 7)  # when all three were there
    assert [k["id"] for k in a.hears("effects")["put"]["links"]] == ["k-open"]
    assert set(table.hub.store.maps.state(map_id).map.links) == {"k-open", "k-end"}
    goes_back(a, 4, id="c-2")  # when the actors were there and no link

    assert a.hears("effects")["drop"]["links"] == ["k-open"]
    assert set(table.hub.store.maps.state(map_id).map.links) == {"k-end"}


def test_leaves_the_kind_that_makes_links_sensitive(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    a.sends("set", of="mara", values={"kind": "community", "note": "era otra cosa"})  # 8 uncovers k-end
    while a.seq < 8:
        a.hears("effects")
    table.hub.close_sensitive(workshop.id)
    a.hears("snapshot")

    goes_back(a, 7)

    assert [x["kind"] for x in a.hears("effects")["put"]["actors"]] == ["community"]
    assert table.hub.store.maps.state(workshop.group("1").map_id).map.actors["mara"].note == ""


def test_restores_closed_links_with_the_rest_when_the_layer_is_open(table: Table, workshop: Workshop) -> None:
    a = _drawn(table, workshop)
    a.sends("remove", of="iglesia")
    while a.seq < 8:
        a.hears("effects")

    goes_back(a, 7)

    assert [k["id"] for k in a.hears("effects")["put"]["links"]] == ["k-open", "k-kind", "k-end"]


def test_holds_no_word_that_was_taken_out(table: Table, workshop: Workshop) -> None:
    a = table.participant()
    a.adds("x-1", "community", note="CANARIO-7F")
    a.sends("set", of="x-1", values={"name": "Doña CANARIO-7F"})
    a.hears("effects")
    read(a), moment(a, 3)  # known before the word goes
    f = table.facilitator()
    for name, value in (("name", "Patronato"), ("note", "")):
        f.sends("redact", of="x-1", property=name, value=value)
        f.hears("effects")
    b = table.participant()

    read(b), moment(b, 2), moment(b, 3)
    goes_back(b, 3)

    assert b.hears("done")
    assert "CANARIO" not in b.all_heard()


# what it costs


def test_says_when_a_way_back_is_more_than_one_change_may_hold(table: Table, workshop: Workshop, hub: Hub) -> None:
    map_id = workshop.group("1").map_id

    def batch(id: str, parts: list[dict[str, Any]]) -> int:
        change = Change(id, "p-largo", 10_000, "batch", {"label": "x", "changes": parts})
        return hub.store.maps.append(map_id, change, now=0.0).seq or 0

    rows = [{"id": f"x-{n}", "name": f"Patronato {n}", "kind": "community", "note": "n" * 1_990} for n in range(525)]
    for n in range(0, 525, 175):
        full = batch(f"c-{n}", [{"op": "add", "actor": row} for row in rows[n : n + 175]])
    a = table.participant()

    goes_back(a, 1, sure=True)  # small itself, and nothing could bring it back
    assert a.hears("refused")["reason"] == "too_large"
    for n in range(0, 525, 175):
        batch(f"c-r{n}", [{"op": "remove", "of": row["id"]} for row in rows[n : n + 175]])
    goes_back(a, full, id="c-2", sure=True)

    assert a.hears("refused")["reason"] == "too_large"
    assert hub.store.maps.state(map_id).map.actors == {}
    goes_back(a, full - 2, id="c-3", sure=True)  # nearer: a third of them
    assert len(a.hears("effects")["put"]["actors"]) == 175


def long_history(table: Table, workshop: Workshop, changes: int) -> None:
    from sqlalchemy import insert, update

    from mapping.changes import apply
    from mapping.store import log, tables

    map_id = workshop.group("1").map_id
    state = table.hub.store.maps.state(map_id)
    rows = []
    for n in range(changes):
        body = (
            {"actor": {"id": f"x-{n // 10}", "name": f"Patronato {n // 10}", "kind": "community"}}
            if n % 10 == 0
            else {"of": f"x-{n // 10}", "values": {"influence": n % 6}}
        )
        change = Change(f"c-long-{n}", "p-largo", state.seq, "set" if n % 10 else "add", body)
        state = apply(state, change, state.seq + 1).state
        payload = log.payload_of(change)
        rows.append({"map": map_id, "seq": state.seq, "id": change.id, "at": 1.0 * n, "payload": payload})
    with table.hub.store.database.write() as connection:
        connection.execute(insert(tables.change), rows)
        connection.execute(update(tables.map).where(tables.map.c.id == map_id).values(seq=state.seq))


def test_a_moment_is_worked_out_beside_those_who_draw(
    table: Table, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_history(table, workshop, 600)
    a, b = table.participant(), table.participant()
    begun, go_on = Event(), Event()

    def slow(changes: Any, state: Any = None) -> Any:
        begun.set()
        go_on.wait(20)
        return replay(changes, state)

    monkeypatch.setattr(maps, "replay", slow)
    a.says({"type": "moment", "seq": 300})
    begun.wait(20)

    assert b.adds("pn")["op"] == "add"  # drawn while the moment is still being worked out

    go_on.set()
    assert len(a.hears("moment")["snapshot"]["actors"]) == 30


def test_a_long_past_is_there_at_once(table: Table, workshop: Workshop) -> None:
    long_history(table, workshop, 2_000)
    a = table.participant()
    began = monotonic()

    answer = read(a)

    assert len(answer["changes"]) == 60
    assert monotonic() - began < 2  # 0.02 s on a quiet machine
