"""What a workshop was opened with (its plan) and where its day stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from mapping.errors import BadValue

GROUPS = 20
KEEP_DAYS = 365


class _Kept:
    """A frozen dataclass that is kept as JSON; values that a later version added or dropped do not disturb."""

    def to_json(self) -> dict[str, Any]:
        return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}  # type: ignore[call-overload]

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Self:
        known = {f.name for f in fields(cls)}  # type: ignore[arg-type]
        return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k in known})


@dataclass(frozen=True)
class Plan(_Kept):
    """What the facilitator decides before the room is full."""

    scenario: str = "honduras"
    session: str = "3"
    groups: int = 2
    language: str = "es"
    question: str = ""
    objective: str = ""
    territory: str = ""
    date: str = ""  # the day the maps speak of
    preset: str = ""  # whose minutes the steps have ("90"); empty: the one that the scenario's exercise names
    keep_days: int = 14
    cards: str = "names"  # names: only what actors are called; full: also what the scenario says of them
    invented: bool = False  # an example: said on every view

    def checked(self) -> Plan:
        """The plan itself, or BadValue."""
        if not isinstance(self.groups, int) or not 1 <= self.groups <= GROUPS:
            raise BadValue("groups", self.groups, f"a number from 1 to {GROUPS}")
        if self.session not in ("3", "4"):
            raise BadValue("session", self.session, "3 or 4")
        if not isinstance(self.keep_days, int) or not 1 <= self.keep_days <= KEEP_DAYS:
            raise BadValue("keep_days", self.keep_days, f"a number of days from 1 to {KEEP_DAYS}")
        return self


@dataclass(frozen=True)
class Day(_Kept):
    """Where a workshop stands. Times are seconds since 1970 by the server's clock."""

    session: str = "3"
    index: int = -1  # of the step; -1: not begun
    started: float | None = None  # when the step began
    ends: float | None = None  # when its time is over; None: no clock
    paused: float | None = None  # since when the clock stands
    frozen: bool = False  # drawing is paused
    sensitive: bool = False  # the sensitive layer is open
    findings: bool = False  # groups may see their findings
    compare: bool = False  # groups may see the comparison
    hidden: bool = False  # every screen is covered
    projected: str = "code"  # what the projector shows: code, clock, map:<group>, difference:<n>, board

    @property
    def is_open(self) -> bool:
        """Whether a step has begun."""
        return self.index >= 0

    def left(self, now: float) -> float | None:
        """Seconds left of the step; None without a clock; below 0 when it is over time."""
        return None if self.ends is None else self.ends - (self.paused if self.paused is not None else now)
