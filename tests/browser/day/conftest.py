"""A day: a facilitator, five tables with a laptop and a phone each, the room's screen, and a table apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser.steps import pytest_runtest_makereport as pytest_runtest_makereport
from tests.browser.steps import step
from tests.browser.story.facilitator import Facilitator, Projector
from tests.browser.story.people import Laptop, Phone, Screen
from tests.browser.story.room import PHONE, PROJECTOR, Room, room
from tests.browser.story.server import Server

GROUPS = "12345"


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
    """A part of the day needs the one before it."""
    seen = {"F": day.F, "P": day.P, "L1": day.laptops["1"], "T1": day.phones["1"]}
    with step(day, request, "day", lambda: {name: screen.page for name, screen in seen.items()}):
        yield
