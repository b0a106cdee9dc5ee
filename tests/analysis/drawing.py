"""Small maps for tests, drawn in a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mapping.analysis.finding import Finding
from mapping.analysis.questions import QUESTIONS
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap


def drawn(actors: Mapping[str, str | Mapping[str, Any]], rows: str = "") -> SectorMap:
    """Actors by id with their kind (or their properties), links as `source kind target practice`, ids l1, l2, …"""
    made = {}
    for id, given in actors.items():
        properties = {"kind": given} if isinstance(given, str) else given
        made[ActorId(id)] = Actor(id=ActorId(id), name=id, **properties)
    links = {}
    for n, row in enumerate(filter(None, map(str.strip, rows.splitlines())), 1):
        source, kind, target, practice = (*row.split(), "not_said")[:4]
        links[LinkId(f"l{n}")] = Link(LinkId(f"l{n}"), kind, ActorId(source), ActorId(target), practice)
    return SectorMap(actors=made, links=links)


def answer(question: str, map: SectorMap) -> Finding:
    return QUESTIONS[question].answer(map)


def said(map: SectorMap, practice: str, *, instead_of: tuple[str, ...] = (), only: tuple[str, ...] = ()) -> SectorMap:
    """The same map with another answer on its drawn links: on those with these answers, or these ids, or all."""
    return replace(map, links={
        id: replace(k, practice=practice)
        if (k.practice in instead_of if instead_of else id in only if only else k.is_drawn) else k
        for id, k in map.links.items()
    })  # fmt: skip
