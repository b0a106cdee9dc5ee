"""Applying a change, and replaying a log of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mapping.changes.draft import Draft
from mapping.changes.ops import do
from mapping.changes.records import BY_FACILITATOR, Change, Effects, MapState, Outcome, ops_of
from mapping.errors import MapFrozen


def apply(state: MapState, change: Change, seq: int) -> Outcome:
    """The state after this change, which gets number `seq`.

    When nothing of the change takes effect, the outcome is the state as it was, with `changed` False; such a
    change is not recorded. Raises BadInput when the change is malformed or asks for what no map can hold, and
    MapFrozen while drawing is paused (for what participants do).
    """
    if state.frozen and any(op not in BY_FACILITATOR for op in ops_of(change)):
        raise MapFrozen("drawing is paused")
    draft = Draft(state, change, seq)
    do(draft, change.op, change.body)
    if not draft.changed:
        return Outcome(state, Effects(), tuple(draft.refusals), False)
    return draft.outcome()


def replay(changes: Iterable[tuple[int, Change]], state: MapState | None = None) -> MapState:
    """The state after these numbered changes, in their order."""
    state = state or MapState()
    for seq, change in changes:
        state = again(state, change, seq).state
    return state


def again(state: MapState, change: Change, seq: int) -> Outcome:
    """What a recorded change gave when it was made, in whatever pause."""
    outcome = apply(replace(state, frozen=False), change, seq)
    return replace(outcome, state=replace(outcome.state, frozen=_frozen_after(state, change)))


def _frozen_after(state: MapState, change: Change) -> bool:
    return bool(change.body.get("on")) if change.op == "freeze" else state.frozen
