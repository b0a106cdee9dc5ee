"""What the facilitator does on a laptop, and what the room's screen shows."""

from __future__ import annotations

import re
from pathlib import Path

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
        self.page.get_by_text(self.words("workshop.more")).click()
        chosen = self.page.get_by_role("radiogroup", name=self.words("workshop.start")).locator("[aria-checked=true]")
        self.proposed = {
            "start": (chosen.text_content() or "").strip(),
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
        assert squares
        assert f'd="{squares}"' in segno.make(address, error="m").svg_inline(border=2)
        return address

    def goes(self, stage: str) -> None:
        """To one of the five stages, by its name in the strip."""
        name = re.compile(rf"^\d\s*{self.words(f'frame.stages.{stage}')}$")
        self.page.get_by_role("link", name=name).click()
        self.page.wait_for_url(f"**/{stage}?**")

    def press(self, key: str) -> None:
        self.page.get_by_role("button", name=self.words(key), exact=True).click()

    def next_step(self, title: str, *, begins: bool = False, by: str = "wall.next") -> None:
        """The next step, whose title is then at the top of the wall."""
        self.press("wall.begin" if begins else by)
        expect(self.page.get_by_role("heading", name=title, exact=True)).to_be_visible()

    def run_of_the_page(self) -> str | None:
        """Another one after the page has run again: the time that was left then."""
        return self.see("clock").get_attribute("data-clock")

    def keeps_a_version(self) -> None:
        """A snapshot of all maps under the usual name."""
        self.press("wall.more")
        self.page.get_by_role("tab", name=self.words("wall.snapshot")).click()
        self.press("wall.keep")

    def downloads(self, button: str, to: Path, **values: object) -> Path:
        """What a button gives, in this folder under its own name."""
        with self.page.expect_download(timeout=120_000) as given:
            self.page.get_by_role("button", name=self.words(button, **values), exact=True).click(timeout=90_000)
        path = to / given.value.suggested_filename
        given.value.save_as(path)
        return path

    def room_address(self) -> str:
        """What the button for the room's screen opens."""
        link = self.page.get_by_role("link", name=self.words("wall.project_open"))
        return self.base + (link.get_attribute("href") or "")

    def projects_map(self, group: str) -> None:
        """Chosen in the list of what the room's screen can show."""
        self.page.get_by_role("combobox", name=self.words("wall.projector")).click()
        self.page.get_by_role("option", name=self.words("wall.project.map", number=group)).click()


class Projector(Screen):
    """The room's own screen. `heard`: everything that reached it by a socket."""

    def __init__(self, page: Page, base: str, language: str) -> None:
        super().__init__(page, base, language)
        self.heard: list[bytes] = []
        page.on("websocket", lambda socket: socket.on("framereceived", self._hear))

    def _hear(self, frame: str | bytes) -> None:
        self.heard.append(frame.encode() if isinstance(frame, str) else frame)
