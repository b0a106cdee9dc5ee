from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from mapping.i18n import translate
from mapping.model import SectorMap
from mapping.render.interactive import Told, explore_html, html, size_by_influence
from tests.render.maps import HOSTILE, hostile
from tests.render.test_picture import Named

ES = translate("es")


def data(page: str, name: str) -> Any:
    """What the page's script is given under a name."""
    found = re.search(rf"^const {name} = (.*);$", page, re.MULTILINE)
    assert found
    return json.loads(found[1])


class Tags(HTMLParser):
    """The elements of a page, and every address that one of them points to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.addresses += [v or "" for k, v in attrs if k in ("src", "href", "action", "data", "poster", "srcset")]


def test_the_page_needs_nothing_beside_it(group1: SectorMap) -> None:
    page = html(group1, ES)

    assert Tags(page).addresses == []
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\((?!data:)", page.split("<script>")[0])


def test_places_are_computed_and_physics_is_off(group1: SectorMap) -> None:
    page = html(group1, ES)
    options = json.loads(data(page, "OPTIONS"))

    assert options["physics"] == {"enabled": False}
    assert all(isinstance(n["x"], float) and isinstance(n["y"], float) for n in data(page, "NODES"))


def test_parallel_and_opposite_links_are_all_there(group1: SectorMap) -> None:
    edges = data(html(group1, ES), "EDGES")

    assert len(edges) == 15
    assert len({e["id"] for e in edges}) == 15
    assert sum(bool(e["share"]) for e in edges) == 4  # ffaa - ddhh_ffaa both ways, mp - pn both ways


def test_actors_and_links_look_as_in_the_picture(group1: SectorMap) -> None:
    page = html(group1, ES)
    nodes = {n["name"]: n for n in data(page, "NODES")}
    edges = data(page, "EDGES")

    assert nodes["Fuerzas Armadas"]["force"]["filled"] is True
    assert nodes["CONADEH"]["form"] == "diamond"
    assert (nodes["INP"]["tower"], nodes["INP"]["under"]) == (None, "sin valorar")
    assert [e["sign"] for e in edges].count("half") == 4
    assert [e["sign"] for e in edges].count("words") == 1
    assert {e["letter"] for e in edges} == {"A", "S", "R", "+"}


def test_every_link_can_be_read_without_the_picture(group1: SectorMap) -> None:
    page = html(group1, ES)

    assert "CONADEH supervisa a la Policía Militar · a medias" in page
    assert page.count("data-link=") == 15


def test_a_finding_lights_what_it_names_and_the_ends_of_its_links(group1: SectorMap) -> None:
    told = Told("Cuatro de cinco", "En la práctica", ("ffaa", "pmop"), ("g1-08",))
    page = html(group1, ES, findings=[told])
    nodes = {n["name"]: n["id"] for n in data(page, "NODES")}
    (light,) = data(page, "DRAWING")["findings"]

    assert light["marked"] == [nodes["Fuerzas Armadas"], nodes["Policía Militar"]]
    assert nodes["CONADEH"] in light["all"]
    assert nodes["INP"] not in light["all"]


def test_explore_draws_size_by_influence_and_no_towers(group1: SectorMap) -> None:
    page = explore_html(group1, ES, Named(("ffaa",), ()))
    nodes = {n["name"]: n for n in data(page, "NODES")}

    assert nodes["Fuerzas Armadas"]["scale"] > nodes["Policía Militar"]["scale"] > nodes["CONADEH"]["scale"]
    assert all(n["tower"] is None for n in nodes.values())
    assert "Tamaño: influencia" in page
    assert data(page, "DRAWING")["lit"]["marked"] == [nodes["Fuerzas Armadas"]["id"]]


def test_not_rated_is_not_the_smallest() -> None:
    assert size_by_influence(0) < size_by_influence(None) < size_by_influence(5)


def test_a_page_is_dark_where_it_should_be(group1: SectorMap) -> None:
    assert data(explore_html(group1, ES, theme="dark"), "DRAWING")["theme"]["canvas"] == "#15181C"


def test_what_people_typed_is_neither_markup_nor_script_nor_template() -> None:
    page = html(hostile(), ES, findings=[Told(HOSTILE, "{{7*7}}")])
    tags = Tags(page).names

    assert "img" not in tags
    assert tags.count("script") == 2
    assert HOSTILE not in page
    assert "{{7*7}}" in page.split("<body")[1].split("<script>")[0]
    assert {n["name"] for n in data(page, "NODES")} >= {HOSTILE, "{{7*7}} {% raw %}", "a\u2028b\u2029c"}
    assert "\u2028" not in page.split("<script>")[2]


def test_notes_and_ids_of_the_map_are_not_in_the_page(group1: SectorMap) -> None:
    page = html(group1, ES)

    assert "CANARIO-7F" not in page
    assert "g1-08" not in page
