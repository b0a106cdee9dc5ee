"""The exercise on paper: actor cards with numbers, a sheet to draw on, and a list from which the map is typed back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mapping.export.typesetting import typeset
from mapping.i18n import Translate
from mapping.model import Frame
from mapping.render import font
from mapping.render.picture.spots import shape
from mapping.render.style import style
from mapping.scenario.paper import OWN, OWN_CARDS, SIGNS, codes, on_cards
from mapping.scenario.records import CatalogueActor, Scenario
from mapping.schema import schema

TEMPLATES = Path(__file__).parent / "templates"


def cards(scenario: Scenario, t: Translate, *, anchors: Sequence[str] = ()) -> bytes:
    """The cards as a PDF, ten on an A4 page: the catalogue's first tier (or only the anchors), then empty ones."""
    printed = [_card(number, actor, t) for number, actor in on_cards(scenario, anchors=anchors).items()]
    blank = [_empty(number, t) for number in range(OWN, OWN + OWN_CARDS)]
    return _set("cards", {"title": t("export.paper.cards"), "cards": [*printed, *blank]}, t)


def sheet(frame: Frame, t: Translate) -> bytes:
    """The sheet (A3) and the list (A4) of a group as one PDF."""
    said = [[code, kind.label[t.language] if kind else schema().families["oversight"].label[t.language].lower()]
            for code, kind in codes().items() if len(code) > 1 or kind is None]  # fmt: skip
    signs = [[sign, schema().label("practice", answer, t.language)] for answer, sign in SIGNS.items()]
    names = ("links", "works", "tower", "list", "how", "from", "code", "to", "answer", "number", "own", "influence")
    words = {name: t(f"export.paper.{name}") for name in names}
    return _set("sheet", {
        "title": t("export.paper.sheet"), "question": frame.question, "objective": frame.objective, "codes": said,
        "signs": signs, "words": words, "group_line": t("export.paper.group"),
    }, t)  # fmt: skip


def _card(number: int, actor: CatalogueActor, t: Translate) -> dict[str, Any]:
    kind = schema().actor_kind(actor.kind)
    name, full = actor.short.get(t.language) or actor.names[t.language], actor.names[t.language]
    return {
        "number": number, "name": name, "full": full if full != name else "", "kind": kind.label[t.language],
        "shape": _drawn(style().shapes[kind.cell.id], actor.uses_force or kind.uses_force), "blank": False,
    }  # fmt: skip


def _empty(number: int, t: Translate) -> dict[str, Any]:
    return {"number": number, "name": "", "full": "", "kind": t("export.paper.yours"), "shape": "", "blank": True}


def _drawn(form: str, force: str) -> str:
    body = shape(form, force, (25, 25), style().themes["light"])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50" width="50" height="50">{body}</svg>'


def _set(name: str, values: Mapping[str, Any], t: Translate) -> bytes:
    theme = style().themes["light"]
    look = {"ink": theme.ink, "soft": theme.soft, "hair": theme.hair, "font": font.FAMILY}
    data = json.dumps({**values, "look": look, "language": t.language}, ensure_ascii=False).encode("utf-8")
    return typeset((TEMPLATES / f"{name}.typ").read_bytes(), {f"{name}.json": data})
