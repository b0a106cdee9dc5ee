"""An open workshop as its facilitator prepares the room: cards, the network, the own code, the steps."""

from __future__ import annotations

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop
from mapping.ui import cards, navigation, network, replanning, taking_in
from mapping.ui.markup import Html, join, tag
from mapping.ui.projection import project_link
from mapping.ui.sheet import sheet


def opened(t: Translate, workshop: Workshop) -> None:
    """How people get in, and what comes first."""
    base = cards.base_url()
    with st.container(key="noprint-head"):
        sheet(_head(t, workshop), key="opened-head")
    left, right = st.columns([7, 3], gap="large")
    with left:
        if cards.is_loopback(base):
            st.warning(t("workshop.opened.loopback"))
        sheet(cards.cards(t, workshop, base), key="cards")
        network.network_test(t)
        with st.container(key="noprint-take-in"):
            taking_in.taking_in(t, workshop)
    with right, st.container(key="noprint-side"):
        with st.container(key="go-first-draw"):
            navigation.link("wall", t("workshop.opened.draw"))
        project_link(t, workshop)
        sheet(print_button(t), key="print")
        with st.container(key="go-sheets"):
            navigation.link("sheets", t("roles.title"))
        replanning.replanning(t, workshop)
        sheet(_steps(t, workshop), key="plan-steps")


def print_button(t: Translate) -> Html:
    """Prints the page; only the cards are on paper."""
    return tag("button", t("workshop.opened.print"), class_="btn noprint", data_print=True)


def _head(t: Translate, workshop: Workshop) -> Html:
    """What this page is, and the own code: beside it, on a phone below it and before the cards."""
    words = tag("div", tag("h1", t("workshop.opened.title")), tag("p", t("workshop.opened.lead"), class_="soft lead"))
    return tag("header", words, _own_code(t, workshop), class_="opened-head")


def _own_code(t: Translate, workshop: Workshop) -> Html:
    return tag(
        "div", tag("p", t("workshop.opened.yours"), class_="cap"),
        tag("p", cards.shown(workshop.code), class_="big-code num", data_testid="own-code"),
        tag("p", t("workshop.opened.yours_text"), class_="soft label"),
    )  # fmt: skip


def _steps(t: Translate, workshop: Workshop) -> Html:
    rows = [
        tag("li", tag("span", str(n), class_="num"), tag("span", step.title[t.language], class_="grow"),
            tag("span", t("wall.minutes", n=step.minutes), class_="soft num"))
        for n, step in enumerate(hub().steps_of(workshop.id), 1)
    ]  # fmt: skip
    return join(tag("h2", t("workshop.opened.plan")), tag("ol", rows, class_="plan-steps"))
