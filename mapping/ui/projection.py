"""What the room's screen shows, and the link that opens it."""

from __future__ import annotations

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop


def project_link(t: Translate, workshop: Workshop) -> None:
    """Opens the room's screen in a window of its own; the ticket in the link is good once, for ten minutes."""
    ticket = hub().ticket(workshop.id, "projector")
    st.link_button(t("wall.project_open"), f"/projector?ticket={ticket}&lang={t.language}", width="stretch")
