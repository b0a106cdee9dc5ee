"""Carrying a whole workshop to another computer: out of one database into a file, and into another one."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from mapping.errors import AlreadyHere, NotFound
from mapping.store import groups, passphrase, tables
from mapping.store.carry_check import checked
from mapping.store.carry_file import TABLES, Rows, packed, unpacked
from mapping.store.carry_seal import opened, sealed
from mapping.store.database import Database
from mapping.store.ids import CHANCE, MapId, WorkshopId


@dataclass(frozen=True)
class Arrived:
    """A workshop that was taken in. `changed` names what has another code than before: group numbers, and `own` and
    `screen` for the facilitator's and the room's screen's."""

    workshop: WorkshopId
    changed: tuple[str, ...]
    maps: tuple[MapId, ...]


class Carry:
    def __init__(self, database: Database) -> None:
        self._database = database

    def out(self, workshop: WorkshopId) -> bytes:
        """The workshop in a file, with all its history: plan, day, groups, maps, seats, judgements, words; NotFound."""
        with self._database.read() as connection:
            rows: Rows = {table.name: [] for table in TABLES}
            for table in TABLES:
                if table is tables.change:
                    rows[table.name] = [row for map in rows["map"] for row in _changes(connection, map)]
                    continue
                where = table.c.id if table is tables.workshop else table.c.workshop
                found = connection.execute(select(table).where(where == workshop)).mappings()
                rows[table.name] = [dict(row) for row in found]
        if not rows["workshop"] or not passphrase.is_kept(stored := rows["workshop"][0]["passphrase"]):
            raise NotFound("no such workshop")
        rows["workshop"][0]["passphrase"] = ""  # the seal's key
        return sealed(packed(rows), stored)

    def take_in(self, data: bytes, text: str, *, now: float, random: Random = CHANCE) -> Arrived:
        """A workshop out of a file, for who knows its passphrase (`text`).

        Codes stay where they are free. Every seat has to be taken anew: what a browser holds was given by another
        computer. Unidentified for another passphrase or a file that was changed, AlreadyHere when the workshop is in
        this database, BadInput for a file that cannot be one.
        """
        archive, stored = opened(data, text)
        rows = unpacked(archive)
        for row in rows["workshop"]:
            row["passphrase"] = stored
        rows = checked(rows, now=now)
        (workshop,) = rows["workshop"]
        workshop["epoch"] += 1
        try:
            with self._database.write() as connection:
                if connection.scalar(select(tables.workshop.c.id).where(tables.workshop.c.id == workshop["id"])):
                    raise AlreadyHere("this workshop is on this computer already")
                changed = _new_codes(connection, rows, random)
                for table in TABLES:
                    if rows[table.name]:
                        connection.execute(insert(table), rows[table.name])
        except IntegrityError:  # a part of it is here as another workshop's
            raise AlreadyHere("parts of this workshop are on this computer already") from None
        maps = tuple(MapId(row["id"]) for row in rows["map"])
        return Arrived(WorkshopId(workshop["id"]), tuple(changed), maps)


def _changes(connection: Connection, map: dict[str, Any]) -> list[dict[str, Any]]:
    """The changes of a map up to the number that it was read with: somebody may be drawing on."""
    row = tables.change.c
    query = select(tables.change).where(row.map == map["id"], row.seq <= map["seq"]).order_by(row.seq)
    return [dict(found) for found in connection.execute(query).mappings()]


def _new_codes(connection: Connection, rows: Rows, random: Random) -> list[str]:
    """Other codes in place of those that open something here, or that the file has twice; whose they are."""
    (workshop,) = rows["workshop"]
    holders = [(workshop, "code", "own"), (workshop, "screen_code", "screen")]
    holders += [(row, "code", row["number"]) for row in sorted(rows["working_group"], key=lambda r: int(r["number"]))]
    seen: set[str] = set()
    changed = []
    for row, column, name in holders:
        if not row[column] or row[column] in seen or groups.is_taken(connection, row[column]):
            while (code := groups.new_codes(connection, random, 1)[0]) in seen:
                pass
            row[column] = code
            changed.append(name)
        seen.add(row[column])
    return changed
