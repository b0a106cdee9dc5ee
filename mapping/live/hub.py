"""What a facilitator does to a workshop as a whole: groups that come, its plan, another computer, its end.

What is said of threads in `leading` holds here too.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from mapping.codec import MapFile
from mapping.errors import NotAllowed, NotFound
from mapping.live import answers
from mapping.live.bringing import fill, is_untouched
from mapping.live.day import FRAME, step_at
from mapping.live.leading import Leading
from mapping.store import Group, Plan, Remains, SeatId, Workshop, WorkshopId


class Hub(Leading):
    """Everything that pages and sockets ask of the workshops of a store."""

    def bring(self, workshop: WorkshopId, file: MapFile, number: str | None = None) -> Group:
        """Take a map file in, as the map of a group where nobody has drawn yet, or (None) as one group more.

        NotAllowed where somebody has drawn on that group's map; TooMany, NotFound.
        """
        with self._day_of(workshop):
            if number is not None:
                group = self.store.workshops.read(workshop).group(number)
                fill(self.room(group.map_id), file, self._change)
                return group
            now = self.store.workshops.add_group(workshop, file, now=self.clock(), random=self.random)
            return self._set_day(now, now.day).groups[-1]

    def one_more(self, workshop: WorkshopId) -> Group:
        """One group more, whose map begins as the others did and stands at the same step; TooMany."""
        with self._day_of(workshop):
            now = self.store.workshops.add_group(workshop, None, now=self.clock(), random=self.random)
            group, step = now.groups[-1], step_at(self.steps(now), now.day.index)
            if step is not None:
                self.room(group.map_id).record(self._change("step", {"step": step.id}))
            self._set_day(now, now.day)
            return group

    def may_drop_last(self, workshop: Workshop) -> bool:
        """Whether the last group may have been added by mistake: nobody is there, has drawn or written."""
        last = workshop.groups[-1]
        if len(workshop.groups) < 2 or self.present(last.map_id) or not is_untouched(self.store, last.map_id):
            return False
        return not self.store.words.all(workshop.id, last.number)

    def drop_last(self, workshop: WorkshopId, number: str) -> Workshop:
        """Take the last group away, with its card and its empty map. NotAllowed where it is not the last one any more,
        or where somebody is there, has drawn or written."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            last = now.groups[-1]
            if last.number != number or not self.may_drop_last(now):
                raise NotAllowed("somebody is in the last group, or has drawn")
            with self._lock:
                self._ended.add(last.map_id)
                room = self._rooms.pop(last.map_id, None)
            if room is not None:
                room.end()
            now = self.store.workshops.drop_last_group(workshop)
            shown = "code" if now.day.projected == f"map:{last.number}" else now.day.projected
            return self._set_day(now, replace(now.day, projected=shown))

    def replan(self, workshop: WorkshopId, plan: Plan) -> Workshop:
        """Change the plan of an open workshop: today's question and the rest of the frame on every map, the minutes of
        the steps that are still to come, what is printed. Scenario and session stay as they are; BadValue."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            plan = replace(plan, scenario=now.plan.scenario, session=now.plan.session).checked()
            frame = {name: getattr(plan, name) for name in FRAME}
            values = {name: value for name, value in frame.items() if value != getattr(now.plan, name)}
            plan = replace(plan, frames={**plan.frames, plan.session: {k: v for k, v in frame.items() if v}})
            for map_id in self._maps(now) if values else ():
                self.room(map_id).record(self._change("frame", {"values": values}))
            return self._set_day(self.store.workshops.set_plan(workshop, plan), now.day)

    def hand_over(self, workshop: WorkshopId) -> bytes:
        """The workshop in a file, to go on with on another computer; here drawing is paused."""
        with self._day_of(workshop):
            before = self.store.workshops.read(workshop).day
            now = self.pause(workshop)
            self._set_day(now, replace(now.day, moved=True, held=before.held if before.moved else before.frozen))
            return self.store.carry.out(workshop)

    def go_on_here(self, workshop: WorkshopId) -> Workshop:
        """The workshop was not handed over after all: drawing goes on, unless it was paused before."""
        with self._day_of(workshop):
            now = self.store.workshops.read(workshop)
            if not now.day.held:
                now = self.pause(workshop, False)
            return self._set_day(now, replace(now.day, moved=False, held=False))

    def revoke(self, workshop: WorkshopId, *, keep: SeatId | None = None) -> Workshop:
        """Every seat but `keep` has to join again."""
        with self._day_of(workshop):
            now = self.store.workshops.revoke(workshop, keep=keep)
            for map_id in self._maps(now, merged=True):
                if room := self._rooms.get(map_id):
                    room.revoke(now, keep)
            self.bells.silence(workshop, answers.UNIDENTIFIED)
            return now

    def end(self, workshop: WorkshopId) -> Remains:
        """Delete everything of the workshop and close every socket; what remains."""
        with self._day_of(workshop):
            maps = self._maps(self.store.workshops.read(workshop), merged=True)
            with self._lock:
                self._ended.update(maps)
                for map_id in maps:
                    self._hands.pop(map_id, None)
                rooms = [self._rooms.pop(m) for m in maps if m in self._rooms]
            for room in rooms:
                room.end()
            self.bells.silence(workshop, answers.ENDED)
            return self.store.workshops.end(workshop)

    def sweep(self) -> tuple[WorkshopId, ...]:
        """End the workshops whose time to be kept is over."""
        ended = []
        for workshop in self.store.workshops.expired(now=self.clock()):
            with suppress(NotFound):  # another server was first
                self.end(workshop)
                ended.append(workshop)
        return tuple(ended)
