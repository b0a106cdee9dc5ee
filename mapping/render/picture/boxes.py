"""Plane geometry of the picture: boxes, segments, and a grid to find what lies near."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, hypot
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Box:
    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def around(cls, x: float, y: float, w: float, h: float) -> Box:
        return cls(x - w / 2, y - h / 2, x + w / 2, y + h / 2)

    def grown(self, by: float) -> Box:
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x0 + dx, self.y0 + dy, self.x1 + dx, self.y1 + dy)

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def may_hold(self, s: Segment) -> bool:
        """Whether a part of the segment may lie inside: quick, and never no where one does."""
        return not (
            (s.ax < self.x0 and s.bx < self.x0) or (s.ax > self.x1 and s.bx > self.x1)
            or (s.ay < self.y0 and s.by < self.y0) or (s.ay > self.y1 and s.by > self.y1)
        )  # fmt: skip

    def length_inside(self, ax: float, ay: float, bx: float, by: float) -> float:
        """Length of the part of a segment that lies inside (Liang and Barsky's clipping)."""
        dx, dy = bx - ax, by - ay
        start, end = 0.0, 1.0
        for p, q in ((-dx, ax - self.x0), (dx, self.x1 - ax), (-dy, ay - self.y0), (dy, self.y1 - ay)):
            if p == 0:
                if q < 0:
                    return 0.0
            elif p < 0:
                start = max(start, q / p)
            else:
                end = min(end, q / p)
            if start >= end:
                return 0.0
        return (end - start) * hypot(dx, dy)


@dataclass(frozen=True)
class Segment:
    ax: float
    ay: float
    bx: float
    by: float
    link: str


class Grid(Generic[T]):
    """Things on the plane by the cells their boxes touch; `near` gives candidates, the caller tests exactly."""

    def __init__(self, cell: float = 96) -> None:
        self.cell = cell
        self.cells: dict[tuple[int, int], dict[int, T]] = {}

    def _touched(self, box: Box) -> Iterator[tuple[int, int]]:
        c = self.cell
        for i in range(int(box.x0 // c), int(box.x1 // c) + 1):
            for j in range(int(box.y0 // c), int(box.y1 // c) + 1):
                yield i, j

    def add(self, thing: T, box: Box) -> None:
        for key in self._touched(box):
            self.cells.setdefault(key, {})[id(thing)] = thing

    def remove(self, thing: T, box: Box) -> None:
        for key in self._touched(box):
            self.cells.get(key, {}).pop(id(thing), None)

    def near(self, box: Box) -> list[T]:
        found: dict[int, T] = {}
        for key in self._touched(box):
            found.update(self.cells.get(key, {}))
        return list(found.values())


def add_segment(grid: Grid[Segment], s: Segment) -> None:
    """Entered piecewise, so that a long slanted line is not near everything."""
    pieces = max(1, ceil(hypot(s.bx - s.ax, s.by - s.ay) / grid.cell))
    for k in range(pieces):
        xs = sorted(s.ax + (s.bx - s.ax) * m / pieces for m in (k, k + 1))
        ys = sorted(s.ay + (s.by - s.ay) * m / pieces for m in (k, k + 1))
        grid.add(s, Box(xs[0], ys[0], xs[1], ys[1]))
