"""Where gender actors stand (Q3-24)."""

from __future__ import annotations

from typing import Any

import networkx as nx

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.analysis.populations import armed_state, of_kind
from mapping.graph import cohesion
from mapping.model import Actor, SectorMap
from mapping.schema import CONTROL, schema

SILENT = (None, "unknown")


def _says(actor: Actor) -> bool:
    return actor.gender_actor or actor.gender_mix not in SILENT or actor.gender_resp not in SILENT


def gender_actors(map: SectorMap) -> Finding:
    """Q3-24: where do gender actors stand?

    For each gender actor, in practice and without tension and illicit kinds: its links to security and justice
    institutions, whom it oversees, and how many steps it is from the nearest State actor that commands, appoints or
    pays somebody (none: no way there). Named are the gender actors without a link to security and justice, and the
    State's armed institutions said to be blind to gender.
    *Not enough* when no actor says anything about gender (people served not counted). *Nothing* when something is
    said, but there is no gender actor and none said to be blind.
    """
    graph = cohesion(map)
    core = set(of_kind(map, "core_security", "justice"))
    deciders = {k.source for k in map.drawn(*CONTROL) if map.actors[k.source].is_state} & set(graph)
    ways = nx.multi_source_dijkstra_path_length(graph, deciders, weight=lambda *_: 1) if deciders else {}
    steps = {id: int(n) for id, n in ways.items()}
    overseen: dict[str, set[str]] = {}
    for link in map.drawn(*schema().oversight):
        overseen.setdefault(link.source, set()).add(link.target)
    standing: dict[str, Any] = {}
    rests_on: list[str] = []
    for id in sorted(a.id for a in map.actors.values() if a.gender_actor and a.id in graph):
        near = sorted(set(graph[id]) & core - {id})
        rests_on += [k for n in near for k in sorted(graph.edges[id, n]["links"])]
        standing[id] = {"linked_to": near, "oversees": sorted(overseen.get(id, ())), "steps": steps.get(id)}
    blind = [id for id in armed_state(map) if map.actors[id].gender_resp == "blind"]  # type: ignore[index]
    asked = [a for a in map.actors.values() if a.of_kind.cell.state != "served"]
    silent = sum(1 for a in asked if not _says(a))
    alone = [id for id, x in standing.items() if not x["linked_to"]]
    values: dict[str, Any] = {
        "standing": standing, "alone": alone, "blind": blind, "not_said": {"n": silent, "of": len(asked)},
    }  # fmt: skip
    if silent == len(asked):
        values["reason"] = "not_said" if asked else "no_actors"
        return Finding("Q3-24", NOT_ENOUGH, (), (), values)
    return Finding(
        "Q3-24", FOUND if standing or blind else NOTHING, unique(standing, blind), unique(rests_on), values,
        answer=frozenset({*alone, *blind}),
    )  # fmt: skip
