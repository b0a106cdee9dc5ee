"""The room's answer to one difference: what was said, whether it is to be verified and by whom, and its tick."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2s

import streamlit as st

from mapping.compare import wording
from mapping.compare.board import Board
from mapping.compare.running_order import Item
from mapping.errors import Conflict
from mapping.export.debrief.room import VERIFIERS
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Word, Workshop
from mapping.ui import said
from mapping.ui.identity import Here
from mapping.ui.press import press
from mapping.ui.sheet import sheet

ANSWER = "answer"  # the kind of word
LONGEST = 1_000


def answers(workshop: Workshop) -> dict[str, Word]:
    """The room's answers by difference."""
    words = hub().store.words.all(workshop.id)
    return {word.about: word for word in words if word.kind == ANSWER and word.group is None}


def answer(t: Translate, here: Here, found: Board, item: Item) -> None:
    """The box for the room's answer. What is typed is kept as soon as one leaves the box, without a button."""
    subject = item.subject[:200]
    known = answers(here.workshop).get(subject) or _unwritten(here, subject)
    title = wording.question(found, item.topic.difference, t) if item.topic else item.asks
    box = Box(here, subject, title[:500], known)
    st.text_area(
        t("discuss.answer"), max_chars=LONGEST, height=140, key=box.key("text"), on_change=box.keep,
    )  # fmt: skip
    st.caption(t("discuss.answer_help"))
    st.checkbox(t("discuss.verify"), key=box.key("verify"), on_change=box.keep)
    if st.session_state[box.key("verify")]:
        st.selectbox(
            t("discuss.verifier"), VERIFIERS, index=None, placeholder=t("discuss.verifier_none"), width=300,
            format_func=lambda who: t(f"export.said.verifier.{who}"), key=box.key("verifier"), on_change=box.keep,
        )  # fmt: skip
    if box.theirs is not None:
        _decide(t, box, box.theirs)
        return
    press(t("discuss.keep"), box.keep, key=f"answer-keep-{subject}")
    if known.text:
        st.caption(t("discuss.kept"))
        sheet(
            said.tick_button(t, known),
            key=f"answer-tick-{subject}", on=lambda act, value: said.turn(here.workshop, [known], value),
        )  # fmt: skip


class Box:
    """What is in the box here, beside what is kept: another facilitator may write at the same time."""

    def __init__(self, here: Here, subject: str, title: str, known: Word) -> None:
        self.here, self.subject, self.title, self.known = here, subject, title, known
        seen: Word | None = st.session_state.get(self.key("seen"))
        mine: Word | None = st.session_state.get(self.key("mine"))
        if mine is not None and not self._is_here():
            self._put(mine)
        elif seen is None or not self._is_here() or (seen.rev != known.rev and self._is_untouched(seen)):
            self.fill(known)

    def key(self, part: str) -> str:
        return f"answer-{part}-{self.subject}"

    def fill(self, word: Word) -> None:
        """Show what is kept."""
        st.session_state[self.key("seen")] = word
        self._put(word)
        self._agreed()

    @property
    def theirs(self) -> Word | None:
        """What somebody else has written since, where that is not what is typed here."""
        found: Word | None = st.session_state.get(self.key("theirs"))
        return found

    def keep(self, over: Word | None = None) -> None:
        """Keep what is in the box, over what was seen (or `over`). What came between stays, and is shown."""
        seen: Word = over or st.session_state[self.key("seen")]
        verify = bool(st.session_state.get(self.key("verify")))
        word = replace(
            seen, title=self.title, text=st.session_state[self.key("text")] or "", verify=verify,
            verifier=(st.session_state.get(self.key("verifier")) or "") if verify else "", by=self.here.seat.by,
        )  # fmt: skip
        if over is None and self._is_untouched(seen):
            return
        try:
            kept = hub().store.words.write(self.here.workshop.id, word, now=hub().clock())
        except Conflict as conflict:
            st.session_state[self.key("mine")], st.session_state[self.key("theirs")] = word, conflict.theirs
        else:
            st.session_state[self.key("seen")] = kept
            self._agreed()

    def _put(self, word: Word) -> None:
        st.session_state[self.key("text")] = word.text
        st.session_state[self.key("verify")] = word.verify
        st.session_state[self.key("verifier")] = word.verifier or None

    def _agreed(self) -> None:
        for part in ("mine", "theirs"):
            st.session_state.pop(self.key(part), None)

    def _is_here(self) -> bool:
        """Whether the box was on the page before: Streamlit forgets what was in it on another page."""
        return self.key("text") in st.session_state

    def _is_untouched(self, seen: Word) -> bool:
        typed = (st.session_state.get(self.key(part)) or "" for part in ("text", "verify", "verifier"))
        return tuple(typed) == (seen.text, seen.verify or "", seen.verifier)


def _decide(t: Translate, box: Box, theirs: Word) -> None:
    st.warning(t("discuss.theirs", text=theirs.text))
    with st.container(horizontal=True):
        press(t("discuss.mine_stays"), box.keep, theirs, key=f"stays-mine-{box.subject}")
        press(t("discuss.theirs_stays"), box.fill, theirs, key=f"stays-theirs-{box.subject}")


def _unwritten(here: Here, subject: str) -> Word:
    """An answer that nobody has given; its id is the difference's, so that two who write at once write the same one."""
    id, day = f"a-{blake2s(subject.encode(), digest_size=12).hexdigest()}", here.workshop.day
    return Word(id, None, day.session, ANSWER, 0, subject, "", "", False, False, "", 0, here.seat.by, 0.0)
