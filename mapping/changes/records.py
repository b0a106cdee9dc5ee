"""What a change, its outcome and the state of a map are. Frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mapping.model import ActorId, LinkId, SectorMap

VERSION = 1
CHANGE_BYTES, BATCH_BYTES = 16_000, 1_000_000
OPS = (
    "add", "set", "remove", "link", "unlink", "move",
    "frame", "step", "freeze", "snapshot", "merge", "redact", "batch",
)  # fmt: skip
PROPOSER = "+"  # what `written` calls the first putting forward of a link
BY_FACILITATOR = frozenset({"frame", "step", "freeze", "snapshot", "merge", "redact"})


@dataclass(frozen=True)
class Change:
    """One recorded step.

    `id` is made by its author's client: applying it twice is applying it once. `by` is a random participant id.
    `base` is the sequence number its author had seen. `body` holds what the op needs, as plain JSON values:

    add {actor: {id, name, kind, …}} · set {of, values} · remove {of} · link {link: {id, kind, source, target, …}} ·
    unlink {of} · move {places: {id: [x, y]}, pinned?} · frame {values} · step {step} · freeze {on} ·
    snapshot {label} · merge {keep, drop} · redact {of, property, value} · batch {label, changes: [{op, …}]}

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

    def proposer(self, link: str) -> str | None:
        """Who put a proposal forward, whoever brought it back since: by undoing, or by going back to a moment."""
        first = self.written.get(link, {}).get(PROPOSER)
        return first.by if first else None


@dataclass(frozen=True)
class Outcome:
    """What applying a change gave; with no effects and refusals only, the change is not recorded."""

    state: MapState
    effects: Effects = Effects()
    refusals: tuple[Refusal, ...] = ()
    changed: bool = True


def ops_of(change: Change) -> list[Any]:
    """The op, or the ops of a batch."""
    if change.op != "batch":
        return [change.op]
    parts = change.body.get("changes")
    return [p.get("op") if isinstance(p, Mapping) else None for p in parts] if isinstance(parts, Sequence) else []
