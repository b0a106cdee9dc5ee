"""States of one map from its past, so that an older one is not worked out from the beginning each time."""

from __future__ import annotations

from collections import OrderedDict

from mapping.changes import MapState

EVERY, MARKS = 250, 16  # changes between two marks at first; above so many marks every second one goes
NEAR = 40  # changes before a state that is asked for at which another one is kept
ASKED = 24  # states that somebody has asked for: who looks at one moment looks at its neighbours next


class Moments:
    """Known states by their numbers. Not for several threads at once."""

    def __init__(self) -> None:
        self._every = EVERY
        self._marks: dict[int, MapState] = {0: MapState()}
        self._asked: OrderedDict[int, MapState] = OrderedDict()

    def passed(self, state: MapState) -> None:
        """The map has come to this state."""
        if state.seq % self._every:
            return
        self._marks[state.seq] = state
        if len(self._marks) > MARKS:
            self._every *= 2
            self._marks = {seq: kept for seq, kept in self._marks.items() if seq % self._every == 0}

    def keep(self, state: MapState) -> None:
        """Somebody has asked for this state."""
        self._asked[state.seq] = state
        self._asked.move_to_end(state.seq)
        while len(self._asked) > ASKED:
            self._asked.popitem(last=False)

    def nearest(self, seq: int) -> MapState:
        """The latest known state that is not after this number."""
        known = (*self._marks.values(), *self._asked.values())
        return max((state for state in known if state.seq <= seq), key=lambda state: state.seq)
