"""The folded panel for whoever analyses: counts, Jaccard, QAP and alpha, never on the board itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import isnan

from mapping.compare.agreement import Qap, qap, ratings_agree
from mapping.compare.board import Board
from mapping.compare.overlap import Overlap
from mapping.compare.reading import Reading
from mapping.i18n import Translate
from mapping.ui.markup import Html, join, tag
from mapping.ui.signs import groups_badge

DASH = "–"
COLUMNS = ("pair", "actors", "links", "same", "pairs", "r", "p")


def fold(t: Translate, numbers: Html | None) -> Html:
    """The folded panel; what is in it is only counted once it is unfolded."""
    title = t("board.statistics.title")
    opened = numbers is not None
    head = tag("button", "▼ " if opened else "▶ ", title, class_="btn quiet", data_act="numbers", data_value="",
               aria_expanded=str(opened).lower())  # fmt: skip
    return tag("div", head, numbers, class_="fold", data_testid="statistics")


def statistics(found: Board, read: Sequence[Reading], t: Translate) -> Html:
    """A row for each pair of groups, and how far the ratings agree."""
    head = tag("tr", [tag("th", t(f"board.statistics.{name}"), scope="col") for name in COLUMNS])
    rows = [_row(found.pairs[(a.group, b.group)], qap(a, b), t) for a, b in combinations(read, 2)]
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="cover-table numbers")
    return join(
        tag("p", t("board.statistics.lead"), class_="soft label"),
        tag("div", table, class_="scroll", tabindex="0", data_testid="table-statistics"),
        tag("p", _alpha(found, t), class_="label"), tag("p", t("board.statistics.source"), class_="soft label"),
    )  # fmt: skip


def _row(over: Overlap, drawn: Qap, t: Translate) -> Html:
    cells = (
        _of(len(over.actors_shared), len(over.actors_union)),
        _of(len(over.shared), len(over.union)),
        f"{over.same_practice} / {len(over.shared)}" if over.shared else DASH,
        f"{drawn.shared} / {drawn.left} · {drawn.right}",
        _number(drawn.correlation),
        _number(drawn.p, 3),
    )
    by_chance = t("board.statistics.by_chance")
    tail = tag("td", cells[-1], class_="num", title=None if drawn.is_exact else by_chance)
    return tag(
        "tr", tag("th", [groups_badge(g) for g in over.groups], scope="row"),
        [tag("td", text, class_="num") for text in cells[:-1]], tail,
    )  # fmt: skip


def _of(shared: int, union: int) -> str:
    """ "9 / 20 = 0.45"."""
    return f"{shared} / {union} = {shared / union:.2f}" if union else DASH


def _number(value: float, digits: int = 2) -> str:
    return DASH if isnan(value) else f"{value:.{digits}f}"


def _alpha(found: Board, t: Translate) -> str:
    rated = [s for s in found.spreads if sum(v is not None for v in s.values.values()) > 1]
    value = ratings_agree(rated, found.groups)
    if isnan(value):
        return t("board.statistics.alpha_none")
    return t("board.statistics.alpha", value=f"{value:.2f}", n=len(rated))
