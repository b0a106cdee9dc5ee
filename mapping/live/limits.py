"""How fast anybody may go: messages on a socket, wrong codes from an address."""

from __future__ import annotations

from collections import deque
from threading import Lock

MESSAGES_A_SECOND, MESSAGES_AT_ONCE = 40.0, 400.0
LOOKS_A_SECOND, LOOKS_AT_ONCE = 4.0, 24.0  # into the past: each may mean working a map out
WRONG_A_MINUTE, WINDOW = 10, 60.0
SAVES_A_MINUTE = 12  # of a seat's own map as a file
MESSAGE_BYTES, BATCH_MESSAGE_BYTES = 16_384, 1_048_576
ADDRESSES = 10_000
PAUSES = (0.0, 0.0, 0.5, 1.0, 2.0, 4.0)  # seconds that the answer to the first, second, … wrong code waits
SLOW_AT, MOST_AT_AN_ADDRESS = 60, 600  # wrong codes a minute from one address, behind which a whole room may be
DOORS_A_MINUTE = 300  # marks of browsers given to one address: a room that scans at once needs a hundred


class Bucket:
    """Lets `rate` things a second pass, and `burst` of them at once."""

    def __init__(self, rate: float = MESSAGES_A_SECOND, burst: float = MESSAGES_AT_ONCE) -> None:
        self.rate, self.burst = rate, burst
        self._left, self._last = burst, 0.0

    def takes(self, now: float, cost: float = 1) -> bool:
        """Whether one more may pass now; a large one counts for several."""
        self._left = min(self.burst, self._left + max(0.0, now - self._last) * self.rate)
        self._last = now
        if self._left < cost:
            return False
        self._left -= cost
        return True


class Attempts:
    """Wrong attempts by key (an address, a workshop) within the last minute. For any thread."""

    def __init__(self, most: int = WRONG_A_MINUTE, window: float = WINDOW) -> None:
        self.most, self.window = most, window
        self._wrong: dict[str, deque[float]] = {}
        self._lock = Lock()

    def wrong(self, key: str, now: float) -> None:
        """Note a wrong attempt."""
        with self._lock:
            if len(self._wrong) >= ADDRESSES:
                self._wrong = {k: v for k, v in self._wrong.items() if v[-1] > now - self.window}
            self._wrong.setdefault(key, deque(maxlen=self.most)).append(now)

    def count(self, key: str, now: float) -> int:
        """How many of this key's attempts were wrong within the window, as far as they are counted."""
        with self._lock:
            return sum(at > now - self.window for at in self._wrong.get(key, ()))

    def is_blocked(self, key: str, now: float) -> bool:
        """Whether this key has used up its attempts."""
        with self._lock:
            times = self._wrong.get(key)
            return times is not None and len(times) >= self.most and times[0] > now - self.window
