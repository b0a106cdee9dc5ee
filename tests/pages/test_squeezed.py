"""The shell's scripts and sheets come packed, once made; nothing else is touched."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from mapping.ui import squeezed


@pytest.fixture
def client() -> TestClient:
    behind = Starlette(
        routes=[Route("/{path:path}", lambda request: PlainTextResponse("from behind"))],
        middleware=[Middleware(squeezed.Squeezed)],
    )
    return TestClient(behind)


def _largest(suffix: str) -> str:
    return max(
        (p for p in squeezed.known() if p.endswith(suffix)), key=lambda p: squeezed.known()[p].stat().st_size
    )  # fmt: skip


@pytest.mark.parametrize(("suffix", "type"), [(".js", "text/javascript"), (".css", "text/css")])
def test_a_script_or_sheet_of_the_shell_comes_packed_and_whole(client: TestClient, suffix: str, type: str) -> None:
    path = _largest(suffix)

    answer = client.get(path, headers={"Accept-Encoding": "gzip, br"})

    whole = squeezed.known()[path].read_bytes()
    assert answer.content == whole
    assert int(answer.headers["content-length"]) == len(gzip.compress(whole, mtime=0)) < len(whole) / 2
    assert answer.headers["content-type"].startswith(type)
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["cache-control"]


def test_who_does_not_unpack_gets_it_as_it_is(client: TestClient) -> None:
    path = _largest(".js")

    assert client.get(path, headers={"Accept-Encoding": "identity"}).text == "from behind"
    assert client.get(path, headers={"Accept-Encoding": "gzip", "Range": "bytes=0-9"}).text == "from behind"


@pytest.mark.parametrize(
    "path", ["/", "/static/js/none.js", "/static/../server.py", "/static/%2e%2e/index.html", "/static/js", "/live"]
)
def test_nothing_else_is_touched(client: TestClient, path: str) -> None:
    assert client.get(path, headers={"Accept-Encoding": "gzip"}).text == "from behind"
