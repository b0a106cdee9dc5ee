"""Who may do what to a map over the wire; the map's own rules are in `mapping.changes`."""

from __future__ import annotations

from mapping.changes import BY_FACILITATOR, Change, MapState, Outcome, ops_of
from mapping.errors import Apart, Covered, NotAllowed, Sensitive
from mapping.live.sight import LOOKS, makes_sensitive
from mapping.model import LinkId
from mapping.store import MapId, Seat, Solo, Workshop

OF_THE_DAY = frozenset({"step", "freeze"})  # they are for all groups at once: the hub records them
ALONE = frozenset({"redact"})  # rewrites the past, so it is no part of a batch


def may_draw(seat: Seat) -> None:
    """NotAllowed for those who only look."""
    if seat.role in LOOKS:
        raise NotAllowed("this seat only looks")


def may_see(seat: Seat, workshop: Workshop) -> None:
    """Covered while the screens are covered, whoever asks: nothing is shown, and nothing is done unseen."""
    if workshop.day.hidden:
        raise Covered("the screens are covered; send it again when they are not")


def may_draw_here(seat: Seat, workshop: Workshop, map_id: MapId) -> None:
    """Apart when a participant draws on the group's map while each is on its own, or on its own map afterwards: what
    was on its way then waits for the map that it belongs to."""
    if workshop.kind != "room" or seat.role != "participant":
        return
    if (workshop.group_of(map_id) is None) != workshop.day.alone:
        raise Apart("draw on your own map now" if workshop.day.alone else "the group's map has taken yours in")


def may_look_back(seat: Seat) -> None:
    """NotAllowed for those who only look: the past is the group's own."""
    if seat.role in LOOKS:
        raise NotAllowed("the past is the group's own")


def may_send(seat: Seat, change: Change) -> None:
    """NotAllowed when this seat may not send this change."""
    may_draw(seat)
    if change.by != seat.by:
        raise NotAllowed("a change carries the id of the seat that sends it")
    if change.expect is not None:
        raise NotAllowed("changes are taken back with `undo`")
    ops = {op for op in ops_of(change) if isinstance(op, str)}
    forbidden = OF_THE_DAY if seat.role == "facilitator" else BY_FACILITATOR
    if ops & forbidden or (change.op == "batch" and ops & ALONE):
        raise NotAllowed("only the facilitator may do that")


def sees(seat: Seat, workshop: Workshop, number: str) -> bool:
    """Whether a seat may open a group's map: its own; all of them (facilitator, observer); the one that is shown."""
    if seat.workshop != workshop.id:
        return False
    if seat.role == "projector":
        return workshop.day.projected == f"map:{number}"
    return seat.role in ("facilitator", "observer") or seat.group == number


def sees_solo(seat: Seat, solo: Solo) -> bool:
    """Whether a seat may open one participant's own map: that participant alone."""
    return seat.workshop == solo.workshop and seat.role == "participant" and seat.by == solo.by


def closed_layer(before: MapState, outcome: Outcome) -> None:
    """While the sensitive layer is closed: Sensitive when a change makes, touches or asks about what is in it."""
    if makes_sensitive(before.map, outcome.state.map, outcome.effects) or _asks(before, outcome):
        raise Sensitive("the sensitive layer is closed")


def closed_layer_undo(before: MapState, outcome: Outcome) -> None:
    """The same for an undo, which may bring an actor back together with its hidden links: they stay hidden."""
    after = outcome.state.map
    back = set(outcome.effects.actors) - before.map.actors.keys()
    returned = {
        id for id in outcome.effects.links if id not in before.map.links and back.intersection(after.links[id].ends)
    }
    if makes_sensitive(before.map, after, outcome.effects, but=returned) or _asks(before, outcome):
        raise Sensitive("the sensitive layer is closed")


def _asks(before: MapState, outcome: Outcome) -> bool:
    """Whether a refusal would tell what somebody else has written on a hidden link."""
    links = before.map.links
    return any(r.id in links and before.map.is_sensitive(links[LinkId(r.id)]) for r in outcome.refusals)
