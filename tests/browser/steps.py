"""Tests that are the steps of one long day: each needs the one before it, and leaves pictures where it fails."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

import pytest
from playwright.sync_api import Page

OUTCOME = pytest.StashKey[pytest.TestReport]()


class Stepped(Protocol):
    """What goes through the steps; `broken`: the one that did not hold."""

    broken: str


@contextmanager
def step(
    of: Stepped, request: pytest.FixtureRequest, what: str, screens: Callable[[], Mapping[str, Page]]
) -> Iterator[None]:
    """A step whose forerunner failed says so; one that fails leaves pictures of the screens in `STORY_PICTURES`."""
    if of.broken:
        pytest.fail(f"the {what} stopped at {of.broken}", pytrace=False)
    of.broken = request.node.name
    yield
    report = request.node.stash.get(OUTCOME, None)
    if report is None or report.passed:
        of.broken = ""
    elif shots := os.environ.get("STORY_PICTURES"):
        for name, page in screens().items():
            page.screenshot(path=f"{shots}/{request.node.name}-{name}.png")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Keep how a test ended, for its fixtures; a `conftest` imports this."""
    report = yield
    if call.when == "call":
        item.stash[OUTCOME] = report
    return report
