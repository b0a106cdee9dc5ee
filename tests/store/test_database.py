"""The database is brought up to date by itself, keeps what it has acknowledged, and repeats no words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, insert, text
from sqlalchemy.exc import SQLAlchemyError

from mapping.changes import Change
from mapping.store import Store, Workshop, database, default_url, open_store, tables
from mapping.store.open import upgrade
from tests.store.conftest import NOW, PASSPHRASE, PLAN


def test_has_the_tables_that_the_program_expects(store: Store) -> None:
    with store.database.write() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), tables.metadata)

    assert differences == []


def test_is_left_alone_when_it_is_up_to_date(store: Store, workshop: Workshop) -> None:
    with store.database.write() as connection:
        upgrade(connection)

    assert store.workshops.read(workshop.id) == workshop


def test_is_made_ready_once_when_several_servers_start(url: URL) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(open_store, [url] * 8))

    opened = stores[0].workshops.open(PLAN, PASSPHRASE, now=NOW)
    assert {s.workshops.read(opened.id).id for s in stores} == {opened.id}
    for store in stores:
        store.close()


def test_answers_or_says_that_it_does_not(store: Store, tmp_path: Path) -> None:
    assert store.database.answers()

    store.database.engine.dispose()
    broken = type(store.database)("postgresql://nobody@127.0.0.1:1/none")
    assert not broken.answers()


def test_keeps_to_one_file_until_it_is_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAPPING_DATABASE_URL", raising=False)
    assert default_url() == "sqlite:///data/sector-map.db"

    monkeypatch.setenv("MAPPING_DATABASE_URL", "postgresql://map@db/map")
    assert default_url() == "postgresql://map@db/map"


def test_is_durable_and_overwrites_what_is_deleted(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/new folder/sector-map.db")

    with store.database.read() as connection:
        found = {p: connection.scalar(text(f"PRAGMA {p}")) for p in ("journal_mode", "synchronous", "secure_delete",
                                                                    "foreign_keys")}  # fmt: skip
    # synchronous: 2 is FULL
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    store.close()


@pytest.fixture
def impatient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store in a file, with a workshop that wrote much; it does not wait for a reader."""
    monkeypatch.setattr(database, "PRAGMAS", ("busy_timeout = 1", *database.PRAGMAS[1:]))
    opened = open_store(f"sqlite:///{tmp_path}/sector-map.db")
    map_id = opened.workshops.open(PLAN, PASSPHRASE, now=NOW).group("1").map_id
    for n in range(200):
        actor = {"id": f"x-{n}", "name": f"Mesa {n}", "kind": "justice", "note": "CANARIO-7F " * 100}
        opened.maps.append(map_id, Change(f"c-{n}", "p-1", n, "add", {"actor": actor}), now=NOW)
    yield opened
    opened.close()


def test_is_smaller_and_without_a_word_once_a_workshop_has_ended(impatient: Store, tmp_path: Path) -> None:
    file, log = tmp_path / "sector-map.db", tmp_path / "sector-map.db-wal"
    (ended,) = impatient.workshops.list_open()
    assert log.stat().st_size > 200_000  # what 200 notes of a thousand letters take

    assert impatient.workshops.end(ended.id).files_clean

    assert log.stat().st_size == 0
    assert file.stat().st_size < 200_000
    assert b"CANARIO-7F" not in file.read_bytes()


def test_says_that_words_may_be_left_while_another_program_reads(impatient: Store, tmp_path: Path) -> None:
    (ended,) = impatient.workshops.list_open()
    with sqlite3.connect(tmp_path / "sector-map.db", isolation_level=None) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM change").fetchone()

        remains = impatient.workshops.end(ended.id)

        assert (sum(remains.rows.values()), remains.files_clean) == (0, False)
        other.execute("COMMIT")
    other.close()
    assert impatient.database.wipe()
    assert all(b"CANARIO-7F" not in file.read_bytes() for file in tmp_path.iterdir())


def test_words_that_a_killed_server_left_in_the_log_go_with_the_next_start(impatient: Store, tmp_path: Path) -> None:
    (ended,) = impatient.workshops.list_open()
    after = tmp_path / "after"
    after.mkdir()
    with sqlite3.connect(tmp_path / "sector-map.db", isolation_level=None) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM change").fetchone()
        impatient.workshops.end(ended.id)
        for name in ("sector-map.db", "sector-map.db-wal"):  # as a power cut leaves them
            (after / name).write_bytes((tmp_path / name).read_bytes())
    other.close()
    assert b"CANARIO-7F" in (after / "sector-map.db-wal").read_bytes()

    again = open_store(f"sqlite:///{after}/sector-map.db")

    assert all(b"CANARIO-7F" not in file.read_bytes() for file in after.iterdir())
    assert again.workshops.list_open() == ()
    again.close()


def test_repeats_no_words_in_its_errors(store: Store, workshop: Workshop) -> None:
    row = {"map": workshop.group("1").map_id, "seq": 1, "id": "c-x", "at": NOW, "payload": {"note": "CANARIO-7F"}}

    with pytest.raises(SQLAlchemyError) as caught, store.database.write() as connection:
        connection.execute(insert(tables.change), row)  # there is a change with that number

    assert "CANARIO-7F" not in str(caught.value)
