from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from mapping.render.picture.outlines import OUTLINES
from mapping.render.picture.signs import SIGNS
from mapping.render.style import THEMES, load, style
from mapping.schema import HERE, schema

TOKENS = Path(__file__).parents[2] / "mapping" / "render" / "canvas" / "tokens.css"


def _rows() -> dict:
    return yaml.safe_load((HERE / "drawing.yaml").read_text(encoding="utf-8"))


def test_every_family_cell_and_answer_can_be_drawn() -> None:
    drawn = style()

    assert set(drawn.themes) == set(THEMES)
    assert all(set(theme.families) == set(schema().families) for theme in drawn.themes.values())
    assert set(drawn.shapes) == set(schema().cells)
    assert set(drawn.shapes.values()) <= set(OUTLINES)
    assert set(drawn.practice) == {*schema().choices("practice"), "disputed"}
    assert set(drawn.force) == set(schema().choices("uses_force"))
    assert set(drawn.formality) == set(schema().choices("formality"))
    assert set(drawn.strength) == set(schema().choices("strength"))


def test_every_sign_of_an_answer_has_a_path() -> None:
    signs = {line.sign for line in style().practice.values()} - {None, "words"}

    assert signs == set(SIGNS)


def test_cells_do_not_share_a_shape_nor_answers_a_line() -> None:
    shapes = list(style().shapes.values())
    lines = [(line.width, line.head, line.sign, line.dots) for line in style().practice.values()]

    assert len(set(shapes)) == len(shapes)
    assert len(set(lines)) == len(lines)


def test_a_family_without_a_colour_is_an_error_at_once() -> None:
    rows = _rows()
    del rows["families"]["authority"]["dark"]

    with pytest.raises(KeyError):
        load(rows)


@pytest.mark.parametrize("theme", THEMES)
def test_colours_are_those_of_the_canvas(theme: str) -> None:
    css = TOKENS.read_text(encoding="utf-8").split("@media print")[0]
    marks = {"light": ":root, :host", "dark": "\n[data-theme='dark']"}
    block = css.split(marks[theme])[1].split("}")[0]
    tokens = dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", block))
    drawn = style().themes[theme]

    for name in ("canvas", "paper", "hair", "control", "ink", "soft", "marker", "gap"):
        assert getattr(drawn, name).lower() == tokens[name].lower(), name
    for family, colour in drawn.families.items():
        assert colour.lower() == tokens[f"link-{style().tokens[family]}"].lower(), family


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(a: str, b: str) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_readable_on_what_it_stands_on(theme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 for text."""
    drawn = style().themes[theme]

    assert _contrast(drawn.ink, drawn.canvas) >= 4.5
    assert _contrast(drawn.soft, drawn.paper) >= 4.5
    assert _contrast(drawn.on_marker, drawn.marker) >= 4.5
    assert all(_contrast(drawn.on_link, colour) >= 4.5 for colour in drawn.families.values())
    assert _contrast("#777777", "#888888") < 4.5  # the measure can fail
