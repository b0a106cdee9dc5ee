"""Who comes in: by code, by ticket, by the cookie of a seat, by the token of a map."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from random import Random

from mapping.codec import MapFile
from mapping.errors import NotAllowed, NotFound, TooFast
from mapping.live import rules
from mapping.live.access import Keys, held
from mapping.live.limits import Attempts
from mapping.store import MapId, Plan, Seat, SeatId, Store, Workshop, WorkshopId
from mapping.store.ids import CHANCE, id_from


class Doors:
    """The ways into the workshops of a store."""

    def __init__(
        self, store: Store, keys: Keys, clock: Callable[[], float] = time.time, random: Random = CHANCE
    ) -> None:
        self.store, self.keys, self.clock, self.random = store, keys, clock, random
        self.wrong_codes, self.wrong_passphrases = Attempts(), Attempts()
        self.wrong_anywhere = Attempts(most=60)

    def join_code(self, code: str, address: str) -> tuple[Seat, Workshop]:
        """A participant's seat for a group's code. NotFound, TooFast, or NotAllowed for the facilitator's code."""
        if self.wrong_codes.is_blocked(address, self.clock()):
            raise TooFast("too many wrong codes; wait a minute")
        try:
            workshop, group = self.store.workshops.by_code(code)
        except NotFound:
            self.wrong_codes.wrong(address, self.clock())
            raise
        if group is None:
            raise NotAllowed("the facilitator's door also needs the passphrase")
        return self.store.seats.take(workshop.id, "participant", group.number, random=self.random), workshop

    def join_ticket(self, ticket: object) -> tuple[Seat, Workshop]:
        """The seat of a ticket, once. Unidentified when it is used, too old or not ours."""
        workshop, role, group, seat = self.keys.ticket_read(ticket)
        taken = self.store.seats.take(workshop, role, group, random=self.random, id=seat)
        return taken, self.store.workshops.read(workshop)

    def ticket(self, workshop: WorkshopId, role: str, group: str | None = None) -> str:
        """A one-time door for a role, good for ten minutes: the page that may open it hands it to the browser."""
        return self.keys.ticket(workshop, role, group, SeatId(id_from(self.random, "s")))

    def known(self, code: str, passphrase: str, address: str) -> Workshop | None:
        """The workshop of this code (its own, or any group's) and passphrase; None says not which of them is wrong.

        TooFast after ten wrong codes or passphrases from an address within a minute; others need not wait for it.
        """
        if self.wrong_codes.is_blocked(address, self.clock()):
            raise TooFast("too many wrong codes; wait a minute")
        try:
            workshop, _ = self.store.workshops.by_code(code)
        except NotFound:
            self.wrong_codes.wrong(address, self.clock())
            return None
        return workshop if self.passphrase_holds(workshop.id, passphrase, address) else None

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
