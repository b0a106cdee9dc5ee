"""What is worth talking about first. Golden values: the acceptance story's agenda, ranks 1-11."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from mapping.analysis.questions import QUESTIONS
from mapping.compare.agenda import Topic, agenda
from mapping.compare.align import align
from mapping.compare.board import board
from mapping.compare.contradictions import Contradiction, contradictions
from mapping.compare.findings import QUESTIONS as WEIGHED
from mapping.compare.reading import Reading, readings
from mapping.compare.trials import Trials
from mapping.errors import UnknownQuestion
from mapping.model import ActorId, LinkId, SectorMap
from tests.compare.in_full import adopted, named
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
    return agenda(all, contradictions(all), WEIGHED[session])


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


def test_a_link_between_two_pieces_makes_its_ends_single_points() -> None:
    """By hand: two rings of four; with one link between them each of its ends cuts the three behind it off."""
    ids = ["pn", "mp", "tribunales", "inp", "conadeh", "congreso", "ffaa", "pmop"]
    rings = [(a, b) for ring in (ids[:4], ids[4:]) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
    rows = "\n".join(f"{a} information {b} works" for a, b in rings)
    apart = map_of(dict.fromkeys(ids, "justice"), rows)
    maps = {"1": apart, "2": with_row(apart, "inp information conadeh works")}

    assert table(topics(maps)) == [("one_sided:inp>information>conadeh", ["Q3-13 1", "Q3-13 2"])]


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


def test_a_question_is_asked_once_about_a_change_and_only_where_it_sees_one() -> None:
    """Twenty groups would otherwise ask hundreds of thousands of times."""
    all, trials = read(five()), Trials()
    differences = contradictions(all)

    agenda(all, differences, WEIGHED["3"], trials)
    asked = trials.asked
    agenda(all, differences, WEIGHED["3"], trials)

    assert 0 < asked < sum(len(d.versions) for d in differences) * len(WEIGHED["3"]) / 4
    assert trials.asked == asked


def test_what_no_question_sees_is_not_asked_about() -> None:
    """Somebody moves an actor, and writes a note beside a link."""
    maps, trials = five(), Trials()
    board(maps, trials=trials)
    asked = trials.asked
    moved = replace(maps["3"].actors[ActorId("pn")], x=120.0)
    noted = with_link(replace(maps["3"], actors={**maps["3"].actors, moved.id: moved}), "g1-08", note="a word")

    board(maps | {"3": noted}, trials=trials)

    assert trials.asked == asked


def test_after_an_edit_one_group_is_asked_again() -> None:
    """Group 3 draws that the Ombudsman oversees the armed forces: the others are asked about that alone."""
    maps, trials, anew = five(), Trials(), Trials()
    board(maps, trials=trials)
    asked = trials.asked
    drawn = maps | {"3": with_row(maps["3"], "conadeh ov_independent ffaa works")}

    found = board(drawn, trials=trials)

    assert found == board(drawn, trials=anew)
    assert 0 < trials.asked - asked < anew.asked / 3


def test_boards_at_once_remember_nothing_wrong() -> None:
    """Everybody who looks has a thread: several may ask for the boards of two moments at the same time."""
    trials = Trials()
    moments = [five(), five() | {"3": with_row(five()["3"], "conadeh ov_independent ffaa works")}] * 6

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda maps: board(maps, trials=trials).agenda, moments))

    assert found[:2] == [board(maps).agenda for maps in moments[:2]]
    assert found == found[:2] * 6
    assert found[0] != found[1]


def test_what_weighs_nothing_cannot_be_asked() -> None:
    all = read(five())

    with pytest.raises(UnknownQuestion):
        agenda(all, contradictions(all), ["Q3-03"])
