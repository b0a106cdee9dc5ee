"""Old files brought up to date: one small module per format version, `v1` being the first format.

A migration takes the JSON of its version and returns that of the next. None is needed yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

STEPS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def upgraded(data: dict[str, Any]) -> dict[str, Any]:
    """The file's JSON in the newest version."""
    while (step := STEPS.get(data["version"])) is not None:
        data = step(data)
    return data
