"""The observer's wall: every group, only to look, and nothing that may not be shared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mapping.changes import Change
from mapping.live import Hub
from mapping.store import Seat, Word, Workshop
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


@pytest.mark.parametrize(
    "page",
    [
        "facilitator/workshop", "facilitator/wall", "facilitator/compare", "facilitator/discuss", "facilitator/debrief",
        "group/build", "group/explore",
    ],
)  # fmt: skip
def test_an_observer_finds_no_note_no_pack_and_nothing_to_open_on_any_page(
    visit: Visit, seat: Sit, room: Hub, workshop: Workshop, page: str
) -> None:
    """Whichever address is typed, and with all that the facilitator may have opened to the tables."""
    room.open_sensitive(workshop.id)
    room.open_findings(workshop.id)
    room.open_compare(workshop.id)
    map_id = workshop.group("1").map_id
    gang = {"id": "x-banda", "name": "Banda del mercado", "kind": "criminal"}
    secret = {"id": "x-secreta", "kind": "collusion", "source": "x-banda", "target": "pn", "note": "SECRETO-9Q"}
    for n, (op, body) in enumerate((("add", {"actor": gang}), ("link", {"link": secret})), 90):
        room.store.maps.append(map_id, Change(f"c-{n}", "p-table", n, op, body), now=room.clock())
    said = Word("n-1", "1", "3", "pad", 0, "pn", "", "SECRETO-9Q", False, False, "", 0, "p-table", room.clock())
    room.store.words.write(workshop.id, said, now=room.clock())

    screen = visit(f"{page}.py", "es", seat("observer"))

    given = str(screen.data())
    assert "CANARIO-7F" not in given + screen.says  # a note of group 1
    assert "SECRETO-9Q" not in given + screen.says
    assert not screen.app.get("download_button")
    assert not [button for button in screen.app.button if button.key not in (None, "door")]
    assert not screen.app.get("file_uploader")
    assert not screen.app.text_area
    assert "data-act" not in screen.sheets
    assert all(row.get("mode", "read") == "read" for row in screen.data())
