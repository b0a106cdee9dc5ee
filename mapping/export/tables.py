"""A map as two tables with raw values: one row per actor, one per link, and the columns that are used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mapping.i18n import Translate
from mapping.model import Actor, Link, SectorMap, values_of
from mapping.schema import schema

Row = dict[str, Any]


def actor_rows(map: SectorMap, t: Translate) -> list[Row]:
    """Id, Label and every property that some actor has; names by language as `name.es`, `name.en`."""
    rows = [_actor(a, t) for a in map.actors.values()]
    return _filled(rows, ["Id", "Label", "kind", *schema().attributes["actor"]])


def link_rows(map: SectorMap) -> list[Row]:
    """Source, Target, Type (Directed or Undirected), Kind, Id and every property that some link has."""
    rows = [_link(k) for k in map.links.values()]
    return _filled(rows, ["Source", "Target", "Type", "Kind", "Id", "practice", *schema().attributes["link"]])


def columns(rows: Iterable[Row]) -> list[str]:
    """The columns of rows that all have the same."""
    return list(next(iter(rows), {}))


def _actor(actor: Actor, t: Translate) -> Row:
    values = values_of(actor)
    names = values.pop("names", {})
    label = actor.label(t.language)
    values |= {f"name.{k}": v for k, v in names.items()}
    if values["name"] == label:
        del values["name"]
    return {"Id": actor.id, "Label": label, **values}


def _link(link: Link) -> Row:
    values = values_of(link)
    kind, source, target = (values.pop(k) for k in ("kind", "source", "target"))
    direction = "Directed" if link.of_kind.directed else "Undirected"
    return {
        "Source": source, "Target": target, "Type": direction, "Kind": kind, "Id": link.id,
        "practice": link.practice, **values,
    }  # fmt: skip


def _filled(rows: list[Row], order: list[str]) -> list[Row]:
    used = {k for row in rows for k in row}
    known = [k for k in dict.fromkeys(order) if k in used]
    names = sorted(k for k in used if k.startswith("name."))
    all_ = [*known[:2], *names, *known[2:]]
    return [{k: row.get(k) for k in all_} for row in rows]
