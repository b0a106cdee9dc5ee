"""What a room said goes into files whole, and out of the room only where it was ticked."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.export.said import PARTS, Said, from_room, shared, to_room

ANSWER = Said("answer", "", "La policía remite al fiscal.", "¿Quién remite?", True, "note_taker", True, "3")
LINE = Said("pad", "2", "CANARIO-7F dijo que no", session="3")
ENTRY = Said(
    "entry", "1", "FUSINA", share=True, session="4", about="fusina",
    parts={"partner": "CONADEH", "risk": "Que la COFADEH quede expuesta", "progress": "Un informe al año"},
)  # fmt: skip
SAID = st.builds(
    Said, kind=st.sampled_from(["pad", "finding", "unknown", "entry", "answer"]), group=st.sampled_from(["", "1", "2"]),
    text=st.text(min_size=1).filter(str.strip), title=st.text(), verify=st.booleans(), verifier=st.text(),
    share=st.booleans(), session=st.sampled_from(["3", "4"]), about=st.text(),
    parts=st.dictionaries(st.sampled_from(PARTS), st.text(min_size=1).filter(str.strip)),
)  # fmt: skip


@settings(deadline=None)  # the first draws of a run take their time
@given(st.lists(SAID))
def test_comes_back_out_of_a_file_as_it_went_in(said: list[Said]) -> None:
    assert from_room(json.loads(json.dumps(to_room(said)))) == tuple(said)


@settings(deadline=None)  # the first draws of a run take their time
@given(st.lists(SAID))
def test_is_shared_where_it_was_ticked_and_nowhere_else(said: list[Said]) -> None:
    room, left_out = shared(to_room(said))

    assert from_room(room) == tuple(each for each in said if each.share)
    assert left_out == sum(not each.share for each in said)
    assert shared(room) == (room, 0)


def test_leaves_no_word_of_what_was_not_ticked() -> None:
    room, left_out = shared(to_room([ANSWER, LINE]))

    assert "CANARIO-7F" not in json.dumps(room)
    assert "La policía remite al fiscal." in json.dumps(room, ensure_ascii=False)
    assert left_out == 1


def test_reads_the_answers_of_older_files_as_not_ticked() -> None:
    old = {"answers": ["¿Quién remite? La policía.", "  "]}

    assert from_room(old) == (Said("answer", "", "¿Quién remite? La policía."),)
    assert shared(old) == ({}, 1)


@pytest.mark.parametrize(
    "room",
    [
        {"words": [{"kind": "pad", "group": "1", "text": "secreto", "share": "yes"}]},
        {"words": [{"kind": "pad", "group": "1", "text": "secreto", "share": 1}]},
        {"words": [{"share": True, "text": ["secreto"]}]},
        {"words": "secreto"},
        {"words": {"share": True, "text": "secreto"}},
        {"findings": {"1": [{"share": True, "text": "secreto"}]}},
    ],
)
def test_shares_nothing_of_a_shape_that_it_does_not_know(room: dict[str, Any]) -> None:
    assert [each.text for each in from_room(room)] == ["secreto"]
    assert shared(room) == ({}, 1)


def test_says_nothing_where_nothing_was_said() -> None:
    assert to_room([]) == to_room([Said("pad", "1", "  ")]) == {}
    assert from_room({}) == from_room({"words": []}) == ()


def test_an_entry_point_is_shared_with_its_parts_and_no_part_says_what_is_hidden() -> None:
    room, left_out = shared(to_room([ENTRY]), lambda text: text.replace("COFADEH", "sociedad civil"))

    (entry,) = from_room(room)
    assert entry.parts == ENTRY.parts | {"risk": "Que la sociedad civil quede expuesta"}
    assert (entry.about, left_out) == ("fusina", 0)


def test_what_is_about_something_that_stays_inside_does_too_ticked_or_not() -> None:
    room, left_out = shared(to_room([ENTRY, replace(ENTRY, about="x-9")]), placed={"fusina": None, "x-9": ""}.get)

    assert [each.about for each in from_room(room)] == [""]  # not on the map any more: its words are ticked
    assert left_out == 1


@pytest.mark.parametrize(
    "parts", ["secreto", ["secreto"], {"partner": ["secreto"], "risk": {"de": "secreto"}, "budget": "secreto"},
              {"partner": None, "risk": " ", "progress": 7}, None],
)  # fmt: skip
def test_reads_no_part_of_a_shape_that_it_does_not_know(parts: Any) -> None:
    hostile = {"words": [{"kind": "entry", "group": "1", "text": "FUSINA", "share": True, "parts": parts}]}

    assert from_room(hostile) == (Said("entry", "1", "FUSINA", share=True),)
    assert "secreto" not in json.dumps(shared(hostile)[0])


def test_an_entry_point_can_be_told_from_another_and_counted_once() -> None:
    """Pages put what several files say into one list, each thing once."""
    assert list(dict.fromkeys([ENTRY, replace(ENTRY), replace(ENTRY, parts={})])) == [ENTRY, replace(ENTRY, parts={})]
