"""The catalogue for a browser: what the typing box needs to propose names while the server is away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.scenario.names import decisive
from mapping.scenario.names_index import country, index_of
from mapping.scenario.records import CatalogueActor, Scenario
from mapping.scenario.spelling import glossary, spelled_alike


def _entry(actor: CatalogueActor, also: list[str]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": actor.id,
        "short": dict(actor.short),
        "names": dict(actor.names),
        "acronym": actor.acronym,
        "aliases": list(actor.aliases),
        "also": also,  # words that may mean it, and ask
        "kind": actor.kind,
        "role2": actor.role2,
        "force": actor.uses_force,
        "intelligence": actor.intelligence,
        "part_of": actor.part_of,
        "oversees_as": actor.oversees_as,
        "chain": list(actor.chain),
        "gender_actor": actor.gender_actor,
        "protect": actor.protect,
        "tier": actor.tier if actor.tier > 1 else None,  # who is not offered first
    }
    return {name: value for name, value in entry.items() if value not in (None, "", [], False)}


def _one_or_all(places: list[int]) -> int | list[int]:
    return places[0] if len(places) == 1 else places


def catalogue_json(scenario: Scenario) -> dict[str, Any]:
    """Actors and the words that ask, ready for JSON; what is empty, false or unknown is left out.

    `exact` holds every spelling that decides by itself (plain: lower case, no accents, no punctuation, no spaces;
    see `spelling.key` and `spelling.content`) with the place in `actors` of the one it means, or a list of places where
    it means several; `generic` has the words that always ask, `parts` those that may also be a group's own actor.
    `ignored`, `same` and `country` are the words that `content` leaves out or spells in one way, `glossary` those that
    mean the same.
    Descriptions, sources and evidence stay on the server.
    """
    place = {id: i for i, id in enumerate(scenario.actors)}
    index, (ignored, same) = index_of(scenario), spelled_alike()
    also: dict[str, list[str]] = {}
    for term in scenario.generic:
        for id in term.actors:
            also.setdefault(id, []).append(term.term)

    def placed(spellings: Mapping[str, tuple[str, ...]]) -> dict[str, int | list[int]]:
        return {spelled: _one_or_all([place[id] for id in ids]) for spelled, ids in spellings.items()}

    return {
        "scenario": scenario.id,
        "actors": [_entry(actor, also.get(actor.id, [])) for actor in scenario.actors.values()],
        "exact": placed(decisive(scenario)),
        "generic": placed(index.generic),
        "parts": placed(index.parts),
        "ignored": sorted(ignored),
        "same": same,
        "country": sorted(country(scenario)),
        "glossary": glossary(),
    }
