"""The groups of a workshop: their numbers and codes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from sqlalchemy import Connection, delete, func, insert, or_, select

from mapping.errors import TooMany
from mapping.store import tables
from mapping.store.ids import Group, MapId, WorkshopId, code_from
from mapping.store.plan import GROUPS


def added(connection: Connection, workshop: WorkshopId, number: str, code: str | None, map_id: MapId) -> None:
    """Keep a group with its map, which is there already."""
    group = {"workshop": workshop, "number": number, "code": code, "map": map_id}
    connection.execute(insert(tables.group), group)


def dropped(connection: Connection, workshop: WorkshopId, group: Group) -> None:
    """Delete a group with everything of it: words, seats, its map and those that its participants drew alone."""
    solo = tables.solo_map.c
    own = (solo.workshop == workshop, solo.number_of_group == group.number)
    maps = [group.map_id, *connection.scalars(select(solo.map).where(*own))]
    for table in (tables.word, tables.seat, tables.solo_map):
        where = (table.c.workshop == workshop, table.c.number_of_group == group.number)
        connection.execute(delete(table).where(*where))
    connection.execute(delete(tables.group).where(tables.group.c.map == group.map_id))
    connection.execute(delete(tables.change).where(tables.change.c.map.in_(maps)))
    connection.execute(delete(tables.map).where(tables.map.c.id.in_(maps)))


def next_number(groups: Sequence[Group]) -> str:
    """The number of one group more; TooMany where a workshop can have no more."""
    if len(groups) >= GROUPS:
        raise TooMany("groups", GROUPS)
    return str(max((int(group.number) for group in groups), default=0) + 1)


def new_codes(connection: Connection, random: Random, count: int) -> list[str]:
    """So many codes that open nothing yet."""
    codes: list[str] = []
    while len(codes) < count:
        code = code_from(random)
        if code not in codes and not is_taken(connection, code):
            codes.append(code)
    return codes


def is_taken(connection: Connection, code: str) -> bool:
    """Whether a code opens something already."""
    group, room = tables.group.c, tables.workshop.c
    taken = select(func.count()).select_from(tables.group).where(group.code == code)
    used = select(func.count()).select_from(tables.workshop).where(or_(room.code == code, room.screen_code == code))
    return bool(connection.scalar(taken) or connection.scalar(used))
