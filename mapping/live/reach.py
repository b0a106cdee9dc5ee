"""The test of the room's network before it matters: which devices reach this server, and how far they come.

A facilitator's page makes a key; whoever opens `/reach/<key>` on a phone shows by that that the page comes through,
and then that a line which stays open does. Kept in memory only, forgotten after an hour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from threading import Lock

from mapping.store.ids import CHANCE, code_from

KEPT_SECONDS = 3_600.0
MOST_TESTS, MOST_DEVICES = 50, 200


@dataclass(frozen=True)
class Device:
    """One browser that came. `has_line`: the socket came through too; `at`: when it was last heard of."""

    id: str
    address: str
    has_line: bool
    at: float


class Reach:
    """The tests that are under way, by their key. For any thread."""

    def __init__(self, random: Random = CHANCE) -> None:
        self.base = ""  # the address that the facilitator chose for cards and QR codes; empty: the one that is found
        self._random = random
        self._tests: dict[str, dict[str, Device]] = {}
        self._began: dict[str, float] = {}
        self._lock = Lock()

    def invite(self, now: float) -> str:
        """The key of a new test."""
        with self._lock:
            for key in [k for k, at in self._began.items() if at < now - KEPT_SECONDS]:
                del self._began[key], self._tests[key]
            while len(self._began) >= MOST_TESTS:
                oldest = min(self._began, key=lambda k: self._began[k])
                del self._began[oldest], self._tests[oldest]
            key = code_from(self._random)
            self._tests[key], self._began[key] = {}, now
            return key

    def is_open(self, key: str, now: float) -> bool:
        """Whether a test has this key."""
        began = self._began.get(key)
        return began is not None and began > now - KEPT_SECONDS

    def seen(self, key: str, device: str, address: str, now: float, *, line: bool = False) -> bool:
        """Note that a device came, or (`line`) that its socket did; False where no test has this key."""
        with self._lock:
            if not self.is_open(key, now):
                return False
            devices = self._tests[key]
            before = devices.get(device)
            if before is None and len(devices) >= MOST_DEVICES:
                return False
            had = before is not None and before.has_line
            devices[device] = replace(before, at=now, has_line=had or line) if before else Device(
                device, address, line, now
            )  # fmt: skip
            return True

    def devices(self, key: str) -> tuple[Device, ...]:
        """Who came, the first first."""
        with self._lock:
            return tuple(self._tests.get(key, {}).values())
