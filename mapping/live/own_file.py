"""The map that a seat draws on as a file to carry away, with what that seat may see of it and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mapping.changes import Change
from mapping.codec import FILE_BYTES, MapFile, dumps
from mapping.errors import NotAllowed
from mapping.live import rules
from mapping.live.hub import Hub
from mapping.live.sight import seen, sight_of
from mapping.schema import schema
from mapping.store import Seat, Workshop

ENDS = ("source", "target", "keep", "drop")  # of a link; of two actors that are made one, whose links are joined


def own_file(hub: Hub, seat: Seat, workshop: Workshop) -> tuple[str, bytes]:
    """Name and content of the file of the map that this seat draws on now: internal, with its history.

    While the sensitive layer is closed, a map that has or ever had anything sensitive goes without its history: no
    change of the past may tell what the map itself does not. Covered while the screens are covered; NotAllowed for
    who does not sit at a table.
    """
    if seat.role != "participant":
        raise NotAllowed("a table saves its own map")
    rules.may_see(seat, workshop)
    map_id, _ = hub.map_of(seat)
    file = hub.store.maps.file(map_id)
    sight = sight_of(seat.role, sensitive=workshop.day.sensitive, hidden=workshop.day.hidden)
    if not sight.sensitive and tells_sensitive(change for _, change in file.history):
        file = MapFile(seen(sight, file.map))
    content = dumps(file).encode()
    if len(content) > FILE_BYTES:  # no reader would take it
        content = dumps(MapFile(file.map)).encode()
    number = f"group-{seat.group}" if workshop.kind == "room" else "map"
    return f"{number}-INTERNAL.json", content


def tells_sensitive(history: Iterable[Change]) -> bool:
    """Whether a past holds, anywhere in what was said, a link that is or was sensitive: by its kind or by an end."""
    said = [values for change in history for values in _said({"op": change.op, **change.body})]
    sensitive = {kind.id for kind in schema().link_kinds.values() if kind.sensitive}
    grave_kinds = {kind.id for kind in schema().actor_kinds.values() if kind.sensitive_endpoint}
    grave = {id for id, values in said if values.get("kind") in grave_kinds}
    return any(
        values.get("kind") in sensitive or not grave.isdisjoint(values.get(end) for end in ENDS) for _, values in said
    )


def _said(part: Mapping[str, Any]) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    """What a change, or each change of a batch, gives which thing."""
    match part["op"]:
        case "batch":
            for each in part["changes"]:
                yield from _said(each)
        case "add" | "link":
            thing = part["actor" if part["op"] == "add" else "link"]
            yield thing["id"], thing
        case "set":
            yield part["of"], part["values"]
        case "redact":
            yield part["of"], {part["property"]: part.get("value")}
        case "merge":
            yield None, part
