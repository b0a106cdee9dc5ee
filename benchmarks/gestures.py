"""Clicks, drags and taps that drawing 20 actors and 30 links of Honduras takes, with the mouse alone and on a phone.

Names are typed by their shortest beginnings and taken with a click, as by a hand that stays at the mouse. A list of
choices is two gestures, one to open and one to choose. The same map by the keyboard: `benchmarks.keystrokes`.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from pathlib import Path

from mapping.store import Plan
from tests.browser.keystrokes import ACTORS, links, shortest
from tests.browser.story.room import room
from tests.browser.story.server import Server
from tests.browser.table import OVERSIGHT, ROOT, Screen, Table, with_store
from tests.golden import OBJECTIVE, QUESTION

PHONE = (390, 844)
BUTTON = f"kind => {{ const {{ room }} = ({ROOT})().sectorMap; const of = (b) => b.kinds.includes(kind); const step = room.buttons.step.find(of); return {{ id: (step ?? room.buttons.others.find(of)).id, step: Boolean(step), on: room.button.id, variant: room.variant ?? room.button.kinds[0] }}; }}"  # noqa: E501
LAST = f"n => {{ const all = [...({ROOT})().sectorMap.state.map.links.values()]; return all.length === n ? all.at(-1) : null; }}"  # noqa: E501


class Hand:
    """Somebody at a screen; every gesture is counted."""

    def __init__(self, screen: Screen, phone: bool) -> None:
        self.screen, self.phone, self.did = screen, phone, Counter[str]()
        self.held = 0  # links drawn so far

    def press(self, test_id: str) -> None:
        self.did["taps" if self.phone else "clicks"] += 1
        part = self.screen.by(test_id)
        part.tap() if self.phone else part.click()

    def choose(self, test_id: str, value: str) -> None:
        part = self.screen.by(test_id)
        if part.input_value() == value:
            return
        self.did["taps" if self.phone else "clicks"] += 2
        part.select_option(value)

    def actors(self) -> None:
        for id in ACTORS:
            text = shortest(self.screen, "actor", id)
            if self.phone:
                self.press("typebox")
            for letter in text:
                self.did["letters"] += 1
                self.screen.page.keyboard.press(letter)
            self.press("add")
            self.screen.page.wait_for_function(f"id => ({ROOT})().sectorMap.state.map.actors.has(id)", arg=id)

    def link(self, source: str, kind: str, target: str) -> None:
        if self.phone:
            self.choose("sentence-from", source)
            self.choose("sentence-kind", "ov" if kind.startswith("ov_") else kind)
            self.choose("sentence-to", target)
            self.press("sentence-add")
        else:
            self.kind(kind)
            self.did["drags"] += 1
            self.screen.drag(source, target)
        self.held += 1
        drawn = self.screen.page.wait_for_function(LAST, arg=self.held, timeout=10_000).json_value()
        assert (drawn["source"], drawn["target"]) == (source, target), drawn
        if drawn["kind"] != kind:
            if not self.screen.by(f"after-kind-{kind}").is_visible():
                self.press("after-others")
            self.press(f"after-kind-{kind}")

    def kind(self, kind: str) -> None:
        """Have a drag mean this kind."""
        now = self.screen.page.evaluate(BUTTON, kind)
        if now["on"] != now["id"]:
            self.press(f"kind-{now['id']}") if now["step"] else self.choose("kind-more", now["id"])
        if not kind.startswith("ov_") and self.screen.page.evaluate(BUTTON, kind)["variant"] != kind:
            self.choose("variant", kind)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            for phone in (False, True):
                _one(server, phone)
        finally:
            server.kill()


def _one(server: Server, phone: bool) -> None:
    database = f"sqlite:///{server.database}"
    plan = Plan(question=QUESTION, objective=OBJECTIVE)
    workshop = with_store(database, lambda store: store.workshops.open(plan, "secreto", now=time.time()))
    with room(server.port) as browsers:
        table = Table(browsers, database, workshop)
        table.day(index=OVERSIGHT, started=time.time(), ends=time.time() + 600)
        hand = Hand(table.screen(size=PHONE, has_touch=True, is_mobile=True) if phone else table.screen(), phone)
        print("-- phone" if phone else "-- mouse")
        hand.actors()
        told = dict(hand.did)
        print(f"{len(ACTORS)} actors: {told}")
        for row in links():
            hand.link(*row)
        hand.screen.settled()
        assert sorted((s, k, t) for s, k, t, _ in hand.screen.links()) == sorted(links())
        further = {name: n - told.get(name, 0) for name, n in hand.did.items() if n > told.get(name, 0)}
        print(f"{len(links())} links: {further}")


if __name__ == "__main__":
    main()
