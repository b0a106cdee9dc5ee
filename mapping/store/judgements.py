"""What people decided: which actors are the same, what the room answered, what to verify. Reversible, with a date.

Most subjects have one last word, whoever spoke it; on some each participant has a word of its own (`voices`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from sqlalchemy import Connection, delete, insert, select

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
    last = {(j.about, j.subject): j for j in _told(connection, workshop, about)}
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


def voices(connection: Connection, workshop: WorkshopId, about: str) -> tuple[Judgement, ...]:
    """What each participant says on each subject now, in the order of the subjects."""
    last = {(j.subject, j.by): j for j in _told(connection, workshop, about)}
    return tuple(sorted((j for j in last.values() if j.value is not None), key=lambda j: (j.subject, j.at, j.id)))


def voiced(
    connection: Connection,
    workshop: WorkshopId,
    about: str,
    subject: str,
    value: Any,
    *,
    by: str,
    now: float,
    random: Random = CHANCE,
) -> None:
    """A participant's own word on a subject, in place of its earlier one; None takes that back. The words of the
    others stay."""
    row = tables.judgement.c
    own = (row.workshop == workshop, row.about == about, row.subject == subject, row.participant == by)
    connection.execute(delete(tables.judgement).where(*own))
    if value is not None:
        judged(connection, workshop, about, subject, value, by=by, now=now, random=random)


def _told(connection: Connection, workshop: WorkshopId, about: str | None) -> Iterator[Judgement]:
    """Every word that was ever said, oldest first."""
    row = tables.judgement.c
    query = select(row.id, row.about, row.subject, row.value, row.participant, row.at).where(row.workshop == workshop)
    if about is not None:
        query = query.where(row.about == about)
    return (Judgement(*found) for found in connection.execute(query.order_by(row.at, row.id)))
