"""How well names are read once a map was put in order, and how many lines run through what is not theirs.

In Chromium, after a fit, on the sheets that a phone (390 px), a tablet (1024 px) and a laptop (1440 px) leave for the
map: lines through the shape of a third actor, through its name, and through the name of an own end, at least 6 px of
it; and names missing, crossed, misread as another's, or run together. `drawn20` is a map as a table drew it, untidied.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from http.server import ThreadingHTTPServer
from threading import Thread
from urllib.parse import quote

from tests.browser.story.room import chromium
from tests.canvas.site import Site

MAPS = ("drawn20", "tidied20", "20x30", "40x60")
FRAME = 26  # px round the map on the test page
SCREENS = {  # width, height, how the map is drawn there
    390: (390, 540, {"leastText": 12, "inset": {"top": 24, "right": 10, "bottom": 62, "left": 10}}),
    1024: (588, 596, {"inset": {"bottom": 76}}),
    1440: (900, 764, {"inset": {"bottom": 76}}),
}
READ = """async () => {
  const boxes = await import('/page/boxes.mjs'), whole = [...view.drawing.placed.badges.values()];
  const { names, own, shapes, lines } = boxes.cut(view), read = boxes.reading(view);
  return {
    lines, 'through a third': shapes, 'near a third': read.shapes, 'through its name': names, 'through own name': own,
    names: view.drawing.actors.size, unnamed: read.unnamed, crossed: read.crossed, misread: read.misread,
    'run together': read.near,
    'whole badges': whole.filter((p) => p.shown && !p.small).length };
}"""


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--map", nargs="*", default=MAPS, help="actors x links, or a map of tests/canvas/maps.mjs")
    asked.add_argument("--maps", type=int, default=8, help="how many of each size")
    given = asked.parse_args(arguments)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    with chromium() as browser:
        for screen, (width, height, how) in SCREENS.items():
            for map in given.map:
                total: Counter[str] = Counter()
                queries = [f"{map}x{seed}" for seed in range(1, given.maps + 1)] if "x" in map else [map]
                for query in queries:
                    page = browser.new_page(viewport={"width": width + FRAME, "height": height + FRAME})
                    page.goto(f"http://127.0.0.1:{server.server_port}/?map={query}&how={quote(json.dumps(how))}")
                    page.wait_for_function("window.ready")
                    total.update(page.evaluate(READ))
                    page.close()
                if screen == min(SCREENS) and map == given.map[0]:
                    print("  ".join(["screen", f"{'map':>12}", *total]))
                counts = [f"{n:>{len(name)}}" for name, n in total.items()]
                print("  ".join([f"{screen:>6}", f"{len(queries)} x {map:>8}", *counts]), flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
