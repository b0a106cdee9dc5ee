"""The one workshop of the story: its server, its five screens, and the rule that a step needs the one before it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.browser.steps import pytest_runtest_makereport as pytest_runtest_makereport
from tests.browser.steps import step
from tests.browser.story.facilitator import Facilitator, Projector
from tests.browser.story.findings import Findings
from tests.browser.story.people import Laptop, Phone
from tests.browser.story.room import CHROMIUM, PHONE, PROJECTOR, Room, room
from tests.browser.story.server import Server


@dataclass
class Story:
    """A proposes on a phone, B draws for group 1, C for group 2 in English; F leads; P hangs on the wall."""

    server: Server
    room: Room
    A: Phone
    B: Laptop
    C: Laptop
    F: Facilitator
    P: Projector
    folder: Path
    begun: float = field(default_factory=time.monotonic)
    finds: dict[str, Findings] = field(default_factory=dict)  # group -> its open page of findings
    broken: str = ""


@pytest.fixture(scope="package")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The workshop, before anybody has come."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    folder = tmp_path_factory.mktemp("story")
    server = Server(folder / "server")
    server.folder.mkdir()
    server.start()
    try:
        with room(server.port) as screens:
            base = screens.base
            yield Story(
                server,
                screens,
                A=Phone(screens.screen(PHONE, has_touch=True, is_mobile=True), base, "es"),
                B=Laptop(screens.screen(), base, "es"),
                C=Laptop(screens.screen(locale="de-DE"), base, "en"),
                F=Facilitator(screens.screen(), base, "es"),
                P=Projector(screens.screen(PROJECTOR), base, "es"),
                folder=folder,
            )
    finally:
        server.kill()


@pytest.fixture(autouse=True)
def in_order(story: Story, request: pytest.FixtureRequest) -> Iterator[None]:
    """A step needs the one before it."""
    with step(story, request, "story", lambda: {name: getattr(story, name).page for name in "ABCFP"}):
        yield
