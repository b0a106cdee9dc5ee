"""Where the groups do not coincide."""

from __future__ import annotations

from mapping.compare.align import align
from mapping.compare.contradictions import Contradiction, contradictions
from mapping.compare.reading import readings
from mapping.model import SectorMap
from tests.compare.maps import map_of, three, with_link, with_row

PAIR = {"pn": "core_security", "mp": "justice"}


def found(maps: dict[str, SectorMap]) -> dict[str, Contradiction]:
    return {c.id: c for c in contradictions(readings(maps, align(maps)))}


def test_three_links_are_drawn_differently(group1: SectorMap, group2: SectorMap) -> None:
    """Golden section 5."""
    all = found({"1": group1, "2": group2})

    assert {c.id: dict(c.versions) for c in all.values() if c.kind in ("direction", "relation", "practice")} == {
        "direction:mp>referral>pn": {"1": ("pn", "mp"), "2": ("mp", "pn")},
        "practice:conadeh>ov_independent>pmop": {"1": "weak", "2": "works"},
        "practice:mp>referral>tribunales": {"1": "weak", "2": "works"},
    }


def test_five_links_are_one_sided_and_four_ratings_differ(group1: SectorMap, group2: SectorMap) -> None:
    all = found({"1": group1, "2": group2})

    assert [c.id for c in all.values() if c.kind == "one_sided"] == [
        "one_sided:bid>cooperation>cosude", "one_sided:congreso>appointment>mp",
        "one_sided:congreso>ov_parliament>pmop", "one_sided:mp>ov_judicial>pn", "one_sided:tribunales>ov_judicial>pn",
    ]  # fmt: skip
    assert {c.actors[0]: c.spread for c in all.values() if c.kind == "rating"} == {
        "bid": 2, "congreso": 2, "fusina": 1, "tribunales": 1,
    }  # fmt: skip


def test_who_lacks_an_actor_contradicts_nobody(group1: SectorMap, group2: SectorMap) -> None:
    all = found({"1": group1, "2": group2})

    assert [c.id for c in all.values() if {"ddhh_ffaa", "apj"} & set(c.actors)] == []


def test_a_link_that_is_needed_is_a_version_of_who_did_not_draw_it(group1: SectorMap, group2: SectorMap) -> None:
    drawn = with_row(group2, "congreso ov_parliament fusina works")

    one = found({"1": group1, "2": drawn})["one_sided:congreso>ov_parliament>fusina"]

    assert dict(one.versions) == {"1": "missing", "2": "works"}


def test_needed_alone_is_no_difference(group1: SectorMap, group2: SectorMap) -> None:
    assert "one_sided:congreso>ov_parliament>fusina" not in found({"1": group1, "2": group2})


def test_not_said_is_no_opinion(group1: SectorMap, group2: SectorMap) -> None:
    silent = with_link(group1, "g1-08", practice="not_said")

    assert "practice:conadeh>ov_independent>pmop" not in found({"1": silent, "2": group2})


def test_both_ways_contradicts_neither_way() -> None:
    maps = {"1": map_of(PAIR, "pn referral mp works"), "2": map_of(PAIR, "pn referral mp works\nmp referral pn works")}

    all = found(maps)

    assert list(all) == ["one_sided:mp>referral>pn"]


def test_of_three_groups_one_that_drew_both_ways_says_both() -> None:
    one = found(three())["direction:mp>referral>pn"]

    assert dict(one.versions) == {"1": ("pn", "mp"), "2": ("mp", "pn"), "3": "both"}


def test_another_kind_the_other_way_is_no_contradiction_of_direction() -> None:
    maps = {"1": map_of(PAIR, "pn referral mp works"), "2": map_of(PAIR, "mp ov_judicial pn works")}

    assert {c.kind for c in found(maps).values()} == {"one_sided"}


def test_coordination_on_one_map_and_tension_on_the_other() -> None:
    maps = {"1": map_of(PAIR, "pn cooperation mp works"), "2": map_of(PAIR, "mp conflict pn not_said")}

    all = found(maps)

    assert {c.id: dict(c.versions) for c in all.values()} == {"relation:mp>pn": {"1": "cooperation", "2": "tension"}}


def test_coordination_and_tension_on_the_same_map_are_both_seen() -> None:
    both = "pn cooperation mp works\npn conflict mp not_said"
    maps = {"1": map_of(PAIR, both), "2": map_of(PAIR, "pn cooperation mp works")}

    assert list(found(maps)) == ["one_sided:mp>conflict>pn"]


def test_the_best_of_parallel_links_is_what_a_group_says() -> None:
    doubled = "pn referral mp weak\npn referral mp works"
    maps = {"1": map_of(PAIR, doubled), "2": map_of(PAIR, "pn referral mp works")}

    assert found(maps) == {}


def test_not_rated_contradicts_no_rating(group1: SectorMap, group2: SectorMap) -> None:
    assert "rating:influence:inp" not in found({"1": group1, "2": group2})
