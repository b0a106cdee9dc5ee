"""Read a scenario's folder: tables as UTF-8 CSV, the rest as YAML.

Reading takes what is written; whether it is right is for `mapping.scenario.check` to say. Only what cannot be
read at all (a missing file or column, broken YAML, a number that is none) is `ScenarioInvalid`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from mapping.errors import NotFound, ScenarioInvalid
from mapping.scenario.exercise import exercise
from mapping.scenario.records import (
    CatalogueActor,
    Effect,
    Event,
    GenericTerm,
    Indicator,
    RecordedLink,
    Scenario,
    Source,
)

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"


def _rows(folder: Path, name: str) -> Iterator[Mapping[str, str]]:
    try:
        with (folder / name).open(encoding="utf-8-sig", newline="") as table:
            yield from csv.DictReader(table, strict=True)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise ScenarioInvalid(f"{name} cannot be read: {problem}") from None


def _yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise ScenarioInvalid(f"{path.name} cannot be read: {problem}") from None


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _words(row: Mapping[str, str], stem: str, languages: tuple[str, ...]) -> dict[str, str]:
    return {language: row[f"{stem}_{language}"] for language in languages}


def _actor(row: Mapping[str, str], languages: tuple[str, ...]) -> CatalogueActor:
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
        tier=int(row["tier"]),
    )


def _link(row: Mapping[str, str], languages: tuple[str, ...]) -> RecordedLink:
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
        tier=int(row["tier"]),
    )


def _effect(text: str) -> Effect:
    does, _, rest = text.partition(":")
    of, _, id = rest.partition(":")
    return Effect(does, of, id)


def _event(row: Mapping[str, str], languages: tuple[str, ...]) -> Event:
    return Event(
        id=row["id"],
        date=row["date"],
        title=_words(row, "title", languages),
        description=_words(row, "description", languages),
        effects=tuple(map(_effect, _several(row["effects"]))),
        sources=_several(row["source_ids"]),
        confidence=row["confidence"],
    )


def _source(row: Mapping[str, str]) -> Source:
    return Source(row["id"], row["title"], row["publisher"], row["year"], row["url"], row["seen"] == "yes")


def _indicator(row: Mapping[str, str], languages: tuple[str, ...]) -> Indicator:
    return Indicator(
        id=row["indicator"],
        names=_words(row, "name", languages),
        year=row["year"],
        value=float(row["value"]),
        unit=row["unit"],
        sources=_several(row["source_ids"]),
        confidence=row["confidence"],
        note=row["note"],
    )


def _generic(row: Mapping[str, str]) -> GenericTerm:
    return GenericTerm(row["term"], _several(row["actor_ids"]), row.get("own") == "yes", row["note"])


def read(folder: Path | str) -> Scenario:
    """The scenario in a folder, or `ScenarioInvalid` when it cannot be read."""
    folder = Path(folder)
    about = _yaml(folder / "scenario.yaml")
    try:
        languages = tuple(about["languages"])
        exercises = [exercise(_yaml(p), about["id"]) for p in sorted((folder / "exercises").glob("*.yaml"))]
        return Scenario(
            id=about["id"],
            names=about["name"],
            languages=languages,
            territory=about["territory"],
            date=str(about["reference_date"]),
            session=str(about["session"]),
            note=about["note"],
            licence=about["licence"],
            country_words=tuple(about["country_words"]),
            actors={row["id"]: _actor(row, languages) for row in _rows(folder, "actors.csv")},
            links={row["id"]: _link(row, languages) for row in _rows(folder, "links.csv")},
            events={row["id"]: _event(row, languages) for row in _rows(folder, "events.csv")},
            sources={row["id"]: _source(row) for row in _rows(folder, "sources.csv")},
            indicators=tuple(_indicator(row, languages) for row in _rows(folder, "indicators.csv")),
            generic=tuple(_generic(row) for row in _rows(folder, "generic_terms.csv")),
            exercises={e.session: e for e in exercises},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ScenarioInvalid(f"{folder.name} lacks something or has it in the wrong form: {problem!r}") from None


@cache
def named(name: str) -> Scenario:
    """A scenario that ships with the program (read once), or `NotFound`."""
    folder = SHIPPED / name
    if name not in shipped():
        raise NotFound(f"no scenario is called {name!r}")
    return read(folder)


def shipped() -> tuple[str, ...]:
    """The names of the scenarios that ship with the program; the template is none."""
    return tuple(sorted(p.parent.name for p in SHIPPED.glob("[!_.]*/scenario.yaml")))
