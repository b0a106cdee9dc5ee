"""What each may see. What is closed is filtered here, in the data, before a message is written."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from mapping.changes import Effects, as_json
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap, values_of
from mapping.schema import schema

SHOWN_OF_PROTECTED = frozenset({"kind", "level", "uses_force", "influence", "x", "y", "pinned"})
TELLS_WHO = frozenset({"ground", "sources", "recorded", "territory"})  # of a link: could be looked up
_KEY = secrets.token_bytes(32)  # another one after a restart, when every client gets the whole map anyway


@dataclass(frozen=True)
class Sight:
    """`sensitive`: the sensitive layer too. `shared`: only what may leave the room (projector, observer). `covered`:
    nothing at all, while the screens are covered."""

    sensitive: bool = False
    shared: bool = False
    covered: bool = False

    def actor(self, map: SectorMap, actor: Actor) -> dict[str, Any]:
        """An actor as this sight has it; a protected one is only its kind where it is shared, under an id that says
        nothing."""
        row = as_json(actor)
        if not self.shared:
            return row
        id = self.name_of_actor(map, actor.id)
        if actor.protect:
            label = dict(actor.of_kind.label)
            shown = {k: v for k, v in row.items() if k in SHOWN_OF_PROTECTED}
            row = {**shown, "name": label["es"], "names": label}
        elif "part_of" in row:
            row["part_of"] = self.name_of_actor(map, ActorId(row["part_of"]))
        return {"id": id} | {k: v for k, v in row.items() if k != "id" and schema().attributes["actor"][k].share}

    def link(self, map: SectorMap, link: Link) -> dict[str, Any]:
        """A link as this sight has it; what could be looked up is not said of a protected end."""
        row = as_json(link)
        if not self.shared:
            return row
        ends = [map.actors[end] for end in link.ends]
        row |= {"source": self.name_of_actor(map, link.source), "target": self.name_of_actor(map, link.target)}
        silent = TELLS_WHO if any(end.protect for end in ends) else frozenset()
        if any(end.of_kind.cell.state == "served" for end in ends):
            silent |= {"territory"}
        shown = {k: v for k, v in row.items() if k not in silent}
        rest = {k: v for k, v in shown.items() if k != "id" and schema().attributes["link"][k].share}
        return {"id": self.name_of_link(map, link.id)} | rest

    def name_of_actor(self, map: SectorMap, id: ActorId) -> str:
        """The id that this sight calls an actor by: a protected one's own would tell who it is."""
        actor = map.actors.get(id)
        return _alias("p", id) if self.shared and actor is not None and actor.protect else id

    def name_of_link(self, map: SectorMap, id: LinkId) -> str:
        """The same for a link with a protected end: the number of a recorded link could be looked up."""
        link = map.links.get(id)
        if not self.shared or link is None or not any(map.actors[end].protect for end in link.ends):
            return id
        return _alias("pl", id)

    def selected(self, map: SectorMap, id: str | None) -> str | None:
        """What somebody has in hand as this sight calls it; None when it is not there to be seen."""
        if self.covered:
            return None
        if id is None or id in map.actors:
            return id and self.name_of_actor(map, ActorId(id))
        link = map.links.get(LinkId(id))
        return self.name_of_link(map, link.id) if link is not None and self.shows(map, link) else None

    def shows(self, map: SectorMap, link: Link) -> bool:
        """Whether this sight has the link at all; what is shared has no proposals."""
        if self.covered or (self.shared and link.proposed):
            return False
        if self.shared and link.of_kind.family.id == "tension" and any(map.actors[end].protect for end in link.ends):
            return False
        return (self.sensitive and not self.shared) or not map.is_sensitive(link)

    def snapshot(self, map: SectorMap) -> dict[str, Any]:
        """The whole map as this sight has it."""
        if self.covered:
            return {"actors": [], "links": [], "frame": {}}
        return {
            "actors": [self.actor(map, a) for a in map.actors.values()],
            "links": [self.link(map, k) for k in map.links.values() if self.shows(map, k)],
            "frame": values_of(map.frame),
        }

    def effects(self, before: SectorMap, after: SectorMap, effects: Effects) -> dict[str, Any]:
        """What of a change's effects this sight has.

        Links that the change hides or uncovers without touching them (an end changed its kind) go or come too, and
        what an actor that is now protected, or is not any more, was called before goes.
        """
        if self.covered:
            return {"put": {"actors": [], "links": []}, "drop": {"actors": [], "links": []}, "frame": None}
        put, drop = [], []
        for id in touched(before, after, effects):
            was = self.name_of_link(before, id) if id in before.links and self.shows(before, before.links[id]) else None
            if id in after.links and self.shows(after, after.links[id]):
                put.append(row := self.link(after, after.links[id]))
                was = was if was != row["id"] else None
            if was is not None:
                drop.append(was)
        actors = [self.actor(after, after.actors[id]) for id in self._actors(before, after, effects)]
        gone = [self.name_of_actor(before, id) for id in effects.dropped_actors]
        gone += [self.name_of_actor(before, id) for id in effects.actors if self._is_renamed(before, after, id)]
        return {
            "put": {"actors": actors, "links": put},
            "drop": {"actors": gone, "links": drop},
            "frame": values_of(after.frame) if effects.frame else None,
        }

    def _is_renamed(self, before: SectorMap, after: SectorMap, id: ActorId) -> bool:
        return id in before.actors and self.name_of_actor(before, id) != self.name_of_actor(after, id)

    def _actors(self, before: SectorMap, after: SectorMap, effects: Effects) -> list[ActorId]:
        renamed = {id for id in effects.actors if self._is_renamed(before, after, id)}
        units = [a.id for a in after.actors.values() if a.part_of in renamed] if renamed else []
        return list(dict.fromkeys((*effects.actors, *units)))


