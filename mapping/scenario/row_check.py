"""What is wrong in the rows of a scenario's tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from mapping.errors import BadInput, BadValue
from mapping.scenario.columns import FLAGS, UNIQUE
from mapping.scenario.dates import first_day, last_day
from mapping.scenario.problem import Problem
from mapping.scenario.read import Written
from mapping.scenario.records import CatalogueActor, RecordedLink, Scenario
from mapping.scenario.spelling import key
from mapping.schema import schema

SHORT = 32  # characters of a short name: two lines on the canvas
CONFIDENCE = ("documented", "background", "none")
ID = re.compile(r"[A-Za-z0-9_-]{1,60}")
At = Callable[..., Problem]  # a problem of one row: code, value=, column=


def _at(file: str, row: int, id: str) -> At:
    return partial(Problem, file=file, row=row, id=id)


def ids(written: Written) -> Iterator[Problem]:
    """Ids that occur twice, lack or cannot be one, and flags that are neither yes nor no."""
    for name, table in written.tables.items():
        first: dict[str, int] = {}
        for row in table.rows:
            id = row.cells.get("id", "")
            at = _at(name, row.number, id)
            if name in UNIQUE:
                if not ID.fullmatch(id):
                    yield at("bad_id" if id else "no_id", value=id, column="id")
                elif id in first:
                    yield at("repeated_id", value=id, column="id", other=str(first[id]))
                first.setdefault(id, row.number)
            for flag in FLAGS.get(name, ()):
                if row.cells[flag] not in ("yes", "no"):
                    yield at("yes_or_no", value=row.cells[flag], column=flag)


def _period(at: At, row: CatalogueActor | RecordedLink) -> Iterator[Problem]:
    days: dict[str, date] = {}
    for column, day_of in (("valid_from", first_day), ("valid_to", last_day)):
        text = getattr(row, column)
        try:
            if text:
                days[column] = day_of(text)
        except BadValue:
            yield at("bad_date", value=text, column=column)
    if len(days) == 2 and days["valid_to"] < days["valid_from"]:
        yield at("ends_before_it_begins", value=f"{row.valid_from} – {row.valid_to}", column="valid_to")


def _sourced(at: At, sources: tuple[str, ...], confidence: str, scenario: Scenario) -> Iterator[Problem]:
    for source in sources:
        if source not in scenario.sources:
            yield at("unknown_source", value=source, column="source_ids")
    if confidence not in CONFIDENCE:
        yield at("bad_value", value=confidence, column="confidence", other=", ".join(CONFIDENCE))
    elif not sources and confidence != "none":
        yield at("no_source", value=confidence, column="source_ids")
    elif confidence == "none" and not sources:
        yield at("without_source", column="source_ids", level="note")


def _texts(
    at: At, stem: str, texts: Mapping[str, str], languages: tuple[str, ...], level: str = "error"
) -> Iterator[Problem]:
    for language in languages:
        if not texts.get(language):
            yield at("missing_language", value=language, column=f"{stem}_{language}", level=level)


def _values(at: At, of: str, values: Mapping[str, Any]) -> Iterator[Problem]:
    for name, value in values.items():
        try:
            if value is not None:
                schema().checked(of, name, value)
        except BadInput as wrong:
            said = "|".join(value) if isinstance(value, tuple) else str(value)
            yield at("bad_value", value=said, column=name, other=_choice(of, name) or str(wrong))


def _choice(of: str, name: str) -> str:
    """The values that a property may have, where they are a list."""
    known = schema()
    if name in ("kind", "role2"):
        return ", ".join(known.actor_kinds if of == "actor" else known.link_kinds)
    if name == "strength":
        return "1, 2, 3"
    scale = known.attributes[of][name].scale if name in known.attributes[of] else None
    return ", ".join(choice.id for choice in known.scales.get(scale or "", ()))


def actors(written: Written) -> Iterator[Problem]:
    """Kinds, texts, dates, sources, parents and the length of short names."""
    scenario, oversight = written.scenario, schema().oversight
    if written.tables["actors.csv"].whole and not written.actors:
        yield Problem("no_rows", "actors.csv")
    for number, actor in written.actors:
        at = _at("actors.csv", number, actor.id)
        fields = ("kind", "role2", "level", "statutory", "uses_force", "chain")
        yield from _values(at, "actor", {name: getattr(actor, name) for name in fields})
        yield from _texts(at, "name", actor.names, scenario.languages)
        yield from _texts(at, "short", actor.short, scenario.languages)
        yield from _texts(at, "description", actor.description, scenario.languages)
        yield from _period(at, actor)
        yield from _sourced(at, actor.sources, actor.confidence, scenario)
        if actor.part_of and actor.part_of not in scenario.actors:
            yield at("unknown_actor", value=actor.part_of, column="part_of")
        if actor.oversees_as and actor.oversees_as not in oversight:
            yield at("not_oversight", value=actor.oversees_as, column="oversees_as", other=", ".join(oversight))
        for language, short in actor.short.items():
            if len(short) > SHORT:
                yield at("too_long", value=short, column=f"short_{language}", other=str(SHORT))
        if actor.tier not in (1, 2):
            yield at("bad_value", value=str(actor.tier), column="tier", other="1, 2")


def _called(actor: CatalogueActor) -> Iterator[tuple[str, str]]:
    """Every name of an actor with the column where it stands."""
    yield from ((f"name_{language}", name) for language, name in actor.names.items())
    yield from ((f"short_{language}", name) for language, name in actor.short.items())
    yield "acronym", actor.acronym
    yield from (("aliases", name) for name in actor.aliases)


def spellings(written: Written) -> Iterator[Problem]:
    """Names that two actors share, and generic terms that are also one actor's name."""
    owners: dict[str, str] = {}
    said: set[tuple[int, str]] = set()
    for number, actor in written.actors:
        for column, name in _called(actor):
            owner = owners.setdefault(key(name), actor.id) if key(name) else actor.id
            if owner != actor.id and (number, key(name)) not in said:
                said.add((number, key(name)))
                yield _at("actors.csv", number, actor.id)("shared_name", value=name, column=column, other=owner)
    for number, term in written.generic:
        at = _at("generic_terms.csv", number, term.term)
        if not key(term.term):
            yield at("no_id", column="term")
        elif key(term.term) in owners:
            yield at("generic_is_a_name", value=term.term, column="term", other=owners[key(term.term)])
        if not term.actors:
            yield at("names_nobody", column="actor_ids")
        for id in term.actors:
            if id not in written.scenario.actors:
                yield at("unknown_actor", value=id, column="actor_ids")


