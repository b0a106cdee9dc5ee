"""Wrong codes cost time and are limited, by browser; right ones open at once for everybody else behind an address."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from mapping.errors import TooFast
from mapping.live.access import DOOR, Keys
from mapping.live.hub import Hub
from mapping.live.limits import DOORS_A_MINUTE, MOST_AT_AN_ADDRESS, SLOW_AT
from mapping.store import Workshop
from tests.live.conftest import ORIGIN, PASSPHRASE, Clock, Table


@pytest.fixture
def browser(table: Table, hub: Hub) -> Any:
    """Another browser behind the same address, marked by the first page it opened."""

    def opened() -> TestClient:
        client = TestClient(table.client.app, headers={"Origin": ORIGIN})
        client.cookies.set(DOOR, hub.new_door("testclient") or "")
        return client

    return opened


def _tries(client: TestClient, code: str, **more: Any) -> Any:
    return client.post("/join", json={"code": code, **more})


def test_answers_a_wrong_code_more_slowly_each_time(browser: Any, waits: list[float]) -> None:
    guesser = browser()

    for n in range(7):
        assert _tries(guesser, f"WRNG{n:02}").status_code == 404

    assert waits == [0, 0, 0.5, 1, 2, 4, 4]


def test_a_right_code_never_waits(browser: Any, workshop: Workshop, waits: list[float]) -> None:
    guesser = browser()
    for n in range(5):
        _tries(guesser, f"WRNG{n:02}")
    waits.clear()

    assert _tries(guesser, workshop.group("1").code).status_code == 200
    assert waits == []


def test_one_who_guesses_waits_a_minute_and_the_room_goes_on(browser: Any, workshop: Workshop, clock: Clock) -> None:
    guesser, neighbour, code = browser(), browser(), workshop.group("1").code
    for n in range(10):
        assert _tries(guesser, f"WRNG{n:02}").status_code == 404

    blocked = _tries(guesser, code)
    assert (blocked.status_code, blocked.json()) == (429, {"error": "too_fast"})
    assert _tries(neighbour, code).status_code == 200
    clock.now += 61
    assert _tries(guesser, code).status_code == 200


def test_who_throws_the_mark_away_is_counted_with_all_who_have_none(table: Table, workshop: Workshop) -> None:
    codes = [f"WRNG{n:02}" for n in range(10)]
    for code in codes:
        assert _tries(TestClient(table.client.app, headers={"Origin": ORIGIN}), code).status_code == 404

    fresh = TestClient(table.client.app, headers={"Origin": ORIGIN})
    fresh.cookies.set(DOOR, Keys("another secret").door("d-1"))

    assert _tries(fresh, workshop.group("1").code).status_code == 429


def test_many_browsers_of_one_address_guess_slowly_and_not_for_ever(
    browser: Any, workshop: Workshop, waits: list[float], table: Table
) -> None:
    seated = browser()
    assert _tries(seated, workshop.group("1").code).status_code == 200
    for n in range(SLOW_AT // 5):
        guesser = browser()
        for m in range(5):
            _tries(guesser, f"WR{n:02}{m:02}")
    waits.clear()

    _tries(browser(), "WRNGXX")
    assert waits == [4]
    assert _tries(browser(), workshop.group("1").code).status_code == 200
    for _ in range(MOST_AT_AN_ADDRESS):
        table.hub.wrong_here.wrong("testclient", table.hub.clock())
    assert _tries(browser(), workshop.group("1").code).status_code == 429
    assert _tries(seated, workshop.group("2").code).status_code == 200  # who was let in before is known


def test_gives_no_more_marks_to_an_address_than_a_room_needs(hub: Hub, clock: Clock) -> None:
    given = [hub.new_door("10.0.0.7") for _ in range(DOORS_A_MINUTE)]

    assert all(given)
    assert hub.new_door("10.0.0.7") is None
    assert hub.new_door("10.0.0.8")
    clock.now += 61
    assert hub.new_door("10.0.0.7")


def test_the_facilitators_door_is_not_closed_by_a_neighbour(hub: Hub, workshop: Workshop) -> None:
    mine, theirs = hub.new_door("10.0.0.7"), hub.new_door("10.0.0.7")
    for n in range(10):
        hub.known(workshop.group("1").code, f"intento {n}", "10.0.0.7", theirs)

    with pytest.raises(TooFast):
        hub.known(workshop.code, PASSPHRASE, "10.0.0.7", theirs)
    assert hub.known(workshop.code, PASSPHRASE, "10.0.0.7", mine) == workshop


# coming back


def test_offers_the_seat_that_this_browser_holds_before_it_gives_another(table: Table, workshop: Workshop) -> None:
    code = workshop.group("1").code
    first = _tries(table.client, code).json()

    again = _tries(table.client, code)
    assert again.json() == {"held": [{"seat": first["seat"], "group": "1", "number": 1, "to": first["to"]}]}
    assert "set-cookie" not in again.headers
    assert _tries(table.client, code, new=True).json()["seat"] != first["seat"]
    assert [row["number"] for row in _tries(table.client, code).json()["held"]] == [1, 2]


def test_offers_no_seat_of_another_group(table: Table, workshop: Workshop) -> None:
    _tries(table.client, workshop.group("1").code)

    assert _tries(table.client, workshop.group("2").code).json()["group"] == "2"


def test_takes_the_cookies_of_seats_that_hold_no_more_away(table: Table, hub: Hub, workshop: Workshop) -> None:
    old = _tries(table.client, workshop.group("1").code).json()["seat"]
    hub.revoke(workshop.id)

    answer = _tries(table.client, workshop.group("1").code)

    assert answer.json()["seat"] != old
    assert f"seat_{old.removeprefix('s-')}" not in table.client.cookies
    assert f"seat_{answer.json()['seat'].removeprefix('s-')}" in table.client.cookies


# the room's screen


def test_the_screens_code_gives_a_screen_and_no_place_at_a_table(table: Table, workshop: Workshop) -> None:
    asked = _tries(table.client, workshop.screen_code)
    assert asked.json() == {"screen": ["projector", "observer"]}

    seats = {role: _tries(table.client, workshop.screen_code, **{"as": role}).json() for role in asked.json()["screen"]}

    assert {role: (s["role"], s["group"], s["map"]) for role, s in seats.items()} == {
        "projector": ("projector", None, None), "observer": ("observer", None, None),
    }  # fmt: skip
    again = _tries(table.client, workshop.screen_code, **{"as": "observer"}).json()
    assert again["seat"] == seats["observer"]["seat"]


@pytest.mark.parametrize("role", ["facilitator", "participant", "", None, 7])
def test_the_screens_code_gives_nothing_else(table: Table, workshop: Workshop, role: object) -> None:
    answer = _tries(table.client, workshop.screen_code, **{"as": role})

    assert answer.json() == {"screen": ["projector", "observer"]}
    assert "set-cookie" not in answer.headers


def test_a_groups_code_makes_no_screen(table: Table, workshop: Workshop) -> None:
    assert _tries(table.client, workshop.group("1").code, **{"as": "observer"}).json()["role"] == "participant"
