"""Talking about one difference: what the groups say, and the room's own answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from mapping.compare import wording
from mapping.compare.agenda import Topic
from mapping.compare.board import Board
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Word, Workshop
from mapping.store.ids import id_from
from mapping.ui import navigation
from mapping.ui.difference import difference
from mapping.ui.identity import Here
from mapping.ui.press import press
from mapping.ui.sheet import sheet

ANSWER = "answer"  # the kind of word
LONGEST = 1_000


def answers(workshop: Workshop) -> dict[str, Word]:
    """The room's answers by difference."""
    words = hub().store.words.all(workshop.id)
    return {word.about: word for word in words if word.kind == ANSWER and word.group is None}


def room_words(workshop: Workshop, t: Translate) -> dict[str, Any]:
    """What the room said, as a map's file carries it."""
    said = []
    for answer in answers(workshop).values():
        verify = f" ({t('discuss.verify')})" if answer.verify else ""
        said.append(f"{answer.title} {answer.text}{verify}".strip())
    return {"answers": said} if said else {}


def discussion(t: Translate, here: Here, found: Board) -> None:
    """One difference of the agenda, by rank in the address; before and after it are its neighbours."""
    count = len(found.agenda)
    asked = st.query_params.get("n", "1")
    rank = min(max(int(asked) if asked.isdigit() else 1, 1), count)
    topic = found.agenda[rank - 1]
    left, right = st.columns([7, 3], gap="medium")
    with left:
        sheet(difference(found, topic, t, small=True), key="difference")
        with st.container(horizontal=True, key="discuss-steps", vertical_alignment="center"):
            press(t("discuss.previous"), _to, rank - 1, key="previous", disabled=rank == 1)
            press(t("discuss.next"), _to, rank + 1, key="next", disabled=rank == count)
            st.caption(t("discuss.count", n=rank, count=count))
    with right:
        what = f"difference:{rank}"
        shown = here.workshop.day.projected == what
        label = t("board.projected" if shown else "discuss.project")
        press(
            label, hub().project, here.workshop.id, what, key="project", type="primary", width="stretch", disabled=shown
        )
        _answer(t, here, found, topic)


def _answer(t: Translate, here: Here, found: Board, topic: Topic) -> None:
    subject = topic.difference.id[:200]
    known = answers(here.workshop).get(subject) or _unwritten(here, subject)
    with st.form(f"answer-{subject}", border=False):
        text = st.text_area(
            t("discuss.answer"), known.text, max_chars=LONGEST, height=140, key=f"answer-text-{subject}"
        )
        st.caption(t("discuss.answer_help"))
        verify = st.checkbox(t("discuss.verify"), known.verify, key=f"answer-verify-{subject}")
        if st.form_submit_button(t("discuss.keep"), key=f"answer-keep-{subject}"):
            question = wording.question(found, topic.difference, t)
            word = replace(known, title=question[:500], text=text, verify=verify, by=here.seat.by)
            hub().store.words.write(here.workshop.id, word, now=hub().clock())
            st.success(t("discuss.kept"))


def _unwritten(here: Here, subject: str) -> Word:
    id, day = id_from(hub().random, "a"), here.workshop.day
    return Word(id, None, day.session, ANSWER, 0, subject, "", "", False, False, "", 0, here.seat.by, 0.0)


def _to(rank: int) -> None:
    navigation.later("discuss", n=str(rank))
