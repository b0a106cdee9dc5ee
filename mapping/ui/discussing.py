"""Talking about one difference: what the groups say, and the room's own answer."""

from __future__ import annotations

import streamlit as st

from mapping.compare.board import Board
from mapping.i18n import Translate
from mapping.live import hub
from mapping.ui import navigation
from mapping.ui.answering import answer
from mapping.ui.difference import difference
from mapping.ui.identity import Here
from mapping.ui.press import press
from mapping.ui.sheet import sheet


def discussion(t: Translate, here: Here, found: Board) -> None:
    """One difference of the agenda, by rank in the address; before and after it are its neighbours."""
    count = len(found.agenda)
    asked = st.query_params.get("n", "1")
    rank = min(max(int(asked) if asked.isdigit() else 1, 1), count)
    topic = found.agenda[rank - 1]
    left, right = st.columns([7, 3], gap="medium")
    with left:
        sheet(difference(found, topic, t, small=True), key="difference")
        with st.container(horizontal=True, key="discuss-steps", vertical_alignment="center"):
            press(t("discuss.previous"), _to, rank - 1, key="previous", disabled=rank == 1)
            press(t("discuss.next"), _to, rank + 1, key="next", disabled=rank == count)
            st.caption(t("discuss.count", n=rank, count=count))
    with right:
        what = f"difference:{rank}"
        shown = here.workshop.day.projected == what
        label = t("board.projected" if shown else "discuss.project")
        press(
            label, hub().project, here.workshop.id, what, key="project", type="primary", width="stretch", disabled=shown
        )
        answer(t, here, found, topic)


def _to(rank: int) -> None:
    navigation.later("discuss", n=str(rank))
