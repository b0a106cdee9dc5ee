"""The blocks of a brief as pieces that know how high they are, so that a slide is filled and never spilled over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pptx.util import Pt

from mapping.export.debrief.brief import Block, Found, Heading, Line, Lines, Picture, Table, Text, Topic
from mapping.export.debrief.columns import Row, widths
from mapping.export.debrief.slides.drawing import Canvas, Run, Stroke, Words, rule_above, slack, write
from mapping.render.font import width
from mapping.render.picture.names import wrapped
from mapping.render.style import Theme, style

_CELLS, _PAD = (14.0, 11.0), 5.0  # points of a table's text, large where it has few rows, and around it
_FEW = 9
_MOST = 40  # lines of one text


@dataclass(frozen=True)
class Page:
    """A slide, and what is drawn on it."""

    slide: Any
    canvas: Canvas


Mark = Callable[[Page, float, float], None]


@dataclass(frozen=True)
class Piece:
    """Something of a height that is drawn at a place. `leads`: not without what follows. `cut` gives the part that
    fits into a height, and the rest, where a piece can be cut."""

    high: float
    draw: Mark
    leads: bool = False
    after: float = 0  # of its height: what may fall away at the end of a slide
    cut: Callable[[float], tuple[Piece, Piece] | None] = lambda high: None


def pieces(block: Block, wide: float) -> list[Piece]:
    """A block in pieces; none for a picture, which has a slide of its own."""
    theme = style().themes["light"]
    match block:
        case Text():
            return [_words(block.text, wide, 14, theme.soft if block.soft else theme.ink, after=8)]
        case Heading():
            return [_words(block.text, wide, 15, theme.ink, bold=True, before=8, after=4, leads=True)]
        case Lines():
            return [_line(each, wide, theme) for each in block.lines]
        case Table():
            return [_table(block.columns, block.rows, wide, theme)]
        case Found():
            return _found(block, wide, theme)
        case Topic():
            return [_topic(block, wide, theme)]
        case Picture():
            return []


def _words(
    words: str, wide: float, size: float, colour: str, *, bold: bool = False, before: float = 0, after: float = 0,
    leads: bool = False,
) -> Piece:  # fmt: skip
    high = len(wrapped(words, wide / slack(bold), size, 600 if bold else 400, most=_MOST)) * size * 1.3

    def draw(page: Page, x: float, y: float) -> None:
        page.canvas.text(Words([[Run(words, size, colour, bold)]]), x, y + before, wide, high)

    return Piece(before + high + after, draw, leads)


def _stacked(parts: Sequence[Piece], *, leads: bool = False) -> Piece:
    """Pieces that stay together, one below the other."""

    def draw(page: Page, x: float, y: float) -> None:
        for part in parts:
            part.draw(page, x, y)
            y += part.high

    return Piece(sum(part.high for part in parts), draw, leads)


def _beside(piece: Piece, left: float, mark: Mark) -> Piece:
    """A piece set off from the left, with a mark before it."""

    def draw(page: Page, x: float, y: float) -> None:
        mark(page, x, y)
        piece.draw(page, x + left, y)

    return Piece(piece.high, draw, piece.leads)


def _found(found: Found, wide: float, theme: Theme) -> list[Piece]:
    size, colour = (13.0, theme.soft) if found.early else (18.0, theme.ink)
    said = [_words(found.statement, wide, size, colour, after=3)]
    said += [_words(small, wide, 11, theme.soft) for small in found.small]
    gap = Piece(14, lambda page, x, y: None)
    if found.table is None:
        return [_stacked([*said, gap])]
    return [_stacked(said, leads=True), _table(found.table.columns, found.table.rows, wide, theme), gap]


def _topic(topic: Topic, wide: float, theme: Theme) -> Piece:
    room = wide - 40
    said = [_words(topic.question, room, 17, theme.ink, bold=True, after=3)]
    for group, version in topic.versions:
        said.append(_beside(_words(version, room - 30, 14, theme.ink, after=3), 30, _group(group, theme)))
    said.append(_words(topic.small, room, 11, theme.soft, after=12))

    def rank(page: Page, x: float, y: float) -> None:
        page.canvas.text(Words([[Run(str(topic.rank), 22, theme.ink)]]), x, y - 4, 36, 30)

    return _beside(_stacked(said), 40, rank)


def _group(group: str, theme: Theme) -> Mark:
    def draw(page: Page, x: float, y: float) -> None:
        number = Words([[Run(group, 11, theme.ink, bold=True)]], "middle", "middle", wrap=False)
        wide = max(18.0, width(group, 11) * slack(True) + 8)
        page.canvas.box("box", x, y + 1, wide, 17, stroke=Stroke(theme.ink, 1), words=number)

    return draw


def _line(line: Line, wide: float, theme: Theme) -> Piece:
    left = 28 if line.letter else 0
    room = wide - left - 30 * len(line.groups)
    said = [_words(line.title, room, 14, theme.ink, bold=True)] if line.title else []
    said.append(_words(line.text, room, 14, theme.ink, after=0 if line.small else 5))
    said += [_words(line.small, room, 11, theme.soft, after=5)] if line.small else []

    def mark(page: Page, x: float, y: float) -> None:
        if line.letter:
            letter = Words([[Run(line.letter, 11, theme.on_link, bold=True)]], "middle", "middle", wrap=False)
            page.canvas.box("circle", x, y + 1, 17, 17, fill=line.hue, words=letter)
        for n, group in enumerate(reversed(line.groups)):
            _group(group, theme)(page, x + wide - 22 - 30 * n, y)

    return _beside(_stacked(said), left, mark)


def _table(columns: Row, rows: Sequence[Row], wide: float, theme: Theme, size: float = 0.0) -> Piece:
    size = size or _CELLS[len(rows) > _FEW or len(columns) > 4]
    apart = widths(columns, rows, wide, partial(_wide, size), _PAD)
    heads = _row_high(columns, apart, size) if columns else 0.0
    highs = [_row_high(row, apart, size) for row in rows]

    def draw(page: Page, x: float, y: float) -> None:
        _drawn(page, columns, rows, apart, [*([heads] if columns else []), *highs], (x, y), theme, size)

    def cut(room: float) -> tuple[Piece, Piece] | None:
        fits, used = 0, heads
        while fits < len(rows) and used + highs[fits] <= room:
            used += highs[fits]
            fits += 1
        if fits == len(rows) - 1 and fits > 2:
            fits -= 1  # no row goes on alone
        if not 0 < fits < len(rows):
            return None
        return _table(columns, rows[:fits], wide, theme, size), _table(columns, rows[fits:], wide, theme, size)

    return Piece(heads + sum(highs) + 10, draw, cut=cut, after=10)


def _wide(size: float, words: str, bold: bool) -> float:
    return width(words, size, 600 if bold else 400) * slack(bold)


def _row_high(row: Row, apart: Sequence[float], size: float) -> float:
    lines = [
        len(wrapped(cell, (wide - 2 * _PAD) / slack(i == 0), size, 400 if i else 600, most=_MOST))
        for i, (cell, wide) in enumerate(zip(row, apart, strict=True))
    ]
    return max(1, *lines) * size * 1.25 + 2 * 3.5


def _drawn(
    page: Page, columns: Row, rows: Sequence[Row], apart: Sequence[float], highs: Sequence[float],
    at: tuple[float, float], theme: Theme, size: float,
) -> None:  # fmt: skip
    told = [*([columns] if columns else []), *rows]
    if not told or not apart:
        return
    frame = page.slide.shapes.add_table(len(told), len(apart), Pt(at[0]), Pt(at[1]), Pt(sum(apart)), Pt(sum(highs)))
    table = frame.table
    table.horz_banding, table.first_row = False, bool(columns)
    frame._element.find(".//{*}tableStyleId").text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid
    for i, wide in enumerate(apart):
        table.columns[i].width = Pt(wide)
    for r, (row, high) in enumerate(zip(told, highs, strict=True)):
        table.rows[r].height = Pt(high)
        is_head = bool(columns) and r == 0
        for c, words in enumerate(row):
            cell = table.cell(r, c)
            run = Run(words, size, theme.soft if is_head else theme.ink, bold=c == 0 and not is_head)
            write(cell, Words([[run]]))
            cell.margin_left = cell.margin_right = Pt(_PAD)
            cell.margin_top = cell.margin_bottom = Pt(3.5)
            if r:
                rule_above(cell, theme.hair)
