"""The room's screen: a link of its own, only to look at; the facilitator decides what it shows."""

import streamlit as st

from mapping.ui import door, drawing, identity, navigation, room_screen, shell
from mapping.ui.sheet import sheet

t = navigation.words()
shell.bare()
ticket = st.query_params.get("ticket")
if ticket and not st.query_params.get("seat"):
    door.by_ticket(t, ticket, page="projector")
    st.stop()
here = identity.projector(t)
kind, _, number = here.workshop.day.projected.partition(":")
if kind == "map" and not here.workshop.day.hidden:
    drawing.reading(t, here, here.workshop.group(number), projector=True)
else:
    sheet(room_screen.room_screen(t, here.workshop), key="room-screen")
room_screen.follow(here)
