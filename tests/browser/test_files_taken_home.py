"""The pages and pictures of a pack as people open them: as files, in Chromium and in Firefox, with no network.

Also those of a map whose every word and id tries to run something."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest

from mapping.codec import MapFile
from mapping.export.debrief.pack import pack
from mapping.export.said import PARTS, Said, to_room
from mapping.export.told import told
from mapping.i18n import translate
from mapping.model import SectorMap
from mapping.render.interactive import html
from tests.browser.engines import FIREFOX, Chromium, Engine, chromium, firefox
from tests.browser.story.room import CHROMIUM
from tests.render.maps import attack

Start = Callable[[Path], AbstractContextManager[Engine]]
ES = translate("es")
CHOSEN = "document.getElementById('chosen').textContent"
FOCUSED = "document.activeElement"
RAN = "[window.ran ?? 0, document.documentElement.querySelectorAll('script,iframe,base,link,img,object').length]"
pytestmark = pytest.mark.browser


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(chromium, marks=pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here"), id="chromium"),
        pytest.param(firefox, marks=pytest.mark.skipif(FIREFOX is None, reason="no Firefox here"), id="firefox"),
    ],
)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with request.param(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def stranger() -> Iterator[ThreadingHTTPServer]:
    """A server that nobody should ask anything: it keeps what it was asked in `asked`."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self.path)  # type: ignore[attr-defined]
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        server.asked = []  # type: ignore[attr-defined]
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def opened(engine: Engine, page: str | bytes, path: Path) -> None:
    path.write_bytes(page if isinstance(page, bytes) else page.encode("utf-8"))
    engine.open(path.as_uri())
    engine.until("document.readyState === 'complete'")


def asked(engine: Engine, stranger: ThreadingHTTPServer) -> list[str]:
    known = engine.asked if isinstance(engine, Chromium) else []
    return [*known, *stranger.asked]  # type: ignore[attr-defined]


@pytest.fixture
def page(engine: Engine, group1: SectorMap, tmp_path: Path) -> Engine:
    opened(engine, html(group1, ES, findings=told(group1, ES)), tmp_path / "mapa.html")
    engine.until(
        "document.querySelector('#map canvas') && [...document.fonts].every((face) => face.status === 'loaded')"
    )
    return engine


def test_an_actor_is_found_chosen_and_left_from_the_keyboard(page: Engine) -> None:
    page.press("Tab")
    assert page.ask(f"{FOCUSED}.id") == "find"

    page.type("policia")
    page.until("document.querySelectorAll('#found li').length === 2")
    page.press("ArrowDown")
    page.until("document.querySelector('#found [aria-selected=true]').textContent === 'Policía Militar'")
    page.press("Enter")
    page.until(f"{CHOSEN}.includes('CONADEH supervisa a la Policía Militar · a medias')")

    page.press("Escape")
    page.until(f"{CHOSEN} === '' && document.getElementById('find').value === ''")


def test_a_finding_lights_up_from_the_keyboard_and_goes_out(page: Engine) -> None:
    page.press("Tab", "Tab")
    assert page.ask(f"{FOCUSED}.dataset.finding") == "0"
    plain = page.picture()

    if isinstance(page, Chromium):
        page.press("Enter")
    else:  # a Firefox without a window, driven from outside, presses no button by a key, on the barest page neither
        page.ask(f"void {FOCUSED}.click()")
    page.until(f"{FOCUSED}.getAttribute('aria-pressed') === 'true'")
    assert page.picture() != plain

    page.press("Escape")
    page.until(f"{FOCUSED}.getAttribute('aria-pressed') === 'false'")


def test_arrows_move_the_map_once_it_has_the_focus(page: Engine) -> None:
    page.ask("void document.querySelector('#map .vis-network').focus()")
    before = page.picture()

    page.hold("ArrowDown")

    assert page.picture() != before


def test_the_trap_catches_a_page_that_runs_what_it_is_told(
    engine: Engine, stranger: ThreadingHTTPServer, tmp_path: Path
) -> None:
    address = f"http://127.0.0.1:{stranger.server_port}/control"
    opened(
        engine, f"<img src=data: onerror=\"window.ran=1\"><link rel=stylesheet href='{address}'>", tmp_path / "c.html"
    )
    engine.until("window.ran === 1")

    assert [word for word in asked(engine, stranger) if "control" in word]
    stranger.asked.clear()  # type: ignore[attr-defined]
    if isinstance(engine, Chromium):
        engine.asked.clear()


@cache
def hostile_pack(address: str) -> dict[str, bytes]:
    """Every page and picture of the internal pack of two such maps, whose room tries it too."""
    map = attack(address)
    words = [a.name for a in map.actors.values()]
    said = [
        Said(kind, word, word, title=word, verify=True, verifier=word, share=True, parts=dict.fromkeys(PARTS, word))
        for word in words
        for kind in ("finding", "answer", "entry", "pad")
    ]
    other = replace(map, links=dict(list(map.links.items())[::2]))
    files = {words[0]: MapFile(map, room=to_room(said)), words[2]: MapFile(other)}
    with zipfile.ZipFile(BytesIO(pack(files, ES, internal=True))) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if name.endswith((".html", ".svg"))}
    assert len([name for name in found if name.endswith(".html")]) == 5  # map and report of each, the comparison
    return found


def test_nothing_of_a_hostile_map_runs_asks_or_changes_the_page(
    engine: Engine, stranger: ThreadingHTTPServer, tmp_path: Path
) -> None:
    address = f"http://127.0.0.1:{stranger.server_port}/"
    for n, (name, data) in enumerate(hostile_pack(address).items()):
        opened(engine, data, tmp_path / f"{n}{Path(name).suffix}")
        scripts = 0
        if 'id="find"' in data.decode():
            scripts = 2
            engine.until("document.querySelector('#map canvas') !== null")
            engine.ask("void document.getElementById('find').focus()")
            engine.type("proto")
            engine.until("document.querySelectorAll('#found li').length")
            engine.press("Enter")
            engine.until(f"{CHOSEN}.includes('__proto__')")
            engine.ask("void document.querySelectorAll('button').forEach((b) => b.click())")
            assert "{{7*7}}" in engine.ask("document.getElementById('sentences').textContent")
        assert engine.ask(RAN) == [0, scripts], name
        assert engine.ask("Object.keys({}).length + Object.getOwnPropertyNames(Object.prototype).length") == 12, name
        assert engine.ask("location.protocol") == "file:"

    assert asked(engine, stranger) == []
