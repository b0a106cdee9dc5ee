"""A state being changed, and the conflict rule: who may write over what."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from mapping.changes.records import Change, Effects, MapState, Outcome, Refusal, Write
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap


class Draft:
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

    # the rule

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
        if id not in table or (self.change.base < self.born(id) and not self.is_own(id, "*")):
            self.refuse("gone", id)
            return False
        return True

    def is_own(self, id: str, name: str) -> bool:
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

    def is_untouched(self, id: str) -> bool:
        """For the undoing of an add: nobody has built on it since."""
        if self.change.expect is None:
            return True
        written = self.written.get(id, {})
        others = [w for w in written.values() if w.change != self.change.expect and w.seq > self.born(id)]
        links = [k for k in self.links.values() if id in k.ends and not self.is_of_this(k.id)]
        if any(w.by != self.change.by for w in others) or links:
            self.refuse("in_use", id)
            return False
        return True

    def is_of_this(self, id: str) -> bool:
        """Whether the change that is taken back brought the thing."""
        birth = self.written.get(id, {}).get("*")
        return birth is not None and birth.change == self.change.expect

    # what becomes of it

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

    def cut_link(self, id: LinkId) -> None:
        self.links.pop(id)
        self.put_links.pop(id, None)
        self.cut_links[id] = None
        self.note(id, "-")

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
