"""What the wall says of each group by a clock that the test sets: who calls, who stands still, who has read aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mapping.changes import Change
from mapping.live import Hub
from mapping.live.reading import ABOUT
from mapping.scenario import named
from mapping.store import Seat, Workshop
from mapping.ui import tables, wall_controls
from mapping.ui.wall_cards import Table
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
Sit = Callable[..., Seat]
STEPS = named("honduras").exercise("3").steps
OVERSIGHT, TOWERS, PLENARY = ([s.id for s in STEPS].index(id) for id in ("oversight", "towers", "plenary"))
QUIET = named("honduras").exercise("3").quiet * 60


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(room: Hub, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    clock.now = room.clock() + 3600  # an hour after the groups have drawn
    monkeypatch.setattr(room, "clock", clock)
    return clock


def _table(room: Hub, workshop: Workshop, number: str = "1") -> Table:
    now = room.store.workshops.read(workshop.id)
    return next(table for table in tables.tables(now) if table.group.number == number)


def _is_stuck(room: Hub, workshop: Workshop, number: str = "1") -> bool:
    table = _table(room, workshop, number)
    return table.quiet is not None and table.still >= table.quiet


def test_a_group_that_draws_and_changes_nothing_for_minutes_is_stuck(
    room: Hub, workshop: Workshop, clock: Clock
) -> None:
    room.advance(workshop.id, OVERSIGHT)
    clock.now += QUIET - 1
    assert not _is_stuck(room, workshop)  # a new step is a new beginning, however long ago the last change was
    clock.now += 1
    assert _is_stuck(room, workshop)
    assert _is_stuck(room, workshop, "2")

    change = Change("c-99", "p-table", 99, "set", {"of": "pmop", "values": {"influence": 3}})
    room.store.maps.append(workshop.group("1").map_id, change, now=clock())

    assert not _is_stuck(room, workshop)
    assert _is_stuck(room, workshop, "2")


def test_nobody_is_stuck_while_drawing_is_paused_or_in_a_plenary(room: Hub, workshop: Workshop, clock: Clock) -> None:
    room.advance(workshop.id, OVERSIGHT)
    room.pause(workshop.id)
    clock.now += 10 * QUIET
    assert not _is_stuck(room, workshop)

    room.pause(workshop.id, False)
    assert not _is_stuck(room, workshop)  # it counts from the end of the pause
    clock.now += QUIET
    assert _is_stuck(room, workshop)

    room.advance(workshop.id, PLENARY)
    clock.now += 10 * QUIET
    assert not _is_stuck(room, workshop)


def test_who_draws_alone_does_not_stand_still(room: Hub, workshop: Workshop, clock: Clock, seat: Sit) -> None:
    room.advance(workshop.id, OVERSIGHT)
    own = room.store.solos.own(seat("participant", "1"), now=clock())
    room.alone(workshop.id)
    clock.now += QUIET
    assert _is_stuck(room, workshop)

    change = Change("c-1", "p-a", 9, "add", {"actor": {"id": "x-1", "name": "Patronato", "kind": "community"}})
    room.store.maps.append(own, change, now=clock())

    assert not _is_stuck(room, workshop)
    assert _is_stuck(room, workshop, "2")


def test_the_card_says_how_long_and_the_browser_goes_on_counting(
    room: Hub, workshop: Workshop, clock: Clock, visit: Visit, seat: Sit, language: str, t: Any
) -> None:
    room.advance(workshop.id, OVERSIGHT)
    clock.now += 60

    page = visit("facilitator/wall.py", language, seat("facilitator"))

    hour_ago = 3600 + 60  # the drawing; it is long ago four minutes after the step began
    assert f'data-age="{hour_ago}" data-quiet="{3600 + QUIET}"' in page.sheets
    assert "panel table still" not in page.sheets
    clock.now += QUIET
    page.app.run()
    assert page.sheets.count("panel table still") == 2


def test_a_hand_stands_on_its_groups_card_until_it_is_taken_down(
    room: Hub, workshop: Workshop, clock: Clock, visit: Visit, seat: Sit, language: str, t: Any
) -> None:
    page = visit("facilitator/wall.py", language, seat("facilitator"))
    assert 'data-testid="calls-' not in page.sheets

    hand = room.room(workshop.group("2").map_id).hand
    hand._turn(clock())
    clock.now += 120
    page.app.run()

    assert 'data-act="lower" data-value="2"' in page.sheets
    assert 'data-act="lower" data-value="1"' not in page.sheets
    assert 'data-age="120"' in page.sheets
    assert [table.group.number for table in tables.tables(workshop)] == ["1", "2"]  # nothing is sorted by it

    wall_controls.pressed(workshop, "lower", "2")
    page.app.run()
    assert 'data-act="lower"' not in page.sheets


def test_the_next_step_waits_for_the_reading_and_goes_on_anyway(
    room: Hub, workshop: Workshop, visit: Visit, seat: Sit, language: str, t: Any
) -> None:
    room.one_more(workshop.id)  # has drawn nothing: it has nothing to read, and nobody waits for it
    room.advance(workshop.id, TOWERS)
    page = visit("facilitator/wall.py", language, seat("facilitator"))
    assert page.app.button(key="next").label == t("wall.read.begin")
    page.app.button(key="next").click().run()

    day = room.store.workshops.read(workshop.id).day
    assert day.index == TOWERS
    assert t("wall.read.count", n=0, count=2) in page.says
    assert page.says.count(t("wall.read.not_yet")) == 2
    room.store.workshops.voice(workshop.id, ABOUT, workshop.group("2").map_id, day.reading, by="p-table", now=1.0)
    page.app.run()
    assert t("wall.read.count", n=1, count=2) in page.says
    assert t("wall.read.done") in page.says

    assert page.app.button(key="next").label == t("wall.read.go_on")
    page.app.button(key="next").click().run()

    assert room.store.workshops.read(workshop.id).day.index == TOWERS + 1
    assert t("wall.read.done") not in page.says


def test_the_wall_says_what_the_tables_are_told_to_do(
    visit: Visit, language: str, seat: Sit, room: Hub, workshop: Workshop
) -> None:
    told = STEPS[OVERSIGHT].instruction[language]
    facilitator = seat("facilitator", None)
    assert told not in visit("facilitator/wall.py", language, facilitator).says

    room.advance(workshop.id, OVERSIGHT)

    assert told in visit("facilitator/wall.py", language, facilitator).says
