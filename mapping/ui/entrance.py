"""Becoming the facilitator: opening a workshop, or coming back to one with its code and passphrase."""

from __future__ import annotations

import streamlit as st

from mapping.errors import BadValue, TooFast
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Plan, Workshop
from mapping.ui import door, navigation, plan_form
from mapping.ui.markup import join, tag
from mapping.ui.sheet import sheet


def opening(t: Translate) -> None:
    """The form of a new workshop; once it is sent, the seat of its facilitator."""
    sheet(join(tag("h1", t("workshop.title")), tag("p", t("workshop.lead"), class_="soft lead")), key="plan-title")
    place = st.empty()
    with place.container():
        sent = plan_form.plan_form(t)
        plan_form.defaults(t)
        with st.container(horizontal=True, key="quiet-back"):
            navigation.link("workshop", t("workshop.back.link"), seat=None, back="1")
            navigation.link("workshop", t("home.run.file"), seat=None, back="file")
    if sent and (workshop := _opened(t, *sent)):
        place.empty()
        _seat(t, workshop, "workshop")


def returning(t: Translate) -> None:
    """Code and passphrase; both right, the facilitator's seat again."""
    sheet(
        join(tag("h1", t("workshop.back.title")), tag("p", t("workshop.back.lead"), class_="soft lead")),
        key="back-title",
    )
    with st.form("back", width=440):
        code = st.text_input(t("workshop.back.code"), key="back-code", autocomplete="off", max_chars=12)
        secret = st.text_input(
            t("workshop.passphrase"), type="password", key="back-passphrase", autocomplete="current-password"
        )
        sent = st.form_submit_button(t("workshop.back.enter"), type="primary", key="back-enter")
    with st.container(key="quiet-new"):
        navigation.link("workshop", t("workshop.back.new"), seat=None, back=None)
    if sent and (workshop := _known(t, code, secret)):
        _seat(t, workshop, "wall" if workshop.day.is_open else "workshop")


def _opened(t: Translate, plan: Plan, secret: str) -> Workshop | None:
    try:
        return hub().store.workshops.open(plan, secret, now=hub().clock())
    except BadValue as error:
        plan_form.wrong_value(t, error)
        return None


def _known(t: Translate, code: str, secret: str) -> Workshop | None:
    try:
        workshop = hub().known(code, secret, st.context.ip_address or "127.0.0.1", st.context.cookies.get("door"))
    except TooFast:
        st.error(t("workshop.back.wait"))
        return None
    if workshop is None:
        st.error(t("workshop.back.wrong"))
    return workshop


def _seat(t: Translate, workshop: Workshop, page: str) -> None:
    door.by_ticket(t, hub().ticket(workshop.id, "facilitator"), page=page)
