"""Hide everything: while the screens are covered no page of anybody's has a word of a map in its data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mapping.changes import Change
from mapping.live import Hub
from mapping.store import Seat, Word, Workshop
from mapping.ui import agenda, boards
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
Sit = Callable[..., Seat]
CANARY = "CANARIO-7F"
TELLING = (
    CANARY, "Fuerzas Armadas", "Armed Forces", "CONADEH", "conadeh", "ffaa", "Policía Nacional", "National Police",
    "picture mini", "'mode'",  # a small picture; a canvas, which would ask for the map itself
)  # fmt: skip
STAGES = ("workshop", "wall", "compare", "discuss", "debrief")
PAGES = [(f"facilitator/{stage}.py", {}) for stage in STAGES]
PAGES += [("facilitator/wall.py", {"group": "1"}), ("group/explore.py", {"group": "1"})]


def everything(page: Screen) -> str:
    """All that a page has sent to its browser."""
    return "\n".join(str(element.proto) for element in page.app.main) + str(page.data())


@pytest.fixture
def drawn(room: Hub, workshop: Workshop) -> Workshop:
    """Something that only these maps have, in a name, a note and the table's own words."""
    for group in workshop.groups:
        values = {"name": f"{CANARY} policial", "note": CANARY}
        change = Change(f"c-canary-{group.number}", "p-table", 99, "set", {"of": "pmop", "values": values})
        room.store.maps.append(group.map_id, change, now=room.clock())
        said = Word("n-1", group.number, "3", "finding", 0, "", "", CANARY, True, False, "", 0, "p-table", 0.0)
        room.store.words.write(workshop.id, replace(said, id=f"n-{group.number}"), now=room.clock())
    room.open_findings(workshop.id)
    room.open_compare(workshop.id)
    room.advance(workshop.id, 4)
    return workshop


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_the_facilitators_own_pages_have_nothing_of_any_map(
    visit: Visit, seat: Sit, room: Hub, drawn: Workshop, language: str, t: Any, page: str, query: dict[str, str]
) -> None:
    facilitator = seat("facilitator")
    assert page == "facilitator/workshop.py" or _tells(visit(page, language, facilitator, **query))

    room.hide(drawn.id)

    covered = visit(page, language, facilitator, **query)
    assert t("wall.covered.title") in covered.says
    assert _tells(covered) == []
    assert [button.key for button in covered.app.button] == ["show"]


@pytest.mark.parametrize("role", ["participant", "observer", "projector"])
@pytest.mark.parametrize("shown", ["map:1", "board", "difference", "clock"])
def test_nor_has_anybody_elses(
    visit: Visit, seat: Sit, room: Hub, drawn: Workshop, language: str, role: str, shown: str
) -> None:
    first = agenda.points(drawn, boards.board_of(drawn))[0]
    room.project(drawn.id, f"difference:{first.key}" if shown == "difference" else shown)
    room.hide(drawn.id)
    pages = {
        "participant": ["group/explore.py", "facilitator/compare.py"],
        "observer": ["facilitator/wall.py"], "projector": ["facilitator/projector.py"],
    }  # fmt: skip
    sitting = seat(role, "1" if role == "participant" else None)

    for page in pages[role]:
        assert _tells(visit(page, language, sitting)) == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_the_key_and_the_one_button_shows_everything_again(
    visit: Visit, seat: Sit, room: Hub, drawn: Workshop, stage: str
) -> None:
    facilitator = seat("facilitator")
    page = visit(f"facilitator/{stage}.py", "es", facilitator)
    assert page.sheets.count('data-key="H"') == 1
    assert "Ocultar todo (Alt+H)" in page.sheets

    room.hide(drawn.id)
    page.app.run()
    assert "data-key" not in page.sheets  # pressed once more in a hurry, it shows nothing
    page.app.button(key="show").click().run()

    assert not room.store.workshops.read(drawn.id).day.hidden
    assert page.sheets.count('data-key="H"') == 1


def _tells(page: Screen) -> list[str]:
    sent = everything(page)
    return [name for name in TELLING if name in sent]
