"""A raised hand: a table asks whoever leads to come. Whose hand it is nobody learns, and it is kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.errors import NotAllowed
from mapping.live.member import Member
from mapping.live.outbox import text_of
from mapping.live.sight import LOOKS

if TYPE_CHECKING:
    from mapping.live.room import Room


class Hand:
    """The one hand of a table: of its map's room, and of those of its participants who draw alone."""

    def __init__(self) -> None:
        self._rooms: list[Room] = []
        self.since: float | None = None  # when it was raised; None: it is not

    def beside(self, room: Room) -> Hand:
        """This hand, from now on also of that room."""
        self._rooms.append(room)
        return self

    def welcome(self) -> dict[str, Any]:
        return {"hand": self.since}

    def raise_(self, member: Member, on: bool, *, now: float) -> None:
        """Raise it, or take it back: anybody at the table. NotAllowed for who does not sit there."""
        if member.seat.role != "participant":
            raise NotAllowed("those who sit at the table raise a hand")
        self._turn(now if on else None)

    def lower(self) -> None:
        """Whoever leads has seen it."""
        self._turn(None)

    def _turn(self, since: float | None) -> None:
        if (self.since is None) == (since is None):
            return
        self.since = since
        told = text_of({"type": "hand", "since": since})
        for room in self._rooms:
            with room.lock:
                for member in room.members:
                    if member.seat.role not in LOOKS:
                        member.outbox.put(told)
