"""Several people draw one map over the socket; the messages are those of docs/live-protocol.md."""

from __future__ import annotations

import json

import pytest

from mapping.live.limits import MESSAGES_AT_ONCE
from mapping.store import Workshop
from tests.live.conftest import Clock, Table


def test_greets_with_the_whole_map_the_day_and_who_is_here(table: Table) -> None:
    a = table.participant()
    a.adds("pn")

    b = table.participant()

    welcome = b.welcome
    assert [actor["id"] for actor in welcome["snapshot"]["actors"]] == ["pn"]
    assert welcome["snapshot"]["frame"]["question"] == welcome["day"]["question"]
    assert (welcome["seq"], welcome["v"], welcome["role"], welcome["number"]) == (2, 1, "participant", 2)
    assert [p["number"] for p in welcome["people"]] == [1, 2]
    assert [p["number"] for p in a.hears("people")["people"]] == [1, 2]


def test_shows_a_change_to_everybody_and_acknowledges_it_by_that(table: Table) -> None:
    a, b = table.participant(), table.participant()

    id = a.sends("add", actor={"id": "congreso", "name": "Congreso Nacional", "kind": "oversight_state"})

    mine, seen = a.hears("effects"), b.hears("effects")
    assert mine == seen
    assert (seen["change"], seen["seq"], seen["number"], seen["by"]) == (id, 2, 1, a.by)
    assert seen["put"]["actors"] == [{"id": "congreso", "name": "Congreso Nacional", "kind": "oversight_state"}]
    assert a.hears("history") == {"type": "history", "undo": [id], "redo": []}
    assert b.is_quiet()


def test_shows_it_only_when_it_is_stored(table: Table, workshop: Workshop) -> None:
    a, b = table.participant(), table.participant()
    a.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security"})

    seq = b.hears("effects")["seq"]

    assert table.hub.store.maps.since(workshop.group("1").map_id, seq - 1)[0].change.body["actor"]["id"] == "pn"


def test_answers_a_change_sent_twice_with_its_first_number(table: Table) -> None:
    a = table.participant()
    id = a.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security"})
    a.hears("effects")

    a.sends("add", id=id, actor={"id": "pn", "name": "Policía", "kind": "core_security"})

    assert a.hears("done") == {"type": "done", "change": id, "seq": 2}


