"""The case: what is on public record about the sector, with a source on every row."""

import streamlit as st

from mapping.scenario import named, shipped
from mapping.ui import case, navigation, shell
from mapping.ui.markup import tag
from mapping.ui.sheet import sheet
from mapping.ui.which_case import which_case

t = navigation.words()
shell.strip(t, "scenario")
scenario = named(which_case(t, shipped(), key="case-which", asked=st.query_params.get("case", "")))
sheet(tag("h1", scenario.names.get(t.language, scenario.id)), key="case-title")
case.browse(t, scenario)
