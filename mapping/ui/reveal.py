"""What is on public record beside what the groups drew: shown when the facilitator asks for it, not before."""

from __future__ import annotations

from collections.abc import Sequence

from mapping.compare import wording
from mapping.compare.board import Board
from mapping.compare.reference import Seen
from mapping.i18n import Translate
from mapping.ui.markup import Html, join, tag
from mapping.ui.signs import groups_badge, letter


def reveal(found: Board, t: Translate) -> Html:
    """The record, as it stands on the maps' date; that something is not on it proves nothing."""
    shown = found.reveal
    if shown is None:
        return Html("")
    return tag(
        "div",
        tag("h2", t("board.record_on", date=shown.date.isoformat())),
        _part(found, t, t("board.by_all", n=len(shown.by_all)), shown.by_all),
        _part(found, t, t("board.by_some", n=len(shown.by_some)), shown.by_some),
        _part(found, t, t("board.not_recorded", n=len(shown.not_recorded)), shown.not_recorded),
        _part(found, t, t("compare.section.gaps"), shown.gaps, gap=True),
        tag("p", t("board.by_nobody", n=len(shown.by_nobody), more=shown.elsewhere), class_="soft label"),
        data_testid="reveal",
    )  # fmt: skip


def _part(found: Board, t: Translate, title: str, seen: Sequence[Seen], *, gap: bool = False) -> Html:
    if not seen:
        return Html("")
    lines = [
        tag(
            "li",
            letter(one.key.kind),
            tag(
                "span",
                wording.says(found, one.key, t),
                ". ",
                tag("i", wording.seen(found, one, t, gap=gap)),
                class_="grow",
            ),
            [groups_badge(g) for g in one.groups],
        )
        for one in seen
    ]
    return join(tag("h3", title), tag("ul", lines))
