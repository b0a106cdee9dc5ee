"""Pajek networks: the number is the identity, lists may carry the name of a relation."""

from __future__ import annotations

import pytest

from mapping.errors import BadInput, TooMany
from mapping.imports import read
from tests.imports.books import keys, links

HEAD = '*Network sector\r\n*Vertices 4\r\n1 "Congreso Nacional" 0.1 0.2 0.5 ic Green\n2 CONADEH\n% a comment\n3 "PN"\n'


def _read(body: str) -> list[tuple[str, str, str]]:
    return links(read((HEAD + body).encode(), "sector.net"))


def test_arcs_have_the_relation_of_their_list() -> None:
    found = _read('*Arcs :1 "nombra"\n1 2\n*Arcs :2 "supervisa"\n2 3 2\n')

    assert found == [("Congreso Nacional", "appointment", "CONADEH"), ("CONADEH", "ov_civil", "PN")]


def test_a_relation_is_known_by_its_number_once_it_was_named() -> None:
    assert _read('*Arcs :1 "referral"\n1 2\n*Arcs :1\n2 3\n')[1] == ("CONADEH", "referral", "PN")


def test_edges_have_no_direction() -> None:
    assert _read('*Edges :1 "cooperation"\n1 2 1\n') == [("Congreso Nacional", "cooperation", "CONADEH")]


def test_lists_go_from_the_first_to_all_others() -> None:
    assert [(a, b) for a, _, b in _read("*Arcslist\n1 2 3\n*Edgeslist\n3 4\n")] == [
        ("Congreso Nacional", "CONADEH"), ("Congreso Nacional", "PN"), ("PN", "4"),
    ]  # fmt: skip


def test_a_matrix_has_a_row_for_each_vertex() -> None:
    assert _read('*Matrix :1 "referral"\n0 1 0 0\n0 0 2 0\n0 0 0 0\n0 0 0 0\n') == [
        ("Congreso Nacional", "referral", "CONADEH"), ("CONADEH", "referral", "PN"),
    ]  # fmt: skip


def test_a_matrix_of_two_sorts_goes_from_the_first_to_the_second() -> None:
    found = read(b'*Vertices 3 2\n1 "PN"\n2 "MP"\n3 "Plan 2015"\n*Matrix\n1\n1\n', "two.net")

    assert [(a, b) for a, _, b in links(found)] == [("PN", "Plan 2015"), ("MP", "Plan 2015")]


def test_two_vertices_of_one_label_stay_two() -> None:
    found = read(b'*Vertices 2\n1 "Juzgado"\n2 "Juzgado"\n*Arcs\n1 2\n', "m.net")

    assert len(found.file.map.actors) == 2
    assert len(found.file.map.links) == 1


def test_places_and_the_words_of_an_arc_are_kept() -> None:
    found = read((HEAD + '*Arcs\n1 2 1 c Blue l "referral" lc Red\n').encode("cp1252"), "m.net")
    first = next(iter(found.file.map.actors.values()))

    assert (first.x, first.y) == (100, 200)
    assert links(found) == [("Congreso Nacional", "referral", "CONADEH")]


def test_a_network_is_known_by_its_content() -> None:
    assert links(read((HEAD + "*Arcs\n1 2\n").encode(), "network.txt"))


def test_ends_that_are_no_vertices_are_dropped_and_said() -> None:
    found = read((HEAD + "*Arcs\n1 9\n0 1\nx y\n3 3\n").encode(), "m.net")

    assert not found.file.map.links
    assert keys(found.dropped) == {"endless", "loop"}


@pytest.mark.parametrize("count", ["10001", "99999999999999"])
def test_more_vertices_than_a_map_has_are_refused(count: str) -> None:
    with pytest.raises(TooMany):
        read(f"*Vertices {count}\n".encode(), "m.net")


def test_a_network_without_vertices_is_refused() -> None:
    with pytest.raises(BadInput):
        read(b"*Vertices\n*Arcs\n1 2\n", "m.net")
