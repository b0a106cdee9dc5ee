"""The joint map: what at least so many groups drew, with who drew it and where their answers differ.

A disputed answer stays disputed: no majority decides it, and no majority of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any

import networkx as nx

from mapping.compare.contradictions import Contradiction, answers_by_link
from mapping.compare.reading import LinkKey, Reading
from mapping.graph import APART
from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap
from mapping.schema import schema


@dataclass(frozen=True)
class Joint:
    """A map of what groups have in common. Its ids are joined ids; a link's id is its key in words."""

    map: SectorMap
    at_least: int
    keys: Mapping[LinkId, LinkKey]
    answers: Mapping[LinkId, Mapping[str, str]]  # what each group that drew it says: does it work?
    actors: Mapping[ActorId, tuple[str, ...]]  # the groups that have it
    pieces: tuple[frozenset[str], ...]  # two or more actors that hang together (not by tension), largest first
    alone: tuple[str, ...]  # actors in no piece
    seams: tuple[str, ...]  # ids of the differences about direction that would join two pieces

    @property
    def disputed(self) -> frozenset[LinkId]:
        """Links whose groups give different answers; what is *not said* disputes nothing."""
        return frozenset(id for id, given in self.answers.items() if len(set(given.values()) - {"not_said"}) > 1)

    def groups(self, link: LinkId) -> tuple[str, ...]:
        return tuple(self.answers[link])


def joint(readings: Sequence[Reading], *, at_least: int, differences: Iterable[Contradiction] = ()) -> Joint:
    """The actors on at least so many maps and the drawn links of at least so many groups.

    What the groups did not agree on in so many words is *not said* or *not rated* in the map. Notes, positions and
    whatever else may not leave the room are not in it. `differences` are searched for seams.
    """
    where = {a: tuple(r.group for r in readings if a in r.own) for a in sorted({a for r in readings for a in r.own})}
    kept = {a: groups for a, groups in where.items() if len(groups) >= at_least}
    actors = {ActorId(a): _actor(a, [r for r in readings if r.group in groups], kept) for a, groups in kept.items()}
    links, keys, answers = {}, {}, {}
    for one, given in answers_by_link(readings).items():
        if len(given) >= at_least:
            id = LinkId(str(one))
            said = set(given.values()) - {"not_said"}
            practice = said.pop() if len(said) == 1 else "not_said"
            links[id] = Link(id, one.kind, ActorId(one.source), ActorId(one.target), practice)
            keys[id], answers[id] = one, MappingProxyType(given)
    map = SectorMap(_frame([r.map.frame for r in readings]), actors, links)
    pieces = _pieces(map)
    return Joint(
        map, at_least, MappingProxyType(keys), MappingProxyType(answers),
        MappingProxyType({ActorId(a): groups for a, groups in kept.items()}),
        tuple(p for p in pieces if len(p) > 1), tuple(sorted(a for p in pieces if len(p) == 1 for a in p)),
        tuple(c.id for c in differences if c.kind == "direction" and _joins(c, pieces)),
    )  # fmt: skip


def _pieces(map: SectorMap) -> list[frozenset[str]]:
    apart = schema().kinds_of(*APART)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(map.actors)
    graph.add_edges_from(link.ends for link in map.links.values() if link.kind not in apart)
    return sorted((frozenset(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), min(c)))


def _joins(one: Contradiction, pieces: Sequence[frozenset[str]]) -> bool:
    homes = [p for p in pieces if set(one.actors) & p]
    return len(homes) == 2


def _actor(joined: str, having: Sequence[Reading], kept: Mapping[str, Any]) -> Actor:
    """The actor as the first map has it; what groups say of it differently is not said."""
    first, *others = (r.actor(joined) for r in having)
    open_ = schema().attributes["actor"]
    blank = Actor(ActorId(""), "", "")
    values: dict[str, Any] = {"id": ActorId(joined), "x": None, "y": None, "pinned": False}
    for field in fields(Actor):
        name = field.name
        if name in ("id", "name", "names", "kind", "x", "y", "pinned", "part_of", "protect"):
            continue
        agreed = all(getattr(o, name) == getattr(first, name) for o in others)
        if not agreed or not open_[name].share:
            values[name] = getattr(blank, name)
    values["protect"] = any(a.protect for a in (first, *others))
    parents = {r.joined.get(up) for r in having if (up := r.actor(joined).part_of)}
    parent = parents.pop() if len(parents) == 1 else None
    values["part_of"] = ActorId(parent) if parent and parent in kept and parent != joined else None
    return replace(first, **values)


def _frame(frames: Sequence[Frame]) -> Frame:
    """What the frames say alike; one invented map makes the joint one invented."""
    alike = {
        f.name: getattr(frames[0], f.name)
        for f in fields(Frame)
        if f.name not in ("group", "invented") and len({getattr(x, f.name) for x in frames}) == 1
    }
    return Frame(**alike, invented=any(f.invented for f in frames))
