"""Every name of a catalogue, ready to be asked: what decides by itself, what always asks, and the words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from mapping.scenario.records import CatalogueActor, Scenario
from mapping.scenario.spelling import content, countries, key, meanings, plain, singular, tokens

ABROAD = ("international", "int_oversight")


@dataclass(frozen=True)
class Worded:
    """A name as its words."""

    id: str
    plain: str
    words: tuple[str, ...]
    behind: int  # 0 for a name; for a word that asks, which of its actors this is


@dataclass(frozen=True)
class Index:
    exact: Mapping[str, tuple[str, ...]]
    loose: Mapping[str, tuple[str, ...]]  # articles and country left out
    short: frozenset[str]  # of those: acronyms, which stand in a text as one word or not at all
    generic: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]  # terms that may be an actor of one's own
    acronyms: Mapping[str, str]
    names: tuple[Worded, ...]
    weight: Mapping[str, float]
    unknown: float  # what a word weighs that no name has
    written: Mapping[str, str]  # every word as it is written -> what it means
    places: Mapping[str, frozenset[str]]  # actor -> the countries in its names


def is_acronym(text: str) -> bool:
    """Whether a text can only be meant as an acronym: one short word, in capitals or of at most four letters."""
    word = text.strip()
    bare = key(word)
    return bool(bare) and " " not in word and (len(bare) <= 4 or (word.upper() == word and len(bare) <= 10))


@cache
def country(scenario: Scenario) -> frozenset[str]:
    """What the scenario's country is called, in plain spelling and as `tokens` gives it; a name of several words (Costa
    Rica) stands as a whole."""
    plains = [plain(word) for word in scenario.country_words]
    known = meanings()
    return (
        frozenset(plains) | {singular(word) for word in plains} | {known.get(singular(word), word) for word in plains}
    )


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for spelled, id in pairs:
        if spelled:
            found.setdefault(spelled, {})[id] = None
    return {spelled: tuple(ids) for spelled, ids in found.items()}


def _loose(actor: CatalogueActor, name: str, home: frozenset[str]) -> str:
    """The name without articles; without the country too, unless the actor is a foreign one."""
    return content(name, frozenset() if actor.kind in ABROAD else home)


def _terms(scenario: Scenario, names: Container[str], *, own: bool) -> dict[str, tuple[str, ...]]:
    """The words that ask, as written and without articles, unless that is an actor's name (`Prensa`, `La Prensa`)."""
    terms = [term for term in scenario.generic if term.own == own]
    loose = {content(term.term): term.actors for term in reversed(terms)}
    as_written = {key(term.term): term.actors for term in reversed(terms)}
    return {bare: ids for bare, ids in loose.items() if bare and bare not in names} | as_written


@cache
def index_of(scenario: Scenario) -> Index:
    """The index of a scenario's names, made once."""
    actors, home = scenario.actors.values(), country(scenario)
    spelled = [(actor, name) for actor in actors for name in actor.spellings]
    called = [(actor.id, name, 0) for actor, name in spelled]
    called += [(id, term.term, n) for term in scenario.generic for n, id in enumerate(term.actors, start=1)]
    worded = [
        Worded(id, plain(name), words, behind)
        for id, name, behind in called
        if not is_acronym(name) and (words := tuple(w for w in dict.fromkeys(tokens(name)) if w not in home))
    ]
    seen: dict[str, set[str]] = {}
    for one in worded:
        if one.behind < 2:
            seen.setdefault(one.id, set()).update(one.words)
    often = Counter(word for words in seen.values() for word in words)
    total = len(seen) + 1
    exact = _grouped((key(name), actor.id) for actor, name in spelled)
    return Index(
        exact=exact,
        loose=_grouped((_loose(actor, name, home), actor.id) for actor, name in spelled),
        short=frozenset(key(name) for _, name in spelled if is_acronym(name)),
        generic=_terms(scenario, exact, own=False),
        parts=_terms(scenario, exact, own=True),
        acronyms={key(name): actor.id for actor, name in spelled if is_acronym(name)},
        names=tuple(worded),
        weight={word: math.log(total / (n + 0.5)) for word, n in often.items()},
        unknown=math.log(total / 0.5),
        written=dict(sorted((meanings() | {word: word for word in often}).items())),
        places={id: frozenset(words & countries()) for id, words in seen.items()},
    )
