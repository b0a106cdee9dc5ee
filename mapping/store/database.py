"""The connection: transactions that read, transactions that write, and what each database needs for that."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text

BUSY_MS = 10_000
PRAGMAS = (
    f"busy_timeout = {BUSY_MS}",
    "synchronous = FULL",  # a commit is on the disk before it is acknowledged
    "secure_delete = ON",  # what is deleted is overwritten
    "foreign_keys = ON",
    "temp_store = MEMORY",  # no words in temporary files
)


def default_url() -> str:
    """`MAPPING_DATABASE_URL`, or a SQLite file in `data/` below the working directory."""
    return os.environ.get("MAPPING_DATABASE_URL") or "sqlite:///data/sector-map.db"


def _driven(url: URL) -> URL:
    """The URL with the driver that this program is tested with."""
    if url.get_backend_name() in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    return url


class Database:
    """One database. `read()` and `write()` are transactions; `write()` holds the writers' lock from its start.

    SQLite lets one writer in at a time and makes the others poll; within this process they queue at a lock
    instead. PostgreSQL's writers lock the row of the map they write to.
    """

    def __init__(self, url: str | URL) -> None:
        self.url = _driven(make_url(url))
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._queue = RLock() if self.is_sqlite else nullcontext()
        self.engine = (
            self._sqlite()
            if self.is_sqlite
            else create_engine(self.url, pool_size=20, pool_pre_ping=True, hide_parameters=True)
        )

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None."""
        name = self.url.database if self.is_sqlite else None
        return Path(name.removeprefix("file:")) if name else None

    def _sqlite(self) -> Engine:
        if self.file is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        # hide_parameters: what people typed is in no error message and no log
        engine = create_engine(self.url, pool_size=20, max_overflow=40, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def moment(self) -> Iterator[Connection]:
        """A transaction that reads, in which everything is as it was at its first question."""
        level = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}  # SQLite's are so always
        with self.engine.connect().execution_options(**level) as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with self._queue, self.engine.connect() as connection:
            connection = connection.execution_options(mapping_write=True)
            with connection.begin():
                yield connection

    def answers(self) -> bool:
        """Whether the database answers, and could be written to: one that can only be read keeps nobody's work."""
        try:
            with self.write() as connection:
                connection.execute(text("UPDATE workshop SET epoch = epoch WHERE 0 = 1"))
                return True
        except Exception:  # whatever the driver says, the answer is no
            return False

    def wipe(self) -> bool:
        """Take deleted words out of the files. False when a reader kept an old page in the log until the end."""
        if not self.is_sqlite:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM FULL"))
            return True
        with self._queue:
            raw = self.engine.raw_connection()
            try:
                return _emptied(raw.cursor())
            except sqlite3.OperationalError:  # another server writes all the time
                return False
            finally:
                raw.close()

    def settle(self) -> None:
        """Empty the log that a server left which was killed: words that are deleted may stand in it. Waits for nobody:
        where another server is at work, the log is its own."""
        if not self.is_sqlite:
            return
        raw = self.engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("PRAGMA busy_timeout = 0")
            with suppress(sqlite3.OperationalError):
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.execute(f"PRAGMA {PRAGMAS[0]}")
            cursor.close()
        finally:
            raw.close()

    def close(self) -> None:
        self.engine.dispose()


def _prepare(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    _keep_a_log(cursor)
    cursor.close()


def _keep_a_log(cursor: Any) -> None:
    """Turn the write-ahead log on; SQLite refuses at once, busy time or not, while another server does the same."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("mapping_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _emptied(cursor: Any) -> bool:
    """Whether the log is empty after everything that is deleted was taken out."""
    empty = False
    for statement in ("wal_checkpoint", "VACUUM", "wal_checkpoint"):
        if statement == "VACUUM":
            cursor.execute(statement)
            continue
        for _ in range(5):  # each waits for readers up to the busy time
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            row = cursor.fetchone()
            empty = row is not None and row[0] == 0
            if empty:
                break
    cursor.close()
    return empty
