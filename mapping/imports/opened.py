"""A file that was read but not yet taken as a map: the kinds for its words can be chosen before, as often as one
likes, and nothing is read twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mapping.codec import MapFile
from mapping.imports.notes import Imported, Ledger, imported
from mapping.imports.rows import Row
from mapping.imports.tables import Choices, map_from

KEPT = 4  # maps that were made last: a page asks for the same one again


@dataclass(frozen=True)
class Opened:
    """The rows of a file, or the map where it is one of ours."""

    format: str
    actors: Sequence[Row] = ()
    links: Sequence[Row] = ()
    frame: Row = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    own: MapFile | None = None
    _made: dict[frozenset[object], Imported] = field(default_factory=dict, compare=False, repr=False)

    def map(self, choices: Choices | None = None) -> Imported:
        """The map, with the kinds chosen for `Word.key`, and for the others those that are proposed."""
        chosen = frozenset((choices or {}).items())
        if chosen not in self._made:
            ledger = self.ledger.copy()
            file = self.own or map_from(self.actors, self.links, self.frame, ledger, choices)
            while len(self._made) >= KEPT:
                self._made.pop(next(iter(self._made)), None)
            self._made[chosen] = imported(file, self.format, ledger)
        return self._made[chosen]
