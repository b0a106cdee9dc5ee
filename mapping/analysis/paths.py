"""Shortest paths: how many run through an actor or a link. All sources at once, on arrays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def _levels(graph: nx.Graph[str]) -> tuple[list[str], Any, Floats, Floats]:
    """Actors in order, adjacency (sparse), distances (-1: no way) and numbers of shortest paths between each two."""
    ids = sorted(graph)
    links: Any = nx.adjacency_matrix(graph, nodelist=ids, dtype=np.dtype(float), weight=None).tocsr()
    n = len(ids)
    distance, count = np.full((n, n), -1.0), np.eye(n)
    np.fill_diagonal(distance, 0)
    front, far = np.eye(n), 0
    while True:
        ways = front @ links
        new = (ways > 0) & (distance < 0)
        if not new.any():
            return ids, links, distance, count
        far += 1
        front = np.where(new, ways, 0.0)
        distance[new], count[new] = far, front[new]


def _dependencies(links: Any, distance: Floats, count: Floats) -> tuple[Floats, Floats]:
    """Brandes' dependency of each source on each actor, and (1 + dependency) / number of paths."""
    dependency = np.zeros_like(distance)
    for far in range(int(distance.max(initial=0)), 0, -1):
        onward = _shared(1 + dependency, count, distance == far)
        dependency += np.where(distance == far - 1, count * (onward @ links), 0.0)
    return dependency, _shared(1 + dependency, count, distance >= 0)


def _shared(values: Floats, among: Floats, where: NDArray[np.bool_]) -> Floats:
    out: Floats = np.divide(values, among, out=np.zeros_like(values), where=where)
    return out


def betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    """Share of the shortest paths between two others that pass through an actor.

    Undirected, simple, unweighted. c(v) = sum over pairs {s, t} without v of paths(s, t through v) / paths(s, t),
    divided by the number of pairs, (n-1)(n-2)/2, where n counts every actor of the graph. From 0 to 1; nan with fewer
    than three actors. Cost: actors times links.

    L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40(1), 1977, 35-41.
    U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25(2), 2001, 163-177.

    >>> betweenness(nx.path_graph(["pn", "mp", "tribunales"], create_using=nx.Graph))
    {'mp': 1.0, 'pn': 0.0, 'tribunales': 0.0}
    """
    n = len(graph)
    if n < 3:
        return dict.fromkeys(sorted(graph), float("nan"))
    ids, links, distance, count = _levels(graph)
    dependency, _ = _dependencies(links, distance, count)
    np.fill_diagonal(dependency, 0)
    shares = dependency.sum(axis=0) / ((n - 1) * (n - 2))
    return {id: round(float(share), 12) for id, share in zip(ids, shares, strict=True)}


def link_betweenness(graph: nx.Graph[str], pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Share of the shortest paths between two actors that run over each of these links.

    Undirected, simple, unweighted. c(e) = sum over pairs {s, t} of paths(s, t over e) / paths(s, t), divided by the
    number of pairs, n(n-1)/2. From 0 to 1.

    U. Brandes, "On variants of shortest-path betweenness centrality and their generic computation", Social Networks
    30(2), 2008, 136-145.

    >>> link_betweenness(nx.Graph([("pn", "mp"), ("mp", "tribunales")]), [("pn", "mp")])
    {('pn', 'mp'): 0.666666666667}
    """
    n = len(graph)
    ids, links, distance, count = _levels(graph)
    _, onward = _dependencies(links, distance, count)
    at = {id: i for i, id in enumerate(ids)}
    out = {}
    for pair in pairs:
        total = 0.0
        for a, b in (pair, pair[::-1]):
            i, j = at[a], at[b]
            forward = distance[:, j] == distance[:, i] + 1
            total += float(np.where(forward & (distance[:, i] >= 0), count[:, i] * onward[:, j], 0.0).sum())
        out[pair] = round(total / (n * (n - 1)), 12)
    return out
