"""What each participant can take back, and what they can bring back: read off the list of changes."""

from __future__ import annotations

from dataclasses import dataclass

from mapping.changes import Change

CAN_BE_TAKEN_BACK = frozenset({"add", "set", "remove", "link", "unlink", "move", "frame", "batch"})
SHOWN = 50


@dataclass(frozen=True)
class History:
    """Ids of one participant's changes: what can be taken back and what can be brought back, last first."""

    undo: tuple[str, ...] = ()
    redo: tuple[str, ...] = ()


class Histories:
    """The histories of all participants of a map, kept up with its changes.

    A change that takes another back (its `expect` names it) leaves the first list and enters the second; taking
    that one back again brings it home. A new change empties the second list.
    """

    def __init__(self) -> None:
        self._undo: dict[str, list[str]] = {}
        self._redo: dict[str, list[str]] = {}

    def note(self, change: Change) -> None:
        undo, redo = self._undo.setdefault(change.by, []), self._redo.setdefault(change.by, [])
        if change.expect is None:
            if change.op in CAN_BE_TAKEN_BACK:
                undo.append(change.id)
                redo.clear()
        elif change.expect in redo:
            redo.remove(change.expect)
            undo.append(change.id)
        else:
            if change.expect in undo:
                undo.remove(change.expect)
            redo.append(change.id)

    def forget(self, by: str, id: str) -> None:
        """A change that cannot be taken back any more, because others have built on it."""
        for ids in (self._undo.get(by, []), self._redo.get(by, [])):
            if id in ids:
                ids.remove(id)

    def of(self, by: str) -> History:
        return History(
            tuple(reversed(self._undo.get(by, [])[-SHOWN:])), tuple(reversed(self._redo.get(by, [])[-SHOWN:]))
        )
