"""What the room said, for its files; and the facilitator's ticks: what of it may leave the room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mapping.errors import Conflict, NotFound
from mapping.export.debrief.room import ORDER, to_verify
from mapping.export.said import PARTS, Said, to_room
from mapping.export.share import stays_inside
from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Word, Workshop
from mapping.ui.markup import Html, join, tag
from mapping.ui.sheet import sheet

UNFOLDED = 8  # lines of a kind that are seen at once
KINDS = tuple(dict.fromkeys(("entry", *ORDER)))  # entry points first: what the workshop was for


def room_of(words: Iterable[Word], group: str) -> dict[str, Any]:
    """What a group said, and what the whole room did, as the group's file carries it."""
    return to_room(_said(word) for word in words if word.group in (group, None))


def ticks(t: Translate, workshop: Workshop) -> None:
    """Everything that was written, each with its tick; nothing is ticked by itself."""
    words = hub().store.words.all(workshop.id)
    inside = _inside(workshop, words)
    ticked = t.count("debrief.said.ticked", sum(word.share and word not in inside for word in words), of=len(words))
    kinds = [_kind(t, kind, [word for word in words if word.kind == kind], inside) for kind in KINDS]
    body = tag("div", *kinds, data_testid="tick-list") if words else tag("p", t("debrief.said.none"), class_="soft")
    sheet(
        join(
            tag("h2", t("debrief.said.title")), tag("p", t("debrief.said.text"), class_="soft label"),
            tag("p", ticked, class_="label", data_testid="ticked") if words else None, body,
        ),
        key="said", on=lambda act, value: turn(workshop, words, value),
    )  # fmt: skip


def tick_button(t: Translate, word: Word) -> Html:
    """One tick. Its value holds the writing, so that a text that has changed meanwhile is never ticked unread."""
    return tag(
        "button", tag("i", "✓" if word.share else "", aria_hidden="true"), t("debrief.said.leaves"), type="button",
        class_="tick on" if word.share else "tick", data_act="tick", data_value=f"{word.id} {word.rev}",
        role="checkbox", aria_checked=str(word.share).lower(), data_testid=f"tick-{word.id}",
    )  # fmt: skip


def _inside(workshop: Workshop, words: Iterable[Word]) -> frozenset[Word]:
    """Entry points about a link that no shareable file has: those stay with it, ticked or not."""
    maps = {group.number: group.map_id for group in workshop.groups}
    about = [word for word in words if word.kind == "entry" and word.about and word.group in maps]
    return frozenset(w for w in about if stays_inside(hub().store.maps.state(maps[w.group or ""]).map, w.about))


def _kind(t: Translate, kind: str, words: list[Word], inside: frozenset[Word]) -> Html | None:
    if not words:
        return None
    rows = [_row(t, word, word in inside) for word in words]
    title = t("pad.entry.title") if kind == "entry" else t(f"export.said.{kind}")
    head = tag("summary", f"{title} ({len(words)})")
    return tag("details", head, tag("ul", rows, class_="said-rows"), open=len(words) <= UNFOLDED)


def _row(t: Translate, word: Word, inside: bool) -> Html:
    about = " · ".join(x for x in (word.title, to_verify(_said(word), t)) if x)
    parts = [_part(t, name, word.parts[name]) for name in PARTS if name in word.parts]
    text = tag(
        "span", tag("span", word.text, class_="said"), tag("small", about, class_="soft") if about else None,
        tag("dl", parts) if parts else None,
    )  # fmt: skip
    who = (
        tag("span", word.group, class_="group s line", title=t("frame.group", number=word.group))
        if word.group
        else None
    )
    if inside:
        return tag("li", who, text, tag("small", t("debrief.said.inside"), class_="stays soft"), data_testid="inside")
    return tag("li", who, text, tick_button(t, word))


def _part(t: Translate, name: str, said: str) -> Html:
    return tag("div", tag("dt", t(f"pad.entry.{name}")), tag("dd", said))


def turn(workshop: Workshop, words: Iterable[Word], value: str) -> None:
    """Turn one word's tick; nothing happens where it was written meanwhile: the page shows anew what it says."""
    id, _, rev = value.partition(" ")
    word = next((word for word in words if word.id == id and str(word.rev) == rev), None)
    if word is not None:
        try:
            hub().store.words.tick(workshop.id, word.id, not word.share, rev=word.rev)
        except (Conflict, NotFound):
            return


def _said(word: Word) -> Said:
    about = word.about if word.kind == "entry" else ""  # of an answer it is the difference, which is on no map
    return Said(
        word.kind, word.group or "", word.text, word.title, word.verify, word.verifier, word.share, word.session,
        about, word.parts,
    )  # fmt: skip
