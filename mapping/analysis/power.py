"""Influence beside formal control (Q3-17)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding
from mapping.graph import control
from mapping.model import SectorMap
from mapping.schema import CONTROL

HEAVY, LIGHT = 4, 2  # influence at least, influence at most


def reach(graph: nx.DiGraph[str]) -> dict[str, int]:
    """How many actors each commands, appoints or pays, directly or through others.

    Directed, simple, all drawn links of command, appointment and budget; reach(v) = number of descendants of v.
    Whole numbers from 0. Cost: actors times links.

    >>> reach(nx.DiGraph([("congreso", "ffaa"), ("ffaa", "pmop")]))
    {'congreso': 2, 'ffaa': 1, 'pmop': 0}
    """
    return {id: len(nx.descendants(graph, id)) for id in graph}


def average_ranks(values: Mapping[str, float]) -> dict[str, float]:
    """Ranks from 1 for the highest value; equal values share the average of the places they take.

    >>> average_ranks({"ffaa": 5, "pn": 3, "pmop": 3, "conadeh": 2})
    {'ffaa': 1.0, 'pn': 2.5, 'pmop': 2.5, 'conadeh': 4.0}
    """
    higher = {v: sum(1 for x in values.values() if x > v) for v in set(values.values())}
    same = {v: sum(1 for x in values.values() if x == v) for v in set(values.values())}
    return {id: higher[v] + (same[v] + 1) / 2 for id, v in values.items()}


def weight_and_mandate(map: SectorMap) -> Finding:
    """Q3-17: who weighs more than its mandate, and whose mandate has no weight?

    Only actors whose influence was rated; not rated is not 0. *Weighs more*: influence 4 or 5 and reach 0. *Mandate
    without weight*: reach 1 or more and influence 2 or less. `d` = average rank by reach - average rank by influence,
    among the rated (positive: stands higher by influence). Criminal and armed non-state groups are left out: their
    links are closed, so that a reach of 0 would say nothing.
    *Not enough* when nobody is rated or no link of control is drawn. *Nothing* when neither is there.
    """
    seen = {id: a for id, a in map.actors.items() if not a.of_kind.sensitive_endpoint}
    influence: dict[str, float] = {id: a.influence for id, a in sorted(seen.items()) if a.influence is not None}
    reached = reach(control(map))
    by_reach = average_ranks({id: reached[id] for id in influence})
    by_influence = average_ranks(influence)
    d = {id: by_reach[id] - by_influence[id] for id in influence}
    more = sorted((id for id, n in influence.items() if n >= HEAVY and not reached[id]), key=lambda id: (-d[id], id))
    less = sorted((id for id, n in influence.items() if n <= LIGHT and reached[id]), key=lambda id: (d[id], id))
    values: dict[str, Any] = {
        "weighs_more": more, "mandate_without_weight": less, "d": d, "influence": influence,
        "reach": {id: reached[id] for id in influence}, "not_rated": sorted(set(seen) - set(influence)),
    }  # fmt: skip
    links = sorted(link.id for link in map.drawn(*CONTROL))
    if not influence or not links:
        values["reason"] = "not_rated" if not influence else "no_control"
        return Finding("Q3-17", NOT_ENOUGH, (), (), values)
    rests_on = tuple(k for k in links if map.links[k].source in less)
    return Finding("Q3-17", FOUND if more or less else NOTHING, (*more, *less), rests_on, values)
