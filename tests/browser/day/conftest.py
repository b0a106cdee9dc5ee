"""A day: a facilitator, five tables with a laptop and a phone each, the room's screen, and a table apart."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser.story.facilitator import Facilitator, Projector
from tests.browser.story.people import Laptop, Phone, Screen
from tests.browser.story.room import PHONE, PROJECTOR, Room, room
from tests.browser.story.server import Server

GROUPS = "12345"
OUTCOME = pytest.StashKey[pytest.TestReport]()


@dataclass
class Day:
    server: Server
    apart: Server  # the laptop of a table without the room's network
    room: Room
    F: Facilitator
    P: Projector
    laptops: dict[str, Laptop]
    phones: dict[str, Phone]
    guesser: Screen
    folder: Path
    broken: str = ""
    kept: dict[str, Path] = field(default_factory=dict)

    @property
    def tables(self) -> list[Laptop | Phone]:
        """All ten screens, table by table."""
        return [screen for g in GROUPS for screen in (self.laptops[g], self.phones[g])]


@pytest.fixture(scope="package")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    folder = tmp_path_factory.mktemp("day")
    server, apart = Server(folder / "room"), Server(folder / "apart")
    for each in (server, apart):
        each.folder.mkdir()
    server.start()
    try:
        with room(server.port) as screens:
            base = screens.base
            language = {g: "en" if g in "24" else "es" for g in GROUPS}
            yield Day(
                server, apart, screens,
                F=Facilitator(screens.screen(), base, "es"),
                P=Projector(screens.screen(PROJECTOR), base, "es"),
                laptops={g: Laptop(screens.screen((1280, 800)), base, language[g]) for g in GROUPS},
                phones={
                    g: Phone(screens.screen(PHONE, has_touch=True, is_mobile=True), base, language[g]) for g in GROUPS
                },
                guesser=Screen(screens.screen(PHONE), base, "es"),
                folder=folder,
            )  # fmt: skip
    finally:
        server.kill()
        apart.kill()


@pytest.fixture(autouse=True)
def in_order(day: Day, request: pytest.FixtureRequest) -> Iterator[None]:
    """A part of the day whose forerunner failed says so; one that fails leaves pictures where asked."""
    if day.broken:
        pytest.fail(f"the day stopped at {day.broken}", pytrace=False)
    day.broken = request.node.name
    yield
    report = request.node.stash.get(OUTCOME, None)
    if report is None or report.passed:
        day.broken = ""
    elif shots := os.environ.get("STORY_PICTURES"):
        for name, screen in (("F", day.F), ("P", day.P), ("L1", day.laptops["1"]), ("T1", day.phones["1"])):
            screen.page.screenshot(path=f"{shots}/{request.node.name}-{name}.png")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if call.when == "call":
        item.stash[OUTCOME] = report
    return report
