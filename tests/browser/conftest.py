"""A server, a browser, and a table at a workshop of the test's own.

Opened as http://workshop.test, which is not a secure context, as from another machine by plain http.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from mapping.store import Plan
from tests.browser.story.room import Room, room
from tests.browser.story.server import Server
from tests.browser.table import OVERSIGHT, Table, with_store
from tests.golden import OBJECTIVE, QUESTION


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    served = Server(tmp_path_factory.mktemp("canvas"))
    served.start()
    yield served
    served.kill()


@pytest.fixture(scope="module")
def browsers(server: Server) -> Iterator[Room]:
    with room(server.port) as opened:
        yield opened


@pytest.fixture
def table(browsers: Room, server: Server) -> Iterator[Table]:
    database = f"sqlite:///{server.database}"
    plan = Plan(question=QUESTION, objective=OBJECTIVE)
    workshop = with_store(database, lambda store: store.workshops.open(plan, "secreto", now=time.time()))
    made = Table(browsers, database, workshop)
    made.day(index=OVERSIGHT, started=time.time(), ends=time.time() + 600)
    yield made
    while browsers.contexts:
        browsers.contexts.pop().close()
    assert not browsers.faults
    browsers.faults.clear()
