"""A private PostgreSQL for the tests: the one that `MAPPING_TEST_POSTGRES` names, or a cluster of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url, text

NONE = "no PostgreSQL on this machine"


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def is_here() -> bool:
    """Whether there is a server to ask or the programs to start one, and a driver."""
    return find_spec("psycopg") is not None and bool(os.environ.get("MAPPING_TEST_POSTGRES") or _programs())


@contextmanager
def server() -> Iterator[URL]:
    """A server for as long as the context lasts."""
    given = os.environ.get("MAPPING_TEST_POSTGRES")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    programs = _programs()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="sector-map-pg-", dir="/tmp"))
    as_owner: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]

    def run(*command: str) -> None:
        done = subprocess.run([*as_owner, *command], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    quick = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    options = f"-k {folder} -c listen_addresses='' -c max_connections=200 {quick}"
    made = ("-D", f"{folder}/data", "-A", "trust", "-E", "UTF8", "--no-sync", "-U", "postgres")
    try:
        run(str(programs / "initdb"), *made)
        run(str(programs / "pg_ctl"), "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield URL.create("postgresql+psycopg", "postgres", database="postgres", query={"host": str(folder)})
        finally:
            run(str(programs / "pg_ctl"), "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(server: URL, name: str) -> Iterator[URL]:
    """A database of its own on the server."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield server.set(database=name)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        engine.dispose()
