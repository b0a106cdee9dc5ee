"""What a question names, found from what it sees of a map (see `layers`), without what only a sentence about it needs.

An agenda asks tens of thousands of such answers: each function prepares one map once, and then says what would be named
if some of what is seen appeared or disappeared. The tests hold each against the question itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import networkx as nx

from mapping.analysis.brokerage import SHOWN
from mapping.analysis.chain import main_stages
from mapping.analysis.cohesion import HEADLINE, cuts
from mapping.compare.people import People

Seen = AbstractSet[Any]
Names = frozenset[str]
Answer = Callable[[Seen, Seen], Names]  # what appears, what disappears -> what is named then
Arcs = Mapping[str, frozenset[str]]

NOBODY: Names = frozenset()


def _anew(names: Callable[[Seen, People], Names]) -> Callable[[Seen, People], Answer]:
    """For answers that are found as fast anew as from the one before."""
    return lambda seen, of: lambda added, removed: names((seen | added) - removed, of)


@_anew
def not_overseen(seen: Seen, of: People) -> Names:
    """Q3-02: the armed institutions onto which, or onto what they are part of, no outside oversight works."""
    return frozenset(id for id, line in of.armed.items() if line.isdisjoint(seen))


def dependent(seen: Seen, of: People) -> Answer:
    """Q3-04: the overseers that depend on the overseen, or have a common boss."""
    over, controls = _two(seen)
    above = _above({}, controls)
    found = {link for link in over if _depends(link, above)}

    def named(added: Seen, removed: Seen) -> Names:
        (more, up), (less, down) = _two(added), _two(removed)
        if not up and not down:
            return frozenset(a for a, _ in (found | {link for link in more if _depends(link, above)}) - less)
        now = _above({}, (controls | up) - down) if down else _above(above, up)
        return frozenset(link[0] for link in (over | more) - less if _depends(link, now))

    return named


def _two(seen: Seen) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The links of oversight and of control among what is seen."""
    over = {(a, b) for what, a, b in seen if what == "oversees"}
    return over, {(a, b) for what, a, b in seen if what == "controls"}


def _depends(link: tuple[str, str], above: Arcs) -> bool:
    a, b = link
    mine = above.get(a, NOBODY)
    return b in mine or not mine.isdisjoint(above.get(b, NOBODY))


def _above(known: Arcs, controls: Iterable[tuple[str, str]]) -> Arcs:
    """Who is above whom, with more links of control; nobody is above itself."""
    above = dict(known)
    for boss, under in controls:
        gained = above.get(boss, NOBODY) | {boss}
        for id in [under, *(id for id, bosses in above.items() if under in bosses)]:
            above[id] = (above.get(id, NOBODY) | gained) - {id}
    return above


@_anew
def broken(seen: Seen, of: People) -> Names:
    """Q3-10: each two consecutive occupied stages, shared by nobody, without a referral forward that works."""
    occupied = [stage for stage in main_stages() if stage in of.at]
    return frozenset(f"{a}>{b}" for a, b in pairwise(occupied) if of.at[a].isdisjoint(of.at[b]) and (a, b) not in seen)


def single_points(seen: Seen, of: People) -> Answer:
    """Q3-13: the actors that cut off three or more.

    What one link more changes is counted by pieces: without an actor, the link puts the pieces of its two ends
    together. Between two of one home it only shrinks what was cut off; between two homes a new cut point can only
    be one of its ends.
    """
    around = _around(seen, of)
    cut = _cutting(around, 1)
    before = _cutting(around, HEADLINE)
    home = _pieces(around, without="")

    @cache
    def pieces(c: str) -> tuple[Mapping[str, int], Mapping[int, int], frozenset[int]]:
        """Without this one: who is in which piece, how many are in each, and which it held together."""
        piece = _pieces(around, without=c)
        return piece, Counter(piece.values()), frozenset(piece[id] for id in around[c])

    def cut_off(c: str, pair: tuple[str, str]) -> int:
        piece, sizes, own = pieces(c)
        linked = {piece[end] for end in pair if end != c}
        together, rest = sum(sizes[p] for p in linked), [sizes[p] for p in own - linked]
        return together + sum(rest) - max(together, *rest) if rest else 0

    def named(added: Seen, removed: Seen) -> Names:
        if removed or len(added) > 1:
            return _cutting(_around((seen | added) - removed, of), HEADLINE)
        for pair in added:
            homes = {home[end] for end in pair}
            near = {*pair, *(c for c in (before if len(homes) == 1 else cut) if home[c] in homes)}
            return (before - near) | {c for c in near if cut_off(c, pair) >= HEADLINE}
        return before

    return named


