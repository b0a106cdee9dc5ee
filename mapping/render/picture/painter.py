"""Paints a scene as SVG: links, badges, shapes, towers and names. Attributes only, no style sheet, so that every
program that opens the file draws the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import hypot
from typing import Protocol

from mapping.render.markup import escaped
from mapping.render.picture.curves import Curve
from mapping.render.picture.names import LINE, SIZE
from mapping.render.picture.outlines import Point, path
from mapping.render.picture.scene import TOWER_GAP, TOWER_STEP, TOWER_WIDTH, Scene, Spot, Thread, marker_radius
from mapping.render.picture.signs import LEFT_HALF, SIGNS, TEXT
from mapping.render.style import Line, Theme, style
from mapping.schema import Family


class Named(Protocol):
    """What a finding (or anything else that points at parts of a map) names, by id."""

    @property
    def actors(self) -> Collection[str]: ...
    @property
    def links(self) -> Collection[str]: ...


@dataclass(frozen=True)
class Brush:
    """The colours to paint with and the word on needed links; `lit` is what is in the light (None: everything),
    `marked` the actors that stand on yellow."""

    theme: Theme
    needed: str = ""
    lit: frozenset[str] | None = None
    marked: frozenset[str] = frozenset()
    bold: float = 1.0  # lines and borders of very small pictures

    def hue(self, family: Family, line: Line) -> str:
        return self.theme.gap if line.grey else self.theme.families[family.id]

    def is_faded(self, id: str) -> bool:
        return self.lit is not None and id not in self.lit


def n(value: float) -> str:
    """A number as short as the picture needs it."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, colour: str, size: float = SIZE, *, weight: int = 600, anchor: str = "start",
         halo: str = "", halo_width: float = 5) -> str:  # fmt: skip
    """A line of text, over a halo where one is given (drawn as a text of its own: not every program knows
    paint-order)."""
    place = f'x="{n(x)}" y="{n(y)}" font-size="{n(size)}" font-weight="{weight}" text-anchor="{anchor}"'
    below = (
        f'<text {place} fill="{halo}" stroke="{halo}" stroke-width="{halo_width:g}" stroke-linejoin="round" '
        f'aria-hidden="true">{escaped(words)}</text>'
        if halo
        else ""
    )
    return f'{below}<text {place} fill="{colour}">{escaped(words)}</text>'


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


def shape(
    kind: str, force: str, place: Point, theme: Theme, size: float = 1.0, opacity: float = 1.0, bold: float = 1.0
) -> str:
    """An actor's shape; its border says whether it uses force."""
    border = style().force[force]
    dash = f' stroke-dasharray="{" ".join(f"{d:g}" for d in border.dash)}"' if border.dash else ""
    fill = theme.ink if border.filled else theme.canvas
    fade = f' opacity="{opacity:g}"' if opacity < 1 else ""
    at = f"translate({n(place[0])} {n(place[1])})" + (f" scale({size:.2f})" if size != 1 else "")
    under = f'<path d="{path(kind)}" fill="{theme.canvas}"/>' if fade else ""
    return (
        f'<g transform="{at}">{under}<path d="{path(kind)}" fill="{fill}" stroke="{theme.ink}" '
        f'stroke-width="{n(border.border * bold / size)}" stroke-linejoin="round"{dash}{fade}/></g>'
    )


def tower(x: float, y: float, influence: int, colour: str, halo: str = "") -> str:
    """0-5 discs on a base line that runs from x to x + 14 at height y."""
    high = influence * TOWER_STEP
    parts = []
    if halo:
        parts.append(
            f'<rect x="{n(x - 1.5)}" y="{n(y - high - 2)}" width="17" height="{n(high + 5)}" rx="2" fill="{halo}"/>'
        )
    parts.append(f'<path d="M{n(x)} {n(y)}h{TOWER_WIDTH:g}" stroke="{colour}" stroke-width="1.5"/>')
    parts += [
        f'<rect x="{n(x + 1.5)}" y="{n(y - 5.6 - i * TOWER_STEP)}" width="11" height="4" rx="1" fill="{colour}"/>'
        for i in range(influence)
    ]
    return "".join(parts)


def name(spot: Spot, brush: Brush) -> str:
    """An actor's name with its tower and the small text under it."""
    theme, box = brush.theme, spot.name
    if box is None:
        return ""
    faded = brush.is_faded(spot.actor.id)
    colour, weight = (theme.soft, 400) if faded else (theme.ink, 600)
    room = TOWER_WIDTH + TOWER_GAP if spot.tower is not None else 0.0
    bottom = box.y1 - (16 if spot.under else 0)
    first = (box.y0 + bottom) / 2 - (len(spot.lines) - 1) * LINE / 2 + SIZE * 0.34
    if spot.side == "w":
        x, anchor, tower_x = box.x1 - room, "end", box.x1 - TOWER_WIDTH
    elif spot.side == "e" or room:
        x, anchor, tower_x = box.x0 + room, "start", box.x0
    else:
        x, anchor, tower_x = (box.x0 + box.x1) / 2, "middle", 0.0
    parts = []
    if spot.tower is not None:
        base = (box.y0 + bottom) / 2 + max(LINE / 2, (2.5 + spot.tower * TOWER_STEP) / 2) - 2
        parts.append(tower(tower_x, base, spot.tower, colour, theme.canvas))
    parts += [
        text(x, first + i * LINE, line, colour, weight=weight, anchor=anchor, halo=theme.canvas)
        for i, line in enumerate(spot.lines)
    ]
    if spot.under:
        parts.append(text(x, bottom + 12, spot.under, theme.soft, 13, weight=400, anchor=anchor, halo=theme.canvas))
    return "".join(parts)


def marker(spot: Spot, theme: Theme) -> str:
    """The yellow round a named actor stands on."""
    r = marker_radius(spot.shape, spot.size)
    return (
        f'<circle cx="{n(spot.place[0])}" cy="{n(spot.place[1])}" r="{n(r)}" fill="{theme.marker}" '
        f'fill-opacity="{theme.marked:g}"/>'
    )


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


def painted(scene: Scene, brush: Brush) -> str:
    """The whole scene: markers, faded links, links, shapes, names, badges, from the bottom up."""
    theme = brush.theme
    fade = f'<g opacity="{theme.faded:g}">'
    lit = [x for x in scene.threads if not brush.is_faded(x.link.id)]
    dim = [x for x in scene.threads if brush.is_faded(x.link.id)]
    out = []
    out += [marker(s, theme) for s in scene.spots if s.actor.id in brush.marked]
    if dim:
        out += [fade, *(thread(x, brush) for x in dim), "</g>"]
    out += [thread(x, brush) for x in lit]
    for spot in scene.spots:
        opacity = 0.3 if brush.is_faded(spot.actor.id) else 1.0
        out.append(shape(spot.shape, spot.actor.force, spot.place, theme, spot.size, opacity, brush.bold))
    if dim:
        out += [fade, *(_badge(x, brush) for x in dim), "</g>"]
    out += [name(spot, brush) for spot in scene.spots]
    out += [seam(c, letter, theme) for c, letter in scene.seams]
    out += [_badge(x, brush) for x in lit]
    return "".join(out)


def _badge(x: Thread, brush: Brush) -> str:
    if x.badge is None:
        return ""
    b = x.badge
    return badge(
        ((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2), (b.x1 - b.x0, b.y1 - b.y0), x.answer, x.link.of_kind.family, brush,
        unsure=x.unsure,
    )  # fmt: skip
