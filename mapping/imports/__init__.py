"""Maps out of files: ours, and those of spreadsheets, Kumu, Gephi, yEd and Cytoscape.

`read` takes any of them and says what it kept, guessed and dropped. A file that cannot be read is `BadInput` in
words; nothing in a file is evaluated, fetched or run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

from mapping.codec import FILE_BYTES, FORMAT, from_json
from mapping.errors import FileUnreadable, TooMany, UnknownFormat
from mapping.imports.headings import known, plain, role
from mapping.imports.json_graph import json_rows
from mapping.imports.notes import Imported, Ledger, Note, imported, said
from mapping.imports.sheets import Sheet, csv_sheet, member, members, xlsx_sheets
from mapping.imports.tables import map_from
from mapping.imports.xml_graph import gexf_rows, graphml_rows

__all__ = ["READERS", "Imported", "Note", "read", "said"]


def read(data: bytes, filename: str = "", *, format: str | None = None) -> Imported:
    """The map in a file. The format is taken from `format`, else from the name, else from the content."""
    if len(data) > FILE_BYTES:
        raise TooMany("bytes in a file", FILE_BYTES)
    if not data.strip():
        raise FileUnreadable("the file is empty")
    chosen = format or _format(data, filename)
    if chosen not in READERS:
        raise UnknownFormat(f"no reader for {chosen!r}; there are {', '.join(READERS)}")
    return READERS[chosen](data, filename)


def _format(data: bytes, filename: str) -> str:
    suffix = PurePath(filename.lower()).suffix
    by_suffix = {".json": "json", ".cyjs": "json", ".xlsx": "xlsx", ".xlsm": "xlsx", ".csv": "csv", ".tsv": "csv",
                 ".txt": "csv", ".graphml": "graphml", ".gexf": "gexf"}  # fmt: skip
    if data.startswith(b"\xd0\xcf\x11\xe0") or suffix == ".xls":
        raise FileUnreadable("the old Excel format .xls is not read; save the workbook as .xlsx")
    if data.startswith(b"PK"):
        return "xlsx" if "xl/workbook.xml" in members(data) else "csv"
    if suffix in by_suffix:
        return by_suffix[suffix]
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"{", b"[")):
        return "json"
    if b"<graphml" in head or b"<gexf" in head:
        return "graphml" if b"<graphml" in head else "gexf"
    return "csv"


def _json(data: bytes, filename: str) -> Imported:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(f"this is not JSON: {error}") from None
    ledger = Ledger()
    if isinstance(content, Mapping) and content.get("format") == FORMAT:
        return imported(from_json(content), "json", ledger)
    dialect, rows = json_rows(content)
    return imported(map_from(*rows, ledger), dialect, ledger)


def _csv(data: bytes, filename: str) -> Imported:
    if data.startswith(b"PK"):
        names = [n for n in members(data) if n.lower().endswith(".csv") and not _is_litter(n)]
        if not names:
            raise FileUnreadable("no tables (.csv) are in this archive")
        return _tables([csv_sheet(member(data, n), n) for n in names], "csv")
    return _tables([csv_sheet(data, filename)], "csv")


def _is_litter(name: str) -> bool:
    """What a Mac puts beside the files of an archive."""
    return name.startswith("__MACOSX/") or PurePath(name).name.startswith("._")


def _xlsx(data: bytes, filename: str) -> Imported:
    if not data.startswith(b"PK"):
        raise FileUnreadable("this is no Excel workbook (.xlsx), whatever its name says")
    return _tables(xlsx_sheets(data), "xlsx")


def _tables(sheets: list[Sheet], format: str) -> Imported:
    ledger = Ledger()
    actors: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    frame: dict[str, Any] = {}
    for sheet in sheets:
        if "(ignore)" in sheet.name or sheet.name.endswith("frame.csv"):
            frame |= _frame(sheet)
            continue
        what = role(sheet.headings)
        if what is None:
            if sheet.rows:
                ledger.dropped("sheet", name=sheet.name)
            continue
        (links if what == "link" else actors).extend(sheet.rows)
    if not actors and not links:
        seen = ", ".join([repr(h[:30]) for sheet in sheets for h in sheet.headings if h][:8])
        raise FileUnreadable(
            "no table here has a column for names (Label, Name, Nombre) or for both ends of a link "
            f"(From and To, Source and Target, Origen and Destino); its headings are {seen or 'empty'}"
        )
    return imported(map_from(actors, links, frame, ledger), format, ledger)


def _frame(sheet: Sheet) -> dict[str, Any]:
    """The frame out of a sheet with two columns, property and value."""
    out: dict[str, Any] = {}
    names = {**known("frame"), "handling": "handling", "manejo": "handling"}
    for row in sheet.rows:
        cells = list(row.values())
        if len(cells) == 2 and plain(cells[0]) in names:
            out[names[plain(cells[0])]] = cells[1]
    return out


def _graphml(data: bytes, filename: str) -> Imported:
    ledger = Ledger()
    actors, links, frame = graphml_rows(data)
    frame = {k: v for k, v in frame.items() if k == "handling" or plain(k) in known("frame")}
    return imported(map_from(actors, links, frame, ledger), "graphml", ledger)


def _gexf(data: bytes, filename: str) -> Imported:
    ledger = Ledger()
    return imported(map_from(*gexf_rows(data), ledger), "gexf", ledger)


READERS: Mapping[str, Callable[[bytes, str], Imported]] = {
    "json": _json, "xlsx": _xlsx, "csv": _csv, "graphml": _graphml, "gexf": _gexf, "kumu": _json, "cyjs": _json,
}  # fmt: skip
