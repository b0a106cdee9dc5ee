"""The actors out of the rows of a table, and what a link's end means among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mapping.errors import TooMany
from mapping.imports import answers, meaning, rows
from mapping.imports.answers import NotUnderstood
from mapping.imports.headings import plain
from mapping.imports.notes import Ledger
from mapping.imports.rows import Row
from mapping.model import FILE_ACTORS, Actor, ActorId
from mapping.scenario import looks_like_a_person


class Actors:
    """The actors that were `found` so far, of the kinds that were chosen for the words of the file."""

    def __init__(self, ledger: Ledger, choices: Mapping[tuple[str, str, str], str]) -> None:
        self.ledger, self.choices = ledger, choices
        self.left: dict[ActorId, str] = {}  # to be left out -> what the file calls their kind
        self.found: dict[ActorId, Actor] = {}
        self.by_label: dict[str, ActorId] = {}  # as the file writes it
        self.by_name: dict[str, ActorId] = {}
        self.parents: dict[ActorId, str] = {}

    def add(self, row: Row) -> None:
        said, rest = rows.taken("actor", row, "id", "label", "name", "kind", "type", "part_of",
                                *(f"names.{k}" for k in ("es", "en")))  # fmt: skip
        label = answers.text(said.get("label", said.get("name", said.get("id", ""))))
        name = answers.name(said.get("name", label))
        if not name:
            self.ledger.dropped("nameless")
            return
        id = ActorId(rows.id_in(said.get("id")) or self._new())
        if id in self.found:
            self.ledger.dropped("same_id", id=id)
            return
        names = {k[6:]: answers.name(v)[:120] for k, v in said.items() if k.startswith("names.")}
        values = rows.values("actor", rest, self.ledger)
        word, kind = self._kind(said, name)
        chosen = self.choices.get(("actor", word, kind), kind)
        if chosen == rows.DROP:
            self.left[id] = word
        else:
            kind = chosen
        if "id" not in said and self._is_again(label, kind, values):
            self.left.pop(id, None)
            return
        if len(name) > 120:
            self.ledger.dropped("cut", name=name[:40])
        self._put(Actor(**{**values, "id": id, "name": name[:120], "names": names, "kind": kind}), label)
        if said.get("part_of"):
            self.parents[id] = answers.text(said["part_of"])

    def _is_again(self, label: str, kind: str, values: Row) -> bool:
        """Whether a row without an id is an earlier one's label and kind again; it adds what that one left open."""
        twin = self.found.get(self.by_label.get(label, ActorId("")))
        if twin is None or twin.kind != kind:
            return False
        self.ledger.guessed("same_name", name=label)
        self.found[twin.id] = replace(twin, **{k: v for k, v in values.items() if not getattr(twin, k)})
        return True

    def _put(self, actor: Actor, label: str) -> None:
        if len(self.found) >= FILE_ACTORS:
            raise TooMany("actors", FILE_ACTORS)
        self.found[actor.id] = actor
        self.by_label.setdefault(label, actor.id)
        for name in (actor.id, label, actor.name, *actor.names.values()):
            self.by_name.setdefault(plain(name), actor.id)
        if actor.kind != "users" and looks_like_a_person(actor.name):
            self.ledger.guessed("person", name=actor.name)

    def _kind(self, said: Row, name: str) -> tuple[str, str]:
        """What the file calls an actor's kind, and the kind that is proposed for it."""
        kinds = answers.actor_kinds()
        for word in (said.get("kind"), said.get("type")):
            if word is not None and plain(word) in kinds:
                return self._noted(word, kinds[plain(word)], name, certain=True)
        word = said.get("type", said.get("kind"))
        shown, kind = self._noted(word, meaning.actor_kind(word or "", name), name, certain=False)
        if ("actor", shown, kind) in self.choices:
            return shown, kind
        if kind == meaning.UNSURE:
            self.ledger.guessed("kind_unsure", actor_kind=kind)
        elif word:
            self.ledger.guessed("kind", actor_kind=kind, word=word)
        else:
            self.ledger.guessed("kind_unsaid", actor_kind=kind)
        return shown, kind

    def _noted(self, word: Any, kind: str, name: str, *, certain: bool) -> tuple[str, str]:
        shown = "" if word is None else answers.text(word)[:80]
        self.ledger.word("actor", shown, kind, name, certain=certain)
        return shown, kind

    def knows(self, said: Any) -> bool:
        """Whether this is an id or label of an actor as it stands."""
        word = answers.text(said).strip()
        return word in self.found or word in self.by_label

    def named(self, said: Any, *, label_first: bool = False) -> ActorId:
        """The actor that a link's end means, by id or label, then by any of its names; made where no table has it."""
        word = answers.text(said).strip()
        by_id = ActorId(word) if word in self.found else None
        by_label = self.by_label.get(word)
        found = (by_label or by_id if label_first else by_id or by_label) or self.by_name.get(plain(word))
        if found is None:
            self.ledger.guessed("actor_of_link", name=word)
            self.add({"label": word, "id": self._new()})
            found = self.by_name.get(plain(word))
        if found is None:
            raise NotUnderstood
        return found

    def _new(self) -> str:
        n = len(self.found) + 1
        while f"x-{n}" in self.found:
            n += 1
        return f"x-{n}"

    def settle_parents(self) -> None:
        """`part of` is an actor of the map, by id or name; else it is kept as it is when it is an id."""
        for id, word in self.parents.items():
            parent = word if word in self.found else self.by_label.get(word) or self.by_name.get(plain(word))
            if parent is None and plain(word).replace(" ", "").isalnum() and " " not in word:
                parent = word
            if parent and parent != id:
                self.found[id] = replace(self.found[id], part_of=ActorId(parent))
            else:
                self.ledger.dropped("value", heading="part_of", value=word)

    def leave_out(self) -> set[ActorId]:
        """The actors whose kind was chosen to be left out, taken from those found."""
        for id, word in self.left.items():
            if self.found.pop(id, None):
                self.ledger.dropped("left", word=word or "—")
        for id, actor in self.found.items():
            if actor.part_of in self.left:
                self.found[id] = replace(actor, part_of=None)
        return set(self.left)
