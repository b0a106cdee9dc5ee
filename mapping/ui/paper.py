"""The exercise on paper, for a room without electricity or screens: what is printed before, and what is typed after."""

from __future__ import annotations

import streamlit as st

from mapping.export import paper
from mapping.i18n import Translate
from mapping.live import hub
from mapping.scenario import named
from mapping.store import Workshop


def to_print(t: Translate, workshop: Workshop) -> None:
    """Actor cards with numbers, and the sheet with the list that is typed back."""
    scenario, frame = named(workshop.plan.scenario), hub().store.maps.state(workshop.groups[0].map_id).map.frame
    with st.expander(t("paper.title"), key="paper"):
        st.caption(t("paper.lead"))
        for name, label, data in (
            ("cards", t("paper.cards"), lambda: paper.cards(scenario, t)),
            ("sheet", t("paper.sheet"), lambda: paper.sheet(frame, t)),
        ):
            st.download_button(
                label, data, f"{t(f'paper.file.{name}')}.pdf", "application/pdf", key=f"paper-{name}",
                on_click="ignore", width="stretch",
            )  # fmt: skip


def typed(t: Translate, turn: int) -> bytes:
    """What was typed from paper; empty where nothing was. Each turn has a field of its own."""
    text = st.text_area(
        t("paper.typed"), key=f"typed-from-paper-{turn}", height=160, placeholder=t("paper.example"), max_chars=20_000
    )
    st.caption(t("paper.how"))
    return (text or "").strip().encode("utf-8")
