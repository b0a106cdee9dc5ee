"""What a group's card says to whoever leads: it calls, it has read its map aloud, nothing has moved there for long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mapping.i18n import Translate
from mapping.live import hub
from mapping.ui.identity import Here
from mapping.ui.markup import Html, tag

if TYPE_CHECKING:
    from mapping.ui.wall_cards import Table

_HAND = Html(
    '<svg viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" '
    'aria-hidden="true"><path d="M5.5 10V5a1.2 1.2 0 0 1 2.4 0M7.9 8.5V3.3a1.2 1.2 0 0 1 2.4 0V8.5M10.3 4.5'
    "a1.2 1.2 0 0 1 2.4 0V9M12.7 6.5a1.2 1.2 0 0 1 2.3 0V11c0 3-2 5-4.7 5-2.3 0-3.7-1-4.7-3L3.5 9.7c-.6"
    '-1.2.9-2.1 1.7-1.1"/>'
    "</svg>"
)  # the same as on the tables' own screens


def calls(t: Translate, table: Table) -> Html | None:
    """A raised hand with how long it is up; pressed, it is taken down. None while nobody calls."""
    if table.hand is None:
        return None
    since = tag("span", data_age=round(table.hand), data_words=t.words["wall.calls.since"])
    down = tag("span", t("wall.calls.down"), class_="under")
    return tag(
        "button", _HAND, since, down, class_="calls", data_act="lower", data_value=table.group.number,
        data_testid=f"calls-{table.group.number}",
        aria_label=f"{t('wall.calls.down')}, {t('frame.group', number=table.group.number)}",
    )  # fmt: skip


def read(t: Translate, table: Table) -> Html | None:
    """Whether the group has read its map aloud; None while nobody is to."""
    if table.read is None:
        return None
    words = t(f"wall.read.{'done' if table.read else 'not_yet'}")
    mark = "label ink has-read" if table.read else "label soft"
    return tag("p", "✓ " if table.read else "", words, class_=mark, data_testid=f"read-{table.group.number}")


def reading_line(t: Translate, tables: Sequence[Table]) -> Html | None:
    """Under the step: how many groups have read their map aloud; None while nobody is to."""
    read = [table.read for table in tables if table.read is not None]
    if not read:
        return None
    said = t("wall.read.count", n=sum(read), count=len(read))
    return tag("p", tag("span", said, class_="mark"), role="status", data_testid="have-read")


def others(t: Translate, here: Here) -> Html | None:
    """How many other facilitators follow, and observers; None where this screen is the only one."""
    count = hub().leading(here.workshop, but=here.seat.id)
    said = [t.count(f"wall.others.{role}", n) for role, n in count.items() if n]
    return tag("span", ", ".join(said), class_="soft", data_testid="others") if said else None
