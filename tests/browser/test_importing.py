"""A file of somebody else's is opened in a browser: seen first, its kinds confirmed or changed, then kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mapping.i18n import translate
from tests.browser.story.room import LAPTOP, PHONE
from tests.browser.table import ROOT, Table

ROWS = (
    "Origen;Destino;Relación\nPolicía Nacional;Fiscalía;compadrazgo\nCongreso;Defensoría del Pueblo;nombra a\n"
    "Fiscalía;Policía Nacional;\n"
).encode("cp1252")


def _opened(table: Table, language: str, path: Path, size: tuple[int, int] = LAPTOP) -> Page:
    page = table.browsers.screen(size)
    page.goto(f"{table.browsers.base}/open?lang={language}")
    page.get_by_text(translate(language)("open.file"), exact=True).click(timeout=40_000)
    page.locator('input[type="file"]').set_input_files(path)
    return page


@pytest.mark.parametrize(("language", "size"), [("es", LAPTOP), ("en", PHONE)])
def test_a_kind_is_changed_and_confirmed_and_the_map_is_there(
    table: Table, tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    t, path = translate(language), tmp_path / "relaciones.csv"
    path.write_bytes(ROWS)
    page = _opened(table, language, path, size)

    expect(page.get_by_test_id("open-counts")).to_contain_text("4", timeout=20_000)
    draw = page.get_by_role("button", name=t("open.draw"))
    expect(page.get_by_text(t("imports.words.lead"))).to_be_visible()
    expect(draw).to_have_count(0)

    box = page.get_by_role("combobox", name=re.compile("compadrazgo"))
    box.click()
    box.fill({"es": "coordinación", "en": "coordination"}[language])
    box.press("Enter")
    expect(page.get_by_text(re.compile(r"compadrazgo.* (taken as|se tomó como)"))).to_have_count(0)
    page.get_by_role("button", name=t("imports.words.confirm")).click()
    expect(draw).to_be_in_viewport() if size == LAPTOP else draw.scroll_into_view_if_needed()
    draw.click()

    page.wait_for_function(f"() => ({ROOT})()?.sectorMap?.state.map.links.size === 3", timeout=40_000)
    kinds = page.evaluate(f"() => [...({ROOT})().sectorMap.state.map.links.values()].map(k => k.kind)")
    assert sorted(kinds) == ["appointment", "cooperation", "other"]


@pytest.mark.parametrize(("language", "says"), [("es", "no es un texto JSON completo."), ("en", "it is no whole JSON")])
def test_a_broken_file_says_why_in_one_sentence(table: Table, tmp_path: Path, language: str, says: str) -> None:
    path = tmp_path / "roto.json"
    path.write_bytes(b'{"elements": [{"id"')
    page = _opened(table, language, path)

    expect(page.get_by_role("alert").filter(has_text=says)).to_be_visible(timeout=20_000)
    expect(page.get_by_test_id("open-counts")).to_have_count(0)
    expect(page.get_by_role("button", name=translate(language)("open.draw"))).to_have_count(0)
