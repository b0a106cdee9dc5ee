"""The actors that every map of a workshop may begin with: five or six anchors, or all names; never a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, sqrt

from mapping.changes import Change, as_json
from mapping.errors import NotFound
from mapping.scenario import CatalogueActor, Scenario, actor_of, named
from mapping.schema import schema
from mapping.store.opening import SERVER
from mapping.store.plan import Plan

LABEL = "start"
ACROSS, DOWN = 240.0, 130.0  # px between two: a name of two lines fits
WIDE = 320.0  # between anchors, where links will run


def start_changes(plan: Plan) -> tuple[Change, ...]:
    """One batch that adds the plan's start actors after the frame, each at a place of its own; empty for none.

    Actors whose every link is sensitive are left out: that layer is closed when a day begins.
    """
    rows = start_actors(plan)
    if not rows:
        return ()
    language, scenario = plan.language, named(plan.scenario)
    across, down = (WIDE, WIDE * 0.7) if plan.start == "anchors" else (ACROSS, DOWN)
    columns = 3 if plan.start == "anchors" else ceil(sqrt(len(rows) * down / across * 1.6))
    lines = ceil(len(rows) / columns)
    adds = []
    for n, row in enumerate(rows):
        x, y = (n % columns - (columns - 1) / 2) * across, (n // columns - (lines - 1) / 2) * down
        actor = replace(actor_of(scenario, row.id, language), x=x, y=y)
        adds.append({"op": "add", "actor": as_json(actor)})
    return (Change("c-start", SERVER, 1, "batch", {"label": LABEL, "changes": adds}),)


def start_actors(plan: Plan) -> Sequence[CatalogueActor]:
    """The catalogue's rows that the maps begin with, those of one kind beside each other."""
    if plan.start == "none":
        return ()
    try:
        scenario = named(plan.scenario)
        rows = _anchors(scenario, plan.session) if plan.start == "anchors" else _names(scenario)
    except NotFound:
        return ()
    return [row for row in rows if not schema().actor_kinds[row.kind].sensitive_endpoint]


def _anchors(scenario: Scenario, session: str) -> list[CatalogueActor]:
    return [scenario.actor(id) for id in scenario.exercise(session).anchors]


def _names(scenario: Scenario) -> list[CatalogueActor]:
    kinds = list(schema().actor_kinds)
    first = [row for row in scenario.actors.values() if row.tier == 1]
    return sorted(first, key=lambda row: (kinds.index(row.kind), row.id))
