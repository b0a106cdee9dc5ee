"""4 Discuss: one difference at a time, large, and the box for the room's answer."""

import streamlit as st

from mapping.compare.veil import veil
from mapping.ui import agenda, boards, discussing, identity, navigation, shell, tables
from mapping.ui.markup import join, tag
from mapping.ui.sheet import sheet

t = navigation.words()
here = identity.facilitator(t)
shell.stages(t, "discuss", workshop=here.workshop)
if len(here.workshop.groups) < 2:
    sheet(join(tag("h1", t("board.two")), tag("p", t("board.two_text"), class_="soft")), key="board-none")
    st.stop()
found = veil(boards.board_of(here.workshop, sensitive=here.workshop.day.sensitive))
points = agenda.points(here.workshop, found)
if points:
    discussing.discussion(t, here, found, points)
else:
    sheet(join(tag("h1", t("discuss.none")), tag("p", t("discuss.none_text"), class_="soft")), key="discuss-none")
tables.follow(here)
