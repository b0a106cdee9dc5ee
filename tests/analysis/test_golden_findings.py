"""What the two groups of the acceptance story are told, row by row, and the traps that a shortcut falls into.

Every number was computed with networkx 3.6.1 from the tables of the story, apart from this program.
"""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest

from mapping.analysis.cohesion import cuts
from mapping.analysis.questions import answers
from mapping.graph import IN_PRACTICE, cohesion, layer
from mapping.model import LinkId, SectorMap
from tests.analysis.drawing import answer, said


def test_external_oversight_of_group_1(group1: SectorMap) -> None:
    finding = answer("Q3-02", group1)

    assert finding.outcome == "found"
    assert finding.values["works"] == {"pn": {"kinds": ["ov_judicial", "ov_independent"]}}
    assert finding.values["drawn"] == {"pmop": {"answers": {"weak": 1}, "kinds": ["ov_independent"]}}
    assert finding.values["none"] == ["ffaa", "fusina", "inp"]
    assert finding.gaps == ("g1-10",)
    assert finding.key() == {"ffaa", "fusina", "inp", "pmop"}


def test_external_oversight_of_group_2(group2: SectorMap) -> None:
    finding = answer("Q3-02", group2)

    assert finding.values["works"]["pn"]["kinds"] == ["ov_judicial", "ov_independent", "ov_civil"]
    assert finding.values["works"]["pmop"]["kinds"] == ["ov_independent"]
    assert finding.values["drawn"] == {}
    assert finding.values["none"] == ["ffaa", "fusina", "inp"]
    assert finding.gaps == ()


@pytest.mark.parametrize(
    ("group", "rows"),
    [
        ("group1", {"pn": (2, 2), "pmop": (0, 2), "ffaa": (0, 1), "fusina": (0, 0), "inp": (0, 0)}),
        ("group2", {"pn": (3, 3), "pmop": (1, 2), "ffaa": (0, 0), "fusina": (0, 0), "inp": (0, 0)}),
    ],
)
def test_coverage(group: str, rows: dict[str, tuple[int, int]], request: pytest.FixtureRequest) -> None:
    finding = answer("Q3-03", request.getfixturevalue(group))

    assert {r["actor"]: (r["works"], r["drawn"]) for r in finding.values["rows"]} == rows
    assert [r["actor"] for r in finding.values["rows"]] == list(rows)


def test_independence_of_group_1(group1: SectorMap) -> None:
    finding = answer("Q3-04", group1)

    assert [(r["overseer"], r["overseen"]) for r in finding.values["depends"]] == [("ddhh_ffaa", "ffaa")]
    assert [(r["overseer"], r["overseen"], r["bosses"]) for r in finding.values["same_boss"]] == [
        ("ddhh_ffaa", "pmop", ["ffaa"])
    ]
    assert {(r["overseer"], r["overseen"]) for r in finding.values["independent"]} == {
        ("conadeh", "pn"), ("conadeh", "pmop"), ("mp", "pn"),
    }  # fmt: skip
    assert "g1-03" in finding.links  # ffaa commands ddhh_ffaa: what the dependence rests on


def test_independence_of_group_2(group2: SectorMap) -> None:
    finding = answer("Q3-04", group2)

    assert finding.outcome == "nothing"
    assert {(r["overseer"], r["overseen"]) for r in finding.values["independent"]} == {
        ("conadeh", "pn"), ("conadeh", "pmop"), ("tribunales", "pn"), ("apj", "pn"), ("congreso", "pmop"),
    }  # fmt: skip


def test_the_chain_breaks_at_different_places(group1: SectorMap, group2: SectorMap) -> None:
    one, two = answer("Q3-10", group1), answer("Q3-10", group2)

    assert [(b["from"], b["to"]) for b in one.values["breaks"]] == [("prosecution", "court")]
    assert [k["practice"] for k in one.values["breaks"][0]["forward"]] == ["weak"]
    assert [(b["from"], b["to"]) for b in two.values["breaks"]] == [("police", "prosecution")]
    assert [k["link"] for k in two.values["breaks"][0]["reverse"]] == ["g2-10"]
    assert one.values["empty"] == two.values["empty"] == ["report", "investigation", "reintegration"]
    assert one.key().isdisjoint(two.key())


