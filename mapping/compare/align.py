"""Which actor is which across the groups' maps: certain, judged, or still to be asked. Never merged silently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from types import MappingProxyType

from mapping.compare.names import NEAR, likeness, near, spellings, written
from mapping.model import Actor, ActorId, SectorMap
from mapping.scenario import spelling
from mapping.scenario.kinds import UNSURE
from mapping.scenario.names import is_acronym

Place = tuple[str, ActorId]  # a group, and an actor's id on its map
Named = Callable[[str], str | None]  # the catalogue id that a typed name certainly means, or none
Broad = Callable[[str], bool]  # whether a typed name is a word for all of a sort, and nobody's name

_NUMBERED = re.compile(r"[a-z]{0,3}[-_.]?\d+", re.IGNORECASE)  # ids that a file counted out say nothing


@dataclass(frozen=True)
class Judgement:
    """Somebody decided that two actors are the same, or are not; `date` says when, nothing says who."""

    left: Place
    right: Place
    verdict: str  # same | different
    date: str = ""


@dataclass(frozen=True)
class Same:
    """One actor, and what it is called on each map that has it.

    reason: catalogue · judgement · id (the same id, no number, of the same kind) · name (equal but for case and
    accents, or a name the catalogue certainly knows) · alone (on one map only)
    """

    actor: str
    within: Mapping[str, ActorId]
    reason: str


@dataclass(frozen=True)
class Candidate:
    """Two actors that may be one: a question to the facilitator. `score` is 0-1."""

    left: str
    right: str
    score: float
    reason: str  # name (equal, but it cannot be decided which) | acronym (the same, of two kinds) | near


@dataclass(frozen=True)
class Alignment:
    """Every actor of every map once, in order of its joined id; and the pairs that should be asked about."""

    groups: tuple[str, ...]
    actors: tuple[Same, ...]
    confirm: tuple[Candidate, ...] = ()

    def joined(self, group: str) -> dict[ActorId, str]:
        """For one group: its own id of each actor -> the joined id."""
        return {one.within[group]: one.actor for one in self.actors if group in one.within}

    def __getitem__(self, actor: str) -> Same:
        return next(one for one in self.actors if one.actor == actor)


def in_order(groups: Iterable[str]) -> tuple[str, ...]:
    """Groups as people count them: 1, 2, 10, then those with other names."""
    return tuple(sorted(groups, key=lambda g: (0, int(g), g) if g.isdecimal() else (1, 0, g)))


def align(
    maps: Mapping[str, SectorMap],
    judgements: Sequence[Judgement] = (),
    *,
    named: Named | None = None,
    broad: Broad | None = None,
) -> Alignment:
    """Which actor is which, with the reason.

    A judgement stands over everything (of two about one pair, the later); then the catalogue id, then the same
    id, then the same name. A step joins only what is certain: never two actors of one map, never two catalogue
    ids, never a name that a map has twice, never by a `broad` word (`maras`), never two kinds by an acronym alone.
    What is only near is in `confirm`.
    """
    groups = in_order(maps)
    table = _Table(maps, groups, judgements)
    for pair in table.judged_same:
        table.join(*pair, "judgement")
    for reason, key in (("catalogue", _catalogue), ("id", _own_id), ("name", _named(named))):
        table.join_all(reason, key)
    table.join_names(broad)
    return Alignment(groups, *table.result())


def candidates_within(map: SectorMap) -> tuple[Candidate, ...]:
    """Pairs of actors of one map that may be one, best first, by their ids: what several people have drawn without
    seeing each other. Two that the catalogue tells apart are none."""
    named = [(a, spellings(a), written(a)) for a in sorted(map.actors.values(), key=lambda a: a.id)]
    found = []
    for (left, keys, names), (right, others, called) in combinations(named, 2):
        if left.catalogue and right.catalogue:
            continue
        equal = bool(keys & others)
        score = 1.0 if equal else max(likeness(a, b) for a in names for b in called)
        if score >= NEAR:
            found.append(Candidate(left.id, right.id, round(score, 2), "name" if equal else "near"))
    return tuple(sorted(found, key=lambda c: (-c.score, c.left, c.right)))


def _catalogue(actor: Actor) -> str | None:
    return actor.catalogue


def _own_id(actor: Actor) -> str | None:
    """Ids that are not `x-…` name a catalogue's actor; unless a file merely counted its rows."""
    if actor.id.startswith("x-") or _NUMBERED.fullmatch(actor.id):
        return None
    return f"{actor.kind} {actor.id}"


def _named(named: Named | None) -> Callable[[Actor], str | None]:
    return lambda actor: actor.catalogue or (named(actor.name) if named else None)


