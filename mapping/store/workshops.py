"""Workshops: opened with a plan, joined by code, ended without a trace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from sqlalchemy import Connection, Select, false, insert, select, update

from mapping.codec import MapFile
from mapping.errors import BadValue, NotAllowed, NotFound
from mapping.store import deletion, groups, judgements, opening, passphrase, starting, tables
from mapping.store.database import Database
from mapping.store.ids import CHANCE, Group, MapId, SeatId, WorkshopId, code_typed, id_from
from mapping.store.judgements import Judgement
from mapping.store.maps import Maps
from mapping.store.plan import KEEP_DAYS, Day, Plan

DAY_SECONDS = 86_400


def may_be_kept(until: float, now: float) -> bool:
    """Whether a workshop may be kept until then: not longer than a plan may say, to the end of that day."""
    return now < until <= now + (KEEP_DAYS + 1) * DAY_SECONDS


@dataclass(frozen=True)
class Workshop:
    """A workshop as it stands. `kind` is room, or solo for one person's own map (no code opens it)."""

    id: WorkshopId
    kind: str
    plan: Plan
    code: str  # the facilitator's; empty for solo
    groups: tuple[Group, ...]
    created: float
    keep_until: float
    day: Day
    epoch: int
    screen_code: str = ""  # opens the room's screen; empty for solo, and where none was given yet

    def group(self, number: str) -> Group:
        """The group with this number, or NotFound."""
        for group in self.groups:
            if group.number == number:
                return group
        raise NotFound(f"no group {number}")

    def group_of(self, map_id: MapId) -> Group | None:
        """The group that draws this map, if it is one of this workshop's."""
        return next((g for g in self.groups if g.map_id == map_id), None)


@dataclass(frozen=True)
class Remains:
    """What is left of an ended workshop in the database: rows by table (none), and whether the files are clean."""

    rows: dict[str, int]
    files_clean: bool
    maps: tuple[MapId, ...]  # what was deleted, for those who have it open


