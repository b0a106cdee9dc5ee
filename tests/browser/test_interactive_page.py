"""The interactive page as a person opens it: from a memory stick, with the network off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from mapping.export.told import told
from mapping.i18n import translate
from mapping.model import SectorMap
from mapping.render.interactive import explore_html, html
from tests.browser.story.room import CHROMIUM, chromium
from tests.render.maps import HOSTILE, hostile

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


class Visit:
    """A page opened from a file without network, and everything that went wrong on it."""

    def __init__(self, browser: Browser, page: str, folder: Path, **size: int) -> None:
        path = folder / "map.html"
        path.write_text(page, encoding="utf-8")
        viewport = {"width": size.get("width", 1280), "height": size.get("height", 800)}
        self.context = browser.new_context(offline=True, viewport=viewport)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda e: self.wrong.append(str(e)))
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)
        self.page.on("dialog", lambda d: (self.wrong.append("dialog"), d.dismiss()))
        self.page.on("request", self._asked)
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("#map canvas")

    def _asked(self, request: Request) -> None:
        url = request.url
        if not url.startswith(("file:", "data:")):
            self.wrong.append(url)


def test_the_page_opens_from_a_file_and_asks_for_nothing(browser: Browser, tmp_path: Path, group1: SectorMap) -> None:
    visit = Visit(browser, html(group1, translate("es"), findings=told(group1, translate("es"))), tmp_path)

    assert visit.page.locator("h1").inner_text() == group1.frame.question
    assert visit.page.locator("#sentences li").count() == 15
    assert visit.wrong == []


def test_an_actor_is_found_from_the_keyboard_and_its_links_are_read(
    browser: Browser, tmp_path: Path, group1: SectorMap
) -> None:
    visit = Visit(browser, html(group1, translate("es")), tmp_path)

    visit.page.keyboard.press("Tab")
    visit.page.keyboard.type("policia militar")
    visit.page.locator("#found [aria-selected=true]").wait_for()
    visit.page.keyboard.press("Enter")

    said = visit.page.locator("#chosen").inner_text()
    assert "Policía Militar" in said
    assert "CONADEH supervisa a la Policía Militar · a medias" in said
    assert visit.wrong == []


def test_a_click_on_a_link_says_its_sentence(browser: Browser, tmp_path: Path, group1: SectorMap) -> None:
    visit = Visit(browser, explore_html(group1, translate("es")), tmp_path, width=900, height=520)
    spot = visit.page.evaluate(
        """() => {
            const e = EDGES.find((e) => e.sign === 'words');
            const [a, b] = [e.from, e.to].map((id) => NODES.find((n) => n.id === id));
            const box = DRAWING.box, el = document.getElementById('map');
            const w = box[2] - box[0] + 48, h = box[3] - box[1] + 56;
            const scale = Math.min(el.clientWidth / w, el.clientHeight / h, 1.25);
            const x = (a.x + b.x) / 2 - (box[0] + box[2]) / 2, y = (a.y + b.y) / 2 - (box[1] + box[3]) / 2;
            return [el.clientWidth / 2 + x * scale, el.clientHeight / 2 + y * scale];
        }"""
    )

    visit.page.mouse.click(*spot)

    visit.page.wait_for_function("document.getElementById('chosen').textContent.includes('hace falta')")
    assert visit.page.locator("#chosen").inner_text() == "Congreso Nacional supervisa a FUSINA · hace falta"
    assert visit.wrong == []


def test_pressing_a_finding_changes_what_is_drawn(browser: Browser, tmp_path: Path, group1: SectorMap) -> None:
    visit = Visit(browser, html(group1, translate("es"), findings=told(group1, translate("es"))), tmp_path)
    visit.page.evaluate("document.fonts.ready")
    before = visit.page.locator("#map canvas").screenshot()

    visit.page.locator("[data-finding='0']").click()

    assert visit.page.locator("[data-finding='0']").get_attribute("aria-pressed") == "true"
    assert visit.page.locator("#map canvas").screenshot() != before
    assert visit.wrong == []


def test_hostile_words_stay_words(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, html(hostile(), translate("es")), tmp_path)

    visit.page.locator("#find").fill("script")
    visit.page.locator("#found li").first.wait_for()
    visit.page.keyboard.press("Enter")

    assert HOSTILE in visit.page.locator("#chosen").inner_text()
    assert visit.page.locator("img").count() == 0
    assert visit.wrong == []
