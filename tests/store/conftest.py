"""A store on each database that it must work on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url

from mapping.store import MapId, Plan, Store, Workshop, open_store
from tests import golden
from tests.store import postgres

NOW = 1_718_000_000.0
PASSPHRASE = "los once puentes"
PLAN = Plan(question=golden.QUESTION, objective=golden.OBJECTIVE, territory="Honduras", date="2015-09-01", groups=2)
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    if not postgres.is_here():
        pytest.skip(postgres.NONE)
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """An empty database."""
    if request.param == "sqlite":
        yield make_url(f"sqlite:///{tmp_path}/data/sector-map.db")
        return
    with postgres.database(request.getfixturevalue("postgres_server"), f"map{next(_numbers)}") as url:
        yield url


@pytest.fixture
def store(url: URL) -> Iterator[Store]:
    store = open_store(url)
    yield store
    store.close()


@pytest.fixture
def other(url: URL, store: Store) -> Iterator[Store]:
    """A second server on the same database."""
    other = open_store(url)
    yield other
    other.close()


@pytest.fixture
def workshop(store: Store) -> Workshop:
    return store.workshops.open(PLAN, PASSPHRASE, now=NOW)


@pytest.fixture
def map_id(workshop: Workshop) -> MapId:
    return workshop.group("1").map_id
