"""What the facilitator does on a laptop, and what the room's screen shows."""

from __future__ import annotations

import re

import segno
from playwright.sync_api import Page, expect

from tests.browser.story.people import Screen

PASSPHRASE = "nadie manda solo"


class Facilitator(Screen):
    """The one who opens the workshop and leads the day. Everything is pressed by the words on it."""

    offered = ""  # everything that the form said before it was sent
    proposed: dict[str, str]

    def opens(self) -> None:
        """A workshop for two groups, with what is proposed."""
        self.page.goto(f"{self.base}/workshop?lang={self.language}")
        self.page.get_by_label(self.words("workshop.passphrase")).fill(PASSPHRASE)
        self.offered = self.page.locator("body").inner_text()
        chosen = self.page.get_by_role("radiogroup", name=self.words("workshop.cards")).locator("[aria-checked=true]")
        self.proposed = {
            "cards": chosen.inner_text(),
            "date": self.page.get_by_label(self.words("workshop.date")).input_value(),
        }
        self.page.get_by_text(self.words("workshop.rules.confirm")).click()
        self.page.get_by_role("button", name=self.words("workshop.open")).click()
        self.see("code-1").wait_for()

    def code(self, group: str) -> str:
        """A group's code as it stands on its card."""
        return self.see(f"code-{group}").inner_text()

    def scanned(self, group: str) -> str:
        """What a camera reads from a group's card: the address whose QR code is the one on the screen."""
        address = f"{self.base}/?code={self.code(group).replace(' ', '')}&lang={self.language}"
        squares = self.page.locator("article.card").nth(int(group) - 1).locator("path.qrline").get_attribute("d")
        assert squares and f'd="{squares}"' in segno.make(address, error="m").svg_inline(border=2)
        return address

    def goes(self, stage: str) -> None:
        """To one of the five stages, by its name in the strip."""
        name = re.compile(rf"^\d\s*{self.words(f'frame.stages.{stage}')}$")
        self.page.get_by_role("link", name=name).click()
        self.page.wait_for_url(f"**/{stage}?**")

    def press(self, key: str) -> None:
        self.page.get_by_role("button", name=self.words(key), exact=True).click()

    def next_step(self, title: str, *, begins: bool = False) -> None:
        """The next step, whose title is then at the top of the wall."""
        self.press("wall.begin" if begins else "wall.next")
        expect(self.page.get_by_role("heading", name=title, exact=True)).to_be_visible()


class Projector(Screen):
    """The room's own screen."""

    def __init__(self, page: Page, base: str, language: str) -> None:
        super().__init__(page, base, language)
