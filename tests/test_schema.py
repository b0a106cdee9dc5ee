"""The vocabulary is data, and is linted: both languages, no dangling reference, one attribute for every property."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from mapping.errors import UnknownField, UnknownKind
from mapping.model import Actor, Frame, Link
from mapping.scenario.spelling import plain
from mapping.schema import CONTROL, HERE, SUPPORT, schema


def labels() -> list[tuple[str, dict[str, str]]]:
    s = schema()
    kinds = [*s.actor_kinds.values(), *s.link_kinds.values(), *s.families.values(), *s.cells.values()]
    choices = [c for scale in s.scales.values() for c in scale]
    return [(str(k.id), dict(k.label)) for k in [*kinds, *choices]] + [
        (k.id, dict(k.verb)) for k in s.link_kinds.values()
    ]


def test_everything_is_said_in_both_languages() -> None:
    assert [id for id, label in labels() if not (label.get("en") and label.get("es"))] == []


@pytest.mark.parametrize(("of", "thing"), [("actor", Actor), ("link", Link), ("frame", Frame)])
def test_every_property_of_the_model_has_its_attribute(of: str, thing: type) -> None:
    assert {f.name for f in fields(thing)} - {"id"} == set(schema().attributes[of])


def test_attributes_point_to_scales_that_exist() -> None:
    s = schema()
    scales = [a.scale for rows in s.attributes.values() for a in rows.values() if a.scale]

    assert set(scales) <= set(s.scales)


def test_the_seven_kinds_of_oversight_are_there_and_five_are_external() -> None:
    """Six kinds of UN Women after OECD and UN, and international as the seventh."""
    s = schema()

    assert len(s.oversight) == 7
    assert set(s.oversight) - set(s.external_oversight) == {"ov_internal", "ov_executive"}


def test_control_and_support_are_kinds_of_their_families() -> None:
    s = schema()

    assert {s.link_kinds[k].family.id for k in CONTROL} == {"authority"}
    assert {s.link_kinds[k].family.id for k in SUPPORT} == {"support"}


def test_only_rivalry_of_the_three_conflicts_is_symmetric() -> None:
    s = schema()

    assert [s.link_kinds[k].directed for k in ("conflict", "enforcement", "violence")] == [False, True, True]


def test_illicit_and_threat_kinds_are_sensitive_and_rivalry_is_not() -> None:
    s = schema()

    assert all(s.link_kinds[k].sensitive for k in [*s.kinds_of("illicit"), "threat", "violence"])
    assert not s.link_kinds["conflict"].sensitive


def test_words_that_may_not_leave_the_room_are_marked() -> None:
    """Rule R7: positions, integrity, rights record, needs, fears and notes stay in the internal file."""
    s = schema()
    kept = {name for name, a in s.attributes["actor"].items() if not a.share}

    assert kept == {
        "position", "position_declared", "position_perceived", "integrity", "hr_record",
        "needs", "interests", "fears", "note",
    }  # fmt: skip
    assert not s.attributes["link"]["note"].share


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.yaml")), ids=lambda p: p.stem)
def test_a_file_holds_one_value_for_each_name(path: Path) -> None:
    names = [node.value for node, _ in yaml.compose(path.read_text(encoding="utf-8")).value]

    assert len(names) == len(set(names))


def test_what_is_not_in_the_vocabulary_is_an_error_by_name() -> None:
    with pytest.raises(UnknownKind):
        schema().link_kind("supervises")
    with pytest.raises(UnknownField):
        schema().checked("actor", "colour", "red")
    with pytest.raises(UnknownKind):
        schema().checked("actor", "kind", None)


def test_no_way_to_say_a_verb_belongs_to_two_kinds() -> None:
    """A typed sentence is read by them: `controls` may be oversight or budget, never both; all oversight is one."""
    s = schema()
    means: dict[str, set[str]] = {}
    for kind in s.link_kinds.values():
        for said in (*kind.verb.values(), *kind.words):
            means.setdefault(plain(said), set()).add("oversight" if kind.id in s.oversight else kind.id)
    for family in s.families.values():
        for said in family.words:
            means.setdefault(plain(said), set()).add(family.id)

    assert means["supervisa a"] == means["controls"] == {"oversight"}
    assert {said: kinds for said, kinds in means.items() if len(kinds) > 1} == {}
