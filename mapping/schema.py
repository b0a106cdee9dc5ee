"""The vocabulary of maps: kinds, families, cells, scales and attributes, read from the YAML beside this file.

One file per kind; the file's name is the kind's id. Nothing here says how a kind is drawn (see `render.style`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from mapping.errors import BadValue, UnknownField, UnknownKind

HERE = Path(__file__).parent / "schema"
Words = Mapping[str, str]  # language code -> text

CONTROL = frozenset({"command", "appointment", "budget"})
SUPPORT = frozenset({"funding", "training"})


@dataclass(frozen=True)
class Cell:
    """One of the four cells of state / non-state x provides / governs, or one of the two outside them."""

    id: str
    label: Words
    state: str  # state | nonstate | international | served
    role: str  # provides | governs | partner | served


@dataclass(frozen=True)
class ActorKind:
    id: str
    label: Words
    order: int
    cells: tuple[Cell, ...]  # the first is the one it is drawn as
    oecd_group: str
    uses_force: str
    members: Mapping[str, tuple[str, ...]]
    words: tuple[str, ...] = ()
    sensitive_endpoint: bool = False  # any link that touches it is sensitive

    @property
    def cell(self) -> Cell:
        return self.cells[0]

    @property
    def is_state(self) -> bool:
        return self.cell.state == "state"


@dataclass(frozen=True)
class Family:
    id: str
    label: Words
    letter: str


@dataclass(frozen=True)
class LinkKind:
    id: str
    label: Words
    verb: Words
    order: int
    family: Family
    directed: bool
    formality: str
    sensitive: bool
    external: bool = False  # oversight from outside the chain of command
    negative: bool = False  # asks for evidence and confidence
    catch_all: bool = False


@dataclass(frozen=True)
class Choice:
    id: Any  # str, or int on numeric scales
    label: Words


@dataclass(frozen=True)
class Attribute:
    """A property that an actor, link or frame can have."""

    id: str
    type: str  # text words choice choices number flag date place actor actor_kind link_kind reference references
    share: bool  # False: leaves the room only in the internal file
    scale: str | None = None
    min: float | None = None
    max: float | None = None


@dataclass(frozen=True)
class Schema:
    """The whole vocabulary, resolved: no id in it points to nothing."""

    cells: Mapping[str, Cell]
    families: Mapping[str, Family]
    actor_kinds: Mapping[str, ActorKind]
    link_kinds: Mapping[str, LinkKind]
    scales: Mapping[str, tuple[Choice, ...]]
    attributes: Mapping[str, Mapping[str, Attribute]] = field(default_factory=dict)

    def actor_kind(self, id: str) -> ActorKind:
        """The actor kind, or `UnknownKind`."""
        try:
            return self.actor_kinds[id]
        except (KeyError, TypeError):
            raise UnknownKind(id) from None

    def link_kind(self, id: str) -> LinkKind:
        """The link kind, or `UnknownKind`."""
        try:
            return self.link_kinds[id]
        except (KeyError, TypeError):
            raise UnknownKind(id) from None

    def kinds_of(self, *families: str) -> frozenset[str]:
        """Ids of the link kinds of these families."""
        return frozenset(k.id for k in self.link_kinds.values() if k.family.id in families)

    def choices(self, scale: str) -> tuple[Any, ...]:
        """The values of a scale, in its order."""
        return tuple(choice.id for choice in self.scales[scale])

    def label(self, scale: str, value: Any, language: str) -> str:
        """What a scale's value is called; the value itself when the scale does not know it."""
        return next((c.label[language] for c in self.scales[scale] if c.id == value), str(value))

    def checked(self, of: str, name: str, value: Any) -> Any:
        """`value` as this attribute stores it; `UnknownField` or `BadValue` when it cannot.

        `of` is actor, link or frame. Lists become tuples, whole floats become ints; None (not rated, not
        known) is taken wherever it means that.
        """
        attribute = self.attributes[of].get(name)
        if attribute is None:
            raise UnknownField(name)
        return _CHECKS[attribute.type](self, attribute, value)

    @property
    def oversight(self) -> tuple[str, ...]:
        """The seven kinds of oversight, in their order."""
        return tuple(k.id for k in self.link_kinds.values() if k.family.id == "oversight")

    @property
    def external_oversight(self) -> tuple[str, ...]:
        """The five kinds of oversight that come from outside the chain of command."""
        return tuple(k for k in self.oversight if self.link_kinds[k].external)


