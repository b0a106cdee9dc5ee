"""The guide, as sections of questions that somebody in the room has."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from mapping.i18n import Translate
from mapping.ui import navigation
from mapping.ui.markup import Html, join, tag
from mapping.ui.sheet import sheet

TABLE = ("enter", "add", "link", "works", "remove", "offline", "phone", "hand")
FACILITATOR = ("open", "steps", "wall", "read", "hide", "sensitive", "findings", "compare", "take", "end", "network")
KEYS = (
    ("/", "type"), ("Tab", "tab"), ("Enter", "enter"), ("1 … 6", "practice"), ("L", "tables.keys.link"),
    ("Supr / Delete", "remove"), ("Ctrl Z", "undo"), ("Ctrl Y", "redo"), ("F", "fit"), ("+ −", "zoom"), ("B", "find"),
    ("Esc", "escape"), ("?", "help"),
)  # fmt: skip


WHOLE = Path(__file__).parents[2] / "docs" / "guide"


def guide(t: Translate) -> None:
    """Three columns: at the table, for the facilitator, keys and signs."""
    sheet(tag("h1", t("help.title")), key="guide-title")
    with st.container(horizontal=True, key="quiet-guide"):
        navigation.link("guide", t("roles.guide"))
        navigation.link("sheets", t("roles.title"))
    left, middle, right = st.columns([4, 4, 3], gap="large")
    with left:
        sheet(_answers(t, "table", TABLE), key="guide-table")
    with middle:
        sheet(_answers(t, "facilitator", FACILITATOR), key="guide-facilitator")
    with right:
        sheet(join(_keys(t), _reading(t)), key="guide-keys")


def whole(t: Translate) -> None:
    """The facilitator's guide as it stands in the documents."""
    button = tag("button", t("help.print"), type="button", class_="btn noprint", data_print=True)
    sheet(button, key="noprint-guide")
    with st.container(key="guide-whole"):
        st.markdown((WHOLE / f"{t.language}.md").read_text(encoding="utf-8"))


def _answers(t: Translate, part: str, questions: tuple[str, ...]) -> Html:
    items = [
        tag("div", tag("dt", t(f"help.{part}.{q}.q")), tag("dd", t(f"help.{part}.{q}.a")), class_="qa")
        for q in questions
    ]
    return join(tag("h2", t(f"help.{part}.title")), tag("dl", items, class_="guide"))


def _keys(t: Translate) -> Html:
    """The canvas's keys, in the canvas's words."""
    rows = [
        tag("tr", tag("th", tag("kbd", key), scope="row"), tag("td", t(says if "." in says else f"canvas.keys.{says}")))
        for key, says in KEYS
    ]
    return join(tag("h2", t("canvas.keys.title")), tag("table", tag("tbody", rows), class_="keys"))


def _reading(t: Translate) -> Html:
    signs = [
        tag("li", tag("span", letter, class_=f"L {css}"), " ", t(f"help.reading.{css}"), class_="row")
        for letter, css in (("A", "A"), ("S", "S"), ("R", "R"), ("C", "C"), ("+", "P"), ("I", "I"), ("T", "T"))
    ]
    lines = [tag("li", t(f"help.reading.{name}")) for name in ("shape", "filled", "tower", "line", "dotted", "needed")]
    return join(
        tag("h2", t("help.reading.title")), tag("ul", signs, class_="signs"), tag("ul", lines, class_="facts label")
    )
