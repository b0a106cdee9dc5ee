"""An edit on one screen until it is drawn on another: two browsers at one table, names on, on a real server.

*Drawn* is the first animation frame after the picture that has the edit was painted, on the clock both pages share.
Beside it, one after the other in the same run: the second screen as a page that draws the map by vis-network alone
(names on, no physics), told by the same server; and our own screen when it shows the whole map anew at every change.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from time import sleep

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.drawn_map import SIZES, Drawn, drawn, drawn_map
from tests.browser.story.room import CHROMIUM, FLAGS
from tests.browser.table import ROOT

KINDS = ("add", "link", "rename", "move", "practice")
EDITS = 60
PAUSE = 0.15  # seconds between two edits

# What a person does on the first screen, by the acts that the keys and the mouse end in; the moment it began.
EDIT = f"""([kind, n]) => {{
  const {{ room, state }} = ({ROOT})().sectorMap;
  const actors = [...state.map.actors.keys()], links = [...state.map.links.values()];
  const one = actors[(n * 37) % actors.length], two = actors[(n * 53 + 11) % actors.length];
  const link = links[(n * 41) % links.length];
  const at = performance.timeOrigin + performance.now();
  const wanted = {{
    add: () => {{
      const id = room.editor.own(`Comisión nueva ${{n}}`);
      room.acts.arrived(id, 'own');
      return {{ id, actor: true }};
    }},
    link: () => {{
      const id = room.editor.link(one, two, room.button);
      room.select(id);
      return {{ id }};
    }},
    rename: () => {{
      const name = `Otro nombre ${{n}}`;
      room.editor.set(one, {{ name }});
      return {{ id: one, name }};
    }},
    move: () => {{
      const {{ x, y }} = state.map.actors.get(two);
      room.editor.move({{ [two]: [x + 30, y + 20] }});
      return {{ id: two, x: x + 30 }};
    }},
    practice: () => {{
      const practice = link.practice === 'weak' ? 'blocked' : 'weak';
      room.editor.set(link.id, {{ practice }});
      return {{ id: link.id, practice }};
    }},
  }}[kind]();
  return {{ at, wanted }};
}}"""

# On the second screen: `window.shown(wanted)` gives the moment at which the picture had it.
SHOWN = """
window.shown = (wanted) => new Promise((done) => {
  const look = () => {
    if (!window.has(wanted)) return;
    window.painted.delete(look);
    requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
  };
  window.painted.add(look);
  look(); // it may be there already: then it was drawn at the latest now
});
window.painted = new Set();
"""
OURS = f"""() => {{
  {SHOWN}
  const {{ view }} = ({ROOT})().sectorMap.room;
  view.stage.network.on('afterDrawing', () => [...window.painted].forEach((look) => look()));
  window.has = ({{ id, actor, name, x, practice }}) => {{
    const {{ actors, links, placed }} = view.drawing, item = actors.get(id) ?? links.get(id);
    if (!item || view.upkeep.items || view.upkeep.touched.size || view.upkeep.places) return false;
    if (name !== undefined) return item.name === name;
    if (x !== undefined) return item.x === x;
    if (practice !== undefined) return item.practice === practice;
    return actor ? placed.names.has(id) : Boolean(item.path);
  }};
}}"""
ANEW = f"""() => {{
  const {{ room }} = ({ROOT})().sectorMap, {{ view }} = room;
  view.patch = () => {{
    const {{ map }} = room.state;
    view.show({{ actors: Object.fromEntries(map.actors), links: Object.fromEntries(map.links) }});
  }};
}}"""
PLAIN = """async ([base, map, seat, token]) => {
  SHOWN;
  document.body.innerHTML = '<div id="map" style="position:fixed;inset:0;background:#fff"></div>';
  await import(`${base}/vis/vis-network.min.js`);
  const { Client } = await import(`${base}/canvas/client/client.js`);
  const client = new Client({ map, seat, token, storage: null, base: location.origin });
  const node = ({ id, name, x, y }) => ({ id, label: name, x, y, shape: 'box' });
  const edge = ({ id, source, target, kind, practice }) => ({
    id, from: source, to: target, label: kind, arrows: 'to', dashes: practice !== 'works', title: practice ?? '' });
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const options = { physics: false, layout: { improvedLayout: false }, edges: { smooth: false } };
  const net = new vis.Network(document.getElementById('map'), { nodes, edges }, options);
  client.listen((state, before, event) => {
    if (event.type === 'welcome') {
      nodes.add([...state.map.actors.values()].map(node));
      edges.add([...state.map.links.values()].map(edge));
      net.fit();
      window.plain = client;
    }
    if (event.type !== 'effects') return;
    nodes.update(event.put.actors.map(node));
    edges.update(event.put.links.map(edge));
  });
  net.on('afterDrawing', () => [...window.painted].forEach((look) => look()));
  window.has = ({ id, name, x, practice }) => {
    const item = nodes.get(id) ?? edges.get(id);
    if (!item) return false;
    if (name !== undefined) return item.label === name;
    if (x !== undefined) return item.x === x;
    return practice === undefined || item.title === practice;
  };
  client.open();
}""".replace("SHOWN;", SHOWN)


def screen(browser: Browser, table: Drawn) -> tuple[Page, str]:
    """A page of a browser of its own that has taken a seat at the table; nothing is opened yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="es-HN")
    page = context.new_page()
    page.goto(f"{table.base}/health")
    join = "code => fetch('/join', {method: 'POST', body: JSON.stringify({code})}).then(a => a.json())"
    return page, page.evaluate(join, table.code)["seat"]


