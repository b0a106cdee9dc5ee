"""A server with the live channel alone, and people who take part in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from anyio import fail_after
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketTestSession

from mapping.live import presence
from mapping.live.bell import Bell
from mapping.live.channel import Channel
from mapping.live.hub import Hub
from mapping.live.joining import Joining
from mapping.live.saving import Saving
from mapping.live.state import State
from mapping.store import Plan, Workshop, open_store
from tests import golden

ORIGIN = "http://testserver"
PATIENCE = 20.0
PASSPHRASE = "los once puentes"
PLAN = Plan(question=golden.QUESTION, objective=golden.OBJECTIVE, territory="Honduras", date="2015-09-01", groups=2)
_numbers = count(1)


class Clock:
    """The server's clock; goes on when a test says so."""

    def __init__(self) -> None:
        self.now = 1_718_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hub(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr(presence, "PAUSE", 0.01)  # nobody waits here for who comes and goes
    hub = Hub(open_store(f"sqlite:///{tmp_path}/sector-map.db"), secret="only for tests", clock=clock)
    yield hub
    hub.close()


@pytest.fixture
def workshop(hub: Hub) -> Workshop:
    return hub.store.workshops.open(PLAN, PASSPHRASE, now=hub.clock())


@pytest.fixture
def waits() -> list[float]:
    """How long answers were held back; nobody waits for it here."""
    return []


@pytest.fixture
def client(hub: Hub, waits: list[float]) -> Iterator[TestClient]:
    async def slept(seconds: float) -> None:
        waits.append(seconds)

    joining, state = Joining(lambda: hub, sleep=slept), State(lambda: hub)
    app = Starlette(routes=[
        Route("/join", joining.join, methods=["POST"]),
        Route("/token", joining.token, methods=["POST"]),
        Route("/own-map", Saving(lambda: hub).own_map),
        Route("/health", state.health),
        Route("/metrics", state.metrics),
        WebSocketRoute("/live", Channel(lambda: hub, hello_seconds=3).live),
        WebSocketRoute("/bell", Bell(lambda: hub).line),
    ])  # fmt: skip
    with TestClient(app, headers={"Origin": ORIGIN}) as client:
        yield client


@dataclass
class Person:
    """Somebody at a socket. `heard` is everything that has come."""

    seat: dict[str, Any]
    token: str
    socket: WebSocketTestSession
    heard: list[dict[str, Any]] = field(default_factory=list)
    seq: int = 0

    def hears(self, type: str) -> dict[str, Any]:
        """The next message of this type."""
        while True:
            received = self.receives()
            assert received["type"] == "websocket.send", received
            message: dict[str, Any] = json.loads(received["text"])
            self.heard.append(message)
            self.seq = max(self.seq, message.get("seq") or 0)
            if message["type"] == type:
                return message

    def receives(self) -> dict[str, Any]:
        """What the socket gives next; a test fails instead of waiting for ever."""

        async def soon() -> dict[str, Any]:
            with fail_after(PATIENCE):
                return dict(await self.socket._send_rx.receive())

        return self.socket.portal.call(soon)

    def says(self, message: dict[str, Any]) -> None:
        self.socket.send_text(json.dumps(message))

    def sends(self, op: str, *, id: str = "", by: str = "", base: int | None = None, **body: Any) -> str:
        """Send a change; its id."""
        id = id or f"c-{next(_numbers)}"
        by, base = by or self.by, self.seq if base is None else base
        self.says({"type": "change", "change": {"v": 1, "id": id, "by": by, "base": base, "op": op, **body}})
        return id

    def adds(self, actor: str, kind: str = "core_security", **values: Any) -> dict[str, Any]:
        """Add an actor and wait for its effects."""
        id = self.sends("add", actor={"id": actor, "name": actor.upper(), "kind": kind, **values})
        while (effects := self.hears("effects"))["change"] != id:
            pass
        return effects

    def links(self, id: str, kind: str, source: str, target: str, **values: Any) -> str:
        return self.sends("link", link={"id": id, "kind": kind, "source": source, "target": target, **values})

    def is_quiet(self) -> bool:
        """Whether nothing is on its way: the answer to a ping is the next that comes."""
        self.says({"type": "ping"})
        before = len(self.heard)
        self.hears("pong")
        return [m["type"] for m in self.heard[before:]] == ["pong"]

    def all_heard(self) -> str:
        """Every word that has reached this person."""
        self.is_quiet()
        return json.dumps(self.heard)

    def leaves(self) -> None:
        self.socket.close()

    def closed(self) -> int:
        """The code that the socket is closed with, after everything that comes before."""
        while True:
            message = self.receives()
            if message["type"] == "websocket.close":
                return int(message["code"])
            self.heard.append(json.loads(message["text"]))

    @property
    def by(self) -> str:
        return str(self.heard[0]["by"])

    @property
    def welcome(self) -> dict[str, Any]:
        return self.heard[0]


class Table:
    """Where people sit down."""

    def __init__(self, client: TestClient, hub: Hub, workshop: Workshop, stack: ExitStack) -> None:
        self.client, self.hub, self.workshop, self.stack = client, hub, workshop, stack

    def seat(self, group: str = "1") -> dict[str, Any]:
        answer = self.client.post("/join", json={"code": self.workshop.group(group).code, "new": True})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def seat_of(self, role: str, group: str | None = None, workshop: Workshop | None = None) -> dict[str, Any]:
        ticket = self.hub.ticket((workshop or self.workshop).id, role, group)
        answer = self.client.post("/join", json={"ticket": ticket})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def token(self, seat: dict[str, Any], map_id: str | None = None) -> str:
        answer = self.client.post("/token", params={"seat": seat["seat"], "map": map_id or seat["map"]})
        assert answer.status_code == 200, answer.text
        return str(answer.json()["token"])

    def socket(self) -> WebSocketTestSession:
        return self.stack.enter_context(self.client.websocket_connect("/live"))

    def enters(self, seat: dict[str, Any], map_id: str | None = None, since: int = 0) -> Person:
        person = Person(seat, self.token(seat, map_id), self.socket())
        person.says({"type": "hello", "token": person.token, "since": since})
        person.hears("welcome")
        person.hears("people")
        return person

    def participant(self, group: str = "1") -> Person:
        return self.enters(self.seat(group))

    def facilitator(self, group: str = "1") -> Person:
        return self.enters(self.seat_of("facilitator"), self.workshop.group(group).map_id)


@pytest.fixture
def table(client: TestClient, hub: Hub, workshop: Workshop) -> Iterator[Table]:
    with ExitStack() as stack:
        yield Table(client, hub, workshop, stack)
