"""The silent round: what each drew alone goes into the group's map, and out of it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from mapping.changes import Change, inverse
from mapping.changes.union import MERGED, union
from mapping.live.room import Room
from mapping.store import Logged, Solo

Made = Callable[[str, dict[str, Any]], Change]  # a change of the server's own


def take_in(room: Room, solos: Iterable[Solo], made: Made) -> None:
    """The group's map takes in what its people drew alone, as one batch; nothing where it has all of it already."""
    maps = room.store.maps
    with room.lock:
        state = maps.state(room.map_id)
        own = {solo.by: maps.state(solo.map_id).map for solo in solos}
        recorded(room, [made("batch", body) for body in union(state.map, own)], made)


def take_out(room: Room, by: str, made: Made) -> None:
    """Take the last merging back; what somebody has built on since stays."""
    maps = room.store.maps
    with room.lock:
        for logged in _last_merging(maps.since(room.map_id, 0), set(maps.history(room.map_id, by).undo)):
            before = maps.state(room.map_id, at=logged.seq - 1)
            base = maps.state(room.map_id).seq
            recorded(room, [inverse(before, logged.change, id=made("batch", {}).id, by=by, base=base)], made)


def recorded(room: Room, changes: Iterable[Change], made: Made) -> None:
    """Record these with all that there is seen, also while drawing is paused."""
    frozen = room.store.maps.state(room.map_id).frozen
    if frozen:
        room.record(made("freeze", {"on": False}))
    for change in changes:
        room.record(replace(change, base=room.store.maps.state(room.map_id).seq))
    if frozen:
        room.record(made("freeze", {"on": True}))


def _last_merging(log: Iterable[Logged], standing: set[str]) -> list[Logged]:
    """The batches of the last merging, newest first: one, or those that follow each other without a gap."""
    merged = [x for x in log if x.change.id in standing and x.change.body.get("label") == MERGED]
    last: list[Logged] = []
    for logged in reversed(merged):
        if last and last[-1].seq != logged.seq + 1:
            break
        last.append(logged)
    return last
