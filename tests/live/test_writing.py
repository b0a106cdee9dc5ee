"""What a table writes beside its map: told to its screens and to nobody else, and never written over unseen."""

from __future__ import annotations

from typing import Any

import pytest

from mapping.live.hub import Hub
from mapping.store import Workshop
from tests.live.conftest import Person, Table

FINDING = {
    "id": "finding-3-1-0",
    "session": "3",
    "kind": "finding",
    "slot": 0,
    "text": "Nadie supervisa a FUSINA",
    "rev": 0,
}
LINE = {"id": "n-1", "session": "3", "kind": "pad", "slot": 2, "about": "pn", "text": "La DGIC cerró", "rev": 0}

ENTRY = {
    "id": "e-1", "session": "4", "kind": "entry", "slot": 0, "about": "fusina", "text": "FUSINA", "rev": 0,
    "parts": {"partner": "CONADEH", "risk": "Que se cierre la puerta"},
}  # fmt: skip


def writes(person: Person, word: dict[str, Any], id: str = "w-1", **other: Any) -> None:
    person.says({"type": "write", "id": id, "word": word | other})


def test_is_told_to_the_table_and_kept(table: Table) -> None:
    a, b = table.participant(), table.participant()
    other = table.participant("2")

    writes(a, LINE)

    assert a.hears("done")["change"] == "w-1"
    assert b.hears("word")["word"] == LINE | {"rev": 1}
    assert table.participant().welcome["words"] == [LINE | {"rev": 1}]
    assert other.is_quiet()
    assert table.participant("2").welcome["words"] == []


def test_does_not_write_over_what_its_author_has_not_seen(table: Table) -> None:
    """Two people begin the same finding at once: the first stays, and the other is given it."""
    a, b = table.participant(), table.participant()
    writes(a, FINDING)
    a.hears("done")

    writes(b, FINDING, text="El Congreso no supervisa")

    refused = b.hears("refused")
    assert (refused["reason"], refused["theirs"]["text"]) == ("conflict", FINDING["text"])
    writes(b, FINDING, id="w-2", text="Ninguna de las dos", rev=1)
    assert b.hears("done")["change"] == "w-2"


def test_a_word_sent_twice_is_one(table: Table) -> None:
    a = table.participant()
    for _ in range(2):
        writes(a, LINE)
        a.hears("done")

    assert table.participant().welcome["words"] == [LINE | {"rev": 1}]


def test_an_empty_text_takes_a_word_out(table: Table) -> None:
    a = table.participant()
    writes(a, LINE)
    writes(a, LINE, id="w-2", text="  ", rev=1)

    assert [a.hears("word")["word"]["text"] for _ in range(2)] == [LINE["text"], ""]
    assert table.participant().welcome["words"] == []


def test_people_write_while_drawing_is_paused(table: Table, hub: Hub, workshop: Workshop) -> None:
    a = table.participant()
    hub.pause(workshop.id)

    writes(a, FINDING)

    assert a.hears("done")["change"] == "w-1"


@pytest.mark.parametrize(("does", "reason"), [("hide", "covered"), ("hand_over", "frozen")])
def test_nothing_is_written_under_the_cover_or_where_the_workshop_has_left(
    table: Table, hub: Hub, workshop: Workshop, does: str, reason: str
) -> None:
    """After the hand-over it would be here alone, and lost."""
    a = table.participant()
    getattr(hub, does)(workshop.id)

    writes(a, LINE)

    assert a.hears("refused")["reason"] == reason
    assert hub.store.words.all(workshop.id) == ()


@pytest.mark.parametrize("role", ["projector", "observer", "facilitator"])
def test_only_the_table_writes(table: Table, hub: Hub, workshop: Workshop, role: str) -> None:
    hub.project(workshop.id, "map:1")
    looks = table.enters(table.seat_of(role), workshop.group("1").map_id)

    writes(looks, LINE)

    assert looks.hears("refused")["reason"] == "not_allowed"


