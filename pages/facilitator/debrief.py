"""5 Take home: what is removed, the pack, single files, the internal version, and the end of the workshop."""

import streamlit as st

from mapping.ui import ending, handing_over, identity, navigation, said, shell, taking
from mapping.ui.canvas import follow_day
from mapping.ui.markup import join, tag
from mapping.ui.sheet import sheet

t = navigation.words()
ended = taking.remains(t)
if ended is not None and identity.here() is None:
    shell.white()
    shell.strip(t, "debrief")
    sheet(ended, key="ended")
    with st.container(key="go-home"):
        navigation.link(navigation.HOME, t("debrief.done.home"), seat=None)
    st.stop()
here = identity.facilitator(t)
shell.stages(t, "debrief", workshop=here.workshop)
sheet(join(tag("h1", t("debrief.title")), tag("p", t("debrief.lead"), class_="soft lead")), key="debrief-head")
left, right = st.columns([5, 4], gap="large")
with left:
    taking.preview(t, here.workshop)
    said.ticks(t, here.workshop)
    taking.take_pack(t, here.workshop)
    taking.take_one(t, here.workshop)
with right:
    taking.take_internal(t, here.workshop)
    handing_over.hand_over(t, here.workshop)
    ending.ending(t, here)
follow_day(here.seat, here.workshop)
