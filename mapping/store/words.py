"""The room's own words: lines of a note-taker's pad, findings, unknowns and entry points, and the answers to
differences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from mapping.errors import BadValue, Conflict, NotAllowed, NotFound, TooMany
from mapping.export.said import PARTS
from mapping.schema.values import plain
from mapping.store import tables
from mapping.store.database import Database
from mapping.store.ids import WorkshopId

KINDS = ("pad", "finding", "unknown", "entry", "answer")
LONGEST = 2_000  # characters of a text, as of a note on the map
PART = 500  # of a part of an entry point
WORDS = 500  # of a kind, of one group or of the room: a full pad leaves its table the findings
_OWN = {"pad": re.compile(r"n-[0-9a-z-]{1,78}"), "entry": re.compile(r"e-[0-9a-z-]{1,78}")}
_ANSWER = re.compile(r"a-[0-9a-f]{24}")


@dataclass(frozen=True)
class Word:
    """What was written. `rev` counts the writings: 0 has never been kept. `group` None: the whole room's."""

    id: str
    group: str | None
    session: str
    kind: str
    slot: int  # of a finding: which; of a line or an entry point: its place
    about: str  # the actor, link or difference that it is about; empty for none
    title: str  # the question that an answer answers
    text: str
    share: bool  # it may leave the room: ticked by the facilitator
    verify: bool
    verifier: str  # by which role
    rev: int
    by: str
    at: float
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)  # of an entry point, by `PARTS`; none is empty

    @property
    def has_own_id(self) -> bool:
        """Whether the id is one of its kind's: under another's, whose word it is could not be written any more.

        That of a finding or an unknown says which it is (`finding-3-1-0`: kind, session, group, slot).
        """
        if self.kind == "answer":
            return self.group is None and bool(_ANSWER.fullmatch(self.id))
        if self.group is None:
            return False
        if self.kind in _OWN:
            return bool(_OWN[self.kind].fullmatch(self.id))
        return self.id == f"{self.kind}-{self.session}-{self.group}-{self.slot}"

    def checked(self) -> Word:
        """The word with its text as it is kept, or BadValue."""
        text, title = self.text.strip(), self.title.strip()
        for name, value, least, most in (
            ("id", self.id, 1, 80), ("text", text, 0, LONGEST), ("title", title, 0, 500), ("about", self.about, 0, 200),
            ("verifier", self.verifier, 0, 40), ("session", self.session, 1, 2),
        ):  # fmt: skip
            if not least <= len(value) <= most or not _is_storable(value):
                raise BadValue(name, value, f"a text of {least} to {most} characters")
        if self.kind not in KINDS:
            raise BadValue("kind", self.kind, "one of " + ", ".join(KINDS))
        if not 0 <= self.slot <= 1_000_000:
            raise BadValue("slot", self.slot, "a number from 0 to 1000000")
        return replace(self, text=plain(text), title=plain(title), parts=self._checked_parts() if text else {})

    def _checked_parts(self) -> dict[str, str]:
        """What an entry point says beside its text; a part that says nothing is none."""
        known = PARTS if self.kind == "entry" else ()
        if not isinstance(self.parts, Mapping):
            raise BadValue("parts", self.parts, "an object")
        for name, value in self.parts.items():
            if name not in known or not isinstance(value, str) or len(value) > PART or not _is_storable(value):
                raise BadValue(name, value, f"a part of an entry point, a text of up to {PART} characters")
        return {name: said for name in known if (said := plain(self.parts.get(name, "").strip()))}


