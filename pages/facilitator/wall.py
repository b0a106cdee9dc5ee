"""2 Draw: every group's map at once, the clock, and what holds for the whole room."""

import streamlit as st

from mapping.ui import drawing, identity, navigation, projection, round, shell, tables, wall_cards, wall_controls
from mapping.ui.markup import tag
from mapping.ui.sheet import sheet
from mapping.ui.wall_calls import others
from mapping.ui.watching import observed

t = navigation.words()
if observed(t):
    st.stop()
here = identity.facilitator(t)
number = st.query_params.get("group")
if number in [g.number for g in here.workshop.groups]:
    drawing.reading(t, here, here.workshop.group(number))
    drawing.way_back(t, here, here.workshop.group(number))
    st.stop()

groups = tables.tables(here.workshop)
room = wall_cards.room_line(t, here.workshop, groups, others(t, here))
shell.stages(t, "wall", workshop=here.workshop, right=room, has_clock=True)
wall_controls.now(t, here.workshop, groups)
wall_controls.warnings(t, here.workshop)
left, right = st.columns([7, 2], gap="medium")
with left:
    sheet(wall_cards.wall(t, groups), key="wall", on=lambda *press: wall_controls.pressed(here.workshop, *press))
with right, st.container(key="tight-room"):
    sheet(wall_cards.room(t, here.workshop, groups), key="room")
    wall_controls.drawing(t, here.workshop, is_open=all(table.is_open for table in groups))
    round.silent_round(t, here.workshop)
    wall_controls.switches(t, here.workshop)
    wall_controls.more(t, here.workshop)
    projection.chooser(t, here.workshop)
    if here.workshop.plan.invented:
        sheet(tag("p", t("frame.invented"), class_="invented"), key="invented")
tables.follow(here)
