"""No page speaks two languages: what Streamlit says in English only is said in the page's language, and back again."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mapping.scenario import named
from tests import golden
from tests.browser.story.room import CHROMIUM
from tests.browser.table import Table
from tests.browser.test_projector import _draw

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
# Names of controls and short texts outside of what we draw, in words that only English has.
ENGLISH = r"""() => {
  const words = /\b(the|and|open|close|show|hide|choose|remove|increment|decrement|password|select|press|clear|search|upload|drag|here|skip|content|dismiss|available|options|results|file|number|range|value|scroll)\b/i;
  const out = [], seen = (e) => e.checkVisibility() || getComputedStyle(e).clipPath !== 'none';
  const theirs = (e) => e && !e.closest('.sheet, style, script, noscript') && (!e.closest('[data-testid="stMarkdownContainer"]') || e.closest('[data-testid="stFileUploaderDropzone"]'));
  for (const e of document.body.querySelectorAll('*')) for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    if (theirs(e) && seen(e) && words.test(e.getAttribute(name) ?? '')) out.push(`${name}: ${e.getAttribute(name)}`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) { const { data, parentElement: at } = texts.currentNode;
    if (theirs(at) && seen(at) && data.trim() && words.test(data)) out.push(`text: ${data}`); }
  return out; }"""  # noqa: E501


def english(page: Page) -> list[str]:
    found: list[str] = page.evaluate(ENGLISH)
    return found


def at(page: Page, table: Table, path: str, **query: str) -> None:
    seat = page.url.partition("seat=")[2].partition("&")[0]
    asked = "".join(f"&{key}={value}" for key, value in query.items())
    page.goto(f"{table.browsers.base}/{path}?lang=es{f'&seat={seat}' if seat else ''}{asked}")


def test_preparing_says_nothing_in_english_whatever_one_does(table: Table) -> None:
    page = table.browsers.screen()
    at(page, table, "workshop")
    more = page.get_by_role("button", name="Uno más")
    expect(more).to_be_visible(timeout=40_000)
    expect(page.get_by_role("button", name="Uno menos")).to_be_visible()

    groups = page.get_by_label("Grupos", exact=True)
    groups.fill("99")
    groups.press("Tab")
    page.get_by_label("Frase de acceso").fill("los once puentes")
    page.get_by_role("button", name="Mostrar lo escrito").click()
    expect(page.get_by_role("button", name="Ocultar lo escrito")).to_be_visible()
    assert english(page) == []

    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="One more")).to_be_visible()
    expect(page.get_by_role("button", name="Uno más")).to_have_count(0)
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("path", ["", "open", "scenario", "help"])
def test_the_library_says_nothing_in_english(table: Table, path: str) -> None:
    page = table.browsers.screen()
    at(page, table, path)
    expect(page.get_by_role("heading").first).to_be_visible(timeout=40_000)
    page.wait_for_function("() => document.documentElement.lang === 'es'")
    for box in page.get_by_role("combobox").all():
        box.click()
        box.fill("zz")
        assert english(page) == []
        page.keyboard.press("Escape")

    assert english(page) == []


@pytest.mark.parametrize("path", ["wall", "compare", "discuss", "debrief", "explore"])
def test_the_facilitators_pages_say_nothing_in_english(table: Table, path: str) -> None:
    _draw(table, "1", golden.group1())
    _draw(table, "2", golden.group2())
    page = table.facilitator()
    query: dict[str, Any] = {"group": "1"} if path == "explore" else {}
    at(page, table, path, **query)
    expect(page.get_by_role("heading").first).to_be_visible(timeout=40_000)
    page.wait_for_function("() => document.documentElement.lang === 'es'")

    for box in page.get_by_role("combobox").all():
        box.click()
        expect(page.get_by_role("option").first).to_be_visible()
        assert english(page) == []
        page.keyboard.press("Escape")
    assert english(page) == []


def test_a_table_reads_the_exercises_question_in_its_own_language(table: Table) -> None:
    asked = named("honduras").exercise("3").question
    assert table.workshop.plan.question == asked["es"]

    for language in ("en", "es"):
        expect(table.screen(language=language).by("question")).to_have_text(asked[language])
