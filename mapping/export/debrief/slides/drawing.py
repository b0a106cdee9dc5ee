"""Shapes, lines and texts on a slide, in points. Written as the XML of a presentation (ECMA-376, part 1): the library's
own shapes know no dashes of ours and no curves, and numbering each anew takes minutes on a large map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml.builder import ElementMaker
from pptx.oxml.ns import namespaces
from pptx.util import Pt

from mapping.render.font import FAMILY
from mapping.schema.values import plain

_SPACES = namespaces("p", "a")
_P, _A = (ElementMaker(namespace=_SPACES[prefix], nsmap=_SPACES) for prefix in ("p", "a"))
PRESETS = {
    "square": "roundRect", "circle": "ellipse", "diamond": "diamond", "triangle": "triangle", "star": "star5",
    "ellipse": "ellipse", "box": "rect", "pill": "roundRect",
}  # fmt: skip
_ROUNDING = {"square": 9_000, "pill": 50_000}  # of the shorter side, in thousandths of a per cent
FACE = {"typeface": FAMILY, "panose": "020B0503030403020204", "pitchFamily": "34", "charset": "0"}  # a humanist sans
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}
_ANCHOR = {"top": "t", "middle": "ctr"}
_SLACK = {False: 1.22, True: 1.34}  # DejaVu Sans, the widest that stands in where the typeface is missing; bold
Point = tuple[float, float]


def slack(bold: bool) -> float:
    """How much wider a text may come out than it is in the typeface."""
    return _SLACK[bold]


@dataclass(frozen=True)
class Run:
    """A stretch of text."""

    text: str
    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Stroke:
    """A line: dashes in points, ends `triangle`, `arrow` or none."""

    colour: str
    width: float
    dash: Sequence[float] = ()
    round: bool = False
    head: str = ""


@dataclass(frozen=True)
class Words:
    """Lines of text, and how they stand in their box."""

    lines: Sequence[Sequence[Run]]
    align: str = "start"
    anchor: str = "top"
    wrap: bool = True


@dataclass
class Canvas:
    """What is drawn on: the tree of a slide, or a group in it. `ids` counts for the whole slide."""

    tree: Any
    ids: list[int]

    @classmethod
    def of(cls, slide: Any) -> Canvas:
        tree = slide.shapes._spTree
        return cls(tree, [max((int(i) for i in tree.xpath("//p:cNvPr/@id")), default=1)])

    def group(self, name: str) -> Canvas:
        """A group of shapes that are moved together."""
        properties = _P.nvGrpSpPr(self._named(name), _P.cNvGrpSpPr(), _P.nvPr())
        tree = _P.grpSp(properties, _P.grpSpPr())
        self.tree.append(tree)
        return Canvas(tree, self.ids)

    def bound(self) -> None:
        """Say how far a group reaches, once everything is in it."""
        places = [(int(x.get("x")), int(x.get("y")), int(w.get("cx")), int(w.get("cy")))
                  for x, w in zip(self.tree.iter(_A.off().tag), self.tree.iter(_A.ext().tag), strict=True)]  # fmt: skip
        left, top = min(x for x, *_ in places), min(y for _, y, *_ in places)
        wide = max(x + w for x, _, w, _ in places) - left
        high = max(y + h for _, y, _, h in places) - top
        start, size = {"x": str(left), "y": str(top)}, {"cx": str(wide), "cy": str(high)}
        around = _A.xfrm(_A.off(**start), _A.ext(**size), _A.chOff(**start), _A.chExt(**size))
        self.tree.find(_P.grpSpPr().tag).append(around)

    def box(
        self, sort: str, x: float, y: float, wide: float, high: float, *, fill: str = "", stroke: Stroke | None = None,
        name: str = "", words: Words | None = None, turned: float = 0,
    ) -> int:  # fmt: skip
        """A shape with its left top at (x, y), perhaps with words in it; its number."""
        guides = [_A.gd(name="adj", fmla=f"val {_ROUNDING[sort]}")] if sort in _ROUNDING else []
        geometry = _A.prstGeom(_A.avLst(*guides), prst=PRESETS[sort])
        return self._shape(geometry, (x, y, wide, high), fill, stroke, name or sort, words, turned=turned)

    def text(self, words: Words, x: float, y: float, wide: float, high: float, *, turned: float = 0) -> int:
        """A box of text without margins."""
        name = words.lines[0][0].text[:60] if words.lines and words.lines[0] else "text"
        return self._shape(
            _A.prstGeom(_A.avLst(), prst="rect"), (x, y, wide, high), "", None, name, words, turned=turned
        )

    def line(
        self, start: Point, end: Point, stroke: Stroke, *, name: str = "line",
        holds: Sequence[tuple[int, int] | None] = (None, None), at: int | None = None,
    ) -> None:  # fmt: skip
        """A straight line. `holds` (a shape's number and one of its sites) bind it to what it links, so that it follows
        when that is moved; `at` is its place in the pile (None: on top)."""
        left, top = min(start[0], end[0]), min(start[1], end[1])
        area = (left, top, abs(end[0] - start[0]), abs(end[1] - start[1]))
        flips = {"flipH": "1"} if end[0] < start[0] else {}
        flips |= {"flipV": "1"} if end[1] < start[1] else {}
        bound = [
            maker(id=str(held[0]), idx=str(held[1]))
            for maker, held in zip((_A.stCxn, _A.endCxn), holds, strict=True) if held is not None
        ]  # fmt: skip
        properties = _P.nvCxnSpPr(self._named(name, name), _P.cNvCxnSpPr(*bound), _P.nvPr())
        drawn = _P.spPr(_place(area, flips), _A.prstGeom(_A.avLst(), prst="line"), _line(stroke))
        self._put(_P.cxnSp(properties, drawn), at)

    def bow(
        self, start: Point, control: Point, end: Point, stroke: Stroke, *, name: str, at: int | None = None
    ) -> None:
        """A quadratic curve, as a free form: programs draw a bent connector each in its own way."""
        xs, ys = ([(1 - t) ** 2 * a + 2 * t * (1 - t) * c + t * t * b for t in (0.0, 0.25, 0.5, 0.75, 1.0)]
                  for a, c, b in zip(start, control, end, strict=True))  # fmt: skip
        left, top, wide, high = min(xs), min(ys), max(xs) - min(xs) or 0.1, max(ys) - min(ys) or 0.1
        points = [_A.pt(x=_emu(x - left), y=_emu(y - top)) for x, y in (start, control, end)]
        path = _A.path(_A.moveTo(points[0]), _A.quadBezTo(*points[1:]), w=_emu(wide), h=_emu(high), fill="none")
        geometry = _A.custGeom(
            _A.avLst(), _A.gdLst(), _A.ahLst(), _A.cxnLst(), _A.rect(l="0", t="0", r="r", b="b"), _A.pathLst(path)
        )
        self._shape(geometry, (left, top, wide, high), "", stroke, name, None, at=at)

    def _shape(
        self, geometry: Any, area: tuple[float, float, float, float], fill: str, stroke: Stroke | None, name: str,
        words: Words | None, *, turned: float = 0, at: int | None = None,
    ) -> int:  # fmt: skip
        properties = _P.nvSpPr(self._named(name, name), _P.cNvSpPr(), _P.nvPr())
        turn = {"rot": str(round(turned * 60_000) % 21_600_000)} if turned else {}
        drawn = _P.spPr(_place(area, turn), geometry, _filled(fill), _line(stroke))
        self._put(_P.sp(properties, drawn, _P.txBody(*_body(words or Words(())))), at)
        return self.ids[0]

    def _put(self, element: Any, at: int | None) -> None:
        self.tree.insert(len(self.tree) if at is None else at, element)

    def _named(self, name: str, says: str = "") -> Any:
        self.ids[0] += 1
        described = {"descr": plain(says)} if says else {}
        return _P.cNvPr(id=str(self.ids[0]), name=plain(name), **described)


def write(shape: Any, words: Words) -> None:
    """Put words into a shape or a cell that the library made."""
    element = shape._element if hasattr(shape, "_element") else shape._tc
    old = element.txBody
    maker = _P if hasattr(shape, "_element") else _A
    element.replace(old, maker.txBody(*_body(words)))


def rule_above(cell: Any, colour: str) -> None:
    """A hair line above a cell."""
    cell._tc.get_or_add_tcPr().insert(0, _A.lnT(_filled(colour), w=_emu(0.75)))


def _body(words: Words) -> list[Any]:
    paragraphs = [_paragraph(line, words.align) for line in words.lines] or [_A.p()]
    margins = {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0"}
    frame = _A.bodyPr(wrap="square" if words.wrap else "none", anchor=_ANCHOR[words.anchor], **margins)
    return [frame, _A.lstStyle(), *paragraphs]


def _paragraph(line: Sequence[Run], align: str) -> Any:
    runs = []
    for run in line:
        look = _A.rPr(_filled(run.colour), _A.latin(**FACE), _A.cs(**FACE), sz=str(round(max(run.size, 1) * 100)),
                      b="1" if run.bold else "0")  # fmt: skip
        runs.append(_A.r(look, _A.t(plain(run.text))))
    return _A.p(_A.pPr(algn=_ALIGN[align]), *runs)


def _place(area: tuple[float, float, float, float], turn: dict[str, str]) -> Any:
    x, y, wide, high = area
    return _A.xfrm(_A.off(x=_emu(x), y=_emu(y)), _A.ext(cx=_emu(wide), cy=_emu(high)), **turn)


def _filled(colour: str) -> Any:
    return _A.solidFill(_A.srgbClr(val=colour.lstrip("#"))) if colour else _A.noFill()


def _line(stroke: Stroke | None) -> Any:
    if stroke is None:
        return _A.ln(_A.noFill())
    parts = [_filled(stroke.colour)]
    if stroke.dash:
        pairs = zip(stroke.dash[::2], stroke.dash[1::2], strict=True)
        parts.append(_A.custDash(*(_A.ds(d=_widths(on, stroke), sp=_widths(off, stroke)) for on, off in pairs)))
    parts.append(_A.round())
    parts += [_A.tailEnd(type=stroke.head, w="med", len="med")] if stroke.head else []
    return _A.ln(*parts, w=_emu(stroke.width), cap="rnd" if stroke.round else "flat")


def _widths(length: float, stroke: Stroke) -> str:
    """A length in widths of the line, in thousandths of a per cent."""
    return str(round(length / stroke.width * 100_000))


def _emu(points: float) -> str:
    return str(Pt(points))
