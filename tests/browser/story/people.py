"""What a person at a table does with a laptop or a phone: join, type names, draw, answer, take back."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from mapping.i18n import translate
from tests.browser.story.expected import Line

PATIENCE = 20.0  # seconds that anything on a screen may take on a busy machine


def until(holds: Callable[[], Any], what: str, *, within: float = PATIENCE, page: Page) -> Any:
    """Look again and again until something holds; AssertionError once the time is over."""
    deadline = time.monotonic() + within
    while not (found := holds()):
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {within} s: {what}")
        page.wait_for_timeout(25)  # lets the browser's own messages through between two looks
    return found


class Screen:
    """A page in one of our languages. `words` are the product's, to find what a person would look for."""

    def __init__(self, page: Page, base: str, language: str) -> None:
        self.page, self.base, self.language = page, base, language
        self.words = translate(language)

    @property
    def seat(self) -> str:
        """The seat that the address names."""
        return parse_qs(urlsplit(self.page.url).query)["seat"][0]

    def see(self, test: str) -> Locator:
        return self.page.get_by_test_id(test)

    def reads(self, text: str, *, within: float = PATIENCE) -> None:
        """These words are somewhere on the screen."""
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=within * 1000)


class Table(Screen):
    """A screen at a group's table, whatever its size."""

    def join(self, code: str) -> None:
        """By the six letters on the room's screen."""
        self.page.goto(f"{self.base}/?lang={self.language}")
        self.see("code").fill(code)
        self.see("enter").click()

    def scan(self, address: str) -> None:
        """By the camera, which opens the address of the QR."""
        self.page.goto(address)

    def enter(self) -> None:
        """Take the role that is offered."""
        self.see("enter-group").click()
        expect(self.see("status")).to_have_attribute("data-state", "saved", timeout=20_000)

    @property
    def room(self) -> Locator:
        return self.see("canvas")

    def run_of_the_page(self) -> str | None:
        """Which server the page came from; None while Streamlit is just replacing it."""
        if self.room.count() != 1:
            return None
        run: str | None = self.room.evaluate("root => root.sectorMap?.room?.data.run ?? null")
        return run

    def state(self) -> dict[str, Any]:
        """What this screen shows: actors, links, the number of the last change, what is waiting, the tray."""
        shown: dict[str, Any] = self.room.evaluate("""root => {
          const s = root.sectorMap.state, rows = (m) => Object.fromEntries(m);
          const {seq, tray} = s, waiting = s.pending.length;
          return {actors: rows(s.map.actors), links: rows(s.map.links), seq, waiting, tray};
        }""")
        return shown

    def has(self, *ids: str, within: float = PATIENCE) -> None:
        """These actors are on the map of this screen."""
        until(lambda: set(ids) <= set(self.state()["actors"]), f"actors {ids}", within=within, page=self.page)

    def link(self, source: str, kind: str, target: str) -> dict[str, Any] | None:
        """The one link of this kind between two actors as this screen has it; a second one is a fault."""
        wanted = (source, kind, target)
        found = [k for k in self.state()["links"].values() if (k["source"], k["kind"], k["target"]) == wanted]
        assert len(found) < 2, f"{wanted} is drawn {len(found)} times"
        return found[0] if found else None

    def drawn(self, source: str, kind: str, target: str) -> dict[str, Any]:
        """The same, waited for."""
        found: dict[str, Any] = until(
            lambda: self.link(source, kind, target), f"{source} {kind} {target}", page=self.page
        )
        return found

    def settled(self) -> None:
        """Everything this screen did is stored."""
        until(lambda: not self.state()["waiting"], "everything stored", page=self.page)

    def type(self, text: str) -> None:
        """A name into the box, and Enter."""
        box = self.see("typebox")
        box.fill(text)
        box.press("Enter")

    def adds(self, text: str, id: str) -> None:
        """A name that is taken from the catalogue at once."""
        self.type(text)
        self.has(id)
        assert self.state()["actors"][id].get("catalogue") == id

    def options(self) -> set[str]:
        """The actors that the box proposes."""
        tests = self.see("options").locator("li").evaluate_all("rows => rows.map(r => r.dataset.testid)")
        return {test.removeprefix("option-") for test in tests}

    def note(self, text: str) -> None:
        """A note to the link in hand."""
        box = self.see("link-note")
        box.fill(text)
        box.blur()

    @property
    def map_id(self) -> str:
        id: str = self.room.evaluate("root => root.sectorMap.map")
        return id

    def takes(self, source: str, kind: str, target: str) -> None:
        """Take a link in hand."""
        raise NotImplementedError

    def answers_about(self, line: Line) -> None:
        """Does it work?, for one link of the map."""
        self.takes(line.source, line.kind, line.target)
        self.answers(line.practice)

    def answers(self, practice: str) -> None:
        """Does it work? for the link in hand."""
        chip = self.see(f"practice-{practice}")
        chip.click()
        expect(chip).to_have_attribute("aria-checked", "true")


