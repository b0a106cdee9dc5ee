"""What is on public record beside what the groups drew: shown when the facilitator asks for it, not before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapping.compare import wording
from mapping.compare.board import Board
from mapping.compare.reading import LinkKey
from mapping.compare.reference import Record, Seen
from mapping.i18n import Translate
from mapping.scenario.records import Source
from mapping.ui.markup import Html, join, tag
from mapping.ui.signs import groups_badge, letter


def reveal(found: Board, t: Translate, sources: Mapping[str, Source]) -> Html:
    """The record, as it stands on the maps' date, with who published it; that something is not on it proves nothing."""
    shown = found.reveal
    if shown is None:
        return Html("")

    def part(title: str, seen: Sequence[Seen], *, gap: bool = False) -> Html | None:
        lines = [
            _line(found, t, one.key, wording.seen(found, one, t, gap=gap), _published(one.records, sources), one.groups)
            for one in seen
        ]
        return join(tag("h3", title), tag("ul", lines)) if lines else None

    undrawn = [
        _line(found, t, one.key, wording.seen(found, Seen(one.key, (), "recorded", (one,)), t),
              _published((one,), sources))
        for one in shown.by_nobody
    ]  # fmt: skip
    nobody = t.count("board.by_nobody", len(undrawn))
    return tag(
        "div",
        tag("h2", t("board.record_on", date=shown.date.isoformat())),
        part(t("board.by_all", n=len(shown.by_all)), shown.by_all),
        part(t("board.by_some", n=len(shown.by_some)), shown.by_some),
        part(t("board.not_recorded", n=len(shown.not_recorded)), shown.not_recorded),
        part(t("compare.section.gaps"), shown.gaps, gap=True),
        tag("details", tag("summary", nobody), tag("ul", undrawn), data_testid="by-nobody") if undrawn else None,
        tag("p", t.count("board.elsewhere", shown.elsewhere), class_="soft label") if shown.elsewhere else None,
        data_testid="reveal",
    )


def _line(
    found: Board, t: Translate, key: LinkKey, said: str, published: str, groups: Sequence[str] = ()
) -> Html:  # fmt: skip
    link = wording.says(found, key, t)
    stop = " " if link.endswith(".") else ". "
    behind = tag("span", " ", published, class_="soft small") if published else None
    words = tag("span", link, stop, tag("i", said), behind, class_="grow")
    return tag("li", letter(key.kind), words, [groups_badge(g) for g in groups])


def _published(records: Sequence[Record], sources: Mapping[str, Source]) -> str:
    """Who published what the records rest on, and when: "El Heraldo 2013; Human Rights Watch 2014"."""
    known = [sources[id] for record in records for id in record.sources if id in sources]
    return "; ".join(dict.fromkeys(f"{one.publisher} {one.year}".strip() for one in known))
