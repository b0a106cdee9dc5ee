"""The board of many groups: its agenda's shortcuts beside reading every pair of maps once without an agenda, and how
long a page waits after a change beside what it would with its picture drawn before it is shown."""

from __future__ import annotations

from benchmarks.random_maps import random_map
from benchmarks.timing import beside, line
from mapping.compare.align import align
from mapping.compare.board import Board, board
from mapping.compare.overlap import pairwise
from mapping.compare.reading import readings
from mapping.compare.running_order import running_order
from mapping.i18n import translate
from mapping.ui import comparing
from mapping.ui.board_picture import drawing
from mapping.ui.markup import Html

ES = translate("es")


def main() -> None:
    print(f"{'':<44}{'board':>13}{'overlap':>13}")
    found: dict[int, Board] = {}
    for groups, actors, links in ((2, 40, 60), (5, 40, 60), (20, 60, 150)):
        maps = {str(n): random_map(actors, links, seed=n, group=str(n)) for n in range(1, groups + 1)}
        whole, plain = beside(
            lambda maps=maps: board(maps, session="3"),
            lambda maps=maps: pairwise(readings(maps, align(maps))),
            runs=1 if groups > 5 else 3,
        )
        print(line(f"{groups} groups of {actors}/{links}: board | overlap alone", whole, plain))
        found[groups] = board(maps, session="3")
    print(f"\n{'':<44}{'page':>13}{'with picture':>13}")
    for groups, one in found.items():
        at_once, waiting = beside(lambda one=one: page(one), lambda one=one: (page(one), drawing(one, ES)), runs=1)
        print(line(f"{groups} groups: the page | and its picture anew", at_once, waiting))


def page(found: Board) -> str:
    """What is sent to a facilitator's browser, with the picture of before."""
    return str(comparing.whole(found, ES, points=running_order(found.agenda), facilitates=True, picture=Html("")))


if __name__ == "__main__":
    main()