class _Table:
    """Actors being joined: each place points to its set, which knows its groups and catalogue id."""

    def __init__(self, maps: Mapping[str, SectorMap], groups: Sequence[str], judgements: Sequence[Judgement]) -> None:
        self.actors: dict[Place, Actor] = {(g, id): maps[g].actors[id] for g in groups for id in sorted(maps[g].actors)}
        self.sets: dict[Place, list[Place]] = {place: [place] for place in self.actors}
        self.reason: dict[Place, str] = {}
        self.doubtful: list[tuple[Place, Place]] = []  # one acronym, two kinds
        last: dict[frozenset[Place], str] = {}
        for one in sorted(judgements, key=lambda j: j.date):
            if one.left in self.actors and one.right in self.actors and one.left != one.right:
                last[frozenset((one.left, one.right))] = one.verdict
        pairs = sorted((sorted(pair), verdict) for pair, verdict in last.items())
        self.judged_same = [(a, b) for (a, b), verdict in pairs if verdict == "same"]
        self.apart: dict[Place, set[Place]] = defaultdict(set)
        for (a, b), verdict in pairs:
            if verdict == "different":
                self.apart[a].add(b)
                self.apart[b].add(a)

    def may_join(self, a: Place, b: Place, *, judged: bool = False) -> bool:
        left, right = self.sets[a], self.sets[b]
        if left is right or {g for g, _ in left} & {g for g, _ in right}:
            return False
        if any(self.apart[place] & set(right) for place in left):
            return False
        ids = {self.actors[place].catalogue for place in (*left, *right)} - {None}
        return judged or len(ids) < 2

    def join(self, a: Place, b: Place, reason: str) -> None:
        if not self.may_join(a, b, judged=reason == "judgement"):
            return
        joined = sorted([*self.sets[a], *self.sets[b]])
        why = self.reason.get(self.sets[a][0]) or self.reason.get(self.sets[b][0]) or reason
        for place in joined:
            self.sets[place] = joined
            self.reason[place] = why

    def join_all(self, reason: str, key: Callable[[Actor], str | None]) -> None:
        """Join what has the same key, unless one map has it twice. The widest kind, which is also that of whoever was
        given none, does not speak against an acronym that the catalogue knows."""
        by_key: dict[str, list[Place]] = defaultdict(list)
        for place, actor in self.actors.items():
            value = key(actor)
            if value:
                by_key[value].append(place)
        free = [place for place, actor in self.actors.items() if reason == "name" and not actor.catalogue]
        short = {place for place in free if is_acronym((actor := self.actors[place]).name) and actor.kind != UNSURE}
        for value in sorted(by_key):
            self._join_group(by_key[value], reason, short)

    def join_names(self, broad: Broad | None) -> None:
        """Join what has the same name; bodies of different kinds that share no more than their initials stay apart."""
        by_name: dict[str, list[Place]] = defaultdict(list)
        for place, actor in self.actors.items():
            if broad and not actor.catalogue and broad(actor.name):
                continue
            for name in spellings(actor):
                by_name[name].append(place)
        short = {spelling.key(name) for actor in self.actors.values() for name in written(actor) if is_acronym(name)}
        for name in sorted(by_name):
            ids = {self.actors[p].catalogue for place in by_name[name] for p in self.sets[place]} - {None}
            if len(ids) < 2:
                self._join_group(by_name[name], "name", by_name[name] if name in short else ())

    def _join_group(self, places: Sequence[Place], reason: str, short: Collection[Place] = ()) -> None:
        """Join these, unless one map has two of them. Who is `short`, known by an acronym, joins its own kind alone;
        the others of the group are a question."""
        if len({g for g, _ in places}) < len(places):
            return
        first: dict[str, Place] = {}
        for place in sorted(places, key=lambda p: p in short):
            kind = self.actors[place].kind
            self.join(first.setdefault(kind if place in short else "", place), place, reason)
            first.setdefault(kind, place)
        self.doubtful += combinations(first.values(), 2)

    def unique(self) -> list[list[Place]]:
        return [members for place, members in self.sets.items() if members[0] == place]

    def result(self) -> tuple[tuple[Same, ...], tuple[Candidate, ...]]:
        sets = self.unique()
        ids = self._ids(sets)
        rows = [
            Same(ids[m[0]], MappingProxyType(dict(m)), self.reason.get(m[0], "alone") if len(m) > 1 else "alone")
            for m in sets
        ]
        return tuple(sorted(rows, key=lambda r: r.actor)), tuple(self._candidates(sets, ids))

    def _ids(self, sets: Sequence[list[Place]]) -> dict[Place, str]:
        """A joined id for each set: the catalogue's, else the first map's own; with `@group` where that is taken."""
        ids: dict[Place, str] = {}
        taken: set[str] = set()
        known = {m[0]: min((c for p in m if (c := self.actors[p].catalogue)), default=None) for m in sets}
        for members in sorted(sets, key=lambda m: (known[m[0]] is None, -len(m), m)):
            group, own = members[0]
            id = known[members[0]] or str(own)
            if id in taken:
                id = f"{id}@{group}"
            taken.add(id)
            ids[members[0]] = id
        return ids

    def _candidates(self, sets: Sequence[list[Place]], ids: Mapping[Place, str]) -> Iterator[Candidate]:
        of_name, of_key = defaultdict(list), defaultdict(list)
        for members in sets:
            for name in {n for p in members for n in written(self.actors[p])}:
                of_name[name].append(members[0])
            for key in {k for p in members for k in spellings(self.actors[p])}:
                of_key[key].append(members[0])
        firm = {m[0] for m in sets if any(self.actors[p].catalogue for p in m)}
        scores: dict[tuple[Place, Place], float] = {}
        for (a, b), score in near(of_name).items():
            for left, right in product(of_name[a], of_name[b]):
                pair = (left, right) if left < right else (right, left)
                scores[pair] = max(score, scores.get(pair, 0.0))
        equal = {pair for same in of_key.values() for pair in combinations(sorted(same), 2)}
        doubtful = [sorted((self.sets[a][0], self.sets[b][0])) for a, b in self.doubtful]
        short = {(left, right) for left, right in doubtful}
        found = []
        for left, right in scores.keys() | equal | short:
            if left != right and not {left, right} <= firm and self.may_join(left, right):
                one, other = sorted((ids[left], ids[right]))
                score = 1.0 if (left, right) in equal | short else scores[left, right]
                reason = "acronym" if (left, right) in short else "name" if (left, right) in equal else "near"
                found.append(Candidate(one, other, round(score, 2), reason))
        yield from sorted(found, key=lambda c: (-c.score, c.left, c.right))
