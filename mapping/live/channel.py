"""The WebSocket `/live`: one coroutine reads a socket, one writes it; what waits for the database waits in a thread."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from starlette.websockets import WebSocket, WebSocketDisconnect

from mapping.errors import MappingError, NotAllowed, NotFound, Refused, TooFast, Unidentified
from mapping.live import answers
from mapping.live.access import TOKEN_SECONDS, held, is_own_origin
from mapping.live.hub import Hub
from mapping.live.limits import BATCH_MESSAGE_BYTES, MESSAGE_BYTES, Bucket
from mapping.live.member import Member
from mapping.live.outbox import Outbox
from mapping.live.requests import REQUESTS, id_of
from mapping.live.room import Room
from mapping.live.wire import emptied_into

HELLO_SECONDS = 10.0
BREATH = 0.05  # seconds that a socket which is too fast has to wait before it is read again
Turns = WeakKeyDictionary[Room, asyncio.Lock]
_log = logging.getLogger(__name__)


class Expired(Refused):
    """The token's time is over; `renew` gives another."""

    reason = "expired"


class _Close(Exception):
    """Close the socket with this code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Channel:
    """The sockets of a hub."""

    def __init__(self, hub: Callable[[], Hub], *, hello_seconds: float = HELLO_SECONDS) -> None:
        self._hub, self._hello_seconds = hub, hello_seconds
        self._turns: Turns = WeakKeyDictionary()
        self._looks: Turns = WeakKeyDictionary()  # into the past, beside the others

    async def live(self, socket: WebSocket) -> None:
        """Take part in a map for as long as the socket lasts."""
        await socket.accept()
        if not is_own_origin(socket.headers.get("origin"), socket.headers.get("host")):
            await socket.close(answers.OTHER_ORIGIN)
            return
        try:
            hub = await asyncio.to_thread(self._hub)
        except Exception as error:  # the database is away: the client comes back
            _log.error("the database cannot be opened: %s", type(error).__name__)
            await socket.close(answers.FAILED)
            return
        outbox = Outbox()
        writer = asyncio.create_task(emptied_into(socket, outbox))
        try:
            room, member = await self._enter(hub, socket, outbox)
            try:
                await self._read(hub, socket, room, member)
            finally:
                await asyncio.shield(self._in_turn(hub, room, room.leave, member))
        except _Close as close:
            outbox.close(close.code)
        except WebSocketDisconnect:
            outbox.close(1000)
        except Exception as error:  # the client comes back and sends again what was not acknowledged
            _log.error("live socket failed: %s", type(error).__name__)  # the name only: messages may hold words
            hub.counts["failed"] += 1
            outbox.close(answers.FAILED)
        finally:
            await writer

    async def _enter(self, hub: Hub, socket: WebSocket, outbox: Outbox) -> tuple[Room, Member]:
        try:
            hello = _message(await asyncio.wait_for(_text(socket), self._hello_seconds))
        except TimeoutError:
            raise _Close(answers.NOT_UNDERSTOOD) from None
        since = hello.get("since", 0)
        if hello.get("type") != "hello" or not isinstance(since, int):
            raise _Close(answers.NOT_UNDERSTOOD)

        def entered() -> tuple[Room, Member]:
            seat, map_id = hub.entrant(hello.get("token"))
            member = Member(seat, outbox, hub.clock() + TOKEN_SECONDS, draws=hello.get("draws") is not False)
            room = hub.room(map_id)
            room.join(member, since)
            return room, member

        try:
            return await asyncio.get_running_loop().run_in_executor(hub.workers, entered)
        except (Unidentified, NotAllowed, NotFound) as error:
            if hub.knew(hello.get("token")):
                raise _Close(answers.ENDED) from None
            raise _Close(answers.NO_MAP if isinstance(error, NotFound) else answers.UNIDENTIFIED) from None

    async def _read(self, hub: Hub, socket: WebSocket, room: Room, member: Member) -> None:
        bucket = Bucket()
        while True:
            text = await _text(socket)
            message = _message(text)
            id = id_of(message)
            if not bucket.takes(asyncio.get_running_loop().time(), 1 + len(text) // MESSAGE_BYTES):
                hub.counts["refused_too_fast"] += 1
                member.send(answers.refused(id, TooFast("more than forty messages a second")))
                await asyncio.sleep(BREATH)
                continue
            try:
                await self._answer(hub, room, member, message)
            except NotFound:
                raise _Close(answers.ENDED if room.is_ended else answers.NO_MAP) from None
            except Unidentified:
                raise _Close(answers.UNIDENTIFIED) from None
            except MappingError as error:
                hub.counts[f"refused_{error.reason}"] += 1
                member.send(answers.refused(id, error))

    async def _answer(self, hub: Hub, room: Room, member: Member, message: dict[str, Any]) -> None:
        match message["type"]:
            case "ping":
                member.send({"type": "pong", "now": hub.clock()})
            case "renew":
                await self._in_turn(hub, room, _renew, hub, room, member)
            case type if type in REQUESTS:
                request = REQUESTS[type]
                if request.needs_token:
                    _holds(member, hub)
                if request.into_past:
                    _looks(member)
                turns = self._looks if request.into_past else self._turns
                await self._in_turn(hub, room, request.read(message), room, member, turns=turns)
            case _:
                raise _Close(answers.NOT_UNDERSTOOD)

    async def _in_turn(
        self, hub: Hub, room: Room, does: Callable[..., None], *args: Any, turns: Turns | None = None
    ) -> None:
        """Run this in a thread, one at a time for each room, so that a slow room takes no more than one thread, and
        one more for those who look into its past."""
        async with (self._turns if turns is None else turns).setdefault(room, asyncio.Lock()):
            await asyncio.get_running_loop().run_in_executor(hub.workers, does, *args)


async def _text(socket: WebSocket) -> str:
    """The next message. Closes 1009 when it is larger than any may be, 4400 when it is no text."""
    received = await socket.receive()
    if received["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(received.get("code", 1000))
    text = received.get("text")
    if not isinstance(text, str):
        raise _Close(answers.NOT_UNDERSTOOD)
    if len(text) > BATCH_MESSAGE_BYTES or len(text.encode("utf-8", "replace")) > BATCH_MESSAGE_BYTES:
        raise _Close(answers.TOO_LARGE)
    return text


def _message(text: str) -> dict[str, Any]:
    """A message as an object with a type; closes 4400 when it is none, 1009 when only a batch may be so large."""
    try:
        message = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _Close(answers.NOT_UNDERSTOOD) from None
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise _Close(answers.NOT_UNDERSTOOD)
    change = message.get("change")
    is_batch = isinstance(change, dict) and change.get("op") == "batch"
    if not is_batch and len(text.encode("utf-8", "replace")) > MESSAGE_BYTES:
        raise _Close(answers.TOO_LARGE)
    return message


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number of JSON")


def _looks(member: Member) -> None:
    if not member.looks.takes(asyncio.get_running_loop().time()):
        raise TooFast("more than four looks into the past a second")


def _holds(member: Member, hub: Hub) -> None:
    if hub.clock() > member.expires:
        raise Expired("the token's ten minutes are over; renew it and send again")


def _renew(hub: Hub, room: Room, member: Member) -> None:
    """A new token for as long as the seat holds; Unidentified when it does not."""
    seat = held(hub.store, member.seat.id)
    try:
        token = hub.token(seat, room.map_id)
    except NotAllowed:
        raise Unidentified("this seat may not see this map any more") from None
    member.expires = hub.clock() + TOKEN_SECONDS
    member.send({"type": "token", "token": token, "expires": TOKEN_SECONDS})
