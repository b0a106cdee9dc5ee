"""Session 4: providers, bridges, accountability, and the question of the sensitive layer."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from mapping.analysis.brokerage import ROLES, brokerage
from mapping.analysis.questions import answers, listed
from mapping.errors import UnknownQuestion
from tests.analysis.drawing import answer, drawn

ACTORS: dict[str, Any] = {
    "patronatos": "community", "psp": "private_security", "iglesia": "religious", "ms13": "criminal",
    "pn": "core_security", "mp": "justice", "mujeres": "users", "comercio": "users",
}  # fmt: skip


def test_who_provides_to_whom_and_who_has_nobody_else() -> None:
    rows = "patronatos service mujeres works\ncomercio access psp\npn service comercio weak\nms13 service mujeres works"

    finding = answer("Q4-01", drawn(ACTORS, rows))

    assert finding.values["serves"] == {"patronatos": ["mujeres"], "psp": ["comercio"]}
    assert finding.values["dependence"] == {
        "comercio": {"nonstate": 1, "of": 2}, "mujeres": {"nonstate": 1, "of": 1},
    }  # fmt: skip
    assert finding.values["only_nonstate"] == ["mujeres"]
    assert finding.links == ("l1", "l2")


def test_nothing_is_not_too_little() -> None:
    assert answer("Q4-01", drawn(ACTORS, "pn service comercio works")).outcome == "nothing"
    assert answer("Q4-01", drawn(ACTORS)).values["reason"] == "no_service"
    assert answer("Q4-01", drawn({"pn": "core_security"})).values["reason"] == "no_nonstate"


def test_providers_without_a_link_to_the_state() -> None:
    finding = answer("Q4-04", drawn(ACTORS, "patronatos cooperation pn\npsp conflict pn\nms13 cooperation pn"))

    assert finding.key() == {"psp"}
    assert finding.values["linked_to"] == {"patronatos": ["pn"]}


def test_a_church_that_mediates_is_a_provider() -> None:
    actors = {**ACTORS, "iglesia": {"kind": "religious", "role2": "community"}}

    assert "iglesia" in answer("Q4-04", drawn(actors, "pn cooperation mp")).key()
    assert "iglesia" not in answer("Q4-04", drawn(ACTORS, "pn cooperation mp")).key()


def test_who_holds_providers_to_account() -> None:
    rows = "pn regulation psp paper\nmujeres ov_civil patronatos works\nmp ov_judicial psp missing"

    finding = answer("Q4-05", drawn(ACTORS, rows))

    assert finding.values["drawn"] == {"psp": {"by": ["pn"], "answers": {"paper": 1}}}
    assert finding.values["works"] == {"patronatos": {"by": ["mujeres"]}}
    assert finding.key() == {"psp"}
    assert finding.gaps == ("l3",)


def test_accountability_that_nobody_spoke_of_is_too_little() -> None:
    assert answer("Q4-05", drawn(ACTORS, "pn regulation psp")).values["reason"] == "not_said"


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("sss", "coordinator"), ("sns", "consultant"), ("nss", "gatekeeper"), ("ssn", "representative"),
        ("sin", "liaison"),
    ],
)  # fmt: skip
def test_the_five_parts_of_a_broker(groups: str, expected: str) -> None:
    """Gould and Fernandez 1989; as the R package sna defines them: A>A>A, A>B>A, B>A>A, A>A>B, A>B>C."""
    graph = nx.DiGraph([("a", "b"), ("b", "c")])

    counts = brokerage(graph, dict(zip("abc", groups, strict=True)))

    assert counts["b"] == {**dict.fromkeys(ROLES, 0), expected: 1}
    assert not any(counts["a"].values())


def test_who_passes_a_closed_path_is_no_broker() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")])

    assert not any(brokerage(graph, dict.fromkeys("abc", "s"))["b"].values())


def test_the_way_back_alone_leaves_a_path_open() -> None:
    graph = nx.DiGraph([("a", "b"), ("b", "c"), ("c", "a")])

    assert brokerage(graph, dict.fromkeys("abc", "s"))["b"]["coordinator"] == 1


def test_the_bridge_between_the_state_and_the_others() -> None:
    finding = answer("Q4-03", drawn(ACTORS, "patronatos information iglesia\niglesia referral pn\npn referral mp"))

    assert finding.values["crossing"] == {"iglesia": 1, "pn": 1}
    assert finding.values["roles"]["iglesia"]["representative"] == 1
    assert finding.values["roles"]["pn"]["gatekeeper"] == 1
    assert [x["ends"] for x in finding.values["links"]] == [["iglesia", "pn"]]
    # of the pairs of the six actors that are not served, 4 of 15 run over it: {patronatos, iglesia} x {pn, mp}
    assert finding.values["links"][0]["share"] == pytest.approx(4 / 15)


def test_coordination_passes_both_ways_whoever_drew_it() -> None:
    one = answer("Q4-03", drawn(ACTORS, "patronatos cooperation pn\npn cooperation mp"))
    other = answer("Q4-03", drawn(ACTORS, "pn cooperation patronatos\nmp cooperation pn"))

    assert one.values["crossing"] == other.values["crossing"] == {"pn": 2}


def test_the_people_served_are_no_brokers() -> None:
    rows = (
        "mujeres access patronatos\nmujeres access pn\npatronatos service mujeres\n"
        "pn cooperation mp\npsp information iglesia"
    )

    assert answer("Q4-03", drawn(ACTORS, rows)).outcome == "nothing"


NEAR = "ms13 infiltration psp\npsp collusion iglesia\niglesia collusion patronatos"


def test_the_sensitive_question_is_closed_by_default() -> None:
    [finding] = answers(drawn(ACTORS, NEAR), questions=["Q4-07"])

    assert (finding.outcome, finding.values, finding.actors) == ("not_enough", {"reason": "closed"}, ())
    assert "Q4-07" not in [q.id for q in listed("4")]
    assert "Q4-07" in [q.id for q in listed("4", sensitive=True)]


def test_two_steps_are_near_and_three_are_not() -> None:
    [finding] = answers(drawn(ACTORS, NEAR), questions=["Q4-07"], sensitive=True)

    assert {id: x["steps"] for id, x in finding.values["near"].items()} == {"psp": 1, "iglesia": 2}
    assert finding.values["near"]["iglesia"]["links"] == ["l2", "l1"]


def test_being_extorted_is_never_complicity() -> None:
    rows = "ms13 extortion patronatos\nms13 extortion psp\npsp collusion ms13\npsp collusion iglesia\npn conflict ms13"

    [finding] = answers(drawn(ACTORS, rows), questions=["Q4-07"], sensitive=True)

    assert finding.outcome == "nothing"  # psp is extorted: neither near itself, nor a step for others
    assert finding.values["victims_left_out"] == 2
    assert not {"patronatos", "psp"} & set(finding.actors)


def test_harmless_kinds_make_nobody_close_to_a_gang() -> None:
    rows = "iglesia cooperation ms13\nms13 corruption pn"

    [finding] = answers(drawn(ACTORS, rows), questions=["Q4-07"], sensitive=True)

    assert finding.outcome == "nothing"


def test_no_lane_is_computed() -> None:
    actors = {
        **ACTORS,
        "patronatos": {"kind": "community", "legitimacy": 3, "uses_force": "none", "hr_record": "none_known"},
    }

    finding = answer("Q4-22", drawn(actors, "patronatos service mujeres\npn cooperation patronatos\npn regulation psp"))

    assert (finding.outcome, finding.values["reason"]) == ("not_enough", "no_lanes")
    assert finding.values["answered"] == {
        "iglesia": [], "patronatos": ["served", "legitimacy", "force_and_rights", "state_link"], "psp": ["state_link"],
    }  # fmt: skip


def test_an_unknown_question_says_so() -> None:
    with pytest.raises(UnknownQuestion, match="Q9-99"):
        answers(drawn(ACTORS), questions=["Q9-99"])
