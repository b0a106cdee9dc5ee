"""How a map grew, watched in a browser: by hand, by itself, and never more than one may see."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from mapping.changes import Change
from mapping.store import MapId, Store
from tests.browser.story.room import CHROMIUM
from tests.browser.table import ROOT, Table, with_store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
PATIENCE = 40_000
KINDS = ("core_security", "justice", "oversight_state", "civil_society", "international")


def drawn(table: Table, changes: list[tuple[str, dict[str, Any]]]) -> None:
    """Put these changes on the map of the first group, as if somebody had drawn them."""
    map_id = table.workshop.groups[0].map_id

    def write(store: Store) -> None:
        for n, (op, body) in enumerate(changes):
            base = store.maps.state(MapId(map_id)).seq
            store.maps.append(map_id, Change(f"c-{n}", "p-ana", base, op, body), now=time.time() - 3600 + n)

    with_store(table.database, write)


def actor(id: str, n: int = 0) -> tuple[str, dict[str, Any]]:
    place = {"x": float(n % 12) * 150, "y": float(n // 12) * 120}
    return "add", {"actor": {"id": id, "name": f"Actor {id}", "kind": KINDS[n % len(KINDS)], **place}}


def linked(id: str, source: str, target: str, kind: str = "cooperation") -> tuple[str, dict[str, Any]]:
    return "link", {"link": {"id": id, "kind": kind, "source": source, "target": target}}


def long_day(actors: int = 120, changes: int = 1000) -> list[tuple[str, dict[str, Any]]]:
    """A map of many actors and links, drawn in so many changes; some links come and go."""
    steps = [actor(f"x-{n}", n) for n in range(actors)]
    n = 0
    while len(steps) < changes:
        steps.append(
            linked(f"l-{n}", f"x-{n % actors}", f"x-{(n * 7 + 1) % actors}", ("cooperation", "referral")[n % 2])
        )
        if n % 3 == 2:
            steps.append(("unlink", {"of": f"l-{n}"}))
        n += 1
    return steps[:changes]


def seen(page: Page) -> tuple[int, int]:
    """How many actors and links the film shows now."""
    sizes = page.evaluate(
        f"() => {{ const m = ({ROOT})().sectorMap.room.replay.view?.map; "
        "return m && [Object.keys(m.actors).length, Object.keys(m.links).length] }"
    )
    return (sizes[0], sizes[1]) if sizes else (-1, -1)


def test_a_table_watches_how_its_map_grew(table: Table) -> None:
    drawn(table, [
        actor("pn"), actor("mp", 1), linked("l-1", "mp", "pn"), ("snapshot", {"label": "Antes del café"}),
        ("unlink", {"of": "l-1"}), linked("l-2", "mp", "pn"),
    ])  # fmt: skip
    screen = table.screen()
    screen.by("past-open").click()
    screen.by("replay-open").click()
    expect(screen.by("replay-play")).to_be_visible(timeout=PATIENCE)
    expect(screen.by("replay-play")).to_have_text("Otra vez", timeout=PATIENCE)  # it plays by itself, to the end
    expect(screen.by("replay-count")).to_have_text("6 de 6")
    assert seen(screen.page) == (2, 1)

    screen.page.keyboard.press("Home")
    expect(screen.by("replay-count")).to_have_text("0 de 6")
    assert seen(screen.page) == (0, 0)
    for _ in range(3):
        screen.page.keyboard.press("ArrowRight")
    assert seen(screen.page) == (2, 1)
    expect(screen.by("replay-words")).to_contain_text("dibujó")
    screen.page.keyboard.press("PageDown")
    expect(screen.by("replay-words")).to_contain_text("Antes del café")
    screen.page.keyboard.press("ArrowRight")
    assert seen(screen.page) == (2, 0)
    screen.by("replay-marks").select_option("4")
    expect(screen.by("replay-count")).to_have_text("4 de 6")

    screen.by("replay-twice").click()
    expect(screen.by("replay-side")).to_contain_text("se dibujó 2 veces, se quitó una vez. Ahora está.")
    screen.page.keyboard.press("Escape")
    expect(screen.by("replay-side")).to_be_hidden()
    screen.page.keyboard.press("Escape")
    expect(screen.by("replay")).to_be_hidden()
    expect(screen.by("past")).to_be_visible()
    assert screen.actors() == {"pn", "mp"}  # nothing was done to the map


def test_the_facilitator_opens_it_from_the_wall_without_what_is_closed(table: Table) -> None:
    drawn(table, [actor("pn"), actor("mp", 1), linked("l-1", "mp", "pn", "collusion")])
    wall = table.facilitator()
    wall.get_by_test_id("open-1").click(timeout=PATIENCE)
    wall.get_by_test_id("replay-open").click(timeout=PATIENCE)
    expect(wall.get_by_test_id("replay-play")).to_have_text("Otra vez", timeout=PATIENCE)

    assert seen(wall) == (2, 0)  # the sensitive layer is closed
    expect(wall.get_by_test_id("replay-count")).to_have_text("2 de 2")


def test_nobody_waits_for_the_steps_in_which_nothing_was_drawn(table: Table) -> None:
    drawn(table, [("step", {"step": "question"}), ("step", {"step": "roles"}), actor("pn"), actor("mp", 1)])
    screen = table.screen()
    screen.by("past-open").click()
    screen.by("replay-open").click()

    expect(screen.by("replay-count")).to_have_text(re.compile("[12] de 2"), timeout=PATIENCE)
    assert seen(screen.page) != (0, 0)
    expect(screen.by("replay-play")).to_have_text("Otra vez", timeout=PATIENCE)
    screen.page.keyboard.press("Home")  # the empty sheet is still there for whoever wants it
    assert seen(screen.page) == (0, 0)


def test_a_thousand_changes_play_without_a_stop(table: Table) -> None:
    drawn(table, long_day())
    screen = table.screen()
    screen.by("past-open").click()
    screen.by("replay-open").click()
    expect(screen.by("replay-play")).to_have_text("Pausar", timeout=PATIENCE)
    screen.by("replay-fast").click()

    expect(screen.by("replay-play")).to_have_text("Otra vez", timeout=PATIENCE)

    expect(screen.by("replay-count")).to_have_text("1000 de 1000")
    assert seen(screen.page)[0] == 120
