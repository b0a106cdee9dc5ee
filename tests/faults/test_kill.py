"""The server is killed while several people draw: what was acknowledged is there, once and in order.

SIGKILL leaves the operating system's cache alone, so this says nothing about a power cut; for that the store sets
`synchronous = FULL` (see tests/store/test_database.py).
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from mapping.changes import replay
from mapping.store import Plan, open_store
from tests.faults.server import PATIENCE, Server, running

WRITERS, AFTER, WINDOW = 4, 120, 8  # people, changes acknowledged before the kill, changes on the way at once


@dataclass
class Writer:
    """Somebody who adds one actor after the other, as fast as they are acknowledged."""

    server: Server
    code: str
    seat: dict[str, str] = field(default_factory=dict)
    cookie: str = ""
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    acknowledged: dict[str, int] = field(default_factory=dict)
    heard: list[tuple[int, str]] = field(default_factory=list)
    wanted: int = 10**9

    def join(self) -> None:
        self.seat, self.cookie = self.server.post("/join", {"code": self.code})

    def draw(self) -> None:
        """Write until the socket breaks, or `wanted` changes are acknowledged; then nothing is on the way."""
        path = f"/token?seat={self.seat['seat']}&map={self.seat['map']}"
        token = self.server.post(path, cookie=self.cookie)[0]["token"]
        address = f"ws://127.0.0.1:{self.server.port}/live"
        try:
            with connect(address, origin=self.server.url, max_size=None, close_timeout=1) as socket:  # type: ignore[arg-type]
                socket.send(json.dumps({"type": "hello", "token": token, "since": 0}))
                by = self._take(socket.recv(timeout=PATIENCE))["by"]
                for change in [c for c in self.sent.values() if c["id"] not in self.acknowledged]:
                    socket.send(json.dumps({"type": "change", "change": change}))
                while len(self.acknowledged) < max(self.wanted, len(self.sent)):
                    while len(self.sent) - len(self.acknowledged) < WINDOW and len(self.sent) < self.wanted:
                        socket.send(json.dumps({"type": "change", "change": self._next(by)}))
                    self._take(socket.recv(timeout=PATIENCE))
        except (ConnectionClosed, OSError):
            return

    def _next(self, by: str) -> dict[str, Any]:
        n = len(self.sent)
        actor = {"id": f"x-{by}-{n}", "name": f"Patronato {n}", "kind": "community"}
        change = {"v": 1, "id": f"c-{by}-{n}", "by": by, "base": 0, "op": "add", "actor": actor}
        self.sent[f"c-{by}-{n}"] = change
        return change

    def _take(self, text: str | bytes) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(text)
        if message["type"] == "effects":
            self.heard.append((message["seq"], message["change"]))
        if message["type"] in ("effects", "done") and message["change"] in self.sent:
            self.acknowledged[message["change"]] = message["seq"]
        return message


def _all_draw(writers: list[Writer]) -> list[Thread]:
    threads = [Thread(target=writer.draw, daemon=True) for writer in writers]
    for thread in threads:
        thread.start()
    return threads


def test_keeps_every_acknowledged_change_once_and_in_order_through_a_kill(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/sector-map.db"
    store = open_store(url)
    workshop = store.workshops.open(Plan(groups=1), "los once puentes", now=time.time())
    group = workshop.group("1")
    with running(tmp_path) as server:
        writers = [Writer(server, group.code) for _ in range(WRITERS)]
        for writer in writers:
            writer.join()

        threads = _all_draw(writers)
        until = time.monotonic() + PATIENCE
        while sum(len(w.acknowledged) for w in writers) < AFTER:
            assert time.monotonic() < until, server.log()
            time.sleep(0.01)
        server.kill()
        for thread in threads:
            thread.join(PATIENCE)
        acknowledged = {id: seq for w in writers for id, seq in w.acknowledged.items()}
        survived = {x.change.id: x.seq for x in store.maps.since(group.map_id, 0)}
        server.start()
        for writer in writers:
            writer.wanted = len(writer.sent) + 5  # what was on the way, and five more
        for thread in _all_draw(writers):
            thread.join(PATIENCE)

    logged = store.maps.since(group.map_id, 0)
    everything = {id for w in writers for id in w.sent}
    on_the_way = everything - acknowledged.keys()
    assert len(acknowledged) >= AFTER
    assert on_the_way  # it was killed in the middle
    assert {id: survived.get(id) for id in acknowledged} == acknowledged
    assert [x.seq for x in logged] == list(range(1, len(logged) + 1))
    assert sorted(x.change.id for x in logged) == sorted(everything | {"c-frame"})
    numbers = {x.change.id: x.seq for x in logged}
    for writer in writers:
        assert writer.acknowledged.keys() == writer.sent.keys()
        assert all(numbers[id] == seq for id, seq in writer.acknowledged.items())
        assert all(numbers[id] == seq for seq, id in writer.heard)
    state = store.maps.state(group.map_id)
    assert state == replay([(x.seq, x.change) for x in logged])
    assert len(state.map.actors) == len(everything)
    store.close()
