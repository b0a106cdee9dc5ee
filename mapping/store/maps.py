"""The maps: every change of each, and the state that they give."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
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
from mapping.store.memory import Memory
from mapping.store.moments import NEAR
from mapping.store.undo import History

KEPT_MAPS = 256
Guard = Callable[[MapState, Outcome], None]  # raises Refused when the change may not be stored


@dataclass(frozen=True)
class Appended:
    """What became of a change. `seq` is its number, or None when nothing of it was stored."""

    seq: int | None
    outcome: Outcome
    before: MapState
    change: Change
    duplicate: bool = False


class Maps:
    """The maps of a store. Every method may be called from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._memories: OrderedDict[MapId, Memory] = OrderedDict()
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
        memory = self._memory(map_id)
        with memory.lock:
            with self._database.write() as connection:
                before = self._caught_up(connection, map_id, memory, locked=True)
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
            memory.take(change, outcome, now)
            return Appended(outcome.state.seq, outcome, before, change)

    def undo(
        self, map_id: MapId, by: str, of: str | None, id: str, *, now: float, guard: Guard | None = None
    ) -> Appended:
        """Take back one's own change (`of`, or the last one), recorded as a change called `id`.

        Where others have written since, the outcome refuses `changed_since` or `in_use` and leaves it. Raises
        NothingToUndo, NotAllowed (somebody else's), NotFound.
        """
        memory = self._memory(map_id)
        with memory.lock:
            with self._database.read() as connection:
                state = self._caught_up(connection, map_id, memory)
                first = log.number_of(connection, map_id, id)
                if first is not None:
                    logged = next(log.read(connection, map_id, first - 1, first))
                    return Appended(first, Outcome(state, Effects(), (), False), state, logged.change, duplicate=True)
                target = self._own(connection, map_id, memory, by, of)
                before = memory.before(connection, target.seq)
            try:
                change = inverse(before, target.change, id=id, by=by, base=state.seq)
            except BadInput as error:
                raise NothingToUndo(str(error)) from None
            appended = self.append(map_id, change, now=now, guard=guard)
            if not appended.outcome.changed and not appended.duplicate:
                memory.histories.forget(by, target.change.id)
            return appended

    def _own(self, connection: Connection, map_id: MapId, memory: Memory, by: str, of: str | None) -> Logged:
        mine = memory.histories.of(by).undo
        wanted = of if of is not None else mine[0] if mine else None
        seq = None if wanted is None else log.number_of(connection, map_id, wanted)
        if seq is None:
            raise NothingToUndo("there is nothing of yours to take back")
        logged = next(log.read(connection, map_id, seq - 1, seq))
        if logged.change.by != by:
            raise NotAllowed("somebody else made this change")
        return logged

    def history(self, map_id: MapId, by: str) -> History:
        """What this participant can take back and bring back."""
        memory = self._memory(map_id)
        with memory.lock:
            self.state(map_id)
            return memory.histories.of(by)

    def state(self, map_id: MapId, at: int | None = None) -> MapState:
        """The map as it is, or as it was after change number `at`. Kept in memory; cheap when nothing is new.

        An older state is worked out from the nearest one that is known, while others go on writing.
        """
        memory = self._memory(map_id)
        with memory.lock:
            with self._database.read() as connection:
                state = self._caught_up(connection, map_id, memory)
            if at is None or at >= state.seq:
                return state
            if (recent := memory.recent(at + 1)) is not None:
                return recent
            known = memory.moments.nearest(at)
        with self._database.read() as connection:
            since = [(x.seq, x.change) for x in log.read(connection, map_id, known.seq, at)]
        near = replay(since[:-NEAR], known)  # who looks at one moment looks at those before it next
        found = replay(since[-NEAR:], near)
        with memory.lock:
            memory.moments.keep(near)
            memory.moments.keep(found)
        return found

    def chronicle(self, map_id: MapId) -> Chronicle:
        """What has happened on the map so far, in a form that can be said."""
        self.state(map_id)
        return self._memory(map_id).chronicle

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
        with self._memory(map_id).lock, self._database.write() as connection:
            if log.counter(connection, map_id, locked=True):
                raise BadInput("only an empty map can be filled from a file")
            for n, change in enumerate(first, 1):
                log.written(connection, map_id, change, n, now)
        return self.state(map_id)

    def redact(self, map_id: MapId, change: Change, *, now: float) -> Appended:
        """Record a `redact`, and rewrite the property's older values in what is stored of the map's past."""
        appended = self.append(map_id, change, now=now)
        if appended.seq is not None and change.op == "redact":
            with self._memory(map_id).lock:
                with self._database.write() as connection:
                    redaction.rewrite(connection, map_id, change, appended.seq)
                self.forget(map_id)
            self._database.wipe()
        return appended

    def forget(self, *map_ids: MapId) -> None:
        """Let go of what is in memory."""
        with self._lock:
            for map_id in map_ids:
                self._memories.pop(map_id, None)

    def _memory(self, map_id: MapId) -> Memory:
        with self._lock:
            memory = self._memories.setdefault(map_id, Memory(map_id))
            self._memories.move_to_end(map_id)
            while len(self._memories) > KEPT_MAPS:
                self._memories.popitem(last=False)
            return memory

    def _caught_up(self, connection: Connection, map_id: MapId, memory: Memory, *, locked: bool = False) -> MapState:
        try:
            return memory.caught_up(connection, locked=locked)
        except NotFound:
            self.forget(map_id)
            raise
