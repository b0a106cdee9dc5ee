"""What is worth talking about first: the differences that change most answers.

The worth of a difference is the number of (question, group) pairs whose answer would be another if that group took
the version of the other. An answer is the set of actors or stages it names. With more than two groups, a group takes
each other version in turn, and the pair counts once if any of them changes the answer. A group takes a version only
if it has one itself: who lacks an actor, or did not say, had no opinion to change.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mapping.compare.adoption import adopted
from mapping.compare.contradictions import KINDS, Contradiction
from mapping.compare.layers import layer_of, sight
from mapping.compare.reading import Reading
from mapping.model import SectorMap

WIDE = 2  # ratings nearer than this are on the agenda only when they change an answer
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
    """The differences by worth; where it is equal: direction, relation, practice, one-sided, rating; then id.

    Only what a question's layer sees is answered again (see `layers`), and each change of a map once.
    """
    trials = {r.group: [_Trial(q, r, named) for q in questions] for r in readings}
    found = []
    for one in differences:
        flips = tuple(_flips(one, readings, trials, questions))
        if flips or one.kind != "rating" or one.spread >= WIDE:
            found.append((-len(flips), KINDS.index(one.kind), one.id, one, flips))
    ranked = sorted(found, key=lambda row: row[:3])
    return tuple(Topic(n, one, flips) for n, (*_, one, flips) in enumerate(ranked, 1))


def _flips(
    one: Contradiction, readings: Sequence[Reading], trials: Mapping[str, Sequence[_Trial]], questions: Sequence[str]
) -> list[tuple[str, str]]:
    versions = [_Version(one, r) for r in readings if r.group in one.versions]
    flipped = []
    for mine in versions:
        others = list({v.content: v for v in versions if v.side != mine.side}.values())
        for trial in trials[mine.reading.group]:
            if any(trial.flips(one, mine, other) for other in others):
                flipped.append((trial.question, mine.reading.group))
    return sorted(flipped, key=lambda pair: questions.index(pair[0]))


class _Version:
    """What one group says of a difference. Of a one-sided link, drawn and not drawn are the sides."""

    def __init__(self, one: Contradiction, reading: Reading) -> None:
        version = one.versions[reading.group]
        self.reading = reading
        self.drawn = [(key, link.practice) for key in one.keys for link in reading.drawn.get(key, ())]
        self.side: object = version in ("missing", "not_drawn") if one.kind == "one_sided" else version
        self.content: Hashable = version if one.kind == "rating" else tuple(sorted(self.drawn))


class _Trial:
    """One question on one group's map, of which the question gets only the kinds of link that it reads."""

    def __init__(self, question: str, reading: Reading, named: Named) -> None:
        self.question, self.named = question, named
        kinds = layer_of(question).kinds
        links = {id: link for id, link in reading.map.links.items() if link.kind in kinds}
        self.reading = replace(reading, map=replace(reading.map, links=links))
        self.sight = sight(question, reading)
        self.before = named(self.reading.map, question)
        self.known: dict[Hashable, bool] = {None: False}

    def flips(self, one: Contradiction, mine: _Version, other: _Version) -> bool:
        """Whether the other version changes the answer; asked once for each change that the question sees."""
        change = self._rating(one, mine, other) if one.kind == "rating" else self.sight.change(mine.drawn, other.drawn)
        if change not in self.known:
            map = adopted(self.reading, other.reading, one)
            self.known[change] = self.named(map, self.question) != self.before
        return self.known[change]

    def _rating(self, one: Contradiction, mine: _Version, other: _Version) -> Hashable:
        before, after = (
            self.sight.layer.rates(one.rated, v) for v in (mine.content, other.content) if isinstance(v, int)
        )
        return None if before == after else (one.id, after)
