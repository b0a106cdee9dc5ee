"""The sheet a map is printed on: question, date and caution above, legend at the left, the map beside it."""

from __future__ import annotations

from dataclasses import dataclass

from mapping.i18n import Translate
from mapping.model import Frame, SectorMap
from mapping.render.font import width
from mapping.render.picture.brush import Brush, n, text
from mapping.render.picture.legend import WIDTH, legend
from mapping.render.picture.names import wrapped
from mapping.render.picture.painter import painted
from mapping.render.picture.scene import Scene

MARGIN, GUTTER = 36.0, 40.0
_LEAST = 760.0  # px of width for the map, so that the heading is readable


@dataclass(frozen=True)
class Sheet:
    """What stands around the map. `caution` says whose view it is, `handling` who may see it."""

    title: str
    facts: str
    caution: str
    handling: str
    legend: bool = True


def sheet_for(map: SectorMap, t: Translate, *, handling: str, joint: bool = False, title: str = "",
              legend: bool = True) -> Sheet:  # fmt: skip
    """The sheet of a map: its question, territory and date, that it is unverified, and the handling mark."""
    frame = map.frame
    facts = [t("drawing.group", n=frame.group)] if frame.group and not joint else []
    facts += [frame.territory] if frame.territory else []
    facts += [t("drawing.as_of", date=frame.date)] if frame.date else []
    words = [caution(map, t, joint=joint), t("drawing.invented") if frame.invented else ""]
    return Sheet(
        title or frame.question or t("drawing.untitled"), " · ".join(facts), " · ".join(w for w in words if w),
        t(f"drawing.handling.{handling}"), legend,
    )  # fmt: skip


def caution(map: SectorMap, t: Translate, *, joint: bool = False) -> str:
    """Whose view a map is: that of several groups, of one, or of the public sources it cites."""
    if joint:
        return t("drawing.caution.joint")
    frame: Frame = map.frame
    cited = any(k.recorded for k in map.links.values()) and not frame.group
    return t("drawing.caution.sources" if cited else "drawing.caution.group")


def sheet(scene: Scene, brush: Brush, sheet: Sheet, t: Translate) -> tuple[str, float, float]:
    """The whole sheet as SVG, its width and height."""
    theme = brush.theme
    map_w, map_h = scene.box.x1 - scene.box.x0, scene.box.y1 - scene.box.y0
    scale = max(1.0, (map_w + WIDTH) / 1500)  # type grows with very large maps
    key, key_h = legend(scene, brush, t) if sheet.legend else ("", 0.0)
    left = MARGIN * scale + ((WIDTH + GUTTER) * scale if key else 0)
    wide = left + max(map_w, _LEAST - (WIDTH if key else 0)) + MARGIN * scale
    title = wrapped(sheet.title, (wide - 2 * MARGIN * scale) / scale * 0.98, 22, 600, most=3)
    top = (34 + len(title) * 28 + 26) * scale
    high = top + max(map_h, key_h * scale) + (MARGIN + 30) * scale
    parts = [f'<rect width="{n(wide)}" height="{n(high)}" fill="{theme.canvas}"/>']
    parts.append(f'<g transform="translate({n(MARGIN * scale)} 0) scale({scale:.3f})">')
    parts += [text(0, 46 + i * 28, line, theme.ink, 22) for i, line in enumerate(title)]
    parts.append(text(0, 46 + len(title) * 28 - 2, sheet.facts, theme.soft, 15, weight=400))
    parts.append("</g>")
    if key:
        parts.append(f'<g transform="translate({n(MARGIN * scale)} {n(top + 8 * scale)}) scale({scale:.3f})">{key}</g>')
    x = left + (wide - left - MARGIN * scale - map_w) / 2 - scene.box.x0
    y = top + max(0.0, (high - top - (MARGIN + 30) * scale - map_h) / 2) - scene.box.y0
    parts.append(f'<g transform="translate({n(x)} {n(y)})">{painted(scene, brush)}</g>')
    parts.append(_foot(sheet, brush, wide, high, scale))
    return "".join(parts), wide, high


def _foot(sheet: Sheet, brush: Brush, wide: float, high: float, scale: float) -> str:
    theme, room = brush.theme, (wide - 2 * MARGIN * scale) / scale
    mark = width(sheet.handling, 14) + 20
    lines = wrapped(sheet.caution, room - mark - 16, 14, most=1)
    return (
        f'<g transform="translate({n(MARGIN * scale)} {n(high - 28 * scale)}) scale({scale:.3f})">'
        f'<path d="M0-22H{n(room)}" stroke="{theme.hair}" stroke-width="1"/>'
        f"{text(0, 5, lines[0] if lines else '', theme.soft, 14, weight=400)}"
        f'<rect x="{n(room - mark)}" y="-11" width="{n(mark)}" height="23" rx="4" fill="none" '
        f'stroke="{theme.ink}" stroke-width="1.5"/>'
        f"{text(room - mark / 2, 5.5, sheet.handling, theme.ink, 14, anchor='middle')}</g>"
    )
