"""What a facilitator does to all groups at once while the day runs: steps, clock, layers, what is shown.

Pages call these methods from their script threads; sockets come in through `channel`. Every method waits for the
database and may be called from any thread, with or without a running event loop.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mapping.live.access import held
from mapping.live.apart import take_in, take_out
from mapping.live.day import FRAME, advanced, closed, in_session, paused, prolonged, step_at
from mapping.live.outbox import Outbox
from mapping.live.rooms import SERVER, Rooms
from mapping.scenario import Step
from mapping.store import Day, MapId, Seat, Workshop, WorkshopId

NUDGE = 200  # characters


class Leading(Rooms):
    """The rooms of a store, and the day of each workshop."""

    def steps_of(self, workshop: WorkshopId) -> Sequence[Step]:
        """The steps of the session that this workshop is in."""
        return self.steps(self.store.workshops.read(workshop))

    def advance(self, workshop: WorkshopId, index: int | None = None) -> Workshop:
        """Begin a step (the next one): its clock starts, drawing goes on, the step that ends is kept as a snapshot."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            steps = self.steps(now)
            to = now.day.index + 1 if index is None else index
            ended, begun = step_at(steps, now.day.index), step_at(steps, to)
            for map_id in self._maps(now):
                if ended is not None and begun is not ended:
                    self._snapshot(map_id, ended.id)
                if now.day.frozen:
                    self.room(map_id).record(self._change("freeze", {"on": False}))
                if begun is not None and begun is not ended:
                    self.room(map_id).record(self._change("step", {"step": begun.id}))
            self._set_day(now, advanced(now.day, steps, to, self.clock()))
            return self.alone(workshop, begun is not None and begun.alone, of_step=ended is not None and ended.alone)

    def onward(self, workshop: WorkshopId) -> Workshop:
        """The next step; where the running one is to be read back, first every table reads its map aloud, and the
        second call goes on, whoever has read."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            step = step_at(self.steps(now), now.day.index)
            if step is not None and step.read_back and now.day.reading is None:
                return self._set_day(now, replace(now.day, reading=self.clock()))
            return self.advance(workshop)

    def pause(self, workshop: WorkshopId, on: bool = True) -> Workshop:
        """Drawing and clock stand still, or go on."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            if now.day.frozen != on:
                for map_id in self._maps(now):
                    self.room(map_id).record(self._change("freeze", {"on": on}))
            return self._set_day(now, paused(now.day, on, self.clock()))

    def more_time(self, workshop: WorkshopId, minutes: float = 5) -> Workshop:
        """The step gets more time (or less)."""
        return self._changed(workshop, lambda day: prolonged(day, minutes, self.clock()))

    def session(self, workshop: WorkshopId, session: str) -> Workshop:
        """Go on with the other session on the same maps: its frame, its first step not begun.

        A silent round ends, each map is kept as it is at the end of the session, and the sensitive layer is closed.
        BadValue.
        """
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            plan = in_session(now.plan, session)
            if session == now.day.session:
                return now
            now = self.alone(workshop, False)
            ended = step_at(self.steps(now), now.day.index)
            values = {name: getattr(plan, name) for name in FRAME if getattr(plan, name)} | {"session": plan.session}
            for map_id in self._maps(now):
                self._snapshot(map_id, ended.id if ended else now.day.session)
                self.room(map_id).record(self._change("frame", {"values": values}))
            day = replace(
                closed(now.day), session=session, index=-1, started=None, ends=None, paused=None, reading=None
            )
            return self._set_day(self.store.workshops.set_plan(workshop, plan), day)

    def alone(self, workshop: WorkshopId, on: bool = True, *, of_step: bool = True) -> Workshop:
        """Each participant draws on a map of its own; or the groups' maps take these in, and all draw there again.

        `of_step` False: a round that was begun by hand is not ended.
        """
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            if on != now.day.alone and (on or of_step):  # first the day: nothing is drawn on the other maps any more
                now = self._set_day(now, replace(now.day, alone=on))
            return self._taken_in(now)

    def apart(self, workshop: WorkshopId) -> Workshop:
        """Take the last merging of the groups' maps back: everybody is alone again, on the map that it had."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            for group in now.groups:
                if any(solo.merged for solo in self.store.solos.of(workshop, group.number)):
                    take_out(self.room(group.map_id), SERVER, self._change)
                    self.store.solos.merged(workshop, group.number, False)
            return self._set_day(now, replace(now.day, alone=True))

    def map_of(self, seat: Seat) -> tuple[MapId, MapId | None]:
        """The map that a participant draws on now: its own in a silent round, else the group's; with that, its own map
        which the group's has taken in, if there is one."""
        workshop = self.store.workshops.read(seat.workshop)
        group = workshop.group(seat.group or "")
        if workshop.kind != "room":
            return group.map_id, None
        if workshop.day.alone:
            return self.store.solos.own(seat, now=self.clock(), random=self.random), None
        solos = self.store.solos.of(workshop.id, group.number)
        if not all(solo.merged for solo in solos):  # the server stopped in between
            with self._day_of(workshop.id):
                self._taken_in(self.store.workshops.read(workshop.id))
        return group.map_id, next((solo.map_id for solo in solos if solo.by == seat.by), None)

    def _taken_in(self, workshop: Workshop) -> Workshop:
        for group in workshop.groups if not workshop.day.alone else ():
            solos = [solo for solo in self.store.solos.of(workshop.id, group.number) if not solo.merged]
            if solos:
                take_in(self.room(group.map_id), solos, self._change)
                self.store.solos.merged(workshop.id, group.number)
        return workshop

    def open_sensitive(self, workshop: WorkshopId, step: str = "") -> Workshop:
        """Show the sensitive layer and let it be drawn: until another step begins, or until it is closed by hand."""
        return self._changed(workshop, lambda day: replace(day, sensitive=True, sensitive_step=step))

    def close_sensitive(self, workshop: WorkshopId) -> Workshop:
        """Take the sensitive layer off every screen at once."""
        return self._changed(workshop, closed)

    def open_findings(self, workshop: WorkshopId, on: bool = True) -> Workshop:
        """Let groups see their findings."""
        return self._changed(workshop, lambda day: replace(day, findings=on))

    def open_compare(self, workshop: WorkshopId, on: bool = True) -> Workshop:
        """Let groups see the comparison."""
        return self._changed(workshop, lambda day: replace(day, compare=on))

    def open_drawing(self, workshop: WorkshopId, on: bool = True, group: str | None = None) -> None:
        """Let all screens of one group's table draw, or of every table; or only those that draw anyway."""
        for each in self.store.workshops.read(workshop).groups:
            if group in (None, each.number):
                self.room(each.map_id).talk.turn(on)

    def hide(self, workshop: WorkshopId, on: bool = True) -> Workshop:
        """Cover every screen, or uncover it."""
        return self._changed(workshop, lambda day: replace(day, hidden=on))

    def project(self, workshop: WorkshopId, what: str) -> Workshop:
        """What the projector shows: code, clock, board, `map:<group>`, `difference:<key>`."""
        changed = self._changed(workshop, lambda day: replace(day, projected=what, chosen=True))
        for group in changed.groups:
            room = self._rooms.get(group.map_id)
            if room is not None and what != f"map:{group.number}":
                room.dismiss("projector")
        return changed

    def level(self, workshop: WorkshopId, groups: int) -> Workshop:
        """The board's picture shows what at least so many groups have drawn."""
        return self._changed(workshop, lambda day: replace(day, level=groups))

    def snapshot(self, workshop: WorkshopId, label: str) -> Workshop:
        """Keep every group's map as it is now, under a label."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            for map_id in self._maps(now):
                self._snapshot(map_id, label)
            return now

    def nudge(self, workshop: WorkshopId, text: str, group: str | None = None) -> None:
        """A word of the facilitator's to one group or to all; shown, not kept."""
        for map_id in self._maps(self.store.workshops.read(workshop), group):
            self.room(map_id).tell({"type": "nudge", "text": text.strip()[:NUDGE], "at": self.clock()})

    def listen(self, seat: Seat, line: Outbox) -> None:
        """Ring on this line from now on whenever the day moves; no move falls in between. Unidentified, or NotFound,
        when the seat or its workshop has gone meanwhile."""
        with self._day_of(seat.workshop):
            held(self.store, seat.id)
            self.bells.add(self.store.workshops.read(seat.workshop), seat.id, line)

    def _changed(self, workshop: WorkshopId, change: Callable[[Day], Day]) -> Workshop:
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            return self._set_day(now, change(now.day))

    def _set_day(self, workshop: Workshop, day: Day) -> Workshop:
        now = self.store.workshops.set_day(workshop.id, day)
        for map_id in self._maps(now, merged=True):
            if room := self._rooms.get(map_id):
                room.update(now)
        self.bells.ring(now)
        return now

    def _maps(self, workshop: Workshop, group: str | None = None, *, merged: bool = False) -> list[MapId]:
        """The maps that are drawn: the groups', or one group's, and those of their participants alone; with `merged`
        also what the groups' maps have taken in already."""
        groups = [each.map_id for each in workshop.groups if group in (None, each.number)]
        solos = self.store.solos.of(workshop.id, group)
        return groups + [solo.map_id for solo in solos if merged or not solo.merged]

    def _snapshot(self, map_id: MapId, label: str) -> None:
        if self.store.maps.state(map_id).map.actors:
            self.room(map_id).record(self._change("snapshot", {"label": label}))
