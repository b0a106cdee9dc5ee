"""Whose word is taken for an address: only that of the proxies that were named."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from uvicorn import Config

from mapping.ui import server

SAID = "203.0.113.9"


def _seen_as(peer: str, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    """What the app takes for the address of a request from `peer` that says it comes from elsewhere."""
    for name in ("MAPPING_PROXIES", "FORWARDED_ALLOW_IPS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    seen: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["client"][0])

    config = Config(app, log_config=None)  # as Streamlit makes it, before it loads our app
    server.middleware()
    config.load()
    headers = [(b"x-forwarded-for", SAID.encode())]
    scope: Any = {"type": "http", "client": (peer, 40_000), "headers": headers, "scheme": "http"}
    scope |= {"asgi": {"version": "3.0"}, "method": "GET", "path": "/", "query_string": b"", "http_version": "1.1"}

    async def nothing(*_: Any) -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(config.loaded_app(scope, nothing, nothing))
    return seen[0]


def test_believes_nobody_on_the_same_machine_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _seen_as("127.0.0.1", monkeypatch) == "127.0.0.1"


@pytest.mark.parametrize("named", ["MAPPING_PROXIES", "FORWARDED_ALLOW_IPS"])
def test_believes_the_proxy_that_is_named_and_no_other(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _seen_as("10.0.0.2", monkeypatch, **{named: "10.0.0.2, 172.16.0.0/24"}) == SAID
    assert _seen_as("172.16.0.9", monkeypatch, **{named: "10.0.0.2, 172.16.0.0/24"}) == SAID
    assert _seen_as("127.0.0.1", monkeypatch, **{named: "10.0.0.2"}) == "127.0.0.1"
