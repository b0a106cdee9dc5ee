"""The server: Streamlit's pages, the live channel, health and the browser's files as one ASGI app (`app.py`)."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute

from mapping import scenario
from mapping.live import close_hub, hub
from mapping.live.bell import Bell
from mapping.live.channel import Channel
from mapping.live.joining import Joining
from mapping.live.saving import Saving
from mapping.live.state import State
from mapping.ui import assets, network_page, nodelay, proxies, taking
from mapping.ui.doorstep import Doorstep
from mapping.ui.headers import Guard
from mapping.ui.network_addresses import addresses
from mapping.ui.squeezed import Squeezed

SWEEP_SECONDS = 3_600
HEAVY = (
    "networkx", "pandas", "pyvis.network", "mapping.analysis", "mapping.compare", "mapping.render", "mapping.export",
    "mapping.imports",
)  # fmt: skip
_log = logging.getLogger(__name__)


def routes() -> list[BaseRoute]:
    """Everything that is not a page."""
    joining, state = Joining(hub), State(hub)
    return [
        Route("/join", joining.join, methods=["POST"]),
        Route("/token", joining.token, methods=["POST"]),
        Route("/own-map", Saving(hub).own_map, methods=["GET"]),
        Route("/health", state.health, methods=["GET"]),
        Route("/metrics", state.metrics, methods=["GET"]),
        WebSocketRoute("/live", Channel(hub).live),
        WebSocketRoute("/bell", Bell(hub).line),
        *network_page.routes(),
        *assets.routes(),
    ]


def middleware() -> list[Middleware]:
    """What is around every answer."""
    proxies.trust_only_named()
    return [Middleware(Guard), Middleware(Doorstep, hub=hub), Middleware(Squeezed)]


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """Open the store and load what pages need before anybody waits for it; end what was kept long enough."""
    nodelay.set_on_listeners(asyncio.get_running_loop())
    await asyncio.to_thread(_begin)
    sweeper = asyncio.create_task(_sweep())
    for line in welcome():
        print(line, flush=True)
    yield None
    sweeper.cancel()
    with suppress(asyncio.CancelledError):
        await sweeper
    await asyncio.to_thread(close_hub)


def _begin() -> None:
    try:
        hub()
    except Exception as error:  # it is tried again when somebody comes; /health says so until then
        print(f"\n  The database cannot be opened ({type(error).__name__}): is its folder there, may it be written?")
        _log.error("the database cannot be opened: %s", type(error).__name__)
    for module in HEAVY:
        importlib.import_module(module)
    for name in scenario.shipped():
        assets.catalogue(name)
    assets.version()
    gc.collect()
    gc.freeze()  # what is loaded now stays; the collector need not look at it again


async def _sweep() -> None:
    while True:
        try:
            ended = await asyncio.to_thread(hub().sweep)
            if ended:
                taking.forget()
                _log.info("ended %d workshops whose time to be kept was over", len(ended))
        except Exception as error:  # the next hour tries again
            _log.error("sweeping failed: %s", type(error).__name__)
        await asyncio.sleep(SWEEP_SECONDS)


def welcome() -> list[str]:
    """Where the server can be reached: here, and from other machines of the room's network. Asks nobody."""
    port = st.get_option("server.port")
    known = os.environ.get("MAPPING_BASE_URL")
    here = [known] if known else [f"http://localhost:{port}", *(f"http://{a}:{port}" for a in addresses())]
    return ["", "  Sector Map", *(f"  {address}" for address in here), ""]
