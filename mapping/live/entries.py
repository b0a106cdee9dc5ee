"""Changes of the past as the wire carries them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mapping.model import Actor
from mapping.store.chronicle import Entry, Part

NAMED = 3  # things that an entry names; the rest is counted


def entry_json(entry: Entry, seen: Sequence[Part], number: int) -> dict[str, Any]:
    """An entry as the wire carries it."""
    return {
        "seq": entry.seq, "at": entry.at, "by": entry.by, "number": number, "op": entry.op, **entry.about,
        "count": len(seen), "parts": [part_json(p) for p in seen[:NAMED]],
        "alike": len({(p.verb, type(p.thing)) for p in seen}) == 1,
    }  # fmt: skip


def part_json(part: Part) -> dict[str, Any]:
    """An actor or link of an entry, named."""
    thing = part.thing
    if isinstance(thing, Actor):
        return {"verb": part.verb, "actor": _named(thing)}
    link = {"id": thing.id, "kind": thing.kind, "source": thing.source, "target": thing.target}
    said = {"practice": thing.practice} | ({"proposed": True} if thing.proposed else {})
    return {"verb": part.verb, "link": link | said, "ends": [_named(a) for a in part.ends]}


def _named(actor: Actor) -> dict[str, Any]:
    return {"id": actor.id, "name": actor.name, "names": dict(actor.names)}
