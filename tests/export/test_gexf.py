"""GEXF 1.3 as its published schema wants it, once the `viz` elements are set aside. The schema (gephi/gexf, specs/1.3)
is not part of this project: files of these maps were validated against it by hand, and the rules of it that matter here
are written down below."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from mapping.codec import MapFile
from mapping.export import exported
from mapping.i18n import translate
from mapping.model import SectorMap
from tests.golden import group2
from tests.render.maps import attack, every_answer, hostile, long_words

HERE, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
# element -> the elements in it, in their order; its attributes: those that must be there, those that may
RULES = {
    "gexf": (["meta", "graph"], {"version"}, {"variant"}),
    "meta": (["creator", "description"], set(), {"lastmodifieddate"}),
    "creator": ([], set(), set()),
    "description": ([], set(), set()),
    "graph": (["attributes", "attributes", "nodes", "edges"], set(), {"defaultedgetype", "mode", "idtype"}),
    "attributes": (["attribute"], {"class"}, {"mode"}),
    "attribute": ([], {"id", "title", "type"}, set()),
    "nodes": (["node"], set(), {"count"}),
    "edges": (["edge"], set(), {"count"}),
    "node": (["attvalues"], {"id"}, {"label"}),
    "edge": (["attvalues"], {"source", "target"}, {"id", "type", "label", "weight", "kind"}),
    "attvalues": (["attvalue"], set(), set()),
    "attvalue": ([], {"for", "value"}, set()),
}
MANY = {"attributes", "nodes", "edges", "attvalues"}  # hold any number of what they hold
MAPS = [SectorMap(), group2(), every_answer(), hostile(), long_words(), attack("http://127.0.0.1/")]


@pytest.mark.parametrize("map", MAPS, ids=["empty", "golden", "answers", "hostile", "long", "attack"])
@pytest.mark.parametrize("internal", [True, False])
def test_it_is_as_the_schema_wants_it(map: SectorMap, internal: bool) -> None:
    root = ET.fromstring(exported(MapFile(map), "gexf", translate("es"), internal=internal))

    assert (root.tag, root.get("version")) == (f"{HERE}gexf", "1.3")
    for element in root.iter():
        if element.tag.startswith(VIZ):
            continue
        name = element.tag.removeprefix(HERE)
        inside, must, may = RULES[name]
        held = [child.tag.removeprefix(HERE) for child in element if not child.tag.startswith(VIZ)]
        assert set(held) <= set(inside) if name in MANY else held in (inside, []), name
        assert must <= set(element.keys()) <= must | may, name


def test_every_value_and_end_of_an_edge_is_declared() -> None:
    root = ET.fromstring(exported(MapFile(every_answer()), "gexf", translate("es"), internal=True))
    nodes = {node.get("id") for node in root.iter(f"{HERE}node")}

    for of in ("node", "edge"):
        known = {a.get("id") for a in root.findall(f".//{HERE}attributes[@class='{of}']/{HERE}attribute")}
        assert {v.get("for") for e in root.iter(f"{HERE}{of}") for v in e.iter(f"{HERE}attvalue")} <= known
    assert {edge.get(end) for edge in root.iter(f"{HERE}edge") for end in ("source", "target")} <= nodes
