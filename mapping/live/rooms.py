"""All rooms of this server: a room for each map, opened when somebody comes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Lock, RLock
from typing import Any

from mapping.changes import Change
from mapping.errors import NotFound, TooFast, Unidentified
from mapping.live.access import Keys, secret_beside
from mapping.live.bell import Bells
from mapping.live.day import Steps, day_message, steps_of
from mapping.live.doors import Doors
from mapping.live.hand import Hand
from mapping.live.room import Room
from mapping.store import Arrived, MapId, Store, Workshop, WorkshopId
from mapping.store.ids import CHANCE, id_from

SERVER = "p-server"


class Rooms(Doors):
    """The rooms of a store. `clock` gives seconds since 1970, `steps` the steps of a workshop's session."""

    def __init__(
        self,
        store: Store,
        *,
        secret: str | None = None,
        clock: Callable[[], float] = time.time,
        steps: Steps = steps_of,
        random: Random = CHANCE,
    ) -> None:
        folder = store.database.file.parent if store.database.file else Path("data")
        super().__init__(store, Keys(secret or secret_beside(folder)), clock, random)
        self.steps = steps
        self.boot = id_from(random, "b")
        self.workers = ThreadPoolExecutor(16, thread_name_prefix="live")
        self.counts: Counter[str] = Counter()
        self._rooms: dict[MapId, Room] = {}
        self._ended: set[MapId] = set()
        self.bells = Bells()
        self._hands: dict[MapId, Hand] = {}  # of groups' maps
        self._lock = RLock()  # of the three above; nothing is waited for under it
        self._arriving = Lock()
        self._days: dict[WorkshopId, RLock] = {}  # one change of a day after the other

    def room(self, map_id: MapId) -> Room:
        """The room of a map, opened when it is not open yet; NotFound."""
        with self._lock:
            if map_id in self._ended:
                raise NotFound("the workshop was ended")
            if map_id in self._rooms:
                return self._rooms[map_id]
        workshop = self.store.workshops.by_map(map_id)
        with self._day_of(workshop.id):
            workshop = self.store.workshops.read(workshop.id)
            room = Room(self.store, workshop, map_id, self.boot, self._day_message, self.clock)
            room.hand = self._hand(workshop, map_id).beside(room)
            if self.store.maps.state(map_id).frozen != workshop.day.frozen:  # the server stopped in between
                room.record(self._change("freeze", {"on": workshop.day.frozen}))
            with self._lock:
                return self._rooms.setdefault(map_id, room)

    def take_over(self, data: bytes, passphrase: str, address: str) -> Arrived:
        """Go on with a workshop out of a file, for who knows its passphrase.

        TooFast after ten files within a minute from an address; Unidentified, AlreadyHere, BadInput. Anybody may hand
        in a file, and a large one keeps a laptop busy: they are read one after the other.
        """
        here = f"file {address}"
        with self._arriving:
            if self.wrong_passphrases.is_blocked(here, self.clock()):
                raise TooFast("too many files; wait a minute")
            self.wrong_passphrases.wrong(here, self.clock())
            arrived = self.store.carry.take_in(data, passphrase, now=self.clock(), random=self.random)
        with self._lock:  # it may have been ended here before
            self._ended.difference_update(arrived.maps)
        return arrived

    def knew(self, token: object) -> bool:
        """Whether this token was for a map of a workshop that was ended since the server started."""
        try:
            return self.keys.token_read(token)[1] in self._ended
        except Unidentified:
            return False

    def present(self, map_id: MapId) -> int:
        """How many participants have this map open; of a group's, also those who draw on a map of their own."""
        seats: set[str] = set()
        for room in self.open_rooms():
            group = room.workshop.group_of(map_id)
            if room.map_id == map_id:
                seats |= room.present()
            elif group is not None and room.workshop.group_of(room.map_id) is None:
                seats |= room.present(group.number)
        return len(seats)

    def hand(self, map_id: MapId) -> float | None:
        """Since when the table of a group's map calls whoever leads; None: it does not."""
        hand = self._hands.get(map_id)
        return hand.since if hand is not None else None

    def lower_hand(self, map_id: MapId) -> None:
        """Take the hand of a table down."""
        if (hand := self._hands.get(map_id)) is not None:
            hand.lower()

    def _hand(self, workshop: Workshop, map_id: MapId) -> Hand:
        """The hand of the table that a map belongs to, also when one participant draws it alone."""
        if workshop.group_of(map_id) is None:
            group = next((solo.group for solo in self.store.solos.of(workshop.id) if solo.map_id == map_id), None)
            map_id = workshop.group(group).map_id if group is not None else map_id
        with self._lock:
            return self._hands.setdefault(map_id, Hand())

    def leading(self, workshop: Workshop, *, but: str | None = None) -> dict[str, int]:
        """How many screens of facilitators and of observers follow a workshop now, without that of seat `but`."""
        rooms = [room for room in self.open_rooms() if room.workshop.id == workshop.id]
        seats = {role: {s for room in rooms for s in room.present(role=role)} for role in ("facilitator", "observer")}
        return {role: len(here - {but}) for role, here in seats.items()}

    def open_rooms(self) -> list[Room]:
        """The rooms that somebody has come into."""
        with self._lock:
            return list(self._rooms.values())

    def _day_message(self, workshop: Workshop) -> dict[str, Any]:
        return day_message(workshop, self.steps(workshop), self.clock())

    def close(self) -> None:
        """Stop; nothing that was acknowledged is lost."""
        self.workers.shutdown(wait=True)
        for room in self.open_rooms():
            room.close()
        self.store.close()

    def _day_of(self, workshop: WorkshopId) -> RLock:
        with self._lock:
            return self._days.setdefault(workshop, RLock())

    def _change(self, op: str, body: dict[str, Any]) -> Change:
        return Change(id_from(self.random, "c"), SERVER, 0, op, body)
