"""Other browsers than Chromium, spoken to in the words they know themselves.

Firefox brings WebDriver BiDi (a WebSocket), WebKitGTK a W3C WebDriver server; each is a few messages here. What both
can do is the same: open an address, ask the page, press keys, move the pointer.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import time
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from websockets.sync.client import ClientConnection, connect

from tests.browser.story import room
from tests.browser.story.server import free_port

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
WEBKIT, XVFB = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
MINI = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))), None)
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Delete": "\ue017", "ArrowDown": "\ue015"}
PATIENCE = 40.0
HELD = 150  # ms that a key is down which is held
# Firefox: nothing is looked for outside, every name is this machine, no first-run pages
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.security.https_first": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.forceResolve": "127.0.0.1",
    "remote.active-protocols": 1,
    "services.settings.server": "",
    "toolkit.telemetry.enabled": False,
    "ui.prefersReducedMotion": 1,
}


class Engine(ABC):
    """One window of a browser."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to an address and wait until the page is there."""

    @abstractmethod
    def ask(self, script: str) -> Any:
        """The JSON value of an expression in the page; a promise is waited for."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other: letters, or names of KEYS."""

    @abstractmethod
    def hold(self, key: str) -> None:
        """Keep a key down for as long as a hand does."""

    @abstractmethod
    def drag(self, start: dict[str, float], end: dict[str, float]) -> None:
        """Pull with the mouse from one point of the page to another."""

    @abstractmethod
    def picture(self) -> bytes:
        """What is seen, as PNG."""

    def type(self, text: str) -> None:
        self.press(*text)

    def until(self, script: str) -> Any:
        """The answer once it is true: the page itself looks again and again. AssertionError when it never is."""
        answer = self.ask(
            f"""new Promise((done) => {{
            const end = performance.now() + {(PATIENCE - 5) * 1000};
            const asked = () => {{ try {{ return {script}; }} catch {{ return false; }} }};
            const look = () => {{ const found = asked();
              if (found || performance.now() > end) done(found); else setTimeout(look, 20); }};
            look(); }})"""
        )
        assert answer, f"never: {script[:200]}"
        return answer


def _strokes(keys: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")
    ]  # fmt: skip


def _pull(start: dict[str, float], end: dict[str, float]) -> list[dict[str, Any]]:
    def to(share: float) -> dict[str, Any]:
        x, y = (round(start[axis] + (end[axis] - start[axis]) * share) for axis in ("x", "y"))
        return {"type": "pointerMove", "x": x, "y": y, "duration": 30}

    ways = [to(step / 6) for step in range(1, 7)]
    return [to(0), {"type": "pointerDown", "button": 0}, *ways, {"type": "pointerUp", "button": 0}]


class Firefox(Engine):
    """Firefox over WebDriver BiDi."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.numbers = socket, count(1)
        self._say("session.new", capabilities={})
        self.context = self._say("browsingContext.getTree")["contexts"][0]["context"]
        self._say("browsingContext.setViewport", context=self.context, viewport={"width": 1440, "height": 900})

    def _say(self, method: str, **params: Any) -> Any:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self.socket.recv(PATIENCE))).get("id") != number:
            pass
        if answer["type"] == "error":
            raise AssertionError(f"{method}: {answer['message']}")
        return answer["result"]

    def open(self, url: str) -> None:
        self._say("browsingContext.navigate", context=self.context, url=url, wait="interactive")

    def ask(self, script: str) -> Any:
        said = self._say(
            "script.evaluate", expression=f"(async () => JSON.stringify(await ({script}) ?? null))()",
            target={"context": self.context}, awaitPromise=True,
        )  # fmt: skip
        if said["type"] == "exception":
            raise AssertionError(said["exceptionDetails"]["text"])
        return json.loads(said["result"]["value"])

    def _act(self, kind: str, steps: list[dict[str, Any]]) -> None:
        self._say("input.performActions", context=self.context, actions=[{"type": kind, "id": kind, "actions": steps}])

    def press(self, *keys: str) -> None:
        self._act("key", _strokes(keys))

    def hold(self, key: str) -> None:
        down, up = _strokes((key,))
        self._act("key", [down, {"type": "pause", "duration": HELD}, up])

    def drag(self, start: dict[str, float], end: dict[str, float]) -> None:
        self._act("pointer", _pull(start, end))

    def picture(self) -> bytes:
        return base64.b64decode(self._say("browsingContext.captureScreenshot", context=self.context)["data"])


class WebKit(Engine):
    """WebKitGTK's own small browser over W3C WebDriver."""

    def __init__(self, address: str) -> None:
        wanted = {"webkitgtk:browserOptions": {"binary": str(MINI), "args": ["--automation"]}}
        self.address = f"{address}/session"
        self.address += "/" + self._say("", capabilities={"alwaysMatch": wanted})["sessionId"]
        self._say("/window/rect", x=0, y=0, width=1440, height=960)
        self._say("/timeouts", script=int(PATIENCE * 1000))

    def _say(self, path: str, *, method: str = "POST", **params: Any) -> Any:
        data = json.dumps(params).encode() if method == "POST" else None
        request = urllib.request.Request(self.address + path, data=data, method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]

    def open(self, url: str) -> None:
        self._say("/url", url=url)

    def ask(self, script: str) -> Any:
        body = f"""const done = arguments[0];
          const failed = (error) => done(JSON.stringify({{ fault: String(error) }}));
          (async () => JSON.stringify(await ({script}) ?? null))().then(done, failed);"""
        answer = json.loads(self._say("/execute/async", script=body, args=[]))
        if isinstance(answer, dict) and "fault" in answer:
            raise AssertionError(answer["fault"])
        return answer

    def _act(self, kind: str, steps: list[dict[str, Any]]) -> None:
        self._say("/actions", actions=[{"type": kind, "id": kind, "actions": steps}])

    def press(self, *keys: str) -> None:
        self._act("key", _strokes(keys))

    def hold(self, key: str) -> None:
        down, up = _strokes((key,))
        self._act("key", [down, {"type": "pause", "duration": HELD}, up])

    def drag(self, start: dict[str, float], end: dict[str, float]) -> None:
        self._act("pointer", _pull(start, end))

    def picture(self) -> bytes:
        return base64.b64decode(self._say("/screenshot", method="GET"))


