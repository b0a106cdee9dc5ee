"""Tables that are no lists with headings: matrices, and plain pairs."""

from __future__ import annotations

import pytest

from mapping.errors import BadInput
from mapping.imports import read
from tests.imports.books import keys, links, workbook


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("corner", ["", " ", '""'])
def test_a_matrix_with_a_blank_corner_is_read_from_row_to_column(between: str, corner: str) -> None:
    rows = f"{corner},Congreso,CONADEH,PN\nCongreso,0,1,0\nCONADEH,0,0,2\nPN,,0,\n".replace(",", between)
    found = read(rows.encode(), "matrix.csv")

    assert links(found) == [("Congreso", "other", "CONADEH"), ("CONADEH", "other", "PN")]
    assert [k.strength for k in found.file.map.links.values()] == [1, 2]
    assert "matrix" in keys(found.guessed)


def test_a_matrix_in_a_workbook_is_read_too() -> None:
    found = read(workbook(Hoja=[[None, "PN", "MP"], ["PN", 0, 1], ["MP", 0, 0]]), "m.xlsx")

    assert links(found) == [("PN", "other", "MP")]


def test_a_matrix_that_is_alike_both_ways_has_each_link_once() -> None:
    found = read(b",PN,MP,CSJ\nPN,0,1,0\nMP,1,0,1\nCSJ,0,1,0\n", "m.csv")

    assert {frozenset((a, b)) for a, _, b in links(found)} == {frozenset(("PN", "MP")), frozenset(("MP", "CSJ"))}
    assert {"symmetric", "undirected"} <= keys(found.guessed)


def test_a_table_whose_first_heading_is_blank_is_still_a_table() -> None:
    """As pandas writes it: the first column counts the rows."""
    found = read(b",Label,Type\n0,PN,core_security\n1,MP,justice\n", "m.csv")

    assert [(a.name, a.kind) for a in found.file.map.actors.values()] == [("PN", "core_security"), ("MP", "justice")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PN,MP\nMP,CSJ\n", "pairs.csv"),
        ("PN;MP\nMP;CSJ\n", "pairs.txt"),
        ("PN\tMP\nMP\tCSJ\n", "pairs.tsv"),
        ("PN MP\nMP CSJ\n", "pairs.txt"),
        ("# networkx\nPN MP {}\nMP CSJ {'weight': 2}\n", "pairs.edgelist"),
    ],
)
def test_pairs_without_headings_are_links(text: str, name: str) -> None:
    found = read(text.encode(), name)

    assert links(found) == [("PN", "other", "MP"), ("MP", "other", "CSJ")]
    assert "headless" in keys(found.guessed)


def test_a_third_column_is_the_relation_or_a_weight() -> None:
    relation = read(b"PN,MP,referral\nMP,CSJ,referral\n", "pairs.csv")
    weight = read(b"PN,MP,2\nMP,CSJ,3\n", "pairs.csv")

    assert links(relation) == [("PN", "referral", "MP"), ("MP", "referral", "CSJ")]
    assert [k.strength for k in weight.file.map.links.values()] == [2, 3]


def test_rows_of_different_lengths_are_each_an_actor_and_its_neighbours() -> None:
    found = read(b"PN;MP\nMP;CSJ;INP;PN\nDPI\n", "lists.csv")

    assert {(a, b) for a, _, b in links(found)} == {("PN", "MP"), ("MP", "CSJ"), ("MP", "INP"), ("MP", "PN")}


@pytest.mark.parametrize(
    "text",
    [
        "Fecha,Monto\n2015,3\n2016,4\n",  # headings, of something else
        "Policía Nacional\nCorte Suprema\nCorte Penal\n",  # names of two words, no pairs
        "PN,MP\nCSJ,INP\n",  # nobody twice: may be anything
        "PN,MP\n",
    ],
)
def test_what_is_no_network_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(BadInput):
        read(text.encode(), "m.csv")


def test_headings_between_blanks_are_read() -> None:
    found = read(b'Source Target Type timeset\nPN MP Directed "[2016, 2017]"\n', "gephi.csv")

    assert [(a, b) for a, _, b in links(found)] == [("PN", "MP")]


def test_headings_under_a_row_of_groups_are_found() -> None:
    """As NodeXL writes its sheets."""
    book = workbook(
        Edges=[["Graph Elements", None, "Visual Properties"], ["Vertex 1", "Vertex 2", "Color", "Label"],
               ["PN", "MP", None, "referral"]],
        Vertices=[["Graph Elements", "Visual Properties"], ["Vertex", "Color", "Label"], ["PN", "Red", "Policía"],
                  ["MP", "Red", "Fiscalía"]],
    )  # fmt: skip

    assert links(read(book, "nodexl.xlsx")) == [("Policía", "referral", "Fiscalía")]


def test_repeated_pairs_are_one_link_and_the_greater_strength_holds() -> None:
    found = read(b"Source,Target,Weight\nPN,MP,1\nMP,CSJ,2\nPN,MP,3\n", "edges.csv")

    assert [(a, b) for a, _, b in links(found)] == [("PN", "MP"), ("MP", "CSJ")]
    assert next(iter(found.file.map.links.values())).strength == 3
    assert {n.key: n.count for n in found.guessed}["repeated"] == 1


def test_a_pair_that_says_something_else_is_another_link() -> None:
    found = read(b"From,To,Type,Description\nPN,MP,referral,one\nPN,MP,referral,two\n", "c.csv")

    assert [k.note for k in found.file.map.links.values()] == ["one", "two"]


def test_a_weight_that_is_one_everywhere_is_no_strength() -> None:
    found = read(b"Source,Target,Weight\nPN,MP,1.0\nMP,CSJ,1.0\n", "edges.csv")

    assert {k.strength for k in found.file.map.links.values()} == {None}
    assert "weight_same" in keys(found.dropped)
