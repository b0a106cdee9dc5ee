"""One socket in a room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mapping.live.outbox import Outbox, text_of
from mapping.store import Seat


@dataclass(eq=False)
class Member:
    """A seat's socket: what goes out, what it has in hand, and until when its token holds."""

    seat: Seat
    outbox: Outbox
    expires: float
    selected: str | None = None

    def send(self, message: dict[str, Any]) -> None:
        self.outbox.put(text_of(message))