@pytest.mark.parametrize("role", ["projector", "observer"])
def test_who_only_looks_hears_no_words(table: Table, hub: Hub, workshop: Workshop, role: str) -> None:
    hub.project(workshop.id, "map:1")
    looks = table.enters(table.seat_of(role), workshop.group("1").map_id)
    a = table.participant()

    writes(a, LINE)
    a.hears("done")
    a.adds("pn")

    looks.hears("effects")
    assert LINE["text"] not in looks.all_heard()


def test_nobody_writes_another_groups_word(table: Table) -> None:
    a, other = table.participant(), table.participant("2")
    writes(a, LINE)
    a.hears("done")

    writes(other, LINE, text="lo suyo", rev=1)

    assert other.hears("refused")["reason"] == "not_allowed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "answer"}, {"kind": ["pad"]}, {"id": "finding-3-2-0", "kind": "finding", "slot": 0}, {"session": "5"},
        {"kind": "finding", "slot": 3, "id": "finding-3-1-3"}, {"slot": -1}, {"rev": True}, {"text": 7}, {"id": ""},
        {"text": "x" * 2_001}, {"parts": {"partner": "CONADEH"}}, ENTRY | {"id": "n-1"}, ENTRY | {"parts": ["CONADEH"]},
        ENTRY | {"parts": {"partner": "x" * 501}}, ENTRY | {"parts": {"budget": "todo"}}, ENTRY | {"parts": None},
    ],
)  # fmt: skip
def test_refuses_what_is_no_word(table: Table, wrong: dict[str, Any]) -> None:
    a = table.participant()

    writes(a, LINE, **wrong)

    assert a.hears("refused")["reason"] == "bad_value"


def test_characters_that_turn_text_round_are_kept_out(table: Table) -> None:
    a = table.participant()

    writes(a, LINE, text="La \u202edgic\u202c\x07 cerró")

    assert a.hears("word")["word"]["text"] == "La dgic cerró"


def test_nobody_ticks_by_writing(table: Table, hub: Hub, workshop: Workshop) -> None:
    a = table.participant()

    writes(a, LINE, share=True, verify=True)
    a.hears("done")

    (word,) = hub.store.words.all(workshop.id)
    assert not word.share


@pytest.mark.parametrize("id", ["finding-3-2-0", "unknown-4-2-0", f"a-{'0' * 24}", "1", "n-", "n-1 1", "N-1"])
def test_a_line_of_the_pad_takes_no_others_id(table: Table, id: str) -> None:
    """Else a table could keep another from writing its finding, and the facilitator from keeping an answer."""
    a = table.participant()

    a.says({"type": "write", "id": "w-1", "word": LINE | {"id": id}})

    assert a.hears("refused")["reason"] == "bad_value"


def test_an_entry_point_is_told_with_its_parts(table: Table) -> None:
    a, b = table.participant(), table.participant()

    writes(a, ENTRY)

    assert b.hears("word")["word"] == ENTRY | {"rev": 1}
    assert table.participant().welcome["words"] == [ENTRY | {"rev": 1}]


def test_two_who_fill_one_entry_point_at_once_are_given_each_others_parts(table: Table) -> None:
    a, b = table.participant(), table.participant()
    writes(a, ENTRY)
    a.hears("done")
    writes(a, ENTRY, id="w-2", parts={"partner": "CONADEH", "first_step": "Una mesa"}, rev=1)
    a.hears("done")

    writes(b, ENTRY, parts={"partner": "CONADEH", "progress": "Un informe"}, rev=1)

    assert b.hears("refused")["theirs"]["parts"] == {"partner": "CONADEH", "first_step": "Una mesa"}


def test_a_name_that_must_go_leaves_the_tables_screens_in_its_entry_points_too(table: Table) -> None:
    a, f = table.participant(), table.facilitator()
    a.adds("x-1", name="Juan Pérez")
    writes(a, ENTRY, about="x-1", text="Juan Pérez")
    a.hears("word")

    f.sends("redact", of="x-1", property="name", value="un juez")

    assert a.hears("word")["word"]["text"] == "un juez"
