"""3 Compare: what coincides, where the groups do not, what only one saw, and three differences to talk about."""

import streamlit as st

from mapping.ui import agenda, drawing, identity, navigation, over_time, shell, tables, taking_in
from mapping.ui.board_page import actions, board_page
from mapping.ui.board_picture import draw_later
from mapping.ui.markup import join, tag
from mapping.ui.sheet import sheet
from mapping.ui.signs import groups_badge

t = navigation.words()
here = identity.comparing(t)
workshop, leads = here.workshop, here.seat.role == "facilitator"
badges = join([groups_badge(g.number) for g in workshop.groups])
if leads:
    shell.stages(t, "compare", workshop=workshop, right=badges)
else:
    shell.group(t, "compare", badges, workshop=workshop)
if len(workshop.groups) < 2:
    sheet(join(tag("h1", t("board.two")), tag("p", t("board.two_text"), class_="soft")), key="board-none")
    if leads:
        taking_in.taking_in(t, workshop)
        tables.follow(here)
    st.stop()
found, is_current = board_page(t, here)
if leads:
    actions(t, here, found)
    agenda.own_question(t, here, agenda.points(workshop, found))
    drawing.growth(t, workshop)
    over_time.times(t, workshop)
    taking_in.taking_in(t, workshop)
tables.follow(here)
if not is_current:
    draw_later(found, t, workshop.id)
