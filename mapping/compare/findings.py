"""The groups' answers to the same questions, side by side: what all name, and where they look elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING
from mapping.analysis.questions import answers
from mapping.compare.reading import Reading
from mapping.model import SectorMap

QUESTIONS = MappingProxyType({
    "3": ("Q3-02", "Q3-04", "Q3-10", "Q3-13", "Q3-17", "Q3-22"),
    "4": ("Q4-01", "Q4-03", "Q4-04", "Q4-05"),
})  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What one map answers: the outcome, and the actors or stages it names, by its own ids."""

    outcome: str
    named: frozenset[str]


@dataclass(frozen=True)
class Row:
    """One question, and each group's answer in joined ids. Stages and pairs of stages stay as they are."""

    question: str
    answers: Mapping[str, Answer]
    shared: frozenset[str]  # named by every group that could answer, if two or more could

    @property
    def verdict(self) -> str:
        """same · partly · elsewhere (all find something, nothing in common) · some (only some find something) ·
        nothing (nobody finds it) · not_enough (fewer than two maps can answer)"""
        able = [a for a in self.answers.values() if a.outcome != NOT_ENOUGH]
        if len(able) < 2:
            return "not_enough"
        if all(a.outcome == NOTHING for a in able):
            return "nothing"
        if any(a.outcome != FOUND for a in able):
            return "some"
        if len({a.named for a in able}) == 1:
            return "same"
        return "partly" if self.shared else "elsewhere"


def answer(map: SectorMap, question: str) -> Answer:
    """The map's answer to one question."""
    (found,) = answers(map, questions=[question])
    return Answer(found.outcome, found.key())


def findings(readings: Sequence[Reading], questions: Sequence[str]) -> tuple[Row, ...]:
    """Question by question, what each group's map answers."""
    rows = []
    for question in questions:
        given = {r.group: _in_common_names(answer(r.map, question), r) for r in readings}
        able = [a.named for a in given.values() if a.outcome != NOT_ENOUGH]
        shared = frozenset.intersection(*able) if len(able) > 1 else frozenset()
        rows.append(Row(question, MappingProxyType(given), shared))
    return tuple(rows)


def _in_common_names(one: Answer, reading: Reading) -> Answer:
    named = frozenset(str(reading.joined.get(x, x)) for x in one.named)  # type: ignore[call-overload]
    return Answer(one.outcome, named)
