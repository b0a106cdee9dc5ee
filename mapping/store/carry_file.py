"""The file that carries a workshop to another computer: a zip with one JSON text, every table's rows in it.

Read strictly. A file may come from anybody, so its size, its tables, their columns and every value's form are checked
before anything of it is understood; `carry_check` then asks whether it can be a workshop.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, NoReturn

from sqlalchemy import JSON, Boolean, Column, Float, Integer, String, Table

from mapping.errors import BadValue, FileTooNew, FileUnreadable, TooMany
from mapping.store import tables

FORMAT, VERSION = "sector-map-handover", 2
ADDED: Mapping[int, Mapping[str, Mapping[str, Any]]] = {  # version -> table -> columns that are new in it, and blank
    2: {"word": {"parts": {}}},
}
MEMBER = "workshop.json"
BYTES, UNPACKED = 10_000_000, 100_000_000
PARTS = 5_000_000  # commas and brackets: a few bytes of JSON are a hundred in memory
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others take as much memory as the file says
LATEST = 1e11  # seconds since 1970: until then every calendar goes
TABLES = (
    tables.workshop, tables.map, tables.group, tables.solo_map, tables.seat, tables.change, tables.judgement,
    tables.word,
)  # fmt: skip  # those that others point to first
MOST = {
    "workshop": 1, "working_group": 20, "map": 2_000, "solo_map": 2_000, "seat": 5_000, "change": 200_000,
    "judgement": 50_000, "word": 20_000,
}  # fmt: skip
DAMAGED = (  # what reading an archive raises
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, OSError, EOFError, KeyError,
)  # fmt: skip
Rows = dict[str, list[dict[str, Any]]]  # table -> rows


def packed(rows: Rows) -> bytes:
    """The file; TooMany where nobody could take it in."""
    for name, most in MOST.items():
        if len(rows[name]) > most:
            raise TooMany(f"rows of {name}", most)
    text = json.dumps({"format": FORMAT, "version": VERSION, "tables": rows}, ensure_ascii=False, allow_nan=False)
    _may_be_read(text.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MEMBER, text)
    if len(out.getvalue()) > BYTES:
        raise TooMany("bytes in a file", BYTES)
    return out.getvalue()


def unpacked(data: bytes) -> Rows:
    """The rows of a file, each value of its column's form. BadInput says what is wrong."""
    try:
        content = json.loads(_text(data), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise FileUnreadable("the text in the file is not JSON") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise FileUnreadable("this is no file of a workshop that was handed over")
    version = content.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= VERSION:
        raise FileTooNew(version if isinstance(version, int) else 0, VERSION)
    given = content.get("tables")
    if content.keys() != {"format", "version", "tables"} or not isinstance(given, dict):
        raise FileUnreadable("the file holds more than a workshop, or less")
    if given.keys() != {table.name for table in TABLES}:
        raise FileUnreadable("the file's tables are not those of a workshop")
    return {table.name: _rows(table, _of_today(given[table.name], table.name, version)) for table in TABLES}


def is_carried(data: bytes) -> bool:
    """Whether a file looks like one of these."""
    try:
        return zipfile.ZipFile(io.BytesIO(data)).namelist() == [MEMBER]
    except DAMAGED:
        return False


def _text(data: bytes) -> bytes:
    if len(data) > BYTES:
        raise TooMany("bytes in a file", BYTES)
    if not is_carried(data):
        raise FileUnreadable("this is no file of a workshop that was handed over")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(MEMBER).compress_type not in METHODS:
                raise FileUnreadable("the archive is packed in another way than ours")
            with archive.open(MEMBER) as member:
                text = member.read(UNPACKED + 1)
    except DAMAGED:
        raise FileUnreadable("the archive is damaged") from None
    _may_be_read(text)
    return text


def _may_be_read(text: bytes) -> None:
    if len(text) > UNPACKED:
        raise TooMany("bytes in a workshop", UNPACKED)
    if sum(text.count(mark) for mark in (b",", b"[", b"{")) > PARTS:
        raise TooMany("parts in a workshop", PARTS)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _of_today(rows: Any, name: str, version: int) -> Any:
    """Rows of an older version with the columns that came later, blank."""
    later = {k: v for n, tables in ADDED.items() if n > version for k, v in tables.get(name, {}).items()}
    if not later or not isinstance(rows, list):
        return rows
    return [{**row, **later} if isinstance(row, dict) and not row.keys() & later.keys() else row for row in rows]


def _rows(table: Table, rows: Any) -> list[dict[str, Any]]:
    if not isinstance(rows, list):
        raise BadValue(table.name, rows, "a list of rows")
    if len(rows) > MOST[table.name]:
        raise TooMany(f"rows of {table.name}", MOST[table.name])
    names = {column.name for column in table.columns}
    for row in rows:
        if not isinstance(row, Mapping) or row.keys() != names:
            raise FileUnreadable(f"a row of {table.name} does not have its columns")
        for column in table.columns:
            if not (row[column.name] is None and column.nullable) and not _fits(column, row[column.name]):
                raise BadValue(f"{table.name}.{column.name}", row[column.name], "a value of its column's form")
    return rows


def _fits(column: Column[Any], value: Any) -> bool:
    """Whether the column takes the value, on every database."""
    kind = column.type
    if isinstance(kind, JSON):
        return value is not None and is_plain(value)
    if isinstance(kind, Boolean):
        return isinstance(value, bool)
    if isinstance(kind, Integer):
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31
    if isinstance(kind, Float):
        return is_time(value)
    return (
        isinstance(kind, String) and isinstance(value, str) and len(value) <= (kind.length or 2_000) and is_plain(value)
    )


def is_time(value: Any) -> bool:
    """Whether this is a time that a page can say."""
    return type(value) in (int, float) and 0 <= value < LATEST


def is_plain(value: Any) -> bool:
    """Whether all texts in a value can be kept: no NUL, no half characters."""
    if isinstance(value, str):
        return "\0" not in value and not any("\ud800" <= c <= "\udfff" for c in value)
    if isinstance(value, dict):
        return all(is_plain(k) and is_plain(v) for k, v in value.items())
    return all(is_plain(v) for v in value) if isinstance(value, list) else True
