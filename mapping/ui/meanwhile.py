"""What takes seconds, with a page that can still be pressed: to hide everything must not wait for a pack.

A run of a page is only interrupted where it shows something (`fastReruns` is off, docs/decisions/0048).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import nullcontext
from threading import Event
from typing import TypeVar

import streamlit as st

_LOOK = 0.1  # seconds between two moments in which the run can be interrupted
_workers = ThreadPoolExecutor(2, thread_name_prefix="meanwhile")

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside work that somebody cancelled."""


class Work:
    """How far something is; `step` is called by what does it, and ends it where it was cancelled."""

    def __init__(self) -> None:
        self.share = 0.0
        self._cancelled = Event()

    def cancel(self) -> None:
        self._cancelled.set()

    def step(self, done: int, of: int) -> None:
        """What was done, of how much. Raises Cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        self.share = done / of


def meanwhile(text: str, does: Callable[[], T], work: Work | None = None) -> T:
    """What `does()` gives or raises; `text`, if any, is shown until then, with how far the `work` is. Whoever leaves
    before it is done leaves it to end."""
    with st.spinner(text) if text else nullcontext():
        moment = st.empty()
        running = _workers.submit(does)
        while not wait([running], timeout=_LOOK).done:
            moment.empty() if work is None else moment.progress(work.share)
        moment.empty()
    return running.result()
