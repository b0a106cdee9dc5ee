"""A map as shapes: actors with their names and towers, links that hold to them, badges. Places are the picture's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

from mapping.export.debrief.slides.drawing import Canvas, Run, Stroke, Words
from mapping.i18n import Translate
from mapping.model import ActorId, SectorMap
from mapping.render.picture import Composition
from mapping.render.picture.boxes import Box
from mapping.render.picture.brush import Brush
from mapping.render.picture.names import LINE
from mapping.render.picture.outlines import half
from mapping.render.picture.scene import TOWER_GAP, TOWER_STEP, TOWER_WIDTH, UNDER, Spot, Thread
from mapping.render.sentences import link_sentence
from mapping.render.style import Line, style
from mapping.schema import Family

# Where lines meet a shape, as the shape numbers its sites: from its centre, in halves of its size.
_D = 0.7071
SITES = {
    "square": ((0, -1), (-1, 0), (0, 1), (1, 0)),
    "diamond": ((0, -1), (-1, 0), (0, 1), (1, 0)),
    "circle": ((0, -1), (-_D, -_D), (-1, 0), (-_D, _D), (0, 1), (_D, _D), (1, 0), (_D, -_D)),
    "ellipse": ((0, -1), (-_D, -_D), (-1, 0), (-_D, _D), (0, 1), (_D, _D), (1, 0), (_D, -_D)),
    "triangle": ((0, -1), (-0.5, 0), (-1, 1), (0, 1), (1, 1), (0.5, 0)),
    "star": ((0, -1), (-1, -0.24), (-0.62, 1), (0.62, 1), (1, -0.24)),
}
SIGNS = {"half": "½", "sheet": "▤", "bars": "//", "unequal": "≠", "dots": "…"}
_HEADS = {"filled": "triangle", "open": "arrow", "bar": ""}


@dataclass(frozen=True)
class Paper:
    """Where on a slide a picture lies: its left top there, and points for a px."""

    canvas: Canvas
    brush: Brush
    x: float
    y: float
    scale: float

    def at(self, place: tuple[float, float]) -> tuple[float, float]:
        return self.x + place[0] * self.scale, self.y + place[1] * self.scale

    def size(self, px: float) -> float:
        return px * self.scale


def fit(canvas: Canvas, picture: Composition, x: float, y: float, wide: float, high: float) -> Paper:
    """The picture in an area of the slide, as large as it goes, at most as large as on a screen."""
    around = picture.scene.box
    px_wide, px_high = max(around.x1 - around.x0, 1.0), max(around.y1 - around.y0, 1.0)
    scale = min(wide / px_wide, high / px_high, 1.0)
    left, top = x + (wide - px_wide * scale) / 2, y + (high - px_high * scale) / 2
    return Paper(canvas, picture.brush, left - around.x0 * scale, top - around.y0 * scale, scale)


def map_shapes(picture: Composition, paper: Paper) -> None:
    """Draw it: actors first, since links hold to them; then lines go below."""
    named = SectorMap(actors={spot.actor.id: spot.actor for spot in picture.scene.spots})
    below = len(paper.canvas.tree)  # above what the slide has already, under the actors
    held = {spot.actor.id: (_actor(spot, paper, picture.t), spot) for spot in picture.scene.spots}
    for thread in picture.scene.threads:
        _link(thread, paper, str(link_sentence(named, thread.link, picture.t)), held, below)
    for thread in picture.scene.threads:
        if thread.badge is not None:
            badge(paper, _middle(thread.badge), thread.answer, thread.link.of_kind.family, thread.unsure)
    theme = paper.brush.theme
    for curve, letter in picture.scene.seams:
        dots = Stroke(theme.ink, max(paper.size(1.5), 0.5), (2, 5), round=True)
        paper.canvas.line(paper.at(curve.a), paper.at(curve.b), dots)
        _pill(paper, curve.at(0.5), 68, 28, f"{letter}  →←", theme.marker, theme.on_marker)


def actor_shape(paper: Paper, canvas: Canvas, shape: str, force: str, place: tuple[float, float], grown: float = 1.0,
                name: str = "") -> int:  # fmt: skip
    """An actor's shape around a place of the picture, its number; its border says whether it uses force."""
    theme, border = paper.brush.theme, style().force[force]
    (w, h), (x, y) = half(shape), paper.at(place)
    w, h = paper.size(w * grown), paper.size(h * grown)
    stroke = Stroke(theme.ink, max(paper.size(border.border), 0.75), tuple(paper.size(d) for d in border.dash))
    fill = theme.ink if border.filled else theme.canvas
    return canvas.box(shape, x - w, y - h, 2 * w, 2 * h, fill=fill, stroke=stroke, name=name)


def tower(paper: Paper, canvas: Canvas, x: float, y: float, influence: int) -> None:
    """0-5 discs on a base line that runs from x to x + 14 at height y of the picture."""
    pieces = [(x, y - 0.7, TOWER_WIDTH, 1.4)]
    pieces += [(x + 1.5, y - 5.6 - i * TOWER_STEP, 11, 4) for i in range(influence)]
    for left, top, wide, high in pieces:
        canvas.box("box", *paper.at((left, top)), paper.size(wide), paper.size(high), fill=paper.brush.theme.ink)


