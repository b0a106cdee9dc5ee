"""TCP_NODELAY on what the server accepts: without it every answer after a connection's first waits some 40 ms.

Streamlit binds its socket itself and leaves the protocol at 0; asyncio then takes accepted connections for something
other than TCP and leaves Nagle's algorithm on (uvicorn, issue 3149). What is accepted inherits the listener's option.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Any


def set_on_listeners(loop: asyncio.AbstractEventLoop) -> None:
    """Have every TCP socket that this loop is given to listen on send at once. Called before the server listens."""
    create = loop.create_server

    async def create_server(*args: Any, sock: socket.socket | None = None, **options: Any) -> Any:
        if sock is not None and sock.family in (socket.AF_INET, socket.AF_INET6):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return await create(*args, sock=sock, **options)

    loop.create_server = create_server  # type: ignore[method-assign]
