"""The room's screen, read from the back row: large names, thick lines, light, and nothing that must stay inside."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mapping.changes import Change, as_json
from mapping.live.access import Keys, secret_beside
from mapping.model import SectorMap
from mapping.store import Plan, SeatId
from tests import golden
from tests.browser.story.room import CHROMIUM, PROJECTOR
from tests.browser.table import ROOT, Table, with_store
from tests.compare.maps import five

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

FLOOR, LINE = 36, 6  # px at 1080 lines: cap height fills 10 minutes of arc where the wall is 4 widths away
_DRAWN = f"""() => {{
  const view = ({ROOT})()?.sectorMap?.room.view;
  if (!view?.drawing.actors.size) return null;
  view.ready();
  const {{ sizes, placed, links }} = view.drawing, {{ scale }} = view.stage;
  const widths = {{ works: 2.5, paper: 1.75, blocked: 2.5, missing: 2.25, disputed: 2.5 }}; // look: Links
  const thinnest = Math.min(...[...links.values()].map((k) => widths[k.practice] ?? 1.5));
  const shown = [...placed.names.values()].filter((p) => p.shown).length;
  return {{ name: 15 * sizes.text * scale, line: thinnest * sizes.line * scale, shown, all: placed.names.size,
    theme: view.container.dataset.theme, outside: view.outside }};
}}"""

OUTSIDE = """room => [...room.querySelectorAll('b, .group, .qr, footer')].filter((each) => {
  const box = each.getBoundingClientRect(), over = each.scrollWidth > each.clientWidth + 1;
  return box.right > innerWidth || box.bottom > innerHeight || (each.matches('b') && over);
}).map((each) => each.textContent || each.className)"""


def _draw(table: Table, group: str, drawn: SectorMap) -> None:
    map_id = table.workshop.group(group).map_id
    rows: list[dict[str, object]] = [{"op": "add", "actor": as_json(a)} for a in drawn.actors.values()]
    links = [replace(k, id=f"{map_id}-{n}") for n, k in enumerate(drawn.links.values())]  # type: ignore[arg-type]
    rows += [{"op": "link", "link": as_json(k)} for k in links]

    def append(store: Any) -> None:
        base = store.maps.state(map_id).seq
        change = Change(f"c-{map_id}", "p-test", base, "batch", {"label": "test", "changes": rows})
        store.maps.append(map_id, change, now=time.time())

    with_store(table.database, append)


def _screen(table: Table, *, dark: bool = False) -> Page:
    """The room's screen as the facilitator's link opens it."""
    page = table.browsers.screen(PROJECTOR, color_scheme="dark" if dark else "light")
    page.goto(_address(table))
    return page


def _address(table: Table) -> str:
    """What the facilitator's link opens: good once."""
    keys = Keys(secret_beside(Path(table.database.removeprefix("sqlite:///")).parent))
    ticket = keys.ticket(table.workshop.id, "projector", None, SeatId(f"s-{secrets.token_hex(12)}"))
    return f"{table.browsers.base}/projector?ticket={ticket}&lang=es"


def _room_map(page: Page) -> dict[str, Any]:
    page.wait_for_function(f"() => ({_DRAWN})()?.all === 12", timeout=40_000)
    page.wait_for_function(f"() => ({_DRAWN})().outside === 0")
    found: dict[str, Any] = page.evaluate(_DRAWN)
    return found


def test_one_groups_map_is_read_from_the_back_row_and_light_in_a_dark_room(table: Table) -> None:
    _draw(table, "1", golden.group1())
    table.day(projected="map:1")
    page = _screen(table, dark=True)

    drawn = _room_map(page)

    assert drawn["name"] >= FLOOR
    assert drawn["line"] >= LINE
    assert drawn["theme"] == "light"
    assert drawn["shown"] >= 9  # of 12
    left_out = drawn["all"] - drawn["shown"]
    says = page.get_by_test_id("unnamed")
    if left_out == 0:
        expect(says).to_be_hidden()
    elif left_out == 1:
        expect(says).to_have_text("Un actor va sin nombre: no cabe.")
    else:
        expect(says).to_have_text(f"{left_out} actores van sin nombre: no caben.")
    expect(page.get_by_test_id("legend")).to_be_hidden()
    assert page.get_by_test_id("typebox").count() == 0