def _around(pairs: Iterable[tuple[str, str]], of: People) -> dict[str, dict[str, None]]:
    """Everybody but the people served -> whom they have a link with."""
    around: dict[str, dict[str, None]] = {id: {} for id, state in of.state.items() if state != "served"}
    for a, b in pairs:
        around[a][b] = around[b][a] = None
    return around


def _cutting(around: dict[str, dict[str, None]], least: int) -> Names:
    graph: nx.Graph[str] = around  # type: ignore[assignment]  # the search only walks from actor to neighbours
    return frozenset(id for id, n in cuts(graph)[0].items() if n >= least)


def _pieces(around: Mapping[str, Mapping[str, None]], *, without: str) -> dict[str, int]:
    """Everybody but this one -> the number of the piece that they are in once this one is gone."""
    found: dict[str, int] = {}
    for n, start in enumerate(around):
        ahead = [start]
        while ahead:
            here = ahead.pop()
            if here != without and here not in found:
                found[here] = n
                ahead += around[here]
    return found


@_anew
def weight_and_mandate(seen: Seen, of: People) -> Names:
    """Q3-17: who weighs much and controls nobody, and who weighs little and controls somebody."""
    who: dict[str, set[str]] = defaultdict(set)
    for what, id in seen:
        who[what].add(id)
    return frozenset((who["light"] & who["controls"]) | (who["heavy"] - who["controls"])) if who["controls"] else NOBODY


@_anew
def supported(seen: Seen, of: People) -> Names:
    """Q3-22: where donors overlap, those of them that are apart, oversight bodies and stages without support."""
    by: dict[str, set[str]] = defaultdict(set)
    for what, donor, supports in seen:
        if what == "supports":
            by[supports].add(donor)
    if not by:
        return NOBODY
    overlap = {id: sorted(donors) for id, donors in by.items() if len(donors) > 1}
    pairs = (pair for donors in overlap.values() for pair in combinations(donors, 2))
    apart = {id for pair in pairs if ("together", *pair) not in seen for id in pair}
    stages = {stage for stage, who in of.at.items() if who.isdisjoint(by)}
    return frozenset({*overlap, *apart, *(of.bodies - by.keys()), *stages})


def _of(seen: Seen, word: str) -> set[str]:
    return {item[1] for item in seen if item[0] == word}


@_anew
def providers(seen: Seen, of: People) -> Names:
    """Q4-01: the non-state actors that provide."""
    return frozenset(_of(seen, "provides"))


def brokers(seen: Seen, of: People) -> Answer:
    """Q4-03: the first three by open two-paths between the State and non-state actors, ties included.

    Only who is at an end of a link that appears or disappears, or stands between its ends, is counted again.
    """
    onward, back = _arcs({}, seen, ()), _arcs({}, _back(seen), ())
    before = {b: _crossing(b, onward, back, of) for b in of.state}

    def named(added: Seen, removed: Seen) -> Names:
        ahead, behind = _arcs(onward, added, removed), _arcs(back, _back(added), _back(removed))
        between = (ahead.get(a, NOBODY) & behind.get(c, NOBODY) for a, c in added | removed)
        touched = NOBODY.union(*between, *(added | removed))
        count = before | {b: _crossing(b, ahead, behind, of) for b in touched}
        counts = sorted((n for n in count.values() if n), reverse=True)
        return frozenset(b for b, n in count.items() if n and n >= counts[min(SHOWN, len(counts)) - 1])

    return named


def _back(arcs: Seen) -> Seen:
    return {(c, a) for a, c in arcs}


def _arcs(known: Arcs, added: Iterable[tuple[str, str]], removed: Iterable[tuple[str, str]]) -> Arcs:
    """From whom to whom, with some more and some fewer."""
    arcs = dict(known)
    for a, c in added:
        arcs[a] = arcs.get(a, NOBODY) | {c}
    for a, c in removed:
        arcs[a] = arcs[a] - {c}
    return arcs


def _crossing(b: str, onward: Arcs, back: Arcs, of: People) -> int:
    """How many open two-paths over this actor have one end in the State and the other outside it."""
    to = {state: [c for c in onward.get(b, ()) if of.state[c] == state] for state in ("state", "nonstate")}
    across = {"state": to["nonstate"], "nonstate": to["state"]}
    return sum(len(NOBODY.union(across.get(of.state[a], ())) - onward[a]) for a in back.get(b, ()))


@_anew
def without_tie(seen: Seen, of: People) -> Names:
    """Q4-04: the non-state providers without a link to the State, where anybody has a link of these kinds."""
    ties = any(item[0] == "ties" for item in seen)
    return frozenset((of.providing | _of(seen, "provides")) - _of(seen, "tied")) if ties else NOBODY


@_anew
def unaccountable(seen: Seen, of: People) -> Names:
    """Q4-05: the non-state providers onto which no regulation or oversight works."""
    return frozenset((of.providing | _of(seen, "provides")) - _of(seen, "answers"))
