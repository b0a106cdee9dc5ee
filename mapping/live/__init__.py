"""Working on one map together: rooms, the channel into them, and who may come in.

`hub()` is this process's only one. It is made when it is first asked for, so that a page works the same under test,
without a running server; it lives outside this module, so that a reloaded module finds it again.
"""

from __future__ import annotations

import sys
from threading import RLock
from types import ModuleType

from mapping.live.access import cookie_name, is_own_origin
from mapping.live.hub import Hub
from mapping.live.sight import CLOSED, OPEN, SHARED, Sight, sight_of
from mapping.store import default_url, open_store

__all__ = [
    "CLOSED", "OPEN", "SHARED", "Hub", "Sight", "close_hub", "cookie_name", "hub", "is_own_origin", "sight_of",
]  # fmt: skip

_PLACE = "mapping live hub"  # no file behind it: nothing reloads it


def _place() -> ModuleType:
    place = sys.modules.setdefault(_PLACE, ModuleType(_PLACE))
    place.__dict__.setdefault("lock", RLock())
    return place


def hub() -> Hub:
    """The hub of the database that the environment names; opened when it is not open yet."""
    place = _place()
    with place.__dict__["lock"]:
        url = default_url()
        if place.__dict__.get("url") != url:
            place.__dict__["hub"] = Hub(open_store(url))
            place.__dict__["url"] = url
        found: Hub = place.__dict__["hub"]
        return found


def close_hub() -> None:
    """Close the hub, if one is open; the next `hub()` opens anew."""
    place = _place()
    with place.__dict__["lock"]:
        place.__dict__.pop("url", None)
        if (open_hub := place.__dict__.pop("hub", None)) is not None:
            open_hub.close()
