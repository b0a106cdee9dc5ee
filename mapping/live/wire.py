"""What goes out over one socket."""

from __future__ import annotations

from starlette.websockets import WebSocket, WebSocketDisconnect

from mapping.live.answers import FAILED
from mapping.live.outbox import Outbox


async def emptied_into(socket: WebSocket, outbox: Outbox) -> None:
    """Send what comes into the outbox until it is closed, or the other side is gone."""
    try:
        async for item in outbox:
            if isinstance(item, int):
                await socket.close(item)
            else:
                await socket.send_text(item)
    except (WebSocketDisconnect, RuntimeError, OSError):
        outbox.is_closed = True  # the reader hears of it too
    except ValueError:  # what no socket can carry: better closed than silent
        outbox.is_closed = True
        await socket.close(FAILED)
