"""Seats: who takes part, without a name. A workshop, a role, a group, and a random participant id."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from time import time

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from mapping.errors import BadValue, NotFound, Unidentified
from mapping.store import tables
from mapping.store.database import Database
from mapping.store.ids import CHANCE, SeatId, WorkshopId, id_from

ROLES = ("facilitator", "participant", "projector", "observer")


@dataclass(frozen=True)
class Seat:
    """One browser tab's place in a workshop."""

    id: SeatId
    workshop: WorkshopId
    role: str
    group: str | None  # a participant's group; None: all of them
    by: str  # what this seat's changes carry
    number: int  # presence number within its map, from 1; 0 for all others
    epoch: int


class Seats:
    def __init__(self, database: Database) -> None:
        self._database = database

    def take(
        self,
        workshop: WorkshopId,
        role: str,
        group: str | None = None,
        *,
        random: Random = CHANCE,
        id: SeatId | None = None,
        now: float | None = None,
    ) -> Seat:
        """A new seat. `id` is given where a seat can be taken only once (a ticket); Unidentified the second time."""
        if role not in ROLES or (role == "participant") != (group is not None):
            raise BadValue("role", role, "participant with a group; facilitator, projector or observer without one")
        rows = tables.seat.c
        with self._database.write() as connection:
            room = tables.workshop.c
            epoch = connection.scalar(select(room.epoch).where(room.id == workshop).with_for_update())
            known = tables.group.c
            if epoch is None:
                raise NotFound("no such workshop")
            if group is not None and not connection.scalar(
                select(func.count()).where(known.workshop == workshop, known.number == group)
            ):
                raise NotFound("no such group")
            here = select(func.max(rows.number)).where(rows.workshop == workshop, rows.number_of_group == group)
            number = (connection.scalar(here) or 0) + 1 if group is not None else 0
            seat = Seat(
                id or SeatId(id_from(random, "s")), workshop, role, group, id_from(random, "p"), number, epoch
            )  # fmt: skip
            row = {"id": seat.id, "workshop": workshop, "role": role, "number_of_group": group}
            rest = {"participant": seat.by, "number": number, "epoch": epoch, "taken": time() if now is None else now}
            try:
                connection.execute(insert(tables.seat), row | rest)
            except IntegrityError:
                raise Unidentified("this ticket has been used") from None
        return seat

    def read(self, id: SeatId) -> Seat:
        """The seat, or NotFound."""
        rows = tables.seat.c
        with self._database.read() as connection:
            query = select(
                rows.id, rows.workshop, rows.role, rows.number_of_group, rows.participant, rows.number, rows.epoch
            )
            row = connection.execute(query.where(rows.id == id)).first()
        if row is None:
            raise NotFound("no such seat")
        return Seat(*row)

    def numbers(self, workshop: WorkshopId) -> dict[str, int]:
        """Participant id -> presence number, for all seats of a workshop."""
        rows = tables.seat.c
        with self._database.read() as connection:
            query = select(rows.participant, rows.number).where(rows.workshop == workshop)
            return {row.participant: row.number for row in connection.execute(query)}

    def count(self, workshop: WorkshopId) -> int:
        """How many seats of participants were taken."""
        rows = tables.seat.c
        with self._database.read() as connection:
            query = select(func.count()).where(rows.workshop == workshop, rows.role == "participant")
            return connection.scalar(query) or 0