def _alias(start: str, id: str) -> str:
    """An id that says nothing; the same for the same id as long as the server lives."""
    return f"{start}-{hmac.new(_KEY, id.encode(), sha256).hexdigest()[:16]}"


OPEN, CLOSED, SHARED, COVERED = SIGHTS = Sight(sensitive=True), Sight(), Sight(shared=True), Sight(covered=True)
LOOKS = frozenset({"projector", "observer"})  # roles that never see more than may be shared, and never say anything


def sight_of(role: str, *, sensitive: bool, hidden: bool = False) -> Sight:
    """What a role sees while the sensitive layer is open or closed, and the screens are covered or not."""
    if hidden:
        return COVERED
    return SHARED if role in LOOKS else OPEN if sensitive else CLOSED


def seen(sight: Sight, map: SectorMap) -> SectorMap:
    """The links of a map that a sight has, with their actors: for the pictures of our own pages, which name actors."""
    if sight.covered:
        return SectorMap(frame=map.frame)
    return replace(map, links={id: link for id, link in map.links.items() if sight.shows(map, link)})


def makes_sensitive(before: SectorMap, after: SectorMap, effects: Effects, *, but: Collection[LinkId] = ()) -> bool:
    """Whether a change makes, touches or uncovers a link that is sensitive: what nobody may do while the layer is
    closed. `but` are links that may come back.

    Removing an actor takes its sensitive links along without a word; nobody learns of them by that.
    """
    for id in touched(before, after, effects):
        was = id in before.links and before.is_sensitive(before.links[id])
        if id in after.links:
            if was or (id not in but and after.is_sensitive(after.links[id])):
                return True
        elif was and not set(before.links[id].ends) & set(effects.dropped_actors):
            return True
    return False


def touched(before: SectorMap, after: SectorMap, effects: Effects) -> list[LinkId]:
    """The links that a change has put, cut, hidden or uncovered."""
    links = dict.fromkeys((*effects.links, *effects.dropped_links))
    turned = {id for id in effects.actors if _bears(before, id) != _bears(after, id)}
    if turned:
        links |= dict.fromkeys(k.id for k in after.links.values() if turned.intersection(k.ends))
    return list(links)


def _bears(map: SectorMap, id: ActorId) -> tuple[bool, bool]:
    actor = map.actors.get(id)
    return (actor.of_kind.sensitive_endpoint, actor.protect) if actor else (False, False)
