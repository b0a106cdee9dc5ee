"""What a phone fetches until it can take part: bytes on the wire and requests, nothing cached, from the QR code on.

Chromium counts them itself (CDP, `Network.loadingFinished`), beside the same page whose server may pack nothing: that
is what `Accept-Encoding: identity` asks for. Sockets are counted apart; they carry the pages' words and the map.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

from mapping.store import Plan, open_store
from tests.browser.story.room import PHONE, Room, room
from tests.browser.story.server import Server


@dataclass
class Weight:
    """What was fetched: bytes and requests by part, and what came over sockets."""

    bytes: Counter[str] = field(default_factory=Counter)
    requests: Counter[str] = field(default_factory=Counter)
    sockets: int = 0
    largest: list[tuple[int, str]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    @property
    def count(self) -> int:
        return sum(self.requests.values())


def part(url: str) -> str:
    """Whose a request is: ours, the shell's, the typeface, or the page itself and what it asks."""
    path = urlsplit(url).path
    if path.startswith("/assets/"):
        return "typeface" if "/fonts/" in path else "canvas"
    if path.startswith("/static/media/"):
        return "typeface"
    return "shell" if path.startswith("/static/") else "page"


def weighed(context: BrowserContext, page: Page) -> Weight:
    """Counts from now on."""
    weight, urls = Weight(), dict[str, str]()
    line = context.new_cdp_session(page)
    line.send("Network.enable")

    def finished(told: dict[str, object]) -> None:
        url, size = urls.get(str(told["requestId"]), ""), int(str(told["encodedDataLength"]).partition(".")[0])
        if url.startswith("http"):
            weight.bytes[part(url)] += size
            weight.requests[part(url)] += 1
            weight.largest.append((size, urlsplit(url).path))

    line.on("Network.requestWillBeSent", lambda told: urls.update({told["requestId"]: told["request"]["url"]}))
    line.on("Network.loadingFinished", finished)

    def framed(told: dict[str, dict[str, str]]) -> None:
        weight.sockets += len(told["response"]["payloadData"])

    line.on("Network.webSocketFrameReceived", framed)
    return weight


def first_load(here: Room, code: str, language: str = "es", *, packed: bool = True) -> Weight:
    """From the scanned code to the group's map on a phone that was never here."""
    more = {} if packed else {"extra_http_headers": {"Accept-Encoding": "identity"}}
    page = here.screen(PHONE, **more)
    weight = weighed(page.context, page)
    page.goto(f"{here.base}/?code={code}&lang={language}")
    page.get_by_test_id("enter-group").click()
    page.locator('[data-testid="status"][data-state="saved"]').wait_for(state="attached", timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.context.close()
    here.contexts.remove(page.context)
    return weight


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--largest", type=int, default=12, help="how many of the largest answers to name")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            store = open_store(f"sqlite:///{server.database}")
            workshop = store.workshops.open(Plan(question="¿Quién manda?", objective="-"), "secreto", now=time.time())
            store.close()
            with room(server.port) as here:
                ours = first_load(here, workshop.group("1").code)
                bare = first_load(here, workshop.group("1").code, packed=False)
        finally:
            server.kill()
    print(f"{'kB':<12}{'as it is':>10}{'requests':>10}{'unpacked':>10}{'requests':>10}")
    for name in sorted(bare.bytes):
        print(f"{name:<12}{ours.bytes[name] / 1e3:>10.0f}{ours.requests[name]:>10}"
              f"{bare.bytes[name] / 1e3:>10.0f}{bare.requests[name]:>10}")  # fmt: skip
    print(f"{'all':<12}{ours.total / 1e3:>10.0f}{ours.count:>10}{bare.total / 1e3:>10.0f}{bare.count:>10}")
    print(f"{'sockets':<12}{ours.sockets / 1e3:>10.0f}{'':>10}{bare.sockets / 1e3:>10.0f}")
    for size, path in sorted(ours.largest, reverse=True)[: asked.largest]:
        print(f"{size / 1e3:>10.1f}  {path}")


if __name__ == "__main__":
    main()
