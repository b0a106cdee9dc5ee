"""Structural holes: how much an actor's contacts are contacts of each other."""

from __future__ import annotations

import networkx as nx


def effective_size(graph: nx.Graph[str]) -> dict[str, float]:
    """Number of contacts, less what is redundant among them.

    Undirected, simple, unweighted. e(v) = n - 2t/n, with n contacts of v and t links among those contacts. From 1 to
    n; nan for an actor without contacts. Cost: the sum of the contacts' contacts.

    R. S. Burt, Structural Holes: The Social Structure of Competition, Harvard University Press, 1992; in this form
    S. Borgatti, "Structural holes: unpacking Burt's redundancy measures", Connections 20(1), 1997, 35-38.

    >>> effective_size(nx.Graph([("conadeh", "pn"), ("conadeh", "pmop"), ("pn", "pmop"), ("conadeh", "congreso")]))
    {'conadeh': 2.3333333333333335, 'pn': 1.0, 'pmop': 1.0, 'congreso': 1.0}
    """
    near = {v: set(graph[v]) - {v} for v in graph}
    return {v: len(own) - _ties(near, own) / len(own) if own else float("nan") for v, own in near.items()}


def _ties(near: dict[str, set[str]], own: set[str]) -> int:
    """Twice the links among these actors."""
    return sum(len(near[u] & own) for u in own)


def constraint(graph: nx.Graph[str]) -> dict[str, float]:
    """How much an actor's contacts close in on it: high when they are few and know each other.

    Undirected, simple, unweighted. c(v) = sum over contacts u of (p(v,u) + sum over common contacts w of
    p(v,w) p(w,u))^2, with p(a,b) = 1 / number of contacts of a. Sums over v's own contacts only. Greater than 0, and
    can be more than 1 (1.125 is the highest); nan for an actor without contacts. Cost: the sum of the contacts'
    contacts.

    R. S. Burt, "Structural holes and good ideas", American Journal of Sociology 110(2), 2004, 349-399.

    >>> constraint(nx.Graph([("conadeh", "pn"), ("conadeh", "pmop")]))
    {'conadeh': 0.5, 'pn': 1.0, 'pmop': 1.0}
    """
    near = {v: set(graph[v]) - {v} for v in graph}
    p = {v: 1 / len(own) if own else 0.0 for v, own in near.items()}
    return {
        v: sum((p[v] + sum(p[v] * p[w] for w in own & near[u])) ** 2 for u in own) if own else float("nan")
        for v, own in near.items()
    }
