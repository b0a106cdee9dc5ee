"""A silent round in browsers: begun on the wall, each on a map of its own, and then all of it on one."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import CHROMIUM
from tests.browser.table import ROOT, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
PATIENCE = 40_000


def on_own_map(screen: Screen) -> None:
    """Wait until this screen draws alone."""
    expect(screen.by("alone")).to_be_visible(timeout=PATIENCE)
    expect(screen.by("typebox")).to_be_enabled(timeout=PATIENCE)
    screen.settled()


def on_groups_map(screen: Screen) -> None:
    expect(screen.by("alone")).to_be_hidden(timeout=PATIENCE)
    screen.page.wait_for_function(
        f"map => ({ROOT})()?.sectorMap.map === map && ({ROOT})().sectorMap.line.state === 'live'",
        arg=screen.table.workshop.groups[0].map_id, timeout=PATIENCE,
    )  # fmt: skip


def test_each_draws_alone_and_then_it_is_one_map(table: Table) -> None:
    laptop, phone = table.screen(), table.screen(size=(390, 844), language="en")
    laptop.type("congreso")
    laptop.settled()
    wall = table.facilitator()
    wall.get_by_role("button", name="Ronda en silencio").click(timeout=PATIENCE)
    wall.get_by_role("button", name="Comenzar la ronda").click()
    expect(wall.get_by_test_id("round-on")).to_contain_text("cada quien dibuja en su propio mapa", timeout=PATIENCE)

    for screen in (laptop, phone):
        on_own_map(screen)
        assert screen.actors() == {"congreso"}
    laptop.type("pn", "Comedor La Cumbre")
    laptop.settled()
    phone.type("pn", "mp", "Comedores La Cumbre")
    phone.settled()
    assert len(laptop.actors()) == 3
    assert len(phone.actors()) == 4

    phone.open()  # a reload comes back to the same map
    on_own_map(phone)
    assert len(phone.actors()) == 4
    late = table.screen()
    on_own_map(late)
    assert late.actors() == {"congreso"}

    wall.get_by_role("button", name="Unir los mapas").click()
    for screen in (laptop, phone, late):
        on_groups_map(screen)
        screen.sees(5, 0)
    asked = laptop.by("doubles")
    expect(asked).to_contain_text("¿Son el mismo actor?", timeout=PATIENCE)
    expect(asked).to_contain_text("Comedor La Cumbre")
    laptop.by("double-same").click()
    phone.sees(4, 0)
    expect(laptop.by("doubles")).to_be_hidden()
    expect(phone.by("doubles")).to_be_hidden()
    laptop.by("undo").click()
    phone.sees(5, 0)
    expect(phone.by("doubles")).to_be_visible(timeout=PATIENCE)
    phone.by("double-different").click()
    expect(laptop.by("doubles")).to_be_hidden()
    assert len(laptop.actors()) == 5


def test_what_never_left_the_browser_comes_to_the_groups_map(table: Table) -> None:
    laptop, wall = table.screen(), table.facilitator()
    wall.get_by_role("button", name="Ronda en silencio").click(timeout=PATIENCE)
    wall.get_by_role("button", name="Comenzar la ronda").click()
    on_own_map(laptop)
    laptop.page.context.set_offline(True)
    laptop.page.wait_for_function(f"() => ({ROOT})().sectorMap.line.state !== 'live'", timeout=PATIENCE)
    laptop.type("pn")
    wall.get_by_role("button", name="Unir los mapas").click()
    expect(wall.get_by_test_id("round-on")).to_be_hidden(timeout=PATIENCE)

    laptop.page.context.set_offline(False)

    on_groups_map(laptop)
    laptop.settled()
    assert laptop.actors() == {"pn"}
