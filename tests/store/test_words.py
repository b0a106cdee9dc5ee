"""The room's own words: nobody writes over what another has just written, and nothing is shared without a tick."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mapping.errors import BadValue, Conflict, NotAllowed, NotFound, TooMany
from mapping.store import Store, Word, Workshop, WorkshopId
from mapping.store import words as module
from tests.store.conftest import NOW

ENTRY = Word(
    "e-1", "1", "4", "entry", 0, "fusina", "", "FUSINA", False, False, "", 0, "p-a", 0.0,
    {"partner": "CONADEH", "first_step": "Una mesa de trabajo"},
)  # fmt: skip
LINE = Word("n-1", "1", "3", "pad", 0, "pn", "", "La DGIC ya no existe", False, False, "", 0, "p-a", 0.0)


def test_keeps_a_word_with_its_number_and_time(store: Store, other: Store, workshop: Workshop) -> None:
    kept = store.words.write(workshop.id, replace(LINE, text="  La DGIC ya no existe "), now=NOW)

    assert kept == replace(LINE, rev=1, at=NOW)
    assert other.words.all(workshop.id) == (kept,)


def test_gives_a_group_its_own_words_and_the_room_all(store: Store, workshop: Workshop) -> None:
    mine = store.words.write(workshop.id, LINE, now=NOW)
    theirs = store.words.write(workshop.id, replace(LINE, id="n-2", group="2"), now=NOW)
    rooms = store.words.write(workshop.id, replace(LINE, id="n-3", group=None, kind="answer"), now=NOW)

    assert store.words.all(workshop.id, "1") == (mine,)
    assert set(store.words.all(workshop.id)) == {mine, theirs, rooms}


def test_refuses_what_was_written_over_an_older_text_and_says_what_stands(store: Store, workshop: Workshop) -> None:
    seen = store.words.write(workshop.id, LINE, now=NOW)
    theirs = store.words.write(workshop.id, replace(seen, text="La DGIC cerró en 2014", by="p-b"), now=NOW)

    with pytest.raises(Conflict) as caught:
        store.words.write(workshop.id, replace(seen, text="Falta la DPI"), now=NOW)

    assert caught.value.theirs == theirs
    assert store.words.all(workshop.id) == (theirs,)


def test_takes_the_same_writing_twice_as_once(store: Store, workshop: Workshop) -> None:
    first = store.words.write(workshop.id, LINE, now=NOW)

    assert store.words.write(workshop.id, LINE, now=NOW + 5) == first


def test_notices_a_late_writing_over_a_word_that_was_taken_out(store: Store, workshop: Workshop) -> None:
    seen = store.words.write(workshop.id, LINE, now=NOW)
    gone = store.words.write(workshop.id, replace(seen, text=" ", by="p-b"), now=NOW)

    with pytest.raises(Conflict):
        store.words.write(workshop.id, replace(seen, text="sigue aquí"), now=NOW)
    assert store.words.all(workshop.id) == ()
    assert store.words.write(workshop.id, replace(gone, text="otra vez"), now=NOW).rev == 3


def test_refuses_a_late_writing_of_what_was_never_kept(store: Store, workshop: Workshop) -> None:
    with pytest.raises(Conflict):
        store.words.write(workshop.id, replace(LINE, rev=4), now=NOW)


def test_says_nothing_of_another_groups_word(store: Store, workshop: Workshop) -> None:
    store.words.write(workshop.id, LINE, now=NOW)

    with pytest.raises(NotAllowed):
        store.words.write(workshop.id, replace(LINE, group="2", text="lo suyo"), now=NOW)
    with pytest.raises(NotAllowed):
        store.words.write(workshop.id, replace(LINE, kind="answer", rev=1), now=NOW)


def test_is_shared_once_it_is_ticked_and_not_any_more_when_its_text_changes(store: Store, workshop: Workshop) -> None:
    word = store.words.write(workshop.id, replace(LINE, share=True), now=NOW)
    assert not word.share  # nobody ticks by writing

    ticked = store.words.tick(workshop.id, word.id, True)
    assert (ticked.share, ticked.rev) == (True, word.rev)
    assert store.words.write(workshop.id, replace(ticked, verify=True), now=NOW).share
    assert not store.words.write(workshop.id, replace(ticked, rev=2, text="otra cosa", verify=True), now=NOW).share


def test_is_not_ticked_unread(store: Store, workshop: Workshop) -> None:
    read = store.words.write(workshop.id, LINE, now=NOW)
    store.words.write(workshop.id, replace(read, text="el sargento Pérez"), now=NOW)

    with pytest.raises(Conflict):
        store.words.tick(workshop.id, read.id, True, rev=read.rev)
    assert not any(word.share for word in store.words.all(workshop.id))
    with pytest.raises(NotFound):
        store.words.tick(workshop.id, "n-none", True)


@pytest.mark.parametrize(
    "word", [replace(LINE, text="¿" * 2_001), replace(LINE, text="a\0b"), replace(LINE, text="\ud83d"),
             replace(LINE, id=""), replace(LINE, id="n" * 81), replace(LINE, kind="poem"), replace(LINE, slot=-1),
             replace(LINE, about="x" * 201), replace(LINE, session=""), replace(LINE, parts={"partner": "CONADEH"}),
             replace(ENTRY, parts={"partner": "x" * 501}), replace(ENTRY, parts={"partner": "a\0b"}),
             replace(ENTRY, parts={"budget": "mucho"}), replace(ENTRY, parts={"risk": 3})],
)  # fmt: skip
def test_refuses_what_cannot_be_kept(store: Store, workshop: Workshop, word: Word) -> None:
    with pytest.raises(BadValue):
        store.words.write(workshop.id, word, now=NOW)


def test_keeps_as_many_as_a_table_can_write(store: Store, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORDS", 2)
    for n in range(2):
        store.words.write(workshop.id, replace(LINE, id=f"n-{n}"), now=NOW)

    with pytest.raises(TooMany):
        store.words.write(workshop.id, replace(LINE, id="n-2"), now=NOW)
    assert store.words.write(workshop.id, replace(LINE, id="n-2", group="2"), now=NOW).rev == 1
    finding = replace(LINE, id="finding-3-1-0", kind="finding")  # a screen that floods the pad keeps no table from it
    assert store.words.write(workshop.id, finding, now=NOW).rev == 1


def test_has_no_words_without_a_workshop(store: Store) -> None:
    with pytest.raises(NotFound):
        store.words.write(WorkshopId("w-none"), LINE, now=NOW)


def test_keeps_an_entry_point_with_the_parts_that_say_something(store: Store, other: Store, workshop: Workshop) -> None:
    kept = store.words.write(
        workshop.id, replace(ENTRY, parts={**ENTRY.parts, "partner": " CONADEH ", "risk": "  "}), now=NOW
    )

    assert kept == replace(ENTRY, rev=1, at=NOW)
    assert other.words.all(workshop.id) == (kept,)


def test_an_entry_point_of_which_any_part_changes_is_ticked_anew(store: Store, workshop: Workshop) -> None:
    kept = store.words.write(workshop.id, ENTRY, now=NOW)
    ticked = store.words.tick(workshop.id, kept.id, True, rev=kept.rev)

    assert store.words.write(workshop.id, replace(ticked, slot=4), now=NOW).share
    changed = store.words.write(workshop.id, replace(ticked, rev=2, slot=4, parts={"risk": "alto"}), now=NOW)
    assert (changed.share, changed.parts) == (False, {"risk": "alto"})


def test_nobody_writes_a_part_over_one_that_was_written_since(store: Store, workshop: Workshop) -> None:
    seen = store.words.write(workshop.id, ENTRY, now=NOW)
    theirs = store.words.write(workshop.id, replace(seen, parts={"partner": "OIM"}, by="p-b"), now=NOW)

    with pytest.raises(Conflict) as caught:
        store.words.write(workshop.id, replace(seen, parts={"partner": "DCAF"}), now=NOW)
    assert caught.value.theirs == theirs


def test_of_an_entry_point_that_was_taken_out_nothing_stays(store: Store, workshop: Workshop) -> None:
    kept = store.words.write(workshop.id, ENTRY, now=NOW)

    assert store.words.write(workshop.id, replace(kept, text=""), now=NOW).parts == {}
