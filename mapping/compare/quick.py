"""What a map names in answer to a question, without what only a sentence about it needs.

An agenda asks thousands of such answers. Where the question's own way is slow, the same set is found here by a
shorter one; the tests hold each against the question itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import networkx as nx

from mapping.analysis.brokerage import SHOWN
from mapping.analysis.cohesion import HEADLINE, cuts
from mapping.analysis.power import HEAVY, LIGHT
from mapping.analysis.questions import QUESTIONS
from mapping.graph import APART, IN_PRACTICE
from mapping.model import SectorMap
from mapping.schema import CONTROL, schema

Arcs = dict[str, dict[str, None]]


def named(map: SectorMap, question: str) -> frozenset[str]:
    """As `Finding.key()` of the question on this map. Sensitive links are to be left out before."""
    quick = QUICK.get(question)
    return quick(map) if quick else QUESTIONS[question].of(map).key()


def single_points(map: SectorMap) -> frozenset[str]:
    """Q3-13: the actors that cut off three or more."""
    ways = _ways(map, both=True)
    if sum(1 for actor in ways if ways[actor]) < 3:
        return frozenset()
    graph: nx.Graph[str] = ways  # type: ignore[assignment]  # the search only walks from actor to neighbours
    return frozenset(id for id, n in cuts(graph)[0].items() if n >= HEADLINE)


def weight_and_mandate(map: SectorMap) -> frozenset[str]:
    """Q3-17: who weighs much and controls nobody, and who weighs little and controls somebody."""
    control = {link.source for link in map.drawn(*CONTROL)}
    rated = {id: a.influence for id, a in map.actors.items() if not a.of_kind.sensitive_endpoint}
    named = (
        id
        for id, weight in rated.items()
        if weight is not None and (weight <= LIGHT if id in control else weight >= HEAVY)
    )
    return frozenset(named) if control else frozenset()


def brokers(map: SectorMap) -> frozenset[str]:
    """Q4-03: the first three by open two-paths between the State and non-state actors, ties included."""
    ways = _ways(map, both=False)
    state: dict[str, str] = {id: a.of_kind.cell.state for id, a in map.actors.items()}
    back: Arcs = {id: {} for id in ways}
    for a, onward in ways.items():
        for b in onward:
            back[b][a] = None
    linked = {state[id] for id in ways if ways[id] or back[id]}
    if not {"state", "nonstate"} <= linked:
        return frozenset()
    across = {"state": "nonstate", "nonstate": "state"}
    crossing = {
        b: sum(state[c] == across.get(state[a]) and c != a and c not in ways[a] for a in back[b] for c in ways[b])
        for b in ways
    }
    counts = sorted((n for n in crossing.values() if n), reverse=True)
    return frozenset(b for b, n in crossing.items() if n and n >= counts[min(SHOWN, len(counts)) - 1])


def _ways(map: SectorMap, *, both: bool) -> Arcs:
    """From whom to whom there is a link in practice, without tension and illicit kinds and the people served."""
    apart = schema().kinds_of(*APART)
    ways: Arcs = {id: {} for id, a in map.actors.items() if a.of_kind.cell.state != "served"}
    undirected = {k.id for k in schema().link_kinds.values() if both or not k.directed}
    for link in map.links.values():
        if link.practice in IN_PRACTICE and link.kind not in apart and link.source in ways and link.target in ways:
            ways[link.source][link.target] = None
            if link.kind in undirected:
                ways[link.target][link.source] = None
    return ways


QUICK: Mapping[str, Callable[[SectorMap], frozenset[str]]] = MappingProxyType({
    "Q3-13": single_points, "Q3-17": weight_and_mandate, "Q4-03": brokers,
})  # fmt: skip
