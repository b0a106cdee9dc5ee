"""Which actor kind a free actor's name points to."""

from __future__ import annotations

from functools import cache

from mapping.scenario.spelling import plain, singular
from mapping.schema import schema

UNSURE = "civil_society"  # the widest kind whose drawing says least: no force, no state


def _spelled(text: str) -> str:
    return " ".join(singular(word) for word in plain(text).split())


@cache
def _pointers() -> tuple[tuple[str, str], ...]:
    """(word, kind), the longest first; of two equal ones the kind that comes first in the vocabulary."""
    pairs = [(_spelled(word), kind.id) for kind in schema().actor_kinds.values() for word in kind.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def suggest_kind(text: str) -> str:
    """The kind whose longest word is in the name; `UNSURE` when none is.

    A word of five letters or more also counts as the beginning of a longer one.

    >>> suggest_kind("Consejo indígena de Intibucá"), suggest_kind("Los Amigos")
    ('customary', 'civil_society')
    """
    name = f" {_spelled(text)} "
    for word, kind in _pointers():
        if f" {word} " in name or (len(word) >= 5 and f" {word}" in name):
            return kind
    return UNSURE
