"""What is wrong with a scenario's folder.

Errors break something for a workshop; notes are gaps one can live with (evidence that exists in one language only,
an actor without a source). `scenario check` fails on errors alone. A problem carries facts, not sentences: the words
are in i18n under `scenario.problem`.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mapping.errors import BadInput, BadValue, ScenarioInvalid
from mapping.scenario.dates import first_day, last_day
from mapping.scenario.exercise_check import exercise_problems
from mapping.scenario.problem import Problem
from mapping.scenario.read import read
from mapping.scenario.records import CatalogueActor, RecordedLink, Scenario
from mapping.scenario.spelling import key
from mapping.schema import schema

__all__ = ["Problem", "check"]

SHORT = 32  # characters of a short name: two lines on the canvas
CONFIDENCE = ("documented", "background", "none")
FLAGS = {"actors.csv": ("intelligence", "gender_actor", "protect"), "sources.csv": ("seen",)}


def _repeated(folder: Path) -> Iterator[Problem]:
    """Ids that occur twice, and flags that are neither yes nor no: reading cannot see them any more."""
    for name in ("actors.csv", "links.csv", "events.csv", "sources.csv"):
        with (folder / name).open(encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table))
        for id, times in Counter(row["id"] for row in rows).items():
            if times > 1 or not id:
                yield Problem("repeated_id", name, id)
        for row in rows:
            for flag in FLAGS.get(name, ()):
                if row[flag] not in ("yes", "no"):
                    yield Problem("bad_value", f"{name} {row['id']} {flag}", row[flag])


def _period(where: str, row: CatalogueActor | RecordedLink) -> Iterator[Problem]:
    try:
        begins = first_day(row.valid_from) if row.valid_from else date.min
        if row.valid_to and last_day(row.valid_to) < begins:
            yield Problem("ends_before_it_begins", where, f"{row.valid_from} – {row.valid_to}")
    except BadValue as problem:
        yield Problem("bad_date", where, str(problem.value))


def _sourced(where: str, sources: tuple[str, ...], confidence: str, scenario: Scenario) -> Iterator[Problem]:
    for source in sources:
        if source not in scenario.sources:
            yield Problem("unknown_source", where, source)
    if confidence not in CONFIDENCE:
        yield Problem("bad_value", f"{where} confidence", confidence)
    elif not sources and confidence != "none":
        yield Problem("no_source", where, confidence)
    elif confidence == "none" and not sources:
        yield Problem("without_source", where, "", "note")


def _texts(where: str, texts: Mapping[str, str], languages: tuple[str, ...], level: str = "error") -> Iterator[Problem]:
    for language in languages:
        if not texts.get(language):
            yield Problem("missing_language", where, language, level)


def _values(where: str, of: str, values: Mapping[str, Any]) -> Iterator[Problem]:
    for name, value in values.items():
        try:
            if value is not None:
                schema().checked(of, name, value)
        except BadInput:
            yield Problem("bad_value", f"{where} {name}", str(value))


def _actors(scenario: Scenario) -> Iterator[Problem]:
    oversight = schema().oversight
    for actor in scenario.actors.values():
        where = f"actors.csv {actor.id}"
        fields = ("kind", "role2", "level", "statutory", "uses_force", "chain", "oversees_as")
        yield from _values(where, "actor", {name: getattr(actor, name) for name in fields})
        yield from _texts(f"{where} name", actor.names, scenario.languages)
        yield from _texts(f"{where} short", actor.short, scenario.languages)
        yield from _texts(f"{where} description", actor.description, scenario.languages)
        yield from _period(where, actor)
        yield from _sourced(where, actor.sources, actor.confidence, scenario)
        if actor.part_of and actor.part_of not in scenario.actors:
            yield Problem("unknown_actor", f"{where} part_of", actor.part_of)
        if actor.oversees_as and actor.oversees_as not in oversight:
            yield Problem("not_oversight", where, actor.oversees_as)
        for short in actor.short.values():
            if len(short) > SHORT:
                yield Problem("too_long", f"{where} short", short)
        if actor.tier not in (1, 2):
            yield Problem("bad_value", f"{where} tier", str(actor.tier))


def _spellings(scenario: Scenario) -> Iterator[Problem]:
    """Names that two actors share, and generic terms that are also one actor's name."""
    owners: dict[str, dict[str, str]] = {}
    for actor in scenario.actors.values():
        for name in actor.spellings:
            owners.setdefault(key(name), {})[actor.id] = name
    for found in owners.values():
        if len(found) > 1:
            yield Problem("shared_name", "actors.csv " + ", ".join(found), next(iter(found.values())))
    for term in scenario.generic:
        if not term.actors:
            yield Problem("unknown_actor", f"generic_terms.csv {term.term}", "")
        if key(term.term) in owners:
            yield Problem("generic_is_a_name", f"generic_terms.csv {term.term}", ", ".join(owners[key(term.term)]))
        for id in term.actors:
            if id not in scenario.actors:
                yield Problem("unknown_actor", f"generic_terms.csv {term.term}", id)


