"""What the map knows of candidates for support before a lane is chosen (Q4-22)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mapping.analysis.finding import NOT_ENOUGH, Finding, unique
from mapping.analysis.nonstate import TIES
from mapping.analysis.populations import nonstate
from mapping.model import Actor, Link, SectorMap
from mapping.schema import schema

SILENT = (None, "unknown")
# In this order; those that a map records nothing of are for the group to talk about.
CHECKS = ("served", "legitimacy", "force_and_rights", "illicit", "accountability", "state_link", "women", "dividers",
          "capture", "stops")  # fmt: skip
ON_THE_MAP = CHECKS[:7]

Check = Callable[[SectorMap, Actor, list[Link]], bool]


def _served(map: SectorMap, actor: Actor, links: list[Link]) -> bool:
    return any(k.source == actor.id if k.kind == "service" else k.kind == "access" for k in links)


def _accountable(map: SectorMap, actor: Actor, links: list[Link]) -> bool:
    kinds = ("regulation", *schema().oversight)
    return any(k.kind in kinds and k.target == actor.id and k.practice != "not_said" for k in links)


def _state_link(map: SectorMap, actor: Actor, links: list[Link]) -> bool:
    kinds = (*TIES, *schema().oversight)
    return any(k.kind in kinds and any(map.actors[end].is_state for end in k.ends) for k in links)


_ANSWERED: dict[str, Check] = {
    "served": _served,
    "legitimacy": lambda map, a, links: a.legitimacy is not None,
    "force_and_rights": lambda map, a, links: a.uses_force not in SILENT and a.hr_record not in SILENT,
    "illicit": lambda map, a, links: False,  # only the sensitive layer can answer, and this question does not see it
    "accountability": _accountable,
    "state_link": _state_link,
    "women": lambda map, a, links: a.gender_mix not in SILENT or a.gender_resp not in SILENT,
}  # fmt: skip


def candidates(map: SectorMap) -> Finding:
    """Q4-22: in which lane does the group put each candidate, and what does the map know of it?

    Candidates are non-state actors, without criminal and armed groups. For each, which of the ordered checks the map
    answers (that it says something, not what). A map records no lanes, so the outcome is *not enough* always: the lane
    is the group's decision, never computed.
    """
    ask = nonstate(map)
    at: dict[str, list[Link]] = {id: [] for id in ask}
    for link in sorted(map.drawn(), key=lambda k: k.id):
        for end in set(link.ends) & at.keys():
            at[end].append(link)
    answered = {
        id: [c for c in ON_THE_MAP if _ANSWERED[c](map, map.actors[id], at[id])] for id in ask  # type: ignore[index]
    }  # fmt: skip
    values: dict[str, Any] = {
        "answered": answered, "checks": list(CHECKS), "on_the_map": list(ON_THE_MAP),
        "reason": "no_lanes" if ask else "no_nonstate",
    }  # fmt: skip
    kinds = {"service", "access", *TIES, "regulation", *schema().oversight}
    links = unique(k.id for id in ask for k in at[id] if k.kind in kinds)
    return Finding("Q4-22", NOT_ENOUGH, tuple(ask), links, values)
