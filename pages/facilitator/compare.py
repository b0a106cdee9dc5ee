"""3 Compare: what coincides, where the groups do not, what only one saw, and three differences to talk about."""

import streamlit as st

from mapping.live import hub
from mapping.ui import boards, comparing, identity, navigation, shell, tables
from mapping.ui.markup import join, tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet
from mapping.ui.signs import groups_badge

t = navigation.words()
here = identity.facilitator(t)
workshop = here.workshop


def pressed(act: str, value: str) -> None:
    if act == "project":
        hub().project(workshop.id, value)
    else:
        boards.judge(workshop, here.seat.by, value, act)


shell.stages(t, "compare", right=join([groups_badge(g.number) for g in workshop.groups]))
if len(workshop.groups) < 2:
    sheet(join(tag("h1", t("board.two")), tag("p", t("board.two_text"), class_="soft")), key="board-none")
    st.stop()
revealed = st.session_state.get("revealed", False)
found = boards.board_of(workshop, revealed=revealed)
sheet(join(comparing.asked(found, t), comparing.whole(found, t, facilitates=True)), key="board", on=pressed)
with st.container(horizontal=True, key="board-actions"):
    if st.button(t("board.cover" if revealed else "board.reveal"), key="reveal"):
        st.session_state["revealed"] = not revealed
        st.rerun()
    press(t("board.board"), hub().project, workshop.id, "board", key="project-board")
tables.follow(here)
