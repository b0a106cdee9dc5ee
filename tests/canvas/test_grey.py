"""The live canvas on a grey printer: letters and signs are still read, and names of what is pale too."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.browser.story.room import CHROMIUM
from tests.render.vision import contrast

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine")

_BADGES = """() => {
  view.ready();
  const { placed, links } = view.drawing;
  return [...placed.badges].filter(([, b]) => b.shown).map(([id, { box, small }]) => {
    const a = view.stage.client({ x: box.x0, y: box.y0 }), b = view.stage.client({ x: box.x1, y: box.y1 });
    const { practice, unsure } = links.get(id);
    return { practice: small ? 'letter' : practice, box: [a.x, a.y, b.x, b.y], unsure };
  });
}"""


def _grey(page: Any) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("L"))


def _read(grey: np.ndarray, x0: float, y0: float, x1: float, y1: float) -> float:
    """Contrast between the darkest and the lightest grey of a piece (CSS px; the picture has 3 for each)."""
    piece = grey[int(y0 * 3) : int(y1 * 3), int(x0 * 3) : int(x1 * 3)]
    low, high = (f"#{int(v):02x}{int(v):02x}{int(v):02x}" for v in np.percentile(piece, [3, 97]))
    return contrast(low, high)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_and_signs_on_badges_are_read_in_grey(open_map: Any, theme: str) -> None:
    page = open_map(f"map=40x70&theme={theme}", device_scale_factor=3)
    grey, badges = _grey(page), page.evaluate(_BADGES)

    seen = set()
    for badge in badges:
        practice, (x0, y0, x1, y1) = badge["practice"], badge["box"]
        if badge["unsure"] or practice == "missing":
            continue  # their boxes hold words beside the badge; the picture's test measures those
        w, h = x1 - x0, y1 - y0
        seen.add(practice)
        if practice in ("works", "letter"):
            assert _read(grey, x0 + 0.3 * w, y0 + 0.28 * h, x1 - 0.3 * w, y1 - 0.28 * h) >= 4.5
        else:
            assert _read(grey, x0 + 0.2 * w, y0 + 0.25 * h, x0 + 0.42 * w, y1 - 0.25 * h) >= 4.5, practice
            assert _read(grey, x0 + 0.6 * w, y0 + 0.2 * h, x0 + 0.9 * w, y1 - 0.2 * h) >= 4.5, practice
    assert len(seen) >= 4


def test_names_outside_of_what_one_looks_at_are_soft_and_still_read(open_map: Any) -> None:
    page = open_map("map=group1", device_scale_factor=3)
    at = "id => { const { box } = view.drawing.placed.names.get(id), a = view.stage.client({ x: box.x0, y: box.y0 }), "
    at += "b = view.stage.client({ x: box.x1, y: box.y1 }); return [a.x, a.y, b.x, b.y] }"
    page.evaluate("view.lens({ actors: new Set(['pn', 'mp']), links: new Set(), hides: false }), view.ready()")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    assert _read(_grey(page), *page.evaluate(at, "bid")) >= 4.5
    page.evaluate("view.lens({ actors: new Set(['pn', 'mp']), links: new Set(), hides: true }), view.ready()")
    assert page.evaluate("[...view.drawing.actors.keys()].sort()") == ["mp", "pn"]
    page.evaluate("view.lens(null), view.ready()")
    assert page.evaluate("view.drawing.actors.size") == 12
