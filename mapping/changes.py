"""The changes of a map, and what two people changing one thing get. Pure; the conflict rule is here alone.

A map is its list of changes. `apply(state, change, seq)` gives the next state, the *effects* that every screen
draws, and the *refusals* that go to the author's tray. `inverse` gives the change that takes one back.

The rule: the state keeps who wrote each property last, and when. A change made without having seen somebody
else's later write of that property (its `base` is older) does not overwrite it; the newer value stays and the
older one is refused to its author. Two properties never conflict. Places are exempt: the later move wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from dataclasses import fields as fields_of
from types import MappingProxyType
from typing import Any

from mapping.errors import BadInput, BadValue, MapFrozen, TooMany
from mapping.model import LIVE_ACTORS, LIVE_LINKS, Actor, ActorId, Frame, Link, LinkId, SectorMap, values_of
from mapping.schema import schema

VERSION = 1
CHANGE_BYTES, BATCH_BYTES = 16_000, 1_000_000
OPS = (
    "add",
    "set",
    "remove",
    "link",
    "unlink",
    "move",
    "frame",
    "step",
    "freeze",
    "snapshot",
    "merge",
    "redact",
    "batch",
)
BY_FACILITATOR = frozenset({"frame", "step", "freeze", "snapshot", "merge", "redact"})

_DEFAULTS: dict[str, dict[str, Any]] = {
    "actor": {f.name: getattr(Actor(ActorId(""), "", ""), f.name) for f in fields_of(Actor)},
    "link": {f.name: getattr(Link(LinkId(""), "", ActorId(""), ActorId("")), f.name) for f in fields_of(Link)},
    "frame": {f.name: getattr(Frame(), f.name) for f in fields_of(Frame)},
}


@dataclass(frozen=True)
class Change:
    """One recorded step.

    `id` is made by its author's client: applying it twice is applying it once. `by` is a random participant id.
    `base` is the sequence number its author had seen. `body` holds what the op needs, as plain JSON values:

    add {actor: {id, name, kind, …}} · set {of, values} · remove {of} · link {link: {id, kind, source, target, …}} ·
    unlink {of} · move {places: {id: [x, y]}} · frame {values} · step {step} · freeze {on} · snapshot {label} ·
    merge {keep, drop} · redact {of, property, value} · batch {label, changes: [{op, …}]}

    `expect` (made by `inverse` alone) names the change whose writes must still be the last.
    """

    id: str
    by: str
    base: int
    op: str
    body: Mapping[str, Any] = field(default_factory=dict)
    expect: str | None = None


@dataclass(frozen=True)
class Write:
    """Who wrote a property last."""

    seq: int
    by: str
    change: str


@dataclass(frozen=True)
class Refusal:
    """What did not take effect, and why: goes to the author, never to the others.

    reason: conflict · gone · frozen · changed_since (an undo that came too late) · in_use · limit · bad_value
    """

    reason: str
    id: str = ""
    property: str = ""
    yours: Any = None
    theirs: Any = None


@dataclass(frozen=True)
class Effects:
    """What a screen does to what it shows: put these whole actors and links, drop those."""

    actors: tuple[ActorId, ...] = ()
    links: tuple[LinkId, ...] = ()
    dropped_actors: tuple[ActorId, ...] = ()
    dropped_links: tuple[LinkId, ...] = ()
    frame: bool = False
    day: bool = False  # step or freeze

    @property
    def is_empty(self) -> bool:
        return self == Effects()


@dataclass(frozen=True)
class MapState:
    """A map, and what the conflict rule needs to know of its past."""

    map: SectorMap = field(default_factory=SectorMap)
    seq: int = 0
    written: Mapping[str, Mapping[str, Write]] = field(default_factory=dict)  # thing id -> property -> last write
    frozen: bool = False
    step: str = ""
    snapshots: tuple[tuple[int, str], ...] = ()  # (seq, label)


@dataclass(frozen=True)
class Outcome:
    """What applying a change gave; with no effects and refusals only, the change is not recorded."""

    state: MapState
    effects: Effects = Effects()
    refusals: tuple[Refusal, ...] = ()
    changed: bool = True


class _Draft:
    """A state being changed: copies a part when it is first written."""

    def __init__(self, state: MapState, change: Change, seq: int) -> None:
        self.state, self.change, self.seq = state, change, seq
        self.actors: dict[ActorId, Actor] = dict(state.map.actors)
        self.links: dict[LinkId, Link] = dict(state.map.links)
        self.frame = state.map.frame
        self.written: dict[str, Mapping[str, Write]] = dict(state.written)
        self.frozen, self.step, self.snapshots = state.frozen, state.step, state.snapshots
        self.refusals: list[Refusal] = []
        self.put_actors: dict[ActorId, None] = {}
        self.put_links: dict[LinkId, None] = {}
        self.cut_actors: dict[ActorId, None] = {}
        self.cut_links: dict[LinkId, None] = {}
        self.framed = self.day = self.changed = False

    # what was written, and whether this change may write over it

    def born(self, id: str) -> int:
        birth = self.written.get(id, {}).get("*")
        return birth.seq if birth else 0

    def note(self, id: str, *names: str) -> None:
        write = Write(self.seq, self.change.by, self.change.id)
        self.written[id] = MappingProxyType({**self.written.get(id, {}), **dict.fromkeys(names, write)})
        self.changed = True

    def refuse(self, reason: str, id: str = "", property: str = "", yours: Any = None, theirs: Any = None) -> None:
        self.refusals.append(Refusal(reason, id, property, yours, theirs))

    def is_known(self, id: str, table: Mapping[Any, Any]) -> bool:
        """Whether the thing lives, in the life that the author saw."""
        if id not in table or (self.change.base < self.born(id) and not self._is_own(id, "*")):
            self.refuse("gone", id)
            return False
        return True

    def _is_own(self, id: str, name: str) -> bool:
        last = self.written.get(id, {}).get(name)
        return last is not None and last.by == self.change.by

    def may_write(self, id: str, name: str, yours: Any, theirs: Any) -> bool:
        last = self.written.get(id, {}).get(name)
        if self.change.expect is not None:
            if last is not None and last.change != self.change.expect:
                self.refuse("changed_since", id, name, yours, theirs)
                return False
            return True
        if last is None or last.seq <= self.change.base or last.by == self.change.by or yours == theirs:
            return True
        self.refuse("conflict", id, name, yours, theirs)
        return False

    # the ops

    def put_actor(self, actor: Actor) -> None:
        self.actors[actor.id] = actor
        self.put_actors[actor.id] = None
        self.cut_actors.pop(actor.id, None)
        self.changed = True

    def put_link(self, link: Link) -> None:
        self.links[link.id] = link
        self.put_links[link.id] = None
        self.cut_links.pop(link.id, None)
        self.changed = True

    def add(self, body: Mapping[str, Any]) -> None:
        actor = actor_from(body.get("actor"))
        if actor.id in self.actors:
            return  # a simultaneous second add is the first
        if len(self.actors) >= LIVE_ACTORS:
            raise TooMany("actors", LIVE_ACTORS)
        self.put_actor(actor)
        self.written[actor.id] = {}
        self.note(actor.id, "*", *values_of(actor))

    def link(self, body: Mapping[str, Any]) -> None:
        link = link_from(body.get("link"))
        if link.id in self.links:
            return
        if len(self.links) >= LIVE_LINKS:
            raise TooMany("links", LIVE_LINKS)
        known = [self.is_known(end, self.actors) for end in link.ends]
        if all(known):
            self.put_link(link)
            self.written[link.id] = {}
            self.note(link.id, "*", *values_of(link))

    def set(self, body: Mapping[str, Any]) -> None:
        id, values = text_of(body, "of"), body.get("values")
        if not isinstance(values, Mapping) or not values:
            raise BadValue("values", values, "the properties to set")
        if id not in self.links and id not in self.actors:
            self.refuse("gone", id)
            return
        table: dict[Any, Any] = self.links if id in self.links else self.actors
        of = "link" if id in self.links else "actor"
        checked = {k: _checked(of, k, v) for k, v in values.items()}
        if {"source", "target"} & checked.keys() and of == "link":
            known = [self.is_known(checked[k], self.actors) for k in ("source", "target") if k in checked]
            if not all(known):
                return
            ends = [checked.get(k, getattr(table[id], k)) for k in ("source", "target")]
            if ends[0] == ends[1]:
                raise BadValue("target", ends[1], "another actor than the source")
        if not self.is_known(id, table):
            return
        thing = table[id]
        mine = {k: v for k, v in checked.items() if self.may_write(id, k, v, getattr(thing, k))}
        if mine:
            new = replace(thing, **mine)
            if of == "link":
                self.put_link(new)
            else:
                self.put_actor(new)
            self.note(id, *mine)

    def remove(self, body: Mapping[str, Any]) -> None:
        id = ActorId(text_of(body, "of"))
        if not self.is_known(id, self.actors) or not self._is_untouched(id):
            return
        for link in [k for k in self.links.values() if id in k.ends]:
            self.cut_link(link.id)
        del self.actors[id]
        self.put_actors.pop(id, None)
        self.cut_actors[id] = None
        self.note(id, "-")

    def _is_untouched(self, id: str) -> bool:
        """For the undoing of an add: nobody has built on it since."""
        if self.change.expect is None:
            return True
        others = [
            w for w in self.written.get(id, {}).values() if w.change != self.change.expect and w.seq > self.born(id)
        ]
        links = [
            k for k in self.links.values() if id in k.ends and self.written[k.id]["*"].change != self.change.expect
        ]
        if any(w.by != self.change.by for w in others) or links:
            self.refuse("in_use", id)
            return False
        return True

    def cut_link(self, id: LinkId) -> None:
        self.links.pop(id)
        self.put_links.pop(id, None)
        self.cut_links[id] = None
        self.note(id, "-")

    def unlink(self, body: Mapping[str, Any]) -> None:
        id = LinkId(text_of(body, "of"))
        if self.is_known(id, self.links) and self._is_untouched(id):
            self.cut_link(id)

    def move(self, body: Mapping[str, Any]) -> None:
        places = body.get("places")
        if not isinstance(places, Mapping) or not places:
            raise BadValue("places", places, "a place for each actor")
        for id, place in places.items():
            if not isinstance(place, (list, tuple)) or len(place) != 2:
                raise BadValue("places", place, "two numbers")
            x, y = (_checked("actor", "x", v) for v in place)
            if id not in self.actors:
                continue  # moved by one, removed by another: nothing is lost
            last = self.written.get(id, {}).get("x")
            if self.change.expect is not None and last is not None and last.change != self.change.expect:
                self.refuse("changed_since", id, "x")
                continue
            self.put_actor(replace(self.actors[ActorId(id)], x=x, y=y))
            self.note(id, "x", "y")

    def set_frame(self, body: Mapping[str, Any]) -> None:
        values = body.get("values")
        if not isinstance(values, Mapping):
            raise BadValue("values", values, "the frame's properties")
        checked = {k: _checked("frame", k, v) for k, v in values.items()}
        mine = {k: v for k, v in checked.items() if self.may_write("#frame", k, v, getattr(self.frame, k))}
        if mine:
            self.frame, self.framed = replace(self.frame, **mine), True
            self.note("#frame", *mine)

    def set_step(self, body: Mapping[str, Any]) -> None:
        self.step, self.day = text_of(body, "step"), True
        self.note("#day", "step")

    def freeze(self, body: Mapping[str, Any]) -> None:
        self.frozen, self.day = bool(_checked("actor", "pinned", body.get("on"))), True
        self.note("#day", "frozen")

    def snapshot(self, body: Mapping[str, Any]) -> None:
        self.snapshots = (*self.snapshots, (self.seq, text_of(body, "label")))
        self.note("#day", f"snapshot {self.seq}")

    def merge(self, body: Mapping[str, Any]) -> None:
        """Two actors are one: the links of `drop` go over to `keep`, then `drop` goes."""
        keep, drop = ActorId(text_of(body, "keep")), ActorId(text_of(body, "drop"))
        if keep == drop or not (self.is_known(keep, self.actors) and self.is_known(drop, self.actors)):
            return
        for link in [k for k in self.links.values() if drop in k.ends]:
            ends = [keep if end == drop else end for end in link.ends]
            if ends[0] == ends[1]:
                self.cut_link(link.id)
            else:
                self.put_link(replace(link, source=ends[0], target=ends[1]))
                self.note(link.id, "source", "target")
        self.remove({"of": drop})

    def redact(self, body: Mapping[str, Any]) -> None:
        """A word must go: the property is set whatever anyone wrote; the store rewrites what it holds of it."""
        id, name = text_of(body, "of"), text_of(body, "property")
        of = "link" if id in self.links else "actor"
        value = _checked(of, name, body.get("value"))
        if id in self.links:
            self.put_link(replace(self.links[LinkId(id)], **{name: value}))
        elif id in self.actors:
            extra: dict[str, Any] = {"names": {}} if name == "name" else {}
            self.put_actor(replace(self.actors[ActorId(id)], **{name: value}, **extra))
        self.note(id, name)

    def batch(self, body: Mapping[str, Any]) -> None:
        changes = body.get("changes")
        if not isinstance(changes, Sequence) or isinstance(changes, str) or not changes:
            raise BadValue("changes", changes, "a list of changes")
        for part in changes:
            if not isinstance(part, Mapping) or part.get("op") == "batch":
                raise BadValue("changes", part, "changes that are not batches")
            self.do(part.get("op"), part)

    def do(self, op: Any, body: Mapping[str, Any]) -> None:
        ops = {
            "add": self.add, "set": self.set, "remove": self.remove, "link": self.link, "unlink": self.unlink,
            "move": self.move, "frame": self.set_frame, "step": self.set_step, "freeze": self.freeze,
            "snapshot": self.snapshot, "merge": self.merge, "redact": self.redact, "batch": self.batch,
        }  # fmt: skip
        if not isinstance(op, str) or op not in ops:
            raise BadValue("op", op, "one of " + ", ".join(OPS))
        ops[op](body)

    def outcome(self) -> Outcome:
        state = MapState(
            SectorMap(self.frame, MappingProxyType(self.actors), MappingProxyType(self.links)),
            self.seq, MappingProxyType(self.written), self.frozen, self.step, self.snapshots,
        )  # fmt: skip
        effects = Effects(
            tuple(self.put_actors), tuple(self.put_links), tuple(self.cut_actors), tuple(self.cut_links),
            self.framed, self.day,
        )  # fmt: skip
        return Outcome(state, effects, tuple(self.refusals), True)


def apply(state: MapState, change: Change, seq: int) -> Outcome:
    """The state after this change, which gets number `seq`.

    When nothing of the change takes effect, the outcome is the state as it was, with `changed` False; such a
    change is not recorded. Raises BadInput when the change is malformed or asks for what no map can hold, and
    MapFrozen while drawing is paused (for what participants do).
    """
    if state.frozen and any(op not in BY_FACILITATOR for op in ops_of(change)):
        raise MapFrozen("drawing is paused")
    draft = _Draft(state, change, seq)
    draft.do(change.op, change.body)
    if not draft.changed:
        return Outcome(state, Effects(), tuple(draft.refusals), False)
    return draft.outcome()


def replay(changes: Sequence[tuple[int, Change]], state: MapState | None = None) -> MapState:
    """The state after these numbered changes, in their order."""
    state = state or MapState()
    for seq, change in changes:
        state = replace(apply(replace(state, frozen=False), change, seq).state, frozen=_frozen_after(state, change))
    return state


def _frozen_after(state: MapState, change: Change) -> bool:
    return bool(change.body.get("on")) if change.op == "freeze" else state.frozen


def ops_of(change: Change) -> list[Any]:
    """The op, or the ops of a batch."""
    if change.op != "batch":
        return [change.op]
    parts = change.body.get("changes")
    return [p.get("op") if isinstance(p, Mapping) else None for p in parts] if isinstance(parts, Sequence) else []


def inverse(before: MapState, change: Change, *, id: str, by: str, base: int) -> Change:
    """The change that takes `change` back, given the state it was applied to.

    It expects its properties to be untouched since; where they are not, applying it refuses `changed_since`
    and leaves them. Taking back an inverse is redoing. Raises BadInput for what cannot be taken back.
    """
    steps: list[dict[str, Any]] = []
    state = before
    parts = change.body["changes"] if change.op == "batch" else [{**change.body, "op": change.op}]
    for part in parts:
        steps = [*_undoing(state, part), *steps]
        one = Change(change.id, change.by, change.base, part["op"], part, change.expect)
        state = apply(replace(state, frozen=False), one, before.seq + 1).state
    if not steps:
        raise BadInput("this change cannot be taken back")
    return Change(id, by, base, "batch", {"label": "undo", "changes": steps}, expect=change.id)


def _undoing(before: MapState, part: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    op, map = part["op"], before.map
    if op == "add" and part["actor"]["id"] not in map.actors:
        yield {"op": "remove", "of": part["actor"]["id"]}
    elif op == "link" and part["link"]["id"] not in map.links:
        yield {"op": "unlink", "of": part["link"]["id"]}
    elif op == "remove" and part["of"] in map.actors:
        yield {"op": "add", "actor": as_json(map.actors[part["of"]])}
        yield from ({"op": "link", "link": as_json(k)} for k in map.links.values() if part["of"] in k.ends)
    elif op == "unlink" and part["of"] in map.links:
        yield {"op": "link", "link": as_json(map.links[part["of"]])}
    elif op == "set":
        thing: Actor | Link | None = map.links.get(part["of"]) or map.actors.get(part["of"])
        if thing is not None:
            yield {"op": "set", "of": part["of"], "values": {k: _plain(getattr(thing, k)) for k in part["values"]}}
    elif op == "move":
        was = {k: [a.x, a.y] for k in part["places"] if (a := map.actors.get(k)) and a.x is not None}
        if was:
            yield {"op": "move", "places": was}
    elif op == "frame":
        yield {"op": "frame", "values": {k: getattr(map.frame, k) for k in part["values"]}}


def text_of(body: Mapping[str, Any], name: str) -> str:
    """A short text out of a change, or BadValue."""
    value = body.get(name)
    if not isinstance(value, str) or not value or len(value) > 120:
        raise BadValue(name, value, "a text of at most 120 characters")
    return value


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value


def as_json(thing: Actor | Link) -> dict[str, Any]:
    """An actor or link as files, effects and changes carry it: its id and what differs from the defaults."""
    return {"id": thing.id, **values_of(thing)}


def _checked(of: str, name: str, value: Any) -> Any:
    checked = schema().checked(of, name, value)
    return _DEFAULTS[of][name] if checked is None else checked


def _fields(of: str, row: Any, needed: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise BadValue(of, row, "an object")
    id = row.get("id")
    if not isinstance(id, str) or not 0 < len(id) <= 80 or not id.isprintable() or id.startswith("#"):
        raise BadValue("id", id, "a text of 1 to 80 characters")
    missing = [n for n in needed if n not in row]
    if missing:
        raise BadValue(missing[0], None, f"needed in every {of}")
    return {"id": id, **{k: _checked(of, k, v) for k, v in row.items() if k != "id"}}


def actor_from(row: Any) -> Actor:
    """An actor from its JSON form, every property checked; BadInput when one cannot be."""
    return Actor(**_fields("actor", row, ("name", "kind")))


def link_from(row: Any) -> Link:
    """A link from its JSON form, every property checked; BadInput when one cannot be."""
    link = Link(**_fields("link", row, ("kind", "source", "target")))
    if link.source == link.target:
        raise BadValue("target", link.target, "another actor than the source")
    return link
