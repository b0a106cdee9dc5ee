"""What the room said, on the page where the facilitator ticks what of it may leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mapping.changes import Change
from mapping.export import shareable
from mapping.export.said import from_room
from mapping.live import Hub
from mapping.store import Seat, Word, Workshop
from mapping.ui import taking
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
ENTRY = Word(
    "e-1", "1", "4", "entry", 0, "fusina", "", "FUSINA", False, False, "", 0, "p-table", 0.0,
    {"partner": "CONADEH", "first_step": "Una reunión"},
)  # fmt: skip


def test_an_entry_point_is_read_whole_before_it_is_ticked(
    visit: Visit, seat: Callable[..., Seat], room: Hub, workshop: Workshop, language: str, t: Any
) -> None:
    room.store.words.write(workshop.id, ENTRY, now=room.clock())

    page = visit("facilitator/debrief.py", language, seat("facilitator"))

    assert 'data-testid="tick-e-1"' in page.sheets
    for text in (t("pad.entry.title"), t("pad.entry.partner"), "CONADEH", t("pad.entry.first_step"), "Una reunión"):
        assert text in page.says
    assert t("pad.entry.risk") not in page.says  # nobody has said anything of it


def test_what_is_about_a_sensitive_link_has_no_tick_and_says_why(
    visit: Visit, seat: Callable[..., Seat], room: Hub, workshop: Workshop, language: str, t: Any
) -> None:
    link = {"id": "s-1", "kind": "threat", "source": "fusina", "target": "conadeh"}
    made = Change("c-s", "p-server", 99, "link", {"link": link})
    assert room.store.maps.append(workshop.groups[0].map_id, made, now=room.clock()).seq
    word = room.store.words.write(workshop.id, replace(ENTRY, about="s-1"), now=room.clock())
    room.store.words.tick(workshop.id, word.id, True)  # before the link was

    page = visit("facilitator/debrief.py", language, seat("facilitator"))

    assert t("debrief.said.inside") in page.says
    assert 'data-testid="tick-e-1"' not in page.sheets
    assert t.count("debrief.said.ticked", 0, of=1) in page.says
    file, _ = shareable(taking.files(workshop)["1"])
    assert from_room(file.room) == ()
