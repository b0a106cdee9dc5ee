"""Whose screen this is: the seat that the address names, if this browser holds its cookie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from mapping.errors import NotFound, Unidentified
from mapping.i18n import Translate
from mapping.live import hub
from mapping.live.sight import LOOKS
from mapping.store import Group, Seat, SeatId, Workshop, WorkshopId
from mapping.ui import door, hiding, navigation, shell
from mapping.ui.canvas import follow_day
from mapping.ui.markup import tag
from mapping.ui.sheet import sheet

SHOWN = "shown"  # the seat that this screen has, or had, and its workshop


@dataclass(frozen=True)
class Here:
    """A seat and the workshop it is in, as it stands."""

    seat: Seat
    workshop: Workshop

    @property
    def group(self) -> Group:
        """The group of a participant's seat."""
        return self.workshop.group(self.seat.group or "")

    @property
    def is_solo(self) -> bool:
        """One person's own map, without a room."""
        return self.workshop.kind == "solo"


def here() -> Here | None:
    """The seat of this address, or None: no seat named, no cookie for it, revoked, or its workshop is over."""
    try:
        found = Here(*hub().seat(st.context.cookies, st.query_params.get("seat")))
    except (Unidentified, NotFound):
        return None
    st.session_state[SHOWN] = (found.seat.id, found.workshop.id)
    return found


def participant(t: Translate) -> Here:
    """Somebody at a table; anybody else gets a quiet page and the script ends."""
    found = here()
    if found is None:
        return _nobody(t)
    if found.seat.role != "participant":
        navigation.go("wall" if found.seat.role == "facilitator" else "projector")
    return found


def anyone(t: Translate) -> Here:
    """Somebody at a table, or the facilitator."""
    found = here()
    if found is None:
        return _nobody(t)
    if found.seat.role in LOOKS:
        navigation.go("projector")
    if found.seat.role == "facilitator" and found.workshop.day.hidden:
        return _covered(t, found)
    return found


def facilitator(t: Translate) -> Here:
    """The facilitator; a participant is told whose page this is, and the script ends. While the screens are covered
    this is the cover of the facilitator's own pages, whichever was asked for."""
    found = here()
    if found is None:
        return _nobody(t, "no_seat_facilitator", "workshop", back="1", seat=None)
    if found.seat.role != "facilitator":
        return _nobody(t, "not_yours", "build" if found.seat.role == "participant" else "projector")
    if found.workshop.day.hidden:
        return _covered(t, found)
    return found


def comparing(t: Translate) -> Here:
    """The facilitator; a table too, once the comparison is open to it and the screens are not covered."""
    found = here()
    if found is not None and found.seat.role == "participant" and found.workshop.day.compare:
        return found if not found.workshop.day.hidden else _nobody(t, "covered")
    return facilitator(t)


def projector(t: Translate) -> Here:
    """The room's screen, or the facilitator looking at what it shows. When its workshop has ended it says so."""
    found = here()
    if found is None:
        return _over(t) if _has_ended() else _nobody(t)
    if found.seat.role == "participant":
        return _nobody(t, "not_yours", "build")
    return found


def _has_ended() -> bool:
    """Whether the workshop in which this screen had its seat is not there any more."""
    known: tuple[SeatId, WorkshopId] | None = st.session_state.get(SHOWN)
    if known is None or known[0] != st.query_params.get("seat"):
        return False
    try:
        hub().store.workshops.read(known[1])
    except NotFound:
        return True
    return False


def _over(t: Translate) -> NoReturn:
    words = (tag("h1", t("frame.over.title")), tag("p", t("frame.over.text")))
    sheet(tag("article", *words, class_="room over", data_testid="over"), key="over")
    st.stop()
    raise AssertionError  # st.stop never returns


def _covered(t: Translate, found: Here) -> NoReturn:
    shell.white()
    page = navigation.asked_path()
    shell.stages(t, page if page in navigation.PAGES else "wall", workshop=found.workshop)
    hiding.cover(t, found.workshop)
    follow_day(found.seat, found.workshop)
    st.stop()
    raise AssertionError  # st.stop never returns


def _nobody(t: Translate, what: str = "no_seat", page: str = "", **query: str | None) -> NoReturn:
    what = "over" if what.startswith("no_seat") and _has_ended() else what
    shell.calm(t, what)
    if what in ("covered", "over"):
        pass
    elif page:
        with st.container(key="go-calm"):
            navigation.link(page, t(f"frame.{what}.link"), **query)
    else:
        door.by_code(t)
    st.stop()
    raise AssertionError  # st.stop never returns
