"""The tests of the network that are under way: who came, how far, and for how long that is kept."""

from __future__ import annotations

from mapping.live.reach import KEPT_SECONDS, MOST_DEVICES, MOST_TESTS, Reach
from mapping.ui.network import LATE, verdict

PHONE, OTHER, LAPTOP = "192.168.43.11", "192.168.43.12", "192.168.43.1"


def test_counts_a_device_once_and_keeps_that_its_line_came() -> None:
    reach = Reach()
    key = reach.invite(0)

    assert reach.seen(key, "phone", PHONE, 1)
    assert reach.seen(key, "phone", PHONE, 2, line=True)
    assert reach.seen(key, "phone", PHONE, 3)

    (device,) = reach.devices(key)
    assert (device.has_line, device.at) == (True, 3)


def test_two_devices_behind_one_address_are_two() -> None:
    reach = Reach()
    key = reach.invite(0)
    reach.seen(key, "one", PHONE, 1)
    reach.seen(key, "two", PHONE, 1)

    assert len(reach.devices(key)) == 2


def test_knows_no_key_that_it_did_not_give_and_none_after_its_time() -> None:
    reach = Reach()
    key = reach.invite(0)

    assert not reach.seen("ZZZZZZ", "phone", PHONE, 1)
    assert reach.is_open(key, KEPT_SECONDS - 1)
    assert not reach.seen(key, "phone", PHONE, KEPT_SECONDS)


def test_holds_no_more_than_a_room_needs() -> None:
    reach = Reach()
    first = reach.invite(0)
    key = [reach.invite(n) for n in range(1, MOST_TESTS + 1)][-1]
    for n in range(MOST_DEVICES + 5):
        reach.seen(key, f"device {n}", PHONE, 100)

    assert not reach.is_open(first, 100)
    assert len(reach.devices(key)) == MOST_DEVICES


def test_says_what_the_answers_mean() -> None:
    reach, own = Reach(), {LAPTOP}
    key = reach.invite(0)

    def says(now: float) -> str:
        return verdict(reach.devices(key), own, now)

    assert says(0) == "waiting"
    reach.seen(key, "laptop", LAPTOP, 1, line=True)
    assert says(1) == "own"
    reach.seen(key, "phone", PHONE, 1)
    assert says(2) == "waiting"  # its line may still come
    assert says(1 + LATE) == "no_line"
    reach.seen(key, "phone", PHONE, 10, line=True)
    assert says(10) == "few"
    for name in ("second", "third"):
        reach.seen(key, name, OTHER, 10, line=True)
    assert says(10) == "ready"
