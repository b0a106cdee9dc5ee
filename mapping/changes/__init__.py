"""The changes of a map, and what two people changing one thing get. Pure; the conflict rule is in `draft` alone.

A map is its list of changes. `apply(state, change, seq)` gives the next state, the *effects* that every screen
draws, and the *refusals* that go to the author's tray. `inverse` gives the change that takes one back.

The rule: the state keeps who wrote each property last, and when. A change made without having seen somebody
else's later write of that property (its `base` is older) does not overwrite it; the newer value stays and the
older one is refused to its author. Two properties never conflict. Places are exempt: the later move wins.
"""

from mapping.changes.back import back
from mapping.changes.log import again, apply, replay
from mapping.changes.records import (
    BATCH_BYTES,
    BY_FACILITATOR,
    CHANGE_BYTES,
    OPS,
    VERSION,
    Change,
    Effects,
    MapState,
    Outcome,
    Refusal,
    Write,
    ops_of,
)
from mapping.changes.rows import actor_from, as_json, link_from
from mapping.changes.undo import inverse

__all__ = [
    "BATCH_BYTES", "BY_FACILITATOR", "CHANGE_BYTES", "OPS", "VERSION", "Change", "Effects", "MapState", "Outcome",
    "Refusal", "Write", "actor_from", "again", "apply", "as_json", "back", "inverse", "link_from", "ops_of", "replay",
]  # fmt: skip
