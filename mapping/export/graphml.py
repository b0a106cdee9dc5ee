"""GraphML (yEd, Gephi, networkx): lists joined by |, control characters out, parallel links kept by their ids.

Every edge is written as directed, since readers refuse a mixture; `direction` says undirected where a kind is.
"""

from __future__ import annotations

from typing import Any

from mapping.codec import MapFile
from mapping.export.tables import Row, actor_rows, link_rows
from mapping.i18n import Translate
from mapping.model import values_of
from mapping.render.markup import escaped

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def graphml(file: MapFile, t: Translate) -> bytes:
    """The map as a GraphML document, with the frame as data of the graph."""
    nodes = [{k: v for k, v in row.items() if k != "Id"} for row in actor_rows(file.map, t)]
    for row in nodes:
        row["label"] = row.pop("Label")
    edges = []
    for row, link in zip(link_rows(file.map), file.map.links.values(), strict=True):
        rest = {k: v for k, v in row.items() if k not in ("Id", "Source", "Target", "Type", "Kind")}
        verb = link.of_kind.label[t.language]
        direction = "directed" if link.of_kind.directed else "undirected"
        edges.append({"kind": row["Kind"], "label": verb, "direction": direction, **rest})
    frame = [{"handling": file.handling, **values_of(file.map.frame)}]
    keys: list[str] = []
    ids = {
        of: _keys(of, rows, keys) for of, rows in (("graph", frame), ("node", nodes), ("edge", edges))
    }  # fmt: skip
    body = [_data(frame[0], ids["graph"])]
    for id, row in zip(file.map.actors, nodes, strict=True):
        body.append(f'<node id="{escaped(id)}">{_data(row, ids["node"])}</node>\n')
    for link, row in zip(file.map.links.values(), edges, strict=True):
        ends = f'source="{escaped(link.source)}" target="{escaped(link.target)}"'
        body.append(f'<edge id="{escaped(link.id)}" {ends}>{_data(row, ids["edge"])}</edge>\n')
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n{"".join(keys)}'
        f'<graph id="map" edgedefault="directed">\n{"".join(body)}</graph>\n</graphml>\n'
    )
    return document.encode("utf-8")


def _keys(of: str, rows: list[Row], keys: list[str]) -> dict[str, str]:
    """Declare a key for every property in use; its id for each name."""
    out: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None and name not in out:
                out[name] = f"{of[0]}{len(out)}"
                keys.append(
                    f'<key id="{out[name]}" for="{of}" attr.name="{escaped(name)}" attr.type="{_type(value)}"/>\n'
                )
    return out


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "int" if isinstance(value, int) else "double" if isinstance(value, float) else "string"


def _data(row: Row, ids: dict[str, str]) -> str:
    return "".join(
        f'<data key="{ids[k]}">{escaped(flat(v))}</data>' for k, v in row.items() if v is not None
    )  # fmt: skip


def flat(value: Any) -> str:
    """A property as one text: lists joined by |, which their parts give up for /."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "|".join(str(v).replace("|", "/") for v in value)
    return str(value)
