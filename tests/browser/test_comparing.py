"""The board in a browser while a table goes on drawing: it follows, shows each version, and is arranged."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from mapping.changes import Change, as_json
from tests import golden
from tests.browser.story.room import CHROMIUM
from tests.browser.table import Table, with_store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture
def drawn(table: Table) -> Table:
    """Both groups have drawn the maps of the acceptance story."""
    for group, map in zip(table.workshop.groups, (golden.group1(), golden.group2()), strict=True):
        rows = [{"op": "add", "actor": as_json(a)} for a in map.actors.values()]
        rows += [{"op": "link", "link": as_json(k)} for k in map.links.values()]
        change = Change(f"c-{group.number}", "p-server", 0, "batch", {"label": "import", "changes": rows})
        with_store(table.database, lambda store, id=group.map_id, c=change: store.maps.append(id, c, now=time.time()))
    return table


def test_the_board_follows_a_table_that_goes_on_drawing(drawn: Table) -> None:
    laptop, wall = drawn.screen(), drawn.facilitator("compare")
    expect(wall.get_by_role("heading", level=1)).to_have_text("Coinciden 9 de 20 relaciones", timeout=40_000)
    expect(wall.get_by_test_id("section-only_seen")).not_to_contain_text("COSUDE coordina")

    laptop.type("bid > coordina > cosude")

    expect(wall.get_by_role("heading", level=1)).to_have_text("Coinciden 10 de 20 relaciones")
    expect(wall.get_by_test_id("joint-line")).to_contain_text("10 relaciones")


def test_a_link_that_is_pressed_shows_its_versions_until_it_is_shut(drawn: Table) -> None:
    wall = drawn.facilitator("compare")
    expect(wall.get_by_test_id("topic-1")).to_be_visible(timeout=40_000)
    link = wall.locator(
        '.jm [data-act="link"]', has=wall.locator("title", has_text="CONADEH supervisa a la Policía Militar")
    )

    link.dispatch_event("click")

    shown = wall.get_by_test_id("one-link")
    expect(shown.locator("li")).to_have_text(["1a medias", "2sí"])
    shown.get_by_role("button", name="Cerrar").click()
    expect(shown).to_be_hidden()


def test_the_agenda_is_arranged_on_one_screen_and_seen_so_on_another(drawn: Table) -> None:
    wall, second = drawn.facilitator("compare"), drawn.facilitator("compare")
    first = wall.get_by_test_id("topic-1").locator("h3")
    expect(first).to_contain_text("¿Quién remite casos a quién", timeout=40_000)

    wall.get_by_test_id("topic-2").get_by_role("button", name="Poner antes").click()
    expect(first).to_contain_text("¿Funciona la supervisión de CONADEH")
    wall.get_by_label("Otra pregunta para la sala").fill("¿Quién paga a los inspectores?")
    wall.get_by_role("button", name="Añadir").click()
    expect(wall.get_by_test_id("topic-4")).to_contain_text("¿Quién paga a los inspectores?")
    wall.get_by_test_id("topic-1").get_by_role("button", name="Ya se conversó").click()
    expect(wall.locator(".ag.done")).to_have_count(1)

    second.reload()
    expect(second.get_by_test_id("topic-1").locator("h3")).to_contain_text("¿Funciona la supervisión", timeout=40_000)
    expect(second.get_by_test_id("topic-4")).to_contain_text("¿Quién paga a los inspectores?")
