"""Where a word must go: older values of a property are replaced in the stored changes too, and a name in what the
program took over into the table's entry points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, false, select, update

from mapping.changes import Change
from mapping.codec import change_to_json
from mapping.model import ActorId
from mapping.store import log, tables
from mapping.store.ids import MapId


def rewrite(connection: Connection, map_id: MapId, redact: Change, before: int) -> int:
    """Put the new value wherever an older change holds a value of that property; how many were rewritten."""
    id, name, value = redact.body["of"], redact.body["property"], redact.body.get("value")
    count, names = 0, set[str]()
    for logged in list(log.read(connection, map_id, 0, before - 1)):
        old = change_to_json(logged.change)
        new = without(old, ActorId(id), name, value)
        if new != old:
            row = tables.change.c
            where = (row.map == map_id, row.seq == logged.seq)
            connection.execute(update(tables.change).where(*where).values(payload=new))
            count += 1
            names.update(_names(old, id) if name == "name" else ())
    _rename_entries(connection, map_id, names - {value}, str(value))
    return count


def _names(part: Mapping[str, Any], id: str) -> Iterator[str]:
    """What a change calls an actor."""
    actor = part.get("actor")
    if isinstance(actor, Mapping) and actor.get("id") == id:
        yield from (actor["name"], *(actor.get("names") or {}).values())
    for property, value in part.get("values", {}).items() if part.get("of") == id else ():
        if property == "name":
            yield value
        elif property == "names":
            yield from (value or {}).values()
    if part.get("of") == id and part.get("property") == "name":
        yield part["value"]
    for each in part.get("changes", ()):
        yield from _names(each, id)


def _rename_entries(connection: Connection, map_id: MapId, names: set[str], new: str) -> None:
    """An entry point begins with the words for what it is about, which the group does not think of as its own."""
    if not names:
        return
    longest_first = sorted(names, key=lambda name: -len(name))
    gone = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    row, group = tables.word.c, tables.group.c
    of_map = (row.workshop == group.workshop, row.number_of_group == group.number, group.map == map_id)
    query = select(row.workshop, row.id, row.text, row.parts).where(*of_map, row.kind == "entry")
    for workshop, id, text, parts in connection.execute(query).all():
        kept = {
            "text": gone.sub(lambda _: new, text),
            "parts": {k: gone.sub(lambda _: new, v) for k, v in parts.items()},
        }
        if (kept["text"], kept["parts"]) != (text, parts):
            where = (row.workshop == workshop, row.id == id)
            connection.execute(update(tables.word).where(*where).values(**kept, rev=row.rev + 1, share=false()))


def without(part: Mapping[str, Any], id: str, name: str, value: Any) -> dict[str, Any]:
    """The change's JSON with `value` in place of what it gave the property."""
    out = dict(part)
    for key in ("actor", "link"):
        thing = out.get(key)
        if isinstance(thing, Mapping) and thing.get("id") == id and name in thing:
            out[key] = {**thing, name: value}
            if name == "name":
                out[key].pop("names", None)
    if out.get("op") == "set" and out.get("of") == id and name in out.get("values", {}):
        out["values"] = {**out["values"], name: value}
    if out.get("op") == "redact" and out.get("of") == id and out.get("property") == name:
        out["value"] = value
    if out.get("op") == "batch":
        out["changes"] = [without(p, id, name, value) for p in out["changes"]]
    return out
