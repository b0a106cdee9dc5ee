"""Which actor of the catalogue a typed name means.

A name is accepted only when it *is* one of an actor's names (in either language; case, accents, punctuation, articles,
other spellings of a word and the country's own name aside) and nobody else's. Words that fit several actors, and the
parts of one, always ask. Everything else is at most a proposal (`names_alike`). An acronym is itself or asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mapping.scenario.names_alike import Candidate, similar, slipped_acronyms
from mapping.scenario.names_index import country, index_of, is_acronym
from mapping.scenario.records import Scenario
from mapping.scenario.spelling import content, key, plain

__all__ = ["Candidate", "Match", "accepted", "asks", "candidates", "country", "decisive", "is_acronym", "match"]

MOST = 5  # candidates of a match

_BESIDE = re.compile(r"\s*[(/)]\s*|\s+[-–—]\s+")  # Fiscalía (MP), DPI / ATIC
_LISTED = re.compile(r"\s*[,;&+]\s*|\s+(?:y|e|and)\s+", re.IGNORECASE)  # the army and the police


@dataclass(frozen=True)
class Match:
    verdict: str  # accept, confirm, none
    candidates: tuple[Candidate, ...]  # best first


@dataclass(frozen=True)
class _Known:
    """What a text means that is known as it stands."""

    reason: str  # exact, generic, part
    ids: tuple[str, ...]


def _known(scenario: Scenario, text: str) -> _Known | None:
    """Whose name a text is, or which word that asks; articles and the country may be added or left out."""
    index, words = index_of(scenario), plain(text).split()
    for spelled in (key(text), content(text), content(text, country(scenario))):
        for reason, terms in (("generic", index.generic), ("part", index.parts)):
            if spelled in terms:
                return _Known(reason, terms[spelled])
        if ids := index.exact.get(spelled) if spelled == key(text) else None:
            return _Known("exact", ids)
        if spelled in index.loose and (spelled not in index.short or spelled in words):
            return _Known("exact", index.loose[spelled])
    return None


def _pieces(scenario: Scenario, text: str, between: re.Pattern[str]) -> list[_Known] | None:
    """What each piece of a text means, if it has several and all are known."""
    pieces = [piece for piece in between.split(text) if piece]
    if len(pieces) < 2:
        return None
    known = [_known(scenario, piece) for piece in pieces]
    return [one for one in known if one] if all(known) else None


def _together(known: list[_Known]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for one in known for id in one.ids))


def _meaning(scenario: Scenario, text: str) -> _Known | None:
    """As `_known`; also of a name with another of the same actor beside it, and of several names in a row."""
    if known := _known(scenario, text):
        return known
    if twice := _pieces(scenario, text, _BESIDE):
        ids = _together(twice)
        certain = all(one.reason == "exact" and one.ids == ids for one in twice)
        return _Known("exact" if certain else "generic", ids)
    if several := _pieces(scenario, text, _LISTED):
        return _Known("generic", _together(several))
    return None


def decisive(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Every spelling (as `key` or `content` gives it) that decides by itself, with its actors; for a browser."""
    index = index_of(scenario)
    asking = index.generic.keys() | index.parts.keys()
    return {k: ids for k, ids in ({**index.loose, **index.exact}).items() if k not in asking}


def accepted(scenario: Scenario, text: str) -> str | None:
    """The actor that a typed name certainly means, without looking for who else it might: what `match` accepts, in a
    hundredth of its time.

    >>> from mapping.scenario import named
    >>> accepted(named("honduras"), "Policía Nacional"), accepted(named("honduras"), "donantes")
    ('pn', None)
    """
    known = _meaning(scenario, text)
    return known.ids[0] if known and known.reason == "exact" and len(known.ids) == 1 else None


def asks(scenario: Scenario, text: str) -> bool:
    """Whether a word is broader than any actor (`maras`, `donantes`): never somebody's name by itself."""
    known = _known(scenario, text)
    return bool(known and known.reason == "generic")


def match(scenario: Scenario, text: str) -> Match:
    """What a typed name means: taken as it is (accept), to be asked (confirm), or nobody in the catalogue (none)."""
    if known := _meaning(scenario, text):
        score = 1.0 if known.reason == "exact" else 0.9
        verdict = "accept" if known.reason == "exact" and len(known.ids) == 1 else "confirm"
        return Match(verdict, tuple(Candidate(id, score, known.reason) for id in known.ids))
    found = slipped_acronyms(scenario, text) if is_acronym(text) else similar(scenario, text)
    ranked = _ranked(found, MOST)
    return Match("confirm" if ranked else "none", ranked)


def candidates(scenario: Scenario, text: str, limit: int = 8) -> tuple[Candidate, ...]:
    """The actors to propose while a name is being typed, best first."""
    found = {} if is_acronym(text) else similar(scenario, text)
    for actor in scenario.actors.values():
        score = max(_begun(plain(text), plain(name)) for name in actor.spellings)
        if score and (actor.id not in found or score > found[actor.id].score):
            found[actor.id] = Candidate(actor.id, score, "prefix")
    for one in match(scenario, text).candidates:
        if one.reason in ("exact", "generic", "part"):
            found[one.id] = one
    return _ranked(found, limit)


def _begun(typed: str, name: str) -> float:
    """How far a name has been typed: from its start, or (less) from the start of a later word; 0 for neither."""
    if len(typed) < 2 or f" {typed}" not in f" {name}":
        return 0.0
    return round((0.6 if name.startswith(typed) else 0.5) + 0.3 * len(typed) / len(name), 2)


def _ranked(found: dict[str, Candidate], limit: int) -> tuple[Candidate, ...]:
    return tuple(sorted(found.values(), key=lambda c: (-c.score, c.id))[:limit])
