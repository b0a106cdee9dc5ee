"""The board of many groups, opened and after a change: beside the same agenda with every question answered anew, beside
reading every pair of maps without an agenda, and beside a page that waits for its picture too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import perf_counter
from typing import TypeVar

from benchmarks.random_maps import near_map, random_map
from benchmarks.timing import beside, line
from mapping.compare.align import align
from mapping.compare.board import Board, board
from mapping.compare.contradictions import contradictions
from mapping.compare.findings import QUESTIONS
from mapping.compare.overlap import pairwise
from mapping.compare.reading import readings
from mapping.compare.running_order import running_order
from mapping.compare.trials import Trials
from mapping.i18n import translate
from mapping.model import SectorMap
from mapping.scenario import named, reference_map
from mapping.scenario.dates import last_day
from mapping.schema import CONTROL
from mapping.ui import comparing
from mapping.ui.board_picture import drawing
from mapping.ui.markup import Html
from tests.compare.in_full import flips_in_full

ES = translate("es")
SOME = 10  # of so many differences one is answered anew
T = TypeVar("T")


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
    print(f"\n{'20 groups of 60/150, session 3':<44}{'ours':>13}{'anew':>13}")
    reference = reference_map(named("honduras"), last_day("2015-09-01"), tier=2)
    follow("near the reference", {str(n): near_map(reference, 60, 150, n, str(n)) for n in range(1, 21)})
    follow("at random", {str(n): random_map(60, 150, n, str(n)) for n in range(1, 21)})


def follow(name: str, maps: Mapping[str, SectorMap]) -> None:
    """Opens a board, takes one link of control from one map, and opens it again; what is answered anew is compared."""
    trials, links = Trials(), dict(maps["3"].links)
    del links[next(id for id, link in links.items() if link.kind in CONTROL and link.practice == "works")]
    after = {**maps, "3": replace(maps["3"], links=links)}
    opened, _ = once(lambda: board(maps, session="3", trials=trials))
    asked = trials.asked
    followed, found = once(lambda: board(after, session="3", trials=trials))
    plainly, flips = once(lambda: some_in_full(after))
    worth = {topic.difference.id: set(topic.flips) for topic in found.agenda}
    assert all(worth.get(id, set()) == flipped for id, flipped in flips.items())
    plainly *= SOME
    print(line(f"{name}: {len(found.agenda)} differences, opened", opened, plainly))
    print(line(f"{name}: after a change", followed, plainly))
    print(f"  answers looked for: {asked}, then {trials.asked - asked}")


def some_in_full(maps: Mapping[str, SectorMap]) -> dict[str, set[tuple[str, str]]]:
    """What depends on every tenth difference, by the rule as it is written: all of them would take minutes."""
    read = readings(maps, align(maps))
    return {one.id: flips_in_full(one, read, QUESTIONS["3"]) for one in contradictions(read)[::SOME]}


def once(call: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of one run, and what it gave."""
    start = perf_counter()
    given = call()
    return (perf_counter() - start) * 1000, given


def page(found: Board) -> str:
    """What is sent to a facilitator's browser, with the picture of before."""
    return str(comparing.whole(found, ES, points=running_order(found.agenda), facilitates=True, picture=Html("")))


if __name__ == "__main__":
    main()
