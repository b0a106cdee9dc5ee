"""Links in tables that have no headings for them: a matrix of names, and a plain list of pairs."""

from __future__ import annotations

from collections import Counter
from typing import Any

from mapping.errors import TooMany
from mapping.imports.headings import known, plain
from mapping.imports.notes import Ledger
from mapping.model import FILE_LINKS

Cells = list[list[Any]]
Row = dict[str, Any]


def matrix(lines: Cells, ledger: Ledger) -> list[Row] | None:
    """The links of a table whose rows and columns are names and whose cells say how much; None when it is no such one.

    Where every pair is there both ways alike, the links have no direction.
    """
    if len(lines) < 2 or len(lines[0]) < 2:
        return None
    across, down = [_name(c) for c in lines[0][1:]], [_name(row[0]) for row in lines[1:]]
    shared = set(across) & set(down) - {""}
    corner = lines[0][0] in (None, "")
    named = corner and not any(plain(c) in known("actor") for c in across)
    if len(shared) < 2 and not named:
        return None
    if not corner and set(across) != set(down):
        return None
    if not all(c in (None, "") or _number(c) is not None for row in lines[1:] for c in row[1:]):
        return None
    found: dict[tuple[str, str], float] = {}
    for name, row in zip(down, lines[1:], strict=True):
        for to, cell in zip(across, row[1:], strict=False):
            if name and to and (weight := _number(cell)):
                found[(name, to)] = weight
        if len(found) > FILE_LINKS:
            raise TooMany("links", FILE_LINKS)
    same = all(found.get((b, a)) == weight for (a, b), weight in found.items())
    pairs = {tuple(sorted(p)): w for p, w in found.items()} if same else found
    ledger.guessed("symmetric" if same else "matrix", len(pairs))
    direction = {"direction": "undirected"} if same else {}
    return [{"from": a, "to": b, "weight": w, **direction} for (a, b), w in pairs.items()]


def edge_list(lines: Cells, ledger: Ledger) -> list[Row] | None:
    """The links of a list of pairs without headings; None when it does not look like one.

    A third column is the weight where it has numbers alone, else the relation. Rows of different lengths are each an
    actor and those it points to.
    """
    rows = [[_name(c) for c in cells if c not in (None, "")] for cells in lines]
    longest = max((len(row) for row in rows), default=0)
    listed = longest > 3 or len({len(row) for row in rows}) > 2
    if longest < 2 or not _meet(rows) or (listed and longest > 3 and len({len(row) for row in rows}) == 1):
        return None
    ledger.guessed("headless")
    if listed:
        return [{"from": row[0], "to": to} for row in rows for to in row[1:]]
    third = [row[2] for row in rows if len(row) == 3]
    heading = "weight" if all(_number(x) is not None for x in third) else "type"
    return [
        {"from": row[0], "to": row[1], **({heading: row[2]} if len(row) == 3 else {})} for row in rows if len(row) > 1
    ]


def _meet(rows: Cells) -> bool:
    """Whether the names of the columns are each other's, as in a network; and the first row is one like the others."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    kinds = [[_number(c) is not None for c in row[:2]] for row in rows if len(row) > 1]
    if kinds.count(kinds[0]) < 0.9 * len(kinds):
        return False
    ends = Counter(row[0] for row in rows), Counter(c for row in rows for c in row[1:2])
    numbers = all(kinds[0])
    return bool(ends[0].keys() & ends[1].keys()) or (not numbers and max([*ends[0].values(), *ends[1].values()]) > 1)


def _name(cell: Any) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _number(cell: Any) -> float | None:
    if isinstance(cell, bool):
        return float(cell)
    try:
        return float(str(cell).replace(",", ".")) if cell not in (None, "") else None
    except ValueError:
        return None
