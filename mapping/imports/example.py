"""The example workshop of a scenario: invented maps of a few groups, marked as such in every frame."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import yaml

from mapping.codec import MapFile
from mapping.errors import NotFound, ScenarioInvalid
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.render.layout import places
from mapping.scenario import Scenario, actor_of, folder_of, named, shipped

EXAMPLE = "example/workshop.yaml"


def example(name: str, *, language: str | None = None) -> dict[str, MapFile]:
    """The groups' maps by number, laid out, in one language or each in its own; `NotFound` when there are none."""
    if name not in with_example():
        raise NotFound(f"the scenario {name!r} has no example")
    path = folder_of(name) / EXAMPLE
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    if rows.get("invented") is not True:
        raise ScenarioInvalid(f"{path.name} is not marked as invented")
    scenario = named(name)
    return {
        group: MapFile(_map(scenario, rows["session"], group, row, language or row["language"]))
        for group, row in rows["groups"].items()
    }  # fmt: skip


def with_example() -> tuple[str, ...]:
    """The scenarios that have an example."""
    return tuple(name for name in shipped() if (folder_of(name) / EXAMPLE).is_file())


def _map(scenario: Scenario, session: str, group: str, row: dict[str, Any], language: str) -> SectorMap:
    frame = replace(scenario.exercise(session).frame(language), group=group, rules=True, invented=True)
    actors: dict[ActorId, Actor] = {
        ActorId(id): replace(actor_of(scenario, id, language), influence=influence)
        for id, influence in row["influence"].items()
    }
    links: dict[LinkId, Link] = {}
    for n, (source, kind, target, practice, _) in enumerate(row["links"], 1):
        id = LinkId(f"example-{group}-{n:02}")
        links[id] = Link(id, kind, ActorId(source), ActorId(target), practice)
    map = SectorMap(frame, actors, links)
    spots = places(map)
    return replace(map, actors={id: replace(a, x=spots[id][0], y=spots[id][1]) for id, a in actors.items()})
