"""Whether a group's drawing is open to all its screens, or to those alone that draw; kept over restarts."""

from __future__ import annotations

from typing import Any

from mapping.errors import NotAllowed
from mapping.live.member import Member
from mapping.live.sight import LOOKS
from mapping.store import MapId, Store, WorkshopId

ABOUT, TABLE = "drawing", "p-table"  # one word for the whole table, whoever spoke it last


def opened(store: Store, workshop: WorkshopId) -> frozenset[MapId]:
    """The maps of a workshop whose drawing is open to all screens of their table."""
    return frozenset(MapId(v.subject) for v in store.workshops.voices(workshop, ABOUT) if v.value is True)


class Table:
    """The table that draws one map. A courtesy among people who sit together, not a lock: see the protocol."""

    def __init__(self, store: Store, workshop: WorkshopId, map_id: MapId) -> None:
        self._store, self._workshop, self._map_id = store, workshop, map_id
        self.is_open = map_id in opened(store, workshop)

    def open(self, member: Member, on: bool, *, now: float) -> bool:
        """Open the drawing to all, or not any more; whether that is new. NotAllowed for who does not draw itself."""
        if member.seat.role in LOOKS or (member.seat.role == "participant" and not member.draws):
            raise NotAllowed("a screen that draws may open the drawing")
        return self.turn(on, now=now)

    def turn(self, on: bool, *, now: float) -> bool:
        """The same, by whoever leads the workshop."""
        if self.is_open == on:
            return False
        self._store.workshops.voice(self._workshop, ABOUT, self._map_id, on or None, by=TABLE, now=now)
        self.is_open = on
        return True

    def told(self) -> dict[str, Any]:
        return {"type": "table", "open": self.is_open}
