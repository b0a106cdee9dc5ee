"""One group's map read in the names that all groups share: what can be compared, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from mapping.analysis.finding import seen
from mapping.compare.align import Alignment
from mapping.model import Actor, ActorId, Link, SectorMap
from mapping.schema import schema

BEST_FIRST = ("works", "weak", "paper", "blocked", "missing", "not_said")


class LinkKey(NamedTuple):
    """A link as comparing sees it: who, what, whom, in joined ids. Undirected kinds have their ends in order."""

    source: str
    kind: str
    target: str

    @property
    def is_directed(self) -> bool:
        return schema().link_kind(self.kind).directed

    @property
    def reverse(self) -> LinkKey:
        return LinkKey(self.target, self.kind, self.source)

    @property
    def pair(self) -> tuple[str, str]:
        return (self.source, self.target) if self.source <= self.target else (self.target, self.source)

    def __str__(self) -> str:
        return f"{self.source}>{self.kind}>{self.target}"


def link_key(kind: str, source: str, target: str) -> LinkKey:
    """What a link is, in joined ids; the order of the ends counts only where the kind has a direction."""
    if not schema().link_kind(kind).directed and target < source:
        source, target = target, source
    return LinkKey(source, kind, target)


@dataclass(frozen=True)
class Reading:
    """A group's map, and its actors and links under their joined names."""

    group: str
    map: SectorMap
    joined: Mapping[ActorId, str]  # own id -> joined id
    own: Mapping[str, ActorId]  # joined id -> own id
    drawn: Mapping[LinkKey, tuple[Link, ...]]
    gaps: Mapping[LinkKey, tuple[Link, ...]]

    def actor(self, joined: str) -> Actor:
        return self.map.actors[self.own[joined]]

    def has(self, ends: Iterable[str]) -> bool:
        """Whether the map has all these actors."""
        return all(end in self.own for end in ends)

    def practice(self, one: LinkKey) -> str:
        """What the group says of it: the best answer of its parallel links; *not said* only if none is said."""
        return min((link.practice for link in self.drawn[one]), key=BEST_FIRST.index)


def readings(maps: Mapping[str, SectorMap], alignment: Alignment, *, sensitive: bool = False) -> tuple[Reading, ...]:
    """The maps under joined names, in the groups' order; sensitive links only if asked for."""
    out = []
    for group in alignment.groups:
        map = seen(maps[group], sensitive=sensitive)
        joined = alignment.joined(group)
        tables: tuple[dict[LinkKey, list[Link]], ...] = (defaultdict(list), defaultdict(list))
        for link in map.links.values():
            one = link_key(link.kind, joined[link.source], joined[link.target])
            tables[0 if link.is_drawn else 1][one].append(link)
        drawn, gaps = (MappingProxyType({k: tuple(t[k]) for k in sorted(t)}) for t in tables)
        out.append(Reading(group, map, joined, {v: k for k, v in joined.items()}, drawn, gaps))
    return tuple(out)
