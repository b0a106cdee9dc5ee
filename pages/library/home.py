"""The three doors: join with a code, run a workshop, try it with an example."""

import streamlit as st

from mapping.ui import door, home, navigation, shell

t = navigation.words()
shell.white()
home.head(t)
code = st.query_params.get("code", "")
if code:
    with st.container(key="hero"):
        door.by_code(t, code=code)
else:
    home.hero(t)
    home.doors(t)
