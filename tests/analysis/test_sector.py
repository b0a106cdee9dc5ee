"""Session 3 beyond the two groups: units, armed actors that are not the State's, what is too little to say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.drawing import answer, drawn

POLICE = {"kind": "core_security"}


def test_only_the_armed_institutions_of_the_state_are_asked_about() -> None:
    map = drawn({
        "pn": POLICE, "dnii": {"kind": "core_security", "uses_force": "none", "intelligence": True},
        "seds": "management", "inp": {"kind": "justice", "uses_force": "may"},
        "ms13": "criminal", "autodefensa": "armed_nonstate", "psp": "private_security",
        "dea": {"kind": "international", "uses_force": "does", "intelligence": True},
    })  # fmt: skip

    assert answer("Q3-02", map).values["population"] == ["dnii", "inp", "pn"]


def test_a_unit_has_the_oversight_of_what_it_is_part_of() -> None:
    map = drawn(
        {
            "pn": POLICE,
            "dpi": {**POLICE, "part_of": "pn"},
            "tigres": {**POLICE, "part_of": "dpi"},
            "conadeh": "oversight_state",
        },
        "conadeh ov_independent pn works",
    )

    finding = answer("Q3-02", map)

    assert finding.outcome == "nothing"
    assert finding.values["inherited_from"] == {"dpi": "pn", "tigres": "pn"}


def test_what_a_unit_has_itself_is_not_given_to_its_parent() -> None:
    map = drawn(
        {"pn": POLICE, "dpi": {**POLICE, "part_of": "pn"}, "conadeh": "oversight_state"},
        "conadeh ov_independent dpi works",
    )

    finding = answer("Q3-02", map)

    assert finding.values["none"] == ["pn"]
    assert finding.values["inherited_from"] == {}


def test_a_unit_whose_parent_is_unarmed_still_inherits() -> None:
    map = drawn(
        {"mp": "justice", "atic": {"kind": "justice", "uses_force": "does", "part_of": "mp"}, "apj": "civil_society"},
        "apj ov_civil mp paper",
    )

    values = answer("Q3-02", map).values

    assert values["drawn"]["atic"]["answers"] == {"paper": 1}
    assert values["inherited_from"] == {"atic": "mp"}


@pytest.mark.parametrize("kind", ["ov_internal", "ov_executive"])
def test_oversight_from_inside_is_not_outside(kind: str) -> None:
    map = drawn({"pn": POLICE, "seds": "management"}, f"seds {kind} pn works")

    assert answer("Q3-02", map).values["none"] == ["pn"]


def test_one_answer_is_enough_to_say_something_and_the_silent_are_counted() -> None:
    map = drawn(
        {"pn": POLICE, "pmop": POLICE, "conadeh": "oversight_state"},
        "conadeh ov_independent pn works\nconadeh ov_independent pmop not_said",
    )

    finding = answer("Q3-02", map)

    assert finding.outcome == "found"
    assert finding.values["lacking"] == {"said_to_work": 1, "drawn": 0, "of": 2}
    assert finding.values["not_said"] == {"n": 1, "of": 2}


def test_without_an_armed_institution_there_is_too_little() -> None:
    finding = answer("Q3-02", drawn({"ms13": "criminal", "congreso": "oversight_state"}))

    assert (finding.outcome, finding.values["reason"]) == ("not_enough", "no_armed")


def test_a_gang_that_watches_the_police_is_not_oversight() -> None:
    map = drawn({"pn": POLICE, "ms13": "criminal"}, "ms13 ov_civil pn works")

    assert answer("Q3-02", map).values["none"] == ["pn"]


def test_budget_alone_makes_an_overseer_dependent() -> None:
    map = drawn({"pn": POLICE, "inspectoria": "oversight_state"}, "pn budget inspectoria\ninspectoria ov_internal pn")

    assert answer("Q3-04", map).key() == {"inspectoria"}


def test_regulation_is_no_control() -> None:
    map = drawn(
        {"pn": POLICE, "inspectoria": "oversight_state", "seds": "management"},
        "pn regulation inspectoria\ninspectoria ov_internal pn\nseds command pn",
    )

    assert answer("Q3-04", map).outcome == "nothing"


def test_a_superior_that_oversees_is_marked() -> None:
    map = drawn({"seds": "management", "pn": POLICE}, "seds command pn\nseds ov_executive pn")

    finding = answer("Q3-04", map)

    assert [r["superior"] for r in finding.values["independent"]] == [True]


def test_a_circle_of_control_ends() -> None:
    map = drawn({"a": POLICE, "b": POLICE}, "a command b\nb command a\na ov_internal b")

    assert answer("Q3-04", map).values["depends"][0]["overseer"] == "a"


def test_without_control_links_independence_cannot_be_told() -> None:
    map = drawn({"pn": POLICE, "conadeh": "oversight_state"}, "conadeh ov_independent pn works")

    assert answer("Q3-04", map).values["reason"] == "no_control"


CHAIN = {
    "pn": {"kind": "core_security", "chain": ("police",)},
    "mp": {"kind": "justice", "chain": ("investigation", "prosecution")},
    "csj": {"kind": "justice", "chain": ("court",)},
    "defensa": {"kind": "justice", "chain": ("defence",)},
}


def test_an_institution_with_two_stages_hands_over_within_itself() -> None:
    finding = answer("Q3-10", drawn(CHAIN, "pn referral mp works\nmp referral csj works"))

    assert finding.outcome == "nothing"


def test_the_defence_is_a_side_branch() -> None:
    finding = answer("Q3-10", drawn(CHAIN, "pn referral mp works\nmp referral csj works"))

    assert "defence" not in finding.values["stages"]
    assert "defence" not in finding.values["empty"]


def test_a_referral_that_is_needed_is_a_gap_and_no_way() -> None:
    finding = answer("Q3-10", drawn(CHAIN, "pn referral mp works\nmp referral csj missing"))

    assert finding.key() == {"prosecution>court"}
    assert finding.values["breaks"][0]["forward"] == []
    assert finding.gaps == ("l2",)


def test_the_people_served_report_by_their_access() -> None:
    people = {**CHAIN, "mujeres": {"kind": "users", "chain": ("report",)}}
    rows = "pn referral mp works\nmp referral csj works\nmujeres access pn "

    assert answer("Q3-10", drawn(people, rows + "works")).outcome == "nothing"
    assert answer("Q3-10", drawn(people, rows + "weak")).key() == {"report>police"}


@pytest.mark.parametrize(
    ("rows", "reason"), [("", "no_referral"), ("pn referral mp\nmp referral csj", "not_said")], ids=["none", "unsaid"]
)
def test_a_chain_that_nobody_spoke_of_is_not_called_broken(rows: str, reason: str) -> None:
    finding = answer("Q3-10", drawn(CHAIN, rows))

    assert (finding.outcome, finding.values["reason"]) == ("not_enough", reason)


def test_one_stage_is_no_chain() -> None:
    assert answer("Q3-10", drawn({"pn": CHAIN["pn"]})).values["reason"] == "no_stages"


def test_tension_holds_no_map_together() -> None:
    actors = dict.fromkeys("abcdefg", "justice")
    rows = (
        "a cooperation b\nb cooperation c\nc cooperation d\nd cooperation e\nf conflict a\nf conflict e\nf conflict g"
    )

    assert answer("Q3-13", drawn(actors, rows)).values["linked"] == 5


def test_the_people_served_hold_no_map_together() -> None:
    actors = {**dict.fromkeys("abcd", "justice"), "gente": "users"}
    rows = "a cooperation b\nb cooperation c\nc cooperation d\ngente access a works\ngente access d works"

    assert answer("Q3-13", drawn(actors, rows)).values["below"] == {"b": 1, "c": 1}


def test_who_had_no_link_before_is_not_cut_off() -> None:
    actors = dict.fromkeys(["a", "b", "c", *(f"solo{n}" for n in range(5))], "justice")

    assert answer("Q3-13", drawn(actors, "a cooperation b\nb cooperation c")).values["below"] == {"b": 1}


def test_unrated_is_not_zero() -> None:
    map = drawn(
        {"csj": {"kind": "justice", "influence": 4}, "mp": "justice", "fe": {"kind": "justice", "influence": 0}},
        "mp command fe",
    )

    finding = answer("Q3-17", map)

    assert (finding.values["weighs_more"], finding.values["mandate_without_weight"]) == (["csj"], [])
    assert finding.values["not_rated"] == ["mp"]


def test_a_gang_is_no_hidden_power_for_having_its_links_closed() -> None:
    map = drawn(
        {"ms13": {"kind": "criminal", "influence": 5}, "pn": {**POLICE, "influence": 3}, "seds": "management"},
        "seds command pn",
    )

    assert answer("Q3-17", map).outcome == "nothing"


def test_three_donors_of_whom_two_coordinate() -> None:
    map = drawn(
        {"bid": "international", "ue": "international", "inl": "international", "pn": POLICE},
        "bid funding pn\nue training pn\ninl funding pn\nue cooperation bid",
    )

    assert answer("Q3-22", map).values["overlap"]["pn"]["apart"] == [["bid", "inl"], ["inl", "ue"]]


def test_a_ministry_that_funds_is_no_donor() -> None:
    map = drawn({"sefin": "management", "bid": "international", "pn": POLICE}, "sefin funding pn")

    assert answer("Q3-22", map).values["reason"] == "no_support"


GENDER: dict[str, Any] = {
    "cdm": {"kind": "civil_society", "gender_actor": True},
    "inam": {"kind": "management", "gender_actor": True},
    "mp": "justice",
    "seds": "management",
    "pn": {"kind": "core_security", "gender_resp": "blind"},
}


def test_gender_actors_and_how_far_they_are_from_decisions() -> None:
    finding = answer("Q3-24", drawn(GENDER, "cdm ov_civil mp weak\nmp cooperation seds\nseds command pn"))

    assert finding.values["standing"] == {
        "cdm": {"linked_to": ["mp"], "oversees": ["mp"], "steps": 2},
        "inam": {"linked_to": [], "oversees": [], "steps": None},
    }
    assert finding.key() == {"inam", "pn"}
    assert finding.values["not_said"] == {"n": 2, "of": 5}


def test_on_paper_a_gender_actor_is_not_linked() -> None:
    finding = answer("Q3-24", drawn(GENDER, "cdm ov_civil mp paper"))

    assert finding.values["alone"] == ["cdm", "inam"]
