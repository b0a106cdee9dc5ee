"""Actors as SVG: shapes, towers, names, and the yellow that a named one stands on."""

from __future__ import annotations

from mapping.render.picture.brush import Brush, n, text
from mapping.render.picture.names import LINE, SIZE
from mapping.render.picture.outlines import Point, path
from mapping.render.picture.scene import TOWER_GAP, TOWER_STEP, TOWER_WIDTH, Spot, marker_radius
from mapping.render.style import Theme, style


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
