"""What a workshop was opened with (its plan) and where its day stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from mapping.errors import BadValue
from mapping.scenario import first

GROUPS = 20
KEEP_DAYS = 365
MINUTES = 240  # of a step
SESSIONS = ("3", "4")
STARTS = ("none", "anchors", "names")


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

    scenario: str = field(default_factory=first)
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
    languages: tuple[str, ...] = ("es", "en")  # what cards and sheets are printed in
    sessions: tuple[str, ...] = ()  # of the day, in their order; filled with the one session where none are named
    start: str = "none"  # the actors that every map begins with: none, anchors, names; never links
    minutes: Mapping[str, int] = field(default_factory=dict, hash=False)  # "3/oversight": 12, over the preset's
    frames: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)  # session -> its own question …
    wifi: str = ""
    wifi_key: str = ""  # printed on cards, never projected and in no pack
    rules: bool = False  # the house rules were confirmed

    def __post_init__(self) -> None:
        if not self.sessions:
            object.__setattr__(self, "sessions", (self.session,))

    def checked(self) -> Plan:
        """The plan itself, or BadValue."""
        if not isinstance(self.groups, int) or not 1 <= self.groups <= GROUPS:
            raise BadValue("groups", self.groups, f"a number from 1 to {GROUPS}")
        for session in (self.session, *self.sessions, *self.frames):
            if session not in SESSIONS:
                raise BadValue("session", session, "3 or 4")
        if self.start not in STARTS:
            raise BadValue("start", self.start, "one of " + ", ".join(STARTS))
        for step, minutes in self.minutes.items():
            if not isinstance(minutes, int) or not 0 <= minutes <= MINUTES:
                raise BadValue(f"minutes of {step}", minutes, f"a number from 0 to {MINUTES}")
        for name in ("wifi", "wifi_key"):
            if len(getattr(self, name)) > 64:
                raise BadValue(name, getattr(self, name), "a text of up to 64 characters")
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
    alone: bool = False  # each participant draws on a map of its own
    sensitive_step: str = ""  # the step that the sensitive layer is open for; empty: until it is closed by hand
    reading: float | None = None  # since when each group reads its map aloud; None: nobody is to
    moved: bool = False  # the workshop was handed over to another laptop
    held: bool = False  # drawing was paused already when it was handed over
    projected: str = "code"  # what the projector shows: code, clock, map:<group>, difference:<key>, board
    chosen: bool = False  # somebody has chosen that; until then it goes from the codes to the clock by itself
    level: int = 2  # how many groups at least have drawn what the board's picture shows

    @property
    def is_open(self) -> bool:
        """Whether a step has begun."""
        return self.index >= 0

    def left(self, now: float) -> float | None:
        """Seconds left of the step; None without a clock; below 0 when it is over time."""
        return None if self.ends is None else self.ends - (self.paused if self.paused is not None else now)
