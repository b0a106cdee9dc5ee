"""The workshop goes to another computer: saved whole in one file here, taken in there."""

from __future__ import annotations

import streamlit as st

from mapping.errors import AlreadyHere, BadInput, TooFast, TooMany, Unidentified
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Arrived, Workshop
from mapping.ui import cards, door, navigation
from mapping.ui.markup import bare, join, tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet

ARRIVED, LARGE = "arrived", "handover-large"


def hand_over(t: Translate, workshop: Workshop) -> None:
    """First drawing is paused here, then the file is saved: it is made when it is asked for and kept nowhere."""
    words = (tag("h2", t("debrief.handover.title")), tag("p", t("debrief.handover.text"), class_="soft label"))
    steps = (tag("p", t("debrief.handover.paused")), tag("p", t("debrief.handover.then"), class_="soft label"))
    sheet(join(words, steps if workshop.day.moved else None), key="handover-head")
    if not workshop.day.moved:
        if st.session_state.get(LARGE):  # it stays: the page follows the day, which has just changed twice
            st.warning(t("debrief.handover.large"))
        press(t("debrief.handover.start"), _start, workshop, key="handover-start")
        return
    with st.container(horizontal=True, key="handover"):
        st.download_button(
            t("debrief.handover.save"), lambda: hub().hand_over(workshop.id), "sector-map-workshop-INTERNAL.zip",
            "application/zip", key="handover-save", type="primary", on_click="ignore",
        )  # fmt: skip
        press(t("debrief.handover.back"), hub().go_on_here, workshop.id, key="handover-back")


def _start(workshop: Workshop) -> None:
    """Pause the drawing; where no computer could take the file in, it goes on here."""
    st.session_state[LARGE] = False
    try:
        hub().hand_over(workshop.id)
    except TooMany:
        hub().go_on_here(workshop.id)
        st.session_state[LARGE] = True


def taking_over(t: Translate) -> None:
    """The file and its passphrase; both right, the facilitator's seat in the workshop that came in."""
    arrived: Arrived | None = st.session_state.get(ARRIVED)
    head = (tag("h1", t("workshop.file.title")), tag("p", t("workshop.file.lead"), class_="soft lead"))
    sheet(join(*head), key="file-title")
    if arrived is not None:
        _new_codes(t, arrived)
        return
    with st.form("take-over", width=560):
        given = st.file_uploader(t("workshop.file.file"), type="zip", key="take-over-file")
        secret = st.text_input(
            t("workshop.passphrase"), type="password", key="take-over-passphrase", autocomplete="current-password"
        )
        sent = st.form_submit_button(t("workshop.file.enter"), type="primary", key="take-over-enter")
    with st.container(key="quiet-new"):
        navigation.link("workshop", t("workshop.back.new"), seat=None, back=None)
    if sent and given is None:
        st.error(t("workshop.file.none"))
    elif sent and given is not None and (arrived := _arrived(t, given.getvalue(), secret)):
        if arrived.changed:
            st.session_state[ARRIVED] = arrived
            st.rerun()
        _enter(t, arrived)


def _arrived(t: Translate, data: bytes, secret: str) -> Arrived | None:
    try:
        return hub().take_over(data, secret, st.context.ip_address or "127.0.0.1")
    except TooFast:
        st.error(t("workshop.back.wait"))
    except Unidentified:
        st.error(t("workshop.file.wrong"))
    except AlreadyHere:
        st.error(t("workshop.file.here"))
    except BadInput as error:
        st.error(t("workshop.file.unreadable", reason=bare(str(error))))
    return None


def _new_codes(t: Translate, arrived: Arrived) -> None:
    """Which codes are others than on the cards, before going on."""
    workshop = hub().store.workshops.read(arrived.workshop)
    codes = {"own": workshop.code, "screen": workshop.screen_code} | {g.number: g.code for g in workshop.groups}
    names = {"own": t("workshop.opened.yours"), "screen": t("workshop.file.screen")}
    rows = [
        tag("li", tag("span", names.get(name) or t("frame.group", number=name), class_="grow"),
            tag("b", cards.shown(codes[name]), class_="num"), class_="row")
        for name in arrived.changed
    ]  # fmt: skip
    sheet(join(tag("p", t("workshop.file.codes")), tag("ul", rows, class_="facts")), key="file-codes")
    if st.button(t("workshop.file.go"), type="primary", key="take-over-go"):
        st.session_state.pop(ARRIVED)
        _enter(t, arrived)


def _enter(t: Translate, arrived: Arrived) -> None:
    door.by_ticket(t, hub().ticket(arrived.workshop, "facilitator"), page="workshop")
