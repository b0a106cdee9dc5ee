"""A map that one cannot edit, as the facilitator reads a group's: reachable and readable without a mouse."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests import golden
from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import ROOT, Table
from tests.browser.test_accessible import SMALL
from tests.browser.test_projector import _draw, _screen

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


def reader(table: Table, language: str = "es", **options: Any) -> Page:
    """The facilitator at the map of group 1."""
    _draw(table, "1", golden.group1())
    page = table.facilitator(language=language, **options)
    page.goto(f"{page.url}&group=1")
    page.wait_for_function(f"() => ({ROOT})()?.sectorMap.state.map.actors.size === 12", timeout=40_000)
    return page


def state(page: Page, part: str) -> Any:
    return page.evaluate(f"() => ({ROOT})().sectorMap.{part}")


def focused(page: Page) -> Any:
    return page.evaluate(f"() => ({ROOT})().getRootNode().activeElement?.dataset.testid")


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_map_is_a_stop_of_the_keyboard_and_says_what_it_is(table: Table, language: str) -> None:
    page = reader(table, language)
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(focused(page))
        if stops[-1] == "map-keys":
            break
    assert stops[-1] == "map-keys"
    names = {"es": "Mapa, para leer", "en": "Map, to read"}
    expect(page.get_by_role("application", name=names[language])).to_be_focused()

    page.keyboard.press("ArrowRight")
    first = state(page, "room.selected")
    said = page.get_by_test_id("voice").inner_text()
    assert said
    assert said == page.get_by_test_id("reading").inner_text()
    page.keyboard.press("ArrowLeft")
    assert state(page, "room.selected") not in (None, first)
    page.keyboard.press("End")
    page.keyboard.press("n")
    works = {"es": "¿Funciona?", "en": "Does it work?"}
    expect(page.get_by_test_id("reading")).to_contain_text(works[language])  # a link, as a sentence with its answer
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("reading")).to_be_hidden()


def test_who_reads_finds_filters_and_sees_the_keys_and_changes_nothing(table: Table) -> None:
    page = reader(table)
    seq = state(page, "state.seq")
    page.get_by_test_id("map-keys").focus()

    page.keyboard.press("b")
    page.keyboard.type("conadeh")
    page.keyboard.press("Enter")
    assert state(page, "room.selected") == "conadeh"
    assert focused(page) == "map-keys"
    expect(page.get_by_test_id("reading")).to_contain_text("CONADEH")

    page.keyboard.press("g")
    expect(page.get_by_test_id("lens")).to_be_visible()
    page.get_by_test_id("lens-family-oversight").click()
    expect(page.get_by_test_id("lens-says")).to_contain_text("Se ven")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("lens")).to_be_hidden()
    assert focused(page) == "map-keys"
    page.get_by_test_id("lens-all").click()

    page.get_by_test_id("map-keys").focus()
    page.keyboard.press("Home")
    for key in ("Delete", "Shift+ArrowRight", "0", "l", "t", "x", " ", "a", "Control+z"):
        page.keyboard.press(key)
    page.keyboard.press("?")
    expect(page.get_by_test_id("keys")).to_be_visible()
    expect(page.get_by_test_id("keys")).to_contain_text("buscar en el mapa")
    expect(page.get_by_test_id("keys")).not_to_contain_text("Supr")  # what one cannot do here is not offered
    page.wait_for_function(f"() => !({ROOT})().sectorMap.state.pending.length")
    assert state(page, "state.seq") == seq


def test_who_reads_finds_an_actor_by_a_name_that_only_the_catalogue_knows(table: Table) -> None:
    page = reader(table)
    page.get_by_test_id("map-keys").focus()

    page.keyboard.press("b")
    page.keyboard.type("fiscalía")  # it stands nowhere on this map
    expect(page.get_by_test_id("item-mp")).to_be_visible()
    expect(page.get_by_test_id("item-conadeh")).to_have_count(0)
    page.keyboard.press("Enter")

    assert state(page, "room.selected") == "mp"


def test_a_tap_on_a_phone_reads_out_what_it_touches(table: Table) -> None:
    page = reader(table, size=PHONE, has_touch=True, is_mobile=True)
    at = page.evaluate(f"() => ({ROOT})().sectorMap.room.view.pointsOf('pn').centre")
    page.touchscreen.tap(at["x"], at["y"])
    expect(page.get_by_test_id("reading")).to_contain_text("Policía Nacional")
    page.get_by_test_id("legend-open").click()
    expect(page.get_by_test_id("legend-sheet")).to_be_visible()
    assert page.evaluate(SMALL) == []
    page.get_by_test_id("legend-close").click()
    expect(page.get_by_test_id("legend-sheet")).to_be_hidden()


def test_the_rooms_screen_has_neither_a_stop_nor_tools(table: Table) -> None:
    _draw(table, "1", golden.group1())
    table.day(projected="map:1")
    page = _screen(table)
    page.wait_for_function(f"() => ({ROOT})()?.sectorMap.state.map.actors.size === 12", timeout=40_000)

    expect(page.get_by_test_id("lens-open")).to_have_count(0)
    expect(page.get_by_test_id("map-keys")).to_have_attribute("tabindex", "-1")
