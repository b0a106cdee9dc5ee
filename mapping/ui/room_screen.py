"""What the room's screen shows, drawn from data that may be shared: no notes, no positions, nothing sensitive."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from mapping.compare import wording
from mapping.compare.board import Board
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop
from mapping.ui import agenda, board_picture, boards, cards, navigation
from mapping.ui.clock import clock
from mapping.ui.covered import covered
from mapping.ui.difference import point
from mapping.ui.identity import Here
from mapping.ui.markup import Html, join, tag

_pulse = st.components.v2.component(
    "sector_map_pulse", js=(Path(__file__).parent / "look" / "pulse.js").read_text(encoding="utf-8")
)


def follow(here: Here) -> None:
    """Run the page again when the day moves, and every two seconds, also after the server was started anew: one screen,
    and it may not stop."""
    data = {"seat": here.seat.id, "hidden": here.workshop.day.hidden}
    _pulse(key="pulse", data=data, on_beat_change=lambda: None)


def room_screen(t: Translate, workshop: Workshop) -> Html:
    """The screen, unless it shows one group's map: that is a canvas."""
    kind, _, which = workshop.day.projected.partition(":")
    if workshop.day.hidden:
        return tag("article", tag("p", t("frame.covered.title"), class_="cover-words"), class_="room")
    if kind == "clock":
        return _clock(t, workshop)
    if kind in ("board", "difference") and len(workshop.groups) > 1:
        return _compared(t, workshop, kind, which)
    return _codes(t, workshop)


def _codes(t: Translate, workshop: Workshop) -> Html:
    return tag(
        "article", tag("header", tag("span", t("frame.brand"), class_="grow"), tag("span", t("board.join"))),
        cards.room_code(t, workshop, cards.base_url()), _footer(t, workshop), class_="room", data_testid="room-code",
    )  # fmt: skip


def _clock(t: Translate, workshop: Workshop) -> Html:
    steps, index = hub().steps_of(workshop.id), workshop.day.index
    step = steps[index] if 0 <= index < len(steps) else None
    where = t("wall.step", n=index + 1, count=len(steps)) if step else t("wall.not_begun")
    said = step.instruction[t.language] if step else navigation.in_language(t, workshop)
    return tag(
        "article", tag("header", tag("span", where, class_="grow"), tag("b", step.title[t.language] if step else "")),
        tag("p", said, class_="instruction"), _big(clock(workshop, step.minutes if step else 0)),
        _footer(t, workshop), class_="room", data_testid="room-clock",
    )  # fmt: skip


def _big(small: Html) -> Html:
    return Html(small.replace('class="clock"', 'class="clock big-clock"'))


def _compared(t: Translate, workshop: Workshop, kind: str, which: str) -> Html:
    found = boards.board_of(workshop)
    found = covered(boards.with_level(found, workshop, workshop.day.level))
    item = next((x for x in agenda.points(workshop, found) if kind == "difference" and x.key == which), None)
    if item is not None:
        return point(found, item, t, clock=clock(workshop, 0))
    drawn = board_picture.room_picture(found, t)
    said = [wording.joint_line(found, t)]
    said += [t.count("board.unnamed", drawn.unnamed)] if drawn.unnamed else []
    return tag(
        "article",
        tag("h1", _headline(found, t)), tag("p", " · ".join(said), class_="soft"),
        tag("div", Html(drawn.svg), class_="picture jm"), _footer(t, workshop),
        class_="room board-room", data_testid="room-board",
    )  # fmt: skip


def _headline(found: Board, t: Translate) -> str:
    """What the picture below shows: what all drew, or by how many groups at least it was drawn."""
    level, groups, count = found.joint.at_least, len(found.groups), len(found.overlap.union)
    if not count or level == groups:
        return wording.headline(found, t)
    if level == 1:
        return t.count("board.by_any", count)
    return t.count("board.by_several", len(found.joint.map.links), union=count, level=level, groups=groups)


def _footer(t: Translate, workshop: Workshop) -> Html | None:
    question = navigation.in_language(t, workshop)
    invented = tag("span", t("frame.invented"), class_="invented") if workshop.plan.invented else None
    return tag("footer", join(tag("span", question, class_="grow"), invented))
