"""Marks each browser that opens a page, so that wrong codes are counted by browser and not by a whole room's address.

The mark is random, signed, gone when the browser closes and worth nothing after a day; no page and no script reads it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapping.live.access import DOOR
from mapping.live.hub import Hub

_log = logging.getLogger(__name__)


class Doorstep:
    """Gives the mark with the first page that a browser asks for."""

    def __init__(self, app: ASGIApp, hub: Callable[[], Hub]) -> None:
        self.app, self._hub = app, hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        mark = await asyncio.to_thread(self._mark, HTTPConnection(scope)) if _is_page(scope) else None
        if mark is None:
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = Response()
                answer.set_cookie(DOOR, mark, httponly=True, samesite="lax", secure=scope["scheme"] == "https")
                MutableHeaders(raw=message["headers"]).append("set-cookie", answer.headers["set-cookie"])
            await send(message)

        await self.app(scope, receive, sent)

    def _mark(self, request: HTTPConnection) -> str | None:
        try:
            hub = self._hub()
            if hub.keys.door_read(request.cookies.get(DOOR)):
                return None
            return hub.new_door(request.client.host if request.client else "?")
        except Exception as error:  # the page comes without it, and says itself what is away
            _log.error("a browser could not be marked: %s", type(error).__name__)
            return None


def _is_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    accepts: bytes = dict(scope["headers"]).get(b"accept", b"")
    return b"text/html" in accepts
