"""How a map grew: every change as what a screen draws, with the words that say it. Worked out beside the room's lock,
and shown as the asking seat may see it now: what is closed today is closed in the film too."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from mapping.changes import MapState, again
from mapping.errors import MovedOn
from mapping.live import rules
from mapping.live.entries import entry_json, part_json
from mapping.live.member import Member
from mapping.live.past import titled
from mapping.live.sight import Sight
from mapping.model import Link, SectorMap
from mapping.store.chronicle import Chronicle, Hesitation, thing_key

if TYPE_CHECKING:
    from mapping.live.room import Room

FRAMES = 400  # changes in an answer
TRIES = 3


class Film:
    """The film of a room's map. Holds nothing."""

    def __init__(self, room: Room) -> None:
        self._room, self._maps = room, room.store.maps

    def tell(self, member: Member, since: int) -> None:
        """The next changes after a number; with the last of them, what the group added and removed again."""
        room = self._room
        for _ in range(TRIES):
            rules.may_look_back(member.seat)
            rules.may_see(member.seat, room.workshop)
            sight = room.sight(member)
            told = self._told(sight, since)
            with room.lock:
                room.living()
                rules.may_see(member.seat, room.workshop)
                if room.sight(member) == sight:  # else what may be seen has changed meanwhile
                    member.send(told)
                    return
        raise MovedOn(0)

    def _told(self, sight: Sight, since: int) -> dict[str, Any]:
        maps, id = self._maps, self._room.map_id
        chronicle, state = maps.chronicle(id), maps.state(id, at=since)
        changes = list(islice(maps.since(id, since), FRAMES + 1))
        more, changes = len(changes) > FRAMES, changes[:FRAMES]
        last = changes[-1].seq if changes else since
        said = {entry.seq: (entry, seen) for entry, seen in chronicle.told(since, last, sensitive=sight.sensitive)}
        frames = []
        for logged in changes:
            outcome = again(state, logged.change, logged.seq)
            drawn = _drawn(sight, chronicle, state, outcome.state.map, outcome.effects)
            state = outcome.state
            frame = {"seq": logged.seq, "at": logged.at, **drawn, "entry": None}
            if logged.seq in said:
                entry, seen = said[logged.seq]
                number = self._room.number(entry.by)
                frame["entry"] = entry_json(entry, seen, number) | titled(self._room.workshop, entry)
            if frame["entry"] or any(frame["put"].values()) or any(frame["drop"].values()):
                frames.append(frame)
        message = {"type": "film", "from": since, "to": last, "frames": frames, "more": more}
        if more:
            return message
        found = chronicle.hesitations(sensitive=sight.sensitive)
        return message | {"hesitations": [_hesitation(each, state.map) for each in found]}


def _drawn(sight: Sight, chronicle: Chronicle, state: MapState, after: SectorMap, effects: Any) -> dict[str, Any]:
    """Puts and drops as this sight has them, without links that are closed by what they became later."""
    seen = sight.effects(state.map, after, effects)
    put, drop = seen["put"], seen["drop"]
    if not sight.sensitive:
        links: dict[Any, Link] = {**state.map.links, **after.links}
        ids = [*(row["id"] for row in put["links"]), *drop["links"]]
        closed = {id for id in ids if chronicle.was_sensitive(links[id])}
        put = {**put, "links": [row for row in put["links"] if row["id"] not in closed]}
        drop = {**drop, "links": [row for row in drop["links"] if row not in closed]}
    return {"put": put, "drop": drop}


def _hesitation(found: Hesitation, map: SectorMap) -> dict[str, Any]:
    """What was added and removed, in a form that can be said, and whether it is there now."""
    things = map.links if isinstance(found.part.thing, Link) else map.actors
    there = any(thing_key(each) == found.key for each in things.values())
    return {
        **part_json(found.part), "added": found.added, "removed": found.removed, "seqs": list(found.seqs),
        "there": there,
    }  # fmt: skip
