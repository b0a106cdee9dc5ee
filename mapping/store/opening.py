"""The first changes of a new map: its frame, or a map file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from mapping.changes import Change, MapState, apply, as_json, replay
from mapping.codec import MapFile
from mapping.errors import MappingError
from mapping.model import values_of
from mapping.store.plan import Plan

AT_ONCE = 150  # actors or links in one batch: far below its limit of bytes
SERVER = "p-server"  # who the first changes of a map are by


def frame_of(plan: Plan, group: str) -> Change:
    """The frame that a plan gives a group's map; `group` is empty for one person's map without a room."""
    values: dict[str, Any] = {
        "question": plan.question, "objective": plan.objective, "territory": plan.territory, "date": plan.date,
        "session": plan.session, "scenario": plan.scenario, "group": group, "invented": plan.invented,
    }  # fmt: skip
    return Change("c-frame", SERVER, 0, "frame", {"values": {k: v for k, v in values.items() if v}})


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
