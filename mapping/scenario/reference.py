"""The reference map: what a scenario has on record for one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap
from mapping.scenario.dates import holds, last_day
from mapping.scenario.records import CatalogueActor, RecordedLink, Scenario

# confidence of a row -> class of evidence, how sure (of 3)
_SURE = {"documented": ("A", 3), "background": ("B", 2)}


def actor_of(scenario: Scenario, id: str, language: str) -> Actor:
    """The actor that a live map takes from the catalogue, under its short name; `NotFound` when it has none such."""
    return _actor(scenario.actor(id), language)


def _actor(row: CatalogueActor, language: str) -> Actor:
    return Actor(
        id=ActorId(row.id),
        name=row.short.get(language) or row.names[language],
        kind=row.kind,
        names=MappingProxyType(dict(row.short)),
        catalogue=row.id,
        role2=row.role2,
        level=row.level,
        statutory=row.statutory,
        uses_force=row.uses_force,
        intelligence=row.intelligence,
        part_of=ActorId(row.part_of) if row.part_of else None,
        oversees_as=row.oversees_as,
        chain=row.chain,
        gender_actor=row.gender_actor,
        protect=row.protect,
    )


def _link(row: RecordedLink, language: str) -> Link:
    evidence, confidence = _SURE.get(row.confidence, (None, None))
    return Link(
        id=LinkId(row.id),
        kind=row.kind,
        source=ActorId(row.source),
        target=ActorId(row.target),
        practice=row.practice,
        formality=row.formality,
        strength=row.strength,
        evidence=evidence,
        confidence=confidence,
        ground=row.evidence.get(language) or next(filter(None, row.evidence.values()), ""),
        sources=row.sources,
        recorded=row.id,
    )


def reference_map(scenario: Scenario, at: str | date = "", tier: int = 1, language: str = "en") -> SectorMap:
    """The recorded actors and links that hold on a day (default: the scenario's reference date), up to a tier.

    A date without day means its last day. An actor without a source is in the catalogue only. A link is there
    when both its actors are. `language` is that of names, frame and evidence; evidence that exists in another
    language only comes in that one. `BadValue` when `at` is no date.
    """
    at = at or scenario.date
    day = at if isinstance(at, date) else last_day(at)
    there = {
        row.id: _actor(row, language)
        for row in scenario.actors.values()
        if row.tier <= tier and row.sources and holds(scenario, "actor", row.id, day)
    }
    links = {
        row.id: _link(row, language)
        for row in scenario.links.values()
        if row.tier <= tier and {row.source, row.target} <= there.keys() and holds(scenario, "link", row.id, day)
    }
    frame = Frame(territory=scenario.territory.get(language, ""), scenario=scenario.id)
    if scenario.session in scenario.exercises:
        frame = replace(scenario.exercise(scenario.session).frame(language), session="")
    frame = replace(frame, date=day.isoformat())
    return SectorMap(frame, {ActorId(k): v for k, v in there.items()}, {LinkId(k): v for k, v in links.items()})
