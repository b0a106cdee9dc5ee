"""The board of many groups with its agenda's shortcuts, beside reading every pair of maps once without an agenda."""

from __future__ import annotations

from benchmarks.random_maps import random_map
from benchmarks.timing import beside, line
from mapping.compare.align import align
from mapping.compare.board import board
from mapping.compare.overlap import pairwise
from mapping.compare.reading import readings


def main() -> None:
    print(f"{'':<44}{'board':>13}{'overlap':>13}")
    for groups, actors, links in ((2, 40, 60), (5, 40, 60), (20, 60, 150)):
        maps = {str(n): random_map(actors, links, seed=n, group=str(n)) for n in range(1, groups + 1)}
        whole, plain = beside(
            lambda maps=maps: board(maps, session="3"),
            lambda maps=maps: pairwise(readings(maps, align(maps))),
            runs=1 if groups > 5 else 3,
        )
        print(line(f"{groups} groups of {actors}/{links}: board | overlap alone", whole, plain))


if __name__ == "__main__":
    main()
