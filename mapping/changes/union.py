"""One map out of a group's and what each of its people drew alone: everything once, and nothing decided for anybody.

Both functions give changes that can be taken back: a merge of two actors by the facilitator's op could not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from math import cos, hypot, sin
from typing import Any, TypeVar

from mapping.changes.back import back
from mapping.changes.records import BATCH_BYTES
from mapping.changes.rows import plain
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.schema import schema

MERGED, SAME = "merged", "same"  # what the batches call themselves
ROOM = BATCH_BYTES - 100_000  # bytes of changes in one batch
APART, TURN = 130.0, 2.4  # px between two actors that were not put side by side by one hand; the spiral's angle
_WHO = frozenset({"id", "name", "names", "catalogue", "kind", "source", "target", "x", "y", "pinned", "proposed"})
Key = tuple[str, ...]
Thing = TypeVar("Thing", Actor, Link)


def union(group: SectorMap, solos: Mapping[str, SectorMap]) -> tuple[dict[str, Any], ...]:
    """The bodies of the batches (one; several only where one is too large) that put the solos into the group's map.

    An actor of the catalogue is there once, any other under its own id; so is a link of one kind between the same
    actors. What the group has said stands; what several people said of one thing counts where they agree, else it is
    not said; their notes are all kept. Nothing is taken away. Done twice it is done once.
    """
    merged = _Union(group)
    for person in sorted(solos):
        merged.take(solos[person])
    parts = (back(group, merged.result(), 0) or {"changes": []})["changes"]
    return tuple({"label": MERGED, "changes": portion} for portion in _portions(parts))


def joined(map: SectorMap, keep: ActorId, drop: ActorId) -> dict[str, Any]:
    """The body of a batch that makes two actors one: links of `drop` go over to `keep`, without a second of the same;
    what only `drop` said is kept."""
    keeps, drops = map.actors[keep], map.actors[drop]
    parts: list[dict[str, Any]] = []
    if values := _changed(keeps, _together(keeps, (drops,))):
        parts.append({"op": "set", "of": keep, "values": values})
    there = {_key(link): link for link in map.links.values() if drop not in link.ends}
    for link in [k for k in map.links.values() if drop in k.ends]:
        source, target = (keep if end == drop else end for end in link.ends)
        if source == target:
            parts.append({"op": "unlink", "of": link.id})
            continue
        moved = replace(link, source=source, target=target)
        if (first := there.get(_key(moved))) is None:
            ends = {"source": source} if link.source == drop else {"target": target}
            parts.append({"op": "set", "of": link.id, "values": ends})
            there[_key(moved)] = moved
            continue
        if values := _changed(first, both := _together(first, (moved,))):
            parts.append({"op": "set", "of": first.id, "values": values})
            there[_key(moved)] = both
        parts.append({"op": "unlink", "of": link.id})
    for unit in (a for a in map.actors.values() if a.part_of == drop):
        parts.append({"op": "set", "of": unit.id, "values": {"part_of": None if unit.id == keep else keep}})
    return {"label": SAME, "changes": [*parts, {"op": "remove", "of": drop}]}


class _Union:
    """What is known so far of every actor and link: the group's own form, and what each person says of it."""

    def __init__(self, group: SectorMap) -> None:
        self.group = group
        self.actors: dict[ActorId, list[Actor]] = {id: [] for id in group.actors}
        self.links: dict[LinkId, list[Link]] = {id: [] for id in group.links}
        self.catalogue = {a.catalogue: id for id, a in group.actors.items() if a.catalogue}
        self.by_key = {_key(link): id for id, link in group.links.items()}

    def take(self, solo: SectorMap) -> None:
        names = {id: self._actor(actor) for id, actor in solo.actors.items()}
        for id, actor in solo.actors.items():
            of = names.get(actor.part_of) if actor.part_of else None
            self.actors[names[id]].append(replace(actor, id=names[id], part_of=None if of == names[id] else of))
        for link in solo.links.values():
            ends = names[link.source], names[link.target]
            if ends[0] != ends[1]:
                moved = replace(link, source=ends[0], target=ends[1], proposed=False)
                one = self._link(moved)
                self.links[one].append(replace(moved, id=one))

    def _actor(self, actor: Actor) -> ActorId:
        id = self.catalogue.get(actor.catalogue) if actor.catalogue else None
        id = id or actor.id
        self.actors.setdefault(id, [])
        if actor.catalogue:
            self.catalogue.setdefault(actor.catalogue, id)
        return id

    def _link(self, link: Link) -> LinkId:
        if (found := self.by_key.get(_key(link))) is not None:
            return found
        id, n = link.id, 1
        while id in self.links:  # two files that count alike
            n += 1
            id = LinkId(f"{link.id[:70]}-{n}")
        self.by_key[_key(link)], self.links[id] = id, []
        return id

    def result(self) -> SectorMap:
        own, links = self.group.actors, self.group.links
        actors: dict[ActorId, Actor] = {}
        for id, said in self.actors.items():
            actors[id] = _together(own[id], said) if id in own else _first(said)
        drawn = {id: _together(links[id], said) if id in links else _first(said) for id, said in self.links.items()}
        return SectorMap(self.group.frame, _placed(actors, own), drawn)


