"""The last messages of a room by the number of their change, for those who were away for a moment."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from mapping.live.sight import Sight

REMEMBERED = 200  # changes that a client which was away can still get one by one


class Sent:
    """What was sent since change number `floor`, as each sight was told it."""

    def __init__(self, floor: int) -> None:
        self._floor = floor
        self._sent: deque[tuple[int, Mapping[Sight, str]]] = deque(maxlen=REMEMBERED)

    def note(self, seq: int, told: Mapping[Sight, str]) -> None:
        """Remember what was told of a change."""
        self._sent.append((seq, told))

    def between(self, since: int, seq: int, sight: Sight) -> list[str] | None:
        """What came after `since` up to `seq`; None where that is not remembered in full."""
        if not self._floor < since <= seq:
            return None
        missed = [told[sight] for n, told in self._sent if n > since]
        return missed if len(missed) == seq - since else None

    def forget(self, floor: int) -> None:
        """What came up to here is only to be had as a whole map."""
        self._sent.clear()
        self._floor = floor
