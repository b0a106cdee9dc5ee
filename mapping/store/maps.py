"""The maps: every change of each, and the state that they give."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock, RLock
from typing import Any

from sqlalchemy import Connection, insert

from mapping.changes import Change, Effects, MapState, Outcome, apply, inverse, replay
from mapping.codec import MapFile
from mapping.errors import BadInput, NotAllowed, NotFound, NothingToUndo
from mapping.store import log, opening, redaction, tables
from mapping.store.chronicle import Chronicle
from mapping.store.database import Database
from mapping.store.ids import MapId, WorkshopId
from mapping.store.log import Logged
from mapping.store.moments import NEAR, Moments
from mapping.store.undo import Histories, History

KEPT_MAPS, KEPT_STATES = 256, 24
Guard = Callable[[MapState, Outcome], None]  # raises Refused when the change may not be stored


@dataclass(frozen=True)
class Appended:
    """What became of a change. `seq` is its number, or None when nothing of it was stored."""

    seq: int | None
    outcome: Outcome
    before: MapState
    change: Change
    duplicate: bool = False


class _Entry:
    """What this process knows of a map: the state after its last known change."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.state = MapState()
        self.histories = Histories()
        self.recent: OrderedDict[int, MapState] = OrderedDict()  # number -> the state before it
        self.moments = Moments()
        self.chronicle = Chronicle()

    def take(self, change: Change, outcome: Outcome, at: float) -> None:
        self.chronicle.note(change, self.state.map, outcome, at)
        self.recent[outcome.state.seq] = self.state
        while len(self.recent) > KEPT_STATES:
            self.recent.popitem(last=False)
        self.state = outcome.state
        self.moments.passed(outcome.state)
        self.histories.note(change)


