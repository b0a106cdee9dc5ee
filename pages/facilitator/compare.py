"""3 Compare: what coincides, where the groups do not, what only one saw, and three differences to talk about."""

import streamlit as st

from mapping.live import hub
from mapping.ui import (
    agenda,
    answering,
    board_tables,
    boards,
    comparing,
    drawing,
    identity,
    navigation,
    shell,
    tables,
    taking_in,
)
from mapping.ui.markup import join, tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet
from mapping.ui.signs import groups_badge

t = navigation.words()
here = identity.comparing(t)
workshop, leads = here.workshop, here.seat.role == "facilitator"


def pressed(act: str, value: str) -> None:
    if act == "project":
        hub().project(workshop.id, value)
    elif act == "at_least":
        hub().level(workshop.id, int(value))
    elif act in agenda.ACTS:
        agenda.pressed(here, agenda.points(workshop, found), act, value)
    elif act == "undecided":
        boards.judge(workshop, here.seat.by, value, None)
    else:
        boards.judge(workshop, here.seat.by, value, act)


badges = join([groups_badge(g.number) for g in workshop.groups])
if leads:
    shell.stages(t, "compare", workshop=workshop, right=badges)
else:
    shell.group(t, "compare", badges, workshop=workshop)
if len(workshop.groups) < 2:
    sheet(join(tag("h1", t("board.two")), tag("p", t("board.two_text"), class_="soft")), key="board-none")
    if leads:
        taking_in.taking_in(t, workshop)
        tables.follow(here)
    st.stop()
revealed = leads and st.session_state.get("revealed", False)
found = boards.board_of(workshop, revealed=revealed)
found = boards.with_level(found, workshop, workshop.day.level if leads else found.joint.at_least)
left_out = boards.left_out(found, workshop)
points = agenda.points(workshop, found)
said = answering.answers(workshop) if leads else None
questions = comparing.asked(found, t) if leads else None
decided = board_tables.decided(boards.judged(workshop), found, t) if leads else None
sheet(
    join(
        questions, comparing.whole(found, t, points=points, facilitates=leads, left_out=left_out, answers=said), decided
    ),
    key="board",
    on=pressed if leads else None,
)
if leads:
    with st.container(horizontal=True, key="board-actions"):
        if st.button(t("board.cover" if revealed else "board.reveal"), key="reveal"):
            st.session_state["revealed"] = not revealed
            st.rerun()
        press(t("board.board"), hub().project, workshop.id, "board", key="project-board")
    agenda.own_question(t, here, points)
    drawing.growth(t, workshop)
    taking_in.taking_in(t, workshop)
tables.follow(here)
