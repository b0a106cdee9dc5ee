"""What a cell means as a value of a property: ids or words of any language, numbers as texts; or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from mapping.errors import BadInput
from mapping.imports.headings import plain
from mapping.schema import Attribute, schema
from mapping.schema.values import plain as kept

_YES = frozenset({"yes", "true", "1", "si", "x", "verdadero", "oui", "sim"})
_NO = frozenset({"no", "false", "0", "falso", "non"})


class NotUnderstood(Exception):
    """A cell that does not say any value of its property; the reader counts it as dropped."""


def value(of: str, attribute: Attribute, said: Any) -> Any:
    """The cell as this property stores it, or `NotUnderstood`."""
    try:
        return schema().checked(of, attribute.id, _meant(attribute, said))
    except BadInput:
        raise NotUnderstood from None


def _meant(a: Attribute, said: Any) -> Any:
    if a.type == "flag":
        return _flag(said)
    if a.type in ("number", "place"):
        return _number(said)
    if a.type == "choice":
        return _choice(a.scale or "", said)
    if a.type == "choices":
        return [_choice(a.scale or "", part) for part in parts(said)]
    if a.type == "references":
        return parts(said)
    if a.type == "actor_kind":
        return actor_kinds().get(plain(said), said)
    if a.type == "link_kind":
        return link_kinds().get(plain(said), said)
    if a.type == "date":
        return _date(said)
    return text(said)


def text(said: Any) -> str:
    """A cell as a text without what no text may hold; whole numbers without the point that spreadsheets give them."""
    if isinstance(said, float) and said.is_integer() and abs(said) < 1e15:
        said = int(said)
    words = str(said)
    return words if words.isprintable() else kept(words)


def name(said: Any) -> str:
    """A cell as a name, on one line."""
    return " ".join(text(said).split())


def parts(said: Any) -> list[str]:
    """A cell that holds several values: a list, or a text with |."""
    if isinstance(said, (list, tuple)):
        return [text(x).strip() for x in said if text(x).strip()]
    return [p.strip() for p in text(said).split("|") if p.strip()]


@cache
def actor_kinds() -> Mapping[str, str]:
    """Plain id or label in any language -> actor kind."""
    return {plain(w): k.id for k in schema().actor_kinds.values() for w in (k.id, *k.label.values())}


@cache
def link_kinds() -> Mapping[str, str]:
    """Plain id, label or verb in any language -> link kind; where two share a verb, none."""
    kinds = schema().link_kinds.values()
    verbs: dict[str, set[str]] = {}
    for k in kinds:
        for verb in k.verb.values():
            verbs.setdefault(plain(verb), set()).add(k.id)
    out = {verb: min(ids) for verb, ids in verbs.items() if len(ids) == 1}
    return out | {plain(w): k.id for k in kinds for w in (k.id, *k.label.values())}


def _flag(said: Any) -> bool:
    if isinstance(said, (bool, int)) and said in (0, 1):
        return bool(said)
    word = plain(said)
    if word in _YES or word in _NO:
        return word in _YES
    raise NotUnderstood


def _number(said: Any) -> float | int:
    if isinstance(said, (int, float)) and not isinstance(said, bool):
        return said
    try:
        found = float(text(said).replace(",", "."))
    except ValueError:
        raise NotUnderstood from None
    return int(found) if found.is_integer() and abs(found) < 2**53 else found


def _choice(scale: str, said: Any) -> Any:
    word = plain(said)
    for choice in schema().scales[scale]:
        if word in (plain(choice.id), *(plain(w) for w in choice.label.values())):
            return choice.id
    raise NotUnderstood


def _date(said: Any) -> str:
    """2015, 2015-09 or 2015-09-01; a spreadsheet's own date too."""
    return text(said).split(" ")[0].split("T")[0]
