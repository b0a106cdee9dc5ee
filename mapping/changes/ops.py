"""The ops: what each kind of change does to a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mapping.changes.draft import Draft
from mapping.changes.records import OPS, PROPOSER
from mapping.changes.rows import actor_from, checked, link_from, text_of
from mapping.errors import BadValue, TooMany
from mapping.model import LIVE_ACTORS, LIVE_LINKS, ActorId, LinkId, values_of


def add_actor(draft: Draft, body: Mapping[str, Any]) -> None:
    """A new actor; a simultaneous second add is the first."""
    actor = actor_from(body.get("actor"))
    if actor.id in draft.actors:
        return
    if len(draft.actors) >= LIVE_ACTORS:
        raise TooMany("actors", LIVE_ACTORS)
    draft.put_actor(actor)
    draft.written[actor.id] = {}
    draft.note(actor.id, "*", *values_of(actor))


def add_link(draft: Draft, body: Mapping[str, Any]) -> None:
    """A new link, between actors that are there."""
    link = link_from(body.get("link"))
    if link.id in draft.links:
        return
    if len(draft.links) >= LIVE_LINKS:
        raise TooMany("links", LIVE_LINKS)
    known = [draft.is_known(end, draft.actors) for end in link.ends]
    if all(known):
        proposer = draft.written.get(link.id, {}).get(PROPOSER)  # of an earlier life, whoever brings it back
        draft.put_link(link)
        draft.written[link.id] = {PROPOSER: proposer} if proposer else {}
        draft.note(link.id, "*", *values_of(link), *([PROPOSER] if link.proposed and not proposer else []))


def set_values(draft: Draft, body: Mapping[str, Any]) -> None:
    """Properties of an actor or link, each by itself."""
    id, values = text_of(body, "of"), body.get("values")
    if not isinstance(values, Mapping) or not values:
        raise BadValue("values", values, "the properties to set")
    if id not in draft.links and id not in draft.actors:
        draft.refuse("gone", id)
        return
    table: dict[Any, Any] = draft.links if id in draft.links else draft.actors
    of = "link" if id in draft.links else "actor"
    wanted = {k: checked(of, k, v) for k, v in values.items()}
    if {"source", "target"} & wanted.keys() and of == "link":
        known = [draft.is_known(wanted[k], draft.actors) for k in ("source", "target") if k in wanted]
        if not all(known):
            return
        ends = [wanted.get(k, getattr(table[id], k)) for k in ("source", "target")]
        if ends[0] == ends[1]:
            raise BadValue("target", ends[1], "another actor than the source")
    if not draft.is_known(id, table):
        return
    thing = table[id]
    mine = {k: v for k, v in wanted.items() if draft.may_write(id, k, v, getattr(thing, k))}
    if mine:
        new = replace(thing, **mine)
        if of == "link":
            draft.put_link(new)
        else:
            draft.put_actor(new)
        draft.note(id, *mine)


def remove_actor(draft: Draft, body: Mapping[str, Any]) -> None:
    """An actor and its links go."""
    id = ActorId(text_of(body, "of"))
    if not draft.is_known(id, draft.actors) or not draft.is_untouched(id):
        return
    for link in [k for k in draft.links.values() if id in k.ends]:
        draft.cut_link(link.id)
    del draft.actors[id]
    draft.put_actors.pop(id, None)
    draft.cut_actors[id] = None
    draft.note(id, "-")


def remove_link(draft: Draft, body: Mapping[str, Any]) -> None:
    """A link goes."""
    id = LinkId(text_of(body, "of"))
    if draft.is_known(id, draft.links) and draft.is_untouched(id):
        draft.cut_link(id)


def move_actors(draft: Draft, body: Mapping[str, Any]) -> None:
    """Places on the canvas, and whether they are kept when the map is put in order: the later move wins."""
    places, pinned = body.get("places"), body.get("pinned")
    kept: dict[str, Any] = {} if pinned is None else {"pinned": checked("actor", "pinned", pinned)}
    if not isinstance(places, Mapping) or not places:
        raise BadValue("places", places, "a place for each actor")
    for id, place in places.items():
        if not isinstance(place, (list, tuple)) or len(place) != 2:
            raise BadValue("places", place, "two numbers")
        x, y = (checked("actor", "x", v) for v in place)
        if id not in draft.actors:
            continue  # moved by one, removed by another: nothing is lost
        last = draft.written.get(id, {}).get("x")
        if draft.change.expect is not None and last is not None and last.change != draft.change.expect:
            draft.refuse("changed_since", id, "x")
            continue
        draft.put_actor(replace(draft.actors[ActorId(id)], x=x, y=y, **kept))
        draft.note(id, "x", "y", *kept)


def set_frame(draft: Draft, body: Mapping[str, Any]) -> None:
    """The frame's properties."""
    values = body.get("values")
    if not isinstance(values, Mapping):
        raise BadValue("values", values, "the frame's properties")
    wanted = {k: checked("frame", k, v) for k, v in values.items()}
    mine = {k: v for k, v in wanted.items() if draft.may_write("#frame", k, v, getattr(draft.frame, k))}
    if mine:
        draft.frame, draft.framed = replace(draft.frame, **mine), True
        draft.note("#frame", *mine)