class Workshops:
    def __init__(self, database: Database, maps: Maps) -> None:
        self._database, self._maps = database, maps

    def open(self, plan: Plan, text: str, *, now: float, random: Random = CHANCE) -> Workshop:
        """A new workshop: its groups, their codes and their empty maps, with the frame set. `text`: the passphrase."""
        return self._made("room", plan.checked(), passphrase.kept(text, random), None, now, random)

    def solo(self, plan: Plan, file: MapFile | None = None, *, now: float, random: Random = CHANCE) -> Workshop:
        """One person's own map, as a workshop of one group that no code opens; from a file when one is given."""
        return self._made("solo", plan.checked(), "", file, now, random)

    def _made(self, kind: str, plan: Plan, secret: str, file: MapFile | None, now: float, random: Random) -> Workshop:
        id = WorkshopId(id_from(random, "w"))
        room = kind == "room"
        numbers = [str(n) for n in range(1, (plan.groups if room else 1) + 1)]
        with self._database.write() as connection:
            codes = groups.new_codes(connection, random, len(numbers) + 2 if room else 0)
            row: dict[str, Any] = {"id": id, "kind": kind, "code": codes.pop() if room else None, "passphrase": secret}
            row |= {"plan": plan.to_json(), "day": Day(session=plan.session).to_json(), "epoch": 1}
            row |= {"created": now, "keep_until": now + plan.keep_days * DAY_SECONDS}
            connection.execute(insert(tables.workshop), row | {"screen_code": codes.pop() if room else None})
            for number in numbers:
                anew = opening.frame_of(plan, number if room else "")
                first = opening.changes_of(file, opening.SERVER) if file else (anew, *starting.start_changes(plan))
                map_id = MapId(id_from(random, "m"))
                self._maps.create(connection, map_id, id, "group" if room else "solo", first, now=now)
                groups.added(connection, id, number, codes.pop() if room else None, map_id)
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def add_group(self, id: WorkshopId, file: MapFile | None, *, now: float, random: Random = CHANCE) -> Workshop:
        """One group more, with the next number, a code, and the map of a file under the workshop's own frame, or
        (None) one that begins as the others did.

        TooMany where there are as many as a workshop may have, or where the map is larger than one to draw on.
        """
        with self._database.write() as connection:
            workshop = _workshop(connection, _one(connection, tables.workshop.c.id == id))
            number = groups.next_number(workshop.groups)
            frame, map_id = opening.frame_of(workshop.plan, number), MapId(id_from(random, "m"))
            if file is None:
                first = (frame, *starting.start_changes(workshop.plan))
            else:
                drawn = opening.changes_of(file, opening.SERVER)
                first = (*drawn, replace(frame, id=id_from(random, "c"), base=len(drawn)))
            self._maps.create(connection, map_id, id, "group", first, now=now)
            (code,) = groups.new_codes(connection, random, 1)
            groups.added(connection, id, number, code, map_id)
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def drop_last_group(self, id: WorkshopId) -> Workshop:
        """The workshop without its last group, and nothing left of that; NotAllowed for the only one."""
        with self._database.write() as connection:
            workshop = _workshop(connection, _one(connection, tables.workshop.c.id == id))
            if len(workshop.groups) < 2:
                raise NotAllowed("a workshop has at least one group")
            self._maps.forget(*deletion.without_group(connection, id, workshop.groups[-1]))
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def read(self, id: WorkshopId) -> Workshop:
        """The workshop, or NotFound."""
        with self._database.read() as connection:
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def by_code(self, code: str) -> tuple[Workshop, Group | None]:
        """What a typed code opens: a group of a workshop, or (None) the facilitator's door. NotFound otherwise."""
        typed = code_typed(code)
        with self._database.read() as connection:
            group = tables.group.c
            found = connection.scalar(select(group.workshop).where(group.code == typed)) if typed else None
            where = tables.workshop.c.id == found if found else tables.workshop.c.code == typed
            workshop = _workshop(connection, _one(connection, where))
        return workshop, next((g for g in workshop.groups if g.code == typed), None)

    def by_screen_code(self, code: str) -> Workshop:
        """The workshop whose room's screen this code opens, or NotFound."""
        typed = code_typed(code)
        with self._database.read() as connection:
            where = tables.workshop.c.screen_code == typed if typed else false()
            return _workshop(connection, _one(connection, where))

    def by_map(self, map_id: MapId) -> Workshop:
        """The workshop that a map belongs to, or NotFound."""
        with self._database.read() as connection:
            found = connection.scalar(select(tables.map.c.workshop).where(tables.map.c.id == map_id))
            return _workshop(connection, _one(connection, tables.workshop.c.id == found))

    def check_passphrase(self, id: WorkshopId, text: str) -> bool:
        """Whether this is the facilitator's passphrase. Takes a twentieth of a second on purpose."""
        row = tables.workshop.c
        with self._database.read() as connection:
            stored = connection.scalar(select(row.passphrase).where(row.id == id))
        return passphrase.holds(text, stored or "")

    def set_day(self, id: WorkshopId, day: Day) -> Workshop:
        """Keep where the day stands."""
        with self._database.write() as connection:
            _set(connection, id, day=day.to_json())
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def set_plan(self, id: WorkshopId, plan: Plan) -> Workshop:
        """Keep a plan that was changed while the workshop is open; BadValue where it is not one."""
        with self._database.write() as connection:
            _set(connection, id, plan=plan.checked().to_json())
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def keep(self, id: WorkshopId, until: float, *, now: float) -> Workshop:
        """Keep the workshop until then; it is ended by itself afterwards. BadValue for what is over or too far off."""
        if not may_be_kept(until, now):
            raise BadValue("keep_until", until, f"a time within {KEEP_DAYS} days")
        with self._database.write() as connection:
            _set(connection, id, keep_until=until)
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def revoke(self, id: WorkshopId, *, keep: SeatId | None = None) -> Workshop:
        """Raise the epoch: every seat but `keep` has to join again."""
        with self._database.write() as connection:
            workshop = _workshop(connection, _one(connection, tables.workshop.c.id == id))
            _set(connection, id, epoch=workshop.epoch + 1)
            if keep is not None:
                seat = tables.seat.c
                kept = update(tables.seat).where(seat.id == keep, seat.workshop == id)
                connection.execute(kept.values(epoch=workshop.epoch + 1))
            return _workshop(connection, _one(connection, tables.workshop.c.id == id))

    def list_open(self, *, kind: str = "room") -> tuple[Workshop, ...]:
        """The workshops there are, newest first."""
        row = tables.workshop.c
        with self._database.read() as connection:
            query = _all().where(row.kind == kind).order_by(row.created.desc(), row.id)
            return tuple(_workshop(connection, found) for found in connection.execute(query).all())

    def expired(self, *, now: float) -> tuple[WorkshopId, ...]:
        """The workshops that were to be kept until now."""
        row = tables.workshop.c
        with self._database.read() as connection:
            return tuple(WorkshopId(i) for i in connection.scalars(select(row.id).where(row.keep_until < now)))

    def judgements(self, id: WorkshopId, about: str | None = None) -> tuple[Judgement, ...]:
        """What was decided and stands."""
        with self._database.read() as connection:
            return judgements.standing(connection, id, about)

    def judge(self, id: WorkshopId, about: str, subject: str, value: Any, *, by: str, now: float) -> Judgement:
        """Decide; `value` None takes the decision back."""
        with self._database.write() as connection:
            _one(connection, tables.workshop.c.id == id)
            return judgements.judged(connection, id, about, subject, value, by=by, now=now)

    def voices(self, id: WorkshopId, about: str) -> tuple[Judgement, ...]:
        """What each participant says on each subject, where each has a word of its own."""
        with self._database.read() as connection:
            return judgements.voices(connection, id, about)

    def voice(self, id: WorkshopId, about: str, subject: str, value: Any, *, by: str, now: float) -> None:
        """A participant's own word, in place of its earlier one; None takes that back."""
        with self._database.write() as connection:
            _one(connection, tables.workshop.c.id == id)
            judgements.voiced(connection, id, about, subject, value, by=by, now=now)

    def end(self, id: WorkshopId) -> Remains:
        """Delete everything of the workshop, in every table, and take its words out of the database's files."""
        with self._database.write() as connection:
            workshop = _workshop(connection, _one(connection, tables.workshop.c.id == id))
            rows, maps = deletion.without_workshop(connection, id)
        self._maps.forget(*maps)
        clean = self._database.wipe()
        return Remains(rows, clean, tuple(dict.fromkeys([*(g.map_id for g in workshop.groups), *maps])))


def _set(connection: Connection, id: WorkshopId, **values: Any) -> None:
    if not connection.execute(update(tables.workshop).where(tables.workshop.c.id == id).values(**values)).rowcount:
        raise NotFound("no such workshop")


def _all() -> Select[Any]:
    row = tables.workshop.c
    standing = (row.plan, row.code, row.created, row.keep_until, row.day, row.epoch, row.screen_code)
    return select(row.id, row.kind, *standing)


def _one(connection: Connection, where: Any) -> Any:
    row = connection.execute(_all().where(where)).first()
    if row is None:
        raise NotFound("no such workshop")
    return row


def _workshop(connection: Connection, row: Any) -> Workshop:
    group = tables.group.c
    query = select(group.number, group.code, group.map).where(group.workshop == row.id)
    groups = sorted((Group(n, c or "", m) for n, c, m in connection.execute(query)), key=lambda g: int(g.number))
    return Workshop(
        row.id, row.kind, Plan.from_json(row.plan), row.code or "", tuple(groups), row.created, row.keep_until,
        Day.from_json(row.day), row.epoch, row.screen_code or "",
    )  # fmt: skip
