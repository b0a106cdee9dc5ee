"""Tables out of CSV and XLSX files: rows of texts and numbers, whatever the program that wrote them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Any

from mapping.errors import TooMany
from mapping.imports.grid import edge_list, matrix
from mapping.imports.headings import role
from mapping.imports.notes import Ledger
from mapping.imports.problems import unreadable
from mapping.imports.texts import decoded, delimiter, without_braces
from mapping.imports.workbook import COLUMNS, Workbook
from mapping.model import FILE_ACTORS, FILE_LINKS

ROWS, CELLS = FILE_ACTORS + FILE_LINKS + 1_000, 3_000_000  # in all tables of a file
_TITLES = 10  # rows over the headings, at most
Row = dict[str, Any]
_NEUTRALISED = re.compile(r"''*[=+\-@\t\r]")


@dataclass
class Budget:
    """How many rows and cells a file may still have."""

    rows: int = ROWS
    cells: int = CELLS

    def spend(self, cells: int) -> None:
        self.rows -= 1
        self.cells -= cells
        if self.rows < 0:
            raise TooMany("rows in a table", ROWS)
        if self.cells < 0:
            raise TooMany("cells in a table", CELLS)


@dataclass(frozen=True)
class Sheet:
    """A named table: its rows by heading, in the file's order, and whether they are actors or links."""

    name: str
    rows: tuple[Row, ...]
    what: str | None = None  # actor | link
    headings: tuple[str, ...] = field(default=())


def csv_sheet(data: bytes, name: str, ledger: Ledger, budget: Budget) -> Sheet:
    """A CSV file: encoding and delimiter are found out, titles over the headings are left out."""
    text, encoding = decoded(data)
    if encoding in ("cp1252", "mac_roman"):
        ledger.guessed("encoding", name={"cp1252": "Windows", "mac_roman": "Mac"}[encoding])
    lines: Iterable[str] = dropwhile(lambda line: line.startswith(("#", "%")), io.StringIO(text, newline=""))
    try:
        between = delimiter(text)
        if between == " ":
            lines = (without_braces(line) for line in lines)
        return sheet(name, csv.reader(lines, delimiter=between), ledger, budget)
    except csv.Error:
        raise unreadable("cells", name=name) from None


def xlsx_sheets(data: bytes, ledger: Ledger, budget: Budget) -> list[Sheet]:
    """The sheets of a workbook with the values that are stored; no formula is evaluated."""
    book = Workbook(data)
    sheets = [sheet(name, book.rows(name), ledger, budget) for name in book.sheets]
    for stored, empty in book.formulas.values():
        if stored:
            ledger.guessed("formula", stored)
        if empty:
            ledger.dropped("formula", empty)
    return sheets


def sheet(name: str, lines: Iterable[list[Any]], ledger: Ledger, budget: Budget) -> Sheet:
    """The table in these lines: by its headings, else a matrix, else a list of links that has none."""
    filled = list(_filled(lines, ledger, budget))
    start = 0 if is_aside(name) else _headings_at(filled[: _TITLES + 1])
    headings = [str(c or "") for c in filled[start]] if filled else []
    what = None if is_aside(name) else role(headings)
    if (what is None or not headings[0]) and not is_aside(name):
        for found in (matrix(filled, ledger), edge_list(filled, ledger) if what is None else None):
            if found is not None:
                return Sheet(name, tuple(found), "link", tuple(headings))
    rows = (_row(headings, cells) for cells in filled[start + 1 :])
    return Sheet(name, tuple(row for row in rows if row), what, tuple(headings))


def is_aside(name: str) -> bool:
    """Whether a sheet says things about the map, and none of its actors and links."""
    return "(ignore)" in name or name.endswith("frame.csv")


def _row(headings: list[str], cells: list[Any]) -> Row:
    """A line by heading; of two columns with one heading the first that says something."""
    row: Row = {}
    for heading, cell in zip(headings, cells, strict=False):
        if heading and cell not in (None, ""):
            row.setdefault(heading, cell)
    return row


def _filled(lines: Iterable[list[Any]], ledger: Ledger, budget: Budget) -> Iterator[list[Any]]:
    """The rows that are not blank."""
    for line in lines:
        budget.spend(len(line))
        cells = [_said(c, ledger) for c in line[:COLUMNS]]
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if cells:
            if len(line) > COLUMNS and any(c not in (None, "") for c in line[COLUMNS:]):
                raise TooMany("columns in a table", COLUMNS)
            yield cells


def _headings_at(first: list[list[Any]]) -> int:
    """Which row has the headings: the first that names actors or links, under titles and groups of columns."""
    for n, cells in enumerate(first):
        said = [str(c) for c in cells if c not in (None, "")]
        if len(said) > 1 and role(said):
            return n
    return 0


def _said(cell: Any, ledger: Ledger) -> Any:
    """A cell without blanks at its ends, and without the apostrophe that kept it from being a formula."""
    if not isinstance(cell, str):
        return cell
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == "=":
        ledger.guessed("formula_text")
    return cell[1:] if _NEUTRALISED.match(cell) else cell
