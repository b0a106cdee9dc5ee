"""The running step gets more time or less from every stage of the facilitator's, and all clocks follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mapping.live import Hub
from mapping.store import Seat, Workshop
from mapping.ui.clock import MINUTES, minutes_label, press_minutes
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
Sit = Callable[..., Seat]


@pytest.mark.parametrize("stage", ["workshop", "compare", "discuss", "debrief"])
def test_the_clock_of_every_stage_offers_it_once_a_step_runs(
    visit: Visit, seat: Sit, room: Hub, workshop: Workshop, language: str, t: Any, stage: str
) -> None:
    facilitator = seat("facilitator")
    assert 'data-act="minutes"' not in visit(f"facilitator/{stage}.py", language, facilitator).sheets

    room.advance(workshop.id, 4)

    page = visit(f"facilitator/{stage}.py", language, facilitator)
    assert page.sheets.count('data-act="minutes"') == len(MINUTES)
    assert all(minutes_label(t, n) in page.says for n in MINUTES)
    assert all(row.get("only_day") for row in page.data() if "maps" in row) == (stage in ("workshop", "debrief"))


def test_a_press_gives_it_and_what_is_not_on_a_button_is_nothing(room: Hub, workshop: Workshop) -> None:
    ends = room.advance(workshop.id, 4).day.ends or 0

    press_minutes(workshop, "minutes", "5")
    press_minutes(workshop, "minutes", "-1")
    press_minutes(workshop, "minutes", "900")

    assert room.store.workshops.read(workshop.id).day.ends == ends + 4 * 60
