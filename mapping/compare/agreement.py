"""How much ratings and drawings of several groups agree, for whoever analyses them. Never a score of a group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from math import nan

import numpy as np

from mapping.compare.overlap import Spread
from mapping.compare.reading import Reading

EXACT = 7  # actors: up to here all n! orders are looked at
ORDERS = 1_999  # otherwise as many as this, by chance


def alpha(ratings: Iterable[Sequence[int | None]], *, level: str = "ordinal") -> float:
    """Krippendorff's alpha of ratings, one row for each thing rated and one place in it for each rater (None: not
    rated).

    1 is full agreement, 0 what chance would give, below 0 systematic disagreement. nan where fewer than two values can
    be compared, or where all are the same (nothing varies, so nothing can be said to agree).
    `level`: nominal, ordinal (the ranks count, as with towers) or interval.
    alpha = 1 - D_o / D_e, with the coincidences o_ck of pairable values weighed by the level's distance.

    Krippendorff, K.: Computing Krippendorff's Alpha-Reliability. University of Pennsylvania, 2011.

    >>> round(alpha([(1, 1), (2, 2), (3, 4)]), 3)
    0.949
    """
    units = [[v for v in row if v is not None] for row in ratings]
    together: Counter[tuple[int, int]] = Counter()
    for unit in (u for u in units if len(u) > 1):
        for i, a in enumerate(unit):
            for j, b in enumerate(unit):
                if i != j:
                    together[a, b] += 1 / (len(unit) - 1)  # type: ignore[assignment]
    counts: Counter[int] = Counter()
    for (a, _), n in together.items():
        counts[a] += n
    total = sum(counts.values())
    if len(counts) < 2:
        return nan
    apart = {pair: _distance(pair, counts, level) for pair in combinations(sorted(counts), 2)}
    observed = sum(together[pair] * d for pair, d in apart.items())
    expected = sum(counts[a] * counts[b] * d for (a, b), d in apart.items()) / (total - 1)
    return float(1 - observed / expected)


def _distance(pair: tuple[int, int], counts: Mapping[int, float], level: str) -> float:
    a, b = pair
    if level == "nominal":
        return 1.0
    if level == "interval":
        return float((a - b) ** 2)
    between = sum(n for value, n in counts.items() if a <= value <= b)
    return float((between - (counts[a] + counts[b]) / 2) ** 2)


def ratings_agree(spreads: Iterable[Spread], groups: Sequence[str]) -> float:
    """The ordinal alpha of what the groups gave the actors that two or more of them have."""
    return alpha([tuple(s.values.get(g) for g in groups) for s in spreads])


@dataclass(frozen=True)
class Qap:
    """Whether two groups draw the same pairs more than if names were dealt out by chance.

    `shared` of `left` and `right` drawn pairs of `actors` actors that both have; `correlation` is Pearson's r of the
    two matrices (nan where one is empty or full), `p` the share of orders that share as many pairs or more.
    """

    actors: int
    shared: int
    left: int
    right: int
    correlation: float
    p: float
    is_exact: bool


def qap(one: Reading, other: Reading, *, seed: int = 0) -> Qap:
    """The quadratic assignment procedure on *who has any drawn link to whom*, among the actors that both maps have.

    The number of shared pairs is what is counted: with the pairs of each map given, Pearson's r rises with it, so that
    counting whole numbers ties orders that are tied. Up to 7 actors all orders are looked at, else 1,999 by chance
    (the drawn one is counted among them). nan for p with fewer than three actors.

    Hubert, L., and Schultz, J.: Quadratic assignment as a general data analysis strategy. British Journal of
    Mathematical and Statistical Psychology 29 (1976), 190-241. Krackhardt, D.: Predicting with networks. Social
    Networks 10 (1988), 359-381.
    """
    actors = sorted(one.own.keys() & other.own.keys())
    number = {actor: n for n, actor in enumerate(actors)}
    left, right = _pairs(one, number), _pairs(other, number)
    shared, n = len(left & right), len(actors)
    exact = n <= EXACT
    p = nan if n < 3 else _share(left, right, n, shared, exact=exact, seed=seed)
    return Qap(n, shared, len(left), len(right), _pearson(shared, len(left), len(right), n * (n - 1)), p, exact)


def _pairs(reading: Reading, number: Mapping[str, int]) -> frozenset[tuple[int, int]]:
    """Who is linked to whom; a link without direction goes both ways."""
    ends = [(key.source, key.target) for key in reading.drawn]
    ends += [(key.target, key.source) for key in reading.drawn if not key.is_directed]
    return frozenset((number[a], number[b]) for a, b in ends if a in number and b in number and a != b)


def _share(
    left: frozenset[tuple[int, int]], right: frozenset[tuple[int, int]], n: int, shared: int, *, exact: bool, seed: int
) -> float:
    """The share of orders in which as many pairs of the one map are pairs of the other; the drawn order is one."""
    if exact:
        orders = np.array(list(permutations(range(n))))
    else:
        chance = np.random.default_rng(seed)
        orders = chance.permuted(np.tile(np.arange(n), (ORDERS, 1)), axis=1)
    drawn = np.zeros((n, n), dtype=bool)
    drawn[tuple(np.array(sorted(right), dtype=int).reshape(-1, 2).T)] = True
    a, b = np.array(sorted(left), dtype=int).reshape(-1, 2).T
    found = int((drawn[orders[:, a], orders[:, b]].sum(axis=1) >= shared).sum())
    return found / len(orders) if exact else (found + 1) / (ORDERS + 1)


def _pearson(shared: int, left: int, right: int, of: int) -> float:
    """Of two matrices of zeros and ones with so many ones each, without their diagonals."""
    spread = left * (of - left) * right * (of - right)
    return (of * shared - left * right) / spread**0.5 if spread else nan
