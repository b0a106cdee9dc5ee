"""What a cell of a table may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mapping.render.markup import clean

_ACTS = re.compile(r"'*[=+\-@\t\r]")  # a spreadsheet would take what begins so for a formula
_JOIN = "|"

Cell = str | int | float | bool


def cell(value: Any) -> Cell:
    """A property as a cell: lists joined by |, nothing as an empty cell; texts as they are, but inert.

    >>> cell(("police", "court")), cell(None), cell("=1+1"), cell(-2)
    ('police|court', '', "'=1+1", -2)
    """
    if value is None:
        return ""
    if isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Mapping):
        return inert(_JOIN.join(f"{k}: {v}" for k, v in value.items()))
    if isinstance(value, (tuple, list)):
        return inert(_JOIN.join(str(v).replace(_JOIN, "/") for v in value))
    return inert(str(value))


def inert(text: str) -> str:
    """The text as no spreadsheet runs it: an apostrophe before what would begin a formula, and before
    what only an apostrophe keeps from it, so that reading takes off exactly one."""
    text = clean(text)
    return "'" + text if _ACTS.match(text) else text