def _key(link: Link) -> Key:
    """What makes two links the same: kind and ends, in any order where the kind has no direction."""
    ends = link.ends if link.of_kind.directed else sorted(link.ends)
    return (link.kind, *ends)


def _first(said: list[Thing]) -> Thing:
    """A thing that only people alone have: as the first calls it, with what all together say."""
    unsaid: dict[str, Any] = {f.name: f.default for f in fields(said[0]) if f.name not in _WHO}
    bare = replace(said[0], **unsaid)
    return _together(bare, said)


def _together(thing: Thing, said: Iterable[Thing]) -> Thing:
    """The thing with what others say of it where it says nothing itself."""
    others = list(said)
    values: dict[str, Any] = {
        f.name: _agreed(thing, f.name, f.default, others) for f in fields(thing) if f.name not in _WHO
    }
    return replace(thing, **{k: v for k, v in values.items() if v != getattr(thing, k)})


def _agreed(thing: Actor | Link, name: str, default: Any, others: Iterable[Actor | Link]) -> Any:
    own, said = getattr(thing, name), [v for o in others if (v := getattr(o, name)) != default]
    attribute = schema().attributes["link" if isinstance(thing, Link) else "actor"][name]
    several = list(dict.fromkeys(v for v in (own, *said) if v != default))
    if attribute.type == "flag":
        return own or any(said)
    if attribute.type in ("choices", "references"):
        return tuple(dict.fromkeys(each for value in several for each in value))
    if attribute.type == "text":
        return _texts(several, int(attribute.max or 120))
    return own if own != default else several[0] if len(several) == 1 else default


def _texts(several: list[str], longest: int) -> str:
    """All that was written, each once, as far as it fits."""
    text = ""
    for each in several:
        more = f"{text}\n{each}" if text else each
        if each not in text.split("\n") and len(more) <= longest:
            text = more
    return text


def _changed(before: Actor | Link, after: Actor | Link) -> dict[str, Any]:
    names = [f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)]
    return {name: plain(getattr(after, name)) for name in names}


def _placed(actors: dict[ActorId, Actor], own: Mapping[ActorId, Actor]) -> dict[ActorId, Actor]:
    """Actors that would lie on others step aside, in a spiral; those of the group stay where they are."""
    taken = [(a.x, a.y) for id, a in actors.items() if id in own and a.x is not None and a.y is not None]
    placed = {}
    for id, actor in actors.items():
        if id not in own and actor.x is not None and actor.y is not None:
            x, y = _free((actor.x, actor.y), taken)
            taken.append((x, y))
            actor = actor if (x, y) == (actor.x, actor.y) else replace(actor, x=x, y=y)
        placed[id] = actor
    return placed


def _free(at: tuple[float, float], taken: list[tuple[float, float]]) -> tuple[float, float]:
    x, y, n = *at, 0
    while any(hypot(x - a, y - b) < APART for a, b in taken) and n < 400:
        n += 1
        away = APART * 0.5 * n**0.5
        x, y = round(at[0] + away * cos(n * TURN), 1), round(at[1] + away * sin(n * TURN), 1)
    return x, y


def _portions(parts: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    portion: list[dict[str, Any]] = []
    size = 0
    for part in parts:
        more = len(json.dumps(part, ensure_ascii=False).encode()) + 2
        if portion and size + more > ROOM:
            yield portion
            portion, size = [], 0
        portion.append(part)
        size += more
    if portion:
        yield portion
