"""Keys that typing a map takes, beyond the letters that its names and verbs need: 20 actors and 30 links of Honduras.

Real keys in Chromium, in a workshop of its own. What counts as needed is said in `tests/browser/keystrokes.py`.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from mapping.store import Plan
from tests.browser.keystrokes import Line, type_actors, type_links
from tests.browser.story.room import room
from tests.browser.story.server import Server
from tests.browser.table import OVERSIGHT, Table, with_store
from tests.golden import OBJECTIVE, QUESTION


def _told(name: str, lines: list[Line]) -> None:
    more, pressed = [line.more for line in lines], sum(line.pressed for line in lines)
    print(f"{name}: {len(lines)}, {pressed} keys, {sum(more)} more than needed; at most {max(more)} more for one")
    for line in sorted(lines, key=lambda line: -line.more)[:5]:
        print(f"    {line.more:+d}  {line.text:<24} {line.what}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            for language in ("es", "en"):
                _one(server, language)
        finally:
            server.kill()


def _one(server: Server, language: str) -> None:
    database = f"sqlite:///{server.database}"
    plan = Plan(question=QUESTION, objective=OBJECTIVE)
    workshop = with_store(database, lambda store: store.workshops.open(plan, "secreto", now=time.time()))
    with room(server.port) as browsers:
        table = Table(browsers, database, workshop)
        table.day(index=OVERSIGHT, started=time.time(), ends=time.time() + 600)
        screen = table.screen(language=language)
        print(f"-- {language}")
        begun = time.perf_counter()
        _told("actors", type_actors(screen))
        sentences, further = type_links(screen)
        _told("links as sentences", sentences)
        _told("links that go on", further)
        print(f"    {time.perf_counter() - begun:.0f} s for a machine's fingers")


if __name__ == "__main__":
    main()
