"""1 Prepare: open a workshop in a minute, come back to one, or see how people get into it."""

import streamlit as st

from mapping.ui import entrance, handing_over, identity, navigation, network, opened, shell
from mapping.ui.canvas import follow_day

t = navigation.words()
if st.query_params.get("seat"):
    here = identity.facilitator(t)
    shell.stages(t, "workshop", workshop=here.workshop)
    opened.opened(t, here.workshop)
    follow_day(here.seat, here.workshop)
else:
    shell.strip(t, "workshop")
    if st.query_params.get("back") == "file":
        handing_over.taking_over(t)
    elif st.query_params.get("back"):
        entrance.returning(t)
    else:
        entrance.opening(t)
        network.network_test(t)
