"""What the server answers when it cannot do as asked: messages and close codes of the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mapping.changes import Refusal
from mapping.errors import Conflict, MappingError, MovedOn
from mapping.live.writing import word_json
from mapping.store import Word

OTHER_ORIGIN, TOO_LARGE, FAILED = 1008, 1009, 1011
NOT_UNDERSTOOD, UNIDENTIFIED, NO_MAP, ENDED = 4400, 4401, 4404, 4410

REASONS = frozenset({
    "conflict", "gone", "frozen", "not_allowed", "sensitive", "changed_since", "in_use", "bad_value", "unknown_kind",
    "unknown_field", "too_many", "too_large", "too_fast", "expired", "no_undo", "moved_on",
    "covered", "apart",
})  # fmt: skip


def refused(change: str | None, error: MappingError) -> dict[str, Any]:
    """Nothing of the change was stored."""
    reason = error.reason if error.reason in REASONS else "bad_value"
    more: dict[str, Any] = {"since": error.since} if isinstance(error, MovedOn) else {}
    if isinstance(error, Conflict):
        more = {"theirs": word_json(error.theirs) if isinstance(error.theirs, Word) else error.theirs}
    return {"type": "refused", "change": change, "reason": reason, "message": str(error), "refusals": [], **more}


def refused_in_full(change: str, several: Sequence[Refusal]) -> dict[str, Any]:
    """Nothing of the change took effect; each part says why."""
    return {
        "type": "refused",
        "change": change,
        "reason": several[0].reason,
        "message": "nothing of it took effect",
        "refusals": refusals(several),
    }


def refusals(several: Sequence[Refusal]) -> list[dict[str, Any]]:
    """Refusals as the wire carries them."""
    return [{"reason": r.reason, "id": r.id, "property": r.property, "yours": _plain(r.yours),
             "theirs": _plain(r.theirs)} for r in several]  # fmt: skip


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