class Chromium(Engine):
    """Chromium, without a network: every request but for files and data is in `asked`."""

    def __init__(self, page: Page) -> None:
        self.page, self.asked = page, list[str]()
        page.on("request", lambda request: self._note(request.url))
        page.on("dialog", lambda dialog: (self._note(f"dialog {dialog.message}"), dialog.dismiss()))

    def _note(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.asked.append(url)

    def open(self, url: str) -> None:
        self.page.goto(url)

    def ask(self, script: str) -> Any:
        return self.page.evaluate(f"async () => (await ({script})) ?? null")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def hold(self, key: str) -> None:
        self.page.keyboard.press(key, delay=HELD)

    def drag(self, start: dict[str, float], end: dict[str, float]) -> None:
        self.page.mouse.move(start["x"], start["y"])
        self.page.mouse.down()
        self.page.mouse.move(end["x"], end["y"], steps=6)
        self.page.mouse.up()

    def picture(self) -> bytes:
        return self.page.screenshot()


@contextmanager
def chromium(folder: Path) -> Iterator[Engine]:
    """A Chromium that has no network."""
    with room.chromium() as browser:
        context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        yield Chromium(context.new_page())


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """A Firefox with a new profile in a folder."""
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
    folder.mkdir(exist_ok=True)
    (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [str(FIREFOX), "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0"]
    log = folder / "firefox.log"
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        try:
            address = _started(lambda: re.search(r"BiDi listening on (ws://\S+)", log.read_text()), process)[1]
            with connect(f"{address}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    """A WebKitGTK browser on a screen of its own in memory."""
    folder.mkdir(exist_ok=True)
    port, screen = free_port(), folder / "screen"
    with screen.open("wb") as number:
        number_of = number.fileno()
        served = [str(XVFB), "-displayfd", str(number_of), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
        display = subprocess.Popen(served, pass_fds=[number_of], stderr=subprocess.DEVNULL)
    try:
        name = _started(lambda: re.search(r"(\d+)\n", screen.read_text()), display)[1]
        known = os.environ | {
            "DISPLAY": f":{name}",
            "HOME": str(folder),
            "GDK_BACKEND": "x11",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        with subprocess.Popen([str(WEBKIT), f"--port={port}"], env=known, stderr=subprocess.DEVNULL) as driver:
            try:
                _started(lambda: _listens(port), driver)
                yield WebKit(f"http://127.0.0.1:{port}")
            finally:
                driver.terminate()
    finally:
        display.terminate()
        display.wait(10)


def _started(sign: Callable[[], Any], process: subprocess.Popen[bytes]) -> Any:
    """What a program gives as the sign that it has started."""
    deadline = time.monotonic() + PATIENCE
    while not (found := sign()):
        if time.monotonic() > deadline:
            raise AssertionError(f"did not start: {process.args!r}")
        with suppress(subprocess.TimeoutExpired):
            raise AssertionError(f"ended with {process.wait(0.05)}: {process.args!r}")
    return found


def _listens(port: int) -> bool:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=2):
        return True
    return False
