"""How many lines run through what is not theirs once a map was put in order: 40 actors and 60 links, eight maps.

In Chromium, on the sheet that 1440 x 900 leaves, after a fit: lines through the shape of a third actor, through its
name, and through the name of an own end, at least 6 px of it; and how many names and whole badges are seen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from http.server import ThreadingHTTPServer
from threading import Thread

from tests.browser.story.room import chromium
from tests.canvas.site import Site

SHEET = {"width": 926, "height": 790}
READ = """async () => {
  const boxes = await import('/page/boxes.mjs'), whole = [...view.drawing.placed.badges.values()];
  const { names, actors } = boxes.read(view), { names: cut, ...rest } = boxes.cut(view);
  return { ...rest, 'names cut': cut, actors, 'names seen': names,
    'whole badges': whole.filter((p) => p.shown && !p.small).length };
}"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--map", default="40x60", help="actors x links")
    asked.add_argument("--maps", type=int, default=8)
    given = asked.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    total: Counter[str] = Counter()
    with chromium() as browser:
        for seed in range(1, given.maps + 1):
            page = browser.new_page(viewport=SHEET)  # type: ignore[arg-type]
            page.goto(f"http://127.0.0.1:{server.server_port}/?map={given.map}x{seed}")
            page.wait_for_function("window.ready")
            total.update(page.evaluate(READ))
            page.close()
    server.shutdown()
    print(f"{given.maps} maps of {given.map}: " + ", ".join(f"{name} {count}" for name, count in total.items()))


if __name__ == "__main__":
    main()
