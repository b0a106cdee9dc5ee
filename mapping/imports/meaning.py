"""Which kind a word of somebody else's file means. A guess from these is said, never silent."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import yaml

from mapping.imports.headings import plain
from mapping.model import Actor
from mapping.scenario import suggest_kind
from mapping.scenario.kinds import UNSURE
from mapping.schema import schema

__all__ = ["OVERSIGHT", "UNSURE", "actor_kind", "oversight_kind", "relation"]

OVERSIGHT = "oversight"
_WORDS = Path(__file__).with_name("words.yaml")
_ENDS = frozenset({
    "a", "al", "ante", "con", "contra", "de", "del", "en", "el", "la", "las", "los", "por", "sobre",
    "to", "the", "with", "for", "of", "on", "by",
})  # fmt: skip
# as on the canvas: the oversight kind that fits the overseer
_BY_OVERSEER: Mapping[str, str] = {
    "management": "ov_executive", "local_gov": "ov_executive", "core_security": "ov_executive",
    "justice": "ov_judicial", "oversight_state": "ov_independent", "international": "ov_international",
    "int_oversight": "ov_international",
}  # fmt: skip


def relation(word: object) -> str | None:
    """The link kind that a word for a relation means; `OVERSIGHT` where it depends on who oversees; or none.

    >>> relation("Nombra a"), relation("supervisa"), relation("compadrazgo")
    ('appointment', 'oversight', None)
    """
    return _relations().get(_bare(plain(word)))


def oversight_kind(overseer: Actor, overseen: Actor) -> str:
    """The oversight kind proposed when one actor supervises another."""
    if overseer.oversees_as:
        return overseer.oversees_as
    if overseer.part_of and overseer.part_of in (overseen.id, overseen.part_of):
        return "ov_internal"
    return _BY_OVERSEER.get(overseer.kind, "ov_civil")


def actor_kind(type: object, name: str) -> str:
    """The kind that an actor's type or name points to; one whose links are sensitive before any other, then the
    type's before the name's. The widest kind when neither points anywhere."""
    return _actor_kind(plain(type), name)


@lru_cache(maxsize=20_000)
def _actor_kind(word: str, name: str) -> str:
    found = [_types().get(word) or (suggest_kind(word) if word else UNSURE), suggest_kind(name)]
    sensitive = [k for k in found if schema().actor_kind(k).sensitive_endpoint]
    return next((k for k in (*sensitive, *found) if k != UNSURE), UNSURE)


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    rows: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return rows


@cache
def _types() -> Mapping[str, str]:
    """Plain word for a type -> actor kind: the words of the file, and labels without what is in brackets."""
    kinds = schema().actor_kinds.values()
    short = {plain(label.split(" (")[0]): k.id for k in kinds for label in k.label.values()}
    return short | {plain(w): id for id, words in _words()["actor_kinds"].items() for w in words}


@cache
def _relations() -> Mapping[str, str]:
    kinds = schema().link_kinds.values()
    said = [(v, k) for k in kinds if not k.catch_all for v in k.verb.values()]
    verbs = {_bare(plain(v)): OVERSIGHT if k.family.id == "oversight" else k.id for v, k in said}
    return verbs | {_bare(plain(w)): id for id, words in _words()["relations"].items() for w in words}


def _bare(words: str) -> str:
    """Without the small words at the end: "nombra a" and "nombra" are one."""
    parts = words.split()
    while len(parts) > 1 and parts[-1] in _ENDS:
        parts.pop()
    return " ".join(parts)
