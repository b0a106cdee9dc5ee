"""Where links run: straight; those between the same two actors bent apart; ends 5 px before the shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, hypot

from mapping.model import Link, LinkId
from mapping.render.picture.boxes import Segment
from mapping.render.picture.outlines import Point, reach

GAP = 5.0
BEND = 0.15  # of the length, to either side of the straight line
_WIDEST = 120.0


@dataclass(frozen=True)
class Curve:
    """A quadratic curve from a to b with control point c; `length` is the free length between the shapes."""

    a: Point
    c: Point
    b: Point
    length: float
    bent: bool

    def at(self, t: float) -> Point:
        s = 1 - t
        return (
            s * s * self.a[0] + 2 * s * t * self.c[0] + t * t * self.b[0],
            s * s * self.a[1] + 2 * s * t * self.c[1] + t * t * self.b[1],
        )

    def direction(self, t: float) -> Point:
        x = (1 - t) * (self.c[0] - self.a[0]) + t * (self.b[0] - self.c[0])
        y = (1 - t) * (self.c[1] - self.a[1]) + t * (self.b[1] - self.c[1])
        length = hypot(x, y) or 1.0
        return x / length, y / length

    def segments(self, link: str) -> list[Segment]:
        points = [self.at(i / 8) for i in range(9)] if self.bent else [self.a, self.b]
        return [Segment(*p, *q, link) for p, q in pairwise(points)]


def bends(links: Iterable[Link]) -> dict[LinkId, float]:
    """How far each link's control point lies off the straight line, as a share of the length; 0 when alone.

    Counted from the smaller actor id of the pair, so that two opposite links never lie on one another.
    """
    pairs: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        ends = sorted(link.ends)
        pairs.setdefault((ends[0], ends[1]), []).append(link)
    out: dict[LinkId, float] = {}
    for together in pairs.values():
        together.sort(key=lambda k: k.id)
        step = 4 * BEND / (len(together) - 1) if len(together) > 3 else 2 * BEND
        for i, link in enumerate(together):
            share = (i - (len(together) - 1) / 2) * step
            out[link.id] = share if link.source < link.target else -share
    return out


def curve(
    source: Point, target: Point, shapes: tuple[str, str], share: float, sizes: Point = (1.0, 1.0)
) -> Curve | None:
    """The curve between two actors at these places; None when they stand too close to draw anything.

    `sizes` are the factors by which the two shapes are drawn.
    """
    dx, dy = target[0] - source[0], target[1] - source[1]
    length = hypot(dx, dy)
    if length < 1:
        return None
    bow = copysign(min(abs(share) * length, _WIDEST * abs(share) / BEND), share)
    c = (source[0] + target[0]) / 2 - dy / length * bow, (source[1] + target[1]) / 2 + dx / length * bow

    def end(place: Point, shape: str, size: float) -> tuple[Point, float]:
        ux, uy = c[0] - place[0], c[1] - place[1]
        far = hypot(ux, uy) or 1.0
        off = reach(shape, ux / far, uy / far) * size + GAP
        return (place[0] + ux / far * off, place[1] + uy / far * off), off

    (a, off_a), (b, off_b) = end(source, shapes[0], sizes[0]), end(target, shapes[1], sizes[1])
    if off_a + off_b > length - 8:
        return None
    return Curve(a, c, b, length - off_a - off_b, share != 0)
