"""A plan that is changed while people draw reaches every screen, and disturbs nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mapping.errors import BadValue, NotAllowed, NotFound, TooMany
from mapping.live.doors import Caller
from mapping.live.hub import Hub
from mapping.store import Plan, Workshop
from mapping.store.plan import GROUPS
from tests.live.conftest import PASSPHRASE, Clock, Table


def test_a_new_question_is_on_every_map_and_screen(table: Table, hub: Hub, workshop: Workshop) -> None:
    a = table.participant("1")

    hub.replan(workshop.id, replace(workshop.plan, question="¿Y quién paga?", territory=""))

    assert a.hears("effects")["frame"]["question"] == "¿Y quién paga?"
    assert a.hears("day")["day"]["question"] == "¿Y quién paga?"
    frames = [hub.store.maps.state(g.map_id).map.frame for g in workshop.groups]
    assert [(f.question, f.territory, f.objective) for f in frames] == [
        ("¿Y quién paga?", "", workshop.plan.objective)
    ] * 2


def test_the_clock_that_runs_stays_and_later_steps_take_the_new_minutes(
    hub: Hub, workshop: Workshop, clock: Clock
) -> None:
    before = hub.advance(workshop.id).day
    first, second = (step.id for step in hub.steps_of(workshop.id)[:2])

    hub.replan(workshop.id, replace(workshop.plan, minutes={f"3/{first}": 30, f"3/{second}": 2}))

    assert hub.store.workshops.read(workshop.id).day == before
    assert hub.advance(workshop.id).day.ends == clock.now + 2 * 60


def test_what_was_typed_is_there_again_after_the_other_session(hub: Hub, workshop: Workshop) -> None:
    hub.replan(workshop.id, replace(workshop.plan, question="¿Y quién paga?"))

    hub.session(workshop.id, "4")

    assert hub.session(workshop.id, "3").plan.question == "¿Y quién paga?"


def test_nothing_is_written_to_maps_where_only_the_wifi_is_new(hub: Hub, workshop: Workshop) -> None:
    before = [hub.store.maps.state(g.map_id).seq for g in workshop.groups]

    now = hub.replan(workshop.id, replace(workshop.plan, wifi="Sala 2", session="4", scenario="otra"))

    assert (now.plan.wifi, now.plan.session, now.plan.scenario) == ("Sala 2", "3", "honduras")
    assert [hub.store.maps.state(g.map_id).seq for g in workshop.groups] == before


def test_refuses_a_plan_that_is_none(hub: Hub, workshop: Workshop) -> None:
    with pytest.raises(BadValue):
        hub.replan(workshop.id, replace(workshop.plan, minutes={"3/actors": 9_999}))
    assert hub.store.workshops.read(workshop.id) == workshop


def test_one_group_more_begins_as_the_others_did(table: Table, hub: Hub) -> None:
    plan = Plan(question="¿Quién?", objective="Que rindan cuentas", groups=2, start="anchors")
    workshop = hub.store.workshops.open(plan, PASSPHRASE, now=hub.clock())
    hub.advance(workshop.id)

    group = hub.one_more(workshop.id)

    first = hub.store.maps.state(workshop.groups[0].map_id)
    new = hub.store.maps.state(group.map_id)
    assert (group.number, new.map.frame.group) == ("3", "3")
    assert (new.map.actors.keys(), new.step) == (first.map.actors.keys(), first.step)
    assert hub.opened_by(group.code, Caller("127.0.0.1")) == (hub.store.workshops.read(workshop.id), group)


def test_there_are_no_more_groups_than_a_workshop_may_have(hub: Hub) -> None:
    plan = Plan(question="¿Quién?", objective="Que rindan cuentas", groups=GROUPS)
    workshop = hub.store.workshops.open(plan, PASSPHRASE, now=hub.clock())

    with pytest.raises(TooMany):
        hub.one_more(workshop.id)


def test_a_group_that_was_added_by_mistake_goes_without_a_trace(hub: Hub, workshop: Workshop) -> None:
    group = hub.one_more(workshop.id)
    hub.take(workshop, "participant", "3")  # somebody's screen was there, and has gone
    hub.project(workshop.id, "map:3")

    now = hub.drop_last(workshop.id, "3")

    assert [g.number for g in now.groups] == ["1", "2"]
    with pytest.raises(NotAllowed):  # pressed twice
        hub.drop_last(workshop.id, "3")
    assert now.day.projected == "code"
    with pytest.raises(NotFound):
        hub.room(group.map_id)
    with pytest.raises(NotFound):
        hub.opened_by(group.code, Caller("127.0.0.1"))
    again = hub.one_more(workshop.id)
    assert (again.number, again.map_id != group.map_id) == ("3", True)


def test_a_group_that_somebody_is_in_or_that_has_drawn_stays(table: Table, hub: Hub, workshop: Workshop) -> None:
    person = table.participant("2")
    with pytest.raises(NotAllowed):
        hub.drop_last(workshop.id, "2")

    person.adds("pn")
    person.leaves()

    with pytest.raises(NotAllowed):
        hub.drop_last(workshop.id, "2")
    assert len(hub.store.workshops.read(workshop.id).groups) == 2


def test_a_group_that_has_written_stays(table: Table, hub: Hub, workshop: Workshop) -> None:
    person = table.participant("2")
    line = {"id": "n-1", "session": "3", "kind": "pad", "slot": 0, "about": "", "text": "La DGIC cerró", "rev": 0}
    person.says({"type": "write", "id": "w-1", "word": line})
    person.hears("done")
    person.leaves()

    with pytest.raises(NotAllowed):
        hub.drop_last(workshop.id, "2")
    assert len(hub.store.words.all(workshop.id)) == 1


def test_a_workshop_keeps_one_group(hub: Hub, workshop: Workshop) -> None:
    hub.drop_last(workshop.id, "2")

    with pytest.raises(NotAllowed):
        hub.drop_last(workshop.id, "1")
