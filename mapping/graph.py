"""A map as networkx graphs: layers of kinds, filtered by practice, and the simple graphs that measures take.

A link that is *needed* (practice missing) is in no graph. Measures never see parallel links, tension or illicit
kinds; brokerage and cut points never see the people served.
"""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from mapping.model import Link, SectorMap
from mapping.schema import CONTROL, schema

SAID_TO_WORK = frozenset({"works"})
IN_PRACTICE = frozenset({"works", "weak", "not_said"})  # on paper and blocked left out
DRAWN = frozenset({"works", "weak", "paper", "blocked", "not_said"})
APART = ("tension", "illicit")  # families that are in no centrality, brokerage or cut point


def layer(map: SectorMap, kinds: Iterable[str], *, practice: frozenset[str] = DRAWN) -> nx.MultiDiGraph[str]:
    """The map's actors and its links of these kinds and answers: directed, parallel links kept.

    Nodes are actor ids; edges are keyed by link id and carry `link`. Undirected kinds appear once, as drawn.
    """
    wanted = frozenset(kinds)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(map.actors)
    for link in map.drawn():
        if link.kind in wanted and link.practice in practice:
            graph.add_edge(link.source, link.target, key=link.id, link=link)
    return graph


def control(map: SectorMap) -> nx.DiGraph[str]:
    """Who commands, appoints or pays whom: simple, directed, from the one above, all drawn links."""
    return nx.DiGraph(layer(map, CONTROL))


def cohesion(map: SectorMap, *, practice: frozenset[str] = IN_PRACTICE) -> nx.Graph[str]:
    """Simple undirected graph of the links that hold a map together; an edge carries `links`, their ids.

    Without tension and illicit kinds, without the people served.
    """
    apart = schema().kinds_of(*APART)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(a.id for a in map.actors.values() if a.of_kind.cell.state != "served")
    for link in map.drawn():
        if link.kind not in apart and link.practice in practice and all(end in graph for end in link.ends):
            known = graph.get_edge_data(*link.ends, default={"links": ()})["links"]
            graph.add_edge(*link.ends, links=(*known, link.id))
    return graph


def oversight_of(map: SectorMap, actor: str, *, external: bool = False) -> list[Link]:
    """The drawn oversight links onto an actor, in the schema's order of kinds; only the external kinds if asked."""
    kinds = schema().external_oversight if external else schema().oversight
    return [k for kind in kinds for k in map.links.values() if k.is_drawn and k.kind == kind and k.target == actor]


def parents(map: SectorMap, actor: str) -> list[str]:
    """What an actor is part of, on this map: its parent, the parent's parent, …"""
    chain: list[str] = []
    up = map.actors[actor].part_of  # type: ignore[index]
    while up and up in map.actors and up not in chain and up != actor:
        chain.append(up)
        up = map.actors[up].part_of
    return chain
