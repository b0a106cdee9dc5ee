"""The whole database in one file, for another machine or another kind of database: a ZIP with the rows of each table.

Who had joined joins again there: what seats are signed with is not in it.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy import text as sql

from mapping.errors import AlreadyHere, FileTooNew, FileUnreadable
from mapping.store import tables
from mapping.store.database import Database

FORMAT = "sector-map/backup"
_ABOUT = "backup.json"
_AT_ONCE = 500  # rows


def backup(database: Database, path: Path) -> dict[str, int]:
    """Write the file, whole or not at all, as the database is at one moment; how many rows of each table it has. Only
    its owner may read the file: it holds everything."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    counts: dict[str, int] = {}
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with (
            os.fdopen(descriptor, "wb") as out,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
            database.moment() as connection,
        ):
            archive.writestr(_ABOUT, json.dumps({"format": FORMAT, "revision": _revision(connection)}))
            for table in tables.metadata.sorted_tables:
                with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as file:
                    counts[table.name] = _written(connection, table, file)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return counts


def restore(database: Database, path: Path) -> dict[str, int]:
    """Put a backup into a database that has no workshop; how many rows of each table came in, all of them or none.

    AlreadyHere where the database has workshops, FileTooNew for a backup of a later version, FileUnreadable for none.
    """
    try:
        with zipfile.ZipFile(path) as archive, database.write() as connection:
            about = json.loads(archive.read(_ABOUT))
            if not isinstance(about, dict) or about.get("format") != FORMAT:
                raise FileUnreadable("this is no backup of Sector Map")
            if (found := _number(about.get("revision"))) > (known := _number(_revision(connection))):
                raise FileTooNew(found, known)
            if held := connection.scalar(select(func.count()).select_from(tables.workshop)):
                raise AlreadyHere(
                    f"this database has {held} workshop{'s' * (held > 1)}; a backup goes into an empty one"
                )
            return {table.name: _read(connection, table, archive) for table in tables.metadata.sorted_tables}
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, json.JSONDecodeError, EOFError) as error:
        raise FileUnreadable(f"this backup cannot be read: {error}") from None


def _revision(connection: Connection) -> str:
    return str(connection.scalar(sql("SELECT version_num FROM alembic_version")))


def _number(revision: object) -> int:
    """The number of a revision; they are counted from 0001."""
    if not isinstance(revision, str) or not revision.isdecimal():
        raise FileUnreadable("this backup does not say of which version it is")
    return int(revision)


def _written(connection: Connection, table: Table, file: IO[bytes]) -> int:
    count = 0
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(select(table).order_by(*table.primary_key))
    for row in rows.mappings():
        count += 1
        file.write(json.dumps(dict(row), ensure_ascii=False).encode("utf-8") + b"\n")
    return count


def _read(connection: Connection, table: Table, archive: zipfile.ZipFile) -> int:
    name = f"{table.name}.jsonl"
    if name not in archive.namelist():  # a table that came later
        return 0
    count = 0
    with archive.open(name) as file:
        for rows in _batches(json.loads(line) for line in io.TextIOWrapper(file, "utf-8")):
            connection.execute(insert(table), [_fitting(table, row) for row in rows])
            count += len(rows)
    return count


def _fitting(table: Table, row: Any) -> dict[str, Any]:
    if not isinstance(row, dict) or not row.keys() <= set(table.c.keys()):
        raise FileUnreadable(f"a row of {table.name} is none of ours")
    return row


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
