"""What the facilitator does reaches every group at once: steps, clock, pause, versions, the end."""

from __future__ import annotations

import importlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

import mapping.live
from mapping.errors import BadValue, NotFound
from mapping.live.channel import Channel
from mapping.live.hub import Hub
from mapping.live.joining import Joining
from mapping.live.state import State
from mapping.scenario import named
from mapping.store import Database, Store, Workshop, open_store
from tests.live.conftest import ORIGIN, PLAN, Clock, Table

STEPS = named("honduras").exercise("3").steps


def test_begins_a_step_for_all_groups(table: Table, workshop: Workshop, hub: Hub, clock: Clock) -> None:
    a, b = table.participant("1"), table.participant("2")
    assert (a.welcome["day"]["index"], a.welcome["day"]["step"]) == (-1, None)

    hub.advance(workshop.id)

    first = a.hears("day")["day"]
    assert first == b.hears("day")["day"]
    assert (first["index"], first["step"], first["count"]) == (0, STEPS[0].id, len(STEPS))
    assert (first["title"], first["instruction"]) == (dict(STEPS[0].title), dict(STEPS[0].instruction))
    assert first["ends"] == clock.now + STEPS[0].minutes * 60
    assert [hub.store.maps.state(g.map_id).step for g in workshop.groups] == [STEPS[0].id] * 2


def test_the_rooms_screen_goes_from_the_codes_to_the_clock_by_itself(workshop: Workshop, hub: Hub) -> None:
    assert workshop.day.projected == "code"

    assert hub.advance(workshop.id).day.projected == "clock"


@pytest.mark.parametrize("chosen", ["code", "map:1", "board"])
def test_what_was_chosen_for_the_rooms_screen_stays_when_steps_begin(workshop: Workshop, hub: Hub, chosen: str) -> None:
    hub.project(workshop.id, chosen)
    assert hub.advance(workshop.id).day.projected == chosen

    hub.project(workshop.id, "code")  # for somebody who comes late

    assert hub.advance(workshop.id).day.projected == "code"


def test_brings_the_steps_buttons_with_their_kinds(table: Table, workshop: Workshop, hub: Hub) -> None:
    index = next(n for n, step in enumerate(STEPS) if step.buttons)
    a = table.participant()

    hub.advance(workshop.id, index)

    button = a.hears("day")["day"]["buttons"][0]
    assert button == {
        "id": STEPS[index].buttons[0].id,
        "label": dict(STEPS[index].buttons[0].label),
        "kinds": list(STEPS[index].buttons[0].kinds),
    }


def test_keeps_a_version_of_what_was_drawn_when_a_step_ends(table: Table, workshop: Workshop, hub: Hub) -> None:
    one, _ = workshop.groups
    a = table.participant("1")
    hub.advance(workshop.id)
    a.adds("pn")

    hub.advance(workshop.id)
    hub.advance(workshop.id, 1)  # once more the same step: its clock begins anew, nothing is kept twice

    kept = [hub.store.maps.snapshots(group.map_id) for group in workshop.groups]
    assert [label for _, label in kept[0]] == [STEPS[0].id]
    assert kept[1] == ()  # nothing was drawn there
    assert set(hub.store.maps.state(one.map_id, at=kept[0][0][0]).map.actors) == {"pn"}


def test_stays_at_the_last_step(workshop: Workshop, hub: Hub) -> None:
    hub.advance(workshop.id, len(STEPS) - 1)

    assert hub.advance(workshop.id).day.index == len(STEPS) - 1


def test_pauses_drawing_and_clock_in_every_group(table: Table, workshop: Workshop, hub: Hub, clock: Clock) -> None:
    a, b = table.participant("1"), table.participant("2")
    hub.advance(workshop.id)
    clock.now += 60
    hub.pause(workshop.id)

    for person in (a, b):
        person.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security"})
        assert person.hears("refused")["reason"] == "frozen"
    paused = [m for m in a.heard if m["type"] == "day"][-1]["day"]
    left = STEPS[0].minutes * 60 - 60
    assert (paused["frozen"], paused["ends"], paused["left"]) == (True, None, left)

    clock.now += 300
    hub.pause(workshop.id, on=False)
    resumed = a.hears("day")["day"]
    assert (resumed["frozen"], resumed["ends"], resumed["left"]) == (False, clock.now + left, None)
    assert a.adds("pn")["put"]["actors"]


