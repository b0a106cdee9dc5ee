"""What a table says beside its map: who agrees with which sentence, who draws, and whether all may."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mapping.errors import BadValue, Gone, NotAllowed
from mapping.live import rules
from mapping.live.member import Member
from mapping.live.opinions import VALUES, Opinions
from mapping.live.outbox import text_of
from mapping.live.sight import LOOKS
from mapping.live.table import Table
from mapping.model import Link, LinkId

if TYPE_CHECKING:
    from mapping.live.room import Room


class Talk:
    """The talk of a room. Its methods take the room's lock, so that everybody hears all things in one order."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._opinions = Opinions(room.store, room.workshop.id, room.map_id)
        self._table = Table(room.store, room.workshop.id, room.map_id)

    def welcome(self, member: Member) -> dict[str, Any]:
        """What a welcome says of it: `proposed` are the proposals that this participant made."""
        return {"table": {"open": self._table.is_open}, **self.said(member)}

    def said(self, member: Member) -> dict[str, Any]:
        """What goes beside a whole map: all opinions, and the proposals of this participant."""
        state = self._room.store.maps.state(self._room.map_id)
        sight = self._room.sight(member)
        own = [
            id for id, link in state.map.links.items()
            if link.proposed and sight.shows(state.map, link) and state.proposer(id) == member.seat.by
        ]  # fmt: skip
        return {"opinions": self.opinions(member), "proposed": own}

    def opinions(self, member: Member) -> list[dict[str, Any]]:
        """All opinions as the member may hear them."""
        room = self._room
        return self._opinions.all(room.store.maps.state(room.map_id).map, room.sight(member), member.seat.by)

    def agree(self, member: Member, id: str, of: str, value: object) -> None:
        """A participant agrees with a link's sentence, does not, or takes its opinion back; all hear the counts."""
        room = self._room
        with room.lock:
            room.living()
            rules.may_see(member.seat, room.workshop)
            if member.seat.role != "participant":
                raise NotAllowed("those who sit at the table agree or not")
            if value is not None and value not in VALUES:
                raise BadValue("value", value, "yes, no or null")
            map = room.store.maps.state(room.map_id).map
            link = map.links.get(LinkId(of))
            if link is None or not room.sight(member).shows(map, link):
                raise Gone("there is no such link")
            self._opinions.say(link, None if value is None else str(value), by=member.seat.by, now=room.clock())
            self._tell([link])
            member.send({"type": "done", "change": id, "seq": room.store.maps.state(room.map_id).seq})

    def follow(self, links: Iterable[LinkId]) -> None:
        """After a change of these links: what is thought of them may rest now, count again, or be seen again."""
        if spoken := [id for id in links if self._opinions.has(id)]:
            map = self._room.store.maps.state(self._room.map_id).map
            self._tell([map.links[id] for id in spoken if id in map.links])

    def _tell(self, links: list[Link]) -> None:
        room = self._room
        map = room.store.maps.state(room.map_id).map
        for member in room.members:
            sight = room.sight(member)
            for link in links if not sight.shared else ():
                if sight.shows(map, link):
                    member.send({"type": "opinions", **self._opinions.told(link, member.seat.by)})

    def draws(self, member: Member, draws: bool) -> None:
        """The member draws from now on, or proposes and sees."""
        with self._room.lock:
            if member.draws != draws:
                member.draws = draws
                self._room.presence.soon()

    def open(self, member: Member, on: bool) -> None:
        """Open the drawing to all screens of the table, or to those that draw alone."""
        room = self._room
        with room.lock:
            room.living()
            if self._table.open(member, on, now=room.clock()):
                self._tell_table()

    def turn(self, on: bool) -> None:
        """The same, from the facilitator's pages."""
        room = self._room
        with room.lock:
            room.living()
            if self._table.turn(on, now=room.clock()):
                self._tell_table()

    def _tell_table(self) -> None:
        """Tell all screens of the table how it stands; the room's lock is held."""
        told = text_of(self._table.told())
        for member in self._room.members:
            if member.seat.role not in LOOKS:
                member.outbox.put(told)
