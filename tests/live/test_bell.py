"""The line to the room's screen: it says that the day has moved and whether all is covered, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mapping.live.bell import LINES_OF_A_SEAT
from mapping.live.hub import Hub
from mapping.store import Workshop
from tests.live.conftest import Person, Table


def _line(table: Table, seat: dict[str, Any]) -> Person:
    socket = table.stack.enter_context(table.client.websocket_connect(f"/bell?seat={seat['seat']}"))
    return Person(seat, "", socket)


def _hears(line: Person) -> dict[str, Any]:
    said = line.receives()
    assert said["type"] == "websocket.send", said
    found: dict[str, Any] = json.loads(said["text"])
    return found


@pytest.mark.parametrize("role", ["projector", "facilitator"])
def test_rings_when_all_is_covered_and_when_it_is_not_any_more(
    table: Table, workshop: Workshop, hub: Hub, role: str
) -> None:
    line = _line(table, table.seat_of(role))
    assert _hears(line) == {"hidden": False}

    hub.hide(workshop.id)
    assert _hears(line) == {"hidden": True}
    hub.hide(workshop.id, False)
    assert _hears(line) == {"hidden": False}


def test_carries_nothing_of_what_is_drawn_or_written(table: Table, workshop: Workshop, hub: Hub) -> None:
    line = _line(table, table.seat_of("projector"))
    assert _hears(line) == {"hidden": False}
    table.participant().adds("pn", note="CANARIO-7F", position=-2)

    hub.advance(workshop.id)
    hub.project(workshop.id, "board")

    assert [_hears(line) for _ in range(2)] == [{"hidden": False}] * 2  # one for each move of the day


def test_a_workshop_hears_nothing_of_another(table: Table, workshop: Workshop, hub: Hub) -> None:
    other = hub.store.workshops.open(workshop.plan, "otra frase", now=hub.clock())
    line = _line(table, table.seat_of("projector"))
    assert _hears(line) == {"hidden": False}

    hub.hide(other.id)
    hub.advance(workshop.id)

    assert _hears(line) == {"hidden": False}


def test_is_not_for_a_table_nor_for_who_has_no_seat(table: Table) -> None:
    strangers = table.seat_of("projector") | {"seat": "s-000000000000000000000000"}

    assert _line(table, table.seat()).closed() == 4401
    assert _line(table, strangers).closed() == 4401


def test_says_nothing_to_who_talks(table: Table) -> None:
    line = _line(table, table.seat_of("projector"))
    _hears(line)

    line.socket.send_text("{}")

    assert line.closed() == 4400


def test_ends_with_the_seat_and_with_the_workshop(table: Table, workshop: Workshop, hub: Hub) -> None:
    first = _line(table, table.seat_of("projector"))
    _hears(first)
    hub.revoke(workshop.id)
    assert first.closed() == 4401

    second = _line(table, table.seat_of("projector"))
    _hears(second)
    hub.end(workshop.id)
    assert second.closed() == 4410


def test_a_seats_oldest_lines_go_when_there_are_too_many(table: Table, workshop: Workshop, hub: Hub) -> None:
    seat = table.seat_of("projector")
    lines = []
    for _ in range(LINES_OF_A_SEAT + 1):
        lines.append(_line(table, seat))
        _hears(lines[-1])

    assert lines[0].closed() == 1013
    hub.hide(workshop.id)
    assert [_hears(line) for line in lines[1:]] == [{"hidden": True}] * LINES_OF_A_SEAT
