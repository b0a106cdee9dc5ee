"""The words that a table writes beside its map: the note-taker's pad, findings, what is not known, and entry points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mapping.errors import BadValue, MapFrozen, NotAllowed
from mapping.live import rules
from mapping.live.member import Member
from mapping.live.outbox import text_of
from mapping.live.sight import LOOKS
from mapping.store import Word

if TYPE_CHECKING:
    from mapping.live.room import Room

SLOTS = {"pad": 1_000_000, "finding": 3, "unknown": 1, "entry": 1_000_000}  # how many there are of a kind


def word_json(word: Word) -> dict[str, Any]:
    """A word as the wire carries it; one that was taken out has no text."""
    parts = {"parts": dict(word.parts)} if word.kind == "entry" else {}
    return {
        "id": word.id, "session": word.session, "kind": word.kind, "slot": word.slot, "about": word.about,
        "text": word.text, "rev": word.rev, **parts,
    }  # fmt: skip


def word_from(message: Mapping[str, Any], group: str, by: str) -> Word:
    """The word of a `write`, as this participant of this group writes it; BadValue.

    The id of a finding or an unknown says which it is, so that two who begin the same one at once write the same one.
    """
    texts = {name: message.get(name, "") for name in ("id", "session", "kind", "about", "text")}
    for name, value in texts.items():
        if not isinstance(value, str):
            raise BadValue(name, value, "a text")
    slot, rev = (message.get(name, 0) for name in ("slot", "rev"))
    for name, value in (("slot", slot), ("rev", rev)):
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
            raise BadValue(name, value, "a whole number")
    kind, session = texts["kind"], texts["session"]
    if kind not in SLOTS or slot >= SLOTS[kind]:
        raise BadValue("kind", kind, "pad, finding (slots 0 to 2), unknown (slot 0) or entry")
    if session not in ("3", "4"):
        raise BadValue("session", session, "3 or 4")
    parts = message.get("parts", {})
    word = Word(
        texts["id"],
        group,
        session,
        kind,
        slot,
        texts["about"],
        "",
        texts["text"],
        False,
        False,
        "",
        rev,
        by,
        0.0,
        parts,
    )
    if not word.has_own_id:
        raise BadValue(
            "id", word.id, "n-… for a line of the pad, e-… for an entry point, else the id of this finding or unknown"
        )
    return word


class Writing:
    """The words of a room's group. Its methods take the room's lock, as those of `Talk` do."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def welcome(self, member: Member) -> dict[str, Any]:
        """What a welcome says of it: the group's words, for those who sit at the table and the facilitator."""
        return {"words": [word_json(word) for word in self._words(member)]}

    def write(self, member: Member, id: str, message: Mapping[str, Any]) -> None:
        """Keep a word of the table's, and tell all its screens. Also while drawing is paused: that is when people
        write. Conflict where it has been written since; NotAllowed, Covered, BadValue, TooMany."""
        room = self._room
        with room.lock:
            room.living()
            rules.may_see(member.seat, room.workshop)
            if room.workshop.day.moved:
                raise MapFrozen("the workshop goes on at another computer")
            if member.seat.role != "participant" or member.seat.group is None:
                raise NotAllowed("those who sit at the table write its words")
            word = word_from(message, member.seat.group, member.seat.by)
            kept = room.store.words.write(room.workshop.id, word, now=room.clock())
            self.tell(kept)
            member.send({"type": "done", "change": id, "seq": room.store.maps.state(room.map_id).seq})

    def tell(self, word: Word) -> None:
        """Tell the table's screens what a word says now; the room's lock is held."""
        told = text_of({"type": "word", "word": word_json(word)})
        for member in self._room.members:
            if member.seat.role not in LOOKS and not self._room.workshop.day.hidden:
                member.outbox.put(told)

    def tell_entries(self) -> None:
        """Tell the table what its entry points say, after a name was taken out of them; the room's lock is held."""
        group = self._room.workshop.group_of(self._room.map_id)
        for word in self._room.store.words.all(self._room.workshop.id, group.number) if group else ():
            if word.kind == "entry":
                self.tell(word)

    def _words(self, member: Member) -> tuple[Word, ...]:
        room = self._room
        if member.seat.role in LOOKS or room.workshop.day.hidden:
            return ()
        group = room.workshop.group_of(room.map_id)
        number = group.number if group else member.seat.group
        return room.store.words.all(room.workshop.id, number) if number is not None else ()