def links(written: Written) -> Iterator[Problem]:
    """Kinds, ends, evidence, dates, sources, and whether the evidence says what the practice does."""
    scenario = written.scenario
    for number, link in written.links:
        at = _at("links.csv", number, link.id)
        yield from _values(at, "link", {n: getattr(link, n) for n in ("kind", "practice", "formality", "strength")})
        if any(link.evidence.values()):
            yield from _texts(at, "evidence", link.evidence, scenario.languages, "note")
        else:
            yield at("no_evidence", column=f"evidence_{scenario.languages[0]}")
        yield from _period(at, link)
        yield from _sourced(at, link.sources, link.confidence, scenario)
        for column, end in (("source", link.source), ("target", link.target)):
            if end not in scenario.actors:
                yield at("unknown_actor", value=end, column=column)
            elif link.tier < scenario.actors[end].tier:
                yield at("tier_above_its_actor", value=end, column="tier", level="note")
        if link.source == link.target and link.source:
            yield at("same_ends", value=link.source, column="target")
        if link.tier not in (1, 2):
            yield at("bad_value", value=str(link.tier), column="tier", other="1, 2")
        said = link.practice != "not_said"
        if said and not any(link.practice_words and link.practice_words in text for text in link.evidence.values()):
            yield at("practice_without_words", value=link.practice_words, column="practice_words")


def events(written: Written) -> Iterator[Problem]:
    """Texts, sources, dates, and whether what they begin or end is there and says the same."""
    scenario = written.scenario
    known: Mapping[str, Mapping[str, CatalogueActor | RecordedLink]]
    known = {"actor": scenario.actors, "link": scenario.links}
    seen: set[str] = set()
    for number, event in written.events:
        at = _at("events.csv", number, event.id)
        yield from _texts(at, "title", event.title, scenario.languages)
        yield from _texts(at, "description", event.description, scenario.languages, "note")
        yield from _sourced(at, event.sources, event.confidence, scenario)
        try:
            last_day(event.date)
            said = event.date
        except BadValue:
            yield at("bad_date", value=event.date, column="date")
            said = ""
        for effect in event.effects:
            whole = f"{effect.does}:{effect.of}:{effect.id}"
            if effect.does not in ("start", "end") or effect.id not in known.get(effect.of, {}):
                yield at("unknown_effect", value=whole, column="effects")
                continue
            if whole in seen:
                yield at("effect_twice", value=whole, column="effects")
            seen.add(whole)
            row = known[effect.of][effect.id]
            year = row.valid_from if effect.does == "start" else row.valid_to
            if said and year and year[:4] != said[:4]:
                yield at("years_differ", value=f"{said} / {year}", column="effects", other=whole, level="note")


def indicators(written: Written) -> Iterator[Problem]:
    """Texts, years and sources of the numbers."""
    for number, row in written.indicators:
        at = _at("indicators.csv", number, row.id)
        yield from _texts(at, "name", row.names, written.scenario.languages)
        yield from _sourced(at, row.sources, row.confidence, written.scenario)
