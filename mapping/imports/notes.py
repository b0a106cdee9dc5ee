"""What happened to a file on its way in: what was kept, guessed and dropped, as facts, and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mapping.codec import MapFile
from mapping.i18n import Translate
from mapping.imports.problems import shortly
from mapping.schema import schema

KINDS = frozenset({"kind", "kind_unsaid", "kind_unsure", "relation", "relation_meant", "relation_unsaid", "oversight"})
_FACTS, _LINES, _VALUES = 2_000, 60, 6  # kept apart; said one by one; names in one line
_TOGETHER: Mapping[str, str] = {
    "value": "value", "column": "heading", "actor_of_link": "name", "person": "name", "loop": "name",
    "same_name": "name", "same_id": "id", "same_link_id": "id", "cut": "name", "weight_same": "heading",
}  # fmt: skip


@dataclass(frozen=True)
class Note:
    """One fact: `key` names it (words: `imports.note.<key>`), `values` fill the sentence, `count` says how often."""

    key: str
    count: int = 1
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Word:
    """What the file calls a kind, and the kind that is proposed; `certain` where it is the kind's own name."""

    of: str  # actor | link
    word: str  # empty where the file says nothing
    kind: str
    count: int
    examples: tuple[str, ...]
    certain: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """What a choice about it is kept under."""
        return self.of, self.word, self.kind


@dataclass(frozen=True)
class Imported:
    """A map read from a file, and what a person should know about it."""

    file: MapFile
    format: str
    kept: tuple[Note, ...]
    guessed: tuple[Note, ...] = ()
    dropped: tuple[Note, ...] = ()
    words: tuple[Word, ...] = ()


class Ledger:
    """Collects notes while a file is read; the same fact said again is counted, and facts without end are one."""

    def __init__(self) -> None:
        self._of: dict[str, dict[tuple[Any, ...], int]] = {"guessed": {}, "dropped": {}}
        self._words: dict[tuple[str, str, str], tuple[int, list[str], bool]] = {}

    def guessed(self, key: str, count: int = 1, **values: Any) -> None:
        self._add("guessed", key, count, values)

    def dropped(self, key: str, count: int = 1, **values: Any) -> None:
        self._add("dropped", key, count, values)

    def word(self, of: str, word: str, kind: str, example: str, *, certain: bool) -> None:
        """A word of the file for a kind, and the kind it is taken for."""
        count, examples, _ = self._words.get((of, word, kind), (0, [], certain))
        if len(examples) < _VALUES and example not in examples:
            examples.append(example)
        self._words[(of, word, kind)] = (count + 1, examples, certain)

    def notes(self, of: str) -> tuple[Note, ...]:
        return tuple(Note(key, n, dict(values)) for (key, *values), n in self._of[of].items())

    def words(self) -> tuple[Word, ...]:
        """The words for kinds: those of actors first, then what is most often said."""
        found = [Word(*key, n, tuple(examples), certain) for key, (n, examples, certain) in self._words.items()]
        return tuple(sorted(found, key=lambda w: (w.of, -w.count)))

    def copy(self) -> Ledger:
        """The same notes, to go on from."""
        out = Ledger()
        out._of = {of: dict(facts) for of, facts in self._of.items()}
        return out

    def _add(self, of: str, key: str, count: int, values: Mapping[str, Any]) -> None:
        facts = self._of[of]
        fact = (key, *((k, _shown(v)) for k, v in values.items()))
        if fact not in facts and len(facts) >= _FACTS:
            fact = ("more",)
        facts[fact] = facts.get(fact, 0) + count


def _shown(value: Any) -> str:
    """What a file says, as it may stand in a sentence."""
    text = str(value)[:80]
    return text if text.isprintable() else shortly(text)


def imported(file: MapFile, format: str, ledger: Ledger) -> Imported:
    """The file with the ledger's notes and the counts of what was kept."""
    kept: tuple[Note, ...] = (Note("actors", len(file.map.actors)), Note("links", len(file.map.links)))
    if file.history:
        kept = (*kept, Note("changes", len(file.history)))
    return Imported(file, format, kept, ledger.notes("guessed"), ledger.notes("dropped"), ledger.words())


def said(found: Imported, t: Translate, *, kinds: bool = True) -> list[str]:
    """What happened to a file, line by line: first what was kept, then what was guessed (without the kinds, where they
    are shown to be chosen), then what was left out."""
    guessed = [note for note in found.guessed if kinds or note.key not in KINDS]
    parts = (("kept", found.kept), ("guessed", _gathered(guessed)), ("dropped", _gathered(found.dropped)))
    lines = [t(f"imports.{part}", what=_in_words(note, t)) for part, notes in parts for note in notes]
    return [f"{line[:-1]}" if line.endswith("….") else line for line in lines]


def _gathered(notes: list[Note] | tuple[Note, ...]) -> list[Note]:
    """What is said of several names in one note, as are the values of a column, and what goes beyond a page."""
    alike: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        together = note.key in _TOGETHER and note.key != "value"
        apart = "" if together else note.values["heading"] if note.key == "value" else str(note.values)
        alike.setdefault((note.key, apart), []).append(note)
    out = [_as_one(several) if len(several) > 1 else several[0] for several in alike.values()]
    rest = sum(n.count for n in out[_LINES:])
    return [*out[:_LINES], *([Note("more", rest)] if rest else [])]


def _as_one(notes: list[Note]) -> Note:
    name = _TOGETHER[notes[0].key]
    shown = ", ".join(str(n.values[name]) for n in notes[:_VALUES]) + ("…" if len(notes) > _VALUES else "")
    if notes[0].key == "value":
        return Note("value", sum(n.count for n in notes), {**notes[0].values, name: shown})
    return Note(f"{notes[0].key}_all", len(notes), {name: shown})


def _in_words(note: Note, t: Translate) -> str:
    kinds: dict[str, Mapping[str, Any]] = {"actor_kind": schema().actor_kinds, "link_kind": schema().link_kinds}
    values = {k: kinds[k][v].label[t.language] if k in kinds else v for k, v in note.values.items()}
    return t.count(f"imports.note.{note.key}", note.count, **values)
