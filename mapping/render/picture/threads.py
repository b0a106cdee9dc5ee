"""Links as SVG: lines with their heads, badges, and where a joint map falls apart."""

from __future__ import annotations

from math import hypot

from mapping.render.picture.brush import Brush, n, text
from mapping.render.picture.curves import Curve
from mapping.render.picture.outlines import Point
from mapping.render.picture.scene import Thread
from mapping.render.picture.signs import LEFT_HALF, SIGNS, TEXT
from mapping.render.style import Line, Theme, style
from mapping.schema import Family


def head(tip: Point, along: Point, line: Line, hue: str, width: float) -> str:
    """An arrowhead: filled, open, or a bar across the end."""
    (x, y), (dx, dy) = tip, along
    grow = max(1.0, width / 2.5)
    back, side = 11.0 * (0.6 + 0.4 * grow), 4.9 * (0.6 + 0.4 * grow)
    left = x - dx * back - dy * side, y - dy * back + dx * side
    right = x - dx * back + dy * side, y - dy * back - dx * side
    if line.head == "bar":
        reach = 7.5 * (0.6 + 0.4 * grow)
        ends = f"M{n(x - dy * reach)} {n(y + dx * reach)}L{n(x + dy * reach)} {n(y - dx * reach)}"
        return f'<path d="{ends}" stroke="{hue}" stroke-width="{n(width + 0.5)}" stroke-linecap="round"/>'
    points = f"M{n(left[0])} {n(left[1])}L{n(x)} {n(y)}L{n(right[0])} {n(right[1])}"
    if line.head == "filled":
        return f'<path d="{points}Z" fill="{hue}" stroke="{hue}" stroke-width="1" stroke-linejoin="round"/>'
    return (
        f'<path d="{points}" fill="none" stroke="{hue}" stroke-width="{n(max(1.75, width))}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def thread(x: Thread, brush: Brush) -> str:
    """A link's line with its head; symmetric kinds have none."""
    line = style().line(x.answer)
    hue, wide = brush.hue(x.link.of_kind.family, line), x.width * brush.bold
    a, c, b = x.curve.a, x.curve.c, x.curve.b
    directed = x.link.of_kind.directed
    end = b
    if directed and line.head == "filled":
        far = hypot(b[0] - c[0], b[1] - c[1]) or 1.0
        short = 8.5 * max(1.0, 0.6 + 0.4 * wide / 2.5)
        end = b[0] - (b[0] - c[0]) / far * short, b[1] - (b[1] - c[1]) / far * short
    mid = f"Q{n(c[0])} {n(c[1])} {n(end[0])} {n(end[1])}" if x.curve.bent else f"L{n(end[0])} {n(end[1])}"
    dash = f' stroke-dasharray="{" ".join(f"{d:g}" for d in x.dash)}"' if x.dash else ""
    cap = ' stroke-linecap="round"' if line.dots else ""
    out = f'<path d="M{n(a[0])} {n(a[1])}{mid}" fill="none" stroke="{hue}" stroke-width="{n(wide)}"{dash}{cap}/>'
    return out + (head(b, x.curve.direction(1), line, hue, wide) if directed else "")


def badge(place: Point, size: Point, answer: str, family: Family, brush: Brush, *, unsure: bool = False) -> str:
    """A badge around `place`: the letter, and what is answered to "does it work?"."""
    line, theme = style().line(answer), brush.theme
    hue = brush.hue(family, line)
    parts = []
    w = size[0] - (11 if unsure else 0)
    right = w / 2 - 2
    if line.sign == "words":
        parts += [
            f'<rect x="{n(-w / 2)}" y="-13" width="{n(w)}" height="26" rx="13" fill="{theme.canvas}"/>',
            f'<rect x="{n(2 - w / 2)}" y="-11" width="{n(w - 4)}" height="22" rx="11" fill="none" '
            f'stroke="{hue}" stroke-width="1.5" stroke-dasharray="2.5 2.5"/>',
            text(15 - w / 2, 4.6, family.letter, hue, TEXT, weight=700, anchor="middle"),
            text(25 - w / 2, 4.6, brush.needed, hue, TEXT),
        ]
    elif line.sign:
        drawn, stroke = SIGNS[line.sign]
        paint = f'fill="none" stroke="{hue}" stroke-width="{stroke:g}" stroke-linecap="round" stroke-linejoin="round"'
        parts += [
            f'<rect x="-21.5" y="-12" width="43" height="24" rx="12" fill="{theme.canvas}"/>',
            f'<rect x="-19.5" y="-10" width="39" height="20" rx="10" fill="{theme.canvas}" stroke="{hue}" '
            'stroke-width="1.5"/>',
            f'<path d="{LEFT_HALF}" fill="{hue}"/>',
            text(-8.5, 4.6, family.letter, theme.on_link, TEXT, weight=700, anchor="middle"),
            f'<path d="{drawn}" {paint if stroke else f"fill={chr(34)}{hue}{chr(34)}"}/>',
        ]
    else:
        parts += [
            f'<circle r="12" fill="{theme.canvas}"/><circle r="9.8" fill="{hue}"/>',
            text(0, 4.6, family.letter, theme.on_link, TEXT, weight=700, anchor="middle"),
        ]
        right = 10
    if unsure:
        parts.append(text(right + 3, 5, "?", hue, 15, weight=700, halo=theme.canvas))
    shift = place[0] - (5.5 if unsure else 0)
    return f'<g transform="translate({n(shift)} {n(place[1])})">{"".join(parts)}</g>'


def seam(curve: Curve, letter: str, theme: Theme) -> str:
    """Where a joint map falls apart: the groups drew this link in opposite directions."""
    (ax, ay), (bx, by), (x, y) = curve.a, curve.b, curve.at(0.5)
    arrows = "M1 0h11M8.5-3.5L12 0L8.5 3.5M29 0h-11M21.5-3.5L18 0L21.5 3.5"
    ink = f'stroke="{theme.on_marker}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'
    return (
        f'<path d="M{n(ax)} {n(ay)}L{n(bx)} {n(by)}" stroke="{theme.ink}" stroke-width="1.5" stroke-dasharray="2 5" '
        f'stroke-linecap="round" fill="none"/><g transform="translate({n(x)} {n(y)})">'
        f'<rect x="-34" y="-14" width="68" height="28" rx="14" fill="{theme.marker}"/>'
        f'{text(-18, 5, letter, theme.on_marker, 14, anchor="middle")}<path transform="translate(-6 0)" d="{arrows}" '
        f'fill="none" {ink}/></g>'
    )
