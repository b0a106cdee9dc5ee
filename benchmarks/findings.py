"""All questions of a session beside one betweenness of networkx; our constraint beside its loop over actors."""

from __future__ import annotations

import networkx as nx

from benchmarks.random_maps import random_map
from benchmarks.timing import beside, line
from mapping.analysis.holes import constraint
from mapping.analysis.questions import answers
from mapping.graph import cohesion


def main() -> None:
    print(f"{'':<44}{'ours':>13}{'beside':>13}")
    for actors, links in ((60, 150), (150, 400), (1000, 3000)):
        map = random_map(actors, links)
        graph = cohesion(map)
        all_questions = beside(
            lambda map=map: answers(map, session="3"), lambda graph=graph: nx.betweenness_centrality(graph), runs=3
        )
        print(line(f"{actors}/{links} questions | one betweenness", *all_questions))
        if actors <= 150:
            holes = beside(
                lambda graph=graph: constraint(graph),
                lambda graph=graph: [nx.constraint(graph, nodes=[n]) for n in graph],
                runs=3,
            )
            print(line(f"{actors}/{links} constraint | networkx, actor by actor", *holes))


if __name__ == "__main__":
    main()