def test_cut_sizes_and_bridges_of_group_1(group1: SectorMap) -> None:
    finding = answer("Q3-13", group1)

    assert finding.values["cut"] == {"conadeh": 5, "pn": 5, "pmop": 3}
    assert finding.values["below"] == {"mp": 2, "ffaa": 1, "tribunales": 1}
    assert finding.values["with_paper"] == finding.values["cut"]
    assert {"-".join(b) for b in finding.values["bridges"]} == {
        "bid-pn", "cosude-pn", "conadeh-congreso", "conadeh-pmop", "conadeh-pn", "ffaa-fusina", "mp-pn",
        "mp-tribunales", "inp-tribunales",
    }  # fmt: skip


def test_cut_sizes_and_bridges_of_group_2(group2: SectorMap) -> None:
    finding = answer("Q3-13", group2)

    assert finding.values["cut"] == {"conadeh": 3, "pn": 3}
    assert finding.values["below"] == {"pmop": 2, "ffaa": 1, "tribunales": 1}
    assert finding.values["with_paper"] == {"pn": 3}
    assert {"-".join(b) for b in finding.values["bridges"]} == {
        "apj-pn", "conadeh-pmop", "ffaa-pmop", "ffaa-fusina", "inp-tribunales",
    }  # fmt: skip


def test_weight_and_mandate_of_group_1(group1: SectorMap) -> None:
    values = answer("Q3-17", group1).values

    assert {id: n for id, n in values["reach"].items() if n} == {"ffaa": 3, "congreso": 1}
    assert (values["weighs_more"], values["d"]["bid"]) == (["bid"], 5.0)
    assert (values["mandate_without_weight"], values["d"]["congreso"]) == (["congreso"], -6.5)
    assert values["not_rated"] == ["inp"]


def test_weight_and_mandate_of_group_2(group2: SectorMap) -> None:
    values = answer("Q3-17", group2).values

    assert {id: n for id, n in values["reach"].items() if n} == {"ffaa": 2, "congreso": 2}
    assert (values["weighs_more"], values["d"]["fusina"]) == (["fusina"], 4.5)
    assert values["mandate_without_weight"] == []
    assert values["not_rated"] == ["inp"]


def test_donors(group1: SectorMap, group2: SectorMap) -> None:
    one, two = answer("Q3-22", group1), answer("Q3-22", group2)

    assert one.values["overlap"] == {"pn": {"donors": ["bid", "cosude"], "apart": [["bid", "cosude"]]}}
    assert two.values["overlap"] == {"pn": {"donors": ["bid", "cosude"], "apart": []}}
    assert one.values["oversight_without"] == ["conadeh", "congreso", "ddhh_ffaa"]
    assert two.values["oversight_without"] == ["conadeh", "congreso"]
    for finding in (one, two):
        assert finding.values["stages_without"] == ["prosecution", "court", "prison"]
        assert finding.values["share"] == {"n": 0, "of": 2}
    assert one.key() != two.key()


def test_nobody_has_said_anything_about_gender(group1: SectorMap) -> None:
    finding = answer("Q3-24", group1)

    assert (finding.outcome, finding.values["not_said"]) == ("not_enough", {"n": 12, "of": 12})


def test_the_defaults_are_those_of_the_session(group1: SectorMap) -> None:
    assert [f.question for f in answers(group1)] == ["Q3-02", "Q3-03", "Q3-04", "Q3-10", "Q3-22", "Q3-24"]
    assert [f.question for f in answers(group1, session="4")] == ["Q4-01", "Q4-03", "Q4-04", "Q4-05", "Q4-22"]


# Differences between the groups: does the answer change if one takes the other's version?


def _with_practice(map: SectorMap, link: str, practice: str) -> SectorMap:
    return said(map, practice, only=(link,))


def test_the_disputed_practices_change_answers(group1: SectorMap, group2: SectorMap) -> None:
    for question, map, link, practice in (
        ("Q3-02", group1, "g1-08", "works"), ("Q3-02", group2, "g2-06", "weak"),
        ("Q3-10", group1, "g1-12", "works"), ("Q3-10", group2, "g2-11", "weak"),
    ):  # fmt: skip
        assert answer(question, map).key() != answer(question, _with_practice(map, link, practice)).key()


