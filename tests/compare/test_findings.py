"""The groups' answers side by side. Golden values: the acceptance story, sections 4 and 5."""

from __future__ import annotations

from mapping.compare.align import align
from mapping.compare.findings import QUESTIONS, Row, findings
from mapping.compare.reading import readings
from mapping.model import SectorMap
from tests.compare.maps import map_of


def rows(maps: dict[str, SectorMap]) -> dict[str, Row]:
    return {row.question: row for row in findings(readings(maps, align(maps)), QUESTIONS["3"])}


def test_what_both_groups_find(group1: SectorMap, group2: SectorMap) -> None:
    found = rows({"1": group1, "2": group2})

    assert found["Q3-02"].shared == {"ffaa", "fusina", "inp"}
    assert found["Q3-13"].shared == {"conadeh", "pn"}
    assert {"pn", "conadeh", "congreso"} <= found["Q3-22"].shared  # two donors on pn, none for oversight
    assert {row.verdict for q, row in found.items() if q in ("Q3-02", "Q3-13", "Q3-22")} == {"partly"}


def test_both_find_one_break_at_different_places(group1: SectorMap, group2: SectorMap) -> None:
    row = rows({"1": group1, "2": group2})["Q3-10"]

    assert {g: a.named for g, a in row.answers.items()} == {"1": {"prosecution>court"}, "2": {"police>prosecution"}}
    assert (row.verdict, row.shared) == ("elsewhere", frozenset())


def test_one_group_finds_what_the_other_does_not(group1: SectorMap, group2: SectorMap) -> None:
    row = rows({"1": group1, "2": group2})["Q3-04"]

    assert {g: a.outcome for g, a in row.answers.items()} == {"1": "found", "2": "nothing"}
    assert row.verdict == "some"


def test_a_map_on_which_too_little_is_drawn_is_not_taken_for_agreement(group1: SectorMap) -> None:
    found = rows({"1": group1, "2": map_of({"pn": "core_security"})})

    assert found["Q3-10"].verdict == "not_enough"
    assert found["Q3-10"].shared == frozenset()


def test_a_map_compared_with_itself_answers_the_same(group1: SectorMap) -> None:
    assert {row.verdict for row in rows({"1": group1, "2": group1}).values()} == {"same"}


def test_free_actors_are_named_by_their_joined_id() -> None:
    """Both drew a patronato that depends on the police it oversees, under another id."""
    pn = {"pn": "core_security"}
    one = map_of(pn, "pn budget x-a works\nx-a ov_civil pn works", a="Patronato")
    other = map_of(pn, "pn budget x-b works\nx-b ov_civil pn works", b="patronato")
    maps = {"1": one, "2": other}

    found = rows(maps)["Q3-04"]

    assert {g: a.named for g, a in found.answers.items()} == {"1": {"x-a"}, "2": {"x-a"}}
    assert found.shared == {"x-a"}