def _actor(spot: Spot, paper: Paper, t: Translate) -> int:
    name = spot.actor.label(t.language)
    group = paper.canvas.group(name)
    number = actor_shape(paper, group, spot.shape, spot.actor.force, spot.place, spot.size, name)
    if spot.name is not None:
        _name(spot, spot.name, paper, group)
    group.bound()
    return number


def _name(spot: Spot, area: Box, paper: Paper, canvas: Canvas) -> None:
    theme = paper.brush.theme
    room = TOWER_WIDTH + TOWER_GAP if spot.tower is not None else 0.0
    left, right, align = area.x0 + room, area.x1, "start"
    if spot.side == "w":
        left, right, align = area.x0, area.x1 - room, "end"
    elif spot.side != "e" and not room:
        align = "middle"
    if spot.tower is not None:
        bottom = area.y1 - (UNDER if spot.under else 0)
        base = (area.y0 + bottom) / 2 + max(LINE / 2, (2.5 + spot.tower * TOWER_STEP) / 2) - 2
        tower(paper, canvas, area.x1 - TOWER_WIDTH if spot.side == "w" else area.x0, base, spot.tower)
    lines = [[Run(words, paper.size(15), theme.ink, bold=True)] for words in spot.lines]
    if spot.under:
        lines.append([Run(spot.under, paper.size(13), theme.soft)])
    (x0, y0), (x1, y1) = paper.at((left, area.y0)), paper.at((right, area.y1))
    wide = x1 - x0
    more = wide * 0.35 + 4  # for what stands in for the typeface where that is missing
    x0 -= {"start": 0, "middle": more / 2, "end": more}[align]
    canvas.text(Words(lines, align, "middle"), x0, y0, wide + more, y1 - y0)


def stroke_of(answer: str, hue: str, wide: float, dash: tuple[float, ...], directed: bool, scale: float) -> Stroke:
    """How a link with this answer is drawn."""
    drawn: Line = style().line(answer)
    dashes = tuple(max(d * scale, 0.1) for d in dash)
    return Stroke(hue, max(wide * scale, 0.5), dashes, bool(drawn.dots), _HEADS[drawn.head] if directed else "")


def _link(x: Thread, paper: Paper, says: str, held: Mapping[ActorId, tuple[int, Spot]], below: int) -> None:
    drawn = style().line(x.answer)
    hue = paper.brush.hue(x.link.of_kind.family, drawn)
    if drawn.head == "bar" and x.link.of_kind.directed:
        (bx, by), (dx, dy) = x.curve.b, x.curve.direction(1)
        left, right = paper.at((bx - dy * 7.5, by + dx * 7.5)), paper.at((bx + dy * 7.5, by - dx * 7.5))
        paper.canvas.line(left, right, Stroke(hue, max(paper.size(x.width), 0.75), round=True))
    stroke = stroke_of(x.answer, hue, x.width, x.dash, x.link.of_kind.directed, paper.scale)
    start, end = paper.at(x.curve.a), paper.at(x.curve.b)
    if x.curve.bent:
        paper.canvas.bow(start, paper.at(x.curve.c), end, stroke, name=says, at=below)
        return
    ends = zip(x.link.ends, (x.curve.a, x.curve.b), strict=True)
    holds = [(held[id][0], _site(held[id][1], place)) for id, place in ends]
    paper.canvas.line(start, end, stroke, name=says, holds=holds, at=below)


def _site(spot: Spot, place: tuple[float, float]) -> int:
    """The site of a shape that is nearest to a place."""
    (w, h), (x, y) = half(spot.shape), spot.place
    sites = SITES[spot.shape]
    return min(range(len(sites)), key=lambda i: hypot(x + sites[i][0] * w - place[0], y + sites[i][1] * h - place[1]))


def badge(paper: Paper, place: tuple[float, float], answer: str, family: Family, unsure: bool = False) -> None:
    """A badge around a place of the picture: the letter, and what is answered to "does it work?"."""
    drawn, theme = style().line(answer), paper.brush.theme
    hue, doubt = paper.brush.hue(family, drawn), "?" if unsure else ""
    edge = max(paper.size(1.5), 0.5)
    if drawn.sign == "words":
        words = f"{family.letter} {paper.brush.needed}{doubt}"
        _pill(paper, place, 26 + 7.2 * len(words), 24, words, theme.canvas, hue, Stroke(hue, edge, (2.5, 2.5)))
    elif drawn.sign:
        words = f"{family.letter} {SIGNS[drawn.sign]}{doubt}"
        _pill(paper, place, 54 if doubt else 44, 21, words, theme.canvas, hue, Stroke(hue, edge))
    else:
        (x, y), r = paper.at(place), paper.size(9.8)
        letter = _letter(paper, family.letter + doubt, theme.on_link)
        paper.canvas.box("circle", x - r, y - r, 2 * r, 2 * r, fill=hue, words=letter)


def _pill(
    paper: Paper, place: tuple[float, float], wide: float, high: float, words: str, fill: str, ink: str,
    stroke: Stroke | None = None,
) -> None:  # fmt: skip
    (x, y), w, h = paper.at(place), paper.size(wide), paper.size(high)
    letter = _letter(paper, words, ink)
    paper.canvas.box("pill", x - w / 2, y - h / 2, w, h, fill=fill, stroke=stroke, words=letter)


def _letter(paper: Paper, words: str, ink: str) -> Words:
    return Words([[Run(words, paper.size(13), ink, bold=True)]], "middle", "middle", wrap=False)


def _middle(area: Box) -> tuple[float, float]:
    return (area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2
