"""What is worth talking about first: the differences that change most answers.

The worth of a difference is the number of (question, group) pairs whose answer would be another if that group took
the version of the other. An answer is the set of actors or stages it names. With more than two groups, a group takes
each other version in turn, and the pair counts once if any of them changes the answer. A group takes a version only
if it has one itself: who lacks an actor, or did not say, had no opinion to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from mapping.compare.adoption import adopted
from mapping.compare.contradictions import KINDS, Contradiction
from mapping.compare.reading import Reading
from mapping.model import SectorMap
from mapping.schema import CONTROL, SUPPORT, schema

WIDE = 2  # ratings nearer than this are an agenda only when they change an answer
Named = Callable[[SectorMap, str], frozenset[str]]  # what a map names in answer to a question


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
    readings: Sequence[Reading], differences: Iterable[Contradiction], questions: Sequence[str], named: Named
) -> tuple[Topic, ...]:
    """The differences by worth; where it is equal: direction, relation, practice, one-sided, rating; then id."""
    by_group = {r.group: r for r in readings}
    before = {(q, r.group): named(r.map, q) for q in questions for r in readings}
    found = []
    for one in differences:
        flips = tuple(_flips(one, by_group, questions, named, before))
        if flips or one.kind != "rating" or one.spread >= WIDE:
            found.append((-len(flips), KINDS.index(one.kind), one.id, one, flips))
    ranked = sorted(found, key=lambda row: row[:3])
    return tuple(Topic(n, one, flips) for n, (*_, one, flips) in enumerate(ranked, 1))


def _flips(
    one: Contradiction,
    readings: Mapping[str, Reading],
    questions: Sequence[str],
    named: Named,
    before: Mapping[tuple[str, str], frozenset[str]],
) -> Iterator[tuple[str, str]]:
    asked = [q for q in questions if bears_on(one, q)]
    if not asked:
        return
    flipped = set()
    for group in one.versions:
        open_ = set(asked)
        for giver in _givers(one, group, readings):
            map = adopted(readings[group], giver, one)
            changed = {q for q in open_ if named(map, q) != before[q, group]}
            flipped |= {(q, group) for q in changed}
            open_ -= changed
            if not open_:
                break
    yield from ((q, g) for q in questions for g in one.versions if (q, g) in flipped)


def _givers(one: Contradiction, taker: str, readings: Mapping[str, Reading]) -> Iterator[Reading]:
    """One group for each other version; of a one-sided link, drawn and not drawn are the sides."""
    seen = set()
    for group in one.versions:
        version = _said(one, readings[group])
        if _side(one, group) != _side(one, taker) and version not in seen:
            seen.add(version)
            yield readings[group]


def _side(one: Contradiction, group: str) -> object:
    version = one.versions[group]
    return version in ("missing", "not_drawn") if one.kind == "one_sided" else version


def _said(one: Contradiction, reading: Reading) -> object:
    if one.kind == "rating":
        return one.versions[reading.group]
    links = [(k, link.practice) for k in one.keys for t in (reading.drawn, reading.gaps) for link in t.get(k, ())]
    return tuple(sorted(links))


def bears_on(one: Contradiction, question: str) -> bool:
    """Whether a difference can change a question's answer at all: whether its kinds of link are in the question's
    layer. Always true for a question whose layer is not known here."""
    if one.kind == "rating":
        return one.rated in RATED.get(question, (one.rated,))
    layer = _layers().get(question)
    return layer is None or any(key.kind in layer for key in one.keys)


RATED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "Q3-17": ("influence",),
    **dict.fromkeys(("Q3-02", "Q3-04", "Q3-10", "Q3-13", "Q3-22", "Q4-01", "Q4-03", "Q4-04", "Q4-05"), ()),
})  # the ratings that a question reads  # fmt: skip


@cache
def _layers() -> Mapping[str, frozenset[str]]:
    """The link kinds that a question reads."""
    oversight, kinds = frozenset(schema().oversight), schema().kinds_of
    holding = frozenset(schema().link_kinds) - kinds("tension", "illicit")
    provision = frozenset({"service", "access"})
    return {
        "Q3-02": oversight,
        "Q3-04": oversight | CONTROL,
        "Q3-10": frozenset({"referral", "access"}),
        "Q3-13": holding,
        "Q3-17": CONTROL,
        "Q3-22": SUPPORT | kinds("cooperation"),
        "Q4-01": provision,
        "Q4-03": holding,
        "Q4-04": provision | oversight | kinds("cooperation") | {"referral", "regulation"},
        "Q4-05": provision | oversight | {"regulation"},
    }
