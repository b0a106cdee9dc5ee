"""Shapes, lines and texts on a slide, in points. Text is set in the one typeface, named with what stands in for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from mapping.render.font import FAMILY
from mapping.schema.values import plain

SHAPES = {
    "square": MSO_SHAPE.ROUNDED_RECTANGLE, "circle": MSO_SHAPE.OVAL, "diamond": MSO_SHAPE.DIAMOND,
    "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE, "star": MSO_SHAPE.STAR_5_POINT, "ellipse": MSO_SHAPE.OVAL,
    "box": MSO_SHAPE.RECTANGLE, "pill": MSO_SHAPE.ROUNDED_RECTANGLE,
}  # fmt: skip
Point = tuple[float, float]
_ROUNDING = {"square": 0.09, "pill": 0.5}
PANOSE = "020B0503030403020204"  # a humanist sans: what a program without the typeface looks for
_ALIGN = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
_ANCHOR = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE}


@dataclass(frozen=True)
class Run:
    """A stretch of text."""

    text: str
    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Stroke:
    """A line: dashes in widths of the line, ends `triangle`, `arrow` or none."""

    colour: str
    width: float
    dash: Sequence[float] = ()
    round: bool = False
    head: str = ""


def box(
    parent: Any, sort: str, x: float, y: float, wide: float, high: float, *, fill: str = "",
    stroke: Stroke | None = None, name: str = "",
) -> Any:  # fmt: skip
    """A shape with its left top at (x, y)."""
    shape = parent.add_shape(SHAPES[sort], Pt(x), Pt(y), Pt(wide), Pt(high))
    if sort in _ROUNDING:
        shape.adjustments[0] = _ROUNDING[sort]
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(fill)
    else:
        shape.fill.background()
    _line_of(shape._element.spPr, stroke)
    _unstyled(shape)
    _named(shape, name)
    return shape


def text(
    parent: Any, lines: Sequence[Sequence[Run]], x: float, y: float, wide: float, high: float, *, align: str = "start",
    anchor: str = "top", wrap: bool = True, name: str = "",
) -> Any:  # fmt: skip
    """Lines of text in a box without margins."""
    frame = parent.add_textbox(Pt(x), Pt(y), Pt(wide), Pt(high))
    _named(frame, name)
    write(frame.text_frame, lines, align=align, anchor=anchor, wrap=wrap)
    return frame


def write(
    frame: Any, lines: Sequence[Sequence[Run]], *, align: str = "start", anchor: str = "top", wrap: bool = True
) -> None:
    """Put lines of text into a text frame."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = wrap
    frame.vertical_anchor = _ANCHOR[anchor]
    for i, runs in enumerate(lines):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.alignment = _ALIGN[align]
        for each in runs:
            run = paragraph.add_run()
            run.text = plain(each.text)
            run.font.size, run.font.bold, run.font.color.rgb = Pt(each.size), each.bold, _rgb(each.colour)
            face(run._r.get_or_add_rPr())


def face(properties: Any) -> None:
    """The typeface, and what to look for where it is missing."""
    for tag in ("a:latin", "a:cs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        etree.SubElement(
            properties, qn(tag), {"typeface": FAMILY, "panose": PANOSE, "pitchFamily": "34", "charset": "0"}
        )


def line(
    slide: Any, start: Point, end: Point, stroke: Stroke, *, name: str = "",
    ends: Sequence[tuple[Any, int] | None] = (None, None),
) -> Any:  # fmt: skip
    """A straight line. `ends` (a shape and one of its sites) hold it to what it links, so that it follows when that is
    moved."""
    connector = slide.shapes.add_connector(1, Pt(start[0]), Pt(start[1]), Pt(end[0]), Pt(end[1]))
    element = connector._element
    _line_of(element.spPr, stroke)
    _unstyled(connector)
    held = element.find(qn("p:nvCxnSpPr")).find(qn("p:cNvCxnSpPr"))
    for tag, site in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
        if site is not None:
            etree.SubElement(held, qn(tag), {"id": str(site[0].shape_id), "idx": str(site[1])})
    _named(connector, name, name)
    return connector


