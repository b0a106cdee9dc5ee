"""What happened to a file on its way in: what was kept, guessed and dropped, as facts, and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mapping.codec import MapFile
from mapping.i18n import Translate
from mapping.schema import schema


@dataclass(frozen=True)
class Note:
    """One fact: `key` names it (words: `imports.note.<key>`), `values` fill the sentence, `count` says how often."""

    key: str
    count: int = 1
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Imported:
    """A map read from a file, and what a person should know about it."""

    file: MapFile
    format: str
    kept: tuple[Note, ...]
    guessed: tuple[Note, ...] = ()
    dropped: tuple[Note, ...] = ()


class Ledger:
    """Collects notes while a file is read; the same fact said again is counted."""

    def __init__(self) -> None:
        self._of: dict[str, dict[tuple[Any, ...], int]] = {"guessed": {}, "dropped": {}}

    def guessed(self, key: str, count: int = 1, **values: Any) -> None:
        self._add("guessed", key, count, values)

    def dropped(self, key: str, count: int = 1, **values: Any) -> None:
        self._add("dropped", key, count, values)

    def notes(self, of: str) -> tuple[Note, ...]:
        return tuple(Note(key, n, dict(values)) for (key, *values), n in self._of[of].items())

    def _add(self, of: str, key: str, count: int, values: Mapping[str, Any]) -> None:
        fact = (key, *((k, str(v)[:80]) for k, v in values.items()))
        self._of[of][fact] = self._of[of].get(fact, 0) + count


def imported(file: MapFile, format: str, ledger: Ledger) -> Imported:
    """The file with the ledger's notes and the counts of what was kept."""
    kept: tuple[Note, ...] = (Note("actors", len(file.map.actors)), Note("links", len(file.map.links)))
    if file.history:
        kept = (*kept, Note("changes", len(file.history)))
    return Imported(file, format, kept, ledger.notes("guessed"), ledger.notes("dropped"))


def said(found: Imported, t: Translate) -> list[str]:
    """What happened to a file, line by line: first what was kept, then what was guessed, then what was left out."""
    parts = (("kept", found.kept), ("guessed", found.guessed), ("dropped", found.dropped))
    return [t(f"imports.{part}", what=_in_words(note, t)) for part, notes in parts for note in notes]


def _in_words(note: Note, t: Translate) -> str:
    kinds: dict[str, Mapping[str, Any]] = {"actor_kind": schema().actor_kinds, "link_kind": schema().link_kinds}
    values = {k: kinds[k][v].label[t.language] if k in kinds else v for k, v in note.values.items()}
    return t.count(f"imports.note.{note.key}", note.count, **values)
