"""Taking a change back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mapping.changes.draft import Draft
from mapping.changes.ops import do
from mapping.changes.records import Change, MapState
from mapping.changes.rows import as_json, plain
from mapping.errors import BadInput
from mapping.model import Actor, Link


def inverse(before: MapState, change: Change, *, id: str, by: str, base: int) -> Change:
    """The change that takes `change` back, given the state it was applied to.

    It expects its properties to be untouched since; where they are not, applying it refuses `changed_since`
    and leaves them. Taking back an inverse is redoing. Raises BadInput for what cannot be taken back.
    """
    steps: list[list[dict[str, Any]]] = []
    draft = Draft(before, change, before.seq + 1)
    parts = change.body["changes"] if change.op == "batch" else [{**change.body, "op": change.op}]
    for part in parts:
        steps.append(list(_undoing(draft, part)))
        do(draft, part["op"], part)
    if not any(steps):
        raise BadInput("this change cannot be taken back")
    undoing = [step for several in reversed(steps) for step in several]
    return Change(id, by, base, "batch", {"label": "undo", "changes": undoing}, expect=change.id)


def _undoing(map: Draft, part: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    op = part["op"]
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
        was = [a for k in part["places"] if (a := map.actors.get(k)) and a.x is not None]
        for pinned in (False, True) if part.get("pinned") is not None else (None,):
            places = {a.id: [a.x, a.y] for a in was if pinned is None or a.pinned == pinned}
            if places:
                yield {"op": "move", "places": places} | ({} if pinned is None else {"pinned": pinned})
    elif op == "frame":
        yield {"op": "frame", "values": {k: getattr(map.frame, k) for k in part["values"]}}
