"""What takes seconds can be left, and gives or raises what it would have at once."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest
import streamlit as st

from mapping.ui.meanwhile import Cancelled, Work, meanwhile


class Left(BaseException):
    """What Streamlit raises where a run is interrupted."""


def test_a_run_that_is_left_does_not_wait_for_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    ends, done = Event(), Event()

    class Moment:
        def empty(self) -> None:
            raise Left

    monkeypatch.setattr(st, "empty", Moment)

    def works() -> None:
        assert ends.wait(30)
        done.set()

    with pytest.raises(Left):
        meanwhile("…", works)
    assert not done.is_set()
    ends.set()
    assert done.wait(30)  # and it is not lost: what it leaves in a cache is there next time


def test_what_it_gives_and_what_it_raises_come_through() -> None:
    def fails() -> Any:
        raise LookupError("no such map")

    assert meanwhile("…", lambda: 7) == 7
    with pytest.raises(LookupError, match="no such map"):
        meanwhile("…", fails)


def test_what_is_cancelled_ends_at_its_next_step_and_leaves_nothing() -> None:
    work, made = Work(), []

    def works() -> None:
        for done in range(3):
            work.step(done, 3)
            made.append(done)
            work.cancel()

    with pytest.raises(Cancelled):
        meanwhile("…", works, work)
    assert made == [0]
    assert work.share == 0
