"""The maps of a whole workshop in one internal file, so that its pack can be made again elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mapping.codec import MapFile, from_json, to_json
from mapping.errors import FileTooNew, FileUnreadable, TooMany

FORMAT, VERSION = "sector-map-workshop", 1
BYTES, MAPS = 50_000_000, 20


def dumps_several(files: Iterable[MapFile]) -> str:
    """The maps as one text."""
    rows = [to_json(f) for f in files]
    return json.dumps({"format": FORMAT, "version": VERSION, "maps": rows}, ensure_ascii=False, indent=2) + "\n"


def is_several(data: bytes) -> bool:
    """Whether a file is one of these (its first words say so)."""
    return f'"{FORMAT}"'.encode() in data[:200]


def loads_several(data: bytes) -> list[MapFile]:
    """The maps in such a file, each checked as a map of its own; BadInput when something is wrong."""
    if len(data) > BYTES:
        raise TooMany("bytes in a file", BYTES)
    try:
        content: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(f"this is not JSON: {error}") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT or not isinstance(content.get("maps"), list):
        raise FileUnreadable("this is no file of a workshop's maps")
    if content.get("version") != VERSION:
        raise FileTooNew(content["version"] if isinstance(content.get("version"), int) else 0, VERSION)
    if not 1 <= len(content["maps"]) <= MAPS:
        raise TooMany("maps in a file", MAPS)
    return [from_json(row) for row in content["maps"]]
