"""The legend of a map as shapes and texts: the same rows as beside the picture."""

from __future__ import annotations

from mapping.export.debrief.slides.drawing import Canvas, Run, Stroke, Words, slack
from mapping.export.debrief.slides.map_shapes import Paper, actor_shape, badge, stroke_of, tower
from mapping.render.picture import Composition
from mapping.render.picture.legend import Entry, entries
from mapping.render.picture.names import wrapped
from mapping.render.style import style
from mapping.schema import schema

WIDTH, _SIGN, _COUNT, _ROW, _TEXT = 176.0, 36.0, 22.0, 21.0, 11.0  # points
_ROOM = WIDTH - _SIGN - _COUNT


def legend_shapes(canvas: Canvas, picture: Composition, x: float, y: float, high: float) -> None:
    """Draw the legend at (x, y) into a height: smaller where there is much."""
    set_rows = [
        (heading, [(entry, wrapped(entry.words, _ROOM / slack(False), _TEXT, most=3)) for entry in rows])
        for heading, rows in entries(picture.scene, picture.brush, picture.t)
    ]
    needed = sum(24 + sum(_high(lines) for _, lines in rows) for _, rows in set_rows)
    scale = min(1.0, high / needed) if needed else 1.0
    theme = picture.brush.theme
    for heading, rows in set_rows:
        canvas.text(Words([[Run(heading, 10.5 * scale, theme.soft)]]), x, y, WIDTH, 16 * scale)
        y += 16 * scale
        for entry, lines in rows:
            tall = _high(lines) * scale
            _sign(entry, Paper(canvas, picture.brush, x, y + tall / 2, 0.78 * scale))
            words = Words([[Run(entry.words, _TEXT * scale, theme.ink)]], anchor="middle")
            canvas.text(words, x + _SIGN, y, _ROOM, tall)
            if entry.count:
                count = Words([[Run(str(entry.count), _TEXT * scale, theme.soft)]], "end", "middle")
                canvas.text(count, x + WIDTH - _COUNT, y, _COUNT, tall)
            y += tall
        y += 8 * scale


def _high(lines: list[str]) -> float:
    return max(_ROW, len(lines) * 13.5 + 5)


def _sign(entry: Entry, paper: Paper) -> None:
    """What a row is about, 36 px wide, around the height 0 of its paper."""
    theme, value, canvas = paper.brush.theme, entry.value, paper.canvas
    match entry.sort:
        case "family":
            badge(paper, (16, 0), "works", schema().families[value])
        case "answer":
            drawn = style().line(value)
            hue = theme.gap if drawn.grey else theme.ink
            dots = (0.1, drawn.dots) if drawn.dots else ()
            canvas.line(paper.at((0, 0)), paper.at((36, 0)),
                 stroke_of(value, hue, drawn.width, dots, True, paper.scale))  # fmt: skip
            if drawn.head == "bar":
                canvas.line(paper.at((36, -7)), paper.at((36, 7)), Stroke(hue, paper.size(drawn.width)))
        case "form":
            dash = tuple(paper.size(d) for d in style().formality[value])
            canvas.line(paper.at((0, 0)), paper.at((36, 0)), Stroke(theme.ink, paper.size(2), dash))
        case "cell":
            actor_shape(paper, canvas, style().shapes[value], "none", (17, 0), 0.62)
        case "force":
            actor_shape(paper, canvas, "square", value, (17, 0), 0.62)
        case "tower":
            tower(paper, canvas, 10, 13, 5)
        case _:
            _mark(value, paper)


def _mark(mark: str, paper: Paper) -> None:
    theme, canvas = paper.brush.theme, paper.canvas
    (x, y), r = paper.at((17, 0)), paper.size(9)
    if mark == "named":
        canvas.box("circle", x - r, y - r, 2 * r, 2 * r, fill=theme.marker)
    elif mark == "seam":
        canvas.line(paper.at((0, 0)), paper.at((36, 0)), Stroke(theme.ink, paper.size(1.5), (2, 5), round=True))
        canvas.box("pill", x - 1.4 * r, y - r, 2.8 * r, 2 * r, fill=theme.marker)
    elif mark == "groups":
        for height, width in ((-6, 2.5), (5, 6)):
            canvas.line(paper.at((0, height)), paper.at((36, height)), Stroke(theme.ink, paper.size(width)))
    else:
        letter = Run({"veto": "V", "unsure": "?"}[mark], paper.size(15), theme.ink, bold=True)
        canvas.text(Words([[letter]], "middle", "middle"), x - 10, y - 10, 20, 20)
