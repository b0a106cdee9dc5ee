"""Many people on one server, beside the same changes written one after the other straight to the store."""

from __future__ import annotations

import asyncio
import json
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter, time

from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from mapping.changes import Change
from mapping.store import MapId, Plan, open_store
from tests.faults.server import Server, running

SIZES = ((10, 2), (50, 10))  # people, maps
CHANGES, EVERY = 8, 0.5  # of each person; seconds between two
PATIENCE = 25.0


async def _person(server: Server, code: str, n: int, ack: list[float], heard: list[float]) -> None:
    seat, cookie = await asyncio.to_thread(server.post, "/join", {"code": code})
    token, _ = await asyncio.to_thread(server.post, f"/token?seat={seat['seat']}", None, cookie)
    address = f"ws://127.0.0.1:{server.port}/live"
    async with connect(address, origin=Origin(server.url), max_size=None, open_timeout=PATIENCE) as socket:
        await socket.send(json.dumps({"type": "hello", "token": token["token"], "since": 0}))
        welcome = json.loads(await socket.recv())
        ears = asyncio.create_task(_listen(socket, welcome["by"], ack, heard))
        await asyncio.sleep(EVERY * (n % 10) / 10)  # people do not press at the same moment
        for k in range(CHANGES):
            sent = f"c-{n}-{k}-{perf_counter()}"
            actor = {"id": f"x-{n}-{k}", "name": f"Actor {n} {k}", "kind": "justice"}
            change = {"v": 1, "id": sent, "by": welcome["by"], "base": 0, "op": "add", "actor": actor}
            await socket.send(json.dumps({"type": "change", "change": change}))
            await asyncio.sleep(EVERY)
        await asyncio.sleep(1)
        ears.cancel()


async def _listen(socket: ClientConnection, by: str, ack: list[float], heard: list[float]) -> None:
    async for text in socket:
        message = json.loads(text)
        if message["type"] == "effects":
            took = (perf_counter() - float(message["change"].split("-", 3)[3])) * 1000
            (ack if message["by"] == by else heard).append(took)


def live(people: int, maps: int, folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds from sending a change until its author, and until everybody else at the table, has it."""
    url = f"sqlite:///{folder}/live.db"
    store = open_store(url)
    workshop = store.workshops.open(Plan(groups=maps), "los once puentes", now=time())
    store.close()
    ack: list[float] = []
    heard: list[float] = []

    async def all_people(server: Server) -> None:
        rows = (_person(server, workshop.groups[n % maps].code, n, ack, heard) for n in range(people))
        await asyncio.wait_for(asyncio.gather(*rows), PATIENCE)

    with running(folder, MAPPING_DATABASE_URL=url) as server:
        asyncio.run(all_people(server))
    assert len(ack) == people * CHANGES, "some changes were never acknowledged"
    return ack, heard


def straight(people: int, maps: int, folder: Path) -> list[float]:
    """The same changes, one after the other, without a server: what the disk alone takes."""
    store = open_store(f"sqlite:///{folder}/straight.db")
    workshop = store.workshops.open(Plan(groups=maps), "los once puentes", now=0.0)
    took = []
    for k in range(CHANGES):
        for n in range(people):
            body = {"actor": {"id": f"x-{n}-{k}", "name": f"Actor {n} {k}", "kind": "justice"}}
            start = perf_counter()
            store.maps.append(
                MapId(workshop.groups[n % maps].map_id), Change(f"c-{n}-{k}", f"p-{n}", 0, "add", body), now=0.0
            )
            took.append((perf_counter() - start) * 1000)
    store.close()
    return took


def _p50_p95(took: list[float]) -> tuple[float, float]:
    cuts = quantiles(took, n=20)
    return cuts[9], cuts[18]


def main() -> None:
    print(f"{'people/maps, ms p50 and p95':<30}{'ack':>16}{'broadcast':>16}{'store alone':>16}{'ratio p50':>11}")
    for people, maps in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            ack, heard = live(people, maps, Path(folder))
            alone = straight(people, maps, Path(folder))
        cells = "".join(f"{a:>8.1f}{b:>8.1f}" for a, b in map(_p50_p95, (ack, heard, alone)))
        print(f"{f'{people}/{maps}':<30}{cells}{_p50_p95(ack)[0] / _p50_p95(alone)[0]:>11.1f}")


if __name__ == "__main__":
    main()