class Words:
    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, workshop: WorkshopId, group: str | None = None) -> tuple[Word, ...]:
        """The words of a workshop, or of one group of it, by session, kind, slot and age."""
        row = tables.word.c
        query = _all().where(row.workshop == workshop, row.text != "")
        if group is not None:
            query = query.where(row.number_of_group == group)
        with self._database.read() as connection:
            found = [Word(*each) for each in connection.execute(query)]
        return tuple(sorted(found, key=lambda w: (w.session, KINDS.index(w.kind), w.group or "", w.slot, w.at, w.id)))

    def write(self, workshop: WorkshopId, word: Word, *, now: float) -> Word:
        """Keep a word in place of what its author saw (`rev`; 0 where there was none), and give it as it is kept.

        Conflict (with `theirs`) when it has been written since. An empty text takes the word out; its number stays,
        so that a late writing over it is noticed. A text that changes loses its tick, and nobody ticks by writing.
        NotAllowed where the id is another group's or of another kind; BadValue, TooMany, NotFound.
        """
        word = word.checked()
        with self._database.write() as connection:
            if _workshop(connection, workshop) is None:
                raise NotFound("no such workshop")
            stored = _one(connection, workshop, word.id)
            if stored is None:
                return _added(connection, workshop, replace(word, share=False, at=now))
            if (stored.group, stored.kind) != (word.group, word.kind):
                raise NotAllowed("this word is not yours to write")
            if stored.rev == word.rev + 1 and _says(stored) == _says(word) and stored.by == word.by:
                return stored  # sent twice
            if stored.rev != word.rev:
                raise Conflict(stored)
            share = stored.share and _told(stored) == _told(word)
            kept = replace(word, share=share, rev=stored.rev + 1, at=now)
            _set(connection, workshop, kept)
            return kept

    def tick(self, workshop: WorkshopId, id: str, on: bool, *, rev: int | None = None) -> Word:
        """Let a word leave the room, or not any more. With `rev`, Conflict when it is not what was read; NotFound."""
        with self._database.write() as connection:
            _workshop(connection, workshop)
            stored = _one(connection, workshop, id)
            if stored is None or not stored.text:
                raise NotFound("no such word")
            if rev is not None and stored.rev != rev:
                raise Conflict(stored)
            kept = replace(stored, share=on)
            _set(connection, workshop, kept)
            return kept


def _is_storable(text: str) -> bool:
    """Whether a database keeps it: PostgreSQL has no NUL, and half a character is none."""
    return "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)


def _says(word: Word) -> tuple[Any, ...]:
    return word.session, word.slot, *_told(word), word.verify, word.verifier


def _told(word: Word) -> tuple[Any, ...]:
    """What leaves the room with the tick."""
    return word.about, word.title, word.text, dict(word.parts)


def _all() -> Any:
    row = tables.word.c
    return select(
        row.id, row.number_of_group, row.session, row.kind, row.slot, row.about, row.title, row.text, row.share,
        row.verify, row.verifier, row.rev, row.participant, row.at, row.parts,
    )  # fmt: skip


def _workshop(connection: Connection, workshop: WorkshopId) -> str | None:
    """The workshop's row, held until the word is kept: one writer after the other."""
    room = tables.workshop.c
    found: str | None = connection.scalar(select(room.id).where(room.id == workshop).with_for_update())
    return found


def _one(connection: Connection, workshop: WorkshopId, id: str) -> Word | None:
    row = tables.word.c
    found = connection.execute(_all().where(row.workshop == workshop, row.id == id)).first()
    return Word(*found) if found else None


def _added(connection: Connection, workshop: WorkshopId, word: Word) -> Word:
    if word.rev or not word.text:  # written over what nobody has, or nothing
        if not word.rev:
            return word
        raise Conflict(replace(word, text="", rev=0, by=""))
    row = tables.word.c
    here = row.number_of_group == word.group if word.group is not None else row.number_of_group.is_(None)
    count = connection.scalar(select(func.count()).where(row.workshop == workshop, row.kind == word.kind, here))
    if (count or 0) >= WORDS:
        raise TooMany("words", WORDS)
    kept = replace(word, rev=1)
    connection.execute(insert(tables.word), {"workshop": workshop, "id": word.id} | _values(kept))
    return kept


def _set(connection: Connection, workshop: WorkshopId, word: Word) -> None:
    row = tables.word.c
    connection.execute(update(tables.word).where(row.workshop == workshop, row.id == word.id).values(**_values(word)))


def _values(word: Word) -> dict[str, Any]:
    return {
        "number_of_group": word.group, "session": word.session, "kind": word.kind, "slot": word.slot,
        "about": word.about, "title": word.title, "text": word.text, "share": word.share, "verify": word.verify,
        "verifier": word.verifier, "rev": word.rev, "participant": word.by, "at": word.at,
        "parts": dict(word.parts),
    }  # fmt: skip
