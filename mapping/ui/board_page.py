"""The board as a page: what whoever looks at it may see, and what its buttons do."""

from __future__ import annotations

import streamlit as st

from mapping.compare.board import Board
from mapping.compare.veil import veil
from mapping.i18n import Translate
from mapping.live import hub
from mapping.scenario import named
from mapping.ui import agenda, answering, board_picture, board_statistics, board_tables, boards, comparing
from mapping.ui.identity import Here
from mapping.ui.markup import Html, join, tag
from mapping.ui.press import press
from mapping.ui.reveal import reveal
from mapping.ui.sheet import sheet

LINK, TELLS, REVEALED, NUMBERS = "board-link", "board-tells", "revealed", "board-numbers"  # what a session remembers


def board_page(t: Translate, here: Here) -> tuple[Board, bool]:
    """Show the board; for whoever leads with its buttons and, while the sensitive layer is open, with that. Gives it,
    and whether its picture is that of now."""
    workshop, leads = here.workshop, here.seat.role == "facilitator"
    sensitive, revealed = leads and workshop.day.sensitive, leads and st.session_state.get(REVEALED, False)
    found = boards.board_of(workshop, revealed=revealed, sensitive=sensitive)
    found = boards.with_level(found, workshop, workshop.day.level if leads else found.joint.at_least)
    if not st.session_state.get(TELLS, False):
        found = veil(found)
    points = agenda.points(workshop, found)

    def pressed(act: str, value: str) -> None:
        if act == "link":
            st.session_state[LINK] = None if st.session_state.get(LINK) == value else value
        elif not leads:
            return
        elif act == "project":
            hub().project(workshop.id, value)
        elif act == "numbers":
            _turn(NUMBERS)
        elif act == "at_least":
            hub().level(workshop.id, int(value))
        elif act in agenda.ACTS:
            agenda.pressed(here, points, act, value)
        else:
            boards.judge(workshop, here.seat.by, value, None if act == "undecided" else act)

    picture, is_current = board_picture.picture(found, t, workshop.id)
    whole = comparing.whole(
        found, t, points=points, facilitates=leads, left_out=boards.left_out(found, workshop),
        answers=answering.answers(workshop) if leads else None, link=st.session_state.get(LINK) or "",
        picture=picture,
        numbers=_numbers(found, here, t) if leads else None,
        record=reveal(found, t, named(workshop.plan.scenario).sources) if found.reveal else None,
    )  # fmt: skip
    asked = comparing.asked(found, t) if leads else None
    decided = board_tables.decided(boards.judged(workshop), boards.called(workshop), found, t) if leads else None
    sheet(join(asked, _opened(found, t) if sensitive else None, whole, decided), key="board", on=pressed)
    return found, is_current


def actions(t: Translate, here: Here, found: Board) -> None:
    """What whoever leads can do with the board as a whole."""
    with st.container(horizontal=True, key="board-actions"):
        revealed, tells = st.session_state.get(REVEALED, False), st.session_state.get(TELLS, False)
        press(t("board.cover" if revealed else "board.reveal"), _turn, REVEALED, key="reveal")
        press(t("board.board"), hub().project, here.workshop.id, "board", key="project-board")
        if found.delicate:
            label = t(f"board.veil.{'untell' if tells else 'tell'}")
            press(label, _turn, TELLS, key="veil", help=t("board.veil.when"))


def _numbers(found: Board, here: Here, t: Translate) -> Html:
    wanted = st.session_state.get(NUMBERS, False)
    return board_statistics.fold(t, boards.statistics(found, here.workshop, t) if wanted else None)


def _turn(what: str) -> None:
    st.session_state[what] = not st.session_state.get(what, False)


def _opened(found: Board, t: Translate) -> Html:
    veiled = found.delicate and not st.session_state.get(TELLS, False)
    note = tag("span", " ", t("board.veil.note")) if veiled else None
    return tag("p", tag("span", t("board.veil.open"), class_="mark"), note, class_="warnings", data_testid="board-open")
