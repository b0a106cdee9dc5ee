"""Which actor of the catalogue a typed name means.

A name is accepted only when it *is* one of an actor's names (in either language; case, accents, punctuation,
articles and the country's own name aside) and nobody else's. Words that fit several actors always ask. Everything
else is at most a proposal, ranked by the words that two names share: rare words count more than frequent ones,
words of both languages meet in a glossary, small slips of the keyboard are forgiven. An acronym is itself or nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from mapping.scenario.records import CatalogueActor, Scenario
from mapping.scenario.spelling import content, key, meanings, plain, singular, tokens

ENOUGH = 0.62  # below this score two names are not alike
TELLING = 2.0  # what the shared words must weigh together: one frequent word is not enough
SLIP = 84  # how alike (of 100) two words must be to be one word with a slip
ABROAD = ("international", "int_oversight")


@dataclass(frozen=True)
class Candidate:
    id: str
    score: float  # 0-1
    reason: str  # exact, generic, prefix, acronym, similar


@dataclass(frozen=True)
class Match:
    verdict: str  # accept, confirm, none
    candidates: tuple[Candidate, ...]  # best first


@dataclass(frozen=True)
class _Index:
    exact: dict[str, tuple[str, ...]]
    loose: dict[str, tuple[str, ...]]  # articles and country left out
    short: frozenset[str]  # of those: acronyms, which stand in a text as one word or not at all
    generic: dict[str, tuple[str, ...]]
    acronyms: dict[str, str]
    names: tuple[tuple[str, str, tuple[str, ...]], ...]  # actor, plain name, its words
    weight: dict[str, float]
    unknown: float  # what a word weighs that no name has
    written: dict[str, str]  # every word as it is written -> what it means


def is_acronym(text: str) -> bool:
    """Whether a text can only be meant as an acronym: one short word, in capitals or of at most four letters."""
    word = text.strip()
    bare = key(word)
    return bool(bare) and " " not in word and (len(bare) <= 4 or (word.upper() == word and len(bare) <= 10))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for spelled, id in pairs:
        if spelled:
            found.setdefault(spelled, {})[id] = None
    return {spelled: tuple(ids) for spelled, ids in found.items()}


@cache
def country(scenario: Scenario) -> frozenset[str]:
    """The words for the scenario's country, in plain spelling and as `tokens` gives them."""
    plains = [plain(word) for word in scenario.country_words]
    return frozenset(plains) | frozenset(map(singular, plains))


def _loose(actor: CatalogueActor, name: str, home: frozenset[str]) -> str:
    """The name without articles; without the country too, unless the actor is a foreign one."""
    return content(name, frozenset() if actor.kind in ABROAD else home)


@cache
def _index(scenario: Scenario) -> _Index:
    actors, home = scenario.actors.values(), country(scenario)
    spelled = [(actor, name) for actor in actors for name in actor.spellings]
    worded = [
        (actor.id, plain(name), words)
        for actor, name in spelled
        if not is_acronym(name) and (words := tuple(w for w in dict.fromkeys(tokens(name)) if w not in home))
    ]
    seen: dict[str, set[str]] = {}
    for id, _, words in worded:
        seen.setdefault(id, set()).update(words)
    often = Counter(word for words in seen.values() for word in words)
    total = len(seen) + 1
    return _Index(
        exact=_grouped((key(name), actor.id) for actor, name in spelled),
        loose=_grouped((_loose(actor, name, home), actor.id) for actor, name in spelled),
        short=frozenset(_loose(actor, name, home) for actor, name in spelled if is_acronym(name)),
        generic=_grouped((key(term.term), id) for term in scenario.generic for id in term.actors),
        acronyms={key(name): actor.id for actor, name in spelled if is_acronym(name) and len(key(name)) > 2},
        names=tuple(worded),
        weight={word: math.log(total / (n + 0.5)) for word, n in often.items()},
        unknown=math.log(total / 0.5),
        written=meanings() | {word: word for word in often},
    )


def _alike(typed: str, word: str) -> float:
    if typed == word:
        return 1.0
    if min(len(typed), len(word)) < 5 or typed[0] != word[0]:
        return 0.0
    if word.startswith(typed):
        return 0.85
    ratio = fuzz.ratio(typed, word)
    return 0.95 * ratio / 100 if ratio >= SLIP else 0.0


def _meant(word: str, index: _Index) -> str:
    """The word itself where it is known, else the known word it is a slip of."""
    if word in index.weight or len(word) < 5:
        return word
    slip = process.extractOne(word, index.written.keys(), scorer=fuzz.ratio, score_cutoff=SLIP)
    return index.written[slip[0]] if slip and slip[0][0] == word[0] else word


