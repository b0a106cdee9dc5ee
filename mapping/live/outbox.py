"""What is to be sent to one socket: filled from any thread, emptied by the socket's own loop."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

WAITING = 2_000  # messages; a client that is further behind reconnects and gets the whole map
TOO_SLOW = 1013


def text_of(message: dict[str, Any]) -> str:
    """A message as it goes over the wire."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


class Outbox:
    """Messages in the order in which they were put; closing comes after what was put before it."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[str | int] = asyncio.Queue()
        self.is_closed = False

    def put(self, text: str) -> None:
        """Add a message. Never waits."""
        if self._queue.qsize() > WAITING:
            self.close(TOO_SLOW)
        self._add(text)

    def close(self, code: int) -> None:
        """Close the socket with this code after what is waiting."""
        self._add(code)
        self.is_closed = True

    def _add(self, item: str | int) -> None:
        if self.is_closed:
            return
        try:
            self._loop.call_soon_threadsafe(self._queue.put_nowait, item)
        except RuntimeError:  # the loop has ended, and the socket with it
            self.is_closed = True

    async def __aiter__(self) -> AsyncIterator[str | int]:
        while True:
            item = await self._queue.get()
            yield item
            if isinstance(item, int):
                return
