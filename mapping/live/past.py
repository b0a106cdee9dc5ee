"""The past of a room's map: its changes in words' reach, the map as it was, and going back there as a new change.

All of it is worked out beside the room's lock, so that the others go on drawing, and shown as the asking seat may
see it now: what is closed today is closed in the past too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mapping.changes import Change, MapState, Outcome, back, inverse
from mapping.errors import MovedOn
from mapping.live import rules
from mapping.live.day import all_steps
from mapping.live.entries import entry_json
from mapping.live.member import Member
from mapping.model import Link, SectorMap
from mapping.store import Appended, Seat, Workshop
from mapping.store.chronicle import Chronicle, Entry
from mapping.store.log import payload_of

if TYPE_CHECKING:
    from mapping.live.room import Room

PAGE, MOST = 60, 200  # entries in an answer


class Past:
    """The past of a room's map. Each of its answers is worked out before the room's lock is taken."""

    def __init__(self, room: Room) -> None:
        self._room, self._maps = room, room.store.maps

    @property
    def _chronicle(self) -> Chronicle:
        return self._maps.chronicle(self._room.map_id)

    def tell(self, member: Member, before: int | None, count: int) -> None:
        """The changes before a number, newest first, as the member may see them."""
        self._may_look(member)
        chronicle, room = self._chronicle, self._room
        with room.lock:
            room.living()
            rules.may_see(member.seat, room.workshop)
            open_ = room.sight(member).sensitive
            found, more = chronicle.before(before, min(count, MOST), sensitive=open_)
            rows = [
                entry_json(entry, seen, room.number(entry.by)) | titled(room.workshop, entry) for entry, seen in found
            ]
            member.send({"type": "past", "before": before, "changes": rows, "more": more})

    def tell_moment(self, member: Member, seq: int) -> None:
        """The map as it was after a change, as far as the member may see it now."""
        self._may_look(member)
        then, room = self._state(seq).map, self._room
        with room.lock:
            room.living()
            rules.may_see(member.seat, room.workshop)
            chronicle = self._chronicle
            sight = room.sight(member)
            links = {
                k: link for k, link in then.links.items() if sight.sensitive or not _is_closed(chronicle, then, link)
            }
            snapshot = sight.snapshot(replace(then, links=links))
            member.send({"type": "moment", "seq": seq, "at": chronicle.time_of(seq), "snapshot": snapshot})

    def back(self, member: Member, id: str, to: int, base: int | None) -> None:
        """Make the map what it was after a change, by one new change. `base` is what the member has seen, None for
        whatever there is now."""
        self._may_look(member)
        then = self._state(to)
        self._room.attempt(member, id, lambda: self._gone_back(member.seat, id, then, base))

    def _may_look(self, member: Member) -> None:
        """NotAllowed, or Covered: asked before anything is worked out, and again before it is told."""
        rules.may_look_back(member.seat)
        rules.may_see(member.seat, self._room.workshop)

    def _state(self, seq: int) -> MapState:
        return self._maps.state(self._room.map_id, at=seq)

    def _gone_back(self, seat: Seat, id: str, then: MapState, base: int | None) -> Appended:
        """MovedOn when others have changed the map since; TooLarge when the change, or what takes it back, does not
        fit into one."""
        rules.may_draw(seat)
        room = self._room
        state = self._maps.state(room.map_id)
        since = 0 if base is None else self._chronicle.count_since(base)
        if since and self._maps.number_of(room.map_id, id) is None:
            raise MovedOn(since)
        is_open = room.workshop.day.sensitive
        body = back(state.map, then.map if is_open else self.as_far_as_open(state.map, then.map), then.seq)
        change = Change(id, seat.by, state.seq, "batch", body or {})
        if body is None:
            return Appended(None, Outcome(state, changed=False), state, change)
        if not state.frozen:
            payload_of(inverse(state, change, id=id, by=seat.by, base=state.seq))  # who goes back can return
        guard = None if is_open else rules.closed_layer
        return self._maps.append(room.map_id, change, now=room.clock(), guard=guard)

    def as_far_as_open(self, now: SectorMap, then: SectorMap) -> SectorMap:
        """`then` where it may be restored while the sensitive layer is closed; what is closed stays as it is now.

        An actor whose kind decides whether its links are sensitive keeps the kind that it has.
        """
        chronicle, actors = self._chronicle, dict(then.actors)
        for id, actor in then.actors.items():
            present = now.actors.get(id)
            if present and present.of_kind.sensitive_endpoint != actor.of_kind.sensitive_endpoint:
                actors[id] = replace(actor, kind=present.kind)
        open_map = SectorMap(then.frame, actors, then.links)
        links = {
            id: link
            for id, link in then.links.items()
            if not (_is_closed(chronicle, then, link) or open_map.is_sensitive(link))
            and not (id in now.links and now.is_sensitive(now.links[id]))
        }
        closed = {k.id: k for k in now.links.values() if now.is_sensitive(k) and all(end in actors for end in k.ends)}
        return SectorMap(then.frame, actors, links | closed)


def _is_closed(chronicle: Chronicle, then: SectorMap, link: Link) -> bool:
    return then.is_sensitive(link) or chronicle.was_sensitive(link)


def titled(workshop: Workshop, entry: Entry) -> dict[str, Any]:
    """The title of the step that an entry names; the end of a step is kept under the step's id."""
    step = entry.about.get("step" if entry.op == "step" else "label") if entry.op in ("step", "snapshot") else None
    title = next((s.title for s in all_steps(workshop) if s.id == step), None) if step else None
    return {"title": dict(title)} if title else {}
