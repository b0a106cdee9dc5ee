"""The facilitator's wall in a browser: what is opened there reaches the tables, and what tables open is seen there."""

from __future__ import annotations

from time import time

import pytest
from playwright.sync_api import expect

from mapping.scenario import named
from tests.browser.story.room import CHROMIUM
from tests.browser.table import Table
from tests.browser.test_proposing import proposer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


def test_a_switch_on_the_wall_lets_the_phones_of_one_table_draw(table: Table) -> None:
    laptop = table.screen()
    laptop.type("conadeh", "pn")
    laptop.settled()
    phone = proposer(table)
    expect(phone.by("standing")).to_contain_text("propuesta")
    wall = table.facilitator()
    first, second = (wall.get_by_test_id(f"all-draw-{n}") for n in "12")
    expect(first).to_have_attribute("aria-checked", "false", timeout=40_000)

    first.click()

    expect(first).to_have_attribute("aria-checked", "true")
    expect(second).to_have_attribute("aria-checked", "false")
    expect(wall.get_by_test_id("table-1")).to_be_visible()  # the press did not open the map
    expect(wall.get_by_test_id("room-facts")).to_contain_text("En 1 de 2 mesas todos pueden dibujar.")
    expect(phone.by("standing")).to_contain_text("Todos pueden dibujar")
    expect(laptop.by("open-to-all").first).to_be_checked()

    laptop.by("open-to-all").first.uncheck()

    expect(first).to_have_attribute("aria-checked", "false")  # what a table does is seen on the wall
    expect(phone.by("standing")).to_contain_text("propuesta")


def test_all_tables_are_opened_by_keyboard_and_the_focus_stays_on_the_switch(table: Table) -> None:
    wall = table.facilitator(language="en")
    second = wall.get_by_role("switch", name="Everybody may draw, Group 2")
    expect(second).to_have_attribute("aria-checked", "false", timeout=40_000)

    second.focus()
    wall.keyboard.press("Space")
    expect(second).to_have_attribute("aria-checked", "true")
    expect(second).to_be_focused()

    wall.get_by_role("button", name="Let everybody draw").click()
    for n in "12":
        expect(wall.get_by_test_id(f"all-draw-{n}")).to_have_attribute("aria-checked", "true")
    wall.get_by_role("button", name="Others propose again").click()
    expect(second).to_have_attribute("aria-checked", "false")


def test_the_next_session_comes_to_every_screen_with_the_same_map(table: Table) -> None:
    last = len(named("honduras").exercise("3").steps) - 1
    table.day(index=last, started=time(), ends=time() + 300)
    laptop = table.screen()
    laptop.type("conadeh", "pn")
    laptop.settled()
    wall = table.facilitator()

    wall.get_by_role("button", name="Seguir con la sesión 4").click(timeout=40_000)
    wall.get_by_role("button", name="Empezar").click()

    recap = named("honduras").exercise("4").steps[0]
    expect(laptop.by("instruction")).to_have_text(recap.instruction["es"])
    expect(wall.get_by_test_id("step")).to_contain_text("Paso 1 de")
    assert set(laptop.state("state.map.actors")) == {"conadeh", "pn"}
    assert laptop.state("state.map.frame.session") == "4"


def test_the_wall_says_who_has_come_also_who_leads_or_observes(table: Table) -> None:
    wall = table.facilitator(language="en")
    expect(wall.get_by_test_id("people")).to_have_text("0 screens", timeout=40_000)
    expect(wall.get_by_test_id("others")).to_have_count(0)

    table.screen()
    expect(wall.get_by_test_id("people")).to_have_text("1 screen", timeout=15_000)
    table.facilitator("compare")
    expect(wall.get_by_test_id("others")).to_have_text("1 more facilitator", timeout=40_000)
    observer = table.led("observer", "wall", "en", (1440, 900))
    expect(wall.get_by_test_id("others")).to_have_text("1 more facilitator, 1 observer", timeout=40_000)

    observer.context.close()
    table.browsers.contexts.remove(observer.context)

    expect(wall.get_by_test_id("others")).to_have_text("1 more facilitator", timeout=15_000)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_every_step_is_reached_and_the_wall_keeps_its_line(table: Table, size: tuple[int, int]) -> None:
    table.day(index=2, started=time(), ends=time() + 600)
    wall = table.facilitator(size=size)
    line = wall.locator(".st-key-now")
    expect(line).to_be_visible(timeout=40_000)

    wall.get_by_role("button", name="Más", exact=True).click()

    last = wall.get_by_role("button", name="10 · Cierre")
    for button in (
        wall.get_by_role("button", name="1 · La pregunta"),
        last,
        wall.get_by_role("button", name="Sesión 4"),
    ):
        expect(button).to_be_in_viewport(ratio=1)
    over, under = wall.get_by_test_id("stPopoverBody").bounding_box(), line.bounding_box()
    assert over
    assert under
    assert over["y"] >= under["y"] + under["height"]
    last.click()
    expect(wall.get_by_test_id("step")).to_have_text("Paso 10 de 10")
    assert wall.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_pause_moves_nothing_of_the_line_of_now(table: Table, language: str) -> None:
    wall = table.facilitator(language=language)
    clock, pause = wall.locator(".st-key-now .clock"), wall.locator(".st-key-pause button")
    expect(pause).to_be_visible(timeout=40_000)
    expect(wall.locator(".st-key-next button")).to_be_visible()  # the last of the line: then it is whole
    before = clock.bounding_box()
    assert before

    pause.click()

    expect(wall.locator(".st-key-resume button")).to_be_visible(timeout=15_000)
    expect(wall.locator(".st-key-next button")).to_be_visible()
    after = clock.bounding_box()
    assert after
    assert (after["x"], after["width"]) == (before["x"], before["width"])


def test_a_pause_takes_no_room_from_the_strip_of_a_phone(table: Table) -> None:
    table.day(frozen=True, paused=time())
    for page in ("compare", "discuss", "debrief"):
        phone = table.facilitator(page, size=(390, 844))
        clock = phone.get_by_test_id("step-clock")
        expect(clock).to_be_visible(timeout=40_000)

        other = phone.get_by_role("link", name="English")
        box, left = other.bounding_box(), clock.bounding_box()
        assert box
        assert left
        assert left["x"] + left["width"] <= box["x"], page
        assert box["x"] + box["width"] <= 390, page
