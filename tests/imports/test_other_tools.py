"""Workbooks and encodings in the shapes in which other tools write them."""

from __future__ import annotations

import pytest

from mapping.codec import dumps
from mapping.i18n import translate
from mapping.imports import read, said
from tests.imports.books import inline, keys, links, raw_workbook, workbook


def test_onodos_workbook_has_names_at_both_ends_and_years_called_from_and_to() -> None:
    book = workbook(
        Nodes=[["Name", "Type", "Visible"], ["Congreso", "poder", 1], ["CONADEH", "ente", 1]],
        Relations=[["Source", "Type", "Target", "Directed", "At", "From", "To"],
                   ["Congreso", "nombra a", "CONADEH", 1, None, 2014, 2018]],
    )  # fmt: skip
    found = read(book, "onodo.xlsx")

    assert links(found) == [("Congreso", "appointment", "CONADEH")]
    assert {n.values["heading"] for n in found.dropped} == {"Visible", "From", "To"}


def test_onodos_spanish_workbook_is_read_as_the_english_one() -> None:
    book = workbook(
        Nodos=[["Nombre", "Tipo"], ["Congreso", "poder"], ["CONADEH", "ente"]],
        Relaciones=[["Origen", "Tipo", "Destino", "Dirigido"], ["Congreso", "coordina", "CONADEH", "No"]],
    )

    assert links(read(book, "onodo.xlsx")) == [("Congreso", "cooperation", "CONADEH")]


def test_prsms_workbook_has_factors_with_places_and_links_by_label() -> None:
    book = workbook(
        Factors=[["Label", "Style", "Description", "x", "y"], ["Policía", 3, "de campo", 10, -20],
                 ["Fiscalía", 1, "", 5, 5]],
        Links=[["From", "To", "Label", "Style"], ["Policía", "Fiscalía", "remite casos", 2]],
    )  # fmt: skip
    found = read(book, "prsm.xlsx")
    first = next(iter(found.file.map.actors.values()))

    assert links(found) == [("Policía", "referral", "Fiscalía")]
    assert (first.note, first.x, first.y) == ("de campo", 10, -20)


def test_polinodes_workbook_is_read() -> None:
    book = workbook(
        Nodes=[["Name", "Department"], ["PN", "x"], ["MP", "y"]], Edges=[["Source", "Target"], ["PN", "MP"]]
    )

    assert links(read(book, "polinode.xlsx")) == [("PN", "other", "MP")]


def test_the_stored_value_of_a_formula_is_taken_and_said_and_one_without_is_left_out() -> None:
    cells = "<row><c><f>1+1</f></c><c t='str'><f>A1</f><v>Fiscalía</v></c></row>"
    more = inline("Policía", "Fiscalía", "referral")
    found = read(raw_workbook(inline("From", "To", "Type") + cells + more), "f.xlsx")

    assert links(found) == [("Policía", "referral", "Fiscalía")]
    assert {n.key: n.count for n in found.guessed}["formula"] == 1
    assert {n.key: n.count for n in found.dropped} == {"formula": 1, "endless": 1}


def test_a_text_that_begins_like_a_formula_is_a_text_and_that_is_said() -> None:
    found = read(b'Label,Type\n"=HYPERLINK(""http://example.org"")",justice\n', "n.csv")

    assert [a.name for a in found.file.map.actors.values()] == ['=HYPERLINK("http://example.org")']
    assert "formula_text" in keys(found.guessed)


def test_a_date_of_a_workbook_is_a_date() -> None:
    from datetime import date

    book = workbook(Actores=[["Nombre", "Tipo", "as_of"], ["PN", "core_security", date(2015, 9, 1)]])

    assert next(iter(read(book, "a.xlsx").file.map.actors.values())).as_of == "2015-09-01"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "latin-1", "mac_roman"])
def test_encodings_without_a_mark_are_found_by_their_letters(encoding: str) -> None:
    text = "Nombre;Tipo\nMinisterio Público;justice\n¿Órgano de Ñuflo?;justice\nComisión Pingüino;justice\n"
    found = read(text.encode(encoding), "actores.csv")

    assert [a.name for a in found.file.map.actors.values()] == [
        "Ministerio Público", "¿Órgano de Ñuflo?", "Comisión Pingüino",
    ]  # fmt: skip
    assert ("encoding" in keys(found.guessed)) == (encoding in ("latin-1", "mac_roman"))


def test_control_and_steering_characters_are_no_part_of_a_name() -> None:
    found = read("Label,Type\nPoli\x07c\u202eía\u200f,justice\n".encode(), "n.csv")

    assert [a.name for a in found.file.map.actors.values()] == ["Policía"]


def test_half_a_character_of_json_is_nowhere_in_the_map_or_in_what_is_said() -> None:
    """JSON can write one half of a pair; no file can hold it."""
    nodes = r'[{"id": "a", "label": "x\ud800y", "note": "\ud800", "odd\ud800": 1}, {"id": "b\ud800", "label": "b"}]'
    edges = r'[{"source": "a", "target": "b\ud800", "kind": "z\ud800", "strength": "\ud800"}]'
    found = read(f'{{"nodes": {nodes}, "links": {edges}}}'.encode(), "m.json")

    assert dumps(found.file).encode()
    assert "\n".join(said(found, translate("en"))).encode()
    assert [a.name for a in found.file.map.actors.values()] == ["xy", "b"]
    assert len(found.file.map.links) == 1


def test_what_is_said_of_many_stands_in_one_line() -> None:
    rows = "".join(f"grupo {n},grupo {n + 1},cosa,{n + 5}\n" for n in range(40))
    lines = said(read(f"From,To,Type,Weight\n{rows}".encode(), "c.csv"), translate("es"))

    assert len(lines) < 8
    assert any(line.startswith("Se supuso: 41 actores que sólo nombran relaciones: grupo 0") for line in lines)
