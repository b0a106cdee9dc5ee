"""What people decided: which actors are the same, what the room answered, what to verify. Reversible, with a date."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy import Connection, insert, select

from mapping.errors import BadValue
from mapping.store import tables
from mapping.store.ids import CHANCE, WorkshopId, id_from


@dataclass(frozen=True)
class Judgement:
    """`about` says what is decided (same, answer, finding, verify …), `subject` on what, `value` how."""

    id: str
    about: str
    subject: str
    value: Any
    by: str
    at: float


def standing(connection: Connection, workshop: WorkshopId, about: str | None = None) -> tuple[Judgement, ...]:
    """The last word on each subject, oldest first; without those that were taken back."""
    row = tables.judgement.c
    query = select(row.id, row.about, row.subject, row.value, row.participant, row.at).where(row.workshop == workshop)
    if about is not None:
        query = query.where(row.about == about)
    last = {(r.about, r.subject): Judgement(*r) for r in connection.execute(query.order_by(row.at, row.id))}
    return tuple(j for j in last.values() if j.value is not None)


def judged(
    connection: Connection,
    workshop: WorkshopId,
    about: str,
    subject: str,
    value: Any,
    *,
    by: str,
    now: float,
    random: Random = CHANCE,
) -> Judgement:
    """Record a decision; None takes the earlier one back."""
    if not about or len(about) > 40 or not subject or len(subject) > 200:
        raise BadValue("subject", subject, "a text of 1 to 200 characters")
    judgement = Judgement(id_from(random, "j"), about, subject, value, by, now)
    row = {"id": judgement.id, "workshop": workshop, "about": about, "subject": subject, "value": value}
    connection.execute(insert(tables.judgement), row | {"participant": by, "at": now})
    return judgement
