"""What the room talks about: the differences by worth, as whoever leads has arranged them, with questions added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from mapping.compare import running_order, wording
from mapping.compare.agenda import Topic
from mapping.compare.board import Board
from mapping.compare.running_order import FIRST, Item
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Word, Workshop
from mapping.ui.identity import Here
from mapping.ui.markup import Html, tag
from mapping.ui.press import press
from mapping.ui.signs import groups_badge

AGENDA = "agenda"  # what a judgement about it is filed under
LONGEST, MOST = 200, 20  # letters of an added question; how many there are
LISTED = 24  # points on the page; those that change an answer up to twice as many
ACTS = ("up", "down", "done", "undone", "drop")


def points(workshop: Workshop, found: Board) -> tuple[Item, ...]:
    """The points in order, with what was talked about."""
    order, own, done = _arranged(workshop)
    return running_order.running_order(found.agenda, own=own, order=order, done=done)


def section(
    found: Board, items: Sequence[Item], t: Translate, *, facilitates: bool, answers: Mapping[str, Word]
) -> Html:
    """The first three and what whoever leads put beside them; the rest is folded. Of very many only the first are
    listed."""
    first = max(FIRST, max((x.place for x in items if x.topic is None), default=0))
    worth = sum(x.topic is not None and x.topic.worth > 0 for x in items)
    most = min(len(items), max(first, LISTED, min(worth, 2 * LISTED)))
    shown = [_point(found, x, t, len(items), facilitates, answers.get(x.subject)) for x in items[:most]]
    rest, left = shown[first:], len(items) - most
    return tag(
        "section",
        tag("h2", t("compare.section.agenda")),
        tag("p", t("compare.section.agenda_why"), class_="soft label"),
        shown[:first],
        tag("details", tag("summary", t.count("compare.more", len(rest))), rest) if rest else None,
        tag("p", t.count("board.agenda.left", left), class_="soft label") if left else None,
        tag("p", t("frame.invented"), class_="invented") if found.invented else None,
        class_="agenda",
    )


def may_be_projected(found: Board, item: Item) -> bool:
    """What is sensitive is never on the room's screen."""
    return item.topic is None or not found.delicate & set(item.topic.difference.keys)


def pressed(here: Here, items: Sequence[Item], act: str, key: str) -> None:
    """One of a point's buttons."""
    if act in ("done", "undone"):
        tick(here, key, act == "done")
    elif act == "drop":
        _judge(here, f"own:{key}", None)
    else:
        _judge(here, "order", running_order.moved(items, key, -1 if act == "up" else 1))


def tick(here: Here, key: str, done: bool) -> None:
    """It was talked about; or not yet."""
    _judge(here, f"done:{key}", True if done else None)


def own_question(t: Translate, here: Here, items: Sequence[Item]) -> None:
    """A line to type a question of one's own into."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="own-question"):
        st.text_input(t("board.agenda.own"), max_chars=LONGEST, key="own-text", placeholder=t("board.agenda.own_hint"))
        press(t("board.agenda.add"), _add, here, items, key="own-add")


def _add(here: Here, items: Sequence[Item]) -> None:
    text = " ".join(str(st.session_state.get("own-text") or "").split())
    if not text or sum(x.topic is None for x in items) >= MOST:
        return
    key = running_order.key_of(f"own:{text}")
    _judge(here, f"own:{key}", text)
    _judge(here, "order", running_order.added(items, _arranged(here.workshop)[0], key))
    st.session_state["own-text"] = ""


def _arranged(workshop: Workshop) -> tuple[list[str], dict[str, str], set[str]]:
    order: list[str] = []
    own: dict[str, str] = {}
    done: set[str] = set()
    for judgement in hub().store.workshops.judgements(workshop.id, AGENDA):
        what, _, key = judgement.subject.partition(":")
        if what == "order":
            order = list(judgement.value)
        elif what == "own":
            own[key] = str(judgement.value)
        elif what == "done":
            done.add(key)
    return order, own, done


def _judge(here: Here, subject: str, value: object) -> None:
    hub().store.workshops.judge(here.workshop.id, AGENDA, subject, value, by=here.seat.by, now=hub().clock())


def _point(found: Board, item: Item, t: Translate, count: int, facilitates: bool, answer: Word | None) -> Html:
    if item.topic is None:
        said = [tag("h3", item.asks), tag("p", t("board.agenda.added"), class_="label soft")]
    else:
        said = _difference(found, item.topic, t)
    body = tag(
        "div", said, _answered(answer, t) if answer else None, _buttons(found, item, t) if facilitates else None,
        class_="grow",
    )  # fmt: skip
    told = tag("span", t("board.agenda.is_done"), class_="visually-hidden") if item.done else None
    place = tag("span", "✓" if item.done else str(item.place), told, class_="rank num")
    side = tag("div", place, _ways(item, t, count) if facilitates else None, class_="side")
    return tag("article", side, body, class_="ag done" if item.done else "ag", data_testid=f"topic-{item.place}")


def _difference(found: Board, topic: Topic, t: Translate) -> list[Html]:
    """The question, each version with who has it, and what hangs on it."""
    said = [
        tag("p", [groups_badge(group) for group in groups], tag("span", text), class_="v")
        for groups, text in wording.versions(found, topic.difference, t)
    ]
    hangs = tag("p", wording.changes(found, topic, t), class_="label soft")
    return [tag("h3", wording.question(found, topic.difference, t)), *said, hangs]


def _answered(answer: Word, t: Translate) -> Html:
    """What the room said, and whether somebody is to look it up."""
    if not answer.verify:
        who = ""
    elif answer.verifier:
        who = t("board.agenda.verify_by", who=t(f"export.said.verifier.{answer.verifier}"))
    else:
        who = t("board.agenda.verify")
    words = tag("span", tag("b", t("board.agenda.answer")), " ", answer.text) if answer.text else None
    return tag("p", words, tag("span", who, class_="mark") if who else None, class_="answer label")


def _buttons(found: Board, item: Item, t: Translate) -> Html:
    show = tag("button", t("board.project"), class_="btn quiet under", data_act="project",
               data_value=f"difference:{item.key}") if may_be_projected(found, item) else None  # fmt: skip
    tick = "undone" if item.done else "done"
    drop = _button(t("board.agenda.drop"), "drop", item) if item.topic is None else None
    return tag("p", show, _button(t(f"board.agenda.{tick}"), tick, item), drop, class_="row wrap acts")


def _ways(item: Item, t: Translate, count: int) -> Html:
    return tag(
        "div", _button("↑", "up", item, t("board.agenda.up"), disabled=item.place == 1),
        _button("↓", "down", item, t("board.agenda.down"), disabled=item.place == count), class_="ways",
    )  # fmt: skip


def _button(text: str, act: str, item: Item, label: str | None = None, *, disabled: bool = False) -> Html:
    look = "btn quiet" if label else "btn quiet under"
    return tag("button", text, class_=look, data_act=act, data_value=item.key, aria_label=label, title=label,
               disabled=disabled or None)  # fmt: skip
