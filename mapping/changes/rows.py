"""Actors and links as plain JSON values and back, every property checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as fields_of
from typing import Any

from mapping.errors import BadValue
from mapping.model import Actor, ActorId, Frame, Link, LinkId, values_of
from mapping.schema import schema

_DEFAULTS: dict[str, dict[str, Any]] = {
    "actor": {f.name: getattr(Actor(ActorId(""), "", ""), f.name) for f in fields_of(Actor)},
    "link": {f.name: getattr(Link(LinkId(""), "", ActorId(""), ActorId("")), f.name) for f in fields_of(Link)},
    "frame": {f.name: getattr(Frame(), f.name) for f in fields_of(Frame)},
}


def text_of(body: Mapping[str, Any], name: str) -> str:
    """A short text out of a change, or BadValue."""
    value = body.get(name)
    if not isinstance(value, str) or not value or len(value) > 120:
        raise BadValue(name, value, "a text of at most 120 characters")
    return value


def plain(value: Any) -> Any:
    """A property's value as JSON has it: a list for a tuple."""
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value


def as_json(thing: Actor | Link) -> dict[str, Any]:
    """An actor or link as files, effects and changes carry it: its id and what differs from the defaults."""
    return {"id": thing.id, **values_of(thing)}


def checked(of: str, name: str, value: Any) -> Any:
    """The value as an actor, link or frame stores it; what nobody has said is the property's default."""
    stored = schema().checked(of, name, value)
    return _DEFAULTS[of][name] if stored is None else stored


def _fields(of: str, row: Any, needed: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise BadValue(of, row, "an object")
    id = row.get("id")
    if not isinstance(id, str) or not 0 < len(id) <= 80 or not id.isprintable() or id.startswith(("#", "__")):
        raise BadValue("id", id, "a text of 1 to 80 characters")
    missing = [n for n in needed if n not in row]
    if missing:
        raise BadValue(missing[0], None, f"needed in every {of}")
    return {"id": id, **{k: checked(of, k, v) for k, v in row.items() if k != "id"}}


def actor_from(row: Any) -> Actor:
    """An actor from its JSON form, every property checked; BadInput when one cannot be."""
    return Actor(**_fields("actor", row, ("name", "kind")))


def link_from(row: Any) -> Link:
    """A link from its JSON form, every property checked; BadInput when one cannot be."""
    link = Link(**_fields("link", row, ("kind", "source", "target")))
    if link.source == link.target:
        raise BadValue("target", link.target, "another actor than the source")
    return link
