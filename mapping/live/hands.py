"""Hands that are up, and who has read its towers aloud: told with the `table`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.live.member import Member

if TYPE_CHECKING:
    from mapping.live.room import Room


class Hands:
    """The hands of a room's table. Nothing raises one yet."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def table(self, member: Member) -> dict[str, Any]:
        """What the `table` of this member says beside whether the drawing is open."""
        return {}
