"""A table of a scenario as it stands in its file: every row that can be read, and what cannot.

Commas or semicolons between the cells (spreadsheets write either, by the country they are set to), UTF-8 with or
without a mark at its beginning. Rows are counted as a spreadsheet counts them; empty rows are nobody's.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mapping.scenario.columns import NUMBERS, OPTIONAL, columns, id_column
from mapping.scenario.problem import Problem


@dataclass(frozen=True)
class Row:
    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    name: str
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    missing: frozenset[str] = frozenset()  # columns: nothing more need be said of them
    whole: bool = True  # whether every row could be read; else what refers to one cannot be judged


def table(folder: Path, name: str, languages: tuple[str, ...]) -> Table:
    """The table in a folder; where it is not there or has no heading, one without rows that says so."""
    try:
        data = (folder / name).read_bytes()
    except OSError:
        return Table(name, problems=(Problem("no_file", name),), whole=False)
    found: list[Problem] = []
    rows = list(_rows(name, _text(name, data, found), found))
    if not rows:
        return Table(name, problems=(*found, Problem("empty_file", name)), whole=False)
    whole = not any(problem.code == "broken_table" for problem in found)
    heading = [cell.strip() for cell in rows[0][1]]
    wanted = columns(name, languages)
    if not set(wanted) & set(heading):
        return Table(name, problems=(*found, Problem("no_heading", name, row=1)), whole=False)
    missing = [column for column in wanted if column not in heading]
    found += [Problem("no_column", name, column, 1, column) for column in missing]
    for column in heading:
        if heading.count(column) > 1 and column:
            found.append(Problem("column_twice", name, column, 1, column))
        elif column and column not in (*wanted, *OPTIONAL):
            found.append(Problem("unknown_column", name, column, 1, column, level="note"))
    if id_column(name) in missing:
        return Table(name, (), tuple(dict.fromkeys(found)), frozenset(missing), whole=False)
    read = [
        _row(name, number, heading, cells, missing, found) for number, cells in rows[1:] if any(map(str.strip, cells))
    ]
    return Table(name, tuple(read), tuple(dict.fromkeys(found)), frozenset(missing), whole)


def _text(name: str, data: bytes, found: list[Problem]) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        before = data[: wrong.start].decode("utf-8-sig")
        number = sum(1 for _ in csv.reader(io.StringIO(before + "x", newline=""), delimiter=_between(before)))
        found.append(Problem("not_utf8", name, "", number))
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", errors="replace")


def _between(text: str) -> str:
    first = text.split("\n", 1)[0]
    return ";" if first.count(";") > first.count(",") else ","


def _rows(name: str, text: str, found: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers; up to the first that cannot be told from the next."""
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_between(text)), 1
        ):
            if number == 1 and not any(map(str.strip, cells)):
                return
            yield number, cells
    except csv.Error:
        found.append(Problem("broken_table", name, "", number + 1))


def _row(name: str, number: int, heading: list[str], cells: list[str], missing: list[str], found: list[Problem]) -> Row:
    row = dict.fromkeys(missing, "") | dict.fromkeys(heading, "")
    row |= {column: cell.strip() for column, cell in zip(heading, cells, strict=False)}
    id = row[id_column(name)]
    if len(cells) < len(heading) or any(map(str.strip, cells[len(heading) :])):
        found.append(Problem("cells_differ", name, f"{len(cells)} / {len(heading)}", number, "", id))
    for column in NUMBERS.get(name, ()):
        given = row[column]
        fine = _is_number(given) if column == "value" else given.isdecimal() or (column == "strength" and not given)
        if not fine and column not in missing:
            found.append(Problem("no_number", name, given, number, column, id))
            row[column] = ""
    return Row(number, row)


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
