"""What a client may ask of a room. Each reader checks a message of one type and gives what is then to be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from mapping.codec import change_from_json
from mapping.errors import BadValue, TooLarge
from mapping.live.doubles import Doubles
from mapping.live.film import Film
from mapping.live.member import Member
from mapping.live.past import PAGE
from mapping.live.presence import is_property
from mapping.live.room import Room

Message = Mapping[str, Any]
Deed = Callable[[Room, Member], None]


@dataclass(frozen=True)
class Request:
    """How messages of one type are answered."""

    read: Callable[[Message], Deed]  # BadInput where the message does not hold what it must
    needs_token: bool = False  # refused when the token's time is over
    into_past: bool = False  # may mean working a map out: paced, and not in the way of those who draw


def _select(message: Message) -> Deed:
    id = message.get("id")
    if id is not None and not is_id(id):
        raise BadValue("id", id, "an id or null")
    editing = message.get("property") if id is not None else None
    if not (editing is None or is_property(editing)):
        raise BadValue("property", editing, "a property of an actor or link, or null")
    return lambda room, member: room.presence.select(member, id, editing)


def _role(message: Message) -> Deed:
    draws = _flag(message, "draws")
    return lambda room, member: room.talk.draws(member, draws)


def _open(message: Message) -> Deed:
    on = _flag(message, "on")
    return lambda room, member: room.talk.open(member, on)


def _hand(message: Message) -> Deed:
    on = _flag(message, "on")
    return lambda room, member: room.hand.raise_(member, on, now=room.clock())


def _read_back(message: Message) -> Deed:
    done = _flag(message, "done")
    return lambda room, member: room.reading.say(member, done)


def _agree(message: Message) -> Deed:
    id, of, value = message.get("id"), message.get("of"), message.get("value")
    if not is_id(id) or not is_id(of):
        raise BadValue("of", of, "the id of a link, in a message with an id of its own")
    return lambda room, member: room.talk.agree(member, id, of, value)


def _change(message: Message) -> Deed:
    try:
        change = change_from_json(message.get("change"))
    except RecursionError:
        raise TooLarge("levels in a change", 100) from None
    return lambda room, member: room.change(member, change)


def _undo(message: Message) -> Deed:
    id, of = _own_id(message), message.get("of")
    if not (of is None or is_id(of)):
        raise BadValue("of", of, "the id of a change, or null")
    return lambda room, member: room.undo(member, of, id)


def _past(message: Message) -> Deed:
    before, count = message.get("before"), message.get("count", PAGE)
    if not (before is None or _is_number(before)) or not _is_number(count):
        raise BadValue("before", before, "a number of a change, or null")
    return lambda room, member: room.past.tell(member, before, count)


def _moment(message: Message) -> Deed:
    seq = _number(message, "seq")
    return lambda room, member: room.past.tell_moment(member, seq)


def _back(message: Message) -> Deed:
    id, to = _own_id(message), _number(message, "to")
    base = None if message.get("sure") is True else _number(message, "base")
    return lambda room, member: room.past.back(member, id, to, base)


def _film(message: Message) -> Deed:
    since = _number(message, "from")
    return lambda room, member: Film(room).tell(member, since)


def _doubles(message: Message) -> Deed:
    return lambda room, member: Doubles(room).tell(member)


def _same(message: Message) -> Deed:
    id, (keep, drop) = _own_id(message), _two(message, "keep", "drop")
    return lambda room, member: Doubles(room).same(member, id, keep, drop)


def _different(message: Message) -> Deed:
    one, other = _two(message, "left", "right")
    return lambda room, member: Doubles(room).different(member, one, other)


def _write(message: Message) -> Deed:
    id, word = _own_id(message), message.get("word")
    if not isinstance(word, dict):
        raise BadValue("word", word, "a word")
    return lambda room, member: room.writing.write(member, id, word)


REQUESTS: Mapping[str, Request] = {
    "select": Request(_select),
    "role": Request(_role),
    "open": Request(_open, needs_token=True),
    "hand": Request(_hand, needs_token=True),
    "read_back": Request(_read_back, needs_token=True),
    "agree": Request(_agree, needs_token=True),
    "write": Request(_write, needs_token=True),
    "change": Request(_change, needs_token=True),
    "undo": Request(_undo, needs_token=True),
    "past": Request(_past, into_past=True),
    "moment": Request(_moment, into_past=True),
    "film": Request(_film, into_past=True),
    "doubles": Request(_doubles, into_past=True),
    "same": Request(_same, needs_token=True),
    "different": Request(_different, needs_token=True),
    "back": Request(_back, needs_token=True, into_past=True),
}


def id_of(message: Message) -> str | None:
    """The id that a message is to be answered by."""
    change = message.get("change") if message["type"] == "change" else message
    id = change.get("id") if isinstance(change, dict) else None
    return id if is_id(id) else None


def is_id(id: object) -> TypeGuard[str]:
    """Whether this may be the id of an actor, a link or a change."""
    return isinstance(id, str) and 0 < len(id) <= 80 and id.isprintable()


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def _two(message: Message, *names: str) -> list[str]:
    ids = [message.get(name) for name in names]
    for name, id in zip(names, ids, strict=True):
        if not is_id(id):
            raise BadValue(name, id, "the id of an actor")
    return [str(id) for id in ids]


def _own_id(message: Message) -> str:
    id = message.get("id")
    if not is_id(id):
        raise BadValue("id", id, "a text of 1 to 80 characters")
    return id


def _flag(message: Message, name: str) -> bool:
    value = message.get(name)
    if not isinstance(value, bool):
        raise BadValue(name, value, "true or false")
    return value


def _number(message: Message, name: str) -> int:
    value = message.get(name)
    if not _is_number(value):
        raise BadValue(name, value, "the number of a change")
    return value
