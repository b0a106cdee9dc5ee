"""The links out of the rows of a table: their ends, kind and direction."""

from __future__ import annotations

from mapping.errors import TooMany
from mapping.imports import answers, meaning, rows
from mapping.imports.actors import Actors
from mapping.imports.answers import NotUnderstood
from mapping.imports.headings import plain
from mapping.imports.notes import Ledger
from mapping.imports.rows import Row
from mapping.model import FILE_LINKS, ActorId, Link, LinkId
from mapping.schema import schema

_DIRECTIONS = {
    "directed": "directed", "undirected": "undirected", "mutual": "mutual", "dirigida": "directed",
    "no dirigida": "undirected", "mutua": "mutual", "true": "directed", "false": "undirected",
}  # fmt: skip


class Links:
    """The links that were `found` so far."""

    def __init__(self, actors: Actors, ledger: Ledger) -> None:
        self.actors, self.ledger = actors, ledger
        self.found: dict[LinkId, Link] = {}

    def add(self, row: Row) -> None:
        said, rest = rows.taken(
            "link", row, "id", "source", "target", "from", "to", "kind", "type", "label", "direction"
        )
        meant, direction, original = self._kind(said)
        values = rows.values("link", rest, self.ledger)
        if original:
            values["note"] = "\n".join(x for x in (values.get("note", ""), original) if x)[:2000]
        source = said.get("source", said.get("from"))
        target = said.get("target", said.get("to", ""))
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
            kind = self._fitting(meant, ends)
            self._put(rows.id_in(said.get("id")) if n == 0 else None, kind, ends, values)
            if direction == "mutual" and schema().link_kind(kind).directed:
                self._put(None, kind, (ends[1], ends[0]), values)

    def _put(self, id: str | None, kind: str, ends: tuple[ActorId, ActorId], values: Row) -> None:
        if len(self.found) >= FILE_LINKS:
            raise TooMany("links", FILE_LINKS)
        if id is None or id in self.found:
            if id is not None:
                self.ledger.guessed("same_link_id", id=id)
            n = len(self.found) + 1
            while f"l-{n}" in self.found:
                n += 1
            id = f"l-{n}"
        self.found[LinkId(id)] = Link(
            **{**values, "id": LinkId(id), "kind": kind, "source": ends[0], "target": ends[1]}
        )

    def _kind(self, said: Row) -> tuple[str, str, str]:
        """Kind, direction, and the relation as it was written where no kind is called so.

        `Type` is the direction where it says Directed or Undirected (Gephi), else the relation (Kumu).
        """
        direction = _DIRECTIONS.get(plain(said.get("direction", "")), "")
        words = [said.get("kind"), said.get("type"), said.get("label")]
        if words[1] is not None and plain(words[1]) in _DIRECTIONS:
            direction = direction or _DIRECTIONS[plain(words[1])]
            words[1] = None
        kinds = answers.link_kinds()
        for word in words:
            if word is not None and plain(word) in kinds:
                return kinds[plain(word)], direction, ""
        for word in words:
            if word is not None and (meant := meaning.relation(word)):
                if meant != meaning.OVERSIGHT:
                    self.ledger.guessed("relation_meant", word=answers.text(word), link_kind=meant)
                return meant, direction, ""
        written = next((answers.text(w) for w in words if w is not None), "")
        if written:
            self.ledger.guessed("relation", word=written)
        else:
            self.ledger.guessed("relation_unsaid")
        return next(k.id for k in schema().link_kinds.values() if k.catch_all), direction, written

    def _fitting(self, meant: str, ends: tuple[ActorId, ActorId]) -> str:
        """The kind itself; for *supervises* the one that fits who oversees whom."""
        if meant != meaning.OVERSIGHT:
            return meant
        kind = meaning.oversight_kind(*(self.actors.found[end] for end in ends))
        self.ledger.guessed("oversight", link_kind=kind)
        return kind
