"""How a room's map grew, as one answer that can be played."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.live.room import Room


class Film:
    """The film of a room's map. Nothing plays it yet."""

    def __init__(self, room: Room) -> None:
        self._room = room
