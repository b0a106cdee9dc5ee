"""The whole database in one file, and back, on each database and from one kind to the other."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import make_url, select

from mapping.changes import Change
from mapping.errors import AlreadyHere, FileTooNew, FileUnreadable
from mapping.store import Store, Workshop, open_store, tables
from mapping.store.backup import backup, restore
from tests.store.conftest import NOW


@pytest.fixture
def drawn(store: Store, workshop: Workshop) -> Store:
    """A store with a workshop in which group 1 has drawn an actor."""
    one = Change("c-1", "p-1", 0, "add", {"actor": {"id": "x-1", "name": "Comité Ñandú", "kind": "civil_society"}})
    assert store.maps.append(workshop.groups[0].map_id, one, now=NOW).seq
    return store


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return open_store(make_url(f"sqlite:///{tmp_path}/other/sector-map.db"))


def _rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.database.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in tables.metadata.sorted_tables
        }


def test_everything_is_back_in_another_database(drawn: Store, workshop: Workshop, empty: Store, tmp_path: Path) -> None:
    counts = backup(drawn.database, tmp_path / "all.zip")
    restore(empty.database, tmp_path / "all.zip")

    assert _rows(empty) == _rows(drawn)
    assert counts["workshop"] == 1
    assert empty.maps.state(workshop.groups[0].map_id).map.actors["x-1"].name == "Comité Ñandú"


def test_what_is_restored_can_be_drawn_on(drawn: Store, workshop: Workshop, empty: Store, tmp_path: Path) -> None:
    backup(drawn.database, tmp_path / "all.zip")
    restore(empty.database, tmp_path / "all.zip")
    again = Change("c-2", "p-1", 1, "set", {"of": "x-1", "values": {"influence": 3}})

    assert empty.maps.append(workshop.groups[0].map_id, again, now=NOW).seq == drawn.maps.state(
        workshop.groups[0].map_id
    ).seq + 1  # fmt: skip


def test_a_database_with_workshops_is_left_as_it_is(drawn: Store, tmp_path: Path) -> None:
    backup(drawn.database, tmp_path / "all.zip")
    before = _rows(drawn)

    with pytest.raises(AlreadyHere, match="1 workshop;"):
        restore(drawn.database, tmp_path / "all.zip")
    assert _rows(drawn) == before


def test_only_its_owner_can_read_the_file(drawn: Store, tmp_path: Path) -> None:
    backup(drawn.database, tmp_path / "all.zip")

    assert stat.S_IMODE((tmp_path / "all.zip").stat().st_mode) == 0o600
    assert not list(tmp_path.glob("*.part"))


def _changed(source: Path, name: str, data: bytes) -> Path:
    target = source.with_name("changed.zip")
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as out:
        for each in given.namelist():
            out.writestr(each, data if each == name else given.read(each))
    return target


def test_one_of_a_later_version_is_refused(drawn: Store, empty: Store, tmp_path: Path) -> None:
    backup(drawn.database, tmp_path / "all.zip")
    later = json.dumps({"format": "sector-map/backup", "revision": "9999"}).encode()

    with pytest.raises(FileTooNew):
        restore(empty.database, _changed(tmp_path / "all.zip", "backup.json", later))


@pytest.mark.parametrize("broken", [b"{", b'{"id": "x"}\n{', b'["w"]\n', b'{"id": "x", "drop": 1}\n', b"\xff\n"])
def test_a_broken_one_changes_nothing(drawn: Store, empty: Store, tmp_path: Path, broken: bytes) -> None:
    backup(drawn.database, tmp_path / "all.zip")

    with pytest.raises(FileUnreadable):
        restore(empty.database, _changed(tmp_path / "all.zip", "seat.jsonl", broken))
    assert not any(_rows(empty).values())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no backup at all"])
def test_what_is_no_backup_is_refused(empty: Store, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "no.zip").write_bytes(data)

    with pytest.raises(FileUnreadable):
        restore(empty.database, tmp_path / "no.zip")
