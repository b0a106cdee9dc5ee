"""A map file as the first changes of a new map."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from mapping.changes import Change, MapState, apply, as_json, replay
from mapping.codec import MapFile
from mapping.errors import MappingError
from mapping.model import values_of

AT_ONCE = 150  # actors or links in one batch: far below its limit of bytes


def changes_of(file: MapFile, by: str) -> tuple[Change, ...]:
    """The changes that make the file's map: its history where that is whole and gives that map, else new ones."""
    return _history(file) or _anew(file, by)


def _history(file: MapFile) -> tuple[Change, ...]:
    numbers = [n for n, _ in file.history]
    changes = tuple(change for _, change in file.history)
    if numbers != list(range(1, len(numbers) + 1)) or len({c.id for c in changes}) != len(changes):
        return ()
    try:
        state = MapState()
        for n, change in file.history:
            outcome = apply(state, change, n)
            if not outcome.changed:
                return ()
            state = outcome.state
    except (MappingError, KeyError, TypeError):
        return ()
    return changes if state.map == file.map else ()


def _anew(file: MapFile, by: str) -> tuple[Change, ...]:
    changes: list[Change] = []

    def record(op: str, body: dict[str, object]) -> None:
        changes.append(Change(f"c-opened-{len(changes) + 1}", by, len(changes), op, body))

    frame = values_of(file.map.frame)
    if frame:
        record("frame", {"values": frame})
    for part in _portions([{"op": "add", "actor": as_json(a)} for a in file.map.actors.values()]):
        record("batch", {"label": "open", "changes": part})
    for part in _portions([{"op": "link", "link": as_json(k)} for k in file.map.links.values()]):
        record("batch", {"label": "open", "changes": part})
    replay(list(enumerate(changes, 1)))  # raises here what would be refused later
    return tuple(changes)


def _portions(rows: list[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    rest = iter(rows)
    while part := list(islice(rest, AT_ONCE)):
        yield part
