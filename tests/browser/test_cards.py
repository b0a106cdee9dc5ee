"""Join cards on paper: a page for each group, and on it the code of the Wi-Fi."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import segno
from segno import helpers

from tests.browser.table import Table, with_store


def test_each_group_has_a_page_and_phones_can_join_the_wifi_from_it(table: Table, tmp_path: Path) -> None:
    plan = replace(table.workshop.plan, wifi="Sala; Lempira", wifi_key='once:"puentes"')
    with_store(table.database, lambda store: store.workshops.set_plan(table.workshop.id, plan))
    page, paper = table.facilitator("workshop"), tmp_path / "cards.pdf"
    page.get_by_test_id("code-1").wait_for(timeout=40_000)

    page.pdf(path=paper, format="A4")

    text = subprocess.run(["pdftotext", str(paper), "-"], check=True, capture_output=True, text=True).stdout
    sheets = [sheet for sheet in text.split("\f") if sheet.strip()]
    assert len(sheets) == len(table.workshop.groups)
    for group, sheet in zip(table.workshop.groups, sheets, strict=True):
        assert group.code[:3] in sheet
        assert "Sala; Lempira" in sheet
    page.emulate_media(media="print")
    number = page.locator(".card .group").first
    assert number.evaluate("e => e.scrollHeight <= e.clientHeight && e.scrollWidth <= e.clientWidth")
    joins = segno.make(helpers.make_wifi_data("Sala; Lempira", 'once:"puentes"', "WPA"), error="m")
    drawn = page.get_by_test_id("wifi").first.locator("path.qrline").get_attribute("d")
    assert f'd="{drawn}"' in joins.svg_inline(border=2)
