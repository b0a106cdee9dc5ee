"""Showing a map on the live canvas beside vis-network's own drawing of the same map, in one Chromium, by turns.

The canvas places names and badges so that none lies on another; vis-network's own drawing does not. Both get the same
places, and no physics. *Show* is from the data to the painted picture; *frame* is one more painting, as while panning.
"""

from __future__ import annotations

import json
from http.server import ThreadingHTTPServer
from statistics import median
from threading import Thread

from playwright.sync_api import sync_playwright

from benchmarks.timing import line
from tests.browser.story.room import CHROMIUM, FLAGS
from tests.canvas.site import Site

ROUNDS = 7
MEASURE = """rounds => {
  const map = { actors: view.map.actors, links: view.map.links };
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;inset:12px;visibility:hidden';
  document.body.append(host);
  const nodes = () => Object.values(map.actors).map(({ id, name, x, y }) => ({ id, label: name, x, y, shape: 'box' }));
  const edges = () => Object.values(map.links).map(({ id, source, target, kind }) => (
    { id, from: source, to: target, label: kind, arrows: 'to' }));
  const plain = new vis.Network(host, { nodes: [], edges: [] }, { physics: false, layout: { improvedLayout: false } });
  const show = {
    ours: () => { view.show(map, { fit: true }); view.stage.network.redraw(); },
    other: () => { plain.setData({ nodes: nodes(), edges: edges() }); plain.fit(); plain.redraw(); },
  };
  const frame = { ours: () => view.stage.network.redraw(), other: () => plain.redraw() };
  const timed = (act) => { const start = performance.now(); act(); return performance.now() - start; };
  const taken = { show: { ours: [], other: [] }, frame: { ours: [], other: [] } };
  for (let round = 0; round <= rounds; round++) {
    for (const [name, acts] of Object.entries({ show, frame })) {
      for (const who of ['ours', 'other']) {
        const ms = timed(acts[who]);
        if (round) taken[name][who].push(ms); // the first round loads fonts and compiles
      }
    }
  }
  plain.destroy();
  host.remove();
  return JSON.stringify(taken);
}"""


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'':<44}{'canvas':>13}{'vis-network':>13}")
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for actors, links in ((13, 20), (60, 150), (150, 400), (400, 1000)):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"http://127.0.0.1:{server.server_port}/?map={actors}x{links}")
            page.wait_for_function("window.ready")
            taken = json.loads(page.evaluate(MEASURE, ROUNDS))
            for name, ms in taken.items():
                print(line(f"{actors}/{links}: {name}", median(ms["ours"]), median(ms["other"])))
            page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
