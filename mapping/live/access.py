"""Who is who: signed cookies for seats, tokens for maps, tickets for doors, and whose page a request comes from."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from itsdangerous import BadSignature, URLSafeTimedSerializer

from mapping.errors import NotFound, Unidentified
from mapping.store import MapId, Seat, SeatId, Store, WorkshopId

TOKEN_SECONDS = 600
TICKET_SECONDS = 600
COOKIE_SECONDS = 60 * 86_400
DOOR_SECONDS = 86_400
DOOR = "door"  # the cookie that tells browsers apart behind one address, before they hold a seat
_SEAT = re.compile(r"s-[0-9a-f]{24}")
PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


def secret_beside(folder: Path) -> str:
    """`MAPPING_SECRET`, or one that is made once and kept in this folder, for its owner alone."""
    given = os.environ.get("MAPPING_SECRET")
    if given:
        return given
    path = folder / "secret.key"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        for _ in range(100):  # another server may be writing it this moment
            if text := path.read_text(encoding="ascii").strip():
                return text
        raise Unidentified(f"{path} is empty; delete it, and a new one is made") from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        made = secrets.token_hex(32)
        file.write(made + "\n")
    return made


def cookie_name(seat: str) -> str:
    """The name of a seat's cookie; each seat has its own, so that two tabs of one browser stay two seats."""
    return f"seat_{seat.removeprefix('s-')}"


class Keys:
    """Signs and reads what browsers carry. Nothing is secret in it, and nothing can be changed in it."""

    def __init__(self, secret: str) -> None:
        self._of = {
            name: URLSafeTimedSerializer(secret, salt=f"mapping.{name}") for name in ("seat", "token", "ticket", "door")
        }

    def _signed(self, name: str, value: dict[str, Any]) -> str:
        signed = self._of[name].dumps(value)
        return signed if isinstance(signed, str) else signed.decode("ascii")

    def _read(self, name: str, text: object, seconds: float) -> dict[str, Any]:
        if not isinstance(text, str) or not 0 < len(text) < 2_000 or not text.isascii():
            raise Unidentified(f"no {name}")
        try:
            value = self._of[name].loads(text, max_age=int(seconds))
        except BadSignature:
            raise Unidentified(f"this {name} does not hold (any more)") from None
        if not isinstance(value, dict):
            raise Unidentified(f"this {name} says nothing")
        return value

    def cookie(self, seat: Seat) -> str:
        return self._signed("seat", {"s": seat.id})

    def door(self, id: str) -> str:
        """Marks a browser for a day: random, and said to nobody else."""
        return self._signed("door", {"d": id})

    def door_read(self, text: object) -> str:
        """The mark of a browser, or nothing where it has none that we gave it."""
        try:
            return str(self._read("door", text, DOOR_SECONDS).get("d", ""))
        except Unidentified:
            return ""

    def token(self, seat: Seat, map_id: MapId) -> str:
        """Opens one map for one seat, for ten minutes."""
        return self._signed("token", {"s": seat.id, "m": map_id, "e": seat.epoch})

    def token_read(self, text: object) -> tuple[SeatId, MapId, int]:
        """Seat, map and epoch of a token, or Unidentified."""
        value = self._read("token", text, TOKEN_SECONDS)
        return value["s"], value["m"], value["e"]

    def ticket(self, workshop: WorkshopId, role: str, group: str | None, seat: SeatId) -> str:
        """A door that opens once: the seat it gives has its id already."""
        return self._signed("ticket", {"w": workshop, "r": role, "g": group, "s": seat})

    def ticket_read(self, text: object) -> tuple[WorkshopId, str, str | None, SeatId]:
        value = self._read("ticket", text, TICKET_SECONDS)
        return value["w"], value["r"], value["g"], value["s"]

    def seat(self, store: Store, cookies: Mapping[str, str], seat_id: str | None) -> Seat:
        """The seat that this browser holds, or Unidentified (no cookie, another's, or revoked)."""
        if not seat_id or not _SEAT.fullmatch(seat_id):
            raise Unidentified("no seat was named")
        value = self._read("seat", cookies.get(cookie_name(seat_id)), COOKIE_SECONDS)
        if value.get("s") != seat_id:
            raise Unidentified("this cookie belongs to another seat")
        return held(store, SeatId(seat_id))


def held(store: Store, seat_id: SeatId, epoch: int | None = None) -> Seat:
    """The seat, if its workshop still stands by it; else Unidentified."""
    try:
        seat = store.seats.read(seat_id)
        current = store.workshops.read(seat.workshop).epoch
    except NotFound:
        raise Unidentified("this seat is gone") from None
    if seat.epoch != current or epoch not in (None, current):
        raise Unidentified("this seat was revoked")
    return seat


def _place(scheme: str, netloc: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(f"//{netloc}")
        port = parts.port or PORTS.get(scheme)
    except ValueError:
        return None
    return (parts.hostname.lower().rstrip("."), port) if parts.hostname and port and not parts.username else None


def is_own_origin(origin: str | None, host: str | None) -> bool:
    """Whether a request comes from a page of this server: same host and port as asked for, or `MAPPING_BASE_URL`'s.

    A request without an Origin is nobody's page: browsers always send one where it matters.
    """
    if not origin or not host:
        return False
    parts = urlsplit(origin)
    here = _place(parts.scheme, parts.netloc)
    if parts.scheme not in ("http", "https") or here is None or parts.path not in ("", "/"):
        return False
    base = urlsplit(os.environ.get("MAPPING_BASE_URL", ""))
    known = [_place(parts.scheme, host)]
    if base.netloc and base.scheme == parts.scheme:
        known.append(_place(base.scheme, base.netloc))
    return here in known
