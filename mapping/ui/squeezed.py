"""The shell's own scripts and sheets, packed: Streamlit sends them as they are, two and a half megabytes to each phone.

Each file is packed once, when it is first asked for, and then kept; packing per answer is what Streamlit avoids.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static" / "static"
TYPES = {".js": "text/javascript", ".css": "text/css"}
HEADERS = {
    "Content-Encoding": "gzip",
    "Vary": "Accept-Encoding",
    "Cache-Control": "public, immutable, max-age=31536000",  # their names change with what is in them
}


@cache
def known() -> dict[str, Path]:
    """The files that are worth it, by the paths they are asked for at."""
    files = (p for p in STATIC.rglob("*") if p.suffix in TYPES and p.is_file())
    return {f"/static/{p.relative_to(STATIC).as_posix()}": p for p in files}


@cache
def packed(path: Path) -> bytes:
    """A file, packed."""
    return gzip.compress(path.read_bytes(), mtime=0)


class Squeezed:
    """Answers for these files itself where the browser unpacks; everything else goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = known().get(scope["path"]) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        headers = Headers(scope=scope) if file else None
        if file is None or headers is None or "gzip" not in headers.get("accept-encoding", "") or "range" in headers:
            await self.app(scope, receive, send)
            return
        body = await run_in_threadpool(packed, file)
        await Response(body, media_type=TYPES[file.suffix], headers=HEADERS)(scope, receive, send)
