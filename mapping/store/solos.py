"""Maps of one's own: what each participant of a group draws alone before the group's map takes it in."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy import insert, select, update

from mapping.changes import Change, as_json
from mapping.errors import NotAllowed, NotFound
from mapping.store import opening, tables
from mapping.store.database import Database
from mapping.store.ids import CHANCE, MapId, WorkshopId, id_from
from mapping.store.maps import Maps
from mapping.store.plan import Plan
from mapping.store.seats import Seat

BEGINS_WITH = frozenset({
    "id", "name", "names", "catalogue", "kind", "role2", "level", "statutory", "formality", "uses_force", "part_of",
    "intelligence", "oversees_as", "chain", "gender_actor", "represents", "protect", "x", "y", "pinned",
})  # fmt: skip


@dataclass(frozen=True)
class Solo:
    """One participant's own map in a group."""

    workshop: WorkshopId
    group: str
    by: str  # the participant
    map_id: MapId
    merged: bool  # the group's map has taken it in


class Solos:
    def __init__(self, database: Database, maps: Maps) -> None:
        self._database, self._maps = database, maps

    def own(self, seat: Seat, *, now: float, random: Random = CHANCE) -> MapId:
        """The seat's own map, made when it is first asked for, with the workshop's frame and the actors of the group's
        map. NotAllowed, NotFound."""
        if seat.role != "participant" or seat.group is None:
            raise NotAllowed("those who sit at a table have a map of their own")
        row, room = tables.solo_map.c, tables.workshop.c
        where = (row.workshop == seat.workshop, row.number_of_group == seat.group, row.participant == seat.by)
        with self._database.read() as connection:
            found = connection.execute(select(row.map, row.merged).where(*where)).first()
        if found is not None and not found.merged:
            return MapId(found.map)
        begun = self._begun(seat)  # read before the transaction: whoever draws holds the map's lock first
        with self._database.write() as connection:
            plan = connection.scalar(select(room.plan).where(room.id == seat.workshop).with_for_update())
            if plan is None:
                raise NotFound("no such workshop")
            found = connection.execute(select(row.map, row.merged).where(*where)).first()
            if found is not None and not found.merged:
                return MapId(found.map)
            id = MapId(id_from(random, "m"))
            first = opening.frame_of(Plan.from_json(plan), seat.group)
            self._maps.create(connection, id, seat.workshop, "solo", (first, *begun), now=now)
            if found is not None:  # another round: the map of the one before stays as it is
                connection.execute(update(tables.solo_map).where(*where).values(map=id, merged=False))
                return id
            own = {"workshop": seat.workshop, "number_of_group": seat.group, "participant": seat.by, "map": id}
            connection.execute(insert(tables.solo_map), own)
            return id

    def _begun(self, seat: Seat) -> tuple[Change, ...]:
        """The actors that the group has already, without what it thinks of them: each says that alone."""
        group = tables.group.c
        with self._database.read() as connection:
            where = (group.workshop == seat.workshop, group.number == seat.group)
            map_id = connection.scalar(select(group.map).where(*where))
        actors = self._maps.state(MapId(map_id)).map.actors.values() if map_id else ()
        parts = [{"op": "add", "actor": {k: v for k, v in as_json(a).items() if k in BEGINS_WITH}} for a in actors]
        portions = [parts[at : at + opening.AT_ONCE] for at in range(0, len(parts), opening.AT_ONCE)]
        return tuple(
            Change(f"c-begun-{n}", opening.SERVER, n, "batch", {"label": "start", "changes": portion})
            for n, portion in enumerate(portions, 1)
        )

    def of(self, workshop: WorkshopId, group: str | None = None) -> tuple[Solo, ...]:
        """The own maps of a workshop, or of one group of it."""
        row = tables.solo_map.c
        query = _all().where(row.workshop == workshop)
        if group is not None:
            query = query.where(row.number_of_group == group)
        with self._database.read() as connection:
            found = connection.execute(query.order_by(row.number_of_group, row.participant))
            return tuple(Solo(*each) for each in found)

    def owner(self, map_id: MapId) -> Solo | None:
        """Whose own map this is; None for any other."""
        with self._database.read() as connection:
            found = connection.execute(_all().where(tables.solo_map.c.map == map_id)).first()
        return Solo(*found) if found else None

    def merged(self, workshop: WorkshopId, group: str, on: bool = True) -> None:
        """The group's map has taken in what there is of its own maps; or not any more, and they are drawn on again."""
        row = tables.solo_map.c
        taken = update(tables.solo_map).where(row.workshop == workshop, row.number_of_group == group)
        with self._database.write() as connection:
            connection.execute(taken.values(merged=on))


def _all() -> Any:
    row = tables.solo_map.c
    return select(row.workshop, row.number_of_group, row.participant, row.map, row.merged)
