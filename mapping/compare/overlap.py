"""What coincides, what only one group saw, and what only one group could have seen. Counts before ratios."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import TypeVar

from mapping.compare.contradictions import answers_by_link, directions, relations
from mapping.compare.reading import LinkKey, Reading

T = TypeVar("T")


@dataclass(frozen=True)
class Overlap:
    """What these maps have in common. Links are drawn ones: one that is *needed* is only in `gaps`.

    Every link of `union` is in exactly one of: drawn by two or more (`by_count`), `only_seen`, `only_lacking`,
    `turned` (drawn by one, and another drew its contrary).
    """

    groups: tuple[str, ...]
    actors_shared: tuple[str, ...]  # on all maps
    actors_union: tuple[str, ...]
    actors_only: Mapping[str, tuple[str, ...]]  # on this group's map alone
    shared: tuple[LinkKey, ...]  # drawn by all
    union: tuple[LinkKey, ...]
    by_count: Mapping[int, int]  # n -> how many links exactly n groups drew
    same_practice: int  # of the shared: all said, and said the same
    unsaid_practice: int  # of the shared: somebody did not say
    only_seen: Mapping[str, tuple[LinkKey, ...]]  # one group alone, though another has both actors
    only_lacking: Mapping[str, tuple[LinkKey, ...]]  # one group alone, and every other lacks an actor
    turned: tuple[LinkKey, ...]
    gaps: Mapping[str, tuple[LinkKey, ...]]  # said to be needed

    @property
    def jaccard(self) -> float:
        """Shared / union of the drawn links, 0-1; nan when nothing is drawn. It depends much on how many links
        a group drew: show it with the counts."""
        return len(self.shared) / len(self.union) if self.union else float("nan")


@dataclass(frozen=True)
class Spread:
    """What each group that has the actor gave it; None where it did not rate it."""

    actor: str
    values: Mapping[str, int | None]

    @property
    def not_rated(self) -> tuple[str, ...]:
        return tuple(g for g, value in self.values.items() if value is None)

    @property
    def mean(self) -> float:
        """Of those who rated it; nan when nobody did."""
        rated = [v for v in self.values.values() if v is not None]
        return sum(rated) / len(rated) if rated else float("nan")

    @property
    def width(self) -> int | None:
        """Highest less lowest; None when fewer than two groups rated it."""
        rated = [v for v in self.values.values() if v is not None]
        return max(rated) - min(rated) if len(rated) > 1 else None


def overlap(readings: Sequence[Reading]) -> Overlap:
    """What these maps have in common, all of them together."""
    groups = tuple(r.group for r in readings)
    where = {a: [r.group for r in readings if a in r.own] for r in readings for a in r.own}
    answers = answers_by_link(readings)
    turned = {one for c in (*directions(readings), *relations(readings)) for one in c.keys}
    shared = [one for one, by_group in answers.items() if len(by_group) == len(groups)]
    seen: dict[str, list[LinkKey]] = {g: [] for g in groups}
    lacking: dict[str, list[LinkKey]] = {g: [] for g in groups}
    alone = {one: next(iter(by_group)) for one, by_group in answers.items() if len(by_group) == 1}
    for one, group in alone.items():
        if one not in turned and len(groups) > 1:
            others = any(r.group != group and r.has((one.source, one.target)) for r in readings)
            (seen if others else lacking)[group].append(one)
    sizes = [len(by_group) for by_group in answers.values()]
    return Overlap(
        groups=groups,
        actors_shared=tuple(sorted(a for a, on in where.items() if len(on) == len(groups))),
        actors_union=tuple(sorted(where)),
        actors_only=_frozen({g: sorted(a for a, on in where.items() if on == [g]) for g in groups}),
        shared=tuple(shared),
        union=tuple(answers),
        by_count=MappingProxyType({n: sizes.count(n) for n in range(1, len(groups) + 1)}),
        same_practice=sum(1 for one in shared if _agreed(answers[one])),
        unsaid_practice=sum(1 for one in shared if "not_said" in answers[one].values()),
        only_seen=_frozen(seen),
        only_lacking=_frozen(lacking),
        turned=tuple(one for one in alone if one in turned),
        gaps=_frozen({r.group: r.gaps for r in readings}),
    )


def pairwise(readings: Sequence[Reading]) -> dict[tuple[str, str], Overlap]:
    """What each two maps have in common."""
    return {(a.group, b.group): overlap((a, b)) for a, b in combinations(readings, 2)}


def spreads(readings: Sequence[Reading], property: str = "influence") -> tuple[Spread, ...]:
    """What the groups gave each actor that two or more of them have; the widest first."""
    found = []
    for actor in sorted({a for r in readings for a in r.own}):
        values = {r.group: getattr(r.actor(actor), property) for r in readings if actor in r.own}
        if len(values) > 1:
            found.append(Spread(actor, MappingProxyType(values)))
    return tuple(sorted(found, key=lambda s: (s.width is None, -(s.width or 0))))


def _agreed(answers: Mapping[str, str]) -> bool:
    said = set(answers.values())
    return len(said) == 1 and "not_said" not in said


def _frozen(lists: Mapping[str, Iterable[T]]) -> Mapping[str, tuple[T, ...]]:
    return MappingProxyType({k: tuple(v) for k, v in lists.items()})
