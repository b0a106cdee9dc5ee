"""A page of paper for each role at a table, to be printed."""

import streamlit as st

from mapping.ui import navigation, role_sheets, shell

t = navigation.words()
shell.strip(t, "sheets")
if st.query_params.get("seat"):  # the way home would leave the seat behind
    with st.container(key="noprint-back"):
        navigation.link("workshop", t("roles.back"))
role_sheets.role_sheets(t)
