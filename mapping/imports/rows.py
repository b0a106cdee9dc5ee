"""Rows of a table as somebody wrote them: checked values by heading, and ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.imports import answers
from mapping.imports.answers import NotUnderstood
from mapping.imports.headings import known, plain
from mapping.imports.notes import Ledger
from mapping.schema import schema

Row = Mapping[str, Any]
DROP = "drop"  # chosen for a word whose actors or links are to be left out


def values(of: str, row: Row, ledger: Ledger) -> dict[str, Any]:
    """Checked properties of a row by their heading; what is not understood is noted."""
    out: dict[str, Any] = {}
    for heading, said in row.items():
        if said is None or said == "" or said == []:
            continue
        name = known(of).get(plain(heading))
        attribute = schema().attributes[of].get(name or "")
        if attribute is None:
            ledger.dropped("column", heading=heading)
            continue
        try:
            out[attribute.id] = answers.value(of, attribute, said)
        except NotUnderstood:
            ledger.dropped("value", heading=heading, value=said)
    return {k: v for k, v in out.items() if v is not None}


def taken(of: str, row: Row, *names: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a row says of these names, and the rest of the row."""
    said: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for heading, value in row.items():
        name = known(of).get(plain(heading), "")
        if name in names and value not in (None, ""):
            said.setdefault(name, value)
        else:
            rest[heading] = value
    return said, rest


def id_in(said: Any) -> str | None:
    """What is written as an id, where it can be one."""
    id = answers.text(said).strip() if said is not None else ""
    return id if 0 < len(id) <= 80 and id.isprintable() and not id.startswith("#") else None
