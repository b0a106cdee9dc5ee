"""Our own map files, read strictly: what is wrong with one is said, and nothing is put right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.codec import MapFile, from_json
from mapping.errors import FileUnreadable
from mapping.imports.problems import unreadable


def own_file(content: Mapping[str, Any]) -> MapFile:
    """The map in such a file."""
    try:
        return from_json(content)
    except FileUnreadable as error:
        raise _wrong(content) or error from None


def _wrong(content: Mapping[str, Any]) -> FileUnreadable | None:
    """What the strict reader refused, in words of any language; None where it is something rarer."""
    if not isinstance(content.get("version"), int):
        return unreadable("no_version")
    ids: dict[str, set[str]] = {}
    for table in ("actors", "links"):
        rows = content.get(table)
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            return unreadable("no_list", name=table)
        seen = ids[table] = set()
        for row in rows:
            if (id := str(row.get("id"))) in seen:
                return unreadable("same_id", id=id)
            seen.add(id)
    for link in content["links"]:
        for end in ("source", "target"):
            if str(link.get(end)) not in ids["actors"]:
                return unreadable("dangling", id=link.get("id"), end=link.get(end))
    return None
