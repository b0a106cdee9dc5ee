"""Talking about one difference: what the groups say, and the room's own answer."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from mapping.compare.board import Board
from mapping.compare.running_order import Item
from mapping.i18n import Translate
from mapping.live import hub
from mapping.ui import agenda, navigation
from mapping.ui.answering import answer
from mapping.ui.difference import point
from mapping.ui.identity import Here
from mapping.ui.press import press
from mapping.ui.sheet import sheet


def discussion(t: Translate, here: Here, found: Board, points: Sequence[Item]) -> None:
    """One point of the agenda: the one in the address, else the first that was not talked about."""
    asked = st.query_params.get("point", "")
    item = next((x for x in points if x.key == asked), None) or next((x for x in points if not x.done), points[0])
    place, count = item.place, len(points)
    left, right = st.columns([7, 3], gap="medium")
    with left:
        sheet(point(found, item, t, small=True), key="difference")
        with st.container(horizontal=True, key="discuss-steps", vertical_alignment="center"):
            before, after = points[max(place - 2, 0)], points[min(place, count - 1)]
            press(t("discuss.previous"), _to, before.key, key="previous", disabled=place == 1)
            press(t("discuss.next"), _to, after.key, key="next", disabled=place == count)
            st.caption(t("discuss.count", n=place, count=count))
    with right:
        what = f"difference:{item.key}"
        shown = here.workshop.day.projected == what
        may = agenda.may_be_projected(found, item)
        label = t("board.projected" if shown else "discuss.project")
        press(
            label, hub().project, here.workshop.id, what, key="project", type="primary", width="stretch",
            disabled=shown or not may, help=None if may else t("board.veil.never"),
        )  # fmt: skip
        answer(t, here, found, item)
        label = t(f"board.agenda.{'undone' if item.done else 'done'}")
        press(label, agenda.tick, here, item.key, not item.done, key=f"done-{item.key}", width="stretch")


def _to(key: str) -> None:
    navigation.later("discuss", point=key)
