"""What the room talks about and in which order: the agenda by worth, as the one who leads has arranged it.

What was put in its place stays there, in front; the other differences follow by worth, so that one which arises while
the groups work is where it belongs and not at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from mapping.compare.agenda import Topic

FIRST = 3  # how many stand on the agenda unasked


@dataclass(frozen=True)
class Item:
    """One point: a difference of the groups, or a question that the one who leads has added (`asks`)."""

    place: int
    key: str
    topic: Topic | None = None
    asks: str = ""
    done: bool = False

    @property
    def subject(self) -> str:
        """What the room's answer to it is filed under."""
        return self.topic.difference.id if self.topic else f"own:{self.key}"


def key_of(id: str) -> str:
    """A short name for a difference or a question, the same each time; tells nothing of it."""
    return blake2s(id.encode(), digest_size=8).hexdigest()


def running_order(
    topics: Sequence[Topic],
    *,
    own: Mapping[str, str] | None = None,
    order: Sequence[str] = (),
    done: Collection[str] = (),
) -> tuple[Item, ...]:
    """The points in order. `own`: added questions by key; `order`: the keys that were put in place, first to last;
    `done`: keys of what was talked about. A key of something that is no longer there counts for nothing."""
    by_key: dict[str, tuple[Topic | None, str]] = {key_of(x.difference.id): (x, "") for x in topics}
    by_key |= {key: (None, asks) for key, asks in (own or {}).items()}
    placed = [key for key in dict.fromkeys(order) if key in by_key]
    ranked = [*placed, *(key for key in by_key if key not in placed)]
    return tuple(Item(n, key, *by_key[key], done=key in done) for n, key in enumerate(ranked, 1))


def moved(items: Sequence[Item], key: str, by: int) -> list[str]:
    """The order after one point has gone `by` places down (negative: up): everything above it is now in its place."""
    keys = [item.key for item in items]
    if key not in keys:
        return _placed(items, 0)
    here = keys.index(key)
    there = min(max(here + by, 0), len(keys) - 1)
    keys.insert(there, keys.pop(here))
    return keys[: max(here, there) + 1]


def added(items: Sequence[Item], order: Sequence[str], key: str) -> list[str]:
    """The order with one more point: after what was put in place, and after the first three."""
    front = _placed(items, max(FIRST, len([x for x in items if x.key in set(order)])))
    return [*(k for k in front if k != key), key]


def _placed(items: Sequence[Item], count: int) -> list[str]:
    return [item.key for item in items[:count]]
