"""Talking about one difference: what the groups say, and the room's own answer."""

from __future__ import annotations

from typing import Any

import streamlit as st

from mapping.compare import wording
from mapping.compare.agenda import Topic
from mapping.compare.board import Board
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop
from mapping.ui import navigation
from mapping.ui.difference import difference
from mapping.ui.identity import Here
from mapping.ui.press import press
from mapping.ui.sheet import sheet

ANSWER = "answer"  # what the room's answers are filed under
LONGEST = 1_000


def answers(workshop: Workshop) -> dict[str, dict[str, Any]]:
    """The room's answers by difference: {"question", "text", "verify"}."""
    kept = hub().store.workshops.judgements(workshop.id, ANSWER)
    return {j.subject: j.value for j in kept if isinstance(j.value, dict)}


def room_words(workshop: Workshop, t: Translate) -> dict[str, Any]:
    """What the room said, as a map's file carries it."""
    said = []
    for answer in answers(workshop).values():
        verify = f" ({t('discuss.verify')})" if answer.get("verify") else ""
        said.append(f"{answer.get('question', '')} {answer.get('text', '')}{verify}".strip())
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
    subject, known = topic.difference.id[:200], answers(here.workshop).get(topic.difference.id[:200], {})
    with st.form(f"answer-{subject}", border=False):
        text = st.text_area(
            t("discuss.answer"), str(known.get("text", "")), max_chars=LONGEST, height=140, key=f"answer-text-{subject}"
        )
        st.caption(t("discuss.answer_help"))
        verify = st.checkbox(t("discuss.verify"), bool(known.get("verify")), key=f"answer-verify-{subject}")
        if st.form_submit_button(t("discuss.keep"), key=f"answer-keep-{subject}"):
            question = wording.question(found, topic.difference, t)
            value = {"question": question, "text": text.strip(), "verify": verify} if text.strip() else None
            hub().store.workshops.judge(here.workshop.id, ANSWER, subject, value, by=here.seat.by, now=hub().clock())
            st.success(t("discuss.kept"))


def _to(rank: int) -> None:
    navigation.later("discuss", n=str(rank))
