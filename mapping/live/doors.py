"""Who comes in: by code, by ticket, by the cookie of a seat, by the token of a map."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from mapping.codec import MapFile
from mapping.errors import NotAllowed, NotFound, TooFast, Unidentified
from mapping.live import rules
from mapping.live.access import Keys, held
from mapping.live.limits import DOORS_A_MINUTE, MOST_AT_AN_ADDRESS, PAUSES, SLOW_AT, Attempts
from mapping.live.reach import Reach
from mapping.store import Group, MapId, Plan, Seat, SeatId, Store, Workshop, WorkshopId
from mapping.store.ids import CHANCE, id_from

SEATS_LOOKED_AT = 60  # of the cookies that one browser sends


@dataclass(frozen=True)
class Caller:
    """Who tries a code: an address, the mark of a browser (empty: none), and whether it holds a seat already."""

    address: str
    door: str = ""
    is_known: bool = False

    @property
    def key(self) -> str:
        return f"{self.address} {self.door}"


class Doors:
    """The ways into the workshops of a store."""

    def __init__(
        self, store: Store, keys: Keys, clock: Callable[[], float] = time.time, random: Random = CHANCE
    ) -> None:
        self.store, self.keys, self.clock, self.random = store, keys, clock, random
        self.wrong_codes, self.wrong_passphrases = Attempts(), Attempts()
        self.wrong_anywhere = Attempts(most=60)
        self.wrong_here = Attempts(most=MOST_AT_AN_ADDRESS)
        self.doors_given = Attempts(most=DOORS_A_MINUTE)
        self.reach = Reach()

    def opened_by(self, code: str, caller: Caller) -> tuple[Workshop, Group | None]:
        """What a code opens: a group of a workshop, or (None) the room's screen of one.

        NotFound, TooFast, or NotAllowed for the facilitator's code. Wrong codes are counted by browser, so that one
        who guesses keeps nobody else at the same address out; who carries no mark is counted with all others who
        carry none there.
        """
        self._may_try(caller)
        try:
            workshop, group = self.store.workshops.by_code(code)
        except NotFound:
            try:
                return self.store.workshops.by_screen_code(code), None
            except NotFound:
                self._was_wrong(caller)
                raise
        if group is None:
            raise NotAllowed("the facilitator's door also needs the passphrase")
        return workshop, group

    def take(self, workshop: Workshop, role: str, group: str | None = None) -> Seat:
        """A new seat."""
        return self.store.seats.take(workshop.id, role, group, random=self.random)

    def held(self, cookies: Mapping[str, str]) -> tuple[tuple[Seat, ...], tuple[str, ...]]:
        """The seats that a browser holds, and the names of the cookies of seats that hold no more."""
        seats, dead = [], []
        for name in [name for name in cookies if name.startswith("seat_")][:SEATS_LOOKED_AT]:
            try:
                seats.append(self.keys.seat(self.store, cookies, f"s-{name.removeprefix('seat_')}"))
            except Unidentified:
                dead.append(name)
        return tuple(seats), tuple(dead)

    def new_door(self, address: str) -> str | None:
        """A mark for a browser that has none; None while this address asks for more of them than a room needs."""
        if self.doors_given.is_blocked(address, self.clock()):
            return None
        self.doors_given.wrong(address, self.clock())
        return self.keys.door(id_from(self.random, "d"))

    def held_back(self, caller: Caller) -> float:
        """How many seconds the answer to a wrong code waits; a right one never does."""
        now = self.clock()
        wrong = self.wrong_codes.count(caller.key, now)
        slow = self.wrong_here.count(caller.address, now) >= SLOW_AT
        return PAUSES[-1] if slow else PAUSES[min(max(wrong, 1), len(PAUSES)) - 1]

    def _may_try(self, caller: Caller) -> None:
        now = self.clock()
        if self.wrong_codes.is_blocked(caller.key, now):
            raise TooFast("too many wrong codes; wait a minute")
        if self.wrong_here.is_blocked(caller.address, now) and not caller.is_known:
            raise TooFast("too many wrong codes from this address; wait a minute")

    def _was_wrong(self, caller: Caller) -> None:
        self.wrong_codes.wrong(caller.key, self.clock())
        self.wrong_here.wrong(caller.address, self.clock())

    def join_ticket(self, ticket: object) -> tuple[Seat, Workshop]:
        """The seat of a ticket, once. Unidentified when it is used, too old or not ours."""
        workshop, role, group, seat = self.keys.ticket_read(ticket)
        taken = self.store.seats.take(workshop, role, group, random=self.random, id=seat)
        return taken, self.store.workshops.read(workshop)

    def ticket(self, workshop: WorkshopId, role: str, group: str | None = None) -> str:
        """A one-time door for a role, good for ten minutes: the page that may open it hands it to the browser."""
        return self.keys.ticket(workshop, role, group, SeatId(id_from(self.random, "s")))

    def known(self, code: str, passphrase: str, address: str, door: object = None) -> Workshop | None:
        """The workshop of this code (its own, or any group's) and passphrase; None says not which of them is wrong.

        TooFast after ten wrong codes of a browser (`door`: its mark) or passphrases from an address within a minute;
        others need not wait for it.
        """
        caller = Caller(address, self.keys.door_read(door))
        self._may_try(caller)
        try:
            workshop, _ = self.store.workshops.by_code(code)
        except NotFound:
            self._was_wrong(caller)
            return None
        return workshop if self.passphrase_holds(workshop.id, passphrase, caller.key) else None

    def passphrase_holds(self, workshop: WorkshopId, text: str, address: str) -> bool:
        """Whether this is the facilitator's passphrase. TooFast after ten wrong ones within a minute from an address,
        or sixty from anywhere."""
        now, here = self.clock(), f"{workshop} {address}"
        if self.wrong_passphrases.is_blocked(here, now) or self.wrong_anywhere.is_blocked(workshop, now):
            raise TooFast("too many wrong passphrases; wait a minute")
        if self.store.workshops.check_passphrase(workshop, text):
            return True
        self.wrong_passphrases.wrong(here, now)
        self.wrong_anywhere.wrong(workshop, now)
        return False

    def seat(self, cookies: Mapping[str, str], seat_id: str | None) -> tuple[Seat, Workshop]:
        """The seat that a browser holds, and its workshop; Unidentified otherwise."""
        seat = self.keys.seat(self.store, cookies, seat_id)
        return seat, self.store.workshops.read(seat.workshop)

    def token(self, seat: Seat, map_id: MapId) -> str:
        """What opens this map's socket for this seat. NotAllowed for a map that the seat may not see."""
        workshop = self.store.workshops.read(seat.workshop)
        group = workshop.group_of(map_id)
        solo = self.store.solos.owner(map_id) if group is None else None
        if not (rules.sees(seat, workshop, group.number) if group else solo and rules.sees_solo(seat, solo)):
            raise NotAllowed("this seat may not see that map")
        return self.keys.token(seat, map_id)

    def entrant(self, token: object) -> tuple[Seat, MapId]:
        """Seat and map of a token. Unidentified, or NotAllowed when the seat may not see the map (any more)."""
        seat_id, map_id, epoch = self.keys.token_read(token)
        seat = held(self.store, seat_id, epoch)
        self.token(seat, map_id)
        return seat, map_id

    def solo(self, plan: Plan, file: MapFile | None = None) -> tuple[Workshop, str]:
        """A private map, empty or from a file, and the ticket of its one seat."""
        workshop = self.store.workshops.solo(plan, file, now=self.clock(), random=self.random)
        return workshop, self.ticket(workshop.id, "participant", "1")
