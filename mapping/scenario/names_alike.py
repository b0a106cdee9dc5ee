"""Which names of a catalogue are like a typed one: proposals, never decisions.

Two names are alike by the words that they share: rare words count more than frequent ones, words of both languages
meet in a glossary, small slips of the keyboard are forgiven. A body of another country is none of ours, and a number
is itself or nothing (Barrio 21 is not Barrio 18). An acronym with a slip is proposed from five letters on.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from mapping.scenario.names_index import Index, country, index_of
from mapping.scenario.records import Scenario
from mapping.scenario.spelling import countries, key, plain, tokens

ENOUGH = 0.62  # below this score two names are not alike
TELLING = 2.0  # what the shared words must weigh together: one frequent word is not enough
SLIP = 84  # how alike (of 100) two words must be to be one word with a slip
LONG = 5  # letters from which an acronym may have a slip


@dataclass(frozen=True)
class Candidate:
    id: str
    score: float  # 0-1
    reason: str  # exact, generic, part, prefix, acronym, similar


def _alike(typed: str, word: str) -> float:
    if typed == word:
        return 1.0
    if min(len(typed), len(word)) < 5 or typed[0] != word[0]:
        return 0.0
    if word.startswith(typed):
        return 0.85
    ratio = fuzz.ratio(typed, word)
    return 0.95 * ratio / 100 if ratio >= SLIP else 0.0


def _meant(word: str, index: Index) -> str:
    """The word itself where it is known, else the known word it is a slip of."""
    if word in index.weight or len(word) < 5:
        return word
    slip = process.extractOne(word, index.written.keys(), scorer=fuzz.ratio, score_cutoff=SLIP)
    return index.written[slip[0]] if slip and slip[0][0] == word[0] else word


def _shared(typed: tuple[str, ...], words: tuple[str, ...], index: Index) -> float:
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


def _numbers(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdecimal())


def slipped_acronyms(scenario: Scenario, text: str) -> dict[str, Candidate]:
    """The actors whose acronym one word is with one slip, or nearly the whole of."""
    bare, found = key(text), {}
    if len(bare) < LONG or " " in plain(text):
        return {}
    for acronym, id in index_of(scenario).acronyms.items():
        if len(acronym) < LONG or acronym == bare or acronym[0] != bare[0]:
            continue
        begun = acronym.startswith(bare) and len(acronym) <= len(bare) + 2
        if begun or OSA.distance(bare, acronym, score_cutoff=1) <= 1:
            found[id] = Candidate(id, 0.7, "acronym")
    return found


def similar(scenario: Scenario, text: str) -> dict[str, Candidate]:
    """The actors with a name like the typed one, each with its best score."""
    index, home = index_of(scenario), country(scenario)
    typed = tuple(dict.fromkeys(_meant(word, index) for word in tokens(text) if word not in home))
    if not typed:
        return {}
    spelled, found = plain(text), slipped_acronyms(scenario, text)
    for word in text.split() if " " in spelled else ():
        bare = key(word)
        if bare in index.acronyms and (len(bare) > 2 or word.isupper()):
            found[index.acronyms[bare]] = Candidate(index.acronyms[bare], 0.8, "acronym")
    abroad, numbers = countries() & set(typed), _numbers(typed)
    for name in index.names:
        if not abroad <= index.places[name.id]:
            continue
        if numbers and (theirs := _numbers(name.words)) and not numbers & theirs:
            continue
        score, reason = min(0.97, _shared(typed, name.words, index)), "similar"
        if len(spelled) >= 4 and name.plain.startswith(spelled):
            score, reason = max(score, 0.75 + 0.2 * len(spelled) / len(name.plain)), "prefix"
        score -= 0.02 * name.behind
        if score >= ENOUGH and (name.id not in found or score > found[name.id].score):
            found[name.id] = Candidate(name.id, round(score, 2), reason)
    return {id: one for id, one in found.items() if abroad <= index.places[id]}
