"""The silent round on the wall: begun, ended and taken back by the facilitator."""

from __future__ import annotations

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop
from mapping.ui.markup import tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet


def silent_round(t: Translate, workshop: Workshop) -> None:
    """Whether each draws alone now, and the one button that changes it."""
    id = workshop.id
    if workshop.day.alone:
        on = tag("span", t("round.wall.on"), class_="mark")
        sheet(tag("p", on, class_="warnings", role="status", data_testid="round-on"), key="round-on")
        press(t("round.wall.end"), hub().alone, id, False, key="round-end", width="stretch")
        return
    with st.popover(t("round.wall.title"), width="stretch", key="round"):
        st.write(t("round.wall.text"))
        press(t("round.wall.begin"), hub().alone, id, True, key="round-begin")
        if any(solo.merged for solo in hub().store.solos.of(id)):
            st.write(t("round.wall.done"))
            press(t("round.wall.back"), hub().apart, id, key="round-back", type="tertiary")
