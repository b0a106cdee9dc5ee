"""Role sheets and the guide on paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from mapping.i18n import translate
from mapping.ui.role_sheets import ROLES
from tests.browser.story.room import Room


def printed(room: Room, path: str, language: str, to: Path) -> list[str]:
    """The text of each page as it comes out of a printer on A4."""
    page = room.screen()
    page.goto(f"{room.base}/{path}?lang={language}")
    page.locator("[data-print]").wait_for(timeout=40_000)
    page.pdf(path=to, format="A4", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", str(to), "-"], check=True, capture_output=True, text=True).stdout
    return [re.sub(r"\s+", " ", sheet) for sheet in text.split("\f") if sheet.strip()]


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_role_has_one_page_of_paper(browsers: Room, language: str, tmp_path: Path) -> None:
    t = translate(language)

    pages = printed(browsers, "sheets", language, tmp_path / "sheets.pdf")

    assert len(pages) == len(ROLES)
    for role, page in zip(ROLES, pages, strict=True):
        assert t(f"roles.{role}.title") in page
        assert t(f"roles.{role}.when")[-30:] in page
        assert t("roles.people")[-30:] in page


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_guide_prints_without_what_is_around_it(browsers: Room, language: str, tmp_path: Path) -> None:
    t = translate(language)

    pages = printed(browsers, "guide", language, tmp_path / "guide.pdf")

    assert 2 <= len(pages) <= 5
    assert t("help.print") not in " ".join(pages)
