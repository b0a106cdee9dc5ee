"""What is worth talking about first: the differences that change most answers.

The worth of a difference is the number of (question, group) pairs whose answer would be another if that group took
the version of the other. An answer is the set of actors or stages it names. With more than two groups, a group takes
each other version in turn, and the pair counts once if any of them changes the answer. A group takes a version only
if it has one itself: who lacks an actor, or did not say, had no opinion to change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapping.compare.contradictions import KINDS, Contradiction
from mapping.compare.reading import Reading
from mapping.compare.trials import Trials

WIDE = 2  # ratings nearer than this are on the agenda only when they change an answer


@dataclass(frozen=True)
class Topic:
    """A difference, its place on the agenda, and the (question, group) pairs that depend on it."""

    rank: int
    difference: Contradiction
    flips: tuple[tuple[str, str], ...]

    @property
    def worth(self) -> int:
        return len(self.flips)


def agenda(
    readings: Sequence[Reading],
    differences: Sequence[Contradiction],
    questions: Sequence[str],
    trials: Trials | None = None,
) -> tuple[Topic, ...]:
    """The differences by worth; where it is equal: direction, relation, practice, one-sided, rating; then id.

    `trials` is what was asked for the board before, if it is remembered. UnknownQuestion for one without a layer.
    """
    order = [(q, r.group) for q in questions for r in readings]
    flipped = (trials or Trials()).flips(readings, differences, questions)
    found = []
    for one in differences:
        flips = tuple(sorted(flipped[one.id], key=order.index))
        if flips or one.kind != "rating" or one.spread >= WIDE:
            found.append((-len(flips), KINDS.index(one.kind), one.id, one, flips))
    ranked = sorted(found, key=lambda row: row[:3])
    return tuple(Topic(n, one, flips) for n, (*_, one, flips) in enumerate(ranked, 1))
