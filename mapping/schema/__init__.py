"""The vocabulary of maps: kinds, families, cells, scales and attributes, read from the YAML beside this module.

One file per kind; the file's name is the kind's id. Nothing here says how a kind is drawn (see `render.style`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from mapping.errors import UnknownField, UnknownKind
from mapping.schema.values import CHECKS

HERE = Path(__file__).parent
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
    words: tuple[str, ...] = ()  # other ways to say it, in either language, in the third person


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
    words: tuple[str, ...] = ()  # other ways to say its verb, in either language, in the third person


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
        return CHECKS[attribute.type](self, attribute, value)

    @property
    def oversight(self) -> tuple[str, ...]:
        """The seven kinds of oversight, in their order."""
        return tuple(k.id for k in self.link_kinds.values() if k.family.id == "oversight")

    @property
    def external_oversight(self) -> tuple[str, ...]:
        """The five kinds of oversight that come from outside the chain of command."""
        return tuple(k for k in self.oversight if self.link_kinds[k].external)


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def load(folder: Path = HERE) -> Schema:
    """Read a vocabulary from a folder; a reference to something that is not there is a KeyError here, at once."""
    cells = {k: Cell(k, **v) for k, v in _yaml(folder / "cells.yaml").items()}
    families = {
        k: Family(k, **{**v, "words": tuple(v.get("words", ()))}) for k, v in _yaml(folder / "families.yaml").items()
    }

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
        row["words"] = tuple(row.get("words", ()))
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
