"""Files of other programs: what is understood, what is guessed and said, what is dropped and said."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from mapping.errors import BadInput, FileUnreadable, TooMany, UnknownFormat
from mapping.imports import Imported, read
from mapping.model import ActorId
from tests.imports.books import workbook


def _keys(notes: object) -> set[str]:
    return {note.key for note in notes}  # type: ignore[attr-defined]


def _links(found: Imported) -> list[tuple[str, str, str]]:
    map = found.file.map
    return [(map.actors[k.source].name, k.kind, map.actors[k.target].name) for k in map.links.values()]


def test_a_kumu_workbook_is_read_by_label() -> None:
    found = read(
        workbook(
            Elements=[["Label", "Type", "Description", "Tags"],
                      ["Congreso Nacional", "oversight_state", "Elige al CONADEH", "x"],
                      ["CONADEH", "Órganos estatales de supervisión y control", "", ""]],
            Connections=[["From", "To", "Type", "direction"], ["Congreso Nacional", "CONADEH", "nombra", "directed"]],
        ),
        "kumu.xlsx",
    )  # fmt: skip
    map = found.file.map

    assert [a.kind for a in map.actors.values()] == ["oversight_state", "oversight_state"]
    assert map.actors[ActorId("x-1")].note == "Elige al CONADEH"
    assert len(map.links) == 1
    assert {n.values["heading"] for n in found.dropped} == {"Tags"}


def test_several_targets_in_one_cell_are_several_links() -> None:
    found = read(b"From,To,Type\nFuerzas Armadas,Polic\xc3\xada Militar|FUSINA,command\n", "links.csv")

    assert _links(found) == [
        ("Fuerzas Armadas", "command", "Policía Militar"), ("Fuerzas Armadas", "command", "FUSINA"),
    ]  # fmt: skip
    assert "actor_of_link" in _keys(found.guessed)


def test_gephis_type_is_the_direction_and_kind_the_relation() -> None:
    found = read(b"Source,Target,Type,Kind,Weight\npn,mp,Directed,referral,2\n", "edges.csv")
    (link,) = found.file.map.links.values()

    assert (link.kind, link.strength) == ("referral", 2)
    assert "relation" not in _keys(found.guessed)


def test_kumus_type_is_the_relation() -> None:
    assert _links(read(b"From,To,Type\nPN,MP,referral\n", "c.csv")) == [("PN", "referral", "MP")]


def test_a_relation_that_is_not_known_is_kept_as_a_word_and_said() -> None:
    found = read(b"From,To,Type\nPN,MP,Compadrazgo\n", "c.csv")
    (link,) = found.file.map.links.values()

    assert (link.kind, link.note) == ("other", "Compadrazgo")
    assert ("relation", "Compadrazgo") in {(n.key, n.values.get("word")) for n in found.guessed}


def test_a_mutual_link_of_a_directed_kind_is_two() -> None:
    found = read(b"From,To,Type,direction\nPN,MP,referral,mutual\n", "c.csv")

    assert _links(found) == [("PN", "referral", "MP"), ("MP", "referral", "PN")]


def test_answers_are_understood_in_words_of_either_language() -> None:
    rows = "Desde;Hacia;Relación;¿Funciona?\nCONADEH;PN;control independiente;A medias\nMP;PN;referral;on paper only\n"
    practices = [k.practice for k in read(rows.encode(), "vínculos.csv").file.map.links.values()]

    assert practices == ["weak", "paper"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_found_out(encoding: str, delimiter: str) -> None:
    text = "Nombre,Tipo\nPolicía Nacional,core_security\n".replace(",", delimiter)
    (actor,) = read(text.encode(encoding), "actores.csv").file.map.actors.values()

    assert (actor.name, actor.kind) == ("Policía Nacional", "core_security")


def test_a_formula_is_never_evaluated() -> None:
    found = read(workbook(Nodes=[["Label", "Type"], ["=1+1", "justice"], ["MP", "justice"]]), "n.xlsx")

    assert [a.name for a in found.file.map.actors.values()] == ["MP"]
    plain = read(b"Label,Type\n'=1+1,justice\n=2+2,justice\n", "n.csv")
    assert [a.name for a in plain.file.map.actors.values()] == ["=1+1", "=2+2"]


def test_sheets_marked_ignore_and_sheets_of_something_else_are_left_out() -> None:
    found = read(
        workbook(Nodes=[["Label"], ["MP"]], Notes__ignore_=[["x"], ["y"]], Presupuesto=[["Año", "Monto"], [2015, 3]]),
        "n.xlsx",
    )

    assert len(found.file.map.actors) == 1
    assert ("sheet", "Presupuesto") in {(n.key, n.values.get("name")) for n in found.dropped}


def test_a_persons_name_is_pointed_out_and_not_refused() -> None:
    found = read("Label,Type\nDr. Juan Pérez,justice\n".encode(), "n.csv")

    assert len(found.file.map.actors) == 1
    assert "person" in _keys(found.guessed)


def test_values_outside_their_scale_are_dropped_and_said() -> None:
    found = read(b"Label,kind,influence,veto\nPN,core_security,9,maybe\nMP,justice,4,yes\n", "n.csv")
    pn, mp = found.file.map.actors.values()

    assert (pn.influence, pn.veto) == (None, False)
    assert (mp.influence, mp.veto) == (4, True)
    assert [(n.key, n.values["heading"]) for n in found.dropped] == [("value", "influence"), ("value", "veto")]


@pytest.mark.parametrize("huge", ["1e400", "9" * 400, "-1e99", "nan", "inf", "0x10"])
def test_numbers_beyond_reason_are_no_values(huge: str) -> None:
    found = read(f"Label,kind,influence,x\nPN,core_security,{huge},{huge}\n".encode(), "n.csv")
    (actor,) = found.file.map.actors.values()

    assert (actor.influence, actor.x) == (None, None)


def test_the_same_id_twice_is_said_and_the_first_stays() -> None:
    found = read(b"Id,Label\npn,Polic\xc3\xada\npn,Otra\n", "n.csv")

    assert [a.name for a in found.file.map.actors.values()] == ["Policía"]
    assert "same_id" in _keys(found.dropped)


def test_a_link_to_itself_or_without_an_end_is_dropped_and_said() -> None:
    found = read(b"From,To,Type\nPN,PN,command\nPN,,command\nPN,MP,referral\n", "c.csv")

    assert len(found.file.map.links) == 1
    assert {"loop", "endless"} <= _keys(found.dropped)


def test_kumus_project_file_is_read_with_places() -> None:
    project = {
        "elements": [{"_id": "elem-a", "attributes": {"label": "PN", "element type": "core_security"}},
                     {"_id": "elem-b", "attributes": {"label": "MP", "element type": "justice"}}],
        "connections": [{"_id": "conn-1", "from": "elem-a", "to": "elem-b", "direction": "directed",
                         "attributes": {"connection type": "referral"}}],
        "maps": [{"elements": [{"element": "elem-a", "position": {"x": 10, "y": -20}}]}],
    }  # fmt: skip
    found = read(json.dumps(project).encode(), "project.json")
    first = found.file.map.actors[ActorId("elem-a")]

    assert (found.format, first.name, first.kind, first.x, first.y) == ("kumu", "PN", "core_security", 10, -20)
    assert _links(found) == [("PN", "referral", "MP")]


@pytest.mark.parametrize("key", ["edges", "links"])
def test_node_link_lists_are_read_under_both_names(key: str) -> None:
    data = {"nodes": [{"id": "pn", "label": "PN"}, {"id": "mp", "label": "MP"}],
            key: [{"source": "pn", "target": "mp", "kind": "referral"}]}  # fmt: skip

    assert _links(read(json.dumps(data).encode(), "graph.json")) == [("PN", "referral", "MP")]


def test_graphml_of_others_is_read() -> None:
    document = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="d0" for="node" attr.name="label" attr.type="string"/>
      <key id="d1" for="edge" attr.name="relation" attr.type="string"/>
      <graph edgedefault="undirected"><node id="n0"><data key="d0">BID</data></node>
      <node id="n1"><data key="d0">COSUDE</data></node>
      <edge source="n0" target="n1"><data key="d1">cooperation</data></edge></graph></graphml>"""

    assert _links(read(document, "yed.graphml")) == [("BID", "cooperation", "COSUDE")]


