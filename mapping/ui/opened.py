"""An open workshop as its facilitator prepares the room: cards, the network, the own code, the steps."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from mapping.i18n import Translate
from mapping.live.day import steps_of
from mapping.scenario import Step
from mapping.store import Workshop
from mapping.ui import cards, navigation, network, paper, replanning, taking_in
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
        paper.to_print(t, workshop)
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
    """The steps of the session that is on, or of each that was planned."""
    day = workshop.day
    sessions = workshop.plan.sessions if day.session in workshop.plan.sessions else (day.session,)
    parts = []
    for session in sessions:
        steps = steps_of(replace(workshop, day=replace(day, session=session)))
        name = t("workshop.session_minutes", number=session, n=sum(step.minutes for step in steps))
        parts += [tag("h3", name, class_="cap")] if len(sessions) > 1 else []
        parts.append(tag("ol", [_step(t, n, step) for n, step in enumerate(steps, 1)], class_="plan-steps"))
    return join(tag("h2", t("workshop.opened.plan")), *parts)


def _step(t: Translate, n: int, step: Step) -> Html:
    return tag(
        "li", tag("span", str(n), class_="num"), tag("span", step.title[t.language], class_="grow"),
        tag("span", t("wall.minutes", n=step.minutes), class_="soft num"),
    )  # fmt: skip
