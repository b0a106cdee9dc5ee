"""Browsing a scenario: its catalogue, relations, events, numbers and sources, each searchable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from mapping.errors import BadValue
from mapping.i18n import Translate
from mapping.scenario import Scenario
from mapping.scenario.dates import last_day
from mapping.schema import schema
from mapping.ui import case_rows
from mapping.ui.case_rows import Row
from mapping.ui.markup import join, tag
from mapping.ui.sheet import sheet

PLAIN: dict[str, Callable[[Scenario, Translate], list[Row]]] = {
    "events": case_rows.events, "indicators": case_rows.indicators, "sources": case_rows.sources,
}  # fmt: skip


def browse(t: Translate, scenario: Scenario) -> None:
    """Tabs, one for each table; the last says what these data are and are not."""
    names = ("actors", "links", *PLAIN, "note")
    tabs = dict(zip(names, st.tabs([t(f"case.tabs.{name}") for name in names]), strict=True))
    with tabs["actors"]:
        text, kinds, day = _filters(t, scenario, "actors", "kinds", _actor_kinds(t, scenario))
        _table(t, case_rows.matching(case_rows.actors(scenario, t, kinds=kinds, day=day), text), "actors")
    with tabs["links"]:
        text, families, day = _filters(t, scenario, "links", "families", _families(t, scenario))
        _table(t, case_rows.matching(case_rows.links(scenario, t, families=families, day=day), text), "links")
    for name, rows in PLAIN.items():
        with tabs[name]:
            text = st.text_input(t("case.find"), placeholder=t("case.find_hint"), key=f"{name}-find", width=420)
            _table(t, case_rows.matching(rows(scenario, t), text), name)
    with tabs["note"]:
        licence = join(tag("b", t("case.licence")), ". ", scenario.licence.get(t.language, ""))
        note = scenario.note.get(t.language, "")
        sheet(
            tag("div", tag("p", note, class_="lead"), tag("p", licence, class_="soft"), class_="prose"), key="case-note"
        )


def _filters(
    t: Translate, scenario: Scenario, table: str, of: str, choices: dict[str, str]
) -> tuple[str, list[str], date | None]:
    a, b, c = st.columns([3, 4, 2])
    text = a.text_input(t("case.find"), placeholder=t("case.find_hint"), key=f"{table}-find")
    chosen = b.multiselect(
        t(f"case.{of}"), list(choices), format_func=choices.__getitem__, key=f"{table}-{of}", placeholder=t("case.all")
    )
    when = c.text_input(t("case.day"), scenario.date, placeholder=t("case.day_any"), max_chars=10, key=f"{table}-day")
    try:
        return text, chosen, last_day(when.strip()) if when.strip() else None
    except BadValue:
        st.caption(t("open.at_wrong"))
        return text, chosen, None


def _actor_kinds(t: Translate, scenario: Scenario) -> dict[str, str]:
    used = {a.kind for a in scenario.actors.values()}
    return {k.id: k.label[t.language] for k in schema().actor_kinds.values() if k.id in used}


def _families(t: Translate, scenario: Scenario) -> dict[str, str]:
    used = {schema().link_kind(k.kind).family.id for k in scenario.links.values()}
    return {f.id: f.label[t.language] for f in schema().families.values() if f.id in used}


def _table(t: Translate, rows: list[Row], name: str) -> None:
    if not rows:
        sheet(tag("p", t("case.nothing"), class_="soft"), key=f"{name}-nothing")
        return
    sheet(
        tag("p", t.count("case.count", len(rows)), class_="soft label", data_testid=f"{name}-count"),
        key=f"{name}-count",
    )
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=520, key=f"{name}-table")
