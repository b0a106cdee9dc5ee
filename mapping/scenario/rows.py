"""The rows of a scenario's tables as records. Every column is there; a number that could not be read is empty."""

from __future__ import annotations

from collections.abc import Mapping

from mapping.scenario.records import (
    CatalogueActor,
    Effect,
    Event,
    GenericTerm,
    Indicator,
    RecordedLink,
    Source,
)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _words(row: Mapping[str, str], stem: str, languages: tuple[str, ...]) -> dict[str, str]:
    return {language: row[f"{stem}_{language}"] for language in languages}


def actor(row: Mapping[str, str], languages: tuple[str, ...]) -> CatalogueActor:
    """An actor of the catalogue out of its row."""
    return CatalogueActor(
        id=row["id"],
        names=_words(row, "name", languages),
        short=_words(row, "short", languages),
        acronym=row["acronym"],
        aliases=_several(row["aliases"]),
        kind=row["kind"],
        role2=row["role2"] or None,
        level=row["level"] or None,
        statutory=row["statutory"] or None,
        uses_force=row["uses_force"] or None,
        intelligence=row["intelligence"] == "yes",
        part_of=row["part_of"] or None,
        oversees_as=row["oversees_as"] or None,
        chain=_several(row["chain"]),
        gender_actor=row["gender_actor"] == "yes",
        protect=row["protect"] == "yes",
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        description=_words(row, "description", languages),
        sources=_several(row["source_ids"]),
        confidence=row["confidence"],
        tier=int(row["tier"] or 1),
    )


def link(row: Mapping[str, str], languages: tuple[str, ...]) -> RecordedLink:
    """A recorded link out of its row."""
    return RecordedLink(
        id=row["id"],
        source=row["source"],
        target=row["target"],
        kind=row["kind"],
        formality=row["formality"] or None,
        strength=int(row["strength"]) if row["strength"] else None,
        practice=row["practice"] or "not_said",
        practice_words=row["practice_words"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        evidence=_words(row, "evidence", languages),
        sources=_several(row["source_ids"]),
        confidence=row["confidence"],
        tier=int(row["tier"] or 1),
    )


def _effect(text: str) -> Effect:
    does, _, rest = text.partition(":")
    of, _, id = rest.partition(":")
    return Effect(does, of, id)


def event(row: Mapping[str, str], languages: tuple[str, ...]) -> Event:
    """An event out of its row."""
    return Event(
        id=row["id"],
        date=row["date"],
        title=_words(row, "title", languages),
        description=_words(row, "description", languages),
        effects=tuple(map(_effect, _several(row["effects"]))),
        sources=_several(row["source_ids"]),
        confidence=row["confidence"],
    )


def source(row: Mapping[str, str]) -> Source:
    """A source out of its row."""
    return Source(row["id"], row["title"], row["publisher"], row["year"], row["url"], row["seen"] == "yes")


def indicator(row: Mapping[str, str], languages: tuple[str, ...]) -> Indicator:
    """An indicator out of its row."""
    return Indicator(
        id=row["indicator"],
        names=_words(row, "name", languages),
        year=row["year"],
        value=float(row["value"] or 0),
        unit=row["unit"],
        sources=_several(row["source_ids"]),
        confidence=row["confidence"],
        note=row["note"],
    )


def generic(row: Mapping[str, str]) -> GenericTerm:
    """A word that asks, out of its row."""
    return GenericTerm(row["term"], _several(row["actor_ids"]), row["own"] == "yes", row["note"])
