"""A debrief as a PDF, and a map as a sheet to print."""

from __future__ import annotations

import json
import re
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from mapping.export.debrief.brief import Brief, Picture, Table
from mapping.export.debrief.columns import widths
from mapping.export.typesetting import typeset
from mapping.i18n import Translate
from mapping.render import font
from mapping.render.picture.names import wrapped
from mapping.render.style import style

TEMPLATES = Path(__file__).parent / "templates"
_SHEET = b"""#set page(paper: "a3", flipped: true, margin: 10mm)
#align(center + horizon, image("map.svg", width: 100%, height: 100%, fit: "contain"))
"""
_WIDE, _MANY, _PAD = 481.0, 6, 4.0  # points between the margins; columns that are set smaller; beside a cell's text
_READABLE = 1000  # px of a picture that a page's width shows with names of 7 points
_LONG = re.compile(r"\S{25,}")
_STAMP = "#1C212612"  # a word across the page, pale enough to read through


def pdf(brief: Brief, t: Translate) -> bytes:
    """The debrief on A4. The same brief gives the same bytes."""
    pictures: dict[str, bytes] = {}
    values = _values(brief, pictures) | {
        "look": {"ink": _theme().ink, "soft": _theme().soft, "hair": _theme().hair, "stamp": _STAMP,
                 "font": font.FAMILY},
        "stamp": brief.mark if brief.handling == "internal" else brief.invented,
        "header": _on_one_line(brief.title, _WIDE * 0.6), "facts_above": _on_one_line(brief.facts, _WIDE * 0.38),
        "on_page": t("export.report.on_page"),
    }  # fmt: skip
    data = json.dumps(values, ensure_ascii=False).encode("utf-8")
    return typeset((TEMPLATES / "brief.typ").read_bytes(), {"brief.json": data} | pictures)


def sheet(svg: str) -> bytes:
    """A picture of a map on A3, which A4 shows whole: both have one shape."""
    return typeset(_SHEET, {"map.svg": svg.encode("utf-8")})


def _theme() -> Any:
    return style().themes["light"]


def _values(value: Any, pictures: dict[str, bytes]) -> Any:
    """Parts and blocks as JSON; a picture becomes the name of a file among `pictures`."""
    if isinstance(value, Picture):
        name = f"picture{len(pictures) + 1}.svg"
        pictures[name] = value.of.svg().encode("utf-8")
        return {"sort": value.sort, "file": name, "large": value.of.wide() > _READABLE}
    if isinstance(value, Table):
        cells = {"columns": _values(value.columns, pictures), "rows": _values(value.rows, pictures)}
        return {"sort": value.sort, **cells, **_set(value)}
    if is_dataclass(value) and not isinstance(value, type):
        named = {name: _values(getattr(value, name), pictures) for name in value.__dataclass_fields__}
        return named | ({"sort": value.sort} if hasattr(value, "sort") else {})
    if isinstance(value, tuple):
        return [_values(each, pictures) for each in value]
    return _breakable(value) if isinstance(value, str) else value


def _breakable(words: str) -> str:
    """The words, with places where what is too long for a line may go on."""
    return _LONG.sub(lambda word: "\u200b".join(re.findall(".{1,6}", word[0])), words)


def _set(table: Table) -> dict[str, Any]:
    """In which size a table is set, what share of the page each column has, and whether words are too long for that."""
    told = [*([table.columns] if table.columns else []), *table.rows]
    size = 9 if len(next(iter(told), ())) <= _MANY else 8

    def measured(words: str, bold: bool) -> float:
        return font.width(words, size, 600 if bold else 400)

    apart = widths(table.columns, table.rows, _WIDE, measured, _PAD)
    rooms = [(i == 0, wide - 2 * _PAD) for i, wide in enumerate(apart)]
    tight = any(measured(word, bold) > room for row in told for cell, (bold, room) in zip(row, rooms, strict=True)
                for word in cell.split())  # fmt: skip
    return {"size": size, "widths": apart, "tight": tight}


def _on_one_line(words: str, room: float) -> str:
    return "".join(wrapped(words, room, 8.5, most=1))
