"""Hide: one press covers every screen and takes the map out of it; what one had in hand is there again afterwards."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect

from mapping.changes import Change
from tests.browser.story.room import CHROMIUM, PHONE, PROJECTOR
from tests.browser.table import ROOT, Screen, Table, with_store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
DRAWN = f"() => Object.keys(({ROOT})().sectorMap.room.view.map.actors).sort()"


def _press(wall: Page, label: str) -> None:
    wall.get_by_role("button", name=label, exact=True).click()


def _camera(screen: Screen) -> dict[str, int]:
    point = screen.point("pmop")["centre"]
    return {axis: round(point[axis]) for axis in ("x", "y")}


def test_the_map_is_in_no_screen_while_it_is_covered_and_nothing_in_hand_is_lost(table: Table) -> None:
    a, phone = table.screen(), table.screen(size=PHONE)
    wall = table.facilitator("wall")
    a.type("policía militar", "FISCALÍA")
    a.settled()
    phone.sees(2, 0)
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.select('pmop')")
    field = a.by("inspector").locator("textarea").first
    field.fill("se lo dijo a media fra")
    phone.by("typebox").fill("La Fiscalía sup")
    where = _camera(a)

    _press(wall, "Ocultar todo")

    for screen in (a, phone):
        expect(screen.by("cover")).to_be_visible(timeout=15_000)
        screen.sees(0, 0)
        assert screen.page.evaluate(DRAWN) == []
    assert "Fiscalía General" not in phone.page.locator("body").inner_text()

    _press(wall, "Volver a mostrar")

    for screen in (a, phone):
        screen.sees(2, 0)
        expect(screen.by("cover")).to_be_hidden()
        assert screen.page.evaluate(DRAWN) == ["mp", "pmop"]
    assert a.state("room.selected") == "pmop"
    expect(field).to_have_value("se lo dijo a media fra")
    expect(phone.by("typebox")).to_have_value("La Fiscalía sup")
    assert _camera(a) == where  # nobody's map jumps


def test_what_is_left_half_written_when_the_screens_are_covered_is_stored_afterwards(table: Table) -> None:
    """The pause after which a note is stored ends under the cover, and the field is left there."""
    a, wall = table.screen(), table.facilitator("wall")
    a.type("policía militar")
    a.settled()
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.select('pmop')")
    field = a.by("inspector").locator("textarea").first
    field.press_sequentially("media fra")
    _press(wall, "Ocultar todo")
    expect(a.by("cover")).to_be_visible(timeout=15_000)
    field.evaluate("field => { field.value += 'se'; field.dispatchEvent(new Event('input', {bubbles: true})) }")
    field.evaluate("field => field.blur()")
    field.evaluate("field => field.dispatchEvent(new Event('change', {bubbles: true}))")
    _press(wall, "Volver a mostrar")
    expect(a.by("cover")).to_be_hidden()

    expect(field).to_have_value("media frase")
    a.settled()
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.room.state.map.actors.get('pmop')?.note === 'media frase'")


@pytest.mark.parametrize("shown", ["board", "code"])
def test_the_rooms_screen_is_covered_without_waiting_for_its_next_look(table: Table, shown: str) -> None:
    for group in table.workshop.groups:
        map_id = group.map_id
        rows = [{"op": "add", "actor": {"id": "pn", "name": "Policía Nacional", "kind": "core_security"}}]
        change = Change(f"c-{map_id}", "p-test", 0, "batch", {"label": "test", "changes": rows})
        with_store(table.database, lambda store, id=map_id, c=change: store.maps.append(id, c, now=time.time()))
    table.day(projected=shown)
    wall = table.facilitator("wall")
    expect(wall.get_by_test_id("hide-all")).to_be_visible(timeout=40_000)
    room = table.led("projector", "projector", "es", PROJECTOR)
    room.add_init_script("window.setInterval = () => 0")  # its next look never comes
    room.reload()
    drawn = room.get_by_test_id(f"room-{shown}")
    expect(drawn).to_be_visible(timeout=40_000)

    wall.keyboard.press("Alt+h")

    expect(room.locator(".cover-words")).to_be_visible(timeout=15_000)
    expect(drawn).to_have_count(0)
    _press(wall, "Volver a mostrar")
    expect(drawn).to_be_visible(timeout=15_000)


def test_one_key_covers_every_screen_from_every_stage(table: Table) -> None:
    a = table.screen()
    a.type("policía militar", "FISCALÍA")
    a.settled()
    compare, home = table.facilitator("compare"), table.facilitator("debrief", language="en")
    other = table.facilitator("wall")
    expect(other.locator(".mini svg").first).to_be_visible(timeout=40_000)
    expect(compare.get_by_test_id("hide-all")).to_be_visible(timeout=40_000)
    expect(home.get_by_test_id("hide-all")).to_be_visible(timeout=40_000)

    compare.keyboard.press("Alt+h")

    expect(a.by("cover")).to_be_visible(timeout=15_000)
    for page in (compare, home, other):
        expect(page.get_by_test_id("covered")).to_be_visible(timeout=15_000)
        expect(page.get_by_test_id("hide-all")).to_have_count(0)
    assert other.locator(".mini svg").count() == 0

    home.get_by_role("button", name="Show again").click()

    a.sees(2, 0)
    expect(other.locator(".mini svg").first).to_be_visible(timeout=15_000)
    home.get_by_role("textbox").first.focus()  # also while something is being typed
    home.keyboard.press("Alt+h")
    expect(a.by("cover")).to_be_visible(timeout=15_000)


def test_what_is_drawn_away_from_the_line_is_stored_once_the_cover_has_gone(table: Table) -> None:
    a, b = table.screen(), table.screen()
    wall = table.facilitator("wall")
    a.type("policía militar")
    a.settled()
    a.page.context.set_offline(True)
    a.page.evaluate("() => dispatchEvent(new Event('offline'))")
    a.type("FISCALÍA")
    _press(wall, "Ocultar todo")
    expect(b.by("cover")).to_be_visible(timeout=15_000)

    a.page.context.set_offline(False)
    expect(a.by("cover")).to_be_visible(timeout=15_000)
    assert len(a.state("state.pending")) == 1
    assert a.state("state.tray") == []
    _press(wall, "Volver a mostrar")

    a.settled()
    b.sees(2, 0)


def test_every_table_is_told_while_the_sensitive_layer_is_open(table: Table) -> None:
    laptop, phone = table.screen(), table.screen(size=(390, 844))
    expect(laptop.by("sensitive-open")).to_be_hidden()
    wall = table.facilitator("wall")
    _press(wall, "Abrir lo sensible…")

    _press(wall, "Abrir hasta que lo cierre")

    for screen in (laptop, phone):
        expect(screen.by("sensitive-open")).to_have_text("lo sensible está abierto", timeout=15_000)
        assert screen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    _press(wall, "Cerrar lo sensible")
    expect(phone.by("sensitive-open")).to_be_hidden(timeout=15_000)


def test_the_key_hides_everything_from_inside_the_map_of_findings_too(table: Table) -> None:
    a = table.screen()
    a.type("policía militar", "congreso")
    a.settled()
    page = table.facilitator("explore")
    page.goto(page.url + "&group=1")
    frame = page.frame_locator("iframe").first
    frame.locator("body").click(timeout=40_000)
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"

    page.keyboard.press("Alt+h")

    expect(page.get_by_test_id("covered")).to_be_visible(timeout=15_000)
    expect(a.by("cover")).to_be_visible(timeout=15_000)
