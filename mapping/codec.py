"""A map as JSON and back: the file format, and a change as the log and the wire carry it.

The format is described in `docs/map-format.md`; old versions are brought up to date by `migrations`, for ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mapping import migrations
from mapping.changes import Change, MapState, actor_from, as_json, link_from, replay
from mapping.errors import BadValue, FileTooNew, FileUnreadable, TooMany
from mapping.model import FILE_ACTORS, FILE_LINKS, Actor, ActorId, Frame, Link, LinkId, SectorMap, values_of
from mapping.schema import schema
from mapping.schema.values import plain

FORMAT, VERSION = "sector-map", 1
FILE_BYTES = 10_000_000


@dataclass(frozen=True)
class MapFile:
    """What a file holds: a map, whether it may be shared, its history when it is internal, and the room's words."""

    map: SectorMap
    handling: str = "internal"  # internal | shareable
    history: tuple[tuple[int, Change], ...] = ()
    snapshots: tuple[tuple[int, str], ...] = ()
    room: Mapping[str, Any] = field(default_factory=dict)  # findings in words, answers, what to verify
    removed: Mapping[str, int] = field(default_factory=dict)  # what a shareable file leaves out, counted


def to_json(file: MapFile) -> dict[str, Any]:
    """The file as plain JSON values; a shareable one never carries history."""
    out: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "handling": file.handling,
        "frame": values_of(file.map.frame),
        "actors": [as_json(a) for a in file.map.actors.values()],
        "links": [as_json(k) for k in file.map.links.values()],
    }
    if file.history and file.handling == "internal":
        out["history"] = [change_to_json(c) | {"seq": n} for n, c in file.history]
    if file.snapshots and file.handling == "internal":
        out["snapshots"] = [{"seq": n, "label": label} for n, label in file.snapshots]
    if file.room:
        out["room"] = dict(file.room)
    if file.removed:
        out["removed"] = dict(file.removed)
    return out


def dumps(file: MapFile) -> str:
    """The file as text: UTF-8, two spaces, the same for the same map."""
    return json.dumps(to_json(file), ensure_ascii=False, indent=2) + "\n"


def from_json(data: Any) -> MapFile:
    """A file from plain JSON values. BadInput says what is wrong and where; nothing is guessed."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise FileUnreadable("this is not a Sector Map file")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileUnreadable("the file does not say which version of the format it has")
    if version > VERSION:
        raise FileTooNew(version, VERSION)
    data = migrations.upgraded(dict(data))
    actors = _table("actors", data.get("actors"), FILE_ACTORS, actor_from)
    links = _table("links", data.get("links"), FILE_LINKS, link_from)
    for link in links.values():
        for end in link.ends:
            if end not in actors:
                raise FileUnreadable(f"link {link.id} ends at {end}, which is no actor of the file")
    map = SectorMap(frame_from(data.get("frame", {})), actors, links)
    handling = data.get("handling", "internal")
    if handling not in ("internal", "shareable"):
        raise BadValue("handling", handling, "internal or shareable")
    history = tuple(
        (_number(row.get("seq")), change_from_json(row)) for row in _rows("history", data.get("history", []))
    )
    snapshots = tuple(
        (_number(r.get("seq")), plain(str(r.get("label", "")))) for r in _rows("snapshots", data.get("snapshots", []))
    )
    room, removed = data.get("room", {}), data.get("removed", {})
    return MapFile(
        map, handling, history, snapshots, _tidy(room) if isinstance(room, dict) else {},
        _counts(removed) if isinstance(removed, dict) else {},
    )  # fmt: skip


def loads(text: str | bytes) -> MapFile:
    """A file from its text; FileUnreadable when it is no JSON, TooMany when it is larger than a file may be."""
    if len(text) > FILE_BYTES:
        raise TooMany("bytes in a file", FILE_BYTES)
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return from_json(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(f"this is not JSON: {error}") from None


def frame_from(row: Any) -> Frame:
    """A frame from its JSON form, every property checked."""
    if not isinstance(row, Mapping):
        raise BadValue("frame", row, "an object")
    return Frame(**{k: schema().checked("frame", k, v) for k, v in row.items()})


def change_to_json(change: Change) -> dict[str, Any]:
    """A change as the log and the wire carry it."""
    out = {"v": 1, "id": change.id, "by": change.by, "base": change.base, "op": change.op, **change.body}
    return out | {"expect": change.expect} if change.expect else out


def change_from_json(row: Any) -> Change:
    """A change from its JSON form; the op's own content is checked when it is applied."""
    if not isinstance(row, Mapping):
        raise BadValue("change", row, "an object")
    if row.get("v", 1) != 1:
        raise FileTooNew(row.get("v") if isinstance(row.get("v"), int) else 0, 1)  # type: ignore[arg-type]
    for name in ("id", "by", "op"):
        value = row.get(name)
        if not isinstance(value, str) or not 0 < len(value) <= 80 or not value.isprintable():
            raise BadValue(name, value, "a text of 1 to 80 characters")
    expect = row.get("expect")
    if expect is not None and not isinstance(expect, str):
        raise BadValue("expect", expect, "the id of a change")
    body = {k: v for k, v in row.items() if k not in ("v", "id", "by", "base", "op", "seq", "expect")}
    return Change(row["id"], row["by"], _number(row.get("base", 0)), row["op"], body, expect)


def rebuilt(file: MapFile) -> MapState:
    """The state that the file's history gives; without history, the map as it stands."""
    return replay(file.history) if file.history else MapState(file.map)


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise BadValue("number", value, "a whole number that is not negative")
    return value


def _rows(name: str, rows: Any) -> Iterable[Mapping[str, Any]]:
    if not isinstance(rows, list) or not all(isinstance(r, Mapping) for r in rows):
        raise FileUnreadable(f"{name} is not a list of objects")
    return rows


def _table(name: str, rows: Any, limit: int, read: Any) -> dict[Any, Any]:
    out: dict[ActorId | LinkId, Actor | Link] = {}
    rows = list(_rows(name, rows))
    if len(rows) > limit:
        raise TooMany(name, limit)
    for row in rows:
        thing = read(row)
        if thing.id in out:
            raise FileUnreadable(f"two of the {name} are called {thing.id}")
        out[thing.id] = thing
    return out


def _counts(removed: Mapping[str, Any]) -> dict[str, int]:
    """How much was removed, of what is counted so."""
    return {plain(name): n for name, n in removed.items() if isinstance(n, int) and not isinstance(n, bool) and n > 0}


def _tidy(said: Any) -> Any:
    """What the room said, every text as it is kept."""
    if isinstance(said, str):
        return plain(said)
    if isinstance(said, dict):
        return {plain(str(name)): _tidy(value) for name, value in said.items()}
    return [_tidy(each) for each in said] if isinstance(said, list) else said
