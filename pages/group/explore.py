"""What a map says: the findings in plain sentences, each shown on the map."""

import streamlit as st

from mapping.ui import exploring, identity, navigation, shell

t = navigation.words()
here = identity.anyone(t)
numbers = [g.number for g in here.workshop.groups]
asked = here.seat.group or st.query_params.get("group") or numbers[0]
group = here.workshop.group(asked if asked in numbers else numbers[0])
day = here.workshop.day
if here.seat.role == "participant" and day.hidden:
    shell.calm(t, "covered")
elif here.seat.role == "participant" and not day.findings:
    shell.calm(t, "closed")
    with st.container(key="go-calm"):
        navigation.link("build", t("group.back"))
else:
    exploring.strip(t, here, group)
    exploring.explore(t, here, group)
exploring.follow(here, group)
