"""One socket in a room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mapping.live.limits import LOOKS_A_SECOND, LOOKS_AT_ONCE, Bucket
from mapping.live.outbox import Outbox, text_of
from mapping.store import Seat


@dataclass(eq=False)
class Member:
    """A seat's socket: what goes out, what it has in hand, and until when its token holds."""

    seat: Seat
    outbox: Outbox
    expires: float
    selected: str | None = None
    draws: bool = True  # or proposes and sees
    editing: str | None = None  # the property of it that the member has in hand
    looks: Bucket = field(default_factory=lambda: Bucket(LOOKS_A_SECOND, LOOKS_AT_ONCE))  # into the past

    def send(self, message: dict[str, Any]) -> None:
        self.outbox.put(text_of(message))
