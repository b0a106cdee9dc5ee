"""One map, live: who is here, what may be changed, and who hears of it. Sends only what is stored.

Every method may be called from any thread and waits for the database; the room's lock keeps one order for all:
the order of the numbers is the order in which every socket hears of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from threading import RLock
from typing import Any

from mapping.changes import Change
from mapping.errors import NotFound
from mapping.live import answers, rules
from mapping.live.hand import Hand
from mapping.live.member import Member
from mapping.live.outbox import TOO_SLOW, text_of
from mapping.live.past import Past
from mapping.live.presence import Presence
from mapping.live.reading import Reading
from mapping.live.sent import Sent
from mapping.live.sight import SIGHTS, Sight, sight_of, touched
from mapping.live.talk import Talk
from mapping.live.writing import Writing
from mapping.store import Appended, MapId, Store, Workshop
from mapping.store.chronicle import label_of

SOCKETS_OF_A_SEAT = 8  # tabs, and lines that died unnoticed; above that the oldest goes
DayMessage = Callable[[Workshop], dict[str, Any]]


class Room:
    """A map and the sockets that have it open."""

    def __init__(
        self, store: Store, workshop: Workshop, map_id: MapId, boot: str, day: DayMessage, clock: Callable[[], float]
    ) -> None:
        self.store, self.map_id, self.boot, self.clock = store, map_id, boot, clock
        self.workshop = workshop
        self._day = day
        self.lock = RLock()
        self.members: list[Member] = []
        self.is_ended = False
        self._numbers: dict[str, int] = {}
        self._sent = Sent(store.maps.state(map_id).seq)
        self.counts: Counter[str] = Counter()
        self.presence = Presence(self)
        self.past = Past(self)
        self.talk = Talk(self)
        self.writing = Writing(self)
        self.hand = Hand().beside(self)
        self.reading = Reading(self)

    # coming and going

    def join(self, member: Member, since: int) -> None:
        """Let a socket in: the whole map, or what it missed, then everything that comes."""
        with self.lock:
            self.living()
            state = self.store.maps.state(self.map_id)
            sight = self.sight(member)
            missed = self._sent.between(since, state.seq, sight)
            history = self.store.maps.history(self.map_id, member.seat.by)
            member.send({
                "type": "welcome", "v": 1, "map": self.map_id, "seat": member.seat.id, "by": member.seat.by,
                "role": member.seat.role, "number": member.seat.number, "seq": state.seq, "boot": self.boot,
                "snapshot": sight.snapshot(state.map) if missed is None else None,
                "day": self._day(self.workshop), "people": self.presence.rows([*self.members, member], sight),
                "undo": list(history.undo), "redo": list(history.redo), **self.talk.welcome(member),
                **self.writing.welcome(member), **self.hand.welcome(), **self.reading.welcome(),
            })  # fmt: skip
            for text in missed or ():
                member.outbox.put(text)
            self.members.append(member)
            same = [m for m in self.members if m.seat.id == member.seat.id]
            for oldest in same[:-SOCKETS_OF_A_SEAT]:
                self.members.remove(oldest)
                oldest.outbox.close(TOO_SLOW)
            self.presence.soon()

    def leave(self, member: Member) -> None:
        with self.lock:
            if member in self.members:
                self.members.remove(member)
                self.presence.soon()

    # changes

    def change(self, member: Member, change: Change) -> None:
        """Store a change and tell everybody."""

        def made() -> Appended:
            rules.may_send(member.seat, change)
            return self._stored(change)

        self.attempt(member, change.id, made)

    def attempt(self, member: Member, id: str, does: Callable[[], Appended]) -> None:
        """Do this alone and tell what came of it. What is refused is raised: the channel says it."""
        with self.lock:
            self.living()
            rules.may_see(member.seat, self.workshop)
            rules.may_draw_here(member.seat, self.workshop, self.map_id)
            self._answer(member, id, does())

    def _stored(self, change: Change) -> Appended:
        if change.op == "redact":
            appended = self.store.maps.redact(self.map_id, change, now=self.clock())
            self._forget()  # what was sent before holds the word
            self.writing.tell_entries()
            return appended
        guard = None if self.workshop.day.sensitive else rules.closed_layer
        return self.store.maps.append(self.map_id, change, now=self.clock(), guard=guard)

    def undo(self, member: Member, of: str | None, id: str) -> None:
        """Take back a change of the member's own."""

        def undone() -> Appended:
            rules.may_draw(member.seat)
            guard = None if self.workshop.day.sensitive else rules.closed_layer_undo
            return self.store.maps.undo(self.map_id, member.seat.by, of, id, now=self.clock(), guard=guard)

        self.attempt(member, id, undone)

    def record(self, change: Change) -> Appended:
        """Store a change of the server's own (step, freeze, snapshot) and tell everybody."""
        with self.lock:
            self.living()
            appended = self.store.maps.append(self.map_id, change, now=self.clock())
            if appended.seq is not None and not appended.duplicate:
                self._tell(appended, None)
            return appended

    def living(self) -> None:
        """NotFound when there is nothing more to take part in."""
        if self.is_ended:
            raise NotFound("the workshop was ended")

    def _answer(self, member: Member, id: str, appended: Appended) -> None:
        if appended.duplicate:
            member.send({"type": "done", "change": id, "seq": appended.seq})
        elif appended.seq is not None:
            self.counts["stored"] += 1
            self._tell(appended, member)
        elif appended.outcome.refusals:
            self.counts[f"refused_{appended.outcome.refusals[0].reason}"] += 1
            member.send(answers.refused_in_full(id, appended.outcome.refusals))
        else:
            member.send({"type": "done", "change": id, "seq": appended.before.seq})
        history = self.store.maps.history(self.map_id, member.seat.by)
        told = text_of({"type": "history", "undo": list(history.undo), "redo": list(history.redo)})
        for other in self.members:
            if other.seat.id == member.seat.id:
                other.outbox.put(told)

    def _tell(self, appended: Appended, author: Member | None) -> None:
        """Everybody gets the effects as they may see them; the author also what was refused of the change."""
        change, outcome = appended.change, appended.outcome
        about = {
            "type": "effects", "seq": appended.seq, "change": change.id, "by": change.by,
            "number": self.number(change.by), "op": change.op, **label_of(change),
        }  # fmt: skip
        sent: dict[Sight, str] = {}
        for sight in SIGHTS:
            seen = sight.effects(appended.before.map, outcome.state.map, outcome.effects)
            sent[sight] = text_of({**about, **seen, "partial": []})
            if author is not None and outcome.refusals and sight == self.sight(author):
                author.send({**about, **seen, "partial": answers.refusals(outcome.refusals)})
        self._sent.note(outcome.state.seq, sent)
        for member in self.members:
            if member is not author or not outcome.refusals:
                member.outbox.put(sent[self.sight(member)])
        self.talk.follow(touched(appended.before.map, outcome.state.map, outcome.effects))

    def number(self, by: str) -> int:
        """The presence number of a participant; 0 for everybody else."""
        if by not in self._numbers:
            self._numbers = self.store.seats.numbers(self.workshop.id)
        return self._numbers.setdefault(by, 0)

    # what the facilitator does

    def sight(self, member: Member) -> Sight:
        """What this member sees now."""
        return sight_of(member.seat.role, sensitive=self.workshop.day.sensitive, hidden=self.workshop.day.hidden)

    def update(self, workshop: Workshop) -> None:
        """The day has changed: tell everybody, and send the map anew to those who now see more or less of it.

        Who is covered hears of it before the map goes; who is not any more has the map again before it hears of it,
        so that what it has in hand is never missing from what it may see.
        """
        with self.lock:
            old, new = self.workshop.day, workshop.day
            turned = (new.sensitive, new.hidden) != (old.sensitive, old.hidden)
            map_first = old.hidden and not new.hidden
            before = [self.sight(m) for m in self.members]
            self.workshop = workshop
            told = text_of({"type": "day", "day": self._day(workshop)})
            state = self.store.maps.state(self.map_id) if turned else None
            for member, seen in zip(self.members, before, strict=True):
                if not map_first:
                    member.outbox.put(told)
                if state is not None and self.sight(member) != seen:
                    snapshot = self.sight(member).snapshot(state.map)
                    said = self.talk.said(member) | self.writing.welcome(member)
                    member.send({"type": "snapshot", "seq": state.seq, "snapshot": snapshot, **said})
                if map_first:
                    member.outbox.put(told)
            if turned:
                self._forget()  # who is away now gets the whole map on return
            if new.reading != old.reading:
                self.reading.tell()
            if new.hidden != old.hidden:
                self.presence.soon()  # what others have in hand goes and comes with it

    def _forget(self) -> None:
        """What was sent before now is not sent again."""
        self._sent.forget(self.store.maps.state(self.map_id).seq)

    def tell(self, message: dict[str, Any]) -> None:
        """A message to all participants here."""
        with self.lock:
            for member in self.members:
                if member.seat.role == "participant":
                    member.send(message)

    def present(self, group: str | None = None, *, role: str = "participant") -> set[str]:
        """The seats of the participants who are here, or of another role; those of one group alone."""
        here = [m.seat for m in list(self.members) if m.seat.role == role]
        return {seat.id for seat in here if group in (None, seat.group)}

    def dismiss(self, role: str) -> None:
        """Close the sockets of a role: it is not to see this map any more."""
        with self.lock:
            for member in self.members:
                if member.seat.role == role:
                    member.outbox.close(answers.UNIDENTIFIED)

    def revoke(self, workshop: Workshop, keep: str | None) -> None:
        """Close every socket whose seat does not hold any more."""
        with self.lock:
            self.workshop = workshop
            for member in self.members:
                if member.seat.id != keep:
                    member.outbox.close(answers.UNIDENTIFIED)

    def end(self) -> None:
        """The workshop is over: nothing more comes."""
        with self.lock:
            self.is_ended = True
            for member in self.members:
                member.send({"type": "ended"})
                member.outbox.close(answers.ENDED)
            self.members.clear()
            self._sent.forget(0)
            self.close()

    def close(self) -> None:
        """Nothing more is told by itself."""
        self.presence.close()
