"""Actors of a file whose names are those of a case's catalogue: proposed, and made the catalogue's when that was
confirmed. Only names that certainly mean one actor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mapping.model import Actor, ActorId, SectorMap, values_of
from mapping.scenario import Scenario, actor_of
from mapping.scenario.names import accepted

_ITS_OWN = frozenset({"name", "names", "kind", "catalogue"})  # what the catalogue says better than a file


def recognised(map: SectorMap, scenario: Scenario) -> Mapping[ActorId, str]:
    """Actor of the map -> actor of the catalogue, where the name decides, nobody else of the map is that one, and the
    map does not say itself which it is."""
    taken = {a.catalogue for a in map.actors.values()}
    found: dict[ActorId, str] = {}
    twice: set[str] = set()
    for id, actor in map.actors.items():
        if actor.catalogue or (known := accepted(scenario, actor.name)) is None or known in taken:
            continue
        if known in found.values():
            twice.add(known)
        found[id] = known
    return {id: known for id, known in found.items() if known not in twice}


def as_catalogued(map: SectorMap, scenario: Scenario, language: str) -> SectorMap:
    """The map with those actors as the catalogue has them: name, kind and properties; what the file says else stays."""
    known = recognised(map, scenario)
    ids = {id: ActorId(to) if to not in map.actors else id for id, to in known.items()}
    actors: dict[ActorId, Actor] = {}
    for id, actor in map.actors.items():
        whole = ActorId(actor.part_of) if actor.part_of else None
        if id in known:
            said = {k: v for k, v in values_of(actor).items() if k not in _ITS_OWN}
            actor = replace(actor_of(scenario, known[id], language), **_as_kept(actor, said), id=ids[id])
        if whole:
            actor = replace(actor, part_of=ids.get(whole, whole))
        actors[actor.id] = actor
    links = {
        id: replace(link, source=ids.get(link.source, link.source), target=ids.get(link.target, link.target))
        for id, link in map.links.items()
    }
    frame = map.frame if map.frame.scenario else replace(map.frame, scenario=scenario.id)
    return SectorMap(frame, actors, links)


def _as_kept(actor: Actor, said: Mapping[str, object]) -> dict[str, Any]:
    """As the actor has them: `values_of` gives what a file carries."""
    return {name: getattr(actor, name) for name in said if name != "id"}
