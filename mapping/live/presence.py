"""Who is here and what they have in hand: colour and number, never a name; told to all, kept nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING, Any

from mapping.live.member import Member
from mapping.live.outbox import text_of
from mapping.live.sight import Sight
from mapping.model import SectorMap
from mapping.schema import schema

if TYPE_CHECKING:
    from mapping.live.room import Room

PAUSE = 0.2  # seconds between two tellings of who is here; a room of a hundred screens hears of it five times a second


def people(members: Iterable[Member], map: SectorMap, sight: Sight) -> list[dict[str, Any]]:
    """The participants by number, one row a seat, with what this sight may know of what they have in hand."""
    here = {m.seat.id: m for m in members if m.seat.role == "participant"}
    return sorted((_row(m, map, sight) for m in here.values()), key=lambda row: row["number"])


def _row(member: Member, map: SectorMap, sight: Sight) -> dict[str, Any]:
    selected = sight.selected(map, member.selected)
    editing = None if selected is None or sight.shared else member.editing
    row = {"seat": member.seat.id, "number": member.seat.number, "selected": selected, "editing": editing}
    return row | {"draws": member.draws}


def is_property(name: object) -> bool:
    """Whether an actor or a link has a property of this name."""
    return any(name in schema().attributes[of] for of in ("actor", "link")) if isinstance(name, str) else False


class Presence:
    """Who is in a room: told to all who are in it soon after it changes."""

    def __init__(self, room: Room, pause: float | None = None) -> None:
        self._room = room
        self._pace = Pace(self._tell, pause)

    def rows(self, members: list[Member], sight: Sight) -> list[dict[str, Any]]:
        """The participants among these, as `people` gives them."""
        room = self._room
        nobody_chose = not any(m.selected for m in members)
        return people(members, SectorMap() if nobody_chose else room.store.maps.state(room.map_id).map, sight)

    def select(self, member: Member, id: str | None, editing: str | None = None) -> None:
        """What the member has in hand, and which property of it; seen by the others, never stored."""
        with self._room.lock:
            if (member.selected, member.editing) != (id, editing):
                member.selected, member.editing = id, editing
                self.soon()

    def soon(self) -> None:
        """Somebody is not as before."""
        self._pace.soon()

    def _tell(self) -> None:
        room, told = self._room, dict[tuple[Sight, bool], str]()
        with room.lock:
            for member in room.members:
                to = room.sight(member), member.seat.role == "facilitator"
                if to not in told:
                    message = {"type": "people", "people": self.rows(room.members, to[0])}
                    told[to] = text_of(message | (self._leading() if to[1] else {}))
                member.outbox.put(told[to])

    def _leading(self) -> dict[str, Any]:
        """How many screens of facilitators and observers are here, which facilitators alone are told."""
        room = self._room
        return {"leading": {role: len(room.present(role=role)) for role in ("facilitator", "observer")}}

    def close(self) -> None:
        """Nothing more is told by itself."""
        self._pace.close()


class Pace:
    """Does something soon, and not more often than once a pause however often it is asked to. For any thread."""

    def __init__(self, does: Callable[[], None], pause: float | None = None) -> None:
        self._does, self._pause = does, PAUSE if pause is None else pause
        self._lock = Lock()
        self._next = 0.0  # when it may be done again
        self._timer: Timer | None = None
        self._closed = False

    def soon(self) -> None:
        """Now when the last time is long enough ago, else as soon as it is."""
        with self._lock:
            if self._closed or self._timer is not None:
                return
            wait = self._next - monotonic()
            if wait > 0:
                self._timer = Timer(wait, self._later)
                self._timer.daemon = True
                self._timer.start()
                return
            self._next = monotonic() + self._pause
        self._does()

    def _later(self) -> None:
        with self._lock:
            self._timer = None
            if self._closed:
                return
            self._next = monotonic() + self._pause
        self._does()

    def close(self) -> None:
        """Nothing is done any more."""
        with self._lock:
            self._closed = True
            if self._timer is not None:
                self._timer.cancel()