def _text(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None or value == "":
        if a.id == "name":
            raise BadValue(a.id, value, "a text that is not empty")
        return ""
    if not isinstance(value, str):
        raise BadValue(a.id, value, "a text")
    text = "".join(c for c in value if c in "\n\t" or c >= " ").strip()
    if a.id == "name":
        text = " ".join(text.split())
        if not text:
            raise BadValue(a.id, value, "a text that is not empty")
    if a.max is not None and len(text) > a.max:
        raise BadValue(a.id, value, f"at most {int(a.max)} characters long")
    return text


def _words(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(isinstance(k, str) and len(k) <= 8 for k in value) or len(value) > 12:
        raise BadValue(a.id, value, "a text for each language")
    return {k: _text(schema, a, v) for k, v in value.items() if v}


def _choice(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, str) or value not in schema.choices(a.scale or ""):
        raise BadValue(a.id, value, "one of " + ", ".join(map(str, schema.choices(a.scale or ""))))
    return value


def _choices(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return ()
    known = schema.choices(a.scale or "")
    if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) and v in known for v in value):
        raise BadValue(a.id, value, "a list out of " + ", ".join(map(str, known)))
    return tuple(k for k in known if k in value)


def _number(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return None
    whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value == value and value % 1 == 0
    low, high = a.min or 0, a.max if a.max is not None else float("inf")
    if not whole or not low <= value <= high:
        raise BadValue(a.id, value, f"a whole number from {int(low)} to {a.max and int(a.max)}, or nothing")
    return int(value)


def _flag(schema: Schema, a: Attribute, value: Any) -> Any:
    if not isinstance(value, bool):
        raise BadValue(a.id, value, "true or false")
    return value


def _date(schema: Schema, a: Attribute, value: Any) -> Any:
    if value in (None, ""):
        return ""
    parts = value.split("-") if isinstance(value, str) else []
    if not (1 <= len(parts) <= 3 and all(p.isascii() and p.isdigit() for p in parts) and len(parts[0]) == 4):
        raise BadValue(a.id, value, "a date: 2015, 2015-09 or 2015-09-01")
    return value


def _place(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not -1e6 <= value <= 1e6:
        raise BadValue(a.id, value, "a place between -1,000,000 and 1,000,000")
    return round(float(value), 1)


def _reference(schema: Schema, a: Attribute, value: Any) -> Any:
    if value in (None, ""):
        return None
    if not isinstance(value, str) or len(value) > 80 or not value.isprintable():
        raise BadValue(a.id, value, "an id of at most 80 characters")
    return value


def _references(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)) or len(value) > 60:
        raise BadValue(a.id, value, "a list of at most 60 ids")
    return tuple(r for v in value if (r := _reference(schema, a, v)))


def _actor_kind(schema: Schema, a: Attribute, value: Any) -> Any:
    return None if value is None and a.id != "kind" else schema.actor_kind(value).id


def _link_kind(schema: Schema, a: Attribute, value: Any) -> Any:
    return None if value is None and a.id != "kind" else schema.link_kind(value).id


_CHECKS = {
    "text": _text, "words": _words, "choice": _choice, "choices": _choices, "number": _number, "flag": _flag,
    "date": _date, "place": _place, "actor": _reference, "reference": _reference, "references": _references,
    "actor_kind": _actor_kind, "link_kind": _link_kind,
}  # fmt: skip


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def load(folder: Path = HERE) -> Schema:
    """Read a vocabulary from a folder; a reference to something that is not there is a KeyError here, at once."""
    cells = {k: Cell(k, **v) for k, v in _yaml(folder / "cells.yaml").items()}
    families = {k: Family(k, **v) for k, v in _yaml(folder / "families.yaml").items()}

    def kinds(part: str) -> list[tuple[str, dict[str, Any]]]:
        rows = [(p.stem, _yaml(p)) for p in sorted((folder / part).glob("*.yaml"))]
        return sorted(rows, key=lambda row: row[1]["order"])

    actor_kinds = {}
    for id, row in kinds("actors"):
        row["cells"] = tuple(cells[c] for c in row["cells"])
        row["members"] = {k: tuple(v) for k, v in row["members"].items()}
        row["words"] = tuple(row.get("words", ()))
        actor_kinds[id] = ActorKind(id, **row)
    link_kinds = {}
    for id, row in kinds("links"):
        row["family"] = families[row["family"]]
        link_kinds[id] = LinkKind(id, **row)
    scales = {k: tuple(Choice(**c) for c in v) for k, v in _yaml(folder / "scales.yaml").items()}
    attributes = {
        of: {k: Attribute(k, **v) for k, v in rows.items()} for of, rows in _yaml(folder / "attributes.yaml").items()
    }
    return Schema(cells, families, actor_kinds, link_kinds, scales, attributes)


@cache
def schema() -> Schema:
    """The vocabulary that ships with the program (read once)."""
    return load()