def test_a_map_drawn_in_yed_keeps_its_labels_and_places() -> None:
    document = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed"><node id="n0"><data key="d6"><y:ShapeNode><y:Geometry x="12.5" y="-7"/>
      <y:NodeLabel>Policía
      Nacional<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
      <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Fiscalía</y:NodeLabel></y:ShapeNode></data></node>
      <edge source="n0" target="n1"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>remite casos a</y:EdgeLabel>
      </y:PolyLineEdge></data></edge></graph></graphml>"""
    found = read(document.encode(), "yed.graphml")
    first = found.file.map.actors[ActorId("n0")]

    assert _links(found) == [("Policía Nacional", "referral", "Fiscalía")]
    assert (first.x, first.y) == (12.5, -7)
    assert found.dropped == ()


def test_gephis_two_tables_come_in_one_archive_whatever_a_mac_adds() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("e/nodes.csv", "Id,Label,modularity_class\n1,Police,0\n2,Courts,1\n")
        archive.writestr("e/edges.csv", "Source,Target,Type,Kind,Id,Weight\n1,2,Directed,referral,10,1.0\n")
        archive.writestr("__MACOSX/e/._nodes.csv", b"\0\5\x16\7")
    found = read(out.getvalue(), "gephi.zip")

    assert _links(found) == [("Police", "referral", "Courts")]
    assert {n.values["heading"] for n in found.dropped} == {"modularity_class", "Weight"}  # 1 wherever it is said


def test_a_title_over_the_headings_is_passed_over() -> None:
    found = read("Mapa del grupo 3,,\n,,\nNombre,Tipo,Influencia\nFiscalía,justicia,3\n".encode(), "g3.csv")
    (actor,) = found.file.map.actors.values()

    assert (actor.name, actor.kind, actor.influence) == ("Fiscalía", "justice", 3)


def test_a_list_of_names_alone_loses_none() -> None:
    assert len(read(b"Label\nPN\nMP\n", "n.csv").file.map.actors) == 2


def test_a_second_row_of_one_label_and_kind_is_the_same_actor_and_adds_to_it() -> None:
    """Kumu knows an element by its label and type."""
    rows = "Label,Type,Influence,Notas\nPN,core_security,,\nPN,core_security,3,dos\nPN,justice,,\n"
    found = read(rows.encode(), "kumu.csv")

    assert [(a.kind, a.influence, a.note) for a in found.file.map.actors.values()] == [
        ("core_security", 3, "dos"), ("justice", None, ""),
    ]  # fmt: skip
    assert "same_name" in _keys(found.guessed)


def test_the_format_is_known_without_a_name() -> None:
    assert read(b'{"nodes": [{"id": "pn"}], "edges": []}').format == "node-link"
    assert read(b"Label,Type\nPN,core_security\n").format == "csv"


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "m.json", FileUnreadable),
        (b"", "", FileUnreadable),
        (b"[]", "m.json", FileUnreadable),
        (b'{"format": "sector-map"}', "m.json", BadInput),
        (b"\xd0\xcf\x11\xe0 old", "m.xls", FileUnreadable),
        (b"Label\n", "m.csv", FileUnreadable),
        (b"Fecha,Monto\n2015,3\n", "m.csv", FileUnreadable),
        (b"<html></html>", "m.graphml", FileUnreadable),
        (b"<html><table></table></html>", "m.xlsx", FileUnreadable),
        (b"*Arcs\n1 2\n", "m.net", FileUnreadable),
        (b"  \n ", "m.csv", FileUnreadable),
        (b"x" * 10_000_001, "m.csv", TooMany),
    ],
)
def test_what_is_no_map_is_refused_in_words(data: bytes, name: str, error: type[BadInput]) -> None:
    with pytest.raises(error) as raised:
        read(data, name)

    assert str(raised.value)


def test_a_format_that_no_reader_knows_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="dl"):
        read(b"DL N=5", "m.dl", format="dl")