def bow(slide: Any, start: Point, control: Point, end: Point, stroke: Stroke, *, name: str = "") -> Any:
    """A quadratic curve, as a free form: programs draw a bent connector each in its own way."""
    among = [(1 - t) ** 2 * a + 2 * t * (1 - t) * c + t * t * b for a, c, b in zip(start, control, end, strict=True)
             for t in (0.0, 0.25, 0.5, 0.75, 1.0)]  # fmt: skip
    xs, ys = among[:5], among[5:]
    left, top, wide, high = min(xs), min(ys), max(xs) - min(xs) or 0.1, max(ys) - min(ys) or 0.1
    shape = slide.shapes.add_shape(SHAPES["box"], Pt(left), Pt(top), Pt(wide), Pt(high))
    shape.fill.background()
    properties = shape._element.spPr
    geometry = etree.Element(qn("a:custGeom"))
    for tag in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"):
        etree.SubElement(geometry, qn(tag))
    etree.SubElement(geometry, qn("a:rect"), {"l": "0", "t": "0", "r": "r", "b": "b"})
    size = {"w": str(Pt(wide)), "h": str(Pt(high)), "fill": "none"}
    path = etree.SubElement(etree.SubElement(geometry, qn("a:pathLst")), qn("a:path"), size)
    begin, curve = etree.SubElement(path, qn("a:moveTo")), etree.SubElement(path, qn("a:quadBezTo"))
    for parent, (x, y) in zip((begin, curve, curve), (start, control, end), strict=True):
        etree.SubElement(parent, qn("a:pt"), {"x": str(Pt(x - left)), "y": str(Pt(y - top))})
    properties.replace(properties.find(qn("a:prstGeom")), geometry)
    _line_of(properties, stroke)
    _unstyled(shape)
    _named(shape, name, name)
    return shape


def _line_of(properties: Any, stroke: Stroke | None) -> None:
    for old in properties.findall(qn("a:ln")):
        properties.remove(old)
    if stroke is None:
        drawn = etree.Element(qn("a:ln"))
        etree.SubElement(drawn, qn("a:noFill"))
    else:
        drawn = etree.Element(qn("a:ln"), {"w": str(Pt(stroke.width)), "cap": "rnd" if stroke.round else "flat"})
        fill = etree.SubElement(drawn, qn("a:solidFill"))
        etree.SubElement(fill, qn("a:srgbClr"), {"val": stroke.colour.lstrip("#")})
        if stroke.dash:
            dashes = etree.SubElement(drawn, qn("a:custDash"))
            for on, off in zip(stroke.dash[::2], stroke.dash[1::2], strict=True):
                sizes = {"d": f"{round(on / stroke.width * 100_000)}", "sp": f"{round(off / stroke.width * 100_000)}"}
                etree.SubElement(dashes, qn("a:ds"), sizes)
        etree.SubElement(drawn, qn("a:round"))
        if stroke.head:
            etree.SubElement(drawn, qn("a:tailEnd"), {"type": stroke.head, "w": "med", "len": "med"})
    after = [child for child in properties if child.tag in (qn("a:effectLst"), qn("a:scene3d"), qn("a:sp3d"))]
    after[0].addprevious(drawn) if after else properties.append(drawn)


def _unstyled(shape: Any) -> None:
    """Without the theme's shadow, line and fill: everything that is drawn is said by itself."""
    for given in shape._element.findall(qn("p:style")):
        shape._element.remove(given)


def _named(shape: Any, name: str, says: str = "") -> None:
    if name:
        shape.name = plain(name)
    if says:
        shape._element.xpath(".//p:cNvPr")[0].set("descr", plain(says))


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]
