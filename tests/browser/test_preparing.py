"""Preparing in a browser: on a phone the own code and a session's name whole, and buttons of one size."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.story.room import CHROMIUM, LAPTOP, PHONE
from tests.browser.table import Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
CUT = """buttons => buttons.filter((button) => {
  const words = document.createRange();
  words.selectNodeContents(button.querySelector('p'));
  const said = words.getBoundingClientRect(), { right, bottom } = button.getBoundingClientRect();
  return said.right > right || said.bottom > bottom || button.querySelector('p').scrollWidth > button.clientWidth;
}).map((button) => button.textContent)"""


def _box(of: Locator) -> dict[str, float]:
    box = of.bounding_box()
    assert box
    return dict(box)


def test_on_a_phone_the_own_code_stands_before_the_cards(table: Table) -> None:
    page = table.facilitator("workshop", size=PHONE)
    code, card = page.get_by_test_id("own-code"), page.get_by_test_id("code-1")
    expect(card).to_be_visible(timeout=40_000)

    assert _box(code)["y"] < _box(card)["y"]
    expect(code).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [LAPTOP, (1024, 768), PHONE])
def test_what_can_be_done_beside_the_cards_has_one_size(table: Table, size: tuple[int, int]) -> None:
    page = table.facilitator("workshop", size=size)
    side = page.locator(".st-key-noprint-side")
    expect(side.get_by_role("button", name="Un grupo más")).to_be_visible(timeout=40_000)

    acts = [
        side.get_by_role("link", name="Empezar a dibujar"),
        side.get_by_role("link", name="Abrir la pantalla"),
        side.get_by_role("button", name="Imprimir las tarjetas"),
        side.get_by_role("link", name="Hojas de roles"),
    ]

    assert len({(_box(act)["x"], _box(act)["width"], _box(act)["height"]) for act in acts}) == 1
    assert len({act.evaluate("e => getComputedStyle(e.querySelector('p') ?? e).fontSize") for act in acts}) == 1


@pytest.mark.parametrize("language", ["es", "en"])
def test_on_a_phone_a_sessions_name_is_whole(table: Table, language: str) -> None:
    page = table.browsers.screen(PHONE)
    page.goto(f"{table.browsers.base}/workshop?lang={language}")
    sessions = page.locator(".st-key-plan-session [role=radio]")
    expect(sessions).to_have_count(3, timeout=40_000)

    assert sessions.evaluate_all(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
