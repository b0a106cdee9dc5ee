"""The deck: a brief's parts on 16:9 slides. What does not fit on one goes on on the next, under the same title."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from mapping.export.archive import repacked
from mapping.export.debrief.brief import Brief, Part, Picture
from mapping.export.debrief.slides.blocks import Page, Piece, pieces
from mapping.export.debrief.slides.drawing import FACE, Canvas, Run, Stroke, Words, slack, write
from mapping.export.debrief.slides.legend_shapes import WIDTH, legend_shapes
from mapping.export.debrief.slides.map_shapes import fit, map_shapes
from mapping.render import font
from mapping.render.picture import Composition
from mapping.render.picture.names import wrapped
from mapping.render.style import Theme, style

WIDE, HIGH, EDGE = 960.0, 540.0, 44.0  # points
_TOP, _BOTTOM = 92.0, 488.0  # between title and foot
_ROOM = WIDE - 2 * EDGE
_TITLE_ONLY = 5  # of the layouts that come with the library
_MADE = datetime(2015, 9, 1, tzinfo=UTC).replace(tzinfo=None)  # a fixed day: the same maps give the same bytes


def pptx(brief: Brief) -> bytes:
    """The debrief as a presentation. The same brief gives the same bytes."""
    deck = Presentation()
    deck.core_properties.author = deck.core_properties.last_modified_by = ""
    deck.core_properties.title = brief.title[:250]
    deck.core_properties.created = deck.core_properties.modified = _MADE
    _shaped(deck)
    _front(deck, brief)
    for part in brief.parts[brief.parts[0].id == "frame" :]:  # the front says it
        _part(deck, brief, part)
    out = io.BytesIO()
    deck.save(out)
    return repacked(out.getvalue())


def _shaped(deck: Any) -> None:
    """Slides of 16:9 in the one typeface, the library's layouts stretched with them."""
    stretch = Pt(WIDE) / deck.slide_width
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    master = deck.slide_masters[0]
    for page in (master, *master.slide_layouts):
        for shape in page.placeholders:
            if shape._element.spPr.find(".//{*}off") is not None:
                shape.left, shape.width = round(shape.left * stretch), round(shape.width * stretch)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = etree.fromstring(theme.blob)
    for latin in tree.iterfind(".//{*}fontScheme/*/{*}latin"):
        latin.attrib.update({name: FACE[name] for name in ("typeface", "panose")})
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _theme() -> Theme:
    return style().themes["light"]


def _page(deck: Any, brief: Brief, title: str) -> Page:
    """A slide with its title, its foot and, where it must stay inside, the word for that across it."""
    slide, theme = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY]), _theme()
    canvas, number = Canvas.of(slide), str(len(deck.slides))
    if word := brief.mark if brief.handling == "internal" else brief.invented:
        across = Words([[Run(word, 60, "#EFEEEA", bold=True)]], "middle", "middle", wrap=False)
        canvas.text(across, 90, 220, 780, 100, turned=-24)
        canvas.tree.insert(2, canvas.tree[-1])  # below everything
    lines = len(wrapped(title, _ROOM / slack(True), 24, 600))
    _title(slide, Run(title, 24 if lines == 1 else 18, theme.ink, bold=True), 28, 52)
    canvas.box("box", EDGE, HIGH - 40, _ROOM, 0.75, fill=theme.hair)
    mark = font.width(brief.mark, 10) * slack(True) + 16
    foot = " · ".join(word for word in (brief.caution, brief.invented) if word)
    said = Words([[Run(foot, 9, theme.soft)]], anchor="middle")
    canvas.text(said, EDGE, HIGH - 36, _ROOM - mark - 60, 28)
    handling = Words([[Run(brief.mark, 10, theme.ink, bold=True)]], "middle", "middle", wrap=False)
    canvas.box("box", WIDE - EDGE - 36 - mark, HIGH - 31, mark, 18, stroke=Stroke(theme.ink, 1), words=handling)
    canvas.text(Words([[Run(number, 10, theme.soft)]], "end", "middle"), WIDE - EDGE - 30, HIGH - 36, 30, 28)
    return Page(slide, canvas)


def _title(slide: Any, run: Run, top: float, high: float) -> None:
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Pt(EDGE), Pt(top), Pt(_ROOM), Pt(high)
    write(title, Words([[run]], anchor="middle"))


def _front(deck: Any, brief: Brief) -> None:
    theme, page = _theme(), _page(deck, brief, brief.title)
    for scale in (1.0, 0.85, 0.7, 0.6, 0.5):  # smaller where the question is long
        title = Run(brief.title, 34 * scale, theme.ink, bold=True)
        facts, lead = Run(brief.facts, 18 * scale, theme.soft), Run(brief.lead, 20 * scale, theme.ink)
        said = [run for run in (facts, lead, Run(brief.invented, 18 * scale, theme.ink, True)) if run.text]
        high, below = _high([title]), _high(said)
        if high + below + 14 <= _BOTTOM - EDGE:
            break
    top = max(EDGE, min(250 - high, _BOTTOM - below - 14 - high))
    _title(page.slide, title, top, high)
    page.canvas.text(Words([[run] for run in said]), EDGE, top + high + 14, _ROOM, below)


def _high(runs: Sequence[Run]) -> float:
    """What these need below one another, each on lines of its own."""
    return sum(
        len(wrapped(run.text, _ROOM / slack(run.bold), run.size, 600 if run.bold else 400, most=40)) * run.size * 1.25
        for run in runs
    )


def _part(deck: Any, brief: Brief, part: Part) -> None:
    written = [piece for block in part.blocks for piece in pieces(block, _ROOM)]
    for picture in (block for block in part.blocks if isinstance(block, Picture)):
        _picture(_page(deck, brief, part.heading), picture.of, written)
        written = []
    title = part.heading if part.count is None else f"{part.heading} · {part.count}"
    while written:
        written = _filled(_page(deck, brief, title), written)


def _picture(page: Page, picture: Composition, said: Sequence[Piece]) -> None:
    """A map with its legend; what is said about it stands above."""
    top = _TOP - 12
    for piece in said:
        piece.draw(page, EDGE, top)
        top += piece.high
    legend_shapes(page.canvas, picture, EDGE, top + 8, _BOTTOM - top - 8)
    left = EDGE + WIDTH + 24
    map_shapes(picture, fit(page.canvas, picture, left, top, WIDE - EDGE - left, _BOTTOM - top))


def _filled(page: Page, written: list[Piece]) -> list[Piece]:
    """Put on a slide what it has room for; what is left. A piece that leads is not left without what follows."""
    y, taken = _TOP, 0
    while taken < len(written):
        piece = written[taken]
        followed = piece.leads and taken + 1 < len(written)
        needed = piece.high + (_least(written[taken + 1]) if followed else -piece.after)
        if y + needed > _BOTTOM and (parts := piece.cut(_BOTTOM - y)):
            parts[0].draw(page, EDGE, y)
            return [parts[1], *written[taken + 1 :]]
        if taken and y + needed > _BOTTOM:
            break
        piece.draw(page, EDGE, y)
        y += piece.high
        taken += 1
    return written[taken:]


def _least(piece: Piece) -> float:
    """The height without which a piece does not begin: of a table, its head and a few rows."""
    return min(piece.high, 110.0)
