"""When two names are certainly the same, and when it is worth asking: for actors that come from no catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from numpy import argwhere, float64
from rapidfuzz import fuzz, process

from mapping.model import Actor
from mapping.scenario import spelling
from mapping.scenario.spelling import key, plain, tokens

NEAR = 0.85  # from here on, two names are worth a question


def spellings(actor: Actor) -> frozenset[str]:
    """The names an actor shows, without what people type differently: case, accents, points, spaces."""
    return frozenset(key(n) for n in (actor.name, *actor.names.values())) - {""}


def written(actor: Actor) -> tuple[str, ...]:
    """The names an actor shows, each once."""
    return tuple(sorted({actor.name, *actor.names.values()}))


_KNOWN = 8_192  # names that are remembered


def forget() -> None:
    """Remember no name any more: those who typed them have gone."""
    spelling.forget()
    _meaning.cache_clear()


@lru_cache(_KNOWN)
def _meaning(name: str) -> tuple[str, str, str]:
    words = tokens(name)
    return " ".join(sorted(words)), key(name), "".join(w[0] for w in plain(name).split() if len(w) > 3)


def likeness(a: str, b: str) -> float:
    """How near two names are, 0-1 (0 when less than `NEAR`).

    By the letters of their words in any order, across both languages, or as a name and its initials (three or
    more). Never a proof: what is near is a question to the facilitator.

    >>> likeness("Iglesia Católica local", "iglesia catolica locales")
    1.0
    >>> likeness("CDM", "Centro de Derechos de Mujeres")
    0.9
    >>> likeness("Iglesia evangélica", "Iglesia católica")
    0.0
    """
    (words_a, whole_a, first_a), (words_b, whole_b, first_b) = _meaning(a), _meaning(b)
    if (len(whole_a) > 2 and whole_a == first_b) or (len(whole_b) > 2 and whole_b == first_a):
        return 0.9
    return fuzz.ratio(words_a, words_b, score_cutoff=100 * NEAR) / 100


def near(names: Iterable[str]) -> dict[tuple[str, str], float]:
    """Every two of these names that are worth a question, in order, with their `likeness`: as asking for each pair, all
    at once.

    >>> near(["CDM", "Centro de Derechos de Mujeres", "Policía Nacional"])
    {('CDM', 'Centro de Derechos de Mujeres'): 0.9}
    """
    known = sorted(set(names))
    meant = [_meaning(name) for name in known]
    words = [one[0] for one in meant]
    alike = process.cdist(words, words, scorer=fuzz.ratio, score_cutoff=100 * NEAR, dtype=float64)
    found = {(known[i], known[j]): float(alike[i, j]) / 100 for i, j in argwhere(alike) if i < j}
    by_initials: dict[str, list[int]] = {}
    for n, (_, _, first) in enumerate(meant):
        by_initials.setdefault(first, []).append(n)
    for n, (_, whole, _) in enumerate(meant):
        for other in by_initials.get(whole, ()) if len(whole) > 2 else ():
            if other != n:
                found[known[min(n, other)], known[max(n, other)]] = 0.9
    return found
