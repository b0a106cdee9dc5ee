"""`POST /join` and `POST /token`: a code or a ticket becomes a seat, a seat's cookie becomes a map's token."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Callable
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from mapping.errors import MappingError, NotAllowed, NotFound, TooFast, Unidentified
from mapping.live.access import COOKIE_SECONDS, TOKEN_SECONDS, cookie_name, is_own_origin
from mapping.live.hub import Hub
from mapping.store import MapId, Seat, Workshop

BODY_BYTES = 4_096
STATUS: dict[type[MappingError], int] = {NotFound: 404, TooFast: 429, NotAllowed: 403, Unidentified: 401}
T = TypeVar("T")
_log = logging.getLogger(__name__)
PAGES = {"participant": "build", "facilitator": "workshop", "projector": "projector", "observer": "wall"}


class Joining:
    """The two requests of a hub."""

    def __init__(self, hub: Callable[[], Hub]) -> None:
        self._hub = hub

    async def join(self, request: Request) -> Response:
        """Take a seat: `{"code"}` or `{"ticket"}`."""
        if not _is_own(request):
            return _error(403, "other_origin")
        body = await _body(request)
        code, ticket = body.get("code"), body.get("ticket")
        address = request.client.host if request.client else "?"

        def joined(hub: Hub) -> tuple[Seat, Workshop]:
            if isinstance(ticket, str):
                return hub.join_ticket(ticket)
            if isinstance(code, str):
                return hub.join_code(code, address)
            raise NotFound("no code and no ticket")

        try:
            hub, (seat, workshop) = await self._asked(joined)
        except Exception as error:
            return _refused(error)
        hub.counts["joined"] += 1
        response = JSONResponse({
            "seat": seat.id, "role": seat.role, "group": seat.group,
            "map": workshop.group(seat.group).map_id if seat.group else None,
            "to": f"/{PAGES[seat.role]}?seat={seat.id}",
        })  # fmt: skip
        response.set_cookie(
            cookie_name(seat.id), hub.keys.cookie(seat), max_age=COOKIE_SECONDS, httponly=True, samesite="lax",
            secure=_is_secure(request),
        )  # fmt: skip
        return response

    async def token(self, request: Request) -> Response:
        """A token for a map, for the seat that the cookie holds."""
        if not _is_own(request):
            return _error(403, "other_origin")
        seat_id, map_id = request.query_params.get("seat"), request.query_params.get("map")

        def signed(hub: Hub) -> str:
            seat, workshop = hub.seat(request.cookies, seat_id)
            wanted = map_id or (workshop.group(seat.group).map_id if seat.group else "")
            return hub.token(seat, MapId(wanted))

        try:
            _, token = await self._asked(signed)
        except Exception as error:
            return _refused(error)
        return JSONResponse({"token": token, "expires": TOKEN_SECONDS}, headers={"Cache-Control": "no-store"})

    async def _asked(self, does: Callable[[Hub], T]) -> tuple[Hub, T]:
        hub = await asyncio.to_thread(self._hub)
        try:
            return hub, await asyncio.get_running_loop().run_in_executor(hub.workers, does, hub)
        except MappingError as error:
            hub.counts[f"join_{error.reason}"] += 1
            raise


async def _body(request: Request) -> dict[str, Any]:
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > BODY_BYTES:
            return {}
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _is_own(request: Request) -> bool:
    return is_own_origin(request.headers.get("origin"), request.headers.get("host"))


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https" or os.environ.get("MAPPING_BASE_URL", "").startswith("https:")


def _refused(error: Exception) -> Response:
    """What was refused, in its word; what failed (the database is away), as 503: try again."""
    if not isinstance(error, MappingError):
        _log.error("a seat or token could not be given: %s", type(error).__name__)
        return _error(503, "unavailable")
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return _error(status, error.reason)


def _error(status: int, reason: str) -> Response:
    return JSONResponse({"error": reason}, status_code=status, headers={"Cache-Control": "no-store"})
