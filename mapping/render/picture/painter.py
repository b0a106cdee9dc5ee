"""Paints a scene as SVG: links, badges, shapes, towers and names. Attributes only, no style sheet, so that every
program that opens the file draws the same."""

from __future__ import annotations

from mapping.render.picture.brush import Brush
from mapping.render.picture.scene import Scene, Thread
from mapping.render.picture.spots import marker, name, shape
from mapping.render.picture.threads import badge, seam, thread


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
