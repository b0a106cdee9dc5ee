"""The server starts by itself: no question, no look-up, no half-finished page; and says what it is."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from tests.faults.server import Server, running


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[list[str], str]]:
    """A proxy that nothing should ask, and what it was asked all the same."""
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as trap:

        def listen() -> None:
            while True:
                try:
                    caller, _ = trap.accept()
                except OSError:
                    return
                with caller:
                    heard.append(caller.recv(200).decode(errors="replace"))

        Thread(target=listen, daemon=True).start()
        yield heard, f"http://127.0.0.1:{trap.getsockname()[1]}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, asked: tuple[list[str], str]) -> Iterator[Server]:
    """Started as on a laptop: with a screen, for the first time, by somebody who answers no question."""
    proxy = asked[1]
    folder = tmp_path_factory.mktemp("first start")
    away = {
        "http_proxy": proxy,
        "https_proxy": proxy,
        "HTTP_PROXY": proxy,
        "HTTPS_PROXY": proxy,
        "no_proxy": "127.0.0.1",
    }
    with running(folder, "--server.headless=false", BROWSER="true", PATH="", **away) as server:
        yield server


def _get(server: Server, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urlopen(Request(server.url + path, headers=headers)) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def test_asks_nobody_anything(server: Server, asked: tuple[list[str], str]) -> None:
    status, _, body = _get(server, "/health")

    assert (status, json.loads(body)["database"]) == (200, "ok")
    assert asked[0] == []
    assert f"http://localhost:{server.port}" in server.log()
    assert "mail" not in server.log().lower()


def test_asks_nobody_when_another_sites_page_calls(server: Server, asked: tuple[list[str], str]) -> None:
    # Streamlit itself would look its own address up to compare
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    with pytest.raises(InvalidStatus), connect(address, origin="https://evil.example"):  # type: ignore[arg-type]
        pass

    assert asked[0] == []


@pytest.mark.parametrize("path", ["/", "/compare?lang=en", "/build?seat=s-1&lang=es"])
def test_serves_a_deep_link_as_the_first_visit(server: Server, path: str) -> None:
    status, headers, body = _get(server, path)

    assert status == 200
    assert b'<div id="root">' in body
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_says_on_every_answer_what_a_browser_may_do_with_it(server: Server) -> None:
    for path in ("/", "/health", "/assets/x/vocabulary.json", "/no/such/thing.js"):
        _, headers, _ = _get(server, path)
        policy = headers["content-security-policy"]

        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert f"ws://127.0.0.1:{server.port}" in policy
        assert not re.search(r"https?:|\*", policy)


def test_turns_away_writes_from_another_sites_page(server: Server) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(
            Request(f"{server.url}/_stcore/upload_file/a/b", b"x", {"Origin": "https://evil.example"}, method="PUT")
        )

    assert caught.value.code == 403


def test_closes_a_live_socket_of_another_sites_page(server: Server) -> None:
    address = f"ws://127.0.0.1:{server.port}/live"
    with connect(address, origin="https://evil.example") as socket, pytest.raises(ConnectionClosed) as caught:  # type: ignore[arg-type]
        socket.recv(timeout=10)

    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1008


def test_serves_the_browsers_files_to_be_kept_under_their_version(server: Server) -> None:
    from mapping.ui import assets

    kept = f"/assets/{assets.version()}"
    for path, kind in (
        ("canvas/canvas.js", "text/javascript"),
        ("canvas/tokens.css", "text/css"),
        ("vis/vis-network.min.js", "text/javascript"),
        ("vocabulary.json", "application/json"),
        ("words/es.json", "application/json"),
        ("catalogue/honduras.json", "application/json"),
    ):
        status, headers, body = _get(server, f"{kept}/{path}")
        assert (status, headers["content-type"].partition(";")[0]) == (200, kind), path
        assert "immutable" in headers["cache-control"]
        assert body
    assert _get(server, "/assets/older/vocabulary.json")[1]["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    ["canvas/../../cli.py", "canvas/%2e%2e/%2e%2e/errors.py", "canvas/", "words/../../../x.json", "words/xx.json",
     "catalogue/_template.json", "catalogue/..%2Fhonduras.json", "canvas//etc/passwd"],
)  # fmt: skip
def test_serves_nothing_else(server: Server, path: str) -> None:
    status, _, body = _get(server, f"/assets/x/{path}")

    assert status in (400, 404)
    assert b"import" not in body


def test_gives_the_vocabulary_whole(server: Server) -> None:
    from mapping.schema import schema

    vocabulary = json.loads(_get(server, "/assets/x/vocabulary.json")[2])

    assert set(vocabulary) == {"actor_kinds", "link_kinds", "families", "cells", "scales", "attributes"}
    assert set(vocabulary["link_kinds"]) == set(schema().link_kinds)
    assert vocabulary["link_kinds"]["ov_civil"]["family"] == "oversight"
    assert vocabulary["actor_kinds"]["users"]["cell"] == "served"
    assert vocabulary["actor_kinds"]["users"]["label"] == dict(schema().actor_kind("users").label)
    assert [c["id"] for c in vocabulary["scales"]["practice"]] == list(schema().choices("practice"))
