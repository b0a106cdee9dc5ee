"""A table's screen: the group's map, drawn live; everything on it is the canvas."""

import streamlit as st

from mapping.ui import drawing, identity, navigation

t = navigation.words()
here = identity.participant(t)
asked = drawing.drawing(t, here)
if asked and here.workshop.day.findings:
    navigation.go("explore")
drawing.corner(t, here)
st.html(f"<style>{drawing.style()}</style>")
