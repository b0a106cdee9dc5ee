"""A database of an earlier version is brought up to date with all that is in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import URL, Connection, insert, text
from sqlalchemy.exc import IntegrityError

from mapping.store import Database, MapId, Store, WorkshopId, open_store, tables
from mapping.store.open import MIGRATIONS
from tests.store.conftest import NOW

OLD = WorkshopId("w-old")
PLAN = {"scenario": "honduras", "session": "4", "groups": 1, "question": "¿Quién supervisa?"}
FRAME = {"id": "c-1", "by": "p-server", "base": 0, "op": "frame", "values": {"question": "¿Quién supervisa?"}}
ROWS: dict[str, list[dict[str, Any]]] = {
    "workshop": [{"id": OLD, "kind": "room", "code": "AAAAAA", "passphrase": "x", "plan": PLAN, "day": {"session": "4"},
                  "created": NOW, "keep_until": NOW + 9, "epoch": 1}],
    "map": [{"id": "m-1", "workshop": OLD, "kind": "group", "seq": 1}],
    "working_group": [{"workshop": OLD, "number": "1", "code": "BBBBBB", "map": "m-1"}],
    "change": [{"map": "m-1", "seq": 1, "id": "c-1", "at": NOW, "payload": {"v": 1, **FRAME}}],
    "seat": [{"id": "s-1", "workshop": OLD, "role": "participant", "number_of_group": "1", "participant": "p-1",
              "number": 1, "epoch": 1, "taken": NOW}],
    "judgement": [
        {"id": "j-1", "about": "answer", "subject": "pn|policia", "value": {"question": "¿Son uno?", "text": "no"}},
        {"id": "j-2", "about": "answer", "subject": "pn|policia",
         "value": {"question": "¿Son uno?", "text": "Lo vemos mañana", "verify": True}},
        {"id": "j-3", "about": "answer", "subject": "mp|fusina", "value": {"question": "¿Mandan?", "text": "no"}},
        {"id": "j-4", "about": "answer", "subject": "mp|fusina", "value": None},
        {"id": "j-5", "about": "same", "subject": "pn|policia", "value": True},
    ],
}  # fmt: skip


def filled(database: Database) -> None:
    """The tables of version 0001 with a workshop in them."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for name, rows in ROWS.items():
            for n, row in enumerate(rows):
                _put(connection, name, row if name != "judgement" else row | {"workshop": OLD, "participant": "p-f",
                                                                             "at": NOW + n})  # fmt: skip


def _put(connection: Connection, name: str, row: dict[str, Any]) -> None:
    written = {k: json.dumps(v) if k in ("plan", "day", "payload", "value") and v is not None else v
               for k, v in row.items()}  # fmt: skip
    places = ", ".join(f":{k}" for k in written)
    connection.execute(text(f"INSERT INTO {name} ({', '.join(written)}) VALUES ({places})"), written)


@pytest.fixture
def store(url: URL) -> Store:
    database = Database(url)
    filled(database)
    database.close()
    return open_store(url)


def test_has_all_tables_of_today_and_everything_that_was_kept(store: Store) -> None:
    with store.database.write() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), tables.metadata)

    workshop = store.workshops.read(OLD)
    assert differences == []
    assert (workshop.screen_code, workshop.plan.sessions, workshop.plan.start) == ("", ("4",), "none")
    assert store.maps.state(MapId("m-1")).map.frame.question == "¿Quién supervisa?"
    assert store.seats.numbers(OLD) == {"p-1": 1}
    assert [j.about for j in store.workshops.judgements(OLD)] == ["same"]


def test_makes_the_rooms_last_answers_words_that_nobody_has_ticked(store: Store) -> None:
    words = store.words.all(OLD)

    assert [(w.kind, w.about, w.title, w.text, w.verify, w.session) for w in words] == [
        ("answer", "pn|policia", "¿Son uno?", "Lo vemos mañana", True, "4")
    ]
    assert not words[0].share
    assert store.words.write(OLD, words[0], now=NOW).rev == 2


def test_takes_observers_from_then_on_and_still_no_unknown_role(store: Store) -> None:
    assert store.seats.take(OLD, "observer").number == 0

    seat = {"id": "s-9", "workshop": OLD, "role": "king", "participant": "p-9", "number": 0, "epoch": 1, "taken": NOW}
    with pytest.raises(IntegrityError), store.database.write() as connection:
        connection.execute(insert(tables.seat), seat)
