"""What every answer says to the browser about itself, and whose pages may ask at all."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mapping.live import is_own_origin

SAFE = ("GET", "HEAD", "OPTIONS")
OWN_CHECK = ("/live", "/join", "/token")  # these answer another origin in their own words
_HOST = re.compile(r"[A-Za-z0-9.\-_\[\]:]{1,255}")


def policy(host: str) -> str:
    """The Content-Security-Policy: nothing from anywhere but this server.

    Streamlit's page needs inline styles and scripts, components from blob: addresses and, for its charts, eval;
    what counts here is that none of it can fetch from or send to another address.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return "; ".join((
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' data: blob:",
        f"connect-src 'self' data: blob:{sockets}",
        "worker-src 'self' blob:",
        "frame-src 'self' data: blob:",
        "frame-ancestors 'self'",
        "form-action 'self'",
        "base-uri 'self'",
        "object-src 'none'",
    ))  # fmt: skip


class Guard:
    """Adds the security headers, and turns away what comes from another site's page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if _is_foreign(scope, headers):
            if scope["type"] == "websocket":
                await receive()
                await send({"type": "websocket.close", "code": 1008})
            else:
                await PlainTextResponse("another origin", status_code=403)(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(message, headers.get("host", ""))
            await send(message)

        await self.app(scope, receive, sent)


def _is_foreign(scope: Scope, headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None or scope["path"] in OWN_CHECK or (scope["type"] == "http" and scope["method"] in SAFE):
        return False
    return not is_own_origin(origin, headers.get("host"))


def _add(message: MutableMapping[str, Any], host: str) -> None:
    headers = MutableHeaders(raw=message["headers"])
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Content-Security-Policy"] = policy(host)
