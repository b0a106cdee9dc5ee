"""Measures per actor. A registry that the command line and menus read; the formulas are in the family modules.

Every measure sees the map without its sensitive links. Undefined is nan, never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mapping.analysis.brokerage import ROLES, arcs, brokerage, cell_groups
from mapping.analysis.cohesion import cuts
from mapping.analysis.finding import without_sensitive
from mapping.analysis.holes import constraint, effective_size
from mapping.analysis.paths import betweenness
from mapping.analysis.power import reach
from mapping.errors import UnknownMeasure
from mapping.graph import cohesion, control
from mapping.model import SectorMap

Values = Mapping[str, float]


@dataclass(frozen=True)
class Measure:
    """A number per actor: `graph` names what it is computed on (control, cohesion, arcs, or rating)."""

    id: str
    graph: str
    of: Callable[[SectorMap], Values]


def _degree(map: SectorMap) -> Values:
    """Number of other actors that an actor has a link with, whatever the number of links.

    On `graph.cohesion`: undirected, simple, in practice. Whole numbers from 0; nan for the people served.
    """
    return dict(cohesion(map).degree())


def _cut(map: SectorMap) -> Values:
    graph = cohesion(map)
    return dict.fromkeys(graph, 0.0) | cuts(graph)[0]


def _influence(map: SectorMap) -> Values:
    """The group's tower, 0-5 on the stated objective; nan for who is not rated."""
    return {id: a.influence for id, a in map.actors.items() if a.influence is not None}


def _role(name: str) -> Callable[[SectorMap], Values]:
    return lambda map: {id: counts[name] for id, counts in brokerage(arcs(map), cell_groups(map)).items()}


_ALL = (
    Measure("degree", "cohesion", _degree),
    Measure("betweenness", "cohesion", lambda map: betweenness(cohesion(map))),
    Measure("cut", "cohesion", _cut),
    Measure("constraint", "cohesion", lambda map: constraint(cohesion(map))),
    Measure("effective_size", "cohesion", lambda map: effective_size(cohesion(map))),
    Measure("reach", "control", lambda map: reach(control(map))),
    Measure("influence", "rating", _influence),
    *(Measure(role, "arcs", _role(role)) for role in ROLES),
)
MEASURES: Mapping[str, Measure] = MappingProxyType({m.id: m for m in _ALL})


def measures(map: SectorMap, ids: Iterable[str] | None = None) -> dict[str, dict[str, float]]:
    """Measure id -> actor id -> number, for every actor of the map; nan where it is undefined.

    `UnknownMeasure` for an id that is none.
    """
    plain = without_sensitive(map)
    out = {}
    for id in MEASURES if ids is None else ids:
        if id not in MEASURES:
            raise UnknownMeasure(id)
        values = MEASURES[id].of(plain)
        out[id] = {str(actor): float(values.get(actor, float("nan"))) for actor in map.actors}
    return out
