"""`GET /own-map`: the map that a seat draws on, as a file to save."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from mapping.live.hub import Hub
from mapping.live.joining import refusal
from mapping.live.own_file import own_file


class Saving:
    """The request of a hub."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub

    async def own_map(self, request: Request) -> Response:
        """The file, for the seat that the cookie holds; another page's script cannot read it."""
        seat_id = request.query_params.get("seat")

        def saved(hub: Hub) -> tuple[str, bytes]:
            return own_file(hub, *hub.seat(request.cookies, seat_id))

        try:
            hub = await asyncio.to_thread(self._hub)
            name, content = await asyncio.get_running_loop().run_in_executor(hub.workers, saved, hub)
        except Exception as error:
            return refusal(error)
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return Response(content, media_type="application/json", headers=headers)
