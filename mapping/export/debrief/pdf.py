"""A debrief as a PDF, and a map as a sheet to print."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from mapping.export.debrief.brief import Brief, Picture
from mapping.export.typesetting import typeset
from mapping.i18n import Translate
from mapping.render import font
from mapping.render.style import style

TEMPLATES = Path(__file__).parent / "templates"
_SHEET = b"""#set page(paper: "a3", flipped: true, margin: 10mm)
#align(center + horizon, image("map.svg", width: 100%, height: 100%, fit: "contain"))
"""
_READABLE = 1000  # px of a picture that a page's width shows with names of 7 points
_STAMP = "#1C212612"  # a word across the page, pale enough to read through


def pdf(brief: Brief, t: Translate) -> bytes:
    """The debrief on A4. The same brief gives the same bytes."""
    pictures: dict[str, bytes] = {}
    values = _values(brief, pictures) | {
        "look": {"ink": _theme().ink, "soft": _theme().soft, "hair": _theme().hair, "stamp": _STAMP,
                 "font": font.FAMILY},
        "stamp": brief.mark if brief.handling == "internal" else brief.invented,
        "header": brief.title, "on_page": t("export.report.on_page"),
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
    if is_dataclass(value) and not isinstance(value, type):
        named = {name: _values(getattr(value, name), pictures) for name in value.__dataclass_fields__}
        return named | ({"sort": value.sort} if hasattr(value, "sort") else {})
    if isinstance(value, tuple):
        return [_values(each, pictures) for each in value]
    return value
