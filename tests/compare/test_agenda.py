"""What is worth talking about first. Golden values: the acceptance story's agenda, ranks 1-11."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mapping.analysis.questions import QUESTIONS
from mapping.compare.adoption import adopted
from mapping.compare.agenda import Topic, agenda
from mapping.compare.align import align
from mapping.compare.contradictions import Contradiction, contradictions
from mapping.compare.findings import QUESTIONS as WEIGHED
from mapping.compare.quick import named
from mapping.compare.reading import Reading, readings
from mapping.model import LinkId, SectorMap
from tests.compare.maps import five, map_of, rating, three, with_link, with_row

GOLDEN = [
    ("direction:mp>referral>pn", ["Q3-10 1", "Q3-10 2"]),
    ("practice:conadeh>ov_independent>pmop", ["Q3-02 1", "Q3-02 2"]),
    ("practice:mp>referral>tribunales", ["Q3-10 1", "Q3-10 2"]),
    ("one_sided:bid>cooperation>cosude", ["Q3-22 1", "Q3-22 2"]),
    ("rating:influence:bid", ["Q3-17 1", "Q3-17 2"]),
    ("rating:influence:congreso", ["Q3-17 1", "Q3-17 2"]),
    ("rating:influence:fusina", ["Q3-17 1", "Q3-17 2"]),
    ("one_sided:congreso>appointment>mp", ["Q3-13 1"]),
    ("one_sided:congreso>ov_parliament>pmop", []),
    ("one_sided:mp>ov_judicial>pn", []),
    ("one_sided:tribunales>ov_judicial>pn", []),
]


def read(maps: dict[str, SectorMap]) -> tuple[Reading, ...]:
    return readings(maps, align(maps))


def topics(maps: dict[str, SectorMap], session: str = "3") -> tuple[Topic, ...]:
    all = read(maps)
    return agenda(all, contradictions(all), WEIGHED[session], named)


def table(found: Sequence[Topic]) -> list[tuple[str, list[str]]]:
    return [(t.difference.id, [f"{q} {g}" for q, g in t.flips]) for t in found]


def test_the_golden_agenda(group1: SectorMap, group2: SectorMap) -> None:
    found = topics({"1": group1, "2": group2})

    assert table(found) == GOLDEN
    assert [t.rank for t in found] == list(range(1, 12))
    assert [t.worth for t in found] == [2, 2, 2, 2, 2, 2, 2, 1, 0, 0, 0]


def test_a_rating_one_apart_is_on_it_only_when_an_answer_hangs_on_it(group1: SectorMap, group2: SectorMap) -> None:
    """fusina 3/4 decides who weighs more than its mandate; tribunales 2/3 decides nothing."""
    ids = [t.difference.id for t in topics({"1": group1, "2": group2})]

    assert "rating:influence:fusina" in ids
    assert "rating:influence:tribunales" not in ids


def test_a_wide_rating_is_on_it_though_nothing_hangs_on_it() -> None:
    rated = {g: rating(map_of({"pn": "core_security"}), "pn", n) for g, n in (("1", 0), ("2", 5))}

    assert table(topics(rated)) == [("rating:influence:pn", [])]


def test_a_gap_that_only_one_group_names_is_not_on_it(group1: SectorMap, group2: SectorMap) -> None:
    assert not [t for t in topics({"1": group1, "2": group2}) if "fusina" in t.difference.id and t.difference.keys]


def test_with_three_groups_each_takes_every_other_version() -> None:
    """By hand: conadeh > pmop is weak / works / works: each of the three is another with the other version."""
    found = dict(table(topics(three())))

    assert found["practice:conadeh>ov_independent>pmop"] == ["Q3-02 1", "Q3-02 2", "Q3-02 3"]


def test_who_did_not_say_has_no_version_to_change() -> None:
    """By hand: mp > tribunales is weak / works / not said: two versions, two groups."""
    found = dict(table(topics(three())))

    assert found["practice:mp>referral>tribunales"] == ["Q3-10 1", "Q3-10 2"]


def test_five_groups_and_a_group_that_drew_nothing_where_it_could() -> None:
    """By hand: conadeh > pmop is weak / works / works / works / not drawn. Group 5 takes a working one."""
    found = dict(table(topics(five())))

    assert found["practice:conadeh>ov_independent>pmop"] == [f"Q3-02 {g}" for g in "1234"]
    assert found["one_sided:conadeh>ov_independent>pmop"][:4] == ["Q3-02 2", "Q3-02 3", "Q3-02 4", "Q3-02 5"]


def test_the_version_of_who_says_it_is_needed_is_the_needed_link(group1: SectorMap, group2: SectorMap) -> None:
    drawn = with_row(group2, "congreso ov_parliament fusina works")
    one, two = read({"1": group1, "2": drawn})
    difference = next(c for c in contradictions((one, two)) if c.id == "one_sided:congreso>ov_parliament>fusina")

    taken, given_up = adopted(one, two, difference), adopted(two, one, difference)

    assert [k.practice for k in taken.links.values() if k.target == "fusina" and k.kind == "ov_parliament"] == ["works"]
    assert [k.practice for k in given_up.links.values() if k.kind == "ov_parliament" and k.target == "fusina"] == [
        "missing"
    ]


def test_taking_the_other_version_leaves_the_map_itself_alone(group1: SectorMap, group2: SectorMap) -> None:
    one, two = read({"1": group1, "2": group2})
    before = dict(one.map.links)

    for difference in contradictions((one, two)):
        adopted(one, two, difference)

    assert dict(one.map.links) == before


def test_taking_the_other_direction_turns_the_link_and_nothing_else(group1: SectorMap, group2: SectorMap) -> None:
    one, two = read({"1": group1, "2": group2})
    difference = contradictions((one, two))[0]

    map = adopted(one, two, difference)

    assert {(k.source, k.target) for k in map.links.values() if k.kind == "referral"} == {
        ("mp", "pn"), ("mp", "tribunales"), ("tribunales", "inp"),
    }  # fmt: skip
    assert LinkId("g1-11") not in map.links
    assert len(map.links) == 15


def test_versions_are_taken_by_joined_names() -> None:
    """The same actors under other ids on the other map."""
    free = {"a": "Patronato", "b": "Mesa de seguridad"}
    one = with_row(map_of({}, **free), "x-a conflict x-b not_said")
    other = with_row(map_of({}, c="patronato", d="mesa de seguridad"), "x-c cooperation x-d works")
    read_one, read_other = read({"1": one, "2": other})
    (difference,) = contradictions((read_one, read_other))

    map = adopted(read_one, read_other, difference)

    assert [(k.kind, *k.ends) for k in map.links.values()] == [("cooperation", "x-a", "x-b")]


def test_a_link_that_closes_a_ring_is_worth_its_gain_and_its_loss() -> None:
    """By hand: eight in a ring have no single point; without one link they are a path, cut at its middle four."""
    ids = ["pn", "mp", "tribunales", "inp", "conadeh", "congreso", "ffaa", "pmop"]
    ring = [f"{a} information {b} works" for a, b in zip(ids, [*ids[1:], ids[0]], strict=True)]
    kinds = dict.fromkeys(ids, "justice")
    maps = {"1": map_of(kinds, "\n".join(ring)), "2": map_of(kinds, "\n".join(ring[:-1]))}

    assert table(topics(maps)) == [("one_sided:pmop>information>pn", ["Q3-13 1", "Q3-13 2"])]


def test_only_the_questions_of_the_session_count(group1: SectorMap, group2: SectorMap) -> None:
    found = topics({"1": group1, "2": group2}, "4")

    assert {q for t in found for q, _ in t.flips} <= {"Q4-01", "Q4-03", "Q4-04", "Q4-05"}


@pytest.mark.parametrize("session", ["3", "4"])
def test_what_is_weighed_is_what_a_session_asks(session: str) -> None:
    assert all(QUESTIONS[q].session == session and not QUESTIONS[q].sensitive for q in WEIGHED[session])


def test_ties_are_in_the_order_of_kinds_then_ids(group1: SectorMap, group2: SectorMap) -> None:
    kinds = [t.difference.kind for t in topics({"1": group1, "2": group2}) if t.worth == 2]

    assert kinds == ["direction", "practice", "practice", "one_sided", "rating", "rating", "rating"]


def test_an_answer_that_changes_only_its_outcome_is_the_same_answer(group1: SectorMap, group2: SectorMap) -> None:
    """The rule looks at who is named. mp > pn is one more oversight that works on pn, and nobody new is named."""
    one, two = read({"1": group1, "2": with_link(group2, "g2-07", practice="weak")})
    difference: Contradiction = next(c for c in contradictions((one, two)) if c.id == "one_sided:mp>ov_judicial>pn")

    assert named(adopted(two, one, difference), "Q3-02") == named(two.map, "Q3-02")


def test_no_question_is_answered_twice_on_the_same_map() -> None:
    """Twenty groups would otherwise ask tens of thousands of times."""
    asked = []

    def counting(map: SectorMap, question: str) -> frozenset[str]:
        ratings = tuple((a.id, a.influence) for a in map.actors.values())
        links = tuple(sorted((k.kind, *k.ends, k.practice) for k in map.links.values()))
        asked.append((map.frame.group, question, ratings, links))
        return named(map, question)

    all = read({g: replace(m, frame=replace(m.frame, group=g)) for g, m in five().items()})
    differences = contradictions(all)
    agenda(all, differences, WEIGHED["3"], counting)

    assert len(asked) == len(set(asked))
    assert len(asked) < sum(len(d.versions) for d in differences) * len(WEIGHED["3"]) / 2
