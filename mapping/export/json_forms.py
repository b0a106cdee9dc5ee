"""JSON for other programs: Kumu's blueprint and Cytoscape's cyjs. Ours is `mapping.codec`."""

from __future__ import annotations

import json
from typing import Any

from mapping.codec import MapFile
from mapping.export.tables import actor_rows, link_rows
from mapping.i18n import Translate
from mapping.render.layout import places


def kumu(file: MapFile, t: Translate) -> bytes:
    """A Kumu blueprint: elements and connections; `type` is the kind in words."""
    elements, connections = [], []
    for row, actor in zip(actor_rows(file.map, t), file.map.actors.values(), strict=True):
        rest = {k: v for k, v in row.items() if k not in ("Id", "Label") and v is not None}
        elements.append({"id": actor.id, "label": row["Label"], "type": actor.of_kind.label[t.language], **rest})
    for row, link in zip(link_rows(file.map), file.map.links.values(), strict=True):
        rest = {k: v for k, v in row.items() if k not in ("Id", "Source", "Target", "Type", "Kind") and v is not None}
        direction = "directed" if link.of_kind.directed else "undirected"
        connections.append(
            {"id": link.id, "from": link.source, "to": link.target, "direction": direction,
             "type": link.of_kind.label[t.language], "kind": link.kind, **rest}
        )  # fmt: skip
    return _written({"elements": elements, "connections": connections})


def cyjs(file: MapFile, t: Translate) -> bytes:
    """Cytoscape.js JSON with places; `interaction` is the kind of a link."""
    where = places(file.map)
    nodes = [
        {"data": _said({**r, "id": r["Id"], "name": r.get("name") or r["Label"]}, "Id", "Label"),
         "position": {"x": where[r["Id"]][0], "y": where[r["Id"]][1]}}
        for r in actor_rows(file.map, t)
    ]  # fmt: skip
    edges = [
        {"data": _said({"id": f"link {r['Id']}", "source": r["Source"], "target": r["Target"],
                        "interaction": r["Kind"], "name": link.of_kind.label[t.language], "link": r["Id"], **r},
                       "Id", "Source", "Target", "Kind")}
        for r, link in zip(link_rows(file.map), file.map.links.values(), strict=True)
    ]  # fmt: skip
    frame = {"name": file.map.frame.question, "handling": file.handling}
    return _written({"data": frame, "elements": {"nodes": nodes, "edges": edges}})


def _said(row: dict[str, Any], *without: str) -> dict[str, Any]:
    return {k: v for k, v in row.items() if v is not None and k not in without}


def _written(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
