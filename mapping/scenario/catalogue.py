"""The catalogue for a browser: what the typing box needs to propose names while the server is away."""

from __future__ import annotations

from typing import Any

from mapping.scenario.names import country, decisive
from mapping.scenario.records import CatalogueActor, Scenario
from mapping.scenario.spelling import key


def _entry(actor: CatalogueActor) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": actor.id,
        "short": dict(actor.short),
        "names": dict(actor.names),
        "acronym": actor.acronym,
        "aliases": list(actor.aliases),
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
    """Actors and generic terms, ready for JSON; what is empty, false or unknown is left out.

    `exact` holds every spelling that decides by itself (plain: lower case, no accents, no punctuation, no spaces;
    see `spelling.key`) with the place in `actors` of the one it means, or a list of places where it means several;
    `generic` has the words that always ask.
    Descriptions, sources and evidence stay on the server.
    """
    place = {id: i for i, id in enumerate(scenario.actors)}
    exact = {spelled: [place[id] for id in ids] for spelled, ids in decisive(scenario).items()}
    generic = {key(term.term): [place[id] for id in term.actors] for term in scenario.generic}
    return {
        "scenario": scenario.id,
        "actors": [_entry(actor) for actor in scenario.actors.values()],
        "exact": {spelled: _one_or_all(places) for spelled, places in exact.items()},
        "generic": generic,
        "country": sorted(country(scenario)),
    }
