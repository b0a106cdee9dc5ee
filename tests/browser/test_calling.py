"""What a table and whoever leads tell each other: a raised hand, the rules, and the map read back aloud."""

from __future__ import annotations

import re
from time import time

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import TOWERS, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


BOXES = """() => [...document.querySelectorAll('.table, .table .mini, .table .counts')].map((part) => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return [x, y, width, height];
})"""


def test_a_hand_raised_on_a_phone_is_seen_on_the_wall_and_taken_down_there(table: Table) -> None:
    laptop, phone = table.screen(), table.screen(size=PHONE)
    wall = table.facilitator()
    expect(wall.get_by_test_id("table-1")).to_contain_text("2 pantallas", timeout=40_000)
    stood = wall.evaluate(BOXES)

    phone.by("hand").click()

    for screen in (laptop, phone):
        expect(screen.by("hand")).to_have_attribute("aria-pressed", "true")
    called = wall.get_by_test_id("calls-1")
    expect(called).to_contain_text(re.compile(r"Llama desde hace \d+ s"))
    expect(wall.get_by_test_id("calls-2")).to_have_count(0)
    assert wall.evaluate(BOXES) == stood  # nothing on the wall moves for it

    called.click()

    expect(called).to_have_count(0)
    for screen in (laptop, phone):
        expect(screen.by("hand")).to_have_attribute("aria-pressed", "false")
    expect(wall.get_by_test_id("table-1")).to_be_visible()  # the press did not open the map

    laptop.by("hand").click()
    expect(called).to_be_visible()
    phone.by("hand").click()  # anybody at the table takes it back
    expect(called).to_have_count(0)


def test_each_table_reads_its_map_before_the_towers_are_over(table: Table) -> None:
    table.day(index=TOWERS, started=time(), ends=time() + 300)
    laptop, phone = table.screen(), table.screen(size=PHONE)
    laptop.type("mp", "CONADEH supervisa Policía Militar")
    laptop.settled()
    laptop.sees(3, 1)
    wall = table.facilitator()
    expect(laptop.by("read-back")).to_be_hidden()

    wall.get_by_role("button", name="Leer los mapas en voz alta").click(timeout=40_000)

    for screen in (laptop, phone):
        expect(screen.by("read-back")).to_be_visible()
        expect(screen.by("read-back")).to_contain_text("CONADEH supervisa a la Policía Militar")
        expect(screen.by("read-back")).to_contain_text("Sin valorar: CONADEH, Ministerio Público, Policía Militar.")
    expect(wall.get_by_test_id("have-read")).to_contain_text("0 de 1")

    phone.by("read-back-done").click()

    for screen in (laptop, phone):
        expect(screen.by("read-back")).to_be_hidden()
        expect(screen.by("read-back-open")).to_be_visible()
    expect(wall.get_by_test_id("have-read")).to_contain_text("1 de 1")
    expect(wall.get_by_test_id("read-1")).to_contain_text("Ya leyó su mapa")

    laptop.by("read-back-open").click()  # not yet after all
    laptop.by("read-back-not").click()
    expect(wall.get_by_test_id("have-read")).to_contain_text("0 de 1")
    wall.get_by_role("button", name="Seguir con el paso siguiente").click()

    for screen in (laptop, phone):
        expect(screen.by("read-back")).to_be_hidden()
        expect(screen.by("read-back-open")).to_be_hidden()
    expect(wall.get_by_test_id("step")).to_contain_text("Paso 8 de")


def test_a_line_that_is_not_right_leads_to_the_map_and_the_reading_comes_back(table: Table) -> None:
    table.day(index=TOWERS, reading=time())
    laptop = table.screen()
    laptop.type("CONADEH supervisa Policía Militar")
    laptop.settled()
    (link,) = laptop.state("state.map.links")

    laptop.by(f"read-{link}").click()

    assert laptop.state("room.selected") == link
    expect(laptop.by("read-back")).to_be_hidden()
    laptop.by("read-back-open").click()
    expect(laptop.by("read-back")).to_be_visible()
    laptop.page.reload()
    expect(laptop.by("read-back")).to_contain_text("CONADEH supervisa", timeout=40_000)
    wall = table.facilitator()
    wall.get_by_test_id("hide-all").click(timeout=40_000)
    expect(laptop.by("cover")).to_be_visible()
    expect(laptop.by("read-back")).not_to_contain_text("CONADEH")
    wall.get_by_role("button", name="Volver a mostrar").click()
    expect(laptop.by("read-back")).to_contain_text("CONADEH supervisa")


@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_the_house_rules_stand_on_the_first_step_alone(table: Table, size: tuple[int, int]) -> None:
    table.day(index=0, started=time(), ends=time() + 300)
    screen = table.screen(size=size, language="en")
    expect(screen.by("house-rules")).to_contain_text("never persons")

    screen.by("house-rules-read").click()
    expect(screen.by("house-rules")).to_be_hidden()
    screen.by("house-rules-open").click()
    expect(screen.by("house-rules")).to_be_visible()

    wall = table.facilitator(language="en")
    wall.get_by_role("button", name="Next step").click(timeout=40_000)
    expect(screen.by("house-rules")).to_be_hidden()
    expect(screen.by("house-rules-open")).to_be_hidden()
