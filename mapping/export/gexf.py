"""GEXF 1.3 (Gephi, Gephi Lite), with places and colours. `kind` exists only in 1.3 and readers drop it, so the
kind of a link is written as a value too. A kind without direction is one directed edge: readers refuse a mixture.
Texts stand in attributes, where only a character reference keeps a line break."""

from __future__ import annotations

from mapping.codec import MapFile
from mapping.export.graphml import flat
from mapping.export.tables import Row, actor_rows, columns, link_rows
from mapping.i18n import Translate
from mapping.render.layout import places
from mapping.render.markup import attribute, escaped
from mapping.render.style import style

_NAMESPACES = 'xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"'


def gexf(file: MapFile, t: Translate) -> bytes:
    """The map as a GEXF document."""
    map = file.map
    nodes, edges = actor_rows(map, t), link_rows(map)
    where, colours = places(map), style().themes["light"].families
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n', f"<gexf {_NAMESPACES}>\n"]
    out.append(f"<meta><creator>Sector Map</creator><description>{escaped(map.frame.question)}</description></meta>\n")
    out.append('<graph defaultedgetype="directed" mode="static">\n')
    node_names = [c for c in columns(nodes) if c not in ("Id", "Label")]
    edge_names = ["Kind", *(c for c in columns(edges) if c not in ("Id", "Source", "Target", "Kind"))]
    out += [_declared("node", node_names), _declared("edge", edge_names), "<nodes>\n"]
    for row in nodes:
        x, y = where[row["Id"]]
        out.append(
            f'<node id="{escaped(row["Id"])}" label="{attribute(row["Label"])}">{_values(row, node_names)}'
            f'<viz:position x="{x}" y="{-y}" z="0"/></node>\n'
        )
    out.append("</nodes>\n<edges>\n")
    for row, link in zip(edges, map.links.values(), strict=True):
        hue = colours[link.of_kind.family.id]
        r, g, b = (int(hue[i : i + 2], 16) for i in (1, 3, 5))
        out.append(
            f'<edge id="{escaped(link.id)}" source="{escaped(link.source)}" target="{escaped(link.target)}" '
            f'kind="{link.kind}" label="{escaped(link.of_kind.label[t.language])}">{_values(row, edge_names)}'
            f'<viz:color r="{r}" g="{g}" b="{b}"/></edge>\n'
        )
    out.append("</edges>\n</graph>\n</gexf>\n")
    return "".join(out).encode("utf-8")


def _declared(of: str, names: list[str]) -> str:
    rows = "".join(f'<attribute id="{i}" title="{escaped(name)}" type="string"/>' for i, name in enumerate(names))
    return f'<attributes class="{of}">{rows}</attributes>\n'


def _values(row: Row, names: list[str]) -> str:
    said = [
        f'<attvalue for="{i}" value="{attribute(flat(v))}"/>'
        for i, name in enumerate(names)
        if (v := row[name]) is not None
    ]
    return f"<attvalues>{''.join(said)}</attvalues>" if said else ""
