"""A group's table in a real browser: its screens, and what a person at one does and sees."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from mapping.live.access import Keys, secret_beside
from mapping.store import SeatId, Workshop, open_store
from tests.browser.story.room import LAPTOP, Room

ACTORS_STEP, OVERSIGHT, TOWERS = 2, 4, 6  # of session 3
ROOT = """() => [...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)
  .map(r => r.querySelector('.sector-map')).find(e => e?.sectorMap)"""


@dataclass
class Table:
    """A workshop of the test's own, and screens of its first group."""

    browsers: Room
    database: str
    workshop: Workshop

    def screen(self, *, language: str = "es", size: tuple[int, int] = (1440, 900), **options: Any) -> Screen:
        return Screen(self, self.browsers.screen(size, **options), language).enter()

    def facilitator(
        self, page: str = "wall", *, language: str = "es", size: tuple[int, int] = LAPTOP, **options: Any
    ) -> Page:
        """The facilitator's own screen, at one of the stages."""
        return self.led("facilitator", page, language, size, **options)

    def led(self, role: str, page: str, language: str, size: tuple[int, int], **options: Any) -> Page:
        """A screen that came in by a link of the facilitator's, which is good once."""
        keys = Keys(secret_beside(Path(self.database.removeprefix("sqlite:///")).parent))
        ticket = keys.ticket(self.workshop.id, role, None, SeatId(f"s-{secrets.token_hex(12)}"))
        opened = self.browsers.screen(size, **options)
        opened.goto(f"{self.browsers.base}/health")
        join = "ticket => fetch('/join', {method: 'POST', body: JSON.stringify({ticket})}).then(a => a.json())"
        seat = opened.evaluate(join, ticket)["seat"]
        opened.goto(f"{self.browsers.base}/{page}?seat={seat}&lang={language}")
        return opened

    def day(self, **values: Any) -> None:
        """What the facilitator would do; heard by those who come in or come back later."""
        with_store(self.database, lambda store: store.workshops.set_day(
            self.workshop.id, replace(store.workshops.read(self.workshop.id).day, **values)))  # fmt: skip


def with_store(database: str, does: Any) -> Any:
    store = open_store(database)
    try:
        return does(store)
    finally:
        store.close()


@dataclass
class Screen:
    """One browser at the table."""

    table: Table
    page: Page
    language: str
    seat: str = ""

    def enter(self) -> Screen:
        code = self.table.workshop.groups[0].code
        self.page.goto(f"{self.table.browsers.base}/health")
        join = "code => fetch('/join', {method: 'POST', body: JSON.stringify({code})}).then(a => a.json())"
        self.seat = self.page.evaluate(join, code)["seat"]
        return self.open()

    def open(self) -> Screen:
        self.page.goto(f"{self.table.browsers.base}/build?seat={self.seat}&lang={self.language}")
        expect(self.by("typebox")).to_be_enabled(timeout=40_000)
        return self

    def by(self, test_id: str) -> Any:
        return self.page.get_by_test_id(test_id)

    def type(self, *names: str) -> None:
        for name in names:
            self.by("typebox").fill(name)
            self.by("typebox").press("Enter")

    def state(self, part: str) -> Any:
        """A part of what this screen knows, e.g. `map.actors`; maps come as objects."""
        return self.page.evaluate(
            f"""part => {{ const found = part.split('.').reduce((at, key) => at?.[key], ({ROOT})().sectorMap);
            return found instanceof Map ? Object.fromEntries(found) : found; }}""",
            part,
        )

    def actors(self) -> set[str]:
        return set(self.state("state.map.actors"))

    def links(self) -> list[tuple[str, str, str, str]]:
        rows = self.state("state.map.links").values()
        return sorted((k["source"], k["kind"], k["target"], k.get("practice", "not_said")) for k in rows)

    def settled(self) -> None:
        """Wait until everything of this screen is stored."""
        self.page.wait_for_function(
            f"() => {{ const c = ({ROOT})()?.sectorMap; return c?.line.state === 'live' && !c.state.pending.length }}",
            timeout=30_000,
        )

    def sees(self, actors: int, links: int) -> None:
        self.page.wait_for_function(
            f"""([a, l]) => {{ const m = ({ROOT})()?.sectorMap.state.map;
            return m?.actors.size === a && m.links.size === l }}""",
            arg=[actors, links],
            timeout=15_000,
        )

    def point(self, actor: str) -> Any:
        return self.page.evaluate(f"id => ({ROOT})().sectorMap.room.view.pointsOf(id)", actor)

    def drag(self, source: str, target: str) -> None:
        start, end = self.point(source)["rim"], self.point(target)["centre"]
        self.page.mouse.move(start["x"], start["y"])
        self.page.mouse.down()
        self.page.mouse.move((start["x"] + end["x"]) / 2, (start["y"] + end["y"]) / 2, steps=5)
        self.page.mouse.move(end["x"], end["y"], steps=5)
        self.page.mouse.up()

    def say(self, source: str, kind: str, target: str, practice: str | None = None) -> None:
        """A sentence of the builder; it stands where nothing is selected."""
        if not self.by("sentence-from").is_visible() and self.by("inspector-close").is_visible():
            self.by("inspector-close").click()
        self.by("sentence-from").select_option(source)
        self.by("sentence-kind").select_option(kind)
        self.by("sentence-to").select_option(target)
        if practice:
            self.by(f"sentence-practice-{practice}").click()
        self.by("sentence-add").click()
