"""Reading the map back: before a step with towers is over each table reads aloud what it has said, and says so.

The day holds since when it is read (`Day.reading`); each table's word that it has is kept, so that it survives a
restart, and it counts for that reading alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.errors import Gone, NotAllowed
from mapping.live.member import Member
from mapping.live.outbox import text_of
from mapping.live.sight import LOOKS
from mapping.live.table import TABLE
from mapping.store import Store, Workshop

if TYPE_CHECKING:
    from mapping.live.room import Room

ABOUT = "read_back"


def have_read(store: Store, workshop: Workshop) -> tuple[str, ...]:
    """The numbers of the groups that have read their map aloud since the day says that they do."""
    now = workshop.day.reading
    if now is None:
        return ()
    read = {v.subject for v in store.workshops.voices(workshop.id, ABOUT) if v.value == now}
    return tuple(group.number for group in workshop.groups if group.map_id in read)


class Reading:
    """Whether a room's table has read its map aloud. Its methods take the room's lock."""

    def __init__(self, room: Room) -> None:
        self._room = room

    @property
    def is_done(self) -> bool:
        """Whether it has, in the reading that is on."""
        room = self._room
        group = room.workshop.group_of(room.map_id)
        return group is not None and group.number in have_read(room.store, room.workshop)

    def welcome(self) -> dict[str, Any]:
        return {"read": self.is_done}

    def say(self, member: Member, on: bool) -> None:
        """The table has read it, or has not yet after all. NotAllowed for who does not sit there; Gone when nothing
        is being read."""
        room = self._room
        with room.lock:
            room.living()
            if member.seat.role != "participant" or room.workshop.group_of(room.map_id) is None:
                raise NotAllowed("those who sit at the table read its map")
            now = room.workshop.day.reading
            if now is None:
                raise Gone("nothing is read back now")
            room.store.workshops.voice(
                room.workshop.id, ABOUT, room.map_id, now if on else None, by=TABLE, now=room.clock()
            )
            self.tell()

    def tell(self) -> None:
        """Tell the table's screens how it stands; the room's lock is held."""
        told = text_of({"type": "read_back", "done": self.is_done})
        for member in self._room.members:
            if member.seat.role not in LOOKS:
                member.outbox.put(told)
