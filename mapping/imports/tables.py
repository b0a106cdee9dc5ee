"""A map out of tables of actors and links, whoever wrote them. What is not understood is dropped and said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from mapping.codec import MapFile
from mapping.errors import FileUnreadable, TooMany
from mapping.imports import answers, meaning
from mapping.imports.answers import NotUnderstood
from mapping.imports.headings import known, plain
from mapping.imports.notes import Ledger
from mapping.model import FILE_ACTORS, FILE_LINKS, Actor, ActorId, Frame, Link, LinkId, SectorMap
from mapping.scenario import looks_like_a_person
from mapping.schema import schema

Row = Mapping[str, Any]
_DIRECTIONS = {
    "directed": "directed", "undirected": "undirected", "mutual": "mutual", "dirigida": "directed",
    "no dirigida": "undirected", "mutua": "mutual", "true": "directed", "false": "undirected",
}  # fmt: skip


def map_from(actors: Iterable[Row], links: Iterable[Row], frame: Row, ledger: Ledger) -> MapFile:
    """The map of these rows (by heading); `FileUnreadable` when there is nothing in them."""
    table = _Actors(ledger)
    for row in actors:
        table.add(row)
    drawn = _Links(table, ledger)
    for row in links:
        drawn.add(row)
    if not table.found and not drawn.found:
        raise FileUnreadable("no actors and no links were found in this file")
    table.settle_parents()
    values = _frame(frame, ledger)
    handling = "shareable" if plain(frame.get("handling", "")) == "shareable" else "internal"
    return MapFile(SectorMap(Frame(**values), table.found, drawn.found), handling)


def _frame(row: Row, ledger: Ledger) -> dict[str, Any]:
    return _values("frame", {k: v for k, v in row.items() if k != "handling"}, ledger)


def _values(of: str, row: Row, ledger: Ledger) -> dict[str, Any]:
    """Checked properties of a row by their heading; what is not understood is noted."""
    out: dict[str, Any] = {}
    for heading, said in row.items():
        if said is None or said == "" or said == []:
            continue
        name = known(of).get(plain(heading))
        attribute = schema().attributes[of].get(name or "")
        if attribute is None:
            ledger.dropped("column", heading=heading)
            continue
        try:
            out[attribute.id] = answers.value(of, attribute, said)
        except NotUnderstood:
            ledger.dropped("value", heading=heading, value=said)
    return {k: v for k, v in out.items() if v is not None}


def _taken(of: str, row: Row, *names: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a row says of these names, and the rest of the row."""
    said: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for heading, value in row.items():
        name = known(of).get(plain(heading), "")
        if name in names and value not in (None, ""):
            said.setdefault(name, value)
        else:
            rest[heading] = value
    return said, rest


def _id(said: Any) -> str | None:
    id = answers.text(said).strip() if said is not None else ""
    return id if 0 < len(id) <= 80 and id.isprintable() and not id.startswith("#") else None


class _Actors:
    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.found: dict[ActorId, Actor] = {}
        self.by_label: dict[str, ActorId] = {}  # as the file writes it
        self.by_name: dict[str, ActorId] = {}
        self.parents: dict[ActorId, str] = {}

    def add(self, row: Row) -> None:
        said, rest = _taken("actor", row, "id", "label", "name", "kind", "type", "part_of",
                            *(f"names.{k}" for k in ("es", "en")))  # fmt: skip
        label = answers.text(said.get("label", said.get("name", said.get("id", ""))))
        name = " ".join(answers.text(said.get("name", label)).split())
        if not name:
            self.ledger.dropped("nameless")
            return
        id = ActorId(_id(said.get("id")) or self._new())
        if id in self.found:
            self.ledger.dropped("same_id", id=id)
            return
        names = {k[6:]: answers.text(v)[:120] for k, v in said.items() if k.startswith("names.")}
        values = _values("actor", rest, self.ledger)
        kind = self._kind(said, name)
        if "id" not in said and self._is_again(label, kind, values):
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

    def _kind(self, said: Row, name: str) -> str:
        kinds = answers.actor_kinds()
        for word in (said.get("kind"), said.get("type")):
            if word is not None and plain(word) in kinds:
                return kinds[plain(word)]
        word = said.get("type", said.get("kind"))
        kind = meaning.actor_kind(word or "", name)
        if kind == meaning.UNSURE:
            self.ledger.guessed("kind_unsure", actor_kind=kind)
        elif word:
            self.ledger.guessed("kind", actor_kind=kind, word=word)
        else:
            self.ledger.guessed("kind_unsaid", actor_kind=kind)
        return kind

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


class _Links:
    def __init__(self, actors: _Actors, ledger: Ledger) -> None:
        self.actors, self.ledger = actors, ledger
        self.found: dict[LinkId, Link] = {}

    def add(self, row: Row) -> None:
        said, rest = _taken("link", row, "id", "source", "target", "from", "to", "kind", "type", "label", "direction")
        meant, direction, original = self._kind(said)
        values = _values("link", rest, self.ledger)
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
            self._put(_id(said.get("id")) if n == 0 else None, kind, ends, values)
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
