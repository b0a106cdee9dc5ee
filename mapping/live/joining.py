"""`POST /join` and `POST /token`: a code or a ticket becomes a seat, a seat's cookie becomes a map's token."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from mapping.errors import MappingError, NotFound, Refused, TooFast, Unidentified
from mapping.live.access import COOKIE_SECONDS, DOOR, TOKEN_SECONDS, cookie_name, is_own_origin
from mapping.live.doors import Caller
from mapping.live.hub import Hub
from mapping.store import MapId, Seat, Workshop

BODY_BYTES = 4_096
STATUS: dict[type[MappingError], int] = {NotFound: 404, TooFast: 429, Refused: 403, Unidentified: 401}
T = TypeVar("T")
_log = logging.getLogger(__name__)
PAGES = {"participant": "build", "facilitator": "workshop", "projector": "projector", "observer": "wall"}
SCREENS = ("projector", "observer")  # what the code of the room's screen opens


class Slowed(NotFound):
    """A code that opens nothing, and how long the answer is to wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__("no such code")
        self.seconds = seconds


@dataclass(frozen=True)
class Joined:
    """What came of a request: a seat; or seats that this browser holds there; or neither, for the room's screen."""

    seat: Seat | None
    workshop: Workshop
    held: tuple[Seat, ...] = ()
    dead: tuple[str, ...] = ()  # names of cookies

    def answer(self) -> dict[str, Any]:
        """The same as JSON."""
        if self.seat is not None:
            seat, group = self.seat, self.seat.group
            map_id = self.workshop.group(group).map_id if group else None
            to = f"/{PAGES[seat.role]}?seat={seat.id}"
            return {"seat": seat.id, "role": seat.role, "group": group, "map": map_id, "to": to}
        if self.held:
            return {"held": [held_row(seat) for seat in self.held]}
        return {"screen": list(SCREENS)}


def held_row(seat: Seat) -> dict[str, Any]:
    """A seat that a browser holds, for it to offer."""
    return {"seat": seat.id, "group": seat.group, "number": seat.number, "to": f"/{PAGES[seat.role]}?seat={seat.id}"}


class Joining:
    """The two requests of a hub."""

    def __init__(self, hub: Callable[[], Hub], sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._hub, self._sleep = hub, sleep

    async def join(self, request: Request) -> Response:
        """Take a seat: `{"ticket"}`, or `{"code"}`, which a browser that holds a seat there is first asked about."""
        if not _is_own(request):
            return refused(403, "other_origin")
        body = await _body(request)
        code, ticket = body.get("code"), body.get("ticket")
        address = request.client.host if request.client else "?"

        def joined(hub: Hub) -> Joined:
            held, dead = hub.held(request.cookies)
            if isinstance(ticket, str):
                return Joined(*hub.join_ticket(ticket), dead=dead)
            if not isinstance(code, str):
                raise NotFound("no code and no ticket")
            caller = Caller(address, hub.keys.door_read(request.cookies.get(DOOR)), bool(held))
            try:
                workshop, group = hub.opened_by(code, caller)
            except NotFound:
                raise Slowed(hub.held_back(caller)) from None
            here = tuple(s for s in held if s.workshop == workshop.id and s.group == (group.number if group else None))
            if group is None:
                role = body.get("as")
                if role not in SCREENS:
                    return Joined(None, workshop, dead=dead)
                same = next((s for s in here if s.role == role), None)
                return Joined(same or hub.take(workshop, role), workshop, dead=dead)
            here = tuple(s for s in here if s.role == "participant")
            if here and body.get("new") is not True:
                return Joined(None, workshop, here, dead)
            return Joined(hub.take(workshop, "participant", group.number), workshop, dead=dead)

        try:
            hub, found = await self._asked(joined)
        except Slowed as error:
            await self._sleep(error.seconds)
            return refusal(error)
        except Exception as error:
            return refusal(error)
        response = JSONResponse(found.answer())
        if found.seat is not None:
            hub.counts["joined"] += 1
            response.set_cookie(
                cookie_name(found.seat.id), hub.keys.cookie(found.seat), max_age=COOKIE_SECONDS, httponly=True,
                samesite="lax", secure=_is_secure(request),
            )  # fmt: skip
        for name in found.dead:  # else every seat ever taken goes along with every request
            response.delete_cookie(name)
        return response

    async def token(self, request: Request) -> Response:
        """A token for a map, for the seat that the cookie holds."""
        if not _is_own(request):
            return refused(403, "other_origin")
        seat_id, map_id = request.query_params.get("seat"), request.query_params.get("map")

        def signed(hub: Hub) -> str:
            seat, workshop = hub.seat(request.cookies, seat_id)
            wanted = map_id or (workshop.group(seat.group).map_id if seat.group else "")
            return hub.token(seat, MapId(wanted))

        try:
            _, token = await self._asked(signed)
        except Exception as error:
            return refusal(error)
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


def refusal(error: Exception) -> Response:
    """What was refused, in its word; what failed (the database is away), as 503: try again."""
    if not isinstance(error, MappingError):
        _log.error("a request could not be answered: %s", type(error).__name__)
        return refused(503, "unavailable")
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    return refused(status, error.reason)


def refused(status: int, reason: str) -> Response:
    return JSONResponse({"error": reason}, status_code=status, headers={"Cache-Control": "no-store"})
