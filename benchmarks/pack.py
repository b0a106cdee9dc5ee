"""A whole debrief pack of one large map beside five plain pictures of it by networkx and matplotlib.

The pack has, for each language, a report as page, PDF and slides, the map as page, PNG, SVG and sheet, and tables.
"""

from __future__ import annotations

import io
from functools import partial

import matplotlib as mpl
import networkx as nx

from benchmarks.random_maps import random_map
from benchmarks.timing import beside, line
from mapping.codec import MapFile
from mapping.export import pack
from mapping.i18n import LANGUAGES, translate
from mapping.model import SectorMap

ACTORS, LINKS, PICTURES = 150, 400, 5


def main() -> None:
    map = random_map(ACTORS, LINKS)
    tongues = [translate(language) for language in LANGUAGES]
    print(f"{ACTORS} actors, {LINKS} links, beside {PICTURES} plain pictures")
    for name, languages in (("the pack in one language", tongues[:1]), ("the pack in both languages", tongues)):
        print(line(name, *beside(partial(pack, [MapFile(map)], languages, internal=True), partial(_pictures, map),
                                 runs=3)))  # fmt: skip


def _pictures(map: SectorMap) -> None:
    mpl.use("Agg")
    from matplotlib import pyplot as plt

    graph = nx.MultiDiGraph((link.source, link.target) for link in map.links.values())
    labels = {id: actor.name for id, actor in map.actors.items() if id in graph}
    for _ in range(PICTURES):
        figure = plt.figure(figsize=(16, 9))
        nx.draw_networkx(graph, nx.spring_layout(graph, seed=1), labels=labels, node_size=120, font_size=6)
        figure.savefig(io.BytesIO(), format="png", dpi=240)
        plt.close(figure)


if __name__ == "__main__":
    main()
