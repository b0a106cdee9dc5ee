"""The legend of a picture: only what is on this map, with how often. `entries` says what is in it, for any painter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Entry:
    """A row of the legend: of what sort (family, answer, form, cell, force, tower, mark), which, and its words."""

    sort: str
    value: str
    words: str
    count: int | None = None


def legend(scene: Scene, brush: Brush, t: Translate) -> tuple[str, float]:
    """The legend as SVG with its left top at (0, 0), and its height."""
    out, y = [], 0.0
    for heading, rows in entries(scene, brush, t):
        out.append(text(0, y + 14, heading, brush.theme.soft, 14))
        y += 22
        for entry in rows:
            lines = wrapped(entry.words, WIDTH - _SIGN - (30 if entry.count else 0), _TEXT, most=3)
            high = max(_ROW, len(lines) * 18 + 8)
            out.append(f'<g transform="translate(0 {n(y + high / 2)})">{_drawn(entry, brush)}</g>')
            for i, line in enumerate(lines):
                out.append(text(_SIGN, y + high / 2 + 5 + (i - (len(lines) - 1) / 2) * 18, line, brush.theme.ink, _TEXT,
                                weight=400))  # fmt: skip
            if entry.count:
                out.append(text(WIDTH, y + high / 2 + 5, str(entry.count), brush.theme.soft, _TEXT, weight=400,
                                anchor="end"))  # fmt: skip
            y += high
        y += 14
    return "".join(out), y


def strip(scene: Scene, brush: Brush, t: Translate) -> str:
    """The legend as a line of HTML: each entry a small picture and its words."""
    out = []
    for heading, rows in entries(scene, brush, t):
        drawn = [
            f'<span><svg viewBox="-2 -15 42 30" width="{34 * 0.8:g}" aria-hidden="true" '
            f'font-family="{escaped(font.STACK)}">{_drawn(entry, brush)}</svg>{escaped(entry.words)}</span>'
            for entry in rows
        ]
        out.append(f"<b>{escaped(heading)}</b>{''.join(drawn)}")
    return "".join(out)


def entries(scene: Scene, brush: Brush, t: Translate) -> list[tuple[str, list[Entry]]]:
    """The headings of the legend with their rows; none is empty."""
    found = (
        ("links", _families(scene, t)), ("works", _answers(scene, t)), ("form", _forms(scene, t)),
        ("actors", _actors(scene, t)), ("tower", _towers(scene, t)), ("marks", _marks(scene, brush, t)),
    )  # fmt: skip
    listed = ((t(f"drawing.legend.{heading}"), list(rows)) for heading, rows in found)
    return [(heading, rows) for heading, rows in listed if rows]


def _families(scene: Scene, t: Translate) -> Iterator[Entry]:
    count = Counter(x.link.of_kind.family.id for x in scene.threads)
    for family in schema().families.values():
        if count[family.id]:
            yield Entry("family", family.id, family.label[t.language], count[family.id])


def _answers(scene: Scene, t: Translate) -> Iterator[Entry]:
    count = Counter(x.answer for x in scene.threads)
    for answer in style().practice:
        if count[answer]:
            words = t("drawing.disputed") if answer == "disputed" else schema().label("practice", answer, t.language)
            yield Entry("answer", answer, words, count[answer])


def _forms(scene: Scene, t: Translate) -> Iterator[Entry]:
    count = Counter(x.link.form for x in scene.threads if not style().line(x.answer).dots)
    for form in style().formality:
        if count[form] and not set(count) <= {"formal"}:
            yield Entry("form", form, schema().label("formality", form, t.language), count[form])


def _actors(scene: Scene, t: Translate) -> Iterator[Entry]:
    cells = Counter(s.actor.of_kind.cell.id for s in scene.spots)
    for cell in schema().cells.values():
        if cells[cell.id]:
            yield Entry("cell", cell.id, cell.label[t.language], cells[cell.id])
    force = Counter(s.actor.force for s in scene.spots)
    for value in ("does", "may", "unknown"):
        if force[value]:
            yield Entry("force", value, t(f"drawing.force.{value}"), force[value])


def _towers(scene: Scene, t: Translate) -> Iterator[Entry]:
    if any(s.tower is not None for s in scene.spots):
        yield Entry("tower", "influence", t("drawing.legend.influence"))


def _marks(scene: Scene, brush: Brush, t: Translate) -> Iterator[Entry]:
    widths = len({x.width for x in scene.threads}) > 1 and any(x.groups for x in scene.threads)
    shown = {
        "named": bool(brush.marked), "seam": bool(scene.seams), "groups": widths,
        "veto": any(s.actor.veto for s in scene.spots), "unsure": any(x.unsure for x in scene.threads),
    }  # fmt: skip
    for mark, is_there in shown.items():
        if is_there:
            yield Entry("mark", mark, t(f"drawing.legend.{mark}"))


def _drawn(entry: Entry, brush: Brush) -> str:
    """The sign of a row, 36 px wide, around the height 0."""
    ink, value = brush.theme.ink, entry.value
    match entry.sort:
        case "family":
            return badge((12, 0), (24, 24), "works", schema().families[value], brush)
        case "answer":
            return _answer(value, brush)
        case "form":
            dash = style().formality[value]
            dashes = f' stroke-dasharray="{" ".join(f"{d:g}" for d in dash)}"' if dash else ""
            return f'<path d="M0 0H36" stroke="{ink}" stroke-width="2"{dashes}/>'
        case "cell":
            return shape(style().shapes[value], "none", (17, 0), brush.theme, 0.62)
        case "force":
            return shape("square", value, (17, 0), brush.theme, 0.62)
        case "tower":
            return tower(10, 13, 5, ink)
    return _mark(value, brush)


def _answer(answer: str, brush: Brush) -> str:
    line = style().line(answer)
    hue = brush.theme.gap if line.grey else brush.theme.ink
    dash = f' stroke-dasharray="0.1 {line.dots:g}" stroke-linecap="round"' if line.dots else ""
    sign = line.sign if line.sign in SIGNS else None
    tip = 18 if sign else 36  # px where the arrow ends: the sign of the badge stands beside it
    drawn = f'<path d="M0 0H{tip - (8 if line.head == "filled" else 0)}" stroke="{hue}" stroke-width="{line.width:g}"'
    drawn += f"{dash}/>" + head((tip, 0), (1, 0), line, hue, line.width)
    if sign is None:
        return drawn
    d, stroke = SIGNS[sign]
    paint = f'fill="none" stroke="{hue}" stroke-width="{stroke:g}"' if stroke else f'fill="{hue}"'
    return f'{drawn}<path transform="translate(20 0)" d="{d}" {paint} stroke-linecap="round"/>'


def _mark(mark: str, brush: Brush) -> str:
    theme = brush.theme
    match mark:
        case "named":
            return f'<circle cx="17" r="9" fill="{theme.marker}" fill-opacity="{theme.marked:g}"/>'
        case "seam":
            return (
                f'<path d="M0 0H36" stroke="{theme.ink}" stroke-width="1.5" stroke-dasharray="2 5"/>'
                f'<rect x="6" y="-9" width="24" height="18" rx="9" fill="{theme.marker}"/>'
            )
        case "groups":
            return (
                f'<path d="M0-6H36" stroke="{theme.ink}" stroke-width="2.5"/>'
                f'<path d="M0 5H36" stroke="{theme.ink}" stroke-width="6"/>'
            )
        case "veto":
            return text(17, 5, "V", theme.ink, anchor="middle")
    return text(17, 5, "?", theme.ink, anchor="middle", weight=700)
