"""Actors that may be one and the same after the maps of a silent round were brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.live.member import Member

if TYPE_CHECKING:
    from mapping.live.room import Room


class Doubles:
    """The pairs that a room's table is offered. Nothing finds any yet."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def welcome(self, member: Member) -> dict[str, Any]:
        """What a welcome says of it."""
        return {}
