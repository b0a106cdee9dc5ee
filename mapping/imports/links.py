"""The links out of the rows of a table: their ends, kind and direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from mapping.errors import TooMany
from mapping.imports import answers, meaning, rows
from mapping.imports.actors import Actors
from mapping.imports.answers import NotUnderstood
from mapping.imports.headings import known, plain
from mapping.imports.notes import Ledger
from mapping.imports.rows import Row
from mapping.model import FILE_LINKS, ActorId, Link, LinkId
from mapping.schema import schema

_DIRECTIONS = {
    "directed": "directed", "undirected": "undirected", "mutual": "mutual", "dirigida": "directed",
    "no dirigida": "undirected", "mutua": "mutual", "true": "directed", "false": "undirected", "1": "directed",
    "0": "undirected", "yes": "directed", "no": "undirected", "si": "directed", "verdadero": "directed",
    "falso": "undirected", "dirigido": "directed", "no dirigido": "undirected", "bidirectional": "mutual",
    "bidireccional": "mutual", "mutuo": "mutual",
}  # fmt: skip


_NAMED = ("directed", "undirected", "mutual", "dirigida", "no dirigida", "mutua", "dirigido", "no dirigido")


class Links:
    """The links that were `found` so far, of the kinds that were chosen for the words of the file."""

    def __init__(self, actors: Actors, ledger: Ledger, choices: Mapping[tuple[str, str, str], str]) -> None:
        self.actors, self.ledger, self.choices = actors, ledger, choices
        self.found: dict[LinkId, Link] = {}
        self._said: dict[tuple[str, ActorId, ActorId], LinkId] = {}  # links of rows without an id

    def add(self, row: Row) -> None:
        said, rest = rows.taken(
            "link", row, "id", "source", "target", "from", "to", "kind", "type", "label", "direction"
        )
        word, meant, direction, certain = self._kind(said)
        values = rows.values("link", rest, self.ledger)
        if not certain and word and meant == _catch_all():
            values["note"] = "\n".join(x for x in (values.get("note", ""), word) if x)[:2000]
        source, target = said.get("source", said.get("from")), said.get("target", said.get("to", ""))
        for name in ("from", "to") if {"source", "target"} <= said.keys() else ():
            if name in said:  # Onodo's years
                heading = next(h for h in row if known("link").get(plain(h)) == name)
                self.ledger.dropped("column", heading=heading)
        targets = [target] if self.actors.knows(target) else answers.parts(target)
        if source is None or not targets:
            self.ledger.dropped("endless")
            return
        kumu = "source" not in said  # From and To are labels, Source and Target ids
        for n, target in enumerate(targets):
            try:
                ends = self.actors.named(source, label_first=kumu), self.actors.named(target, label_first=kumu)
            except NotUnderstood:
                self.ledger.dropped("endless")
                continue
            if ends[0] == ends[1]:
                self.ledger.dropped("loop", name=answers.text(source))
                continue
            kind = self._chosen(word, meant, ends, certain=certain)
            if kind is None:
                continue
            id = rows.id_in(said.get("id"))
            self._put(id if n == 0 else None, kind, ends, values, again=id is None)
            if direction == "mutual" and schema().link_kind(kind).directed:
                self._put(None, kind, (ends[1], ends[0]), values, again=id is None)
            elif direction == "undirected" and schema().link_kind(kind).directed:
                self.ledger.guessed("undirected", link_kind=kind)

    def _put(self, id: str | None, kind: str, ends: tuple[ActorId, ActorId], values: Row, *, again: bool) -> None:
        """`again`: a row that has no id may be an earlier one's repetition."""
        pair = ends if schema().link_kind(kind).directed else (min(ends), max(ends))
        if again and self._is_again(self._said.get((kind, *pair)), values):
            self.ledger.guessed("repeated")
            return
        if len(self.found) >= FILE_LINKS:
            raise TooMany("links", FILE_LINKS)
        if id is None or id in self.found:
            if id is not None:
                self.ledger.guessed("same_link_id", id=id)
            n = len(self.found) + 1
            while f"l-{n}" in self.found:
                n += 1
            id = f"l-{n}"
        link = Link(**{**values, "id": LinkId(id), "kind": kind, "source": ends[0], "target": ends[1]})
        self.found[link.id] = link
        if again:
            self._said[(kind, *pair)] = link.id

    def _is_again(self, id: LinkId | None, values: Row) -> bool:
        """Whether a row says no more than an earlier one did, but for the strength: then the greater one holds."""
        if id is None:
            return False
        twin = self.found[id]
        if any(getattr(twin, k) != v for k, v in values.items() if k != "strength"):
            return False
        strengths = [x for x in (twin.strength, values.get("strength")) if x is not None]
        self.found[id] = replace(twin, strength=max(strengths, default=None))
        return True

    def leave_out(self, actors: set[ActorId]) -> None:
        """Without the links of actors that were left out."""
        gone = [id for id, link in self.found.items() if actors & set(link.ends)] if actors else []
        for id in gone:
            del self.found[id]
        if gone:
            self.ledger.dropped("left_ends", len(gone))

    def _kind(self, said: Row) -> tuple[str, str, str, bool]:
        """What the file calls the relation, the kind it means, the direction, and whether it is that kind's own name.

        `Type` is the direction where it says Directed or Undirected (Gephi), else the relation (Kumu).
        """
        direction = _DIRECTIONS.get(plain(said.get("direction", "")), "")
        words: list[Any] = [said.get("kind"), said.get("type"), said.get("label")]
        if words[1] is not None and plain(words[1]) in _NAMED:
            direction = direction or _DIRECTIONS[plain(words[1])]
            words[1] = None
        kinds = answers.link_kinds()
        for word in words:
            if word is not None and plain(word) in kinds:
                return answers.text(word), kinds[plain(word)], direction, True
        for word in words:
            if word is not None and (meant := meaning.relation(word)):
                return answers.text(word), meant, direction, False
        written = next((answers.text(w) for w in words if w is not None), "")
        return written, _catch_all(), direction, False

    def _chosen(self, word: str, meant: str, ends: tuple[ActorId, ActorId], *, certain: bool) -> str | None:
        """The kind that was chosen for the word, else the one that is proposed: for *supervises* the one that fits who
        oversees whom. None where it is to be left out."""
        actors = [self.actors.found[end] for end in ends]
        kind = meaning.oversight_kind(actors[0], actors[1]) if meant == meaning.OVERSIGHT else meant
        shown = word[:80]
        self.ledger.word("link", shown, kind, f"{actors[0].name} → {actors[1].name}", certain=certain)
        chosen = self.choices.get(("link", shown, kind))
        if chosen == rows.DROP:
            self.ledger.dropped("left_links", word=shown or "—")
            return None
        if chosen is None and not certain:
            self._guess(word, meant, kind)
        return chosen or kind

    def _guess(self, word: str, meant: str, kind: str) -> None:
        if meant == meaning.OVERSIGHT:
            self.ledger.guessed("oversight", link_kind=kind)
        elif kind != _catch_all():
            self.ledger.guessed("relation_meant", word=word, link_kind=kind)
        elif word:
            self.ledger.guessed("relation", word=word)
        else:
            self.ledger.guessed("relation_unsaid")


@cache
def _catch_all() -> str:
    return next(k.id for k in schema().link_kinds.values() if k.catch_all)
