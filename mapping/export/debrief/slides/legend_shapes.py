"""The legend of a map as shapes and texts: the same rows as beside the picture."""

from __future__ import annotations

from typing import Any

from mapping.export.debrief.slides.drawing import Run, Stroke, box, line, text
from mapping.export.debrief.slides.map_shapes import Paper, actor_shape, badge, stroke_of, tower
from mapping.render.picture import Composition
from mapping.render.picture.legend import Entry, entries
from mapping.render.picture.names import wrapped
from mapping.render.style import style
from mapping.schema import schema

WIDTH, _SIGN, _ROW, _TEXT = 176.0, 36.0, 21.0, 11.0  # points


def legend_shapes(slide: Any, picture: Composition, x: float, y: float, high: float) -> None:
    """Draw the legend at (x, y) into a height: rows move together where there are many."""
    found = entries(picture.scene, picture.brush, picture.t)
    set_rows = [(heading, [(e, wrapped(e.words, (WIDTH - _SIGN - 22) * 1.0, _TEXT, most=2)) for e in rows])
                for heading, rows in found]  # fmt: skip
    needed = sum(24 + sum(_high(lines) for _, lines in rows) for _, rows in set_rows)
    scale = min(1.0, high / needed) if needed else 1.0
    theme = picture.brush.theme
    for heading, rows in set_rows:
        text(slide.shapes, [[Run(heading, 10.5 * scale, theme.soft)]], x, y, WIDTH, 16 * scale)
        y += 16 * scale
        for entry, lines in rows:
            tall = _high(lines) * scale
            _sign(entry, Paper(slide, picture.brush, x, y + tall / 2, 0.78 * scale))
            words = [[Run(words, _TEXT * scale, theme.ink)] for words in lines]
            text(slide.shapes, words, x + _SIGN, y, WIDTH - _SIGN - 22, tall, anchor="middle")
            if entry.count:
                count = [[Run(str(entry.count), _TEXT * scale, theme.soft)]]
                text(slide.shapes, count, x + WIDTH - 22, y, 22, tall, align="end", anchor="middle")
            y += tall
        y += 8 * scale


def _high(lines: list[str]) -> float:
    return max(_ROW, len(lines) * 13.5 + 5)


def _sign(entry: Entry, paper: Paper) -> None:
    """What a row is about, 36 px wide, around the height 0 of its paper."""
    theme, value = paper.brush.theme, entry.value
    shapes = paper.slide.shapes
    match entry.sort:
        case "family":
            badge(paper, (16, 0), "works", schema().families[value])
        case "answer":
            drawn = style().line(value)
            hue = theme.gap if drawn.grey else theme.ink
            dots = (0.1, drawn.dots) if drawn.dots else ()
            line(paper.slide, paper.at((0, 0)), paper.at((36, 0)),
                 stroke_of(value, hue, drawn.width, dots, True, paper.scale))  # fmt: skip
            if drawn.head == "bar":
                line(paper.slide, paper.at((36, -7)), paper.at((36, 7)), Stroke(hue, paper.size(drawn.width)))
        case "form":
            dash = tuple(paper.size(d) for d in style().formality[value])
            line(paper.slide, paper.at((0, 0)), paper.at((36, 0)), Stroke(theme.ink, paper.size(2), dash))
        case "cell":
            actor_shape(paper, shapes, style().shapes[value], "none", (17, 0), 0.62)
        case "force":
            actor_shape(paper, shapes, "square", value, (17, 0), 0.62)
        case "tower":
            tower(paper, shapes, 10, 13, 5)
        case _:
            _mark(value, paper)


def _mark(mark: str, paper: Paper) -> None:
    theme, shapes = paper.brush.theme, paper.slide.shapes
    (x, y), r = paper.at((17, 0)), paper.size(9)
    if mark == "named":
        box(shapes, "circle", x - r, y - r, 2 * r, 2 * r, fill=theme.marker)
    elif mark == "seam":
        line(paper.slide, paper.at((0, 0)), paper.at((36, 0)), Stroke(theme.ink, paper.size(1.5), (2, 5), round=True))
        box(shapes, "pill", x - 1.4 * r, y - r, 2.8 * r, 2 * r, fill=theme.marker)
    elif mark == "groups":
        for height, width in ((-6, 2.5), (5, 6)):
            line(paper.slide, paper.at((0, height)), paper.at((36, height)), Stroke(theme.ink, paper.size(width)))
    else:
        letter = {"veto": "V", "unsure": "?"}[mark]
        text(shapes, [[Run(letter, paper.size(15), theme.ink, bold=True)]], x - 10, y - 10, 20, 20, align="middle",
             anchor="middle")  # fmt: skip
