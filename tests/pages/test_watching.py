"""The observer's wall: every group, only to look, and nothing that may not be shared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mapping.live import Hub
from mapping.store import Seat, Workshop
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
Sit = Callable[..., Seat]


def test_an_observer_sees_every_group_and_nothing_to_press(
    visit: Visit, seat: Sit, workshop: Workshop, language: str, t: Any
) -> None:
    page = visit("facilitator/wall.py", language, seat("observer"))

    for group in workshop.groups:
        assert t("frame.group", number=group.number) in page.says
        assert group.code not in page.sheets
    assert workshop.code not in page.sheets
    assert not page.app.button
    assert "<button" not in page.sheets
    assert t("frame.not_yours.title") not in page.says


def test_an_observers_map_in_full_is_read_with_its_own_token(
    visit: Visit, seat: Sit, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/wall.py", "es", seat("observer"), group="2")

    canvas = page.component("mode")
    assert (canvas["mode"], canvas["map"]) == ("read", workshop.group("2").map_id)
    assert room.entrant(canvas["token"])[0].role == "observer"


def test_nothing_is_observed_while_the_screens_are_covered(
    visit: Visit, seat: Sit, room: Hub, workshop: Workshop
) -> None:
    room.hide(workshop.id)

    page = visit("facilitator/wall.py", "es", seat("observer"), group="1")

    assert "svg" not in page.sheets
    assert all("mode" not in row for row in page.data())


def test_a_table_is_no_observer(visit: Visit, seat: Sit, t: Any, language: str) -> None:
    assert t("frame.not_yours.title") in visit("facilitator/wall.py", language, seat("participant", "1")).says
