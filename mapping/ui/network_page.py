"""`GET /reach/<key>`: the small page that a phone opens to show that it reaches this server; without Streamlit.

The page tells the server that it came (`POST`), then opens the same kind of line that drawing needs and says whether
an answer came over it. Nothing about the device is kept but its address and a number that its browser makes up.
"""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from mapping import i18n
from mapping.live import hub
from mapping.ui.markup import Html, tag

_DEVICE = re.compile(r"[0-9a-z]{8,32}")
_LOOK = Path(__file__).parent / "look"
LINE_SECONDS = 3_600.0


def routes() -> list[BaseRoute]:
    """The page, what it tells, and its line; and the short way to the door that can be typed."""
    return [
        Route("/reach/{key}", _page, methods=["GET"]),
        Route("/reach/{key}/here", _here, methods=["POST"]),
        WebSocketRoute("/reach/{key}/line", _line),
        Route("/s/{code}", _screen, methods=["GET"]),
    ]


async def _page(request: Request) -> Response:
    language = request.query_params.get("lang")
    t = i18n.translate(language if language in i18n.languages() else i18n.DEFAULT)
    live = hub()
    if not live.reach.is_open(request.path_params["key"], live.clock()):
        body = tag("main", tag("h1", t("network.phone.over")), tag("p", t("network.phone.over_text")))
        return _html(t.language, t("network.phone.title"), body, 404)
    steps = [
        tag("li", tag("b", "…", aria_hidden="true"), tag("span", t(f"network.phone.{name}")), id=name)
        for name in ("page", "line")
    ]
    says = tag("p", t("network.phone.trying"), id="says", role="status")
    data = {name: t(f"network.phone.{name}") for name in ("works", "no_line", "lost")}
    script = (_LOOK / "reach.js").read_text(encoding="utf-8")
    known = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    body = tag(
        "main", tag("h1", t("network.phone.title")), tag("ol", steps), says,
        tag("script", Html(f"const words = {known};\n{script}")),
    )  # fmt: skip
    return _html(t.language, t("network.phone.title"), body)


def _html(language: str, title: str, body: Html, status: int = 200) -> Response:
    css = (_LOOK / "reach.css").read_text(encoding="utf-8")
    meta = Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">')
    head = tag("head", meta, tag("title", title), tag("style", Html(css)))
    text = f"<!doctype html>{tag('html', head, tag('body', body), lang=language)}"
    return HTMLResponse(text, status, headers={"Cache-Control": "no-store"})


def _seen(key: str, device: object, address: str, *, line: bool = False) -> bool:
    if not isinstance(device, str) or not _DEVICE.fullmatch(device):
        return False
    live = hub()
    return live.reach.seen(key, device, address, live.clock(), line=line)


async def _here(request: Request) -> Response:
    address = request.client.host if request.client else "?"
    known = _seen(request.path_params["key"], request.query_params.get("device"), address)
    return JSONResponse({"known": known}, 200 if known else 404, headers={"Cache-Control": "no-store"})


async def _line(socket: WebSocket) -> None:
    """Answers what is said with the same; what comes back over it is what counts."""
    key, device = socket.path_params["key"], socket.query_params.get("device")
    address = socket.client.host if socket.client else "?"
    if not _seen(key, device, address):
        await socket.close(4404)
        return
    await socket.accept()
    try:
        async with asyncio.timeout(LINE_SECONDS):
            while True:
                said = await socket.receive_text()
                if said == "heard" and not _seen(key, device, address, line=True):
                    break
                await socket.send_text(said[:16])
        await socket.close(4404)
    except (WebSocketDisconnect, TimeoutError, RuntimeError):
        return


async def _screen(request: Request) -> Response:
    """`/s/<code>` is what one types on a second computer; the door is at `/?code=`."""
    code = "".join(c for c in request.path_params["code"].upper() if c.isascii() and c.isalnum())[:12]
    return PlainTextResponse("", 303, headers={"Location": f"/?code={code}", "Cache-Control": "no-store"})
