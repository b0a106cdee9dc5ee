"""How close a candidate for support is to illicit or armed groups (Q4-07). The sensitive layer's only question."""

from __future__ import annotations

from collections import deque
from typing import Any

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.analysis.populations import nonstate
from mapping.model import SectorMap

PROXIMITY = ("infiltration", "corruption", "collusion")  # extortion never: its target is a victim
NEAR = 2


def proximity(map: SectorMap) -> Finding:
    """Q4-07: how close are candidates for support to criminal or armed groups?

    Steps over drawn links of infiltration, corruption and collusion, either way, from a non-state actor to the nearest
    criminal or armed non-state group; two steps or fewer are named, with the links in between. Extortion is no such
    link, and whoever is drawn as extorted appears neither as near nor in between, whatever else is drawn.
    *Not enough* when no link of these kinds is drawn, or there is no candidate. *Nothing* when no candidate is near.
    """
    victims = {k.target for k in map.drawn("extortion") if not map.actors[k.target].of_kind.sensitive_endpoint}
    groups = [id for id, a in sorted(map.actors.items()) if a.of_kind.sensitive_endpoint]
    candidates = [id for id in nonstate(map) if id not in victims]
    links = sorted(map.drawn(*PROXIMITY), key=lambda k: k.id)
    near: dict[str, list[tuple[str, str]]] = {}
    for link in links:
        if not victims & set(link.ends):
            near.setdefault(link.source, []).append((link.target, link.id))
            near.setdefault(link.target, []).append((link.source, link.id))
    way: dict[str, tuple[str, ...]] = dict.fromkeys(groups, ())
    passed: dict[str, tuple[str, ...]] = {id: (id,) for id in groups}
    queue: deque[str] = deque(groups)
    while queue:
        here = queue.popleft()
        for there, link_id in near.get(here, ()):
            if there not in way:
                way[there], passed[there] = (link_id, *way[here]), (there, *passed[here])
                queue.append(there)
    found = sorted((id for id in candidates if id in way and len(way[id]) <= NEAR), key=lambda id: (len(way[id]), id))
    values: dict[str, Any] = {
        "near": {id: {"steps": len(way[id]), "by": list(passed[id][1:]), "links": list(way[id])} for id in found},
        "victims_left_out": len(victims),
    }  # fmt: skip
    if not links or not candidates:
        values["reason"] = "no_proximity_links" if candidates else "no_candidates"
        return Finding("Q4-07", NOT_ENOUGH, (), (), values)
    return Finding("Q4-07", FOUND if found else NOTHING, tuple(found), unique(*(way[id] for id in found)), values)
