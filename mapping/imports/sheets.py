"""Tables out of CSV and XLSX files: rows of texts and numbers, whatever the program that wrote them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from mapping.errors import FileUnreadable, TooMany
from mapping.imports.headings import role
from mapping.model import FILE_LINKS

UNPACKED = 120_000_000  # bytes that an archive may grow to
MEMBERS, COLUMNS, ROWS = 500, 200, FILE_LINKS + 1_000
_TITLES = 10  # rows over the headings, at most
Row = dict[str, Any]
_NEUTRALISED = re.compile(r"''*[=+\-@\t\r]")


@dataclass(frozen=True)
class Sheet:
    """A named table: its rows by heading, in the file's order."""

    name: str
    rows: tuple[Row, ...]

    @property
    def headings(self) -> list[str]:
        return list(dict.fromkeys(k for row in self.rows for k in row))


def csv_sheet(data: bytes, name: str) -> Sheet:
    """A CSV file: encoding and delimiter are found out, titles over the headings are left out."""
    text = _text(data)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return Sheet(name, tuple(_rows(lines)))
    except csv.Error as error:
        raise FileUnreadable(f"{name} is no table: {error}") from None


def xlsx_sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook with the values that are stored; no formula is evaluated."""
    from openpyxl import load_workbook

    members(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = []
        for page in book.worksheets:
            page.reset_dimensions()
            cells = (tuple(islice(row, COLUMNS)) for row in page.iter_rows(values_only=True))
            sheets.append(Sheet(page.title, tuple(_rows(cells))))
    except TooMany:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise on a broken file
        raise FileUnreadable(f"this workbook cannot be read: {type(error).__name__}") from None
    return sheets


def members(data: bytes) -> dict[str, int]:
    """The names and sizes inside an archive; refused when it is broken or would grow beyond reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError, EOFError) as error:
        raise FileUnreadable(f"the archive cannot be opened: {error}") from None
    if len(infos) > MEMBERS:
        raise TooMany("files in an archive", MEMBERS)
    if sum(i.file_size for i in infos) > UNPACKED:
        raise TooMany("bytes in an archive once unpacked", UNPACKED)
    return {i.filename: i.file_size for i in infos}


def member(data: bytes, name: str) -> bytes:
    """One file out of an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(name)
    except Exception as error:  # zipfile and zlib raise a dozen sorts on broken archives
        raise FileUnreadable(f"{name} cannot be unpacked: {type(error).__name__}") from None


def _rows(lines: Iterator[Any]) -> Iterator[Row]:
    filled = _filled(lines)
    first = list(islice(filled, _TITLES + 1))
    start = _headings_at(first)
    headings = [str(c or "") for c in first[start]] if first else []
    for cells in chain(first[start + 1 :], filled):
        row = {h: c for h, c in zip(headings, cells, strict=False) if h and c not in (None, "")}
        if row:
            yield row


def _filled(lines: Iterator[Any]) -> Iterator[list[Any]]:
    """The rows that are not blank."""
    for n, line in enumerate(lines):
        if n > ROWS:
            raise TooMany("rows in a table", ROWS)
        cells = [_said(c) for c in line][:COLUMNS]
        if any(c not in (None, "") for c in cells):
            yield cells


def _headings_at(first: list[list[Any]]) -> int:
    """Which row has the headings: the first, or the one under a title that stands alone in its rows."""
    for n, cells in enumerate(first):
        said = [str(c) for c in cells if c not in (None, "")]
        if len(said) > 1:
            return n if role(said) else 0
    return 0


def _said(cell: Any) -> Any:
    """A cell without blanks at its ends, and without the apostrophe that kept it from being a formula."""
    if not isinstance(cell, str):
        return cell
    cell = cell.strip()
    return cell[1:] if _NEUTRALISED.match(cell) else cell


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise FileUnreadable("this is not text")
    return text


def _delimiter(text: str) -> str:
    """The one of , ; tab that the headings have most, counted outside quotes."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(part for i, part in enumerate(head.split('"')) if i % 2 == 0)
    return max(",;\t", key=lambda d: (bare.count(d), d == ","))
