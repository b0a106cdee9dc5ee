"""What every test may use, and the rule that where nothing may be skipped, a skip is a failure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from mapping.model import SectorMap
from mapping.scenario import Scenario
from tests import golden

read = import_module("mapping.scenario.read")  # the package calls a function so


@pytest.fixture
def isla(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scenario]:
    """The program as a colleague's country would have it: an invented island ships, and nothing else does."""
    monkeypatch.setattr(read, "SHIPPED", Path(__file__).parent / "scenario")
    read.named.cache_clear()
    yield read.named("isla")
    read.named.cache_clear()


@pytest.fixture
def group1() -> SectorMap:
    return golden.group1()


@pytest.fixture
def group2() -> SectorMap:
    return golden.group2()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if report.skipped and os.environ.get("MAPPING_NO_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report
