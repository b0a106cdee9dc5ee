"""What this process knows of a map, so that its changes are not read from the beginning each time."""

from __future__ import annotations

from collections import OrderedDict
from threading import RLock

from sqlalchemy import Connection

from mapping.changes import Change, MapState, Outcome, apply, replay
from mapping.store import log
from mapping.store.chronicle import Chronicle
from mapping.store.ids import MapId
from mapping.store.moments import Moments
from mapping.store.undo import Histories

KEPT_STATES = 24


class Memory:
    """The state after a map's last known change, and what has led there. Used under its `lock`."""

    def __init__(self, map_id: MapId) -> None:
        self._map_id = map_id
        self.lock = RLock()
        self.state = MapState()
        self.histories = Histories()
        self.moments = Moments()
        self.chronicle = Chronicle()
        self._recent: OrderedDict[int, MapState] = OrderedDict()  # number -> the state before it

    def take(self, change: Change, outcome: Outcome, at: float) -> None:
        """A change was stored, and this came of it."""
        self.chronicle.note(change, self.state.map, outcome, at)
        self._recent[outcome.state.seq] = self.state
        while len(self._recent) > KEPT_STATES:
            self._recent.popitem(last=False)
        self.state = outcome.state
        self.moments.passed(outcome.state)
        self.histories.note(change)

    def caught_up(self, connection: Connection, *, locked: bool = False) -> MapState:
        """The state with what others have stored since; `locked` against other writers until the transaction ends.

        Raises NotFound when the map is not there any more.
        """
        seq = log.counter(connection, self._map_id, locked=locked)
        if seq > self.state.seq:
            for logged in log.read(connection, self._map_id, self.state.seq, seq):
                self.take(logged.change, apply(self.state, logged.change, logged.seq), logged.at)
        return self.state

    def recent(self, seq: int) -> MapState | None:
        """The state before a change that was stored a short while ago."""
        return self._recent.get(seq)

    def before(self, connection: Connection, seq: int) -> MapState:
        """The state before any change."""
        if (found := self.recent(seq)) is not None:
            return found
        known = self.moments.nearest(seq - 1)
        return replay(((x.seq, x.change) for x in log.read(connection, self._map_id, known.seq, seq - 1)), known)
