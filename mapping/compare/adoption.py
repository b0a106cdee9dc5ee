"""A group's map as it would be with another group's version of one difference: the question behind the agenda."""

from __future__ import annotations

from dataclasses import replace

from mapping.compare.contradictions import Contradiction
from mapping.compare.reading import Reading
from mapping.model import ActorId, LinkId, SectorMap


def adopted(taker: Reading, giver: Reading, difference: Contradiction) -> SectorMap:
    """The taker's map, with what it says of this difference replaced by what the giver says.

    For links: the taker's own, also one it says is needed, go; the giver's come, as the giver has them. For
    ratings: the number. Nothing else changes, and neither map does.
    """
    if difference.kind == "rating":
        actor = taker.actor(difference.actors[0])
        given = getattr(giver.actor(difference.actors[0]), difference.rated)
        rated = replace(actor, **{difference.rated: given})
        return replace(taker.map, actors={**taker.map.actors, actor.id: rated})
    links = dict(taker.map.links)
    for key in difference.keys:
        for link in (*taker.drawn.get(key, ()), *taker.gaps.get(key, ())):
            links.pop(link.id, None)
    for key in difference.keys:
        for link in (*giver.drawn.get(key, ()), *giver.gaps.get(key, ())):
            source, target = (ActorId(taker.own[giver.joined[end]]) for end in link.ends)
            id = LinkId(f"{giver.group}/{link.id}")
            links[id] = replace(link, id=id, source=source, target=target)
    return replace(taker.map, links=links)
