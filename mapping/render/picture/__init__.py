"""Pictures of maps: `svg` draws one, `png` turns it into pixels. No browser, no network, no system font needed."""

from __future__ import annotations

from typing import Any

import resvg_py

from mapping.i18n import Translate
from mapping.model import SectorMap, settled
from mapping.render import font
from mapping.render.picture.brush import Brush, Named
from mapping.render.picture.composition import Composition, composition, document
from mapping.render.picture.painter import painted
from mapping.render.picture.scene import Looks, scene
from mapping.render.style import style

__all__ = ["Composition", "Named", "composition", "mini", "png", "svg"]

PIXELS = 6_000_000  # of one PNG at most: at 150 actors a name still has 11 px


def svg(map: SectorMap, t: Translate, *, fonts: bool = False, **composed: Any) -> str:
    """The map as an SVG document, as `composition` composes it, with its question, legend, caution and handling
    mark. `fonts` brings the typeface along, for a file that leaves the room."""
    return composition(map, t, **composed).svg(fonts=fonts)


def mini(map: SectorMap, t: Translate, *, theme: str = "light") -> str:
    """The map without words, for a wall of small pictures: shapes and lines, drawn bold."""
    map = settled(map)
    drawn = scene(map, t, Looks(towers=False, words=False))
    box = drawn.box.grown(14)
    view = (box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)
    return document(painted(drawn, Brush(style().themes[theme], bold=2.0)), view, map.frame.question)


def png(svg: str, *, zoom: float = 2.0) -> bytes:
    """A picture's pixels, `zoom` times its size (less where that would be more than 6 million)."""
    wide, high = (float(v) for v in svg.split('viewBox="', 1)[1].split('"', 1)[0].split(" ")[2:4])
    zoom = min(zoom, (PIXELS / (wide * high)) ** 0.5)
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=max(1, round(wide * zoom)),
        skip_system_fonts=True,
        font_files=[str(font.path(weight)) for weight in font.WEIGHTS],
        font_family=font.FAMILY,
        sans_serif_family=font.FAMILY,
    )
