"""The case: what is on public record about the sector, with a source on every row."""

import streamlit as st

from mapping.scenario import named, shipped
from mapping.ui import case, navigation, shell
from mapping.ui.markup import tag
from mapping.ui.sheet import sheet

t = navigation.words()
cases = shipped()
asked = st.query_params.get("case", cases[0])
scenario = named(asked if asked in cases else cases[0])
shell.strip(t, "scenario")
sheet(tag("h1", scenario.names.get(t.language, scenario.id)), key="case-title")
case.browse(t, scenario)
