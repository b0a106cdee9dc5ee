"""Pictures of maps: `svg` draws one, `png` turns it into pixels. No browser, no network, no system font needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import resvg_py

from mapping.i18n import Translate
from mapping.model import LinkId, SectorMap, settled
from mapping.render import font
from mapping.render.markup import escaped
from mapping.render.picture.brush import Brush, Named, n
from mapping.render.picture.painter import painted
from mapping.render.picture.pressable import pressable
from mapping.render.picture.scene import Looks, scene
from mapping.render.picture.sheet import sheet, sheet_for
from mapping.render.style import style
from mapping.schema import schema

__all__ = ["Named", "mini", "png", "svg"]

PIXELS = 40_000_000  # of one PNG at most


def svg(
    map: SectorMap,
    t: Translate,
    *,
    theme: str = "light",
    finding: Named | None = None,
    handling: str = "internal",
    groups: Mapping[LinkId, int] | None = None,
    disputed: Collection[LinkId] = (),
    seams: Sequence[tuple[str, str, str]] = (),
    title: str = "",
    frame: bool = True,
    fonts: bool = False,
    pressed: Mapping[LinkId, tuple[str, str]] | None = None,
    act: str = "link",
) -> str:
    """The map as an SVG document, with its question, legend, caution and handling mark unless `frame` is off.

    `finding` puts what it names in the light and the rest in the shade. `groups` (how many groups drew each
    link) and `disputed` make it a joint map; `seams` (two actors and a kind) are where it falls apart. `fonts`
    brings the typeface along, for a file that leaves the room.
    Links that `pressed` has (a value and a title) can be pressed on a page, which then hears `act` and the value
    (not with `frame`). Proposals are never drawn. What may not be shared must be out of the map before: a picture
    hides nothing.
    """
    map = settled(map)
    marked = finding.actors if finding is not None else ()
    alone = groups is None  # a joint map has no towers: where the groups' ratings differ there is none to show
    looks = Looks(
        disputed=frozenset(disputed), groups=groups or {}, marked=marked, seams=tuple(seams),
        towers=alone, unrated=alone,
    )  # fmt: skip
    drawn = scene(map, t, looks)
    brush = _brush(map, t, theme, finding)
    if frame:
        words = sheet_for(map, t, handling=handling, joint=groups is not None, title=title)
        body, wide, high = sheet(drawn, brush, words, t)
        return _document(body, (0, 0, wide, high), words.title, fonts)
    box = drawn.box.grown(16)
    body = (
        f'<rect x="{n(box.x0)}" y="{n(box.y0)}" width="{n(box.x1 - box.x0)}" height="{n(box.y1 - box.y0)}" '
        f'fill="{brush.theme.canvas}"/>{painted(drawn, brush)}{pressable(drawn.threads, pressed or {}, act)}'
    )
    return _document(body, (box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0), title or map.frame.question, fonts)


def mini(map: SectorMap, t: Translate, *, theme: str = "light") -> str:
    """The map without words, for a wall of small pictures: shapes and lines, drawn bold."""
    map = settled(map)
    drawn = scene(map, t, Looks(towers=False, words=False))
    brush = Brush(style().themes[theme], bold=2.0)
    box = drawn.box.grown(14)
    return _document(
        painted(drawn, brush), (box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0), map.frame.question, False
    )


def png(svg: str, *, zoom: float = 2.0) -> bytes:
    """A picture's pixels, `zoom` times its size (less where that would be more than 40 million)."""
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


def _brush(map: SectorMap, t: Translate, theme: str, finding: Named | None) -> Brush:
    needed = schema().label("practice", "missing", t.language)
    if finding is None:
        return Brush(style().themes[theme], needed)
    marked = frozenset(finding.actors)
    links = frozenset((*finding.links, *getattr(finding, "gaps", ())))
    ends = {end for link in map.links.values() if link.id in links for end in link.ends}
    return Brush(style().themes[theme], needed, lit=marked | links | ends, marked=marked)


def _document(body: str, view: tuple[float, float, float, float], title: str, fonts: bool) -> str:
    faces = f"<defs><style>{font.faces(400, 600, 700)}</style></defs>" if fonts else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(n(v) for v in view)}" width="{n(view[2])}" '
        f'height="{n(view[3])}" role="img" font-family="{escaped(font.STACK)}"><title>{escaped(title)}</title>'
        f"{faces}{body}</svg>\n"
    )
