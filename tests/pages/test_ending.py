"""Before a workshop ends: the list of what to look at; ending now, or by itself on a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from mapping.changes import Change
from mapping.live import Hub
from mapping.store import Seat, Word, Workshop
from mapping.store.plan import KEEP_DAYS
from mapping.ui import ending, taking
from mapping.ui.identity import Here
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
WORD = Word("n-1", "1", "3", "pad", 0, "pn", "", "falta ver los partes", False, True, "fiscal", 0, "p-table", 0.0)


@pytest.fixture
def here(seat: Callable[..., Seat], workshop: Workshop) -> Here:
    return Here(seat("facilitator"), workshop)


@pytest.fixture
def done(room: Hub, workshop: Workshop, t: Any) -> Callable[[str], bool]:
    """Whether a line of the list is done now."""
    return lambda name: {c.name: c.done for c in ending.checks(t, room.store.workshops.read(workshop.id))}[name]


def said(page: Screen, name: str) -> str:
    """A line of the list as the page has it."""
    found = re.search(rf'<(button|span)[^>]*data-testid="check-{name}".*?</\1>', page.sheets)
    assert found is not None
    return found[0]


def test_a_layer_that_is_open_is_closed_from_the_list(room: Hub, here: Here, done: Callable[[str], bool]) -> None:
    assert done("sensitive")
    room.open_sensitive(here.workshop.id)
    assert not done("sensitive")

    ending._press(here, "sensitive")

    assert done("sensitive")
    assert not room.store.workshops.read(here.workshop.id).day.sensitive


def test_what_is_to_be_verified_is_listed_once_it_is_ticked(
    room: Hub, workshop: Workshop, done: Callable[[str], bool]
) -> None:
    assert done("verify")  # nothing is marked
    room.store.words.write(workshop.id, WORD, now=room.clock())
    assert not done("verify")

    room.store.words.tick(workshop.id, WORD.id, True)

    assert done("verify")


def test_a_pack_counts_as_taken_until_something_changes(
    visit: Visit, room: Hub, here: Here, done: Callable[[str], bool], language: str, t: Any
) -> None:
    page = visit("facilitator/debrief.py", language, here.seat)
    assert t("debrief.check.pack.never") in said(page, "pack")
    page.app.button(key="pack-make").click().run(timeout=120)
    assert not done("pack")  # made, and not yet downloaded

    taking._given(page.app.session_state["pack"], here.workshop.id)

    page.app.run()
    assert (done("pack"), t("debrief.check.pack.done") in said(page, "pack")) == (True, True)
    actor = {"id": "x-nuevo", "name": "Nuevo", "kind": "justice"}
    room.store.maps.append(
        here.workshop.group("1").map_id, Change("c-new", "p-table", 99, "add", {"actor": actor}), now=room.clock()
    )
    page.app.run()
    assert (done("pack"), t("debrief.check.pack.stale") in said(page, "pack")) == (False, True)


def test_what_only_a_person_can_tell_is_asked_and_kept_for_all_who_lead(
    visit: Visit, here: Here, seat: Callable[..., Seat], done: Callable[[str], bool], t: Any, language: str
) -> None:
    for name in ending.ASKED:
        assert 'role="checkbox" aria-checked="false"' in said(
            visit("facilitator/debrief.py", language, here.seat), name
        )
        ending._press(here, name)

        other = visit("facilitator/debrief.py", language, seat("facilitator"))
        assert 'aria-checked="true"' in said(other, name)
        assert done(name)
        ending._press(here, name)
        assert not done(name)


def test_names_that_look_like_a_persons_are_said(visit: Visit, room: Hub, here: Here, t: Any) -> None:
    actor = {"id": "x-gral", "name": "Gral. Romeo Vásquez", "kind": "core_security", "note": "vive en el barrio"}
    room.store.maps.append(
        here.workshop.group("2").map_id, Change("c-new", "p-table", 99, "add", {"actor": actor}), now=room.clock()
    )

    line = said(visit("facilitator/debrief.py", t.language, here.seat), "persons")

    assert t("debrief.check.persons.names", names="Gral. Romeo Vásquez (2)") in line
    assert "2" in line  # notes: one of group 1's, and this one
    assert "vive en el barrio" not in line


def test_the_list_says_how_much_is_done(visit: Visit, here: Here, language: str, t: Any) -> None:
    page = visit("facilitator/debrief.py", language, here.seat)
    assert t.count("debrief.check.done", 2, of=5) in page.says  # closed, and nothing to verify

    ending._press(here, "harm")

    page.app.run()
    assert t.count("debrief.check.done", 3, of=5) in page.says


def test_is_kept_until_another_day(visit: Visit, room: Hub, here: Here, language: str, t: Any) -> None:
    page = visit("facilitator/debrief.py", language, here.seat)
    planned = date.fromtimestamp(here.workshop.keep_until)
    page.app.segmented_control(key="end-way").select("later").run()
    assert t("debrief.end.kept", date=planned.isoformat()) in page.says
    assert "end-do" not in [button.key for button in page.app.button]
    field = page.app.date_input(key="keep-until")
    today = date.fromtimestamp(room.clock())
    assert (field.value, field.min, field.max) == (planned, today + timedelta(1), today + timedelta(KEEP_DAYS))

    for day in (today + timedelta(3), today + timedelta(200)):
        page.app.date_input(key="keep-until").set_value(day).run()
        page.app.button(key="keep-do").click().run()

        now = room.store.workshops.read(here.workshop.id)
        assert now.keep_until == datetime.combine(day + timedelta(1), time()).timestamp()
        assert t("debrief.end.kept", date=day.isoformat()) in page.says


def test_ends_by_itself_when_the_day_is_over(
    visit: Visit, room: Hub, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date.fromtimestamp(room.clock()) + timedelta(2)
    ending._keep(here.workshop, day)
    over = datetime.combine(day + timedelta(1), time()).timestamp()

    monkeypatch.setattr(room, "clock", lambda: over - 60)
    assert room.sweep() == ()
    monkeypatch.setattr(room, "clock", lambda: over + 60)
    assert room.sweep() == (here.workshop.id,)

    assert room.store.workshops.list_open() == ()
    page = visit("facilitator/debrief.py", "es", here.seat)
    assert "end-do" not in [button.key for button in page.app.button]
