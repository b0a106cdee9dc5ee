from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from mapping.codec import MapFile
from mapping.errors import UnknownFormat
from mapping.export import FORMATS, exported
from mapping.export.cells import cell, inert
from mapping.i18n import LANGUAGES, translate
from mapping.model import LinkId, SectorMap
from tests.render.maps import hostile

ES = translate("es")


def _csv(map: SectorMap, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(exported(MapFile(map), "csv", ES, internal=True))) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))


def test_every_format_has_a_name_in_both_languages() -> None:
    for language in LANGUAGES:
        assert all(translate(language).has(f"debrief.formats.{id}") for id in FORMATS)


def test_an_unknown_format_is_refused_by_name(group1: SectorMap) -> None:
    with pytest.raises(UnknownFormat, match=r"'docx'.*xlsx"):
        exported(MapFile(group1), "docx", ES)


@pytest.mark.parametrize("format", list(FORMATS))
def test_the_same_map_gives_the_same_bytes(format: str, group1: SectorMap) -> None:
    assert exported(MapFile(group1), format, ES) == exported(MapFile(group1), format, ES)


@pytest.mark.parametrize("format", list(FORMATS))
def test_words_that_try_to_be_code_are_written_by_every_format(format: str) -> None:
    assert exported(MapFile(hostile()), format, ES)


def test_csv_has_the_headings_that_gephi_reads(group1: SectorMap) -> None:
    actors, links = _csv(group1, "actors.csv"), _csv(group1, "links.csv")

    assert list(actors[0])[:2] == ["Id", "Label"]
    assert list(links[0])[:4] == ["Source", "Target", "Type", "Kind"]
    assert {row["Type"] for row in links} == {"Directed"}
    assert links[0]["Kind"] == "command"  # in Gephi the relation is Kind; Type is the direction


def test_a_link_without_direction_says_so(group2: SectorMap) -> None:
    rows = {row["Kind"]: row["Type"] for row in _csv(group2, "links.csv")}

    assert rows["cooperation"] == "Undirected"
    assert rows["training"] == "Directed"


def test_influence_0_is_written_and_not_rated_is_empty(group1: SectorMap) -> None:
    rows = {row["Id"]: row["influence"] for row in _csv(group1, "actors.csv")}

    assert (rows["ddhh_ffaa"], rows["inp"], rows["ffaa"]) == ("0", "", "5")


@given(text=st.text(max_size=20))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_stay_numbers() -> None:
    assert (cell(-2), cell(-12.5), cell("-2")) == (-2, -12.5, "'-2")


def test_the_workbook_has_kumus_names_and_no_formula(group1: SectorMap) -> None:
    map = replace(group1, links={**group1.links, LinkId("g1-01"): replace(group1.links[LinkId("g1-01")], note="=1+1")})
    book = load_workbook(io.BytesIO(exported(MapFile(map), "xlsx", ES, internal=True)))
    elements, connections = book["Elements"], book["Connections"]

    assert [c.value for c in elements[1]][:3] == ["Label", "Type", "Map id"]
    assert [c.value for c in connections[1]][:4] == ["From", "To", "Type", "direction"]
    assert (elements.max_row, connections.max_row) == (13, 16)
    assert connections["A2"].value == "Fuerzas Armadas"
    assert all(c.data_type != "f" for sheet in book for row in sheet.iter_rows() for c in row)
    assert any(c.value == "'=1+1" for row in connections.iter_rows() for c in row)
    assert all("(ignore)" in name for name in book.sheetnames[2:])


def test_the_workbook_tells_the_findings_and_what_it_is(group1: SectorMap) -> None:
    book = load_workbook(io.BytesIO(exported(MapFile(group1), "xlsx", ES)))
    heads, first = [[c.value for c in row] for row in list(book["Hallazgos (ignore)"].iter_rows())[:2]]
    about = {row[0].value: row[1].value for row in book["Acerca de (ignore)"].iter_rows()}

    said = dict(zip(heads, first, strict=True))
    assert said["Pregunta"].startswith("¿Qué instituciones del Estado con personal armado")
    assert "4 de 5 instituciones con personal armado" in said["Hallazgo"]
    assert said["Cautela"].startswith("Un control que nadie dibujó puede existir.")
    assert "Congreso Nacional supervisa a FUSINA · hace falta" in said["Relaciones"]
    assert about["Lo que se quitó"] == "1 nota"
    assert about["Fecha"] == "2015-09-01"
    assert "Ejemplo inventado" in about


def test_rows_of_the_workbook_are_as_high_as_what_is_said_in_them(group1: SectorMap) -> None:
    sheet = load_workbook(io.BytesIO(exported(MapFile(group1), "xlsx", ES)))["Hallazgos (ignore)"]

    first = sheet["B2"].value
    assert len(first) > 120
    assert sheet.row_dimensions[2].height >= 45  # three lines of a column that is 60 letters wide
    assert sheet.page_setup.orientation == "landscape"


def test_graphml_is_read_by_networkx_with_every_parallel_link(group2: SectorMap) -> None:
    graph = nx.read_graphml(
        io.BytesIO(exported(MapFile(group2), "graphml", ES)), force_multigraph=True
    )  # fmt: skip

    assert (len(graph.nodes), len(graph.edges)) == (12, 15)
    assert graph.nodes["pn"]["label"] == "Policía Nacional"
    kinds = [d["kind"] for *_, d in graph.edges(data=True)]
    assert (kinds.count("command"), kinds.count("cooperation")) == (2, 1)


def test_gexf_is_read_by_networkx_and_keeps_the_kind_as_a_value(group1: SectorMap) -> None:
    graph = nx.read_gexf(io.BytesIO(exported(MapFile(group1), "gexf", ES)))
    root = ET.fromstring(exported(MapFile(group1), "gexf", ES))

    assert len(graph.edges) == 15
    assert "ov_independent" in {d.get("Kind") for *_, d in graph.edges(data=True)}
    assert root.tag == "{http://gexf.net/1.3}gexf"


def test_kumu_and_cytoscape_get_ends_that_exist(group1: SectorMap) -> None:
    kumu = json.loads(exported(MapFile(group1), "kumu", ES))
    cyjs = json.loads(exported(MapFile(group1), "cyjs", ES))
    ids = {e["id"] for e in kumu["elements"]}
    nodes = {n["data"]["id"] for n in cyjs["elements"]["nodes"]}

    assert all({c["from"], c["to"]} <= ids for c in kumu["connections"])
    assert kumu["connections"][0]["direction"] == "directed"
    assert all({e["data"]["source"], e["data"]["target"]} <= nodes for e in cyjs["elements"]["edges"])
    edges = [e["data"]["id"] for e in cyjs["elements"]["edges"]]
    assert len(set(edges) | nodes) == len(edges) + len(nodes)  # Cytoscape has one space of ids