def _shared(typed: tuple[str, ...], words: tuple[str, ...], index: _Index) -> float:
    """How much two names share, 0-1: two thirds what the typed one has in the other, one third the reverse."""
    here = there = 0.0
    left = list(words)
    for word in typed:
        best = max(left, key=lambda w: _alike(word, w), default=None)
        if best is None or not (alike := _alike(word, best)):
            continue
        left.remove(best)
        here += alike * index.weight.get(word, index.weight[best])
        there += alike * index.weight[best]
    if there < TELLING:
        return 0.0
    typed_weight = sum(
        index.weight.get(word) or max((index.weight[w] for w in words if _alike(word, w)), default=index.unknown)
        for word in typed
    )
    return (2 * here / typed_weight + there / sum(index.weight[w] for w in words)) / 3


def _similar(scenario: Scenario, text: str) -> dict[str, Candidate]:
    index, home = _index(scenario), country(scenario)
    typed = tuple(dict.fromkeys(_meant(word, index) for word in tokens(text) if word not in home))
    spelled, found = plain(text), {}
    if not typed:
        return {}
    named = {index.acronyms[word] for word in spelled.split() if " " in spelled and word in index.acronyms}
    for id in named:
        found[id] = Candidate(id, 0.8, "acronym")
    for id, name, words in index.names:
        score, reason = min(0.97, _shared(typed, words, index)), "similar"
        if len(spelled) >= 4 and name.startswith(spelled):
            score, reason = max(score, 0.75 + 0.2 * len(spelled) / len(name)), "prefix"
        if score >= ENOUGH and (id not in found or score > found[id].score):
            found[id] = Candidate(id, round(score, 2), reason)
    return found


def _certain(scenario: Scenario, text: str) -> tuple[str, ...]:
    """The actors that have exactly this name; the country may be added or left out."""
    index, home, words = _index(scenario), country(scenario), plain(text).split()
    if exact := index.exact.get(key(text)):
        return exact
    for bare in (content(text), content(text, home)):
        if bare in index.loose and (bare not in index.short or bare in words):
            return index.loose[bare]
    return ()


def decisive(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Every spelling (as `key` gives it) that decides by itself, with the actors it means; for a browser."""
    index = _index(scenario)
    return {k: ids for k, ids in (index.loose | index.exact).items() if k not in index.generic}


def _asking(scenario: Scenario, text: str) -> tuple[str, ...]:
    index = _index(scenario)
    for spelled in (key(text), content(text), content(text, country(scenario))):
        if spelled in index.generic:
            return index.generic[spelled]
    return ()


def accepted(scenario: Scenario, text: str) -> str | None:
    """The actor that a typed name certainly means, without looking for who else it might: what `match` accepts, in a
    hundredth of its time.

    >>> from mapping.scenario import named
    >>> accepted(named("honduras"), "Policía Nacional"), accepted(named("honduras"), "donantes")
    ('pn', None)
    """
    certain = () if _asking(scenario, text) else _certain(scenario, text)
    return certain[0] if len(certain) == 1 else None


def match(scenario: Scenario, text: str) -> Match:
    """What a typed name means: taken as it is (accept), to be asked (confirm), or nobody in the catalogue (none)."""
    if asked := _asking(scenario, text):
        return Match("confirm", tuple(Candidate(id, 0.9, "generic") for id in asked))
    if certain := _certain(scenario, text):
        verdict = "accept" if len(certain) == 1 else "confirm"
        return Match(verdict, tuple(Candidate(id, 1.0, "exact") for id in certain))
    if is_acronym(text):
        return Match("none", ())
    ranked = _ranked(_similar(scenario, text), 5)
    return Match("confirm" if ranked else "none", ranked)


def candidates(scenario: Scenario, text: str, limit: int = 8) -> tuple[Candidate, ...]:
    """The actors to propose while a name is being typed, best first."""
    found = {} if is_acronym(text) else _similar(scenario, text)
    for actor in scenario.actors.values():
        score = max(_begun(plain(text), plain(name)) for name in actor.spellings)
        if score and (actor.id not in found or score > found[actor.id].score):
            found[actor.id] = Candidate(actor.id, score, "prefix")
    for one in match(scenario, text).candidates:
        if one.reason in ("exact", "generic"):
            found[one.id] = one
    return _ranked(found, limit)


def _begun(typed: str, name: str) -> float:
    """How far a name has been typed: from its start, or (less) from the start of a later word; 0 for neither."""
    if len(typed) < 2 or f" {typed}" not in f" {name}":
        return 0.0
    return round((0.6 if name.startswith(typed) else 0.5) + 0.3 * len(typed) / len(name), 2)


def _ranked(found: dict[str, Candidate], limit: int) -> tuple[Candidate, ...]:
    return tuple(sorted(found.values(), key=lambda c: (-c.score, c.id))[:limit])
