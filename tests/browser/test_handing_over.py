"""From one laptop to another: the file is saved, and a second server goes on with the workshop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import HOST, Room
from tests.browser.story.server import Server
from tests.browser.table import Table, with_store


@pytest.fixture
def elsewhere(browsers: Room, tmp_path: Path) -> Iterator[Room]:
    """Another laptop, with a database and a secret of its own."""
    served = Server(tmp_path)
    served.start()
    opened = Room(browsers.browser, f"http://{HOST}:{served.port}")
    yield opened
    while opened.contexts:
        opened.contexts.pop().close()
    served.kill()
    assert not opened.faults


def test_a_workshop_goes_on_on_another_laptop(table: Table, elsewhere: Room, tmp_path: Path) -> None:
    drawing = table.screen()
    drawing.type("Congreso Nacional", "Policía Nacional")
    drawing.settled()
    leads = table.facilitator("debrief")
    leads.get_by_role("button", name="Pausar aquí el dibujo y entregar").click()
    expect(drawing.by("paused")).to_be_visible(timeout=20_000)
    with leads.expect_download() as saved:
        leads.get_by_role("button", name="Guardar el archivo").click()
    stick = tmp_path / saved.value.suggested_filename
    saved.value.save_as(stick)

    page = elsewhere.screen((1440, 900))
    page.goto(f"{elsewhere.base}/?lang=es")
    page.get_by_role("link", name="Seguir desde un archivo").click()
    page.locator('input[type="file"]').set_input_files(stick)
    page.locator('input[type="password"]').fill("secreto")
    page.get_by_role("button", name="Seguir aquí").click()

    code = table.workshop.groups[0].code
    expect(page.get_by_test_id("code-1")).to_have_text(f"{code[:3]} {code[3:]}", timeout=40_000)
    page.goto(page.url.replace("/workshop?", "/wall?"))
    expect(page.get_by_test_id("table-1").locator(".counts")).to_contain_text("2", timeout=40_000)
    assert with_store(table.database, lambda store: store.workshops.read(table.workshop.id)).day.moved
