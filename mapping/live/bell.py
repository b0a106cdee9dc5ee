"""`GET /bell`: a line to the room's screen that says at once that the day has moved, and whether all is covered.

What that screen shows of several maps is drawn by its page, which no map's socket may reach: it would see a map that is
not projected. Nothing of any map, and nothing that anybody wrote, ever goes over this line.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from starlette.websockets import WebSocket

from mapping.errors import MappingError, Unidentified
from mapping.live import answers
from mapping.live.outbox import TOO_SLOW, Outbox, text_of
from mapping.live.wire import emptied_into
from mapping.store import SeatId, Workshop, WorkshopId

if TYPE_CHECKING:
    from mapping.live.hub import Hub

LINES_OF_A_SEAT = 4  # tabs, and lines that died unnoticed; above that the oldest goes
_log = logging.getLogger(__name__)


class Bells:
    """The lines of every workshop. For any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._lines: dict[WorkshopId, list[tuple[SeatId, Outbox]]] = {}

    def add(self, workshop: Workshop, seat: SeatId, line: Outbox) -> None:
        """One more line of a seat; it says at once how the day stands."""
        with self._lock:
            lines = self._lines.setdefault(workshop.id, [])
            lines.append((seat, line))
            for oldest in [each for each in lines if each[0] == seat][:-LINES_OF_A_SEAT]:
                lines.remove(oldest)
                oldest[1].close(TOO_SLOW)
        line.put(_said(workshop))

    def remove(self, workshop: WorkshopId, line: Outbox) -> None:
        """The other side is gone."""
        with self._lock:
            lines = [each for each in self._lines.pop(workshop, ()) if each[1] is not line]
            if lines:
                self._lines[workshop] = lines

    def ring(self, workshop: Workshop) -> None:
        """The day has moved."""
        for line in self._of(workshop.id):
            line.put(_said(workshop))

    def silence(self, workshop: WorkshopId, code: int) -> None:
        """The seats hold no more, or the workshop is over."""
        for line in self._of(workshop):
            line.close(code)

    def _of(self, workshop: WorkshopId) -> list[Outbox]:
        with self._lock:
            return [line for _, line in self._lines.get(workshop, ())]


class Bell:
    """The sockets of a hub."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub

    async def line(self, socket: WebSocket) -> None:
        """Ring for as long as the socket lasts, for who leads or looks; what it says itself is not understood."""
        await socket.accept()
        outbox = Outbox()

        def entered() -> tuple[Hub, WorkshopId]:
            hub = self._hub()
            seat, workshop = hub.seat(socket.cookies, socket.query_params.get("seat"))
            if seat.role == "participant":
                raise Unidentified("a table has lines of its own")
            hub.listen(seat, outbox)
            return hub, workshop.id

        try:
            hub, workshop = await asyncio.to_thread(entered)
        except MappingError:
            await socket.close(answers.UNIDENTIFIED)
            return
        except Exception as error:  # the database is away: the page asks again
            _log.error("the bell has no line: %s", type(error).__name__)
            await socket.close(answers.FAILED)
            return
        writer = asyncio.create_task(emptied_into(socket, outbox))
        try:
            if (await socket.receive())["type"] != "websocket.disconnect":
                outbox.close(answers.NOT_UNDERSTOOD)
        finally:
            hub.bells.remove(workshop, outbox)
            outbox.close(1000)
            await writer


def _said(workshop: Workshop) -> str:
    return text_of({"hidden": workshop.day.hidden})
