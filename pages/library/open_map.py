"""Open a map without a workshop: see what was understood, explore it, draw on it, write it in another format."""

import streamlit as st

from mapping.store import Plan
from mapping.ui import navigation, opening, shell
from mapping.ui.markup import join, tag
from mapping.ui.sheet import sheet

t = navigation.words()
shell.strip(t, "open")
lead = t("open.lead", days=Plan().keep_days)
sheet(join(tag("h1", t("open.title")), tag("p", lead, class_="soft lead")), key="open-head")
left, right = st.columns([4, 5], gap="large")
with left:
    file, confirmed = opening.chosen(t)
if file is not None:
    with right:
        opening.preview(t, file)
        if confirmed:
            opening.ways_on(t, file)
