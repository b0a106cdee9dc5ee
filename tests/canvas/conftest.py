"""The map view by itself: a small site on the loopback, and a browser to open it in."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.story.room import chromium
from tests.canvas.site import Site


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def open_map(browser: Browser, site: str) -> Iterator[Any]:
    contexts = []

    def open_map(query: str = "map=group1", width: int = 936, height: int = 804, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.errors = []  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.errors.append(str(error)))  # type: ignore[attr-defined]
        page.goto(f"{site}/?{query}")
        page.wait_for_function("window.ready")
        return page

    yield open_map
    for context in contexts:
        for page in context.pages:
            assert page.errors == []  # type: ignore[attr-defined]
        context.close()