def set_step(draft: Draft, body: Mapping[str, Any]) -> None:
    """The day goes on to a step."""
    draft.step, draft.day = text_of(body, "step"), True
    draft.note("#day", "step")


def freeze(draft: Draft, body: Mapping[str, Any]) -> None:
    """Drawing is paused, or goes on."""
    draft.frozen, draft.day = bool(checked("actor", "pinned", body.get("on"))), True
    draft.note("#day", "frozen")


def snapshot(draft: Draft, body: Mapping[str, Any]) -> None:
    """A version to come back to."""
    draft.snapshots = (*draft.snapshots, (draft.seq, text_of(body, "label")))
    draft.note("#day", f"snapshot {draft.seq}")


def merge(draft: Draft, body: Mapping[str, Any]) -> None:
    """Two actors are one: the links of `drop` go over to `keep`, then `drop` goes."""
    keep, drop = ActorId(text_of(body, "keep")), ActorId(text_of(body, "drop"))
    if keep == drop or not (draft.is_known(keep, draft.actors) and draft.is_known(drop, draft.actors)):
        return
    for link in [k for k in draft.links.values() if drop in k.ends]:
        ends = [keep if end == drop else end for end in link.ends]
        if ends[0] == ends[1]:
            draft.cut_link(link.id)
        else:
            draft.put_link(replace(link, source=ends[0], target=ends[1]))
            draft.note(link.id, "source", "target")
    remove_actor(draft, {"of": drop})


def redact(draft: Draft, body: Mapping[str, Any]) -> None:
    """A word must go: the property is set whatever anyone wrote; the store rewrites what it holds of it."""
    id, name = text_of(body, "of"), text_of(body, "property")
    of = "link" if id in draft.links else "actor"
    value = checked(of, name, body.get("value"))
    if id in draft.links:
        draft.put_link(replace(draft.links[LinkId(id)], **{name: value}))
    elif id in draft.actors:
        extra: dict[str, Any] = {"names": {}} if name == "name" else {}
        draft.put_actor(replace(draft.actors[ActorId(id)], **{name: value}, **extra))
    draft.note(id, name)


def batch(draft: Draft, body: Mapping[str, Any]) -> None:
    """Several ops as one change."""
    changes = body.get("changes")
    if not isinstance(changes, Sequence) or isinstance(changes, str) or not changes:
        raise BadValue("changes", changes, "a list of changes")
    for part in changes:
        if not isinstance(part, Mapping) or part.get("op") == "batch":
            raise BadValue("changes", part, "changes that are not batches")
        do(draft, part.get("op"), part)


def do(draft: Draft, op: Any, body: Mapping[str, Any]) -> None:
    """Carry out one op on the draft; BadValue when there is none such."""
    if not isinstance(op, str) or op not in _OPS:
        raise BadValue("op", op, "one of " + ", ".join(OPS))
    _OPS[op](draft, body)


_OPS: Mapping[str, Callable[[Draft, Mapping[str, Any]], None]] = {
    "add": add_actor, "set": set_values, "remove": remove_actor, "link": add_link, "unlink": remove_link,
    "move": move_actors, "frame": set_frame, "step": set_step, "freeze": freeze, "snapshot": snapshot,
    "merge": merge, "redact": redact, "batch": batch,
}  # fmt: skip
