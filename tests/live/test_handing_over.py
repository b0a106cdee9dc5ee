"""A workshop goes on on another computer: paused here, whole there, and every seat taken anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mapping.errors import AlreadyHere, FileUnreadable, NotFound, TooFast, Unidentified
from mapping.live.hub import Hub
from mapping.store import Workshop, open_store
from tests.live.conftest import PASSPHRASE, Clock, Table


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Hub]:
    """Another computer's, with the same secret: even its cookies must not open what came in."""
    hub = Hub(open_store(f"sqlite:///{tmp_path}/other/sector-map.db"), secret="only for tests", clock=clock)
    yield hub
    hub.close()


def test_is_paused_here_and_goes_on_there(table: Table, workshop: Workshop, hub: Hub, other: Hub) -> None:
    hub.advance(workshop.id)
    a = table.participant()
    a.adds("pn")

    file = hub.hand_over(workshop.id)

    while not (day := a.hears("day")["day"])["moved"]:
        pass
    assert day["frozen"]
    a.sends("add", actor={"id": "mp", "name": "MP", "kind": "justice"})
    assert a.hears("refused")["reason"] == "frozen"

    arrived = other.take_over(file, PASSPHRASE, "10.0.0.2")

    there = other.store.workshops.read(arrived.workshop)
    assert (there.day.frozen, there.day.moved, there.day.index) == (True, False, 0)
    other.pause(there.id, False)
    assert other.store.maps.state(there.group("1").map_id).map == hub.store.maps.state(there.group("1").map_id).map
    with pytest.raises(Unidentified):  # the seat came along, but nobody sits on it
        other.seat(dict(table.client.cookies), a.seat["seat"])


def test_goes_on_here_after_all(table: Table, workshop: Workshop, hub: Hub) -> None:
    hub.advance(workshop.id)
    hub.hand_over(workshop.id)

    now = hub.go_on_here(workshop.id)

    assert (now.day.moved, now.day.frozen) == (False, False)
    table.participant().adds("pn")


def test_a_pause_from_before_stays_when_it_goes_on_here_after_all(workshop: Workshop, hub: Hub, clock: Clock) -> None:
    hub.advance(workshop.id)
    clock.now += 60
    stood = hub.pause(workshop.id).day
    hub.hand_over(workshop.id)
    clock.now += 60
    hub.hand_over(workshop.id)  # the file itself, asked for by the browser

    assert hub.go_on_here(workshop.id).day == stood
    assert hub.pause(workshop.id, False).day.frozen is False


def test_a_guesser_has_ten_tries_a_minute(workshop: Workshop, hub: Hub, other: Hub, clock: Clock) -> None:
    file = hub.hand_over(workshop.id)
    for _ in range(10):
        with pytest.raises(Unidentified):
            other.take_over(file, "otra frase", "10.0.0.2")

    with pytest.raises(TooFast):
        other.take_over(file, PASSPHRASE, "10.0.0.2")
    clock.now += 61
    assert other.take_over(file, PASSPHRASE, "10.0.0.2").workshop == workshop.id


def test_files_that_are_none_are_not_read_for_ever(hub: Hub, other: Hub, workshop: Workshop) -> None:
    """Each keeps the laptop busy on which the others draw."""
    for _ in range(10):
        with pytest.raises(FileUnreadable):
            other.take_over(b"PK", PASSPHRASE, "10.0.0.2")

    with pytest.raises(TooFast):
        other.take_over(b"PK", PASSPHRASE, "10.0.0.2")
    assert other.take_over(hub.hand_over(workshop.id), PASSPHRASE, "10.0.0.3").workshop == workshop.id


def test_comes_back_to_a_server_that_ended_it(table: Table, workshop: Workshop, hub: Hub) -> None:
    table.participant().adds("pn")
    file = hub.hand_over(workshop.id)
    hub.end(workshop.id)
    with pytest.raises(NotFound):
        hub.room(workshop.group("1").map_id)

    hub.take_over(file, PASSPHRASE, "10.0.0.2")

    hub.pause(workshop.id, False)
    back = table.participant()
    assert [row["id"] for row in back.welcome["snapshot"]["actors"]] == ["pn"]
    back.adds("mp")


def test_is_not_taken_in_over_itself(workshop: Workshop, hub: Hub) -> None:
    with pytest.raises(AlreadyHere):
        hub.take_over(hub.hand_over(workshop.id), PASSPHRASE, "10.0.0.2")
