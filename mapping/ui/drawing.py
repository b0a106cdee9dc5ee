"""The page that is all canvas: a group's map to draw on, or one that the facilitator reads."""

from __future__ import annotations

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Group, MapId, Workshop
from mapping.ui import hiding, navigation
from mapping.ui.canvas import canvas, quiet_shell_css
from mapping.ui.identity import Here

VIEWS = ("draw", "see")


def drawing(t: Translate, here: Here) -> bool:
    """The canvas of the seat's own group; whether somebody asked for the findings.

    What is asked for is also kept at once (`later`): the map may change and run the page again before it goes there.
    """
    asked = st.query_params.get("view", "")
    map_id, own = hub().map_of(here.seat)
    data = _data(t, here, here.group, "edit", map_id) | {"view": asked if asked in VIEWS else "draw"}
    data |= {"alone": map_id != here.group.map_id, "own": own}
    result = canvas(key="canvas", data=data, on_findings=lambda: navigation.later("explore"))
    return bool(result.findings)


def reading(t: Translate, here: Here, group: Group, *, projector: bool = False) -> None:
    """One group's map, to read; nothing on it can be changed. `projector`: for the room, read from the back row."""
    data = _data(t, here, group, "read") | ({"projector": True} if projector else {"replay": _is_asked("replay")})
    canvas(key=f"read-{group.number}", data=data)


def growth(t: Translate, workshop: Workshop) -> None:
    """To each group's map as it grew, step by step."""
    with st.container(horizontal=True, key="growth", vertical_alignment="center"):
        st.markdown(t("replay.groups"), width="content")
        for group in workshop.groups:
            navigation.link("wall", t("frame.group", number=group.number), group=group.number, view="replay")


def corner(t: Translate, here: Here) -> None:
    """What a table's page has beside the canvas: findings once they are open, and the other language."""
    with st.container(key="corner", horizontal=True):
        if here.workshop.day.findings:
            with st.container(key="corner-first-findings", width="content"):
                navigation.link("explore", t("group.findings"))
        navigation.language_links("build")


def way_back(t: Translate, here: Here, group: Group) -> None:
    """From one group's map to its findings, or to the wall; and what hides everything."""
    with st.container(key="corner", horizontal=True):
        hiding.button(t, here.workshop)
        navigation.link("explore", t("group.what"), group=group.number)
        with st.container(key="corner-first-back", width="content"):
            navigation.link("wall", t("wall.back"), group=None)
    st.html(f"<style>{style()}</style>")


def style() -> str:
    """The page is the canvas: no padding, full height, no dialog of Streamlit's over it."""
    return quiet_shell_css()


def _is_asked(view: str) -> bool:
    return st.query_params.get("view") == view


def _data(t: Translate, here: Here, group: Group, mode: str, map_id: MapId | None = None) -> dict[str, object]:
    plan, opened = here.workshop.plan, map_id or group.map_id
    return {
        "seat": here.seat.id, "map": opened, "token": hub().token(here.seat, opened),
        "language": t.language, "scenario": plan.scenario, "mode": mode,
        "group": "" if here.is_solo else group.number, "title": t("group.own") if here.is_solo else "",
    }  # fmt: skip