class Laptop(Table):
    """One that draws: drags from actor to actor."""

    def points(self, id: str) -> dict[str, dict[str, float]]:
        ask = "(root, id) => root.sectorMap.room.view.pointsOf(id)"
        where: dict[str, dict[str, float]] = self.room.evaluate(ask, id)
        return where

    def drag(self, source: str, target: str) -> None:
        """From the rim of one actor onto another."""
        self.see("fit").click()
        rim, to = self.points(source)["rim"], self.points(target)["centre"]
        mouse = self.page.mouse
        mouse.move(rim["x"], rim["y"])
        mouse.down()
        mouse.move((rim["x"] + to["x"]) / 2, (rim["y"] + to["y"]) / 2)
        mouse.move(to["x"], to["y"], steps=3)
        mouse.up()

    def chooses(self, button: str, variant: str | None = None) -> None:
        """What a drag means from now on."""
        chip = self.see(f"kind-{button}")
        if chip.count():
            chip.click()
        else:
            self.see("kind-more").select_option(button)
        if variant:
            self.see("variant").select_option(variant)

    def draws(self, source: str, kind: str, target: str) -> None:
        """Drag, and see the link of the kind that was meant."""
        self.drag(source, target)
        self.drawn(source, kind, target)

    def takes_in(self, source: str, kind: str, target: str) -> None:
        """One key for the oldest proposal, which is this one."""
        proposed = self.drawn(source, kind, target)
        assert proposed["proposed"]
        expect(self.see(f"proposal-{proposed['id']}")).to_be_visible()
        self.see("map-keys").focus()
        self.page.keyboard.press("a")
        until(lambda: not self.drawn(source, kind, target).get("proposed"), "taken in", page=self.page)

    def opens_to_all(self) -> None:
        """From now on every screen of the table draws."""
        self.see("open-to-all").check()
        expect(self.see("open-to-all")).to_be_checked()

    def takes(self, source: str, kind: str, target: str) -> None:
        """Select a link in the list of the map."""
        self.see("list-open").click()
        self.see(f"item-{self.drawn(source, kind, target)['id']}").click()
        self.see("list-close").click()

    def rates(self, id: str, influence: int) -> None:
        """Build the tower of an actor, disc by disc."""
        self.see("list-open").click()
        self.see(f"item-{id}").click()
        self.see("list-close").click()
        for height in range(influence + 1):
            self.see("influence-more").click()
            expect(self.see("influence-value")).to_have_text(str(height))


class Phone(Table):
    """One that proposes: fills in sentences."""

    def says(self, source: str, verb: str, target: str, practice: str | None = None) -> None:
        """Who does what to whom."""
        self.see("sentence-from").select_option(source)
        self.see("sentence-kind").select_option(verb)
        self.see("sentence-to").select_option(target)
        if practice:
            self.see(f"sentence-practice-{practice}").click()
        self.see("sentence-add").click()

    def locks_the_phone(self) -> None:
        """The screen goes dark, and the phone throws the page out of its memory."""
        self.page.goto("about:blank")

    def comes_back(self) -> None:
        """Unlocked: the browser loads the page again."""
        self.page.go_back()

    def takes(self, source: str, kind: str, target: str) -> None:
        """Tap a sentence."""
        self.see(f"said-{self.drawn(source, kind, target)['id']}").click()
