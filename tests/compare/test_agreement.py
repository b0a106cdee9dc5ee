"""Agreement of ratings and drawings, against published and hand-made values."""

from __future__ import annotations

from itertools import permutations
from math import isnan

import pytest

from mapping.compare import agreement
from mapping.compare.agreement import Qap, alpha, qap, ratings_agree
from mapping.compare.align import align
from mapping.compare.overlap import spreads
from mapping.compare.reading import Reading, readings
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from tests import golden

# Krippendorff 2011, the example of four observers and twelve units; None is a value that is missing.
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = [tuple(row[n] for row in OBSERVERS) for n in range(12)]


@pytest.mark.parametrize(("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_is_the_published_one(level: str, published: float) -> None:
    assert alpha(UNITS, level=level) == pytest.approx(published, abs=0.0005)


def test_alpha_of_full_agreement_is_one_and_of_opposites_below_zero() -> None:
    assert alpha([(1, 1), (4, 4), (2, 2)]) == 1
    assert alpha([(1, 5), (5, 1), (1, 5)]) < 0


@pytest.mark.parametrize("ratings", [[], [(3, None)], [(3, 3), (3, 3)], [(None, None)]])
def test_alpha_is_nan_where_nothing_varies_or_nothing_can_be_compared(ratings: list[tuple[int | None, ...]]) -> None:
    assert isnan(alpha(ratings))


def test_who_is_not_rated_is_no_zero() -> None:
    """With None as 0 it would be far below."""
    assert alpha([(1, 1), (4, 4), (2, None)]) == 1
    assert alpha([(1, 1), (4, 4), (2, 0)]) < 1


def test_the_groups_of_the_example_agree_half_way_on_influence() -> None:
    """Golden path, section 5: 11 shared actors, of them bid 4/2, congreso 2/4, fusina 3/4, tribunales 2/3."""
    found = readings(maps := {"1": golden.group1(), "2": golden.group2()}, align(maps))

    value = ratings_agree(spreads(found), ("1", "2"))

    assert 0 < value < 1
    assert value == pytest.approx(alpha([tuple(s.values.values()) for s in spreads(found)]))


def _read(*links: tuple[str, str, str], actors: str = "abc") -> Reading:
    map = SectorMap(
        actors={ActorId(a): Actor(ActorId(a), a, "justice") for a in actors},
        links={
            LinkId(f"k-{n}"): Link(LinkId(f"k-{n}"), kind, ActorId(s), ActorId(t))
            for n, (s, kind, t) in enumerate(links)
        },
    )
    return readings({"1": map}, align({"1": map}))[0]


def test_qap_counts_all_orders_of_few_actors_by_hand() -> None:
    """a > b, b > c in both. Of the 6 orders of three names only the identity keeps both; p = 1/6."""
    one = _read(("a", "command", "b"), ("b", "command", "c"))

    assert qap(one, one) == Qap(3, 2, 2, 2, pytest.approx(1.0), pytest.approx(1 / 6), is_exact=True)


def test_qap_counts_tied_orders_as_tied() -> None:
    """A ring of three: the three turns keep it, so p is 3/6, however r is rounded."""
    ring = _read(("a", "command", "b"), ("b", "command", "c"), ("c", "command", "a"))

    assert qap(ring, ring).p == pytest.approx(0.5)


def test_qap_asks_who_is_linked_not_how() -> None:
    one, other = _read(("a", "command", "b")), _read(("a", "ov_judicial", "b"), ("a", "budget", "b"))

    assert (qap(one, other).shared, qap(one, other).right) == (1, 1)


def test_qap_takes_coordination_both_ways() -> None:
    assert qap(_read(("a", "cooperation", "b")), _read(("b", "command", "a"))).left == 2


def test_qap_is_undefined_with_two_actors_or_nothing_drawn() -> None:
    pair = _read(("a", "command", "b"), actors="ab")

    assert isnan(qap(pair, pair).p)
    assert isnan(qap(_read(), _read(("a", "command", "b"))).correlation)


def test_orders_by_chance_say_about_what_all_orders_say(monkeypatch: pytest.MonkeyPatch) -> None:
    one = _read(
        ("a", "command", "b"), ("b", "command", "c"), ("d", "budget", "e"), ("e", "command", "f"), actors="abcdefg"
    )
    other = _read(
        ("a", "command", "b"), ("b", "command", "c"), ("d", "budget", "a"), ("f", "command", "e"), actors="abcdefg"
    )
    exact = qap(one, other)
    monkeypatch.setattr(agreement, "EXACT", 2)

    by_chance = qap(one, other, seed=3)

    assert exact.is_exact
    assert not by_chance.is_exact
    assert by_chance.p == pytest.approx(exact.p, abs=0.03)
    assert qap(one, other, seed=3) == by_chance


def test_the_correlation_is_pearsons(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the definition, over the cells beside the diagonal."""
    one = _read(("a", "command", "b"), ("b", "command", "c"), actors="abcd")
    other = _read(("a", "command", "b"), ("c", "command", "d"), ("d", "command", "a"), actors="abcd")
    cells = list(permutations("abcd", 2))
    x = [float(c in {("a", "b"), ("b", "c")}) for c in cells]
    y = [float(c in {("a", "b"), ("c", "d"), ("d", "a")}) for c in cells]
    mx, my = sum(x) / 12, sum(y) / 12
    r = (
        sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))
        / (sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y)) ** 0.5
    )

    assert qap(one, other).correlation == pytest.approx(r)
