"""The groups of a workshop: their numbers and codes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from sqlalchemy import Connection, func, insert, or_, select

from mapping.errors import TooMany
from mapping.store import tables
from mapping.store.ids import Group, MapId, WorkshopId, code_from
from mapping.store.plan import GROUPS


def added(connection: Connection, workshop: WorkshopId, number: str, code: str | None, map_id: MapId) -> None:
    """Keep a group with its map, which is there already."""
    group = {"workshop": workshop, "number": number, "code": code, "map": map_id}
    connection.execute(insert(tables.group), group)


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
