"""JSON of other programs as rows: Kumu (blueprint and project), Cytoscape.js, and node-link lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.errors import TooMany
from mapping.imports.problems import unreadable
from mapping.model import FILE_ACTORS, FILE_LINKS

Rows = tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]


def json_rows(data: Any) -> tuple[str, Rows]:
    """The dialect and its rows; `FileUnreadable` when it is none that is known."""
    if isinstance(data, Mapping):
        _check_sizes(data)
        elements = data.get("elements")
        if isinstance(elements, Mapping):
            frame = data.get("data")
            nodes, edges = _list(elements.get("nodes")), _list(elements.get("edges"))
            return "cyjs", (
                [_renamed({**_row(n.get("data")), **_place(n.get("position"))}, id="id", name="label") for n in nodes],
                [_renamed(_row(e.get("data")), link="id", name="") for e in edges],
                _renamed(_row(frame), name="question") if isinstance(frame, Mapping) else {},
            )
        if isinstance(elements, list):
            places = _places(data)
            actors = [{**places.get(str(e.get("_id")), {}), **_kumu(e)} for e in _list(elements)]
            return "kumu", (actors, [_kumu(c) for c in _list(data.get("connections"))], {})
        if isinstance(data.get("nodes"), list):
            links = data.get("edges", data.get("links"))
            return "node-link", ([_flat(n) for n in _list(data["nodes"])], [_flat(e) for e in _list(links)], {})
    raise unreadable("json_unknown")


def _check_sizes(data: Mapping[str, Any]) -> None:
    """Refuse what no map holds before its rows are made."""
    inside = data.get("elements")
    for tables in (data, inside if isinstance(inside, Mapping) else {}):
        for names, what, limit in ((("nodes", "elements"), "actors", FILE_ACTORS),
                                   (("edges", "links", "connections"), "links", FILE_LINKS)):  # fmt: skip
            if any(isinstance(tables.get(name), list) and len(tables[name]) > limit for name in names):
                raise TooMany(what, limit)


def _list(rows: Any) -> list[Mapping[str, Any]]:
    return [r for r in rows if isinstance(r, Mapping)] if isinstance(rows, list) else []


def _row(data: Any) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        return {}
    plain = (str, int, float, bool, list)
    return {str(k): v for k, v in data.items() if isinstance(v, plain)}


def _place(spot: Any) -> dict[str, Any]:
    return {k: spot[k] for k in ("x", "y") if k in spot} if isinstance(spot, Mapping) else {}


def _renamed(row: dict[str, Any], **names: str) -> dict[str, Any]:
    return {names.get(k, k): v for k, v in row.items() if names.get(k, k)}


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**_row(row), **_row(row.get("attributes"))}


def _kumu(row: Mapping[str, Any]) -> dict[str, Any]:
    """Both dialects: properties beside the id, or under `attributes` with the id in `_id`."""
    out = _flat(row)
    if "_id" in out:
        out["id"] = out.pop("_id")
    out = {k: v for k, v in out.items() if k not in ("delayed", "reversed", "attributes")}
    return _renamed(out, **{"from": "source", "to": "target"})


def _places(project: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Where the first map of a project has each element."""
    for map in _list(project.get("maps")):
        spots = {str(e.get("element")): _place(e.get("position")) for e in _list(map.get("elements"))}
        if spots:
            return spots
    return {}
