"""Maps that were drawn on laptops of their own come in as groups of the workshop."""

from __future__ import annotations

import pytest

from mapping.codec import MapFile, dumps, loads
from mapping.errors import NotAllowed, NotFound, TooMany
from mapping.live.bringing import is_untouched, untouched
from mapping.live.hub import Hub
from mapping.store import Plan, Store, Workshop
from mapping.store.plan import GROUPS
from tests import golden
from tests.live.conftest import PASSPHRASE, Table
from tests.store.changes import add


def carried(store: Store, workshop: Workshop, number: str) -> MapFile:
    """A group's map as it arrives from a stick."""
    return loads(dumps(store.maps.file(workshop.group(number).map_id)))


def test_a_map_with_its_history_becomes_one_group_more(table: Table, workshop: Workshop, hub: Hub) -> None:
    person = table.participant()
    person.adds("pn")
    person.adds("mp", "justice")
    file = carried(hub.store, workshop, "1")
    elsewhere = hub.store.workshops.open(Plan(groups=1, question="¿Quién decide?"), PASSPHRASE, now=hub.clock())

    group = hub.bring(elsewhere.id, file)

    now = hub.store.workshops.read(elsewhere.id)
    assert (group.number, now.group("2")) == ("2", group)
    assert hub.store.workshops.by_code(group.code) == (now, group)
    state = hub.store.maps.state(group.map_id)
    assert set(state.map.actors) == {"pn", "mp"}
    assert (state.map.frame.question, state.map.frame.group) == ("¿Quién decide?", "2")  # the workshop's own frame
    past = [entry.by for entry, _ in hub.store.maps.chronicle(group.map_id).told(0, state.seq, sensitive=True)]
    assert person.by in past


def test_a_table_can_sit_down_at_it(table: Table, workshop: Workshop, hub: Hub) -> None:
    group = hub.bring(workshop.id, MapFile(golden.group1()))
    table.workshop = hub.store.workshops.read(workshop.id)

    person = table.participant(group.number)

    assert len(person.welcome["snapshot"]["actors"]) == len(golden.group1().actors)
    person.adds("x-nuevo")
    assert "x-nuevo" in hub.store.maps.state(group.map_id).map.actors


def test_a_map_fills_a_group_where_nobody_has_drawn_on_every_screen(table: Table, workshop: Workshop, hub: Hub) -> None:
    waiting = table.participant("2")
    hub.pause(workshop.id)

    group = hub.bring(workshop.id, MapFile(golden.group1()), "2")

    while (effects := waiting.hears("effects"))["op"] != "batch":
        pass
    assert len(effects["put"]["actors"]) == len(golden.group1().actors)
    state = hub.store.maps.state(group.map_id)
    assert state.frozen  # as it was
    assert (state.map.actors, state.map.links) == (golden.group1().actors, golden.group1().links)
    assert state.map.frame.group == "2"


def test_never_goes_over_what_somebody_has_drawn(table: Table, workshop: Workshop, hub: Hub) -> None:
    table.participant("1").adds("pn")

    with pytest.raises(NotAllowed):
        hub.bring(workshop.id, MapFile(golden.group1()), "1")

    assert set(hub.store.maps.state(workshop.group("1").map_id).map.actors) == {"pn"}
    assert [group.number for group in untouched(hub.store, workshop)] == ["2"]


def test_never_goes_over_what_came_in_before_or_was_drawn_alone(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.alone(workshop.id)
    seat = hub.take(workshop, "participant", "1")
    hub.store.maps.append(hub.map_of(seat)[0], add("pn", by=seat.by), now=hub.clock())
    hub.alone(workshop.id, False)
    hub.bring(workshop.id, MapFile(golden.group1()), "2")
    hub.bring(workshop.id, MapFile(golden.group1()))

    assert untouched(hub.store, hub.store.workshops.read(workshop.id)) == ()
    for number in "123":
        with pytest.raises(NotAllowed):
            hub.bring(workshop.id, MapFile(golden.group2()), number)


def test_what_a_map_begins_with_is_nobodys_drawing_and_goes(hub: Hub) -> None:
    plan = Plan(groups=1, session="3", start="anchors")
    workshop = hub.store.workshops.open(plan, PASSPHRASE, now=hub.clock())
    map_id = workshop.group("1").map_id
    hub.advance(workshop.id)
    assert hub.store.maps.state(map_id).map.actors
    assert is_untouched(hub.store, map_id)

    hub.bring(workshop.id, MapFile(golden.group1()), "1")

    assert hub.store.maps.state(map_id).map.actors == golden.group1().actors


def test_what_was_drawn_and_removed_again_is_an_empty_map(table: Table, workshop: Workshop, hub: Hub) -> None:
    person = table.participant("1")
    person.adds("pn")
    person.sends("remove", of="pn")
    person.hears("effects")

    assert is_untouched(hub.store, workshop.group("1").map_id)


def test_what_is_sensitive_stays_closed(table: Table, workshop: Workshop, hub: Hub) -> None:
    actors = [{"id": "x-banda", "name": "Banda", "kind": "criminal"}, {"id": "pn", "name": "PN", "kind": "justice"}]
    link = {"id": "x-1", "kind": "collusion", "source": "x-banda", "target": "pn"}
    file = loads(f'{{"format": "sector-map", "version": 1, "actors": {actors}, "links": [{link}]}}'.replace("'", '"'))

    group = hub.bring(workshop.id, file)

    table.workshop = hub.store.workshops.read(workshop.id)
    assert table.participant(group.number).welcome["snapshot"]["links"] == []


def test_there_are_no_more_groups_than_a_workshop_can_have(workshop: Workshop, hub: Hub) -> None:
    for _ in range(GROUPS - len(workshop.groups)):
        hub.bring(workshop.id, MapFile(golden.group1()))

    with pytest.raises(TooMany):
        hub.bring(workshop.id, MapFile(golden.group1()))

    assert len(hub.store.workshops.read(workshop.id).groups) == GROUPS


def test_needs_a_workshop_and_a_group_that_are_there(workshop: Workshop, hub: Hub) -> None:
    with pytest.raises(NotFound):
        hub.bring(workshop.id, MapFile(golden.group1()), "9")
    hub.end(workshop.id)
    with pytest.raises(NotFound):
        hub.bring(workshop.id, MapFile(golden.group1()))


def test_the_end_takes_it_along(workshop: Workshop, hub: Hub) -> None:
    group = hub.bring(workshop.id, MapFile(golden.group1()))

    remains = hub.end(workshop.id)

    assert group.map_id in remains.maps
    assert sum(remains.rows.values()) == 0
