"""Opening the page one draws on with nothing cached, until its map stands there with names; beside an empty page.

From the navigation to the first animation frame after the painted picture, in a browser context of its own each time.
The empty page is a Streamlit script that writes one word, on a server of its own, in turns with ours.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.drawn_map import SIZES, Drawn, drawn, drawn_map
from tests.browser.story.room import CHROMIUM, FLAGS
from tests.browser.table import ROOT

ROUNDS = 5
WATCH = f"""
const beat = setInterval(() => {{
  const view = document.body && ({ROOT})()?.sectorMap.room?.view;
  if (!view) return;
  clearInterval(beat);
  const look = () => {{
    const {{ actors, placed }} = view.drawing;
    if (!actors.size || !view.surface.palette || document.fonts.status !== 'loaded') return;
    if (![...placed.names.values()].some((name) => name.shown)) return;
    view.stage.network.off('afterDrawing', look);
    requestAnimationFrame(() => {{ window.opened = performance.now(); }});
  }};
  view.stage.network.on('afterDrawing', look);
  look();
}}, 10);"""
EMPTY = """
const beat = setInterval(() => {
  if (!document.body?.innerText.includes('nothing')) return;
  clearInterval(beat);
  requestAnimationFrame(() => { window.opened = performance.now(); });
}, 10);"""


@contextmanager
def empty_page(folder: Path) -> Iterator[str]:
    """A server with an empty page: its address."""
    (folder / "empty.py").write_text("import streamlit as st\n\nst.write('nothing')\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "empty.py", "--server.port", str(port)]
    options = ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    process = subprocess.Popen([*command, *options], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        while process.poll() is None:
            with suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                break
            time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


def opened(browser: Browser, address: str, watch: str, code: str | None = None) -> float:
    """Milliseconds until the page stands, in a context of its own that has a seat where there is a code."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="es-HN")
    try:
        if code:
            seat = context.request.post(f"{address}/join", data={"code": code}, headers={"Origin": address}).json()
            address = f"{address}/build?seat={seat['seat']}&lang=es"
        page = context.new_page()
        page.add_init_script(watch)
        page.goto(address, wait_until="commit")
        page.wait_for_function("window.opened", timeout=60_000)
        took: float = page.evaluate("window.opened")
        return took
    finally:
        context.close()


def measured(browser: Browser, table: Drawn, empty: str, rounds: int, name: str) -> None:
    """Both pages in turns; the first time of each is not counted."""
    ours, other = [], []
    for n in range(rounds + 1):
        mine, theirs = opened(browser, table.base, WATCH, table.code), opened(browser, empty, EMPTY)
        if n:
            ours.append(mine)
            other.append(theirs)
    print(f"{name:<34}{median(ours):>8.0f}{max(ours):>8.0f}{median(other):>10.0f}{max(other):>8.0f}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--actors", type=int, help="only the map with this many actors")
    asked = options.parse_args()
    print(f"load of the machine: {os.getloadavg()[0]:.1f} over {os.cpu_count()} cores")
    print(f"{'ms until it stands':<34}{'median':>8}{'worst':>8}{'empty':>10}{'worst':>8}")
    with tempfile.TemporaryDirectory() as folder, empty_page(Path(folder)) as empty, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for actors, links in SIZES:
            for placed in (True, False):
                if asked.actors in (None, actors):
                    part = Path(folder) / f"{actors}-{placed}"
                    part.mkdir()
                    with drawn(drawn_map(actors, links, placed=placed), part) as table:
                        name = f"{actors}/{links}{'' if placed else ', nobody placed yet'}"
                        measured(browser, table, empty, asked.rounds, name)
        browser.close()
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
