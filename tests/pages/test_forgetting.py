"""A workshop that was ended is in no cache of its pages, whoever ended it and whoever looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st

from mapping.errors import NotFound
from mapping.i18n import translate
from mapping.live import Hub, cookie_name
from mapping.model import SectorMap
from mapping.store import Plan, Seat, Workshop
from mapping.ui import boards, findings, taking, wall_cards, watching
from tests import golden
from tests.pages.conftest import PASSPHRASE, Screen, draw

Visit = Callable[..., Screen]


def test_counts_and_draws_anew_after_an_end() -> None:
    map: SectorMap = golden.group1()
    t = translate("es")
    known = findings.answered("m-1", 7, "3", False, map)
    drawn = wall_cards._drawn("m-1", 7, 14, map, t)
    observed = watching._drawn("m-1", 7, map, t)
    assert findings.answered("m-1", 7, "3", False, SectorMap()) is known  # kept by its number

    taking.forget()

    assert findings.answered("m-1", 7, "3", False, SectorMap()).map.actors == {}
    assert wall_cards._drawn("m-1", 7, 14, SectorMap(), t) != drawn
    assert watching._drawn("m-1", 7, SectorMap(), t) != observed


def test_what_a_board_asked_is_kept_while_its_workshop_lasts(workshop: Workshop) -> None:
    found = boards.board_of(workshop)
    asked = boards._asked(workshop.id).asked
    assert asked
    assert boards.board_of(workshop, revealed=True).agenda == found.agenda
    assert boards._asked(workshop.id).asked == asked  # another board of the same maps

    taking.forget()

    assert boards._asked(workshop.id).asked == 0


def test_every_cache_of_a_page_is_one_that_is_forgotten() -> None:
    """What `forget` clears is Streamlit's; a cache of another sort may hold no map, picture or pack."""
    ui = Path(taking.__file__).parent
    of_maps = {path.stem: re.findall(r"^@st\.cache_\w+.*\ndef (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
               for path in ui.glob("*.py")}  # fmt: skip
    others = {path.stem: re.findall(r"^@(?:lru_)?cache\b.*\ndef \w+\((.*?)\)", path.read_text("utf-8"), re.MULTILINE)
              for path in ui.glob("*.py")}  # fmt: skip

    assert {name for name, found in of_maps.items() if found} >= {
        "boards",
        "findings",
        "taking",
        "wall_cards",
        "watching",
    }
    assert [given for found in others.values() for given in found if re.search(r"[Mm]ap|Workshop|Board", given)] == []


def test_a_pack_is_gone_from_every_browser_with_its_workshop(
    visit: Visit, room: Hub, workshop: Workshop, seat: Callable[..., Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = seat("facilitator")
    page = visit("facilitator/debrief.py", "es", other)
    page.app.button(key="pack-make").click().run(timeout=120)
    stamp = page.app.session_state["pack"]
    assert taking._packed(stamp, workshop)[:2] == b"PK"
    board = boards.board_of(workshop)
    assert boards.board_of(workshop) is board

    _ends(visit, seat("facilitator"))
    monkeypatch.setattr(
        type(st.context), "cookies", property(lambda _: {cookie_name(other.id): room.keys.cookie(other)})
    )

    page.app.run()
    assert page.app.get("download_button") == []
    assert "svg" not in page.sheets.replace("svg viewBox", "")
    assert "CONADEH" not in page.says
    assert not _holds(page, "CONADEH")
    with pytest.raises(NotFound):
        taking._packed(stamp, workshop)  # a click on a page that was not drawn anew yet
    with pytest.raises(NotFound):
        boards.board_of(workshop)


def test_another_workshop_never_gets_the_pack_of_one_before(
    visit: Visit, room: Hub, workshop: Workshop, seat: Callable[..., Seat]
) -> None:
    """The same groups with as many changes: only the maps' own names tell the two apart."""
    page = visit("facilitator/debrief.py", "es", seat("facilitator"))
    page.app.button(key="pack-make").click().run(timeout=120)
    stamp = page.app.session_state["pack"]
    second = room.store.workshops.open(Plan(groups=2), PASSPHRASE, now=room.clock())
    for group, map in zip(second.groups, (golden.group1(), golden.group2()), strict=True):
        draw(room, group.map_id, map)

    assert taking._stamp(second) != stamp


def _ends(visit: Visit, facilitator: Seat) -> None:
    page = visit("facilitator/debrief.py", "es", facilitator)
    page.app.text_input(key="end-word").input("borrar")
    page.app.button(key="end-do").click().run()
    assert page.app.session_state["ended"]


def _holds(page: Screen, word: str) -> bool:
    """Whether the browser's session holds an archive, or this word."""
    state = page.app.session_state._state.filtered_state
    return word in repr(state) or any(isinstance(value, bytes) for value in state.values())


def test_forgets_what_its_own_session_was_about_to_take_in(
    visit: Visit, room: Hub, workshop: Workshop, seat: Callable[..., Seat]
) -> None:
    page = visit("facilitator/debrief.py", "es", seat("facilitator"))
    for name in ("take-in-read", "take-in-told"):
        page.app.session_state[name] = {"a": "CONADEH"}
    page.app.text_input(key="end-word").input("borrar")
    page.app.button(key="end-do").click().run()

    assert not _holds(page, "CONADEH")
