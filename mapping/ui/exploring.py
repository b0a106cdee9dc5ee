"""The page of findings: a strip, sentences left, the map and a table right."""

from __future__ import annotations

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Group
from mapping.ui import findings, hiding, navigation
from mapping.ui.canvas import watch
from mapping.ui.clock import clock_line
from mapping.ui.identity import Here
from mapping.ui.markup import Html, join, tag
from mapping.ui.sheet import sheet

HEIGHT, ALONE = 480, 660  # of the picture above a table, and without one


def strip(t: Translate, here: Here, group: Group) -> None:
    """Whose map this is, today's question, the way back."""
    name = t("group.own") if here.is_solo else t("frame.group", number=group.number)
    badge = None if here.is_solo else tag("span", group.number, class_="group")
    words = tag(
        "div",
        badge,
        tag("b", name),
        tag("span", t("group.what"), class_="what"),
        tag("span", navigation.in_language(t, here.workshop), class_="soft cut grow"),
        clock_line(t, here.workshop),
        class_="row grow strip-words",
    )
    with st.container(horizontal=True, key="strip"):
        sheet(words, key="strip-words")
        if here.seat.role == "facilitator":
            hiding.button(t, here.workshop)
        navigation.language_links("explore")
        if here.seat.role == "participant" and here.workshop.day.compare:
            navigation.link("compare", t("group.compare"))
        with st.container(key="go-back", width="content"):
            if here.seat.role == "facilitator":
                navigation.link("wall", t("wall.back"), group=None)
            else:
                navigation.link("build", t("group.back"), view=st.query_params.get("view"))


def explore(t: Translate, here: Here, group: Group) -> None:
    """The findings of this map, as they are now."""
    day = here.workshop.day
    state = hub().store.maps.state(group.map_id)
    known = findings.answered(group.map_id, state.seq, day.session, day.sensitive, state.map)
    chosen = known.chosen(st.query_params.get("q"))
    left, right = st.columns([5, 9], gap="medium")
    with left:
        title = t("group.title_own") if here.is_solo else t("group.title")
        sheet(join(tag("h1", title), findings.sentences(t, known, chosen)), key="findings", on=_choose)
    with right:
        theme = st.context.theme.type or "light"
        html = findings.picture(
            group.map_id, state.seq, day.sensitive, chosen.question, theme, t.language, known.map, chosen, t
        )  # fmt: skip
        rows = findings.table(t, known, chosen)
        with st.container(key="picture"):
            st.iframe(html, height=HEIGHT if rows else ALONE, alt=t("group.map_label", number=group.number))
        sheet(join(rows, _footer(t, known.map.frame.invented)), key="table")


def follow(here: Here, group: Group) -> None:
    """Run the page again soon after the map or the day has changed."""
    token = hub().token(here.seat, group.map_id)
    watch(key="watch", data={"seat": here.seat.id, "maps": [{"map": group.map_id, "token": token}]})


def _footer(t: Translate, invented: bool) -> Html | None:
    return tag("p", t("frame.invented"), class_="invented") if invented else None


def _choose(_: str, question: str) -> None:
    if findings.is_question(question):
        st.query_params["q"] = question
