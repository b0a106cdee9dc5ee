"""The same map at two times, on the facilitator's page: a kept version or another workshop's file, and now."""

from __future__ import annotations

from functools import partial

import streamlit as st

from mapping.compare.over_time import OverTime, over_time
from mapping.compare.over_time_words import Line, lines
from mapping.errors import BadInput
from mapping.i18n import Translate
from mapping.imports import read, why
from mapping.live import hub
from mapping.model import SectorMap
from mapping.scenario import named
from mapping.scenario.names import accepted
from mapping.store import Group, Workshop
from mapping.ui.markup import Html, bare, tag
from mapping.ui.sheet import sheet
from mapping.ui.signs import letter

FILE, NOW = "file", "now"


def times(t: Translate, workshop: Workshop) -> None:
    """Which group, from when, until when; and what is otherwise."""
    with st.expander(t("over_time.title"), key="over-time", expanded=bool(st.session_state.get("over-time-from"))):
        st.markdown(t("over_time.lead"))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            numbers = [g.number for g in workshop.groups]
            number = st.selectbox(
                t("over_time.group"), numbers, key="over-time-group", width=160,
                format_func=lambda n: t("frame.group", number=n),
            )  # fmt: skip
            group = workshop.group(number)
            kept = {str(seq): label for seq, label in hub().store.maps.snapshots(group.map_id)}
            labels = {**kept, FILE: t("over_time.file"), NOW: t("over_time.now")}
            start = st.selectbox(
                t("over_time.from"), [*kept, FILE], index=None, placeholder=t("over_time.choose"),
                key="over-time-from", format_func=lambda what: labels.get(what, what),
            )  # fmt: skip
            end = st.selectbox(
                t("over_time.until"), [NOW, *reversed(kept)], key="over-time-until",
                format_func=lambda what: labels.get(what, what),
            )  # fmt: skip
        before = _given(t) if start == FILE else _at(group, start) if start in kept else None
        if before is not None:
            after = _at(group, end if end in kept else NOW)
            scenario = named(workshop.plan.scenario)
            found = over_time(before, after, one_map=start != FILE, named=partial(accepted, scenario))
            sheet(told(found, t), key="over-time-told")


def told(found: OverTime, t: Translate) -> Html:
    """What is otherwise, list by list; empty lists are left out."""
    parts = [
        tag("section", tag("h3", tag("span", str(len(rows)), class_="n num"), " ", t(f"over_time.{name}")),
            tag("ul", [_line(row, t) for row in rows], class_="facts"), data_testid=f"over-time-{name}")
        for name, rows in lines(found, t)
    ]  # fmt: skip
    kept = tag("p", t.count("over_time.kept", found.kept), class_="soft")
    nothing = tag("p", t("over_time.nothing")) if found.is_empty else None
    return tag("div", kept, nothing, tag("div", parts, class_="times"), data_testid="over-time")


def _line(row: Line, t: Translate) -> Html:
    arrow = " → "
    if arrow in f"{row.before}{row.after}":  # a break of the chain is itself written with one
        arrow = t("over_time.and_now")
    change = tag("span", tag("span", row.before, class_="soft"), arrow, tag("b", row.after)) if row.after else None
    sign = letter(row.kind) if row.kind else None
    return tag("li", sign, tag("span", row.text, class_="grow"), change, class_="row")


def _at(group: Group, when: str | None) -> SectorMap:
    maps = hub().store.maps
    return maps.state(group.map_id, at=int(when)).map if when and when.isdecimal() else maps.state(group.map_id).map


def _given(t: Translate) -> SectorMap | None:
    given = st.file_uploader(t("over_time.upload"), key="over-time-file")
    if given is None:
        return None
    try:
        return read(given.getvalue(), given.name).file.map
    except BadInput as error:
        st.warning(t("imports.take.unreadable", name=bare(given.name[:80]), reason=bare(why(error, t))))
        return None
