"""An address that does not exist: home, with a sentence that says so."""

import streamlit as st

from mapping.ui import home, navigation, shell

t = navigation.words()
shell.white()
home.head(t)
st.info(t("frame.lost.text", path=navigation.asked_path()[:60]))
home.hero(t)
home.doors(t)
