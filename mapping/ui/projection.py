"""What the room's screen shows, and the link that opens it."""

from __future__ import annotations

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop
from mapping.ui import network
from mapping.ui.sheet import sheet


def choices(workshop: Workshop) -> list[str]:
    """Everything that the room's screen can show now."""
    maps = [f"map:{g.number}" for g in workshop.groups]
    return ["code", "clock", *maps, *(["board"] if len(workshop.groups) > 1 else [])]


def named(t: Translate, what: str) -> str:
    """What is shown, in words."""
    kind, _, which = what.partition(":")
    return t(f"wall.project.{kind}", number=which, n=which)


def chooser(t: Translate, workshop: Workshop) -> None:
    """What the room's screen shows, and the link that opens it."""
    offered, now = choices(workshop), workshop.day.projected
    offered += [] if now in offered else [now]
    chosen = st.selectbox(
        t("wall.projector"),
        offered,
        index=offered.index(now),
        format_func=lambda what: named(t, what),
        key=f"project-{now}",
    )
    if chosen != now:
        hub().project(workshop.id, chosen)
        st.rerun()
    project_link(t, workshop)


def project_link(t: Translate, workshop: Workshop) -> None:
    """Opens the room's screen in a window of its own; the ticket in the link is good once, for ten minutes."""
    ticket = hub().ticket(workshop.id, "projector")
    st.link_button(t("wall.project_open"), f"/projector?ticket={ticket}&lang={t.language}", width="stretch")
    if workshop.screen_code:
        sheet(network.typed(t, workshop), key="screen-typed")
