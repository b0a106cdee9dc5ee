"""A network that can be pulled like a cable: nothing goes through any more, and nobody is told."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Cable:
    """A way to a server on the loopback. While it is `cut`, bytes wait on both sides and no connection is closed."""

    def __init__(self, to: int) -> None:
        self.to, self.port = to, 0
        self._loop = asyncio.new_event_loop()
        self._whole = asyncio.Event()

    def cut(self) -> None:
        self._loop.call_soon_threadsafe(self._whole.clear)

    def mend(self) -> None:
        self._loop.call_soon_threadsafe(self._whole.set)

    async def _serve(self, ready: threading.Event) -> None:
        self._whole.set()
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        with suppress(asyncio.CancelledError):
            await server.serve_forever()

    async def _connect(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            await self._whole.wait()
            far, on = await asyncio.open_connection("127.0.0.1", self.to)
            await asyncio.gather(self._carry(near, on), self._carry(far, back))

    async def _carry(self, reads: asyncio.StreamReader, writes: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reads.read(65536):
                await self._whole.wait()
                writes.write(data)
                await writes.drain()
        with suppress(OSError):
            writes.close()

    def run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._main = self._loop.create_task(self._serve(ready))
        self._loop.run_until_complete(self._main)
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._main.cancel)


@contextmanager
def cable(to: int) -> Iterator[Cable]:
    """A cable to the server on this port, whole at first."""
    made, ready = Cable(to), threading.Event()
    thread = threading.Thread(target=made.run, args=(ready,), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield made
    finally:
        made.close()
        thread.join(10)
