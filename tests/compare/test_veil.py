"""R14: of what is sensitive, which group drew it is not said."""

from __future__ import annotations

import pytest

from mapping.compare.board import Board, board
from mapping.compare.reading import LinkKey
from mapping.compare.veil import is_veiled, veil
from mapping.model import SectorMap
from tests.compare.maps import map_of

STATE = {"pn": "core_security", "mp": "justice", "ms13": "criminal"}
EXTORTS, THREATENS = LinkKey("ms13", "infiltration", "pn"), LinkKey("ms13", "influence", "pn")
OVERSEES = LinkKey("mp", "ov_judicial", "pn")


@pytest.fixture
def opened() -> Board:
    """Both have all actors; each drew one sensitive link alone, one with two answers, and group 1 an open one."""
    one = "ms13 infiltration pn works\nms13 influence pn weak\nmp ov_judicial pn works"
    other = "ms13 infiltration pn weak\nms13 influence mp works"
    return board({"1": map_of(STATE, one), "2": map_of(STATE, other)}, sensitive=True, at_least=1)


def test_only_what_is_there_because_the_layer_is_open_is_delicate(opened: Board) -> None:
    assert opened.delicate == {EXTORTS, THREATENS, LinkKey("ms13", "influence", "mp")}
    assert board({"1": opened.joint.map, "2": opened.joint.map}).delicate == frozenset()


def test_no_group_is_named_where_it_is_delicate_and_every_answer_is_still_told(opened: Board) -> None:
    found = veil(opened)

    for key in opened.delicate:
        assert all(is_veiled(group) for group in found.links[key])
        assert sorted(found.links[key].values()) == sorted(opened.links[key].values())
    for one in found.contradictions:
        if opened.delicate & set(one.keys):
            assert all(is_veiled(group) for group in one.versions)
    assert {x.difference.id for x in found.agenda} == {x.difference.id for x in opened.agenda}
    told = [x.difference for x in found.agenda if opened.delicate & set(x.difference.keys)]
    assert told
    assert all(is_veiled(group) for one in told for group in one.versions)


def test_lists_by_group_name_none_and_lose_nothing(opened: Board) -> None:
    found = veil(opened)
    seen = {group: set(keys) for group, keys in found.overlap.only_seen.items()}

    assert seen["1"] == {OVERSEES}
    assert seen["2"] == set()
    assert seen["?1"] == {THREATENS, LinkKey("ms13", "influence", "mp")}


def test_who_stands_in_does_not_follow_a_group_from_link_to_link(opened: Board) -> None:
    """Group 1 says *works* of one and *weak* of the other: numbered by what is said, it is not the same one twice."""
    swapped = board({"1": opened_map("weak", "works"), "2": opened_map("works", "weak")}, sensitive=True)
    as_is = board({"1": opened_map("works", "weak"), "2": opened_map("weak", "works")}, sensitive=True)

    assert veil(swapped).links == veil(as_is).links


def opened_map(extorts: str, threatens: str) -> SectorMap:
    return map_of(STATE, f"ms13 infiltration pn {extorts}\nms13 influence pn {threatens}")


def test_what_is_open_stays_as_it_is(group1: SectorMap, group2: SectorMap) -> None:
    golden = board({"1": group1, "2": group2}, sensitive=True)
    assert veil(golden) is golden
