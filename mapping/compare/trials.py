"""Whose answers would be another with another group's version: asked once, and remembered while a map stays as it is.

A question is asked about a group's map by what it sees there (see `layers`). What of a version it does not see changes
no answer, and versions that it sees alike are one change. After an edit only those questions are asked again that see
something of it, and of the other groups' only what became another difference.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from threading import Lock

from mapping.compare.contradictions import Contradiction
from mapping.compare.layers import Layer, Rated, Thing, layer_of, said, shown
from mapping.compare.people import People, people
from mapping.compare.reading import Reading

Says = tuple[tuple[Thing, str | int], ...]  # what a group says of the things that a difference is about
Versions = Mapping[str, tuple[object, Says]]  # group -> its side, and what it says; it takes what another side says
Pair = tuple[str, str]  # a question and a group
Change = tuple[frozenset[Hashable], frozenset[Hashable]]  # what appears and what disappears

TRIALS, CHANGES = 400, 5_000  # how many trials are remembered (20 groups, 10 questions, twice), and changes of each


class Trial:
    """One question on one map, prepared; `known`: which changes of what it sees change what is named."""

    def __init__(self, layer: Layer, seen: Mapping[Hashable, int], of: People) -> None:
        self.layer, self.seen, self.of = layer, seen, of
        self._named = layer.named(seen.keys(), of)
        self._before = self._named(frozenset(), frozenset())
        self.known: dict[Change, bool] = {}

    def change(self, mine: Says, other: Says) -> Change | None:
        """What the question sees appear and disappear when the other is said in the place of this; None for nothing."""
        gone, come = self._sees(mine), self._sees(other)
        added = frozenset(x for x in come if x not in self.seen)
        removed = frozenset(x for x in gone if x not in come and gone.count(x) == self.seen[x])
        return (added, removed) if added or removed else None

    def _sees(self, says: Says) -> list[Hashable]:
        layer = self.layer
        return [x for thing, value in says if layer.asks(thing) for x in layer.sees(thing, value, self.of)]

    def tells(self, change: Change) -> bool:
        """Whether it changes what is named."""
        return self._named(*change) != self._before


class Trials:
    """What was asked for one workshop's board; safe between threads. Empty it gives the same, only later.

    `asked` counts how often an answer was looked for.
    """

    def __init__(self) -> None:
        self.asked = 0
        self._lock = Lock()
        self._kept: dict[Pair, Trial] = {}
        self._questions: tuple[str, ...] = ()  # of the board before
        self._told: dict[str, tuple[Versions, frozenset[Pair]]] = {}  # its differences, and what depended on each

    def flips(
        self, readings: Sequence[Reading], differences: Iterable[Contradiction], questions: Sequence[str]
    ) -> Mapping[str, frozenset[Pair]]:
        """For each difference, by its id, the pairs whose answer another version changes."""
        with self._lock:
            told = self._told if self._questions == tuple(questions) else {}
            self._questions, self._told = tuple(questions), {}  # nothing half done is left if this does not end
            fresh = {(q, r.group) for r in readings for q in self._renewed(r, questions)}
            everything = [(q, r.group) for q in questions for r in readings]
            now = {}
            for one in differences:
                versions = _versions(one, readings)
                before, flipped = told.get(one.id, ({}, frozenset()))
                if before == versions:
                    now[one.id] = versions, (flipped - fresh) | self._flipped(one, versions, fresh)
                else:
                    now[one.id] = versions, self._flipped(one, versions, everything)
            self._told = now
            while len(self._kept) > TRIALS:
                del self._kept[next(iter(self._kept))]
            return {id: flipped for id, (_, flipped) in now.items()}

    def _renewed(self, reading: Reading, questions: Sequence[str]) -> list[str]:
        """The questions that see another thing on this map than before; their trials are new."""
        of, new = people(reading), []
        for question in questions:
            layer = layer_of(question)
            seen = shown(layer, reading, of)
            trial = self._kept.pop((question, reading.group), None)
            if trial is None or trial.seen != seen or trial.of != of:
                trial = Trial(layer, seen, of)
                new.append(question)
            self._kept[question, reading.group] = trial  # who was asked last is the last to go
        return new

    def _flipped(self, one: Contradiction, versions: Versions, pairs: Iterable[Pair]) -> frozenset[Pair]:
        """Those of the pairs that depend on a difference."""
        things = _things(one)
        about = {q for q in self._questions if any(layer_of(q).asks(thing) for thing in things)}
        asked = [(q, group) for q, group in pairs if q in about and group in versions]
        distinct = set(versions.values()) if asked else set()
        others = {side: {says for s, says in distinct if s != side} for side, _ in distinct}
        found = []
        for question, group in asked:
            side, mine = versions[group]
            trial = self._kept[question, group]
            if any(self._flips(trial, trial.change(mine, other)) for other in others[side]):
                found.append((question, group))
        return frozenset(found)

    def _flips(self, trial: Trial, change: Change | None) -> bool:
        if change is None:
            return False
        if change not in trial.known:
            if len(trial.known) == CHANGES:
                trial.known.clear()
            trial.known[change] = trial.tells(change)
            self.asked += 1
        return trial.known[change]


def _things(one: Contradiction) -> Sequence[Thing]:
    return one.keys if one.kind != "rating" else (Rated(one.rated, one.actors[0]),)


def _versions(one: Contradiction, readings: Sequence[Reading]) -> Versions:
    """Of a one-sided link, drawn and not drawn are the sides; else what each group says is one."""
    things, found = _things(one), {}
    for reading in readings:
        version = one.versions.get(reading.group)
        if version is not None:
            side = version in ("missing", "not_drawn") if one.kind == "one_sided" else version
            found[reading.group] = side, tuple((thing, value) for thing in things for value in said(reading, thing))
    return found
