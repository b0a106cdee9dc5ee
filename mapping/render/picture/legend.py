"""The legend of a picture: only what is on this map, with how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mapping.i18n import Translate
from mapping.render import font
from mapping.render.markup import escaped
from mapping.render.picture.brush import Brush, n, text
from mapping.render.picture.names import wrapped
from mapping.render.picture.scene import Scene
from mapping.render.picture.signs import SIGNS
from mapping.render.picture.spots import shape, tower
from mapping.render.picture.threads import badge, head
from mapping.render.style import style
from mapping.schema import schema

WIDTH = 232.0
_ROW, _TEXT, _SIGN = 28.0, 15.0, 46.0
Row = tuple[str, str, str]  # what is drawn, the words, the count


def legend(scene: Scene, brush: Brush, t: Translate) -> tuple[str, float]:
    """The legend as SVG with its left top at (0, 0), and its height."""
    out, y = [], 0.0
    for heading, rows in _sections(scene, brush, t):
        if not rows:
            continue
        out.append(text(0, y + 14, heading, brush.theme.soft, 14))
        y += 22
        for drawn, words, count in rows:
            lines = wrapped(words, WIDTH - _SIGN - (30 if count else 0), _TEXT, most=3)
            high = max(_ROW, len(lines) * 18 + 8)
            out.append(f'<g transform="translate(0 {n(y + high / 2)})">{drawn}</g>')
            for i, line in enumerate(lines):
                out.append(text(_SIGN, y + high / 2 + 5 + (i - (len(lines) - 1) / 2) * 18, line, brush.theme.ink, _TEXT,
                                weight=400))  # fmt: skip
            if count:
                out.append(text(WIDTH, y + high / 2 + 5, count, brush.theme.soft, _TEXT, weight=400, anchor="end"))
            y += high
        y += 14
    return "".join(out), y


def _sections(scene: Scene, brush: Brush, t: Translate) -> Iterator[tuple[str, list[Row]]]:
    yield t("drawing.legend.links"), _families(scene, brush, t)
    yield t("drawing.legend.works"), _answers(scene, brush, t)
    yield t("drawing.legend.form"), _forms(scene, brush, t)
    yield t("drawing.legend.actors"), _cells(scene, brush, t)
    yield t("drawing.legend.tower"), _towers(scene, brush, t)
    yield t("drawing.legend.marks"), _marks(scene, brush, t)


def _families(scene: Scene, brush: Brush, t: Translate) -> list[Row]:
    count = Counter(x.link.of_kind.family.id for x in scene.threads)
    return [
        (badge((12, 0), (24, 24), "works", f, brush), f.label[t.language], str(count[f.id]))
        for f in schema().families.values()
        if count[f.id]
    ]


def _answers(scene: Scene, brush: Brush, t: Translate) -> list[Row]:
    count = Counter(x.answer for x in scene.threads)
    rows = []
    for answer, line in style().practice.items():
        if not count[answer]:
            continue
        hue = brush.theme.gap if line.grey else brush.theme.ink
        dash = f' stroke-dasharray="0.1 {line.dots:g}" stroke-linecap="round"' if line.dots else ""
        end = 28 if line.head == "filled" else 36
        drawn = f'<path d="M0 0H{end}" stroke="{hue}" stroke-width="{line.width:g}"{dash}/>'
        drawn += head((36, 0), (1, 0), line, hue, line.width)
        if line.sign in SIGNS:
            drawn = f'<path d="M0 0H{end - 18}" stroke="{hue}" stroke-width="{line.width:g}"{dash}/>'
            drawn += head((18, 0), (1, 0), line, hue, line.width)
            d, stroke = SIGNS[line.sign]
            paint = f'fill="none" stroke="{hue}" stroke-width="{stroke:g}"' if stroke else f'fill="{hue}"'
            drawn += f'<path transform="translate(20 0)" d="{d}" {paint} stroke-linecap="round"/>'
        words = t("drawing.disputed") if answer == "disputed" else schema().label("practice", answer, t.language)
        rows.append((drawn, words, str(count[answer])))
    return rows


def _forms(scene: Scene, brush: Brush, t: Translate) -> list[Row]:
    count = Counter(x.link.form for x in scene.threads if not style().line(x.answer).dots)
    if set(count) <= {"formal"}:
        return []
    rows = []
    for form, dash in style().formality.items():
        if count[form]:
            dashes = f' stroke-dasharray="{" ".join(f"{d:g}" for d in dash)}"' if dash else ""
            drawn = f'<path d="M0 0H36" stroke="{brush.theme.ink}" stroke-width="2"{dashes}/>'
            rows.append((drawn, schema().label("formality", form, t.language), str(count[form])))
    return rows


def _cells(scene: Scene, brush: Brush, t: Translate) -> list[Row]:
    cells = Counter(s.actor.of_kind.cell.id for s in scene.spots)
    force = Counter(s.actor.force for s in scene.spots)
    rows = [
        (shape(style().shapes[c.id], "none", (17, 0), brush.theme, 0.62), c.label[t.language], str(cells[c.id]))
        for c in schema().cells.values()
        if cells[c.id]
    ]
    for value in ("does", "may", "unknown"):
        if force[value]:
            drawn = shape("square", value, (17, 0), brush.theme, 0.62)
            rows.append((drawn, t(f"drawing.force.{value}"), str(force[value])))
    return rows


def _towers(scene: Scene, brush: Brush, t: Translate) -> list[Row]:
    if not any(s.tower is not None for s in scene.spots):
        return []
    return [(tower(10, 13, 5, brush.theme.ink), t("drawing.legend.influence"), "")]


def _marks(scene: Scene, brush: Brush, t: Translate) -> list[Row]:
    theme, rows = brush.theme, []
    if brush.marked:
        drawn = f'<circle cx="17" r="9" fill="{theme.marker}" fill-opacity="{theme.marked:g}"/>'
        rows.append((drawn, t("drawing.legend.named"), ""))
    if scene.seams:
        drawn = f'<path d="M0 0H36" stroke="{theme.ink}" stroke-width="1.5" stroke-dasharray="2 5"/>'
        drawn += f'<rect x="6" y="-9" width="24" height="18" rx="9" fill="{theme.marker}"/>'
        rows.append((drawn, t("drawing.legend.seam"), ""))
    if len({x.width for x in scene.threads}) > 1 and any(x.groups for x in scene.threads):
        drawn = f'<path d="M0-6H36" stroke="{theme.ink}" stroke-width="2.5"/>'
        drawn += f'<path d="M0 5H36" stroke="{theme.ink}" stroke-width="6"/>'
        rows.append((drawn, t("drawing.legend.groups"), ""))
    if any(s.actor.veto for s in scene.spots):
        rows.append((text(17, 5, "V", theme.ink, anchor="middle"), t("drawing.legend.veto"), ""))
    if any(x.unsure for x in scene.threads):
        rows.append((text(17, 5, "?", theme.ink, anchor="middle", weight=700), t("drawing.legend.unsure"), ""))
    return rows


def strip(scene: Scene, brush: Brush, t: Translate) -> str:
    """The legend as a line of HTML: each entry a small picture and its words."""
    out = []
    for heading, rows in _sections(scene, brush, t):
        entries = [
            f'<span><svg viewBox="-2 -15 42 30" width="{34 * 0.8:g}" aria-hidden="true" '
            f'font-family="{escaped(font.STACK)}">{drawn}</svg>{escaped(words)}</span>'
            for drawn, words, _ in rows
        ]
        if entries:
            out.append(f"<b>{escaped(heading)}</b>{''.join(entries)}")
    return "".join(out)
