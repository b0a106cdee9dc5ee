"""What each may see. What is closed is filtered here, in the data, before a message is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mapping.changes import Effects, as_json
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap, values_of
from mapping.schema import schema

SHOWN_OF_PROTECTED = frozenset({"id", "kind", "level", "uses_force", "influence", "x", "y", "pinned"})


@dataclass(frozen=True)
class Sight:
    """`sensitive`: the sensitive layer too. `shared`: only what may leave the room (projector)."""

    sensitive: bool = False
    shared: bool = False

    def actor(self, actor: Actor) -> dict[str, Any]:
        """An actor as this sight has it; a protected one is only its kind where it is shared."""
        row = as_json(actor)
        if not self.shared:
            return row
        if actor.protect:
            label = dict(actor.of_kind.label)
            row = {k: v for k, v in row.items() if k in SHOWN_OF_PROTECTED} | {"name": label["es"], "names": label}
        return {k: v for k, v in row.items() if k == "id" or schema().attributes["actor"][k].share}

    def link(self, link: Link) -> dict[str, Any]:
        """A link as this sight has it."""
        row = as_json(link)
        if not self.shared:
            return row
        return {k: v for k, v in row.items() if k == "id" or schema().attributes["link"][k].share}

    def shows(self, map: SectorMap, link: Link) -> bool:
        """Whether this sight has the link at all."""
        if self.shared and link.of_kind.family.id == "tension" and any(map.actors[end].protect for end in link.ends):
            return False
        return (self.sensitive and not self.shared) or not map.is_sensitive(link)

    def snapshot(self, map: SectorMap) -> dict[str, Any]:
        """The whole map as this sight has it."""
        return {
            "actors": [self.actor(a) for a in map.actors.values()],
            "links": [self.link(k) for k in map.links.values() if self.shows(map, k)],
            "frame": values_of(map.frame),
        }

    def effects(self, before: SectorMap, after: SectorMap, effects: Effects) -> dict[str, Any]:
        """What of a change's effects this sight has.

        Links that the change hides or uncovers without touching them (an end changed its kind) go or come too.
        """
        put, drop = [], []
        for id in _touched(before, after, effects):
            if id in after.links and self.shows(after, after.links[id]):
                put.append(self.link(after.links[id]))
            elif id in before.links and self.shows(before, before.links[id]):
                drop.append(id)
        return {
            "put": {"actors": [self.actor(after.actors[id]) for id in effects.actors], "links": put},
            "drop": {"actors": list(effects.dropped_actors), "links": drop},
            "frame": values_of(after.frame) if effects.frame else None,
        }


OPEN, CLOSED, SHARED = SIGHTS = Sight(sensitive=True), Sight(), Sight(shared=True)


def sight_of(role: str, *, sensitive: bool) -> Sight:
    """What a role sees while the sensitive layer is open or closed. A projector never sees more than may be shared."""
    return SHARED if role == "projector" else OPEN if sensitive else CLOSED


def makes_sensitive(before: SectorMap, after: SectorMap, effects: Effects) -> bool:
    """Whether a change makes or touches a link that is sensitive: what nobody may do while the layer is closed.

    Removing an actor takes its sensitive links along without a word; nobody learns of them by that.
    """
    for id in _touched(before, after, effects):
        if id in after.links:
            if after.is_sensitive(after.links[id]):
                return True
        elif not set(before.links[id].ends) & set(effects.dropped_actors) and before.is_sensitive(before.links[id]):
            return True
    return False


def _touched(before: SectorMap, after: SectorMap, effects: Effects) -> list[LinkId]:
    links = dict.fromkeys((*effects.links, *effects.dropped_links))
    turned = {id for id in effects.actors if _bears(before, id) != _bears(after, id)}
    if turned:
        links |= dict.fromkeys(k.id for k in after.links.values() if turned.intersection(k.ends))
    return list(links)


def _bears(map: SectorMap, id: ActorId) -> tuple[bool, bool]:
    actor = map.actors.get(id)
    return (actor.of_kind.sensitive_endpoint, actor.protect) if actor else (False, False)
