"""Taking a change back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mapping.changes.log import apply
from mapping.changes.records import Change, MapState
from mapping.changes.rows import as_json, plain
from mapping.errors import BadInput
from mapping.model import Actor, Link


def inverse(before: MapState, change: Change, *, id: str, by: str, base: int) -> Change:
    """The change that takes `change` back, given the state it was applied to.

    It expects its properties to be untouched since; where they are not, applying it refuses `changed_since`
    and leaves them. Taking back an inverse is redoing. Raises BadInput for what cannot be taken back.
    """
    steps: list[dict[str, Any]] = []
    state = before
    parts = change.body["changes"] if change.op == "batch" else [{**change.body, "op": change.op}]
    for part in parts:
        steps = [*_undoing(state, part), *steps]
        one = Change(change.id, change.by, change.base, part["op"], part, change.expect)
        state = apply(replace(state, frozen=False), one, before.seq + 1).state
    if not steps:
        raise BadInput("this change cannot be taken back")
    return Change(id, by, base, "batch", {"label": "undo", "changes": steps}, expect=change.id)


def _undoing(before: MapState, part: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    op, map = part["op"], before.map
    if op == "add" and part["actor"]["id"] not in map.actors:
        yield {"op": "remove", "of": part["actor"]["id"]}
    elif op == "link" and part["link"]["id"] not in map.links:
        yield {"op": "unlink", "of": part["link"]["id"]}
    elif op == "remove" and part["of"] in map.actors:
        yield {"op": "add", "actor": as_json(map.actors[part["of"]])}
        yield from ({"op": "link", "link": as_json(k)} for k in map.links.values() if part["of"] in k.ends)
    elif op == "unlink" and part["of"] in map.links:
        yield {"op": "link", "link": as_json(map.links[part["of"]])}
    elif op == "set":
        thing: Actor | Link | None = map.links.get(part["of"]) or map.actors.get(part["of"])
        if thing is not None:
            yield {"op": "set", "of": part["of"], "values": {k: plain(getattr(thing, k)) for k in part["values"]}}
    elif op == "move":
        was = {k: [a.x, a.y] for k in part["places"] if (a := map.actors.get(k)) and a.x is not None}
        if was:
            yield {"op": "move", "places": was}
    elif op == "frame":
        yield {"op": "frame", "values": {k: getattr(map.frame, k) for k in part["values"]}}
