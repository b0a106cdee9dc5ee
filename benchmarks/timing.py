"""Medians of repeated runs, one beside the other."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter


def beside(ours: Callable[[], object], other: Callable[[], object], *, runs: int = 5) -> tuple[float, float]:
    """Median milliseconds of both, run in turns so that a noisy machine disturbs them alike."""
    ours(), other()  # what is loaded once is not measured
    mine, theirs = [], []
    for _ in range(runs):
        for call, times in ((ours, mine), (other, theirs)):
            start = perf_counter()
            call()
            times.append((perf_counter() - start) * 1000)
    return median(mine), median(theirs)


def line(name: str, ours: float, other: float) -> str:
    """One row of a result."""
    return f"{name:<44}{ours:>10.1f} ms{other:>10.1f} ms   ratio {other / ours:>7.1f}"