def test_the_boards_picture_has_every_name_and_none_is_small(table: Table) -> None:
    _draw(table, "1", golden.group1())
    _draw(table, "2", golden.group2())
    table.day(projected="board")
    page = _screen(table, dark=True)
    board = page.get_by_test_id("room-board")
    expect(board.locator("svg")).to_be_visible(timeout=40_000)

    sizes = board.locator("svg").evaluate(
        """svg => {
          const k = svg.getScreenCTM().a, room = document.querySelector('[data-testid=room-board]');
          const names = [...svg.querySelectorAll('text[font-size="15"]:not([aria-hidden])')];
          return { names: names.map((text) => [text.textContent, 15 * k]), high: room.scrollHeight,
            back: getComputedStyle(room).backgroundColor };
        }"""
    )
    names = dict(sizes["names"])
    assert {"FUSINA", "Policía Militar", "Congreso Nacional", "INP"} <= set(names)
    assert len(names) == 11
    assert min(names.values()) >= FLOOR - 0.1
    assert sizes["back"] == "rgb(255, 255, 255)"
    assert sizes["high"] <= 1080  # nobody scrolls a projector


def test_the_level_that_is_chosen_on_compare_is_the_rooms_too(table: Table) -> None:
    plan = replace(table.workshop.plan, groups=3)
    table.workshop = with_store(table.database, lambda store: store.workshops.open(plan, "secreto", now=time.time()))
    for group, drawn in (("1", golden.group1()), ("2", golden.group2()), ("3", golden.group1())):
        _draw(table, group, drawn)
    table.day(projected="board")
    compare, room = table.facilitator("compare"), _screen(table).get_by_test_id("room-board")
    expect(room).to_contain_text("14 de 20 relaciones las dibujaron al menos 2 de los 3 grupos", timeout=40_000)

    compare.get_by_role("button", name="3 de 3 grupos").click(timeout=40_000)

    expect(room).to_contain_text("Los 3 grupos coinciden en 9 de 20 relaciones", timeout=15_000)
    expect(compare.get_by_role("button", name="3 de 3 grupos")).to_have_attribute("aria-pressed", "true")
    compare.reload()
    expect(compare.get_by_role("button", name="3 de 3 grupos")).to_have_attribute("aria-pressed", "true")


def test_a_position_and_a_note_that_are_on_the_map_never_reach_the_room(table: Table) -> None:
    _draw(table, "1", golden.group1())
    table.day(projected="map:1")
    a = table.screen()
    a.sees(12, 15)
    page = table.browsers.screen(PROJECTOR)
    heard: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    page.goto(_address(table))
    _room_map(page)

    change = f"values => ({ROOT})().sectorMap.change('set', {{ of: 'pn', values }})"
    a.page.evaluate(change, {"position": -2, "note": "CANARIO-7F"})
    a.settled()
    assert a.state("state.tray") == []
    a.page.evaluate(change, {"influence": 1})
    a.settled()
    page.wait_for_function(f"() => ({ROOT})().sectorMap.state.map.actors.get('pn').influence === 1")

    shown = page.evaluate(f"() => JSON.stringify([...({ROOT})().sectorMap.state.map.actors.values()])")
    assert {"pn", "conadeh"} <= {actor["id"] for actor in json.loads(shown)}
    said = "".join(heard) + shown
    assert "conadeh" in said  # it is this that was listened to
    assert "CANARIO-7F" not in said
    assert '"position' not in said


@pytest.mark.parametrize("groups", [4, 6, 12, 20])
def test_every_groups_code_and_square_is_on_the_wall_at_once(table: Table, groups: int) -> None:
    """Nobody can scroll a beamer."""
    plan = replace(table.workshop.plan, groups=groups)
    table.workshop = with_store(table.database, lambda store: store.workshops.open(plan, "secreto", now=time.time()))
    page = _screen(table)
    expect(page.get_by_test_id("room-code").locator("li")).to_have_count(groups, timeout=40_000)

    for size in (PROJECTOR, (1366, 768), (1024, 768)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        outside = page.get_by_test_id("room-code").evaluate(OUTSIDE)
        assert outside == [], size


@pytest.mark.parametrize("size", [(1280, 720), PROJECTOR])
def test_no_version_of_five_groups_is_below_the_edge(table: Table, size: tuple[int, int]) -> None:
    """A beamer does not scroll: the last version and what hangs on it are on the wall, also in 720 lines."""
    plan = Plan(question=golden.QUESTION, objective=golden.OBJECTIVE, groups=5)
    workshop = with_store(table.database, lambda store: store.workshops.open(plan, "secreto", now=time.time()))
    one = replace(table, workshop=workshop)
    for group, map in five().items():
        _draw(one, group, map)
    wall, leads = one.led("projector", "projector", "es", size), one.facilitator("compare")
    leads.locator(".agenda summary").click(timeout=40_000)

    for place in (1, 2, 4):  # one-sided, direction and rating: each in three versions
        leads.get_by_test_id(f"topic-{place}").locator("[data-act=project]").click()

        room = wall.get_by_test_id(f"difference-{place}")
        expect(room.locator("section")).to_have_count(3, timeout=20_000)
        assert room.evaluate("room => room.scrollHeight <= room.clientHeight + 1"), place
        assert room.evaluate("room => room.scrollWidth <= room.clientWidth + 1"), place
