"""Changes as rows: written in the transaction that counts them, read back in their order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mapping.changes import BATCH_BYTES, CHANGE_BYTES, Change
from mapping.codec import change_from_json, change_to_json
from mapping.errors import BadValue, NotFound, TooLarge
from mapping.store import tables
from mapping.store.ids import MapId


@dataclass(frozen=True)
class Logged:
    """A recorded change."""

    seq: int
    change: Change
    at: float


def payload_of(change: Change) -> dict[str, Any]:
    """The change as it is stored; BadInput when no database could hold it or it is larger than a change may be."""
    payload = change_to_json(change)
    try:
        size = len(json.dumps(payload, allow_nan=False, ensure_ascii=False).encode())
    except (ValueError, TypeError, RecursionError):
        raise BadValue("change", change.id, "text and numbers that every computer can write down") from None
    limit = BATCH_BYTES if change.op == "batch" else CHANGE_BYTES
    if size > limit:
        raise TooLarge("bytes in a change", limit)
    return payload


def counter(connection: Connection, map_id: MapId, *, locked: bool = False) -> int:
    """The number of the map's last change; locked against other writers until the transaction ends."""
    query = select(tables.map.c.seq).where(tables.map.c.id == map_id)
    seq = connection.scalar(query.with_for_update() if locked else query)
    if seq is None:
        raise NotFound(f"no map is called {map_id}")
    return int(seq)


def number_of(connection: Connection, map_id: MapId, change_id: str) -> int | None:
    """The number that a change with this id got, if there is one."""
    row = tables.change.c
    return connection.scalar(select(row.seq).where(row.map == map_id, row.id == change_id))


def written(connection: Connection, map_id: MapId, change: Change, seq: int, at: float) -> None:
    """Store the change under its number and move the map's counter there."""
    row = {"map": map_id, "seq": seq, "id": change.id, "at": at, "payload": payload_of(change)}
    connection.execute(insert(tables.change), row)
    connection.execute(update(tables.map).where(tables.map.c.id == map_id).values(seq=seq))


def read(connection: Connection, map_id: MapId, after: int = 0, until: int | None = None) -> Iterator[Logged]:
    """The changes with numbers above `after` and up to `until`, in their order."""
    row = tables.change.c
    query = select(row.seq, row.payload, row.at).where(row.map == map_id, row.seq > after).order_by(row.seq)
    if until is not None:
        query = query.where(row.seq <= until)
    for seq, payload, at in connection.execute(query):
        yield Logged(seq, change_from_json(payload), at)
