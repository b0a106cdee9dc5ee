"""After a silent round: pairs of actors that may be one, offered to the table, and what it says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.changes import Change
from mapping.changes.union import joined
from mapping.compare.align import candidates_within
from mapping.errors import Gone
from mapping.live import rules
from mapping.live.member import Member
from mapping.live.sight import LOOKS
from mapping.model import ActorId, SectorMap
from mapping.store import Appended

if TYPE_CHECKING:
    from mapping.live.room import Room

ABOUT, TABLE = "double", "p-table"  # one word for the whole table, whoever spoke it last
MOST = 30  # pairs that are told at once


class Doubles:
    """The pairs of a room's map. Holds nothing: what was said of a pair is kept with the workshop."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def tell(self, member: Member) -> None:
        """The pairs that are still to be asked about; none on a map that took in nothing."""
        rules.may_draw(member.seat)
        room = self._room
        map = room.store.maps.state(room.map_id).map
        pairs = self._pairs(map)
        with room.lock:
            room.living()
            rules.may_see(member.seat, room.workshop)
            member.send({"type": "doubles", "pairs": pairs})

    def same(self, member: Member, id: str, keep: str, drop: str) -> None:
        """These two are one: a change of the member's own, to be taken back as any other."""
        room = self._room

        def made() -> Appended:
            rules.may_draw(member.seat)
            state = room.store.maps.state(room.map_id)
            if keep == drop or not {keep, drop} <= state.map.actors.keys():
                raise Gone("one of these two is not there any more")
            body = joined(state.map, *_kept_first(state.map, ActorId(keep), ActorId(drop)))
            guard = None if room.workshop.day.sensitive else rules.closed_layer
            change = Change(id, member.seat.by, state.seq, "batch", body)
            return room.store.maps.append(room.map_id, change, now=room.clock(), guard=guard)

        room.attempt(member, id, made)

    def different(self, member: Member, one: str, other: str) -> None:
        """These two are not one: not to be asked again at this table. Gone where one of them is not on the map: what is
        said of nothing would only fill the workshop's file."""
        rules.may_draw(member.seat)
        room = self._room
        with room.lock:
            room.living()
            rules.may_see(member.seat, room.workshop)
            if one == other or not {one, other} <= room.store.maps.state(room.map_id).map.actors.keys():
                raise Gone("one of these two is not there any more")
            subject = _subject(room.map_id, one, other)
            room.store.workshops.voice(room.workshop.id, ABOUT, subject, True, by=TABLE, now=room.clock())
            told = {"type": "doubles", "pairs": self._pairs(room.store.maps.state(room.map_id).map)}
            for each in room.members:
                if each.seat.role not in LOOKS:
                    each.send(told)

    def _pairs(self, map: SectorMap) -> list[dict[str, Any]]:
        room = self._room
        group = room.workshop.group_of(room.map_id)
        solos = room.store.solos.of(room.workshop.id, group.number) if group else ()
        if not any(solo.merged for solo in solos):
            return []
        apart = {voice.subject for voice in room.store.workshops.voices(room.workshop.id, ABOUT)}
        asked = [c for c in candidates_within(map) if _subject(room.map_id, c.left, c.right) not in apart]
        return [{"left": c.left, "right": c.right, "score": c.score} for c in asked[:MOST]]


def _subject(map_id: str, one: str, other: str) -> str:
    return " ".join((map_id, *sorted((one[:70], other[:70]))))


def _kept_first(map: SectorMap, keep: ActorId, drop: ActorId) -> tuple[ActorId, ActorId]:
    """An actor of the catalogue is never the one that goes."""
    return (drop, keep) if map.actors[drop].catalogue and not map.actors[keep].catalogue else (keep, drop)