def test_congress_appointing_the_prosecutor_takes_the_police_below_the_headline(
    group1: SectorMap, group2: SectorMap
) -> None:
    link = replace(group2.links[LinkId("g2-04")], id=LinkId("new"))
    changed = replace(group1, links={**group1.links, link.id: link})

    assert answer("Q3-13", changed).key() == answer("Q3-13", group1).key() - {"pn"}


def test_paper_oversight_by_congress_changes_only_the_table(group1: SectorMap, group2: SectorMap) -> None:
    link = replace(group2.links[LinkId("g2-09")], id=LinkId("new"))
    changed = replace(group1, links={**group1.links, link.id: link})

    for question in ("Q3-02", "Q3-04", "Q3-10", "Q3-13", "Q3-17", "Q3-22"):
        assert answer(question, changed).key() == answer(question, group1).key()
    assert answer("Q3-03", changed).values != answer("Q3-03", group1).values


# Traps


def test_weak_is_not_working(group1: SectorMap) -> None:
    naive = said(group1, "works", instead_of=("weak",))

    assert "pmop" not in answer("Q3-02", naive).key()
    assert answer("Q3-10", naive).outcome == "nothing"
    assert "pmop" in answer("Q3-02", group1).key()
    assert answer("Q3-10", group1).outcome == "found"


def test_a_needed_link_is_not_there(group1: SectorMap) -> None:
    naive = said(group1, "works", instead_of=("missing",))

    assert "fusina" not in answer("Q3-02", naive).key()
    points = answer("Q3-13", naive).values
    assert {"pmop", "ffaa"}.isdisjoint({**points["cut"], **points["below"]})
    assert "fusina" in answer("Q3-02", group1).values["none"]
    assert "pmop" in answer("Q3-13", group1).values["cut"]


def test_a_new_link_does_not_say_that_it_works(group1: SectorMap) -> None:
    at_minute_22 = said(group1, "not_said")
    naive = said(group1, "works")

    finding = answer("Q3-02", at_minute_22)

    assert (finding.outcome, finding.values["reason"]) == ("not_enough", "not_said")
    assert finding.values["not_said"] == {"n": 5, "of": 5}
    assert finding.values["none"] == ["ffaa", "fusina", "inp"]
    assert set(finding.values["drawn"]) == {"pmop", "pn"}
    assert answer("Q3-02", naive).outcome == "found"


def test_a_dependent_overseer_is_usually_a_weak_one(group1: SectorMap) -> None:
    naive = replace(group1, links={id: k for id, k in group1.links.items() if k.practice == "works"})

    assert answer("Q3-04", naive).outcome == "nothing"
    assert answer("Q3-04", group1).key() == {"ddhh_ffaa"}


def test_control_is_more_than_command(group1: SectorMap) -> None:
    naive = nx.DiGraph(layer(group1, {"command"}))

    assert len(nx.descendants(naive, "congreso")) == 0
    assert answer("Q3-17", group1).values["mandate_without_weight"] == ["congreso"]


def test_the_chain_has_a_direction(group2: SectorMap) -> None:
    turned = {
        LinkId(f"{id}-back"): replace(k, id=LinkId(f"{id}-back"), source=k.target, target=k.source)
        for id, k in group2.links.items()
        if k.kind == "referral"
    }
    naive = replace(group2, links={**group2.links, **turned})

    assert answer("Q3-10", naive).outcome == "nothing"
    assert answer("Q3-10", group2).outcome == "found"


def test_no_mandate_is_not_a_mandate_without_weight(group1: SectorMap) -> None:
    def from_the_top(values: dict[str, float]) -> dict[str, int]:
        return {id: 1 + sum(x > v for x in values.values()) for id, v in values.items()}

    values = answer("Q3-17", group1).values
    by_reach, by_influence = from_the_top(values["reach"]), from_the_top(values["influence"])
    naive = {id: by_reach[id] - by_influence[id] for id in by_reach}

    assert min(naive, key=lambda id: naive[id]) == "ddhh_ffaa"
    assert "ddhh_ffaa" not in answer("Q3-17", group1).key()
    assert "inp" not in values["d"]


def test_links_on_paper_hold_nothing_together(group2: SectorMap) -> None:
    naive, _ = cuts(cohesion(group2, practice=IN_PRACTICE | {"paper"}))

    assert naive.get("conadeh", 0) < 3
    assert "conadeh" in answer("Q3-13", group2).key()
