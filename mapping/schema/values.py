"""How each type of attribute takes a value: checked, tidied, or BadValue saying what was expected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from mapping.errors import BadValue

if TYPE_CHECKING:
    from mapping.schema import Attribute, Schema


def _is_half(character: str) -> bool:
    """Whether it is one half of a surrogate pair: JSON can write it, no file or database can hold it."""
    return "\ud800" <= character <= "\udfff"


# Turn the direction of what stands beside them, in a file as on a screen (marks, embeddings, overrides, isolates).
_STEERING = frozenset("\u061c\u200e\u200f") | {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x2070))}


def _is_kept(character: str) -> bool:
    """Whether a text may hold it: no control characters but line and tab, nothing that turns its neighbours round."""
    control = character < " " or "\x7f" <= character <= "\x9f"
    return (not control or character in "\n\t") and character not in _STEERING and not _is_half(character)


def plain(text: str) -> str:
    """The text as it is kept: without control and steering characters, a line as a line, nothing around it."""
    return "".join(c for c in text.replace("\u2028", "\n").replace("\u2029", "\n") if _is_kept(c)).strip()


def _text(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None or value == "":
        if a.id == "name":
            raise BadValue(a.id, value, "a text that is not empty")
        return ""
    if not isinstance(value, str):
        raise BadValue(a.id, value, "a text")
    text = plain(value)
    if a.id == "name":
        text = " ".join(text.split())
        if not text:
            raise BadValue(a.id, value, "a text that is not empty")
    if a.max is not None and len(text) > a.max:
        raise BadValue(a.id, value, f"at most {int(a.max)} characters long")
    return text


def _words(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(isinstance(k, str) and len(k) <= 8 for k in value) or len(value) > 12:
        raise BadValue(a.id, value, "a text for each language")
    return {k: _text(schema, a, v) for k, v in value.items() if v}


def _choice(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, str) or value not in schema.choices(a.scale or ""):
        raise BadValue(a.id, value, "one of " + ", ".join(map(str, schema.choices(a.scale or ""))))
    return value


def _choices(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return ()
    known = schema.choices(a.scale or "")
    if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) and v in known for v in value):
        raise BadValue(a.id, value, "a list out of " + ", ".join(map(str, known)))
    return tuple(k for k in known if k in value)


def _number(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return None
    whole = isinstance(value, (int, float)) and not isinstance(value, bool) and value == value and value % 1 == 0
    low, high = a.min or 0, a.max if a.max is not None else float("inf")
    if not whole or not low <= value <= high:
        raise BadValue(a.id, value, f"a whole number from {int(low)} to {a.max and int(a.max)}, or nothing")
    return int(value)


def _flag(schema: Schema, a: Attribute, value: Any) -> Any:
    if not isinstance(value, bool):
        raise BadValue(a.id, value, "true or false")
    return value


def _date(schema: Schema, a: Attribute, value: Any) -> Any:
    if value in (None, ""):
        return ""
    parts = value.split("-") if isinstance(value, str) else []
    if not (1 <= len(parts) <= 3 and all(p.isascii() and p.isdigit() for p in parts) and len(parts[0]) == 4):
        raise BadValue(a.id, value, "a date: 2015, 2015-09 or 2015-09-01")
    return value


def _place(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not -1e6 <= value <= 1e6:
        raise BadValue(a.id, value, "a place between -1,000,000 and 1,000,000")
    return round(float(value), 1)


def _reference(schema: Schema, a: Attribute, value: Any) -> Any:
    if value in (None, ""):
        return None
    if not isinstance(value, str) or len(value) > 80 or not value.isprintable():
        raise BadValue(a.id, value, "an id of at most 80 characters")
    return value


def _references(schema: Schema, a: Attribute, value: Any) -> Any:
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)) or len(value) > 60:
        raise BadValue(a.id, value, "a list of at most 60 ids")
    return tuple(r for v in value if (r := _reference(schema, a, v)))


def _actor_kind(schema: Schema, a: Attribute, value: Any) -> Any:
    return None if value is None and a.id != "kind" else schema.actor_kind(value).id


def _link_kind(schema: Schema, a: Attribute, value: Any) -> Any:
    return None if value is None and a.id != "kind" else schema.link_kind(value).id


CHECKS: Mapping[str, Callable[[Schema, Attribute, Any], Any]] = {
    "text": _text, "words": _words, "choice": _choice, "choices": _choices, "number": _number, "flag": _flag,
    "date": _date, "place": _place, "actor": _reference, "reference": _reference, "references": _references,
    "actor_kind": _actor_kind, "link_kind": _link_kind,
}  # fmt: skip
