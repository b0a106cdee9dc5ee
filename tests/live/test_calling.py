"""What a table says to whoever leads: it calls, and it has read its map aloud."""

from __future__ import annotations

import pytest

from mapping.live.hub import Hub
from mapping.live.reading import have_read
from mapping.scenario import named
from mapping.store import Workshop
from tests.live.conftest import Clock, Table

STEPS = [step.id for step in named("honduras").exercise("3").steps]
TOWERS = STEPS.index("towers")


# a raised hand


def test_a_hand_is_seen_by_the_whole_table_and_by_whoever_leads(
    table: Table, workshop: Workshop, hub: Hub, clock: Clock
) -> None:
    a, b, leads, other = table.participant(), table.participant(), table.facilitator(), table.participant("2")
    assert a.welcome["hand"] is None

    a.says({"type": "hand", "on": True})

    for person in (a, b, leads):
        assert person.hears("hand") == {"type": "hand", "since": clock.now}  # nothing of who it was
    assert other.is_quiet()
    assert hub.hand(workshop.group("1").map_id) == clock.now
    assert hub.hand(workshop.group("2").map_id) is None
    hub.end(workshop.id)
    assert hub.hand(workshop.group("1").map_id) is None


def test_it_stands_since_when_it_was_raised_first_and_anybody_at_the_table_takes_it_back(
    table: Table, workshop: Workshop, hub: Hub, clock: Clock
) -> None:
    a, b = table.participant(), table.participant()
    raised = clock.now
    a.says({"type": "hand", "on": True})
    b.hears("hand")
    clock.now += 120
    b.says({"type": "hand", "on": True})
    assert table.participant().welcome["hand"] == raised

    b.says({"type": "hand", "on": False})

    assert a.hears("hand")["since"] == raised
    assert a.hears("hand")["since"] is None
    assert hub.hand(workshop.group("1").map_id) is None


