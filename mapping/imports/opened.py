"""A file that was read but not yet taken as a map: the kinds for its words can be chosen before, as often as one
likes, and nothing is read twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mapping.codec import MapFile
from mapping.imports.notes import Imported, Ledger, imported
from mapping.imports.rows import Row
from mapping.imports.tables import Choices, map_from


@dataclass(frozen=True)
class Opened:
    """The rows of a file, or the map where it is one of ours."""

    format: str
    actors: Sequence[Row] = ()
    links: Sequence[Row] = ()
    frame: Row = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    own: MapFile | None = None

    def map(self, choices: Choices | None = None) -> Imported:
        """The map, with the kinds chosen for `Word.key`, and for the others those that are proposed."""
        ledger = self.ledger.copy()
        file = self.own or map_from(self.actors, self.links, self.frame, ledger, choices)
        return imported(file, self.format, ledger)
