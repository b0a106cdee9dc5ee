"""`GET /own-map`: the map that a seat draws on, as a file to save."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from mapping.errors import TooFast
from mapping.live.hub import Hub
from mapping.live.joining import refusal
from mapping.live.limits import SAVES_A_MINUTE, Attempts
from mapping.live.own_file import own_file


class Saving:
    """The request of a hub."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub
        self._saved, self._turn = Attempts(most=SAVES_A_MINUTE), asyncio.Lock()  # a long past is work

    async def own_map(self, request: Request) -> Response:
        """The file, for the seat that the cookie holds; another page's script cannot read it. One is made after the
        other, so that a script that asks for many takes no more than one thread."""
        seat_id = request.query_params.get("seat")

        def saved(hub: Hub) -> tuple[str, bytes]:
            seat, workshop = hub.seat(request.cookies, seat_id)
            if self._saved.is_blocked(seat.id, hub.clock()):
                raise TooFast("this map was saved many times within a minute")
            self._saved.wrong(seat.id, hub.clock())
            return own_file(hub, seat, workshop)

        try:
            hub = await asyncio.to_thread(self._hub)
            async with self._turn:
                name, content = await asyncio.get_running_loop().run_in_executor(hub.workers, saved, hub)
        except Exception as error:
            return refusal(error)
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(content, media_type="application/json", headers=headers)