def test_says_done_when_somebody_else_has_added_the_same_actor(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")

    id = b.sends("add", base=1, actor={"id": "pn", "name": "Police", "kind": "core_security"})

    assert b.hears("done") == {"type": "done", "change": id, "seq": 2}


def test_gives_the_refused_part_to_its_author_alone(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")
    b.hears("effects")
    a.sends("set", of="pn", values={"influence": 3})
    a.hears("effects")

    id = b.sends("set", of="pn", base=2, values={"influence": 4, "note": "ojo"})

    b.hears("effects")  # of the first
    partial = b.hears("effects")
    assert partial["change"] == id
    assert partial["partial"] == [{"reason": "conflict", "id": "pn", "property": "influence", "yours": 4, "theirs": 3}]
    assert partial["put"]["actors"][0] | {"influence": 3, "note": "ojo"} == partial["put"]["actors"][0]
    assert a.hears("effects") == {**partial, "partial": []}


def test_refuses_with_a_reason_what_takes_no_effect_at_all(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn", influence=3)
    a.sends("set", of="pn", values={"influence": 5})
    a.hears("effects")
    b.hears("effects")
    b.hears("effects")

    id = b.sends("set", of="pn", base=2, values={"influence": 1})

    refused = b.hears("refused")
    assert (refused["change"], refused["reason"]) == (id, "conflict")
    assert refused["refusals"][0]["theirs"] == 5
    assert id not in a.all_heard()


@pytest.mark.parametrize(
    ("op", "body", "reason"),
    [
        ("add", {"actor": {"id": "x-1", "name": "Los de siempre", "kind": "mafia"}}, "unknown_kind"),
        ("add", {"actor": {"id": "x-1", "name": "Los de siempre", "kind": "media", "boss": 1}}, "unknown_field"),
        ("set", {"of": "pn", "values": {"influence": 9}}, "bad_value"),
        ("set", {"of": "nadie", "values": {"influence": 2}}, "gone"),
        ("link", {"link": {"id": "k", "kind": "command", "source": "pn", "target": "pn"}}, "bad_value"),
        ("dance", {}, "bad_value"),
        ("set", {"of": "pn", "values": {"note": "\ud800"}}, "bad_value"),
    ],
)
def test_names_what_is_wrong_with_a_change(table: Table, op: str, body: dict[str, object], reason: str) -> None:
    a = table.participant()
    a.adds("pn")

    id = a.sends(op, **body)

    refused = a.hears("refused")
    assert (refused["change"], refused["reason"]) == (id, reason)


def test_takes_back_and_brings_back(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pmop")
    a.adds("congreso", "oversight_state")
    drawn = a.links("k-1", "ov_parliament", "pmop", "congreso")  # the wrong way round
    a.hears("effects")
    b.adds("conadeh", "oversight_state")
    a.hears("effects")

    a.says({"type": "undo", "id": "c-undo"})
    undone = a.hears("effects")
    a.hears("history")
    a.says({"type": "undo", "id": "c-redo", "of": "c-undo"})
    redone = a.hears("effects")

    assert undone["drop"] == {"actors": [], "links": ["k-1"]}
    assert [k["id"] for k in redone["put"]["links"]] == ["k-1"]
    history = a.hears("history")
    assert history["undo"][0] == "c-redo"
    assert drawn not in history["undo"]
    assert [b.hears("effects"), b.hears("effects")] == [undone, redone]


def test_has_nothing_to_take_back_of_others(table: Table) -> None:
    a, b = table.participant(), table.participant()
    theirs = a.adds("pn")["change"]

    b.says({"type": "undo", "id": "c-1"})
    assert b.hears("refused")["reason"] == "no_undo"
    b.says({"type": "undo", "id": "c-2", "of": theirs})
    assert b.hears("refused")["reason"] == "not_allowed"


def test_tells_who_has_what_in_hand_by_number(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")
    a.says({"type": "select", "id": "pn"})

    while not (seen := b.hears("people")["people"])[0]["selected"]:
        pass

    assert seen == [
        {"seat": a.seat["seat"], "number": 1, "selected": "pn", "editing": None, "draws": True},
        {"seat": b.seat["seat"], "number": 2, "selected": None, "editing": None, "draws": True},
    ]
    a.leaves()
    assert [p["number"] for p in b.hears("people")["people"]] == [2]


def test_comes_back_with_its_number_and_what_it_missed(table: Table) -> None:
    a, b = table.participant(), table.participant()
    a.adds("pn")
    b.hears("effects")
    seat, since = b.seat, b.seq
    b.leaves()
    a.adds("pmop")
    a.adds("mp", "justice")

    back = table.enters(seat, since=since)

    assert (back.welcome["snapshot"], back.welcome["number"], back.welcome["seq"]) == (None, 2, 4)
    missed = [m for m in back.heard if m["type"] == "effects"]
    assert [(m["seq"], m["put"]["actors"][0]["id"]) for m in missed] == [(3, "pmop"), (4, "mp")]


@pytest.mark.parametrize("since", [0, 1, 99, -5])
def test_gives_the_whole_map_to_who_cannot_be_brought_up_to_date(table: Table, since: int) -> None:
    a = table.participant()
    a.adds("pn")

    b = table.enters(table.seat(), since=since)

    assert [actor["id"] for actor in b.welcome["snapshot"]["actors"]] == ["pn"]
    assert b.is_quiet()


def test_keeps_one_order_for_everybody(table: Table) -> None:
    people = [table.participant() for _ in range(3)]
    for n in range(10):
        for person in people:
            person.sends("add", actor={"id": f"{person.by}-{n}", "name": "Comité", "kind": "community"})

    heard = [[person.hears("effects")["seq"] for _ in range(30)] for person in people]

    assert heard == [list(range(2, 32))] * 3


def test_keeps_the_groups_apart(table: Table) -> None:
    one, two = table.participant("1"), table.participant("2")

    one.adds("pn")

    assert two.is_quiet()
    assert table.participant("2").welcome["snapshot"]["actors"] == []


# too much, too large, not understood


def test_takes_a_large_batch_but_no_other_large_message(table: Table) -> None:
    a = table.participant()
    parts = [
        {"op": "add", "actor": {"id": f"x-{n}", "name": "Patronato de la colonia " * 4, "kind": "community"}}
        for n in range(200)
    ]
    a.sends("batch", label="paste", changes=parts)
    assert len(a.hears("effects")["put"]["actors"]) == 200

    a.says({"type": "select", "id": "x" * 17_000})
    assert a.closed() == 1009


def test_refuses_a_single_change_that_is_just_too_large(table: Table) -> None:
    a = table.participant()

    a.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security", "note": "a" * 15_950})

    assert a.hears("refused")["reason"] == "too_large"


@pytest.mark.parametrize(
    "text", ["", "hola", "[]", '{"type": 1}', '{"type": "sing"}', '{"type": "select", "id": NaN}', "[" * 5_000]
)
def test_closes_what_it_does_not_understand(table: Table, text: str) -> None:
    a = table.participant()

    a.socket.send_text(text)

    assert a.closed() == 4400


def test_slows_down_who_is_too_fast_and_loses_nothing_of_it(table: Table) -> None:
    a = table.participant()
    many = int(MESSAGES_AT_ONCE) + 60
    for _ in range(many):
        a.says({"type": "ping"})
    id = a.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security"})

    answers = []
    while (message := json.loads(a.socket.receive_text())).get("change") != id:
        answers.append(message["type"])

    assert len(answers) == many  # every one is answered
    assert answers[:100] == ["pong"] * 100
    assert "refused" in answers
    assert message["type"] in ("refused", "effects")
    if message["type"] == "refused":
        assert message["reason"] == "too_fast"


def test_wants_a_greeting_first_and_soon(table: Table) -> None:
    silent, rude = table.socket(), table.socket()
    rude.send_text('{"type": "ping"}')

    assert rude.receive()["code"] == 4400
    assert silent.receive()["code"] == 4400


# the token's time


def test_refuses_changes_after_ten_minutes_until_the_token_is_renewed(table: Table, clock: Clock) -> None:
    a = table.participant()
    clock.now += 601

    a.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security"})
    assert a.hears("refused")["reason"] == "expired"

    a.says({"type": "renew"})
    assert a.hears("token")["expires"] == 600
    assert a.adds("pn")["seq"] == 2


def test_takes_the_renewed_token_for_the_next_greeting(table: Table) -> None:
    a = table.participant()
    a.says({"type": "renew"})
    token = a.hears("token")["token"]

    again = table.socket()
    again.send_text(json.dumps({"type": "hello", "token": token, "since": 0}))

    assert json.loads(again.receive_text())["seat"] == a.seat["seat"]
