"""The words that a table writes beside its map: what each screen is given of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.live.member import Member
from mapping.live.sight import LOOKS
from mapping.store import Word

if TYPE_CHECKING:
    from mapping.live.room import Room


def word_json(word: Word) -> dict[str, Any]:
    """A word as the wire carries it; one that was taken out has no text."""
    return {
        "id": word.id, "session": word.session, "kind": word.kind, "slot": word.slot, "about": word.about,
        "text": word.text, "rev": word.rev,
    }  # fmt: skip


class Writing:
    """The words of a room's group. Its methods take the room's lock, as those of `Talk` do."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def welcome(self, member: Member) -> dict[str, Any]:
        """What a welcome says of it: the group's words, for those who sit at the table and the facilitator."""
        return {"words": [word_json(word) for word in self._words(member)]}

    def _words(self, member: Member) -> tuple[Word, ...]:
        room = self._room
        if member.seat.role in LOOKS or room.workshop.day.hidden:
            return ()
        group = room.workshop.group_of(room.map_id)
        number = group.number if group else member.seat.group
        return room.store.words.all(room.workshop.id, number) if number is not None else ()
