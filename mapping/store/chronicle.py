"""What has happened on a map, change by change, in a form that can be said: who, when, what, about whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from mapping.changes import Change, Outcome, ops_of
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.schema import schema
from mapping.store.opening import SERVER

SAID = frozenset({"number", "choice", "choices", "flag", "actor_kind", "link_kind"})  # values that are no free text
OF_THE_DAY = frozenset({"step", "snapshot", "freeze"})
ALWAYS = OF_THE_DAY | {"redact", "frame"}  # said without naming anything on the map


SLIP = 60.0  # seconds within which who adds may remove again without a second thought
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One actor or link that a change added, changed or removed; a link with its ends as they were."""

    verb: str
    thing: Actor | Link
    ends: tuple[Actor, ...] = ()
    is_sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as it is said. `op` is the change's, or undo, redo; `about` holds what else it says."""

    seq: int
    at: float
    by: str
    op: str
    parts: tuple[Part, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hesitation:
    """What was added and removed, and perhaps added again: how often, and by which changes. `part` is how it was
    last."""

    key: Key
    part: Part
    added: int
    removed: int
    seqs: tuple[int, ...]


class Chronicle:
    """The entries of one map, kept up with its changes. For any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._entries: list[Entry] = []
        self._undos: set[str] = set()
        self._kinds: dict[ActorId, bool] = {}  # whether the last kind of an actor makes its links sensitive
        self._links: dict[LinkId, Link] = {}  # the last form of every link there ever was

    def note(self, change: Change, before: SectorMap, outcome: Outcome, at: float) -> None:
        """A change was recorded at this time."""
        seq, effects, after = outcome.state.seq, outcome.effects, outcome.state.map
        with self._lock:
            for id in effects.actors:
                self._kinds[id] = after.actors[id].of_kind.sensitive_endpoint
            for key in effects.links:
                self._links[key] = after.links[key]
            op = self._op_of(change)
            parts = () if op in ALWAYS else tuple(_parts(before, outcome))
            if op == "merge":
                parts = tuple(part for part in parts if isinstance(part.thing, Actor))  # its links went along
            about = _about(before, change)
            if (to := about.get("to")) is not None and 0 < to <= len(self._entries):
                about["to_at"] = self._entries[to - 1].at  # numbers are without holes
            self._entries.append(Entry(seq, at, change.by, op, parts, about))

    def _op_of(self, change: Change) -> str:
        if change.expect is None:
            return "move" if set(ops_of(change)) == {"move"} else change.op
        if change.expect in self._undos:
            return "redo"
        self._undos.add(change.id)
        return "undo"

    def before(self, seq: int | None, count: int, *, sensitive: bool) -> tuple[list[tuple[Entry, list[Part]]], bool]:
        """The last entries before a number (None: the last of all), newest first, with what of each may be seen,
        and whether there are older ones. An entry of which nothing may be seen is not there."""
        with self._lock:
            entries = self._entries
            at = len(entries) if seq is None else bisect_left(entries, seq, key=lambda e: e.seq)
            found: list[tuple[Entry, list[Part]]] = []
            while at > 0 and len(found) <= count:
                at -= 1
                seen = [p for p in entries[at].parts if sensitive or not self._hides(p)]
                if seen or entries[at].op in ALWAYS:
                    found.append((entries[at], seen))
            return found[:count], len(found) > count

    def told(self, after: int, until: int, *, sensitive: bool) -> list[tuple[Entry, list[Part]]]:
        """The entries above a number and up to another, oldest first, with what of each may be seen. An entry of which
        nothing may be seen is not there."""
        with self._lock:
            found = []
            for entry in self._entries[bisect_left(self._entries, after + 1, key=lambda e: e.seq) :]:
                if entry.seq > until:
                    break
                seen = [p for p in entry.parts if sensitive or not self._hides(p)]
                if seen or entry.op in ALWAYS:
                    found.append((entry, seen))
            return found

    def hesitations(self, *, sensitive: bool) -> list[Hesitation]:
        """What people added and removed again, most often first: a link by its kind and ends, an actor by its name.

        Not what one person took away again within a minute, once: that is a slip.
        """
        turns: dict[Key, list[tuple[Entry, Part]]] = {}
        with self._lock:
            for entry in self._entries:
                for part in entry.parts if entry.by != SERVER else ():
                    turned = turns.setdefault(thing_key(part.thing), [])
                    wanted = "removed" if turned and turned[-1][1].verb == "added" else "added"
                    if part.verb == wanted and (sensitive or not self._hides(part)):
                        turned.append((entry, part))
        found = [
            Hesitation(
                key, turned[-1][1], (len(turned) + 1) // 2, len(turned) // 2, tuple(entry.seq for entry, _ in turned)
            )
            for key, turned in turns.items()
            if len(turned) > 2 or (len(turned) == 2 and not _is_slip(*(entry for entry, _ in turned)))
        ]
        return sorted(found, key=lambda h: (-len(h.seqs), h.seqs))

    def count_since(self, seq: int) -> int:
        """How many changes above a number have touched the map; the day's own are none."""
        with self._lock:
            at = bisect_left(self._entries, seq + 1, key=lambda e: e.seq)
            return sum(1 for entry in self._entries[at:] if entry.op not in OF_THE_DAY)

    def time_of(self, seq: int) -> float | None:
        """When a change was recorded."""
        with self._lock:
            at = bisect_left(self._entries, seq, key=lambda e: e.seq)
            return self._entries[at].at if at < len(self._entries) and self._entries[at].seq == seq else None

    def was_sensitive(self, link: Link) -> bool:
        """Whether a link is sensitive in the last form that it had, or by the last kind of one of its ends."""
        last = self._links.get(link.id, link)
        return last.of_kind.sensitive or any(self._kinds.get(end, False) for end in (*last.ends, *link.ends))

    def _hides(self, part: Part) -> bool:
        return part.is_sensitive or (isinstance(part.thing, Link) and self.was_sensitive(part.thing))


def thing_key(thing: Actor | Link) -> Key:
    """What makes a thing the same one when it comes again: a link's kind and ends, an actor's id or its name."""
    if isinstance(thing, Actor):
        return ("actor", thing.catalogue or " ".join(thing.name.casefold().split()))
    return ("link", thing.kind, *(thing.ends if thing.of_kind.directed else sorted(thing.ends)))


def _is_slip(added: Entry, removed: Entry) -> bool:
    return added.by == removed.by and removed.at - added.at < SLIP


def _parts(before: SectorMap, outcome: Outcome) -> Iterator[Part]:
    """What a change did, links first; what went along with a removed actor is not told by itself."""
    after, effects = outcome.state.map, outcome.effects
    for link in effects.links:
        verb = "changed" if link in before.links else "added"
        sensitive = after.is_sensitive(after.links[link])
        if verb == "changed":
            sensitive = sensitive or before.is_sensitive(before.links[link])
        yield Part(verb, after.links[link], _ends(after, after.links[link]), sensitive)
    for actor in effects.dropped_actors:
        if actor in before.actors:
            yield Part("removed", before.actors[actor])
    for actor in effects.actors:
        yield Part("changed" if actor in before.actors else "added", after.actors[actor])
    gone = set(effects.dropped_actors)
    for link in effects.dropped_links:
        if link in before.links and not gone.intersection(before.links[link].ends):
            was = before.links[link]
            yield Part("removed", was, _ends(before, was), before.is_sensitive(was))


def _ends(map: SectorMap, link: Link) -> tuple[Actor, ...]:
    return tuple(map.actors[end] for end in link.ends)


def _about(before: SectorMap, change: Change) -> dict[str, Any]:
    """What a change says of itself; of what somebody wrote in their own words only that it was written."""
    body = change.body
    if change.op == "set":
        known = schema().attributes["link" if body["of"] in before.links else "actor"]
        return {"values": {k: v if k in known and known[k].type in SAID else None for k, v in body["values"].items()}}
    if change.op == "batch":
        to = body.get("to")
        return label_of(change) | ({"to": to} if isinstance(to, int) else {})
    return {k: body[k] for k in ("step", "on", "label") if k in body}


def label_of(change: Change) -> dict[str, str]:
    """What a batch calls itself: undo, back, or as its author's screen has it."""
    label = change.body.get("label")
    return {"label": label[:40]} if change.op == "batch" and isinstance(label, str) else {}
