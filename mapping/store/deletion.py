"""What goes when a workshop ends, or a group of it is taken away: one list of all tables that hold something of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select

from mapping.store import tables
from mapping.store.ids import Group, MapId, WorkshopId


def without_workshop(connection: Connection, id: WorkshopId) -> tuple[dict[str, int], list[MapId]]:
    """Delete everything of a workshop; what is left by table (nothing), and the maps that went."""
    maps = list(connection.scalars(select(tables.map.c.id).where(tables.map.c.workshop == id)))
    for table, where in _rows_of(id, maps):
        connection.execute(delete(table).where(where))
    rows = {
        table.name: connection.scalar(select(func.count()).select_from(table).where(where)) or 0
        for table, where in _rows_of(id, maps)
    }
    return rows, maps


def without_group(connection: Connection, workshop: WorkshopId, group: Group) -> list[MapId]:
    """Delete a group with everything of it: words, seats, its map and those that its participants drew alone; the maps
    that went."""
    solo = tables.solo_map.c
    own = (solo.workshop == workshop, solo.number_of_group == group.number)
    maps = [group.map_id, *connection.scalars(select(solo.map).where(*own))]
    for table in (tables.word, tables.seat, tables.solo_map):
        where = (table.c.workshop == workshop, table.c.number_of_group == group.number)
        connection.execute(delete(table).where(*where))
    connection.execute(delete(tables.group).where(tables.group.c.map == group.map_id))
    connection.execute(delete(tables.change).where(tables.change.c.map.in_(maps)))
    connection.execute(delete(tables.map).where(tables.map.c.id.in_(maps)))
    return maps


def _rows_of(id: WorkshopId, maps: Sequence[MapId]) -> list[tuple[Any, Any]]:
    """Every table with what belongs to a workshop in it, those that point to others first."""
    return [
        (tables.judgement, tables.judgement.c.workshop == id),
        (tables.word, tables.word.c.workshop == id),
        (tables.seat, tables.seat.c.workshop == id),
        (tables.change, tables.change.c.map.in_(maps)),
        (tables.group, tables.group.c.workshop == id),
        (tables.solo_map, tables.solo_map.c.workshop == id),
        (tables.map, tables.map.c.workshop == id),
        (tables.workshop, tables.workshop.c.id == id),
    ]
