"""GraphML and GEXF as rows. Entities and external references are refused."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from mapping.errors import TooMany
from mapping.imports.problems import unreadable
from mapping.model import FILE_ACTORS, FILE_LINKS

ELEMENTS, DEEP = 1_500_000, 100
Rows = tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]


def graphml_rows(data: bytes) -> Rows:
    """Actors, links and the frame of a GraphML document."""
    root = _root(data, "graphml")
    keys = {e.get("id"): (e.get("attr.name") or e.get("id") or "", e.get("attr.type")) for e in _all(root, "key")}
    graph = next(iter(_all(root, "graph")), None)
    if graph is None:
        raise unreadable("no_graph")

    def data_of(element: Element) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for child in element:
            if _tag(child) == "data":
                name, type = keys.get(child.get("key"), (child.get("key") or "", "string"))
                out |= _drawn(child) if len(child) else {name: _typed(child.text or "", type)}
        return out

    actors = [{"id": n.get("id"), **data_of(n)} for n in _all(graph, "node")]
    undirected = graph.get("edgedefault") == "undirected"
    links = []
    for e in _all(graph, "edge"):
        row = {"source": e.get("source"), "target": e.get("target"), **data_of(e)}
        if e.get("id"):
            row["id"] = e.get("id")
        if e.get("directed") == "false" or (undirected and e.get("directed") != "true"):
            row.setdefault("direction", "undirected")
        links.append(row)
    return actors, links, data_of(graph)


def gexf_rows(data: bytes) -> Rows:
    """Actors and links of a GEXF document (1.2 or 1.3)."""
    root = _root(data, "gexf")
    titles: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    for group in _all(root, "attributes"):
        of = titles.setdefault(group.get("class") or "", {})
        of.update({a.get("id") or "": a.get("title") or "" for a in _all(group, "attribute")})

    def row(element: Element, of: str, *names: str) -> dict[str, Any]:
        out: dict[str, Any] = {k: element.get(k) for k in names if element.get(k)}
        for value in _all(element, "attvalue"):
            id = value.get("for") or value.get("id") or ""
            out[titles[of].get(id, id)] = value.get("value")
        return out

    actors = [row(n, "node", "id", "label") for n in _all(root, "node")]
    for actor, element in zip(actors, _all(root, "node"), strict=True):
        for spot in _all(element, "position"):
            actor.setdefault("x", spot.get("x"))
            actor.setdefault("y", spot.get("y"))
    links = [row(e, "edge", "id", "source", "target", "kind", "label", "type", "weight") for e in _all(root, "edge")]
    usual = next((g.get("defaultedgetype") for g in _all(root, "graph")), None)
    for link in links if usual in ("undirected", "mutual") else ():
        if link.get("type") not in ("directed", "undirected", "mutual"):
            link.setdefault("direction", usual)
    ours = any((e.text or "") == "Sector Map" for e in _all(root, "creator"))
    question = next((e.text or "" for e in _all(root, "description")), "") if ours else ""
    return actors, links, {"question": question} if question else {}


def _drawn(element: Element) -> dict[str, Any]:
    """What yEd draws inside a node or edge: its label and its place."""
    out: dict[str, Any] = {}
    for label in (*_all(element, "NodeLabel"), *_all(element, "EdgeLabel")):
        if text := " ".join("".join(label.itertext()).split()):
            out.setdefault("label", text)
    for spot in _all(element, "Geometry"):
        out |= {k: _typed(v, "double") for k in ("x", "y") if (v := spot.get(k))}
    return out


class _Shallow(TreeBuilder):
    """Builds the tree of a document that is neither nested without end nor of more elements than a map has."""

    def __init__(self) -> None:
        super().__init__()
        self._deep, self._left = 0, ELEMENTS
        self._things = {"node": FILE_ACTORS, "edge": FILE_LINKS}

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._deep, self._left = self._deep + 1, self._left - 1
        if self._left < 0:
            raise TooMany("elements in a document", ELEMENTS)
        if self._deep > DEEP:
            raise unreadable("nested")
        if (thing := tag.rsplit("}", 1)[-1]) in self._things:
            self._things[thing] -= 1
            if self._things[thing] < 0:
                raise TooMany(*(("actors", FILE_ACTORS) if thing == "node" else ("links", FILE_LINKS)))
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Element:
        self._deep -= 1
        return super().end(tag)


def _root(data: bytes, tag: str) -> Element:
    parser = DefusedXMLParser(target=_Shallow())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except DefusedXmlException:
        raise unreadable("entities") from None
    except (ParseError, ValueError, LookupError, AssertionError):
        raise unreadable("xml") from None
    if _tag(root) != tag:
        raise unreadable("other_document", found=_tag(root), tag=tag)
    return root


def _tag(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _all(element: Element, tag: str) -> list[Element]:
    return [e for e in element.iter() if _tag(e) == tag]


def _typed(text: str, type: str | None) -> Any:
    if type in ("int", "long", "float", "double"):
        try:
            return int(text) if type in ("int", "long") else float(text)
        except ValueError:
            return text
    return text
