"""Coming back by code, two tabs of one place, the code of the room's screen, and one who guesses beside the others."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import ROOT, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine"),
]


def _scan(table: Table, page: Page, code: str) -> None:
    page.goto(f"{table.browsers.base}/?code={code}&lang=es")


def _seat(page: Page) -> str:
    return parse_qs(urlsplit(page.url).query)["seat"][0]


def _enter(page: Page) -> str:
    page.get_by_test_id("enter-group").click()
    page.wait_for_url("**/build?**", timeout=30_000)
    return _seat(page)


def test_scanning_again_leads_back_to_the_same_place(table: Table) -> None:
    code = table.workshop.group("1").code
    page = table.browsers.screen(PHONE)
    _scan(table, page, code)
    page.get_by_text("Dibujar", exact=True).click()
    first = _enter(page)
    assert "view=draw" in page.url

    _scan(table, page, code)
    page.get_by_role("button", name="Seguir como pantalla 1").click()
    page.wait_for_url("**/build?**")
    assert _seat(page) == first
    assert "view=draw" in page.url  # what this screen does came back with it

    _scan(table, page, code)
    page.get_by_test_id("another").click()
    assert _enter(page) != first
    page.goto(f"{table.browsers.base}/?lang=en")
    page.get_by_role("button", name="Back to Group 1, screen 1").click()
    page.wait_for_url("**/build?**")
    assert _seat(page) == first


def test_another_groups_code_offers_no_place_of_this_one(table: Table) -> None:
    page = table.browsers.screen()
    _scan(table, page, table.workshop.group("1").code)
    _enter(page)

    _scan(table, page, table.workshop.group("2").code)

    expect(page.get_by_test_id("enter-group")).to_have_text("Entrar al Grupo 2")


def test_two_tabs_of_one_place_both_draw_and_lose_nothing(table: Table) -> None:
    first = table.screen()
    page = first.page.context.new_page()
    table.browsers.listen(page)
    second = Screen(table, page, "es", first.seat).open()

    first.type("fusina")
    second.type("congreso", "conadeh")
    first.type("policía nacional")

    for tab in (first, second):
        tab.settled()
        tab.sees(4, 0)
        assert tab.actors() == {"fusina", "congreso", "conadeh", "pn"}
        assert page.evaluate(f"() => ({ROOT})().sectorMap.line.state") == "live"


def test_the_screens_code_typed_on_a_second_computer_opens_the_wall_to_look_at(table: Table) -> None:
    draws = table.screen()
    page = table.browsers.screen()
    page.goto(f"{table.browsers.base}/s/{table.workshop.screen_code.lower()}")
    page.get_by_test_id("as-observer").click()
    expect(page.get_by_test_id("table-1")).to_be_visible(timeout=30_000)

    draws.type("fusina")

    expect(page.get_by_test_id("table-1").locator("svg").first).to_be_visible(timeout=30_000)
    page.get_by_test_id("open-1").click()
    page.wait_for_function(f"() => ({ROOT})()?.sectorMap.state.map.actors.size === 1", timeout=30_000)
    expect(page.get_by_test_id("typebox")).to_have_count(0)
    for code in (table.workshop.code, table.workshop.group("1").code, table.workshop.screen_code):
        assert code not in page.content()


def test_the_same_code_opens_the_rooms_screen(table: Table) -> None:
    page = table.browsers.screen()
    page.goto(f"{table.browsers.base}/?lang=es")
    page.get_by_test_id("code").fill(table.workshop.screen_code)
    page.get_by_test_id("enter").click()
    page.get_by_test_id("as-projector").click()

    page.wait_for_url("**/projector?**", timeout=30_000)
    shown = table.workshop.group("1").code
    expect(page.get_by_text(f"{shown[:3]} {shown[3:]}")).to_be_visible(timeout=30_000)


def test_who_guesses_waits_and_a_neighbour_behind_the_same_address_does_not(table: Table) -> None:
    guesser, neighbour = table.browsers.screen(), table.browsers.screen()
    for page in (guesser, neighbour):
        page.goto(f"{table.browsers.base}/?lang=es")
        page.get_by_test_id("code").wait_for()
    ask = """codes => Promise.all(codes.map((code) => fetch('/join', {method: 'POST', body: JSON.stringify({code})})
      .then((answer) => answer.status)))"""
    guessed = guesser.evaluate(ask, [f"WRNG{n:02}" for n in range(10)])
    assert guessed == [404] * 10

    for page in (guesser, neighbour):
        page.get_by_test_id("code").fill(table.workshop.group("1").code)
        page.get_by_test_id("enter").click()

    expect(guesser.get_by_test_id("door-says")).to_contain_text("Espere un minuto")
    expect(neighbour.get_by_test_id("enter-group")).to_be_visible()
