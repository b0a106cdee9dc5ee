"""The kept picture of a map: what is painted again is little, and never anything else than what painting all gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.story.room import CHROMIUM

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine")

DRAW = """() => { view.ready(); view.stage.network.redraw(); return view.surface.picture.painted; }"""
# Squares of 8 × 8 px that differ between the picture as it was kept and the same painted from nothing. Edges may differ
# by a shade where a part was painted; a letter, a line or a shape that is not there (or still there) differs by more.
STALE = """() => {
  const { picture } = view.surface, { canvas } = view.stage, { width, height } = canvas;
  const pixels = () => canvas.getContext('2d').getImageData(0, 0, width, height).data;
  view.ready();
  view.stage.network.redraw();
  const kept = pixels();
  picture.forget();
  view.stage.network.redraw();
  const anew = pixels();
  const shade = (data, i, k) => (k === 3 ? data[i + 3] : (data[i + k] * data[i + 3]) / 255);
  let off = 0;
  for (let y = 0; y + 8 <= height; y += 8) {
    for (let x = 0; x + 8 <= width; x += 8) {
      let sum = 0;
      for (let p = 0; p < 64; p++) {
        const i = 4 * ((y + (p >> 3)) * width + x + (p & 7));
        sum += Math.max(...[0, 1, 2, 3].map((k) => Math.abs(shade(kept, i, k) - shade(anew, i, k))));
      }
      if (sum / 64 > 24) off += 1;
    }
  }
  return off;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.goto(f"{site}/?map=150x400")
    page.wait_for_function("window.ready", timeout=60_000)
    yield page
    page.close()


EDITS: dict[str, str] = {
    "a name": "view.patch({ actors: { a007: { ...view.map.actors.a007, name: 'Otro nombre más largo' } } })",
    "a place": "view.patch({ actors: { a011: { ...view.map.actors.a011, x: view.map.actors.a011.x + 90 } } })",
    "an answer": "view.patch({ links: { l0040: { ...view.map.links.l0040, practice: 'missing' } } })",
    "a new actor": "view.patch({ actors: { new: { id: 'new', name: 'Alguien nuevo', kind: 'media', x: 40, y: 30 } } })",
    "a new link": "view.patch({ links: { new2: { id: 'new2', source: 'a003', target: 'a090', kind: 'command' } } })",
    "one less": "view.patch({}, { actors: [], links: ['l0007'] })",
    "one selected": "view.select('a020')",
    "a link selected": "view.select('l0033')",
    "nothing selected": "view.select(null)",
    "what is on the way": "view.pending(['a030', 'l0050'])",
    "a finding": "view.highlight({ actors: ['a001', 'a002'], links: ['l0003'] })",
    "no finding": "view.highlight(null)",
    "others": "view.presence([{ seat: 's', number: 2, selected: 'a044' }])",
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_the_kept_picture_is_what_painting_everything_gives(page: Page, edit: str) -> None:
    page.evaluate(DRAW)

    page.evaluate(f"() => {{ {edit} }}")

    assert page.evaluate(STALE) == 0


@pytest.mark.parametrize("layer", ["lines", "signs"])
def test_a_pixel_that_was_left_behind_is_seen(page: Page, layer: str) -> None:
    page.evaluate(DRAW)

    page.evaluate("(layer) => view.surface.picture[layer].ctx.fillRect(300, 300, 9, 9)", layer)

    assert page.evaluate(STALE) > 0


def test_panning_moves_the_picture_and_paints_what_comes_into_sight(page: Page) -> None:
    page.evaluate(DRAW)

    page.mouse.move(715, 700)
    page.mouse.down()
    page.mouse.move(780, 731, steps=4)
    stale = page.evaluate(STALE)
    page.mouse.up()

    assert stale == 0


def test_an_edit_paints_a_part_and_a_frame_without_one_nothing(page: Page) -> None:
    def painted(act: str) -> int:
        drawn: int = page.evaluate(DRAW.replace("view.ready();", f"{act}; view.ready();", 1))
        return drawn

    painted("view.fit()")

    again, part, everything = (
        painted(""),
        painted("view.select('l0040')"),
        painted("view.stage.look({ x: 0, y: 0 }, 0.5)"),
    )

    assert again == 0
    assert 0 < part < 400
    assert everything > 500
