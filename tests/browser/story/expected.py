"""What the two groups type and draw. Names are the ones a table writes; every one is an exact alias of one actor.

Actors and directions follow the fact base; what the groups say about practice and influence is invented test data,
the same as in `tests.golden`.
"""

from __future__ import annotations

from typing import NamedTuple

from tests import golden


class Line(NamedTuple):
    """A link as a group draws it."""

    source: str
    kind: str
    target: str
    practice: str


NAMES_1 = {
    "pn": "policía nacional", "pmop": "policía militar", "ffaa": "fuerzas armadas", "fusina": "fusina",
    "mp": "fiscalía", "tribunales": "juzgados", "inp": "cárceles", "congreso": "congreso", "conadeh": "conadeh",
    "bid": "BID", "cosude": "cosude", "ddhh_ffaa": "Oficina de derechos humanos del Estado Mayor",
}  # fmt: skip
NAMES_2 = {
    "pn": "Police",
    "pmop": "military police",
    "fusina": "FUSINA",
    "mp": "Public Prosecutor",
    "tribunales": "trial courts",
    "inp": "prisons",
    "congreso": "Congress",
    "conadeh": "Ombudsman",
    "bid": "IDB",
    "cosude": "Swiss Cooperation",
    "apj": "Alliance for Peace and Justice",
}  # fmt: skip, and `ffaa`, which comes in by the question that "militares" asks
PHONE_NAMES = ("congreso", "conadeh", "pn", "pmop")  # of group 1: what A types


def _lines(rows: str) -> tuple[Line, ...]:
    return tuple(Line(*row.split()[:4]) for row in rows.strip().splitlines())


GROUP_1, GROUP_2 = _lines(golden.LINKS_1), _lines(golden.LINKS_2)
INFLUENCE_1 = {id: row[7] for id, row in golden.ACTORS.items() if isinstance(row[7], int)}
INFLUENCE_2 = {id: row[8] for id, row in golden.ACTORS.items() if isinstance(row[8], int)}
CANARY = "CANARIO-7F"  # the note to a link of group 1: it may never leave the room
