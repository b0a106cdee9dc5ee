"""Who stands between two that have no link of their own (Q4-03)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.analysis.paths import link_betweenness
from mapping.graph import APART, IN_PRACTICE, cohesion
from mapping.model import SectorMap
from mapping.schema import schema

ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")
SHOWN = 3  # places that are named, ties at the last one included


def role(a: str, b: str, c: str) -> str:
    """The part that b plays on a -> b -> c, from the groups of the three.

    >>> role("nonstate", "state", "state")
    'gatekeeper'
    """
    if a == b == c:
        return "coordinator"
    if a == c:
        return "consultant"
    if b == c:
        return "gatekeeper"
    return "representative" if a == b else "liaison"


def brokerage(graph: nx.DiGraph[str], group: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """How often each actor plays each of the five parts of a broker.

    Directed, simple. b is a broker on a -> b -> c for three different actors without a -> c (an open two-path). With
    g the group of an actor: *coordinator* g(a)=g(b)=g(c); *consultant* g(a)=g(c), b outside; *gatekeeper* g(b)=g(c), a
    outside; *representative* g(a)=g(b), c outside; *liaison* three groups. Counts from 0. Cost: for each actor the
    links in times the links out.

    R. V. Gould and R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction networks",
    Sociological Methodology 19, 1989, 89-126.

    >>> arcs = nx.DiGraph([("patronatos", "pn"), ("pn", "mp")])
    >>> brokerage(arcs, {"patronatos": "nonstate", "pn": "state", "mp": "state"})["pn"]["gatekeeper"]
    1
    """
    counts = {b: dict.fromkeys(ROLES, 0) for b in graph}
    for a, b, c in open_paths(graph):
        counts[b][role(group[a], group[b], group[c])] += 1
    return counts


def open_paths(graph: nx.DiGraph[str]) -> list[tuple[str, str, str]]:
    """Every a -> b -> c of three different actors without a -> c."""
    onward = {v: set(graph.succ[v]) - {v} for v in graph}
    return [
        (a, b, c) for b in graph for a in graph.pred[b] if a != b for c in onward[b] if c != a and c not in onward[a]
    ]


def arcs(map: SectorMap) -> nx.DiGraph[str]:
    """Who passes something on to whom: simple, directed, in practice, without tension and illicit kinds.

    A link of an undirected kind is an arc each way. Without the people served: who uses two services is no broker.
    """
    apart = schema().kinds_of(*APART)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(a.id for a in map.actors.values() if a.of_kind.cell.state != "served")
    for link in map.drawn():
        if link.kind in apart or link.practice not in IN_PRACTICE or not all(end in graph for end in link.ends):
            continue
        graph.add_edge(*link.ends)
        if not link.of_kind.directed:
            graph.add_edge(link.target, link.source)
    return graph


def cell_groups(map: SectorMap) -> dict[str, str]:
    """state, nonstate, international or served, of each actor."""
    return {id: a.of_kind.cell.state for id, a in map.actors.items()}


def brokers(map: SectorMap) -> Finding:
    """Q4-03: who stands between the State and non-state actors?

    `crossing` counts the open two-paths through an actor with one end in the State and the other outside it
    (non-state); `roles` its five Gould-Fernandez counts, groups being state, non-state and international. Named are
    the first three by crossing (with ties). `links` has the links between state and non-state actors by the share of
    all shortest paths that run over them (undirected): those that most depends on.
    *Not enough* when the map has no non-state actor or no State actor with a link in practice. *Nothing* when no path
    crosses.
    """
    graph, group = arcs(map), cell_groups(map)
    crossing: dict[str, int] = {}
    over: dict[str, set[str]] = {}
    counts = {b: dict.fromkeys(ROLES, 0) for b in graph}
    for a, b, c in open_paths(graph):
        counts[b][role(group[a], group[b], group[c])] += 1
        if {group[a], group[c]} == {"state", "nonstate"}:
            crossing[b] = crossing.get(b, 0) + 1
            over.setdefault(b, set()).update((a, c))
    ranked = sorted(crossing, key=lambda id: (-crossing[id], id))
    named = [id for id in ranked if crossing[id] >= crossing[ranked[min(SHOWN, len(ranked)) - 1]]]
    simple = cohesion(map)
    pairs = [
        (min(u, v), max(u, v)) for u, v in simple.edges if {group[u], group[v]} == {"state", "nonstate"}
    ]  # fmt: skip
    shares = link_betweenness(simple, sorted(pairs)) if pairs else {}
    values: dict[str, Any] = {
        "crossing": {id: crossing[id] for id in ranked},
        "roles": {id: counts[id] for id in ranked},
        "links": [
            {"ends": list(pair), "links": sorted(simple.edges[pair]["links"]), "share": share}
            for pair, share in sorted(shares.items(), key=lambda x: (-x[1], x[0]))
        ],
    }  # fmt: skip
    linked = {group[id] for id in graph if graph.degree[id]}
    if not {"state", "nonstate"} <= linked:
        values["reason"] = "no_nonstate" if "nonstate" not in set(group.values()) else "no_links"
        return Finding("Q4-03", NOT_ENOUGH, (), (), values)
    rests_on = unique(*(
        sorted(simple.edges[b, end]["links"]) for b in named for end in sorted(over[b]) if simple.has_edge(b, end)
    ))  # fmt: skip
    return Finding("Q4-03", FOUND if named else NOTHING, tuple(named), rests_on, values)
