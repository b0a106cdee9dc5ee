"""The parts of the home page."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.live.joining import held_row
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.render.picture import mini
from mapping.store import Seat
from mapping.ui import door, navigation, theme
from mapping.ui.markup import Html, join, tag
from mapping.ui.sheet import sheet

_log = logging.getLogger(__name__)

# The picture on the home page: kind, whether it uses force, and place of each shape; then the lines between them.
_SHAPES = (
    ("congress", "oversight_state", "none", 330, 60), ("ombudsman", "oversight_state", "none", 590, 30),
    ("task force", "core_security", "does", 110, 190), ("forces", "core_security", "does", 160, 430),
    ("military police", "core_security", "does", 390, 350), ("police", "core_security", "does", 640, 270),
    ("prosecutor", "justice", "none", 850, 170), ("court", "justice", "none", 890, 370),
    ("prison", "justice", "does", 880, 560), ("office", "oversight_state", "none", 330, 600),
    ("donor", "international", "none", 560, 560), ("second donor", "international", "none", 710, 610),
)  # fmt: skip
_LINES = (
    ("congress", "appointment", "ombudsman", "works"), ("forces", "command", "task force", "works"),
    ("forces", "command", "military police", "works"), ("forces", "command", "office", "works"),
    ("office", "ov_internal", "forces", "weak"), ("ombudsman", "ov_independent", "police", "works"),
    ("ombudsman", "ov_independent", "military police", "weak"), ("congress", "ov_parliament", "task force", "missing"),
    ("prosecutor", "ov_judicial", "police", "works"), ("police", "referral", "prosecutor", "works"),
    ("prosecutor", "referral", "court", "weak"), ("court", "referral", "prison", "works"),
    ("donor", "training", "police", "works"), ("second donor", "training", "police", "works"),
)  # fmt: skip


def head(t: Translate) -> None:
    """The product's name and the languages."""
    with st.container(horizontal=True, key="home-head"):
        sheet(tag("b", t("frame.brand"), class_="brand"), key="brand")
        sheet(tag("b", t("frame.language")), key="home-language")
        navigation.language_links(navigation.HOME)


def hero(t: Translate) -> None:
    """What this is, in one sentence, beside a small map."""
    words = tag("div", tag("h1", t("home.title")), tag("p", t("home.lead"), class_="lead"))
    with st.container(key="hero"):
        sheet(
            tag("section", words, tag("div", picture(t), class_="picture", aria_hidden="true"), class_="hero"),
            key="hero-words",
        )


@cache
def picture(t: Translate) -> Html:
    """The map beside the title: a picture only, without names."""
    shapes = {ActorId(i): Actor(ActorId(i), i, kind, uses_force=f, x=x, y=y) for i, kind, f, x, y in _SHAPES}
    lines = {
        LinkId(str(n)): Link(LinkId(str(n)), kind, ActorId(a), ActorId(b), practice)
        for n, (a, kind, b, practice) in enumerate(_LINES)
    }
    return theme.following(mini(SectorMap(actors=shapes, links=lines), t))


def doors(t: Translate) -> None:
    """The three doors; the first is the one most people came for."""
    with st.container(key="doors"):
        first, second, third = st.columns(3, gap="large")
    with first:
        _says(t, "join")
        tables, led = held()
        door.by_code(t, held=[held_row(seat) for seat in tables])
    with second:
        _says(t, "run")
        with st.container(key="go-open"):
            navigation.link("workshop", t("home.run.open"), seat=None)
        with st.container(horizontal=True, key="quiet-back"):
            if led is None:
                navigation.link("workshop", t("home.run.back"), seat=None, back="1")
            else:
                navigation.link("wall" if led.is_open else "workshop", t("home.run.back"), seat=led.seat)
            navigation.link("workshop", t("home.run.file"), seat=None, back="file")
    with third:
        _says(t, "try")
        with st.container(key="go-try"):
            navigation.link("open", t("home.try.open"), seat=None)
        with st.container(horizontal=True, key="quiet-try"):
            navigation.link("scenario", t("home.try.case"), seat=None)
            navigation.link("help", t("home.try.help"), seat=None)


@dataclass(frozen=True)
class Led:
    """The newest workshop that this browser leads."""

    seat: str
    is_open: bool  # its first step has begun


def held() -> tuple[list[Seat], Led | None]:
    """The places that this browser has: at tables, the newest workshop's and screen's first; and at the front."""
    try:
        known = hub().held(st.context.cookies)[0]
        rooms = {id: hub().store.workshops.read(id) for id in {seat.workshop for seat in known}}
    except Exception as error:  # the database is away: then a code is asked for, and the door says so
        _log.error("seats could not be looked up: %s", type(error).__name__)
        return [], None
    seats = [seat for seat in known if rooms[seat.workshop].kind == "room"]
    seats.sort(key=lambda seat: (rooms[seat.workshop].created, seat.number), reverse=True)
    lead = next((seat for seat in seats if seat.role == "facilitator"), None)
    newest = [seat for seat in seats if seat.role == "participant"]
    return newest, Led(lead.id, rooms[lead.workshop].day.is_open) if lead else None


def _says(t: Translate, name: str) -> None:
    words = join(tag("h2", t(f"home.{name}.title")), tag("p", t(f"home.{name}.text")))
    sheet(tag("div", words, class_="door"), key=f"door-{name}")