def building(page: Page, table: Drawn, seat: str, actors: int) -> None:
    """Open the page one draws on, and wait until the map is there."""
    page.goto(f"{table.base}/build?seat={seat}&lang=es")
    page.wait_for_function(
        f"n => ({ROOT})()?.sectorMap.room?.view?.drawing.actors.size >= n", arg=actors, timeout=60_000
    )


def plain(page: Page, table: Drawn, seat: str) -> None:
    """The same page with the map drawn by vis-network alone."""
    page.goto(f"{table.base}/health")
    map = table.workshop.groups[0].map_id
    ask = "([seat, map]) => fetch(`/token?seat=${seat}&map=${map}`, {method: 'POST'}).then(a => a.json())"
    token = page.evaluate(ask, [seat, map])["token"]
    page.evaluate(PLAIN, [f"{table.base}/assets/x", map, seat, token])
    page.wait_for_function("window.plain")


def edits(one: Page, two: Page, start: int, count: int) -> dict[str, list[float]]:
    """Milliseconds of `count` edits in turn, by kind."""
    took: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for n in range(start, start + count):
        kind = KINDS[n % len(KINDS)]
        done = one.evaluate(EDIT, [kind, n])
        took[kind].append(two.evaluate("wanted => window.shown(wanted)", done["wanted"]) - done["at"])
        sleep(PAUSE)
    return took


def told(name: str, took: dict[str, list[float]]) -> str:
    """A row: median and p95 of all, and the median of each kind."""
    every = sorted(ms for rows in took.values() for ms in rows)
    cuts = quantiles(every, n=20)
    cells = "".join(f"{quantiles(took[kind], n=2)[0]:>10.0f}" for kind in KINDS)
    return f"{name:<34}{cuts[9]:>8.0f}{cuts[18]:>8.0f}  {cells}"


def measured(actors: int, links: int, count: int, also: bool) -> None:
    """Both browsers at one table with a map of this size."""
    with (
        tempfile.TemporaryDirectory() as folder,
        drawn(drawn_map(actors, links), Path(folder)) as table,
        sync_playwright() as p,
    ):
        browsers = [p.chromium.launch(executable_path=CHROMIUM, args=FLAGS) for _ in range(2)]
        (one, mine), (two, yours) = (screen(browser, table) for browser in browsers)
        building(one, table, mine, actors)
        building(two, table, yours, actors)
        two.evaluate(OURS)
        ways: list[tuple[str, Callable[[], object]]] = [("the canvas", lambda: None)]
        if also:
            ways.append(("the canvas, all anew each time", lambda: two.evaluate(ANEW)))
            ways.append(("vis-network alone", lambda: plain(two, table, yours)))
        start = 0
        for name, prepare in ways:
            prepare()
            edits(one, two, start, len(KINDS))  # what is compiled once is not measured
            print(told(f"{actors}/{links}: {name}", edits(one, two, start + len(KINDS), count)), flush=True)
            start += len(KINDS) + count
        for browser in browsers:
            browser.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--edits", type=int, default=EDITS)
    options.add_argument("--alone", action="store_true", help="the canvas only, nothing beside it")
    options.add_argument("--actors", type=int, help="only the map with this many actors")
    asked = options.parse_args()
    print(f"load of the machine: {os.getloadavg()[0]:.1f} over {os.cpu_count()} cores")
    print(f"{'ms from edit to drawn':<34}{'median':>8}{'p95':>8}  {''.join(f'{kind:>10}' for kind in KINDS)}")
    for actors, links in SIZES:
        if asked.actors in (None, actors):
            measured(actors, links, asked.edits, not asked.alone)
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
