"""What docs/live-protocol.md promises is what the server does; a slow room slows no other."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Event, Thread

import pytest

from mapping.live import answers, limits, outbox, room
from mapping.live.hub import Hub
from mapping.live.limits import Attempts, Bucket
from mapping.live.requests import REQUESTS
from mapping.store import Workshop
from tests.live.conftest import Table

ROOT = Path(__file__).parent.parent.parent
PROTOCOL = (ROOT / "docs" / "live-protocol.md").read_text(encoding="utf-8")


def test_names_every_reason_and_no_other() -> None:
    listed = PROTOCOL.partition("Reasons: ")[2].partition("\n\n")[0]

    assert set(re.findall(r"`(\w+)`", listed)) == answers.REASONS


def test_names_every_close_code_and_no_other() -> None:
    codes = {
        answers.OTHER_ORIGIN, answers.TOO_LARGE, answers.FAILED, answers.NOT_UNDERSTOOD, answers.UNIDENTIFIED,
        answers.NO_MAP, answers.ENDED, outbox.TOO_SLOW,
    }  # fmt: skip

    assert {int(code) for code in re.findall(r"^\| (\d{4}) \|", PROTOCOL, re.MULTILINE)} == codes


def test_names_every_type_of_message() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "mapping" / "live").glob("*.py"))
    sent = set(re.findall(r'"type": "(\w+)"', source))
    channel = (ROOT / "mapping" / "live" / "channel.py").read_text(encoding="utf-8")
    taken = set(re.findall(r'case "(\w+)"', channel)) | {"hello", *REQUESTS}

    assert sent >= {"welcome", "effects", "refused", "ended"}
    assert taken >= {"hello", "ping", "renew", "change", "back"}
    for name in sent | taken:
        assert f'{{"type": "{name}"' in PROTOCOL, name


def test_draws_on_in_one_room_while_another_waits(table: Table, hub: Hub, workshop: Workshop) -> None:
    slow, quick = table.participant("1"), table.participant("2")
    held, done = Event(), Event()

    def hold() -> None:
        with hub.room(workshop.group("1").map_id).lock:
            held.set()
            done.wait(20)

    thread = Thread(target=hold)
    thread.start()
    held.wait(20)
    ids = [
        slow.sends("add", actor={"id": f"x-{n}", "name": "Patronato", "kind": "community"})
        for n in range(hub.workers._max_workers + 5)  # more than there are threads
    ]

    effects = quick.adds("pn")
    done.set()
    thread.join()

    assert effects["put"]["actors"][0]["id"] == "pn"
    assert [slow.hears("effects")["change"] for _ in ids] == ids


def test_lets_a_burst_pass_and_then_a_steady_stream() -> None:
    bucket = Bucket(rate=2, burst=3)

    assert [bucket.takes(10.0) for _ in range(4)] == [True, True, True, False]
    assert [bucket.takes(10.5), bucket.takes(10.5)] == [True, False]
    assert [bucket.takes(99.0) for _ in range(4)] == [True, True, True, False]  # never more than the burst


def test_counts_a_large_message_for_several() -> None:
    bucket = Bucket(rate=2, burst=10)

    assert [bucket.takes(10.0, cost) for cost in (8, 3, 2, 1)] == [True, False, True, False]


def test_closes_the_oldest_line_of_a_seat_that_has_too_many(table: Table) -> None:
    seat = table.seat()
    lines = [table.enters(seat) for _ in range(room.SOCKETS_OF_A_SEAT + 1)]

    assert lines[0].closed() == 1013
    assert lines[-1].adds("pn")["number"] == lines[1].hears("effects")["number"] == 1


@pytest.mark.parametrize(
    "message",
    [
        {"type": "undo", "id": "\ud800"},
        {"type": "undo", "id": "c-1", "of": "\ud800"},
        {"type": "select", "id": "\ud800"},
    ],
)
def test_answers_a_text_that_nobody_can_write_down(table: Table, message: dict[str, str]) -> None:
    a = table.participant()

    a.says(message)

    assert a.hears("refused")["reason"] == "bad_value"
    assert a.is_quiet()


def test_forgets_wrong_attempts_after_their_time() -> None:
    attempts = Attempts(most=2, window=60)
    attempts.wrong("here", 0.0)
    attempts.wrong("here", 50.0)

    assert attempts.is_blocked("here", 59.0)
    assert not attempts.is_blocked("there", 59.0)
    assert not attempts.is_blocked("here", 61.0)


def test_does_not_keep_every_address_that_ever_failed() -> None:
    attempts = Attempts(most=2, window=60)
    for n in range(limits.ADDRESSES):
        attempts.wrong(f"10.0.{n}", 0.0)

    attempts.wrong("here", 1_000.0)

    assert len(attempts._wrong) == 1
