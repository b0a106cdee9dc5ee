"""What coincides. Golden values: the acceptance story's board for the two golden groups."""

from __future__ import annotations

from math import isnan

from mapping.compare.align import align
from mapping.compare.overlap import Overlap, overlap, pairwise, spreads
from mapping.compare.reading import Reading, readings
from mapping.model import SectorMap
from tests.compare.maps import five, map_of, three, with_link, with_row


def read(maps: dict[str, SectorMap]) -> tuple[Reading, ...]:
    return readings(maps, align(maps))


def golden(group1: SectorMap, group2: SectorMap) -> Overlap:
    return overlap(read({"1": group1, "2": group2}))


def in_words(keys: object) -> set[str]:
    return {str(key) for key in keys}  # type: ignore[attr-defined]


def test_actors_shared_and_only(group1: SectorMap, group2: SectorMap) -> None:
    found = golden(group1, group2)

    assert (len(found.actors_shared), len(found.actors_union)) == (11, 13)
    assert dict(found.actors_only) == {"1": ("ddhh_ffaa",), "2": ("apj",)}


def test_nine_of_twenty_links_coincide(group1: SectorMap, group2: SectorMap) -> None:
    found = golden(group1, group2)

    assert in_words(found.shared) == {
        "ffaa>command>pmop", "ffaa>command>fusina", "congreso>appointment>conadeh", "conadeh>ov_independent>pn",
        "conadeh>ov_independent>pmop", "mp>referral>tribunales", "tribunales>referral>inp", "bid>training>pn",
        "cosude>training>pn",
    }  # fmt: skip
    assert len(found.union) == 20
    assert found.jaccard == 0.45


def test_a_link_that_is_needed_is_not_in_the_union(group1: SectorMap, group2: SectorMap) -> None:
    """Counting it would give 9 of 21."""
    found = golden(group1, group2)

    assert "congreso>ov_parliament>fusina" not in in_words(found.union)
    assert {g: in_words(keys) for g, keys in found.gaps.items()} == {"1": {"congreso>ov_parliament>fusina"}, "2": set()}


def test_seven_of_the_nine_have_the_same_answer(group1: SectorMap, group2: SectorMap) -> None:
    assert golden(group1, group2).same_practice == 7


def test_what_is_not_said_is_no_same_answer(group1: SectorMap, group2: SectorMap) -> None:
    silent = with_link(group1, "g1-01", practice="not_said"), with_link(group2, "g2-01", practice="not_said")

    found = golden(*silent)

    assert (found.same_practice, found.unsaid_practice, len(found.shared)) == (6, 1, 9)


def test_what_only_one_saw_is_apart_from_what_the_other_could_not_see(group1: SectorMap, group2: SectorMap) -> None:
    found = golden(group1, group2)

    assert {g: in_words(keys) for g, keys in found.only_seen.items()} == {
        "1": {"mp>ov_judicial>pn"},
        "2": {
            "congreso>appointment>mp", "tribunales>ov_judicial>pn", "congreso>ov_parliament>pmop",
            "bid>cooperation>cosude",
        },
    }  # fmt: skip
    assert {g: in_words(keys) for g, keys in found.only_lacking.items()} == {
        "1": {"ffaa>command>ddhh_ffaa", "ddhh_ffaa>ov_internal>ffaa", "ddhh_ffaa>ov_internal>pmop"},
        "2": {"apj>ov_civil>pn"},
    }


def test_a_link_drawn_the_other_way_round_is_not_among_what_only_one_saw(group1: SectorMap, group2: SectorMap) -> None:
    assert in_words(golden(group1, group2).turned) == {"pn>referral>mp", "mp>referral>pn"}


def test_every_link_is_in_exactly_one_list() -> None:
    found = overlap(read(five()))

    several = sum(n for groups, n in found.by_count.items() if groups > 1)
    alone = sum(len(keys) for table in (found.only_seen, found.only_lacking) for keys in table.values())
    assert several + alone + len(found.turned) == len(found.union)


def test_the_order_of_the_ends_of_a_symmetric_link_says_nothing() -> None:
    pair = {"bid": "international", "cosude": "international"}
    maps = {"1": map_of(pair, "bid cooperation cosude works"), "2": map_of(pair, "cosude cooperation bid works")}

    assert overlap(read(maps)).jaccard == 1.0


def test_the_order_of_the_ends_of_a_directed_link_does() -> None:
    pair = {"pn": "core_security", "mp": "justice"}
    maps = {"1": map_of(pair, "pn referral mp works"), "2": map_of(pair, "mp referral pn works")}

    assert overlap(read(maps)).jaccard == 0.0


def test_two_parallel_links_are_one_in_the_comparison(group1: SectorMap, group2: SectorMap) -> None:
    doubled = with_row(group1, "ffaa command pmop weak")

    found = golden(doubled, group2)

    assert (len(found.shared), len(found.union), found.same_practice) == (9, 20, 7)


def test_nothing_drawn_has_no_ratio() -> None:
    maps = {"1": map_of({"pn": "core_security"}), "2": map_of({"pn": "core_security"})}

    assert isnan(overlap(read(maps)).jaccard)


def test_three_groups_together_and_two_by_two() -> None:
    """By hand: group 3 adds mp > pn to group 1's 14; with both other maps the 9 stay shared and the union stays 20."""
    found, pairs = overlap(read(three())), pairwise(read(three()))

    assert (len(found.shared), len(found.union)) == (9, 20)
    assert {pair: (len(o.shared), len(o.union)) for pair, o in pairs.items()} == {
        ("1", "2"): (9, 20), ("1", "3"): (14, 15), ("2", "3"): (10, 20),
    }  # fmt: skip
    assert dict(found.by_count) == {1: 5, 2: 6, 3: 9}


def test_influence_spread_is_shown_with_every_groups_value(group1: SectorMap, group2: SectorMap) -> None:
    found = {s.actor: s for s in spreads(read({"1": group1, "2": group2}))}

    assert {a: dict(s.values) for a, s in found.items() if (s.width or 0) >= 2} == {
        "bid": {"1": 4, "2": 2}, "congreso": {"1": 2, "2": 4},
    }  # fmt: skip
    assert {a for a, s in found.items() if s.width == 1} == {"fusina", "tribunales"}


def test_not_rated_is_said_and_is_not_zero(group1: SectorMap, group2: SectorMap) -> None:
    found = {s.actor: s for s in spreads(read({"1": group1, "2": group2}))}

    assert (found["inp"].width, found["inp"].not_rated) == (None, ("1", "2"))
    assert isnan(found["inp"].mean)
    assert found["bid"].mean == 3.0
