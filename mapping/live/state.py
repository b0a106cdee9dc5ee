"""`GET /health` and `GET /metrics`: whether the server works, and how much it does. Numbers only, no words."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

import mapping
from mapping.live.hub import Hub

PATIENCE = 5.0  # seconds that the database may take to answer


class State:
    """The two requests of a hub."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub

    async def health(self, request: Request) -> Response:
        """200 when server and database answer, else 503."""
        loop = asyncio.get_running_loop()
        try:
            answers = await asyncio.wait_for(loop.run_in_executor(None, self._answers), PATIENCE)
        except TimeoutError:
            answers = False
        status = {"status": "ok" if answers else "unavailable", "database": "ok" if answers else "unavailable"}
        return JSONResponse(
            {**status, "version": program_version()},
            status_code=200 if answers else 503,
            headers={"Cache-Control": "no-store"},
        )

    def _answers(self) -> bool:
        try:
            return self._hub().store.database.answers()
        except Exception:  # it cannot even be opened
            return False

    async def metrics(self, request: Request) -> Response:
        """Counts for Prometheus."""
        try:
            hub = await asyncio.to_thread(self._hub)
        except Exception:  # the database cannot be opened
            return PlainTextResponse("unavailable", status_code=503)
        return PlainTextResponse(metrics_text(hub), media_type="text/plain; version=0.0.4")


def metrics_text(hub: Hub) -> str:
    """The hub's counts as Prometheus reads them."""
    rooms = hub.open_rooms()
    counts = hub.counts + sum((room.counts for room in rooms), Counter())
    rows = [
        ("sectormap_rooms", "gauge", "Maps that are open", {"": len(rooms)}),
        ("sectormap_sockets", "gauge", "Live sockets", {"": sum(len(room.members) for room in rooms)}),
        ("sectormap_changes_total", "counter", "Changes stored", {"": counts["stored"]}),
        ("sectormap_joined_total", "counter", "Seats taken", {"": counts["joined"]}),
        ("sectormap_failed_total", "counter", "Sockets closed by a fault", {"": counts["failed"]}),
        ("sectormap_refused_total", "counter", "Changes refused", {
            f'{{reason="{name.removeprefix("refused_")}"}}': n
            for name, n in sorted(counts.items()) if name.startswith("refused_")
        }),
    ]  # fmt: skip
    lines = []
    for name, kind, help, values in rows:
        lines += [f"# HELP {name} {help}.", f"# TYPE {name} {kind}", *(f"{name}{k} {v}" for k, v in values.items())]
    return "\n".join(lines) + "\n"


def program_version() -> str:
    """The program's version, as its package says."""
    try:
        return version("sector-map")
    except PackageNotFoundError:
        return getattr(mapping, "__version__", "0.1.0")
