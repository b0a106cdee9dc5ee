"""What a map says, on a page: the sentences, the one that is chosen, its map and its table."""

from __future__ import annotations

import re
from dataclasses import dataclass

import streamlit as st

from mapping.analysis.finding import NOT_ENOUGH, Finding, seen
from mapping.analysis.questions import QUESTIONS, answers, listed
from mapping.i18n import Translate
from mapping.model import SectorMap
from mapping.render import statements
from mapping.render.interactive import explore_html
from mapping.ui.embedding import lean
from mapping.ui.markup import Html, join, marked, tag

_COUNT = re.compile(r"\b\d+ (de|of) \d+\b")


@dataclass(frozen=True)
class Answered:
    """A map's findings: those on screen, those under "more questions", and the tables of either."""

    map: SectorMap
    first: tuple[Finding, ...]
    more: tuple[Finding, ...]
    tables: dict[str, Finding]

    def chosen(self, question: str | None) -> Finding:
        """The finding of a question; the first one when the question is not here."""
        every = (*self.first, *self.more)
        return next((f for f in every if f.question == question), every[0])


@st.cache_resource(max_entries=100, show_spinner=False)
def answered(map_id: str, seq: int, session: str, sensitive: bool, _map: SectorMap) -> Answered:
    """The findings of a map as it is at this number; counted once for everybody who looks."""
    map = seen(_map, sensitive=sensitive)
    questions = listed(session, sensitive=sensitive)
    found = {f.question: f for f in answers(map, questions=[q.id for q in questions], sensitive=sensitive)}
    tables = {q.table_of: found[q.id] for q in questions if q.table_of}
    return Answered(
        map, tuple(found[q.id] for q in questions if q.default and not q.table_of),
        tuple(found[q.id] for q in questions if not q.default), tables,
    )  # fmt: skip


def sentences(t: Translate, known: Answered, chosen: Finding) -> Html:
    """All findings as sentences to press; the chosen one with what must be said beside it."""
    first = tag("ol", [_item(t, known.map, f, f is chosen) for f in known.first], class_="finds")
    if not known.more:
        return first
    rest = tag("ol", [_item(t, known.map, f, f is chosen) for f in known.more], class_="finds")
    return join(first, tag("details", tag("summary", t("group.more")), rest, open=chosen in known.more, class_="more"))


def table(t: Translate, known: Answered, chosen: Finding) -> Html:
    """The table that belongs to the chosen question, or nothing."""
    source = known.tables.get(chosen.question, chosen)
    made = statements.table(source, known.map, t)
    if made is None:
        return Html("")
    head = tag("tr", [tag("th", c, scope="col") for c in made.columns])
    rows = [
        tag("tr", tag("th", row[0].text, scope="row"), [_cell(cell) for cell in row[1:]],
            class_="lit" if row[0].actor in chosen.actors else None)
        for row in made.rows
    ]  # fmt: skip
    title = tag("h2", statements.label(source.question, t))
    return join(
        title, tag("div", tag("table", tag("thead", head), tag("tbody", rows), class_="cover-table"), class_="scroll")
    )


@st.cache_data(max_entries=60, show_spinner=False)
def picture(map_id: str, seq: int, sensitive: bool, question: str, theme: str, language: str,
            _map: SectorMap, _finding: Finding, _t: Translate) -> str:  # fmt: skip
    """The map as a page of its own, with what the finding names in the light."""
    return lean(explore_html(_map, _t, _finding, theme))


def _item(t: Translate, map: SectorMap, finding: Finding, on: bool) -> Html:
    text = statements.statement(finding, map, t)
    count = _COUNT.search(text)
    words = marked(text, mark=count[0]) if on and count and finding.outcome != NOT_ENOUGH else join(text)
    notes = [statements.label(finding.question, t)]
    beside: list[Html] = []
    if on:
        notes = [n for n in (statements.certainty(finding, map, t),) if n]
        beside = [tag("span", statements.caution(finding, t), class_="caution")]
    return tag(
        "li",
        tag(
            "button",
            tag("span", words, class_="said"),
            tag("span", " · ".join(notes), class_="small soft") if notes else None,
            beside,
            data_act="choose",
            data_value=finding.question,
            aria_pressed="true" if on else "false",
            data_testid=f"finding-{finding.question}",
        ),
        class_=" ".join(["on"] * on + ["wait"] * (finding.outcome == NOT_ENOUGH)) or None,
        data_outcome=finding.outcome,
    )


def _cell(cell: statements.Cell) -> Html:
    if cell.practice:
        return tag("td", tag("span", cell.text, class_=f"c {cell.practice[0]}"))
    return tag("td", cell.text, class_="none" if cell.text == "·" else "num")


def is_question(text: str | None) -> bool:
    """Whether an address names a question there is."""
    return text in QUESTIONS
