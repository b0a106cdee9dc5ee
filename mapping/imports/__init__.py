"""Maps out of files: ours, and those of spreadsheets, Kumu, Gephi, yEd, Cytoscape, PRSM, Onodo and Pajek.

`read` takes any of them and says what it kept, guessed and dropped; `opened` leaves the kinds to be chosen first. A
file that cannot be read is `BadInput`, which `why` puts into words; nothing in a file is evaluated, fetched or run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from mapping.codec import FILE_BYTES, FORMAT
from mapping.errors import TooMany, UnknownFormat
from mapping.imports.archive import is_litter, member, members
from mapping.imports.headings import known, plain
from mapping.imports.json_graph import json_rows
from mapping.imports.notes import Imported, Ledger, Note, Word, said
from mapping.imports.opened import Opened
from mapping.imports.own import own_file
from mapping.imports.pajek import looks_like_pajek, pajek_rows
from mapping.imports.paper import is_paper, paper_rows
from mapping.imports.problems import shortly, unreadable, why
from mapping.imports.sheets import Budget, Sheet, csv_sheet, is_aside, xlsx_sheets
from mapping.imports.tables import DROP, Choices, in_frame
from mapping.imports.texts import decoded
from mapping.imports.xml_graph import gexf_rows, graphml_rows

__all__ = ["DROP", "READERS", "Choices", "Imported", "Note", "Opened", "Word", "opened", "read", "said", "why"]

_BY_SUFFIX: Mapping[str, str] = {
    ".json": "json", ".cyjs": "json", ".xlsx": "xlsx", ".xlsm": "xlsx", ".csv": "csv", ".tsv": "csv", ".txt": "csv",
    ".edgelist": "csv", ".graphml": "graphml", ".gexf": "gexf", ".net": "pajek", ".paj": "pajek",
}  # fmt: skip


def read(data: bytes, filename: str = "", *, format: str | None = None, choices: Choices | None = None) -> Imported:
    """The map in a file. The format is taken from `format`, else from the name, else from the content."""
    return opened(data, filename, format=format).map(choices)


def opened(data: bytes, filename: str = "", *, format: str | None = None) -> Opened:
    """What is in a file, before its words for kinds are settled."""
    if len(data) > FILE_BYTES:
        raise TooMany("bytes in a file", FILE_BYTES)
    if not data.strip():
        raise unreadable("empty")
    chosen = format or _format(data, filename)
    if chosen not in READERS:
        raise UnknownFormat(f"no reader for {chosen!r}; there are {', '.join(READERS)}")
    return READERS[chosen](data, filename)


def _format(data: bytes, filename: str) -> str:
    suffix = PurePath(filename.lower()).suffix
    if data.startswith(b"\xd0\xcf\x11\xe0") or suffix == ".xls":
        raise unreadable("xls")
    if data.startswith(b"PK"):
        return "xlsx" if "xl/workbook.xml" in members(data) else "csv"
    by_name = _BY_SUFFIX.get(suffix)
    if by_name and by_name != "csv":
        return by_name
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if by_name is None and head.startswith((b"{", b"[")):
        return "json"
    if b"<graphml" in head or b"<gexf" in head:
        return "graphml" if b"<graphml" in head else "gexf"
    if looks_like_pajek(data):
        return "pajek"
    return "paper" if is_paper(data[:2000].decode("utf-8", "replace")) else "csv"


def _json(data: bytes, filename: str) -> Opened:
    try:
        content = json.loads(data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    except RecursionError:
        raise unreadable("nested") from None
    except ValueError:
        raise unreadable("json") from None
    if isinstance(content, Mapping) and content.get("format") == FORMAT:
        return Opened("json", own=own_file(content))
    dialect, rows = json_rows(content)
    return Opened(dialect, *rows)


def _csv(data: bytes, filename: str) -> Opened:
    ledger, budget = Ledger(), Budget()
    if not data.startswith(b"PK"):
        return _tables([csv_sheet(data, filename, ledger, budget)], "csv", ledger)
    names = [n for n in members(data) if n.lower().endswith((".csv", ".tsv")) and not is_litter(n)]
    if not names:
        raise unreadable("no_tables")
    return _tables([csv_sheet(member(data, n), n, ledger, budget) for n in names], "csv", ledger)


def _xlsx(data: bytes, filename: str) -> Opened:
    if not data.startswith(b"PK"):
        raise unreadable("no_workbook")
    ledger = Ledger()
    return _tables(xlsx_sheets(data, ledger, Budget()), "xlsx", ledger)


def _tables(sheets: list[Sheet], format: str, ledger: Ledger) -> Opened:
    rows: dict[str, list[dict[str, Any]]] = {"actor": [], "link": []}
    frame: dict[str, Any] = {}
    for sheet in sheets:
        if is_aside(sheet.name):
            frame |= _frame(sheet)
        elif sheet.what:
            rows[sheet.what].extend(sheet.rows)
        elif sheet.rows:
            ledger.dropped("sheet", name=sheet.name)
    if not rows["actor"] and not rows["link"]:
        seen = ", ".join([f"'{shortly(h)[:30]}'" for sheet in sheets for h in sheet.headings if h][:8])
        raise unreadable("headings", seen=seen) if seen else unreadable("nothing")
    return Opened(format, rows["actor"], rows["link"], frame, ledger)


def _frame(sheet: Sheet) -> dict[str, Any]:
    """The frame out of a sheet with two columns, property and value."""
    out: dict[str, Any] = {}
    names = {**known("frame"), "handling": "handling", "manejo": "handling"}
    for row in sheet.rows:
        cells = list(row.values())
        if len(cells) == 2 and plain(cells[0]) in names:
            out[names[plain(cells[0])]] = cells[1]
    return out


def _graphml(data: bytes, filename: str) -> Opened:
    actors, links, frame = graphml_rows(data)
    return Opened("graphml", actors, links, in_frame(frame))


def _gexf(data: bytes, filename: str) -> Opened:
    return Opened("gexf", *gexf_rows(data))


def _pajek(data: bytes, filename: str) -> Opened:
    return Opened("pajek", *pajek_rows(data))


def _paper(data: bytes, filename: str) -> Opened:
    ledger = Ledger()
    return Opened("paper", *paper_rows(decoded(data)[0], ledger), ledger)


READERS: Mapping[str, Callable[[bytes, str], Opened]] = {
    "json": _json, "xlsx": _xlsx, "csv": _csv, "graphml": _graphml, "gexf": _gexf, "kumu": _json, "cyjs": _json,
    "pajek": _pajek, "paper": _paper,
}  # fmt: skip
