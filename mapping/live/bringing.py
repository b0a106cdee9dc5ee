"""Maps that were drawn elsewhere and come in as files: each becomes a group's map of a workshop that is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.changes import Change, back
from mapping.codec import MapFile
from mapping.errors import NotAllowed
from mapping.live.apart import Made, recorded
from mapping.live.room import Room
from mapping.store import Group, MapId, Store, Workshop, starting
from mapping.store.opening import SERVER

LABEL = "open"
OF_THE_ROOM = frozenset({"frame", "step", "freeze", "snapshot"})


def is_untouched(store: Store, map_id: MapId) -> bool:
    """Whether nobody has drawn on a map yet: what stands on it, if anything, it began with. What came out of a file,
    or was drawn alone, somebody has drawn."""
    return not store.maps.state(map_id).map.actors or all(_draws_nothing(x.change) for x in store.maps.since(map_id, 0))


def _draws_nothing(change: Change) -> bool:
    began = change.op == "batch" and change.body.get("label") == starting.LABEL
    return change.by == SERVER and (began or change.op in OF_THE_ROOM)


def untouched(store: Store, workshop: Workshop) -> tuple[Group, ...]:
    """The groups on whose maps nobody has drawn yet."""
    return tuple(group for group in workshop.groups if is_untouched(store, group.map_id))


def fill(room: Room, file: MapFile, made: Made) -> None:
    """Make the untouched map of a room what the file's is, as one change; its frame stays the workshop's.

    NotAllowed where somebody has drawn; TooLarge where the map does not fit into one change (a new group takes it).
    """
    with room.lock:
        if not is_untouched(room.store, room.map_id):
            raise NotAllowed("something is drawn on this group's map")
        state = room.store.maps.state(room.map_id)
        body: Mapping[str, Any] | None = back(state.map, file.map, state.seq)
        if body is not None:
            recorded(room, [made("batch", {"label": LABEL, "changes": body["changes"]})], made)
