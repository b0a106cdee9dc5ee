"""Actors without which a map falls apart, and how much is cut off (Q3-13)."""

from __future__ import annotations

from typing import Any

import networkx as nx

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.graph import APART, IN_PRACTICE, cohesion
from mapping.model import SectorMap
from mapping.schema import schema

HEADLINE = 3  # a cut that leaves fewer actors outside is told, but not in the first sentence


def cuts(graph: nx.Graph[str]) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Cut points with how many actors each would leave outside, and bridges.

    Undirected, simple. The cut of v = (size of v's component) - 1 - (size of the largest piece of that component
    once v is gone); only cut points (v is in every path between two of its pieces) have one. Other components do not
    count: who had no link before is not cut off by v. One depth-first search: time and space grow with actors + links.

    J. Hopcroft and R. Tarjan, "Efficient algorithms for graph manipulation", Communications of the ACM 16, 1973,
    372-378.

    >>> cuts(nx.Graph([("bid", "pn"), ("cosude", "pn"), ("pn", "mp"), ("mp", "bid")]))
    ({'pn': 1}, [('cosude', 'pn')])
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    size: dict[str, int] = {}
    pieces: dict[str, list[int]] = {}
    bridges: list[tuple[str, str]] = []
    out: dict[str, int] = {}
    for root in graph:
        if root in order:
            continue
        order[root] = low[root] = len(order)
        size[root] = 1
        component = [root]
        stack = [(root, "", iter(graph[root]))]
        while stack:
            here, parent, rest = stack[-1]
            for there in rest:
                if there not in order:
                    order[there] = low[there] = len(order)
                    size[there] = 1
                    component.append(there)
                    stack.append((there, here, iter(graph[there])))
                    break
                if there != parent and there != here:
                    low[here] = min(low[here], order[there])
            else:
                stack.pop()
                if not stack:
                    continue
                size[parent] += size[here]
                low[parent] = min(low[parent], low[here])
                if low[here] >= order[parent]:
                    pieces.setdefault(parent, []).append(size[here])
                if low[here] > order[parent]:
                    bridges.append((min(here, parent), max(here, parent)))
        whole = len(component)
        for v in component:
            cut_off = pieces.get(v, [])
            if len(cut_off) < (2 if v == root else 1):
                continue
            above = whole - 1 - sum(cut_off)
            out[v] = whole - 1 - max(*cut_off, above)
    return out, sorted(bridges)


def _ranked(found: dict[str, int]) -> dict[str, int]:
    return dict(sorted(found.items(), key=lambda x: (-x[1], x[0])))


def single_points(map: SectorMap) -> Finding:
    """Q3-13: without whom does the map fall apart?

    On the simple undirected graph of drawn links without tension and illicit kinds, without the people served, as
    said to be in practice: works, weak and not said; on paper and blocked are left out. Beside it the same with the
    links on paper. Those that cut off three actors or more are named; the rest are in `below`.
    *Not enough* when fewer than three actors have such a link. *Nothing* when none cuts off three.
    """
    graph = cohesion(map)
    found, bridges = cuts(graph)
    counted, _ = cuts(cohesion(map, practice=IN_PRACTICE | {"paper"}))
    head = {id: n for id, n in _ranked(found).items() if n >= HEADLINE}
    head_on_paper = {id: n for id, n in _ranked(counted).items() if n >= HEADLINE}
    linked = sum(1 for id in graph if graph.degree[id])
    apart = schema().kinds_of(*APART)
    practices = [k.practice for k in map.drawn() if k.kind not in apart and all(end in graph for end in k.ends)]
    values: dict[str, Any] = {
        "cut": head, "below": {id: n for id, n in _ranked(found).items() if n < HEADLINE},
        "bridges": [list(pair) for pair in bridges], "with_paper": head_on_paper, "linked": linked,
        "left_out": {"paper": practices.count("paper"), "blocked": practices.count("blocked")},
    }  # fmt: skip
    rests_on = unique(*(
        sorted(graph.edges[pair]["links"]) for pair in sorted((min(e), max(e)) for id in head for e in graph.edges(id))
    ))  # fmt: skip
    if linked < 3:
        values["reason"] = "few_links"
        return Finding("Q3-13", NOT_ENOUGH, (), (), values)
    return Finding("Q3-13", FOUND if head else NOTHING, tuple(head), rests_on, values)
