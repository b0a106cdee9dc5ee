"""Without a network: a table saves its map on its own laptop, and the facilitator takes the file in."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mapping.imports import read
from mapping.store import Plan
from tests.browser.story.room import PHONE
from tests.browser.table import Table, with_store
from tests.golden import OBJECTIVE, QUESTION


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_phone_saves_its_map_from_the_tools_of_the_map(table: Table, tmp_path: Path, language: str) -> None:
    laptop = table.screen()
    laptop.type("Congreso Nacional", "Policía Nacional")
    laptop.settled()
    phone = table.screen(size=PHONE, language=language)
    phone.sees(2, 0)
    phone.by("tab-map").click()

    with phone.page.expect_download() as saved:
        phone.by("save-own").click()

    stick = tmp_path / saved.value.suggested_filename
    saved.value.save_as(stick)
    assert len(read(stick.read_bytes(), stick.name).file.map.actors) == 2
    box, zoom = phone.by("save-own").bounding_box(), phone.by("zoom-in").bounding_box()
    assert box
    assert zoom
    assert min(box["width"], box["height"]) >= 44  # a thumb's
    assert box["x"] + box["width"] <= zoom["x"]


def test_a_map_goes_from_a_table_to_the_facilitator_on_a_stick(table: Table, tmp_path: Path) -> None:
    drawing = table.screen()
    drawing.type("Congreso Nacional", "Policía Nacional")
    drawing.settled()
    with drawing.page.expect_download() as saved:
        drawing.by("save-own").click()
    stick = tmp_path / saved.value.suggested_filename
    saved.value.save_as(stick)
    assert stick.name == "group-1-INTERNAL.json"
    assert len(read(stick.read_bytes(), stick.name).file.map.actors) == 2
    expect(drawing.by("typebox")).to_be_visible()  # the page stays

    plan = Plan(question=QUESTION, objective=OBJECTIVE)
    elsewhere = with_store(table.database, lambda store: store.workshops.open(plan, "secreto", now=time.time()))
    leads = replace(table, workshop=elsewhere).facilitator("compare")
    leads.get_by_text("Recibir mapas en archivos").click()
    leads.locator('input[type="file"]').set_input_files(stick)
    expect(leads.get_by_text("Se conservó: 2 actores.")).to_be_visible(timeout=20_000)
    leads.get_by_role("button", name="Recibir el mapa").click()

    expect(leads.get_by_text("es ahora el mapa del grupo 1.")).to_be_visible(timeout=20_000)
    first = elsewhere.group("1").map_id
    assert len(with_store(table.database, lambda store: store.maps.state(first)).map.actors) == 2


def test_a_table_that_is_covered_saves_nothing(table: Table) -> None:
    table.day(hidden=True)

    answer = table.browsers.screen((1440, 900))
    answer.goto(f"{table.browsers.base}/health")
    code = table.workshop.groups[0].code
    join = "code => fetch('/join', {method: 'POST', body: JSON.stringify({code})}).then(a => a.json())"
    seat = answer.evaluate(join, code)["seat"]

    asked = answer.evaluate("seat => fetch('/own-map?seat=' + seat).then(a => a.status)", seat)
    assert asked == 403
    table.browsers.faults.clear()  # the browser reports the 403 in its console
