"""The browsers of the story: one Chromium, a context for each screen, and a watch over where requests go."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOST = "workshop.test"  # not a secure context, as when a laptop opens the facilitator's by plain http
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
]  # fmt: skip
LAPTOP, PHONE, PROJECTOR = (1440, 900), (390, 844), (1920, 1080)


@dataclass
class Room:
    """Screens of one workshop. `strangers`: every address outside the server that a page asked for."""

    browser: Browser
    base: str
    asked: int = 0  # how many requests and sockets were watched
    strangers: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def screen(self, size: tuple[int, int] = LAPTOP, *, locale: str = "es-HN", **options: Any) -> Page:
        """A browser of its own with one page, nothing opened yet."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale=locale, reduced_motion="reduce",
            accept_downloads=True, **options,
        )  # fmt: skip
        context.set_default_timeout(15_000)
        context.on("request", lambda request: self._note(request.url))  # a route would hold every request up
        self.contexts.append(context)
        page = context.new_page()
        self.listen(page)
        return page

    def offline(self) -> Page:
        """A page of a machine without any network; it may open files, and nothing else."""
        context = self.browser.new_context(offline=True)
        page = context.new_page()
        page.on("request", lambda request: self._note(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page

    def listen(self, page: Page) -> None:
        """Note faults and sockets of a page that was opened by another one."""
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("websocket", lambda socket: self._note(socket.url))

    def _note(self, url: str) -> None:
        self.asked += 1
        parts = urlsplit(url)
        if parts.scheme in ("data", "blob", "about", "file"):
            return
        if parts.netloc != urlsplit(self.base).netloc:
            self.strangers.append(url)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium that looks for nothing outside of this machine."""
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def room(port: int) -> Iterator[Room]:
    """A Chromium and the room in it."""
    with chromium() as browser:
        yield Room(browser, f"http://{HOST}:{port}")