def test_whoever_leads_takes_it_down(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()
    a.says({"type": "hand", "on": True})
    a.hears("hand")

    hub.lower_hand(workshop.group("1").map_id)

    assert a.hears("hand")["since"] is None
    hub.lower_hand(workshop.group("2").map_id)  # nobody there has ever raised one


@pytest.mark.parametrize("role", ["facilitator", "observer"])
def test_nobody_else_raises_one(table: Table, workshop: Workshop, hub: Hub, role: str) -> None:
    other = table.enters(table.seat_of(role), workshop.group("1").map_id)

    other.says({"type": "hand", "on": True})

    assert other.hears("refused")["reason"] == "not_allowed"
    assert hub.hand(workshop.group("1").map_id) is None


def test_a_hand_of_who_draws_alone_is_the_tables(table: Table, workshop: Workshop, hub: Hub, clock: Clock) -> None:
    leads = table.facilitator()
    seat = table.seat("1")
    own = hub.store.solos.own(hub.store.seats.read(seat["seat"]), now=hub.clock())
    hub.alone(workshop.id)
    a = table.enters(seat, own)

    a.says({"type": "hand", "on": True})

    assert leads.hears("hand")["since"] == clock.now
    assert hub.hand(workshop.group("1").map_id) == clock.now
    assert table.participant().welcome["hand"] == clock.now


def test_a_hand_is_nobodys_business_on_the_rooms_screen(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.project(workshop.id, "map:1")
    screen = table.enters(table.seat_of("projector"), workshop.group("1").map_id)
    a = table.participant()

    a.says({"type": "hand", "on": True})

    a.hears("hand")
    screen.is_quiet()
    assert "hand" not in [message["type"] for message in screen.heard]


# reading the map back


def test_the_next_step_comes_only_after_the_map_was_read_or_by_a_second_press(
    table: Table, workshop: Workshop, hub: Hub, clock: Clock
) -> None:
    a = table.participant()
    hub.advance(workshop.id, TOWERS)

    day = hub.onward(workshop.id).day

    assert (day.index, day.reading) == (TOWERS, clock.now)
    assert a.hears("day")["day"]["reading"] is None
    assert a.hears("day")["day"]["reading"] == clock.now
    assert a.adds("pn")["put"]["actors"]  # what is read is corrected

    day = hub.onward(workshop.id).day

    assert (day.index, day.reading) == (TOWERS + 1, None)


def test_other_steps_end_at_once(workshop: Workshop, hub: Hub) -> None:
    hub.advance(workshop.id, 0)

    assert hub.onward(workshop.id).day.index == 1


def test_each_table_says_that_it_has_read_and_all_its_screens_know(table: Table, workshop: Workshop, hub: Hub) -> None:
    a, b, leads, other = table.participant(), table.participant(), table.facilitator(), table.participant("2")
    hub.advance(workshop.id, TOWERS)
    now = hub.onward(workshop.id)

    a.says({"type": "read_back", "done": True})

    for person in (a, b, leads):
        assert person.hears("read_back")["done"] is False  # when the reading began
        assert person.hears("read_back")["done"] is True
    assert other.hears("read_back")["done"] is False
    assert other.is_quiet()
    assert have_read(hub.store, now) == ("1",)
    assert table.participant().welcome["read"] is True

    b.says({"type": "read_back", "done": False})  # not yet after all

    assert a.hears("read_back")["done"] is False
    assert have_read(hub.store, now) == ()


def test_what_was_read_survives_a_restart_and_counts_for_that_reading_alone(
    table: Table, workshop: Workshop, hub: Hub, clock: Clock
) -> None:
    a = table.participant()
    hub.advance(workshop.id, TOWERS)
    hub.onward(workshop.id)
    a.says({"type": "read_back", "done": True})
    a.hears("read_back"), a.hears("read_back")

    after = Hub(hub.store, secret="s", clock=clock)

    assert have_read(after.store, after.store.workshops.read(workshop.id)) == ("1",)
    assert after.room(workshop.group("1").map_id).reading.is_done
    clock.now += 60
    hub.advance(workshop.id, TOWERS)
    again = hub.onward(workshop.id)
    assert have_read(hub.store, again) == ()


@pytest.mark.parametrize("role", ["facilitator", "observer"])
def test_nobody_reads_for_a_table(table: Table, workshop: Workshop, hub: Hub, role: str) -> None:
    other = table.enters(table.seat_of(role), workshop.group("1").map_id)
    hub.advance(workshop.id, TOWERS)
    hub.onward(workshop.id)

    other.says({"type": "read_back", "done": True})

    assert other.hears("refused")["reason"] == "not_allowed"


def test_there_is_nothing_to_say_while_nothing_is_read(table: Table, workshop: Workshop, hub: Hub) -> None:
    a = table.participant()

    a.says({"type": "read_back", "done": True})

    assert a.hears("refused")["reason"] == "gone"


# who else leads


def test_counts_the_other_screens_that_follow(table: Table, workshop: Workshop, hub: Hub) -> None:
    assert hub.leading(workshop) == {"facilitator": 0, "observer": 0}
    seat = table.seat_of("facilitator")
    for group in workshop.groups:  # one wall has a socket for each map
        table.enters(seat, group.map_id)
    table.facilitator()
    table.enters(table.seat_of("observer"), workshop.group("1").map_id)
    table.participant()

    assert hub.leading(workshop) == {"facilitator": 2, "observer": 1}
    assert hub.leading(workshop, but=seat["seat"]) == {"facilitator": 1, "observer": 1}


def test_tells_those_who_lead_when_another_one_comes_and_nobody_else(
    table: Table, workshop: Workshop, hub: Hub
) -> None:
    a, leads = table.participant(), table.facilitator()
    assert leads.heard[-1]["leading"]["facilitator"] == 1

    table.facilitator()

    while leads.hears("people")["leading"] != {"facilitator": 2, "observer": 0}:
        pass  # who came before is told first
    assert "leading" not in a.all_heard()
