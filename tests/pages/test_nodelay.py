"""What the server accepts sends at once, on a socket that was bound as Streamlit binds its own."""

import asyncio
import socket
from typing import Any, cast

import pytest

from mapping.ui import server


async def _accepted_sends_at_once() -> bool:
    loop = asyncio.get_running_loop()
    told: asyncio.Future[int] = loop.create_future()

    class Report(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            accepted: socket.socket = transport.get_extra_info("socket")
            told.set_result(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            cast(asyncio.Transport, transport).close()

    with socket.socket(family=socket.AF_INET) as bound:
        bound.bind(("127.0.0.1", 0))
        listening = await loop.create_server(Report, sock=bound)
        _, writer = await asyncio.open_connection(*bound.getsockname())
        sends_at_once = bool(await told)
        writer.close()
        listening.close()
    return sends_at_once


def test_what_is_accepted_sends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_begin", lambda: None)
    monkeypatch.setattr(server, "_sweep", lambda: asyncio.sleep(0))
    monkeypatch.setattr(server, "close_hub", lambda: None)

    async def serve() -> bool:
        async with server.lifespan(cast(Any, None)):
            return await _accepted_sends_at_once()

    assert asyncio.run(serve())
