"""Going back: what turns a map into what it was, as one change that can itself be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from mapping.changes.rows import as_json, plain
from mapping.model import Actor, Link, SectorMap

_PROPERTIES: Mapping[type, tuple[str, ...]] = {
    of: tuple(f.name for f in fields(of) if f.name != "id") for of in (Actor, Link)
}
_PLACE = {"x", "y"}


def back(now: SectorMap, then: SectorMap, to: int) -> dict[str, Any] | None:
    """The body of a batch that turns the map `now` into `then` (its state after change number `to`).

    None when they do not differ. The frame is left as it is: the question of the day is not the group's drawing. An
    actor that comes back starts a new life, so what somebody still sends about the former one is refused.
    """
    parts = list(_parts(now, then))
    return {"label": "back", "to": to, "changes": parts} if parts else None


def _parts(now: SectorMap, then: SectorMap) -> Iterator[dict[str, Any]]:
    """What is too much goes first, so that a full map has room for what returns."""
    cut = {k.id for k in now.links.values() if not all(end in then.actors for end in k.ends)}  # with their actors
    yield from ({"op": "unlink", "of": id} for id in now.links if id not in then.links and id not in cut)
    yield from ({"op": "remove", "of": id} for id in now.actors if id not in then.actors)
    yield from ({"op": "add", "actor": as_json(a)} for id, a in then.actors.items() if id not in now.actors)
    places: dict[str, list[float]] = {}
    for actor in then.actors.values():
        if actor.id not in now.actors:
            continue
        values = _differing(now.actors[actor.id], actor)
        if values.keys() & _PLACE and actor.x is not None and actor.y is not None:
            places[actor.id] = [actor.x, actor.y]
            values = {k: v for k, v in values.items() if k not in _PLACE}
        if values:
            yield {"op": "set", "of": actor.id, "values": values}
    for link in then.links.values():
        if link.id not in now.links or link.id in cut:
            yield {"op": "link", "link": as_json(link)}
        elif values := _differing(now.links[link.id], link):
            yield {"op": "set", "of": link.id, "values": values}
    if places:
        yield {"op": "move", "places": places}


def _differing(now: Actor | Link, then: Actor | Link) -> dict[str, Any]:
    if now == then:
        return {}
    names = _PROPERTIES[type(then)]
    return {k: plain(getattr(then, k)) for k in names if getattr(now, k) != getattr(then, k)}
