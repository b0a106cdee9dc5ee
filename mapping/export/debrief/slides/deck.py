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
from mapping.export.debrief.slides.blocks import SLACK, Piece, pieces
from mapping.export.debrief.slides.drawing import PANOSE, Run, Stroke, box, text, write
from mapping.export.debrief.slides.legend_shapes import WIDTH, legend_shapes
from mapping.export.debrief.slides.map_shapes import fit, map_shapes
from mapping.render import font
from mapping.render.picture import Composition
from mapping.render.picture.names import wrapped
from mapping.render.style import Theme, style

WIDE, HIGH, EDGE = 960.0, 540.0, 44.0  # points
_TOP, _BOTTOM = 92.0, 488.0  # between title and foot
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
        latin.attrib.update({"typeface": font.FAMILY, "panose": PANOSE})
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _theme() -> Theme:
    return style().themes["light"]


def _slide(deck: Any, brief: Brief, title: str, number: int) -> Any:
    """A slide with its title, its foot and, where it must stay inside, the word for that across it."""
    slide, theme = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY]), _theme()
    if word := brief.mark if brief.handling == "internal" else brief.invented:
        stamp = text(slide.shapes, [[Run(word, 60, "#EFEEEA", bold=True)]], 90, 220, 780, 100, align="middle",
                     anchor="middle", wrap=False)  # fmt: skip
        stamp.rotation = -24
        slide.shapes._spTree.insert(2, stamp._element)  # below everything
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = Pt(EDGE), Pt(28), Pt(WIDE - 2 * EDGE), Pt(52)
    lines = len(wrapped(title, (WIDE - 2 * EDGE) / SLACK, 24, 600))
    write(heading.text_frame, [[Run(title, 24 if lines == 1 else 18, theme.ink, bold=True)]], anchor="middle")
    mark = font.width(brief.mark, 10) * SLACK + 16
    box(slide.shapes, "box", EDGE, HIGH - 40, WIDE - 2 * EDGE, 0.75, fill=theme.hair)
    foot = " · ".join(word for word in (brief.caution, brief.invented) if word)
    room = WIDE - 2 * EDGE - mark - 60
    text(slide.shapes, [[Run(foot, 9, theme.soft)]], EDGE, HIGH - 36, room, 28, anchor="middle")
    label = box(slide.shapes, "box", WIDE - EDGE - 36 - mark, HIGH - 31, mark, 18, stroke=Stroke(theme.ink, 1))
    write(label.text_frame, [[Run(brief.mark, 10, theme.ink, bold=True)]], align="middle", anchor="middle", wrap=False)
    text(slide.shapes, [[Run(str(number), 10, theme.soft)]], WIDE - EDGE - 30, HIGH - 36, 30, 28, align="end",
         anchor="middle")  # fmt: skip
    return slide


def _front(deck: Any, brief: Brief) -> None:
    theme = _theme()
    slide = _slide(deck, brief, brief.title, 1)
    title = slide.shapes.title
    title.top, title.height = Pt(130), Pt(120)
    title.text_frame.clear()
    write(title.text_frame, [[Run(brief.title, 34, theme.ink, bold=True)]], anchor="middle")
    said = [Run(brief.facts, 18, theme.soft), Run(brief.lead, 20, theme.ink), Run(brief.invented, 18, theme.ink, True)]
    text(slide.shapes, [[run] for run in said if run.text], EDGE, 264, WIDE - 2 * EDGE, 180)


def _part(deck: Any, brief: Brief, part: Part) -> None:
    written = [piece for block in part.blocks for piece in pieces(block, WIDE - 2 * EDGE)]
    for picture in (block for block in part.blocks if isinstance(block, Picture)):
        _picture(_slide(deck, brief, part.heading, len(deck.slides) + 1), picture.of, written)
        written = []
    title = part.heading if part.count is None else f"{part.heading} · {part.count}"
    while written:
        written = _filled(_slide(deck, brief, title, len(deck.slides) + 1), written)


def _picture(slide: Any, picture: Composition, said: Sequence[Piece]) -> None:
    """A map with its legend; what is said about it stands above."""
    top = _TOP - 12
    for piece in said:
        piece.draw(slide, EDGE, top)
        top += piece.high
    legend_shapes(slide, picture, EDGE, top + 8, _BOTTOM - top - 8)
    left = EDGE + WIDTH + 24
    map_shapes(picture, fit(slide, picture, left, top, WIDE - EDGE - left, _BOTTOM - top))


def _filled(slide: Any, written: list[Piece]) -> list[Piece]:
    """Put on a slide what it has room for; what is left. A piece that needs the next is not left without it."""
    y, taken = _TOP, 0
    while taken < len(written):
        piece = written[taken]
        needed = piece.high + (_least(written[taken + 1]) if piece.leads and taken + 1 < len(written) else 0)
        if y + needed > _BOTTOM and (parts := piece.cut(_BOTTOM - y)):
            parts[0].draw(slide, EDGE, y)
            return [parts[1], *written[taken + 1 :]]
        if taken and y + needed > _BOTTOM:
            break
        piece.draw(slide, EDGE, y)
        y += piece.high
        taken += 1
    return written[taken:]


def _least(piece: Piece) -> float:
    """The height without which a piece does not begin: of a table, its head and a few rows."""
    return min(piece.high, 110.0)
