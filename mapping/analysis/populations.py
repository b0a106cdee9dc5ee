"""Which actors a question is about. Lists of ids, sorted."""

from __future__ import annotations

from collections.abc import Callable

from mapping.model import Actor, SectorMap
from mapping.schema import schema


def _of(map: SectorMap, belongs: Callable[[Actor], bool]) -> list[str]:
    return sorted(actor.id for actor in map.actors.values() if belongs(actor))


def armed_state(map: SectorMap) -> list[str]:
    """State actors that use or may use force, and the State's intelligence bodies.

    No gang, no private firm, no foreign force.
    """
    return _of(map, lambda a: a.is_state and (a.is_armed or a.intelligence))


def of_kind(map: SectorMap, *kinds: str) -> list[str]:
    """Actors of these kinds."""
    return _of(map, lambda a: a.kind in kinds)


def served(map: SectorMap) -> list[str]:
    """The people served."""
    return _of(map, lambda a: a.of_kind.cell.state == "served")


def nonstate(map: SectorMap) -> list[str]:
    """Non-state actors, without criminal and armed groups: those that support could be about."""
    return _of(map, lambda a: a.of_kind.cell.state == "nonstate" and not a.of_kind.sensitive_endpoint)


def providers(map: SectorMap) -> list[str]:
    """Non-state actors that provide: by their kind or second role, or because a service or access link says so."""
    said = {link.source for link in map.drawn("service")} | {link.target for link in map.drawn("access")}
    return [id for id in nonstate(map) if id in said or _provides(map.actors[id])]  # type: ignore[index]


def _provides(actor: Actor) -> bool:
    cells = list(actor.of_kind.cells[:1])
    if actor.role2:
        cells.append(schema().actor_kind(actor.role2).cell)
    return any(cell.id == "nonstate_provides" for cell in cells)
