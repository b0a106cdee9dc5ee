"""Who comes in, and who does not."""

from __future__ import annotations

import json
import stat
import time
from pathlib import Path

import pytest
from itsdangerous import TimestampSigner
from starlette.testclient import TestClient

from mapping.errors import TooFast, Unidentified
from mapping.live import is_own_origin
from mapping.live.access import Keys, secret_beside
from mapping.live.hub import Hub
from mapping.store import Workshop, passphrase
from tests.live.conftest import ORIGIN, PASSPHRASE, PLAN, Table


def _closed(table: Table, token: object) -> int:
    socket = table.socket()
    socket.send_text(json.dumps({"type": "hello", "token": token, "since": 0}))
    return int(socket.receive()["code"])


def test_gives_a_seat_and_a_cookie_for_a_code(table: Table, workshop: Workshop) -> None:
    answer = table.client.post("/join", json={"code": workshop.group("1").code.lower()})

    seat = answer.json()
    assert seat | {"role": "participant", "group": "1", "map": workshop.group("1").map_id} == seat
    assert seat["to"] == f"/build?seat={seat['seat']}"
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(f"seat_{seat['seat'].removeprefix('s-')}=")
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie  # plain http in the room


def test_marks_the_cookie_secure_behind_https(
    table: Table, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAPPING_BASE_URL", "https://map.example.org")

    answer = table.client.post("/join", json={"code": workshop.group("1").code})

    assert "secure" in answer.headers["set-cookie"].lower()


def test_keeps_two_seats_of_one_browser_apart(table: Table) -> None:
    first, second = table.participant("1"), table.participant("2")

    assert first.by != second.by
    assert first.welcome["map"] != second.welcome["map"]


@pytest.mark.parametrize("body", [b"", b"no", b"[]", b"{}", b'{"code": 7}', b'{"code": "ZZZZZZ"}', b"x" * 9_000])
def test_opens_nothing_for_what_is_no_code(table: Table, body: bytes) -> None:
    answer = table.client.post("/join", content=body)

    assert (answer.status_code, answer.json()) == (404, {"error": "not_found"})
    assert "set-cookie" not in answer.headers


def test_gives_no_seat_for_the_facilitators_code_alone(table: Table, workshop: Workshop) -> None:
    answer = table.client.post("/join", json={"code": workshop.code})

    assert (answer.status_code, answer.json()) == (403, {"error": "not_allowed"})


def test_opens_a_ticket_once(table: Table, workshop: Workshop) -> None:
    ticket = table.hub.ticket(workshop.id, "facilitator")

    first = table.client.post("/join", json={"ticket": ticket})
    second = table.client.post("/join", json={"ticket": ticket})

    assert first.json()["role"] == "facilitator"
    assert (second.status_code, second.json()) == (401, {"error": "unidentified"})


@pytest.mark.parametrize("ticket", ["", "x.y.z", "\ud800", "é.é.é"])
def test_opens_no_ticket_that_is_not_ours(table: Table, ticket: str) -> None:
    assert table.client.post("/join", content=json.dumps({"ticket": ticket})).status_code == 401


def test_slows_down_guessing_of_the_passphrase(hub: Hub, workshop: Workshop) -> None:
    assert hub.known(workshop.code, PASSPHRASE, "10.0.0.7") == workshop
    for n in range(10):
        assert hub.known(workshop.code, f"intento {n}", "10.0.0.7") is None

    with pytest.raises(TooFast):
        hub.known(workshop.code, PASSPHRASE, "10.0.0.7")
    assert hub.known(workshop.code, PASSPHRASE, "10.0.0.8") == workshop  # nobody else waits for it


def test_takes_a_groups_code_beside_the_passphrase(hub: Hub, workshop: Workshop) -> None:
    assert hub.known(workshop.group("1").code, PASSPHRASE, "10.0.0.7") == workshop
    assert hub.known(workshop.group("1").code, "los doce puentes", "10.0.0.7") is None


def test_slows_down_guessing_of_the_facilitators_code(hub: Hub, workshop: Workshop) -> None:
    for n in range(10):
        assert hub.known(f"WRNG{n:02}", PASSPHRASE, "10.0.0.7") is None

    with pytest.raises(TooFast):
        hub.known(workshop.code, PASSPHRASE, "10.0.0.7")


def test_slows_down_guessing_of_the_passphrase_from_many_addresses(
    hub: Hub, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase, "COST", 64)  # sixty scrypt hashes at full cost take seconds
    quick = hub.store.workshops.open(PLAN, PASSPHRASE, now=hub.clock())
    for n in range(60):
        assert hub.known(quick.code, f"intento {n}", f"10.0.0.{n}") is None

    with pytest.raises(TooFast):
        hub.known(quick.code, "intento 61", "10.0.1.1")


# cookies and tokens


def test_gives_no_token_without_the_seats_cookie(table: Table) -> None:
    seat = table.seat()
    stranger = TestClient(table.client.app, headers={"Origin": ORIGIN})

    answer = stranger.post("/token", params={"seat": seat["seat"], "map": seat["map"]})

    assert (answer.status_code, answer.json()) == (401, {"error": "unidentified"})


def test_gives_no_token_for_another_seats_cookie(table: Table) -> None:
    mine, theirs = table.seat("1"), table.seat("2")
    thief = TestClient(table.client.app, headers={"Origin": ORIGIN})
    cookie = table.client.cookies[f"seat_{mine['seat'].removeprefix('s-')}"]
    thief.cookies.set(f"seat_{theirs['seat'].removeprefix('s-')}", cookie)

    answer = thief.post("/token", params={"seat": theirs["seat"], "map": theirs["map"]})

    assert answer.status_code == 401


def test_gives_no_token_for_another_groups_map(table: Table, workshop: Workshop) -> None:
    seat = table.seat("1")

    answer = table.client.post("/token", params={"seat": seat["seat"], "map": workshop.group("2").map_id})

    assert (answer.status_code, answer.json()) == (403, {"error": "not_allowed"})


def test_gives_a_facilitator_every_map_of_the_workshop_and_no_other(table: Table, hub: Hub, workshop: Workshop) -> None:
    other = hub.store.workshops.open(PLAN, PASSPHRASE, now=hub.clock())
    seat = table.seat_of("facilitator")

    for group in workshop.groups:
        table.token(seat, group.map_id)
    answer = table.client.post("/token", params={"seat": seat["seat"], "map": other.group("1").map_id})

    assert answer.status_code == 403


@pytest.mark.parametrize("token", [None, 7, "", "abc", "a.b.c", "x" * 5_000, "\ud800", {"s": 1}])
def test_closes_a_socket_whose_token_is_none(table: Table, token: object) -> None:
    assert _closed(table, token) == 4401


def test_closes_a_socket_whose_token_is_too_old(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    old = int(time.time()) - 601
    with monkeypatch.context() as then:
        then.setattr(TimestampSigner, "get_timestamp", lambda self: old)
        token = table.token(table.seat())

    assert _closed(table, token) == 4401


def test_closes_a_socket_whose_token_another_server_signed(table: Table, hub: Hub) -> None:
    seat = table.seat()
    forged = Keys("another secret").token(hub.store.seats.read(seat["seat"]), seat["map"])

    assert _closed(table, forged) == 4401


def test_takes_no_cookie_for_a_token(table: Table) -> None:
    seat = table.seat()

    assert _closed(table, table.client.cookies[f"seat_{seat['seat'].removeprefix('s-')}"]) == 4401


def test_revokes_every_seat_but_the_one_that_is_kept(table: Table, hub: Hub, workshop: Workshop) -> None:
    a, f = table.participant(), table.facilitator()

    hub.revoke(workshop.id, keep=f.seat["seat"])

    assert a.closed() == 4401
    assert _closed(table, a.token) == 4401
    assert table.client.post("/token", params={"seat": a.seat["seat"], "map": a.seat["map"]}).status_code == 401
    f.says({"type": "renew"})
    assert f.hears("token")["expires"] == 600
    assert table.participant().welcome["number"] == 2  # who joins again gets in


def test_does_not_renew_for_a_seat_that_was_revoked_elsewhere(table: Table, hub: Hub, workshop: Workshop) -> None:
    a = table.participant()
    hub.store.workshops.revoke(workshop.id)  # by another server

    a.says({"type": "renew"})

    assert a.closed() == 4401


# whose page asks


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://testserver:8080", "null", "http://testserver.evil.example"]
)
def test_turns_away_the_pages_of_others(table: Table, workshop: Workshop, origin: str) -> None:
    headers = {"Origin": origin}
    assert table.client.post("/join", json={"code": workshop.group("1").code}, headers=headers).status_code == 403
    seat = table.seat()
    assert table.client.post("/token", params={"seat": seat["seat"]}, headers=headers).status_code == 403

    with table.client.websocket_connect("/live", headers=headers) as socket:
        assert socket.receive() == {"type": "websocket.close", "code": 1008, "reason": ""}


def test_turns_away_who_does_not_say_where_it_comes_from(table: Table, workshop: Workshop) -> None:
    nobody = TestClient(table.client.app)

    assert nobody.post("/join", json={"code": workshop.group("1").code}).status_code == 403


@pytest.mark.parametrize(
    ("origin", "host", "own"),
    [
        ("http://taller.test:8501", "taller.test:8501", True),
        ("http://TALLER.test:8501", "taller.test:8501", True),
        ("http://taller.test", "taller.test:80", True),
        ("https://taller.test", "taller.test", True),
        ("http://192.168.1.20:8501", "192.168.1.20:8501", True),
        ("http://[fe80::1]:8501", "[fe80::1]:8501", True),
        ("http://taller.test:8501", "taller.test:8502", False),
        ("http://taller.test", "taller.test:443", False),
        ("http://taller.test:8501", "192.168.1.20:8501", False),
        ("http://user@taller.test", "taller.test", False),
        ("file://", "taller.test", False),
        ("http://taller.test:x", "taller.test:x", False),
        (None, "taller.test", False),
        ("http://taller.test", None, False),
    ],
)
def test_knows_its_own_pages(origin: str | None, host: str | None, own: bool) -> None:
    assert is_own_origin(origin, host) is own


def test_knows_the_address_it_is_published_under(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPPING_BASE_URL", "https://map.example.org/")

    assert is_own_origin("https://map.example.org", "127.0.0.1:8501")
    assert not is_own_origin("http://map.example.org", "127.0.0.1:8501")


# the secret


def test_makes_a_secret_once_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAPPING_SECRET", raising=False)

    made, again = secret_beside(tmp_path / "data"), secret_beside(tmp_path / "data")

    assert made == again
    assert len(made) == 64
    assert stat.S_IMODE((tmp_path / "data" / "secret.key").stat().st_mode) == 0o600


def test_takes_the_secret_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAPPING_SECRET", "from the environment")

    assert secret_beside(tmp_path) == "from the environment"
    assert list(tmp_path.iterdir()) == []


def test_does_not_take_what_was_signed_for_something_else() -> None:
    keys = Keys("secret")
    with pytest.raises(Unidentified):
        keys.ticket_read(keys._signed("token", {"w": 1, "r": 1, "g": 1, "s": 1}))