def test_goes_on_drawing_when_the_next_step_begins(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    hub.advance(workshop.id)
    hub.pause(workshop.id)

    hub.advance(workshop.id)

    assert a.adds("pn")["put"]["actors"]
    assert not hub.store.workshops.read(workshop.id).day.frozen


def test_gives_more_time(workshop: Workshop, hub: Hub, clock: Clock) -> None:
    ends = hub.advance(workshop.id).day.ends or 0
    assert hub.more_time(workshop.id, 5).day.ends == ends + 300

    clock.now = ends + 1_000  # long over time: the five minutes count from now
    assert hub.more_time(workshop.id, 5).day.ends == clock.now + 300


def test_gives_less_time_but_none_that_is_over(workshop: Workshop, hub: Hub, clock: Clock) -> None:
    ends = hub.advance(workshop.id).day.ends or 0
    clock.now = ends - 150
    assert hub.more_time(workshop.id, -2).day.ends == ends - 120
    assert hub.more_time(workshop.id, -2).day.ends == clock.now  # half a minute was left

    clock.now += 60
    assert hub.more_time(workshop.id, -2).day.ends == clock.now - 60  # how long it is over stays true


def test_pauses_a_map_that_is_opened_only_later(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.pause(workshop.id)

    a = table.participant()

    a.sends("add", actor={"id": "pn", "name": "Policía", "kind": "core_security"})
    assert a.hears("refused")["reason"] == "frozen"


def test_mends_a_pause_that_the_server_did_not_finish(tmp_path: Path, clock: Clock) -> None:
    store = open_store(f"sqlite:///{tmp_path}/map.db")
    before = Hub(store, secret="s", clock=clock)
    workshop = store.workshops.open(PLAN, "los once puentes", now=clock())
    before.room(workshop.group("1").map_id).record(before._change("freeze", {"on": True}))
    # killed here: the map is frozen, the day is not

    after = Hub(store, secret="s", clock=clock)
    after.room(workshop.group("1").map_id)

    assert not store.maps.state(workshop.group("1").map_id).frozen
    after.close()


@pytest.mark.parametrize("what", ["findings", "compare", "hidden"])
def test_opens_and_closes_what_groups_may_see(table: Table, workshop: Workshop, hub: Hub, what: str) -> None:
    a = table.participant()
    does = {"findings": hub.open_findings, "compare": hub.open_compare, "hidden": hub.hide}[what]

    does(workshop.id)
    assert a.hears("day")["day"][what] is True
    does(workshop.id, False)
    assert a.hears("day")["day"][what] is False


def test_goes_on_with_the_other_session_on_the_same_maps(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.adds("pn")
    hub.advance(workshop.id, 3)

    hub.session(workshop.id, "4")
    hub.advance(workshop.id)

    day = hub.store.workshops.read(workshop.id).day
    assert (day.session, day.index) == ("4", 0)
    exercise = named("honduras").exercise("4")
    assert [s.id for s in hub.steps_of(workshop.id)] == [s.id for s in exercise.steps]
    kept = hub.store.maps.state(workshop.group("1").map_id).map
    assert set(kept.actors) == {"pn"}
    asked = (exercise.question[workshop.plan.language], exercise.objective[workshop.plan.language], "4")
    assert (kept.frame.question, kept.frame.objective, kept.frame.session) == asked
    assert hub.store.workshops.read(workshop.id).plan.question == asked[0]


def test_a_session_that_ends_is_kept_and_closes_what_was_open_for_it(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    a = table.participant()
    a.adds("pn")
    hub.advance(workshop.id, 3)
    hub.open_sensitive(workshop.id)
    hub.pause(workshop.id)
    map_id = workshop.group("1").map_id

    hub.session(workshop.id, "4")
    hub.session(workshop.id, "4")  # two facilitators press at once

    day = hub.store.workshops.read(workshop.id).day
    assert (day.session, day.index, day.sensitive, day.ends) == ("4", -1, False, None)
    ops = [entry.change.op for entry in hub.store.maps.since(map_id, 0)]
    assert ops[-2:] == ["snapshot", "frame"]
    hub.advance(workshop.id)
    assert not hub.store.workshops.read(workshop.id).day.frozen
    assert a.adds("conadeh")["put"]["actors"]
    with pytest.raises(BadValue):
        hub.session(workshop.id, "5")


def test_nudges_one_group_and_no_other(table: Table, workshop: Workshop, hub: Hub) -> None:
    a, b, f = table.participant("1"), table.participant("2"), table.facilitator("1")

    hub.nudge(workshop.id, "  ¿Y la población atendida?  ", "1")

    assert a.hears("nudge")["text"] == "¿Y la población atendida?"
    assert b.is_quiet()
    assert f.is_quiet()


def test_keeps_a_version_on_purpose(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.adds("pn")
    hub.pause(workshop.id)

    hub.snapshot(workshop.id, "Sesión 3")

    assert [label for _, label in hub.store.maps.snapshots(workshop.group("1").map_id)] == ["Sesión 3"]


def test_ends_for_everybody_and_for_good(table: Table, workshop: Workshop, hub: Hub) -> None:
    a, b = table.participant("1"), table.facilitator("2")
    a.adds("pn")

    remains = hub.end(workshop.id)

    assert set(remains.rows.values()) == {0}
    for person in (a, b):
        assert person.closed() == 4410
        assert person.heard[-1] == {"type": "ended"}
    late = table.socket()
    late.send_text(json.dumps({"type": "hello", "token": a.token, "since": 0}))
    assert late.receive()["code"] == 4410
    assert table.client.post("/join", json={"code": workshop.group("1").code}).status_code == 404
    with pytest.raises(NotFound):
        hub.room(workshop.group("1").map_id)


def test_leaves_the_other_workshop_running(table: Table, workshop: Workshop, hub: Hub, clock: Clock) -> None:
    a = table.participant()
    other = hub.store.workshops.open(PLAN, "otra frase", now=clock() - 30 * 86_400)

    assert hub.sweep() == (other.id,)
    assert a.adds("pn")["seq"] == 2


def test_ends_the_others_where_another_server_was_first(
    workshop: Workshop, hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [hub.store.workshops.open(PLAN, "otra frase", now=clock() - 30 * 86_400).id for _ in range(2)]
    expired = hub.store.workshops.expired(now=clock())
    monkeypatch.setattr(hub.store.workshops, "expired", lambda *, now: expired)
    hub.store.workshops.end(expired[0])

    assert hub.sweep() == expired[1:]

    assert set(expired) == set(old)
    assert [w.id for w in hub.store.workshops.list_open()] == [workshop.id]


# health and numbers


def test_is_healthy_while_the_database_answers(client: TestClient, hub: Hub) -> None:
    answer = client.get("/health")

    assert answer.status_code == 200
    assert answer.json() | {"status": "ok", "database": "ok"} == answer.json()
    assert answer.json()["version"]


def test_is_not_healthy_when_it_does_not(client: TestClient, hub: Hub, tmp_path: Path) -> None:
    hub.store.database.engine.dispose()
    for file in tmp_path.iterdir():
        file.unlink()
    (tmp_path / "sector-map.db").mkdir()

    answer = client.get("/health")

    assert answer.status_code == 503
    assert answer.json()["database"] == "unavailable"


def test_is_not_healthy_while_the_database_can_only_be_read(hub: Hub, workshop: Workshop, tmp_path: Path) -> None:
    only_read = Hub(
        Store(Database(f"sqlite:///file:{tmp_path}/sector-map.db?mode=ro&uri=true")), secret="only for tests"
    )
    joining, state = Joining(lambda: only_read), State(lambda: only_read)
    app = Starlette(routes=[Route("/health", state.health), Route("/join", joining.join, methods=["POST"])])

    with TestClient(app, headers={"Origin": ORIGIN}) as client:
        health, join = client.get("/health"), client.post("/join", json={"code": workshop.group("1").code})

    only_read.close()
    assert (health.status_code, health.json()["database"]) == (503, "unavailable")
    assert (join.status_code, join.json()) == (503, {"error": "unavailable"})


def test_says_so_when_the_database_cannot_be_opened() -> None:
    def away() -> Hub:
        raise OSError("no such folder")

    joining, state = Joining(away), State(away)
    app = Starlette(routes=[
        Route("/health", state.health), Route("/metrics", state.metrics),
        Route("/join", joining.join, methods=["POST"]), WebSocketRoute("/live", Channel(away).live),
    ])  # fmt: skip

    with TestClient(app, headers={"Origin": ORIGIN}) as client:
        answers = [client.get("/health"), client.get("/metrics"), client.post("/join", json={"code": "4K7M2P"})]
        with client.websocket_connect("/live") as socket:
            closed = socket.receive()

    assert [answer.status_code for answer in answers] == [503] * 3
    assert closed["code"] == 1011


def test_counts_what_happens_without_a_word_of_it(table: Table) -> None:
    a = table.participant()
    a.adds("pn", note="CANARIO-7F")
    a.sends("set", of="pn", values={"influence": 9})
    a.hears("refused")

    text = table.client.get("/metrics").text

    lines = text.splitlines()
    assert {"sectormap_changes_total 1", "sectormap_sockets 1", "sectormap_rooms 1"} <= set(lines)
    assert 'sectormap_refused_total{reason="bad_value"} 1' in lines
    assert "CANARIO-7F" not in text


# the one hub of a process


def test_is_made_without_a_running_loop_and_found_again_after_a_reload(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/map.db")
    mapping.live.close_hub()
    first = mapping.live.hub()
    workshop = first.store.workshops.open(PLAN, "los once puentes", now=1.0)

    again = importlib.reload(mapping.live).hub()

    assert again is first
    assert again.advance(workshop.id).day.index == 0
    mapping.live.close_hub()


def test_belongs_to_the_database_that_the_environment_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mapping.live.close_hub()
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    one = mapping.live.hub()
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/two.db")

    assert mapping.live.hub() is not one
    mapping.live.close_hub()


def test_takes_minutes_and_a_frame_of_the_plans_own(workshop: Workshop, hub: Hub, clock: Clock) -> None:
    own = {"question": "¿Quién sirve a quién?", "territory": "San Pedro Sula"}
    plan = replace(workshop.plan, minutes={"3/oversight": 12, "4/actors": 3}, frames={"4": own})
    hub.store.workshops.set_plan(workshop.id, plan)

    assert hub.advance(workshop.id, 4).day.ends == clock.now + 12 * 60
    preset = {step.id: step.minutes for step in hub.steps_of(workshop.id)}
    assert preset["authority"] == 10  # the others keep the exercise's
    changed = hub.session(workshop.id, "4")

    assert (changed.plan.question, changed.plan.territory) == (own["question"], own["territory"])
    assert changed.plan.objective != workshop.plan.objective
    assert hub.steps_of(workshop.id)[1].minutes == 3


def test_brings_the_exercises_own_question_in_every_language_and_a_typed_one_as_it_is(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    known = table.participant().welcome["day"]["question_in"]
    assert known["es"] == workshop.plan.question
    assert known["en"].startswith("Who commands")

    hub.replan(workshop.id, replace(workshop.plan, question="¿Y quién paga?"))

    assert table.participant().welcome["day"]["question_in"] is None


def test_a_session_brings_its_own_territory_and_date_to_every_map_and_takes_them_back(
    workshop: Workshop, hub: Hub
) -> None:
    own = {"territory": "San Pedro Sula", "date": "2016-03-01"}
    asked = workshop.plan.question
    hub.store.workshops.set_plan(workshop.id, replace(workshop.plan, frames={"4": own}))

    hub.session(workshop.id, "4")

    for group in workshop.groups:
        frame = hub.store.maps.state(group.map_id).map.frame
        assert (frame.territory, frame.date, frame.session) == (own["territory"], own["date"], "4")
        assert frame.question != asked

    back = hub.session(workshop.id, "3").plan

    frame = hub.store.maps.state(workshop.group("1").map_id).map.frame
    assert (frame.territory, frame.date, frame.question) == ("Honduras", "2015-09-01", asked)
    assert (back.territory, back.date, back.question) == ("Honduras", "2015-09-01", asked)


def test_a_session_ends_a_silent_round_and_keeps_what_was_drawn_alone(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    seat = table.seat("1")
    own = hub.store.solos.own(hub.store.seats.read(seat["seat"]), now=hub.clock())
    hub.alone(workshop.id)
    a = table.enters(seat, own)
    a.adds("pn")

    changed = hub.session(workshop.id, "4")

    assert not changed.day.alone
    map_id = workshop.group("1").map_id
    assert set(hub.store.maps.state(map_id).map.actors) == {"pn"}
    kept = [entry.change.op for entry in hub.store.maps.since(map_id, 0)]
    assert kept[-2:] == ["snapshot", "frame"]  # first together, then kept, then the other question
    assert hub.map_of(hub.store.seats.read(seat["seat"]))[0] == map_id
