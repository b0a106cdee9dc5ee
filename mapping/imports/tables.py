"""A map out of tables of actors and links, whoever wrote them. What is not understood is dropped and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapping.codec import MapFile
from mapping.errors import TooMany
from mapping.imports.actors import Actors
from mapping.imports.headings import known, plain
from mapping.imports.links import Links
from mapping.imports.notes import Ledger
from mapping.imports.problems import unreadable
from mapping.imports.rows import DROP, Row, values
from mapping.model import FILE_ACTORS, FILE_LINKS, Frame, SectorMap

Choices = Mapping[tuple[str, str, str], str]  # what `Word.key` says -> the kind it is to be, or DROP

__all__ = ["DROP", "Choices", "in_frame", "map_from"]


def map_from(
    actors: Sequence[Row], links: Sequence[Row], frame: Row, ledger: Ledger, choices: Choices | None = None
) -> MapFile:
    """The map of these rows (by heading), its kinds as chosen or else as proposed; `FileUnreadable` when there is
    nothing in them."""
    if len({str(next(iter(row.values()), None)) for row in actors}) > FILE_ACTORS:
        raise TooMany("actors", FILE_ACTORS)
    if len(links) > FILE_LINKS:
        raise TooMany("links", FILE_LINKS)
    table = Actors(ledger, choices or {})
    for row in actors:
        table.add(row)
    drawn = Links(table, ledger, choices or {})
    for row in _weighed(links, ledger):
        drawn.add(row)
    if not table.found and not drawn.found:
        raise unreadable("nothing")
    table.settle_parents()
    drawn.leave_out(table.leave_out())
    said = {k: v for k, v in frame.items() if k != "handling"}
    handling = "shareable" if plain(frame.get("handling", "")) == "shareable" else "internal"
    return MapFile(SectorMap(Frame(**values("frame", said, ledger)), table.found, drawn.found), handling)


def _weighed(links: Sequence[Row], ledger: Ledger) -> Sequence[Row]:
    """The rows without a weight that is 1 wherever it is said: then it only counts, and is no strength."""
    weights = {h for row in links for h in row if plain(h) in ("weight", "peso", "value")}
    idle = {h for h in weights if {str(row[h]) for row in links if h in row} <= {"1", "1.0", "1.000000"}}
    for heading in idle:
        ledger.dropped("weight_same", sum(heading in row for row in links), heading=heading)
    return [{k: v for k, v in row.items() if k not in idle} for row in links] if idle else links


def in_frame(row: Row) -> Row:
    """What of these properties is the frame's."""
    return {k: v for k, v in row.items() if k == "handling" or plain(k) in known("frame")}
