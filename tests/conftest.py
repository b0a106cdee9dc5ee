"""What every test may use, and the rule that where nothing may be skipped, a skip is a failure."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from mapping.model import SectorMap
from tests import golden


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
