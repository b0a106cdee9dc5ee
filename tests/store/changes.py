"""Changes as participants make them, for the tests."""

from __future__ import annotations

from itertools import count
from typing import Any

from mapping.changes import Change

A, B = "p-a", "p-b"
_numbers = count(1)
KINDS = {"pn": "core_security", "pmop": "core_security", "congreso": "oversight_state", "conadeh": "oversight_state"}


def change(op: str, *, by: str = A, base: int = 0, id: str = "", **body: Any) -> Change:
    return Change(id or f"c-{next(_numbers)}", by, base, op, body)


def add(actor: str, *, by: str = A, base: int = 0, id: str = "", **values: Any) -> Change:
    row = {"id": actor, "name": actor.upper(), "kind": KINDS.get(actor, "civil_society"), **values}
    return change("add", by=by, base=base, id=id, actor=row)


def link(id: str, kind: str, source: str, target: str, *, by: str = A, base: int = 0, **values: Any) -> Change:
    return change("link", by=by, base=base, link={"id": id, "kind": kind, "source": source, "target": target, **values})


def set_(of: str, *, by: str = A, base: int = 0, **values: Any) -> Change:
    return change("set", by=by, base=base, of=of, values=values)
