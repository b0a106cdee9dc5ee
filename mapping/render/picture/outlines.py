"""The shapes of actors, 34 px and of about equal weight to the eye: as paths, and where a link meets them."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

Point = tuple[float, float]


def _round(rx: float, ry: float) -> list[Point]:
    return [(rx * cos(i * pi / 16), ry * sin(i * pi / 16)) for i in range(32)]


def _star(outer: float, inner: float) -> list[Point]:
    turns = [(inner if i % 2 else outer, -pi / 2 + i * pi / 5) for i in range(10)]
    return [(r * cos(a), r * sin(a)) for r, a in turns]


OUTLINES: dict[str, list[Point]] = {
    "square": [(-15.5, -15.5), (15.5, -15.5), (15.5, 15.5), (-15.5, 15.5)],
    "circle": _round(17, 17),
    "diamond": [(0, -20.4), (20.4, 0), (0, 20.4), (-20.4, 0)],
    "triangle": [(0, -19.5), (20.5, 15.5), (-20.5, 15.5)],
    "star": _star(21.2, 9.6),
    "ellipse": _round(22, 14),
}
HULLS = {**OUTLINES, "star": _round(19.5, 19.5)}  # links stop at the star's circle, not in its notches


@cache
def path(shape: str) -> str:
    """The shape around (0, 0) as SVG path data."""
    if shape == "square":
        return "M-13.1-15.5h26.2q2.4 0 2.4 2.4v26.2q0 2.4-2.4 2.4h-26.2q-2.4 0-2.4-2.4v-26.2q0-2.4 2.4-2.4Z"
    if shape == "circle":
        return "M-17 0a17 17 0 1 0 34 0a17 17 0 1 0-34 0Z"
    if shape == "ellipse":
        return "M-22 0a22 14 0 1 0 44 0a22 14 0 1 0-44 0Z"
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in OUTLINES[shape]) + "Z"


@cache
def half(shape: str) -> Point:
    """Half width and half height."""
    outline = OUTLINES[shape]
    return max(abs(x) for x, _ in outline), max(abs(y) for _, y in outline)


def reach(shape: str, ux: float, uy: float) -> float:
    """Distance from the centre to where a link in the unit direction (ux, uy) meets the shape."""
    best = 0.0
    hull = HULLS[shape]
    for (ax, ay), (bx, by) in zip(hull, [*hull[1:], hull[0]], strict=True):
        ex, ey = bx - ax, by - ay
        cross = ux * ey - uy * ex
        if abs(cross) < 1e-9:
            continue
        far, where = (ax * ey - ay * ex) / cross, (ax * uy - ay * ux) / cross
        if far > best and -1e-9 <= where <= 1 + 1e-9:
            best = far
    return best