class Maps:
    """The maps of a store. Every method may be called from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._entries: OrderedDict[MapId, _Entry] = OrderedDict()
        self._lock = Lock()

    def create(
        self, connection: Connection, id: MapId, workshop: WorkshopId, kind: str, first: Sequence[Change], *, now: float
    ) -> None:
        """A map with its first changes, in the transaction of the workshop that it belongs to."""
        replay(list(enumerate(first, 1)))  # BadInput now, not when it is first read
        connection.execute(insert(tables.map), {"id": id, "workshop": workshop, "kind": kind, "seq": 0})
        for n, change in enumerate(first, 1):
            log.written(connection, id, change, n, now)

    def append(self, map_id: MapId, change: Change, *, now: float, guard: Guard | None = None) -> Appended:
        """Record a change: number it, apply it and store it in one transaction.

        A change whose id is already there is answered with the number it got then. Nothing is stored when nothing
        of it takes effect, when `guard` refuses, or when `apply` raises (BadInput, MapFrozen). Raises NotFound.
        """
        log.payload_of(change)  # refused before anybody waits for it
        entry = self._entry(map_id)
        with entry.lock:
            with self._database.write() as connection:
                before = self._caught_up(connection, map_id, entry, locked=True)
                first = log.number_of(connection, map_id, change.id)
                if first is not None:
                    return Appended(first, Outcome(before, Effects(), (), False), before, change, duplicate=True)
                if change.base > before.seq:  # nobody has seen what does not exist yet
                    change = replace(change, base=before.seq)
                outcome = apply(before, change, before.seq + 1)
                if guard is not None:
                    guard(before, outcome)
                if outcome.changed:
                    log.written(connection, map_id, change, outcome.state.seq, now)
            if not outcome.changed:
                return Appended(None, outcome, before, change)
            entry.take(change, outcome, now)
            return Appended(outcome.state.seq, outcome, before, change)

    def undo(
        self, map_id: MapId, by: str, of: str | None, id: str, *, now: float, guard: Guard | None = None
    ) -> Appended:
        """Take back one's own change (`of`, or the last one), recorded as a change called `id`.

        Where others have written since, the outcome refuses `changed_since` or `in_use` and leaves it. Raises
        NothingToUndo, NotAllowed (somebody else's), NotFound.
        """
        entry = self._entry(map_id)
        with entry.lock:
            with self._database.read() as connection:
                state = self._caught_up(connection, map_id, entry)
                first = log.number_of(connection, map_id, id)
                if first is not None:
                    logged = next(log.read(connection, map_id, first - 1, first))
                    return Appended(first, Outcome(state, Effects(), (), False), state, logged.change, duplicate=True)
                target = self._own(connection, map_id, entry, by, of)
                before = self._before(connection, map_id, entry, target.seq)
            try:
                change = inverse(before, target.change, id=id, by=by, base=state.seq)
            except BadInput as error:
                raise NothingToUndo(str(error)) from None
            appended = self.append(map_id, change, now=now, guard=guard)
            if not appended.outcome.changed and not appended.duplicate:
                entry.histories.forget(by, target.change.id)
            return appended

    def _own(self, connection: Connection, map_id: MapId, entry: _Entry, by: str, of: str | None) -> Logged:
        mine = entry.histories.of(by).undo
        wanted = of if of is not None else mine[0] if mine else None
        seq = None if wanted is None else log.number_of(connection, map_id, wanted)
        if seq is None:
            raise NothingToUndo("there is nothing of yours to take back")
        logged = next(log.read(connection, map_id, seq - 1, seq))
        if logged.change.by != by:
            raise NotAllowed("somebody else made this change")
        return logged

    def _before(self, connection: Connection, map_id: MapId, entry: _Entry, seq: int) -> MapState:
        if seq in entry.recent:
            return entry.recent[seq]
        known = entry.moments.nearest(seq - 1)
        return replay(((x.seq, x.change) for x in log.read(connection, map_id, known.seq, seq - 1)), known)

    def history(self, map_id: MapId, by: str) -> History:
        """What this participant can take back and bring back."""
        entry = self._entry(map_id)
        with entry.lock:
            self.state(map_id)
            return entry.histories.of(by)

    def state(self, map_id: MapId, at: int | None = None) -> MapState:
        """The map as it is, or as it was after change number `at`. Kept in memory; cheap when nothing is new.

        An older state is worked out from the nearest one that is known, while others go on writing.
        """
        entry = self._entry(map_id)
        with entry.lock:
            with self._database.read() as connection:
                state = self._caught_up(connection, map_id, entry)
            if at is None or at >= state.seq:
                return state
            if at + 1 in entry.recent:
                return entry.recent[at + 1]
            known = entry.moments.nearest(at)
        with self._database.read() as connection:
            since = [(x.seq, x.change) for x in log.read(connection, map_id, known.seq, at)]
        near = replay(since[:-NEAR], known)  # who looks at one moment looks at those before it next
        found = replay(since[-NEAR:], near)
        with entry.lock:
            entry.moments.keep(near)
            entry.moments.keep(found)
        return found

    def chronicle(self, map_id: MapId) -> Chronicle:
        """What has happened on the map so far, in a form that can be said."""
        self.state(map_id)
        return self._entry(map_id).chronicle

    def number_of(self, map_id: MapId, change_id: str) -> int | None:
        """The number that a change got, or None when none with this id is recorded."""
        with self._database.read() as connection:
            return log.number_of(connection, map_id, change_id)

    def since(self, map_id: MapId, n: int) -> tuple[Logged, ...]:
        """The changes with numbers above `n`, in their order."""
        with self._database.read() as connection:
            log.counter(connection, map_id)
            return tuple(log.read(connection, map_id, n))

    def snapshots(self, map_id: MapId) -> tuple[tuple[int, str], ...]:
        """What was kept on purpose: numbers and labels; `state(map_id, at=number)` gives the map."""
        return self.state(map_id).snapshots

    def file(self, map_id: MapId, *, room: Mapping[str, Any] | None = None) -> MapFile:
        """The map as an internal file, with its history."""
        logged = self.since(map_id, 0)
        history = tuple((x.seq, x.change) for x in logged)
        state = replay(history)
        return MapFile(state.map, "internal", history, state.snapshots, room or {})

    def open_file(self, map_id: MapId, file: MapFile, *, by: str, now: float) -> MapState:
        """Fill an empty map from a file: with its history where that gives the file's map, else as it stands.

        Raises TooMany for a file that is larger than a map that can be drawn on, BadInput when the map is not empty.
        """
        if self.state(map_id).seq:
            raise BadInput("only an empty map can be filled from a file")
        first = opening.changes_of(file, by)
        with self._entry(map_id).lock, self._database.write() as connection:
            if log.counter(connection, map_id, locked=True):
                raise BadInput("only an empty map can be filled from a file")
            for n, change in enumerate(first, 1):
                log.written(connection, map_id, change, n, now)
        return self.state(map_id)

    def redact(self, map_id: MapId, change: Change, *, now: float) -> Appended:
        """Record a `redact`, and rewrite the property's older values in what is stored of the map's past."""
        appended = self.append(map_id, change, now=now)
        if appended.seq is not None and change.op == "redact":
            with self._entry(map_id).lock:
                with self._database.write() as connection:
                    redaction.rewrite(connection, map_id, change, appended.seq)
                self.forget(map_id)
            self._database.wipe()
        return appended

    def forget(self, *map_ids: MapId) -> None:
        """Let go of what is in memory."""
        with self._lock:
            for map_id in map_ids:
                self._entries.pop(map_id, None)

    def _entry(self, map_id: MapId) -> _Entry:
        with self._lock:
            entry = self._entries.setdefault(map_id, _Entry())
            self._entries.move_to_end(map_id)
            while len(self._entries) > KEPT_MAPS:
                self._entries.popitem(last=False)
            return entry

    def _caught_up(self, connection: Connection, map_id: MapId, entry: _Entry, *, locked: bool = False) -> MapState:
        try:
            seq = log.counter(connection, map_id, locked=locked)
        except NotFound:
            self.forget(map_id)
            raise
        if seq > entry.state.seq:
            for logged in log.read(connection, map_id, entry.state.seq, seq):
                entry.take(logged.change, apply(entry.state, logged.change, logged.seq), logged.at)
        return entry.state
