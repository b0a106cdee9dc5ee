"""Where a word must go: older values of a property are replaced in the stored changes too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, update

from mapping.changes import Change
from mapping.codec import change_to_json
from mapping.model import ActorId
from mapping.store import log, tables
from mapping.store.ids import MapId


def rewrite(connection: Connection, map_id: MapId, redact: Change, before: int) -> int:
    """Put the new value wherever an older change holds a value of that property; how many were rewritten."""
    id, name, value = redact.body["of"], redact.body["property"], redact.body.get("value")
    count = 0
    for logged in list(log.read(connection, map_id, 0, before - 1)):
        old = change_to_json(logged.change)
        new = without(old, ActorId(id), name, value)
        if new != old:
            row = tables.change.c
            where = (row.map == map_id, row.seq == logged.seq)
            connection.execute(update(tables.change).where(*where).values(payload=new))
            count += 1
    return count


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
