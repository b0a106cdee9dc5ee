"""A map out of tables of actors and links, whoever wrote them. What is not understood is dropped and said."""

from __future__ import annotations

from collections.abc import Iterable

from mapping.codec import MapFile
from mapping.errors import FileUnreadable
from mapping.imports.actors import Actors
from mapping.imports.headings import plain
from mapping.imports.links import Links
from mapping.imports.notes import Ledger
from mapping.imports.rows import Row, values
from mapping.model import Frame, SectorMap


def map_from(actors: Iterable[Row], links: Iterable[Row], frame: Row, ledger: Ledger) -> MapFile:
    """The map of these rows (by heading); `FileUnreadable` when there is nothing in them."""
    table = Actors(ledger)
    for row in actors:
        table.add(row)
    drawn = Links(table, ledger)
    for row in links:
        drawn.add(row)
    if not table.found and not drawn.found:
        raise FileUnreadable("no actors and no links were found in this file")
    table.settle_parents()
    said = {k: v for k, v in frame.items() if k != "handling"}
    handling = "shareable" if plain(frame.get("handling", "")) == "shareable" else "internal"
    return MapFile(SectorMap(Frame(**values("frame", said, ledger)), table.found, drawn.found), handling)
