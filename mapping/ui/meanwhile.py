"""What takes seconds, with a page that can still be pressed: to hide everything must not wait for a pack.

A run of a page is only interrupted where it shows something (`fastReruns` is off, docs/decisions/0048).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import nullcontext
from typing import TypeVar

import streamlit as st

_LOOK = 0.1  # seconds between two moments in which the run can be interrupted
_workers = ThreadPoolExecutor(2, thread_name_prefix="meanwhile")

T = TypeVar("T")


def meanwhile(text: str, does: Callable[[], T]) -> T:
    """What `does()` gives or raises; `text`, if any, is shown until then. Whoever leaves before it is done leaves it to
    end."""
    with st.spinner(text) if text else nullcontext():
        moment = st.empty()
        work = _workers.submit(does)
        while not wait([work], timeout=_LOOK).done:
            moment.empty()
    return work.result()
