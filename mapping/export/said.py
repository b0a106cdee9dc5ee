"""What a room said, as a map's file carries it, and what of it may leave the room: only what was ticked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

PARTS = ("partner", "risk", "first_step", "progress")  # of an entry point; progress is what would show it


@dataclass(frozen=True)
class Said:
    """One thing that was written. `kind`: pad, finding, unknown, entry, answer, or other for what an older file holds.

    Of an entry point `text` is the actor, link or gap in words, and `about` its id where it is on the map.
    """

    kind: str
    group: str  # empty: the whole room
    text: str
    title: str = ""  # the question that an answer answers
    verify: bool = False
    verifier: str = ""  # by which role
    share: bool = False  # ticked by the facilitator
    session: str = ""
    about: str = ""
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)  # of an entry point, by `PARTS`


_DEFAULTS = asdict(Said("", "", ""))
_TEXTS = ("kind", "group", "text", "title", "verifier", "session", "about")
_ALWAYS = ("kind", "group", "text")
_IDS = ("kind", "about")  # no words of anybody's


def to_room(said: Iterable[Said]) -> dict[str, Any]:
    """The `room` of a map's file; empty where nothing was said."""
    rows = [
        {name: value for name, value in asdict(each).items() if name in _ALWAYS or value != _DEFAULTS[name]}
        for each in said
        if each.text.strip()
    ]
    return {"words": rows} if rows else {}


def from_room(room: Mapping[str, Any]) -> tuple[Said, ...]:
    """What a file's `room` says, in its order. What has another shape is kept as text that nobody ticked."""
    return tuple(_said(room))


def shared(
    room: Mapping[str, Any], hide: Callable[[str], str] = str, placed: Callable[[str], str | None] = str
) -> tuple[dict[str, Any], int]:
    """The room as it may be shared, and how much was left out of it. Sharing twice gives the same room.

    `hide` takes out of a text what it must not say; of what kind something is, is none. `placed` gives the id that a
    thing of the map has in what is shared, empty where it is not on the map; None where it stays inside: then what is
    about it does too, ticked or not.
    """
    said = from_room(room)
    ticked = [_hiding(each, hide, about) for each in said if each.share and (about := placed(each.about)) is not None]
    return to_room(ticked), len(said) - len(ticked)


def _hiding(each: Said, hide: Callable[[str], str], about: str) -> Said:
    texts: dict[str, Any] = {name: hide(getattr(each, name)) for name in _TEXTS if name not in _IDS}
    return replace(each, **texts, about=about, parts={name: hide(said) for name, said in each.parts.items()})


def _said(room: Mapping[str, Any]) -> Iterator[Said]:
    for name, value in room.items():
        are_words = name == "words" and isinstance(value, (list, tuple))
        for row in value if are_words else [value]:
            if are_words and isinstance(row, Mapping) and isinstance(row.get("text"), str):
                if row["text"].strip():
                    yield _word(row)
            else:
                kind = "answer" if name == "answers" else "other"
                yield from (Said(kind, "", text) for text in _texts(row))


def _word(row: Mapping[str, Any]) -> Said:
    """A word out of a file, which anybody may have written: a tick is the value true and nothing else."""
    texts = {name: str(row.get(name) or "") for name in _TEXTS}
    given = row.get("parts")
    parts = given if isinstance(given, Mapping) else {}
    return Said(
        **texts, verify=row.get("verify") is True, share=row.get("share") is True,
        parts={name: said for name in PARTS if isinstance(said := parts.get(name), str) and said.strip()},
    )  # fmt: skip


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)