def _links(scenario: Scenario) -> Iterator[Problem]:
    for link in scenario.links.values():
        where = f"links.csv {link.id}"
        yield from _values(where, "link", {n: getattr(link, n) for n in ("kind", "practice", "formality", "strength")})
        yield from _texts(f"{where} evidence", link.evidence, scenario.languages, "note")
        if not any(link.evidence.values()):
            yield Problem("no_evidence", where, "")
        yield from _period(where, link)
        yield from _sourced(where, link.sources, link.confidence, scenario)
        for end in (link.source, link.target):
            if end not in scenario.actors:
                yield Problem("unknown_actor", where, end)
            elif link.tier < scenario.actors[end].tier:
                yield Problem("tier_above_its_actor", where, end, "note")
        if link.source == link.target:
            yield Problem("same_ends", where, link.source)
        said = link.practice != "not_said"
        if said and not any(link.practice_words and link.practice_words in text for text in link.evidence.values()):
            yield Problem("practice_without_words", where, link.practice_words)


def _events(scenario: Scenario) -> Iterator[Problem]:
    known: Mapping[str, Mapping[str, CatalogueActor | RecordedLink]]
    known = {"actor": scenario.actors, "link": scenario.links}
    seen: set[str] = set()
    for event in scenario.events.values():
        where = f"events.csv {event.id}"
        yield from _texts(f"{where} title", event.title, scenario.languages)
        yield from _texts(f"{where} description", event.description, scenario.languages, "note")
        yield from _sourced(where, event.sources, event.confidence, scenario)
        try:
            last_day(event.date)
        except BadValue:
            yield Problem("bad_date", where, event.date)
            continue
        for effect in event.effects:
            whole = f"{effect.does}:{effect.of}:{effect.id}"
            if effect.does not in ("start", "end") or effect.id not in known.get(effect.of, {}):
                yield Problem("unknown_effect", where, whole)
                continue
            if whole in seen:
                yield Problem("effect_twice", where, whole)
            seen.add(whole)
            row = known[effect.of][effect.id]
            year = row.valid_from if effect.does == "start" else row.valid_to
            if year and year[:4] != event.date[:4]:
                yield Problem("years_differ", f"{where} {whole}", f"{event.date} / {year}", "note")


def _about(scenario: Scenario) -> Iterator[Problem]:
    for part in ("names", "territory", "note", "licence"):
        yield from _texts(f"scenario.yaml {part}", getattr(scenario, part), scenario.languages)
    try:
        last_day(scenario.date)
    except BadValue:
        yield Problem("bad_date", "scenario.yaml reference_date", scenario.date)
    if scenario.session not in scenario.exercises:
        yield Problem("unknown_session", "scenario.yaml session", scenario.session)
    for indicator in scenario.indicators:
        where = f"indicators.csv {indicator.id} {indicator.year}"
        yield from _texts(where, indicator.names, scenario.languages)
        yield from _sourced(where, indicator.sources, indicator.confidence, scenario)


PARTS: tuple[Callable[[Scenario], Iterator[Problem]], ...] = (
    _about, _actors, _spellings, _links, _events, exercise_problems,
)  # fmt: skip


def check(folder: Path | str) -> list[Problem]:
    """All problems of the scenario in a folder, errors first; an empty list is a scenario without a flaw."""
    folder = Path(folder)
    try:
        scenario = read(folder)
        found = [*_repeated(folder), *(problem for part in PARTS for problem in part(scenario))]
    except ScenarioInvalid as problem:
        return [Problem("unreadable", folder.name, str(problem))]
    return sorted(found, key=lambda problem: problem.level != "error")
