"""What stands beside or over the map fits where it stands: nothing off the screen, nothing under something else."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests import golden
from tests.browser.story.room import CHROMIUM, LAPTOP, PHONE
from tests.browser.table import ROOT, Screen, Table
from tests.browser.test_projector import _draw

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
SMALL_LAPTOP = (1024, 768)


def drawn(table: Table, size: tuple[int, int], language: str = "es") -> Screen:
    """A screen of group 1's map: 12 actors, 15 links."""
    _draw(table, "1", golden.group1())
    options: dict[str, Any] = {"has_touch": True, "is_mobile": True} if size == PHONE else {}
    screen = table.screen(language=language, size=size, **options)
    screen.sees(12, 15)
    return screen


def run(screen: Screen, act: str) -> None:
    screen.page.evaluate(f"() => {{ ({ROOT})().sectorMap.room.{act} }}")


def box(screen: Screen, test_id: str) -> dict[str, float]:
    found: dict[str, float] = screen.by(test_id).bounding_box()
    return found


def meet(a: dict[str, float], b: dict[str, float]) -> bool:
    return (
        a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"]
    )  # fmt: skip


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_a_phone_shows_of_a_part_of_the_map_stays_on_the_screen(table: Table, language: str) -> None:
    a = drawn(table, PHONE, language)
    a.by("tab-map").click()

    run(a, "acts.near('conadeh', 1)")

    expect(a.by("outside")).not_to_be_empty()
    whole = box(a, "lens-all")
    assert whole["x"] >= 0
    assert whole["x"] + whole["width"] <= PHONE[0]
    assert not meet(box(a, "fit"), box(a, "arrange-open"))
    expect(a.by("zoom-in")).to_be_hidden()  # its room is taken by how many are out of sight


def test_the_badges_of_the_table_of_links_are_whole(table: Table) -> None:
    a = drawn(table, PHONE)
    a.by("tab-table").click()
    a.by("table-links").click()

    cut = a.page.evaluate(
        f"""() => [...({ROOT})().querySelectorAll('.table-frame td > .L')].filter((badge) => {{
        const b = badge.getBoundingClientRect(), cell = badge.parentElement.getBoundingClientRect();
        return b.left < cell.left || b.right > cell.right || badge.scrollWidth > badge.clientWidth }}).length"""
    )
    assert a.page.locator(".table-frame td > .L").count() == 15
    assert cut == 0


@pytest.mark.parametrize("size", [LAPTOP, SMALL_LAPTOP])
@pytest.mark.parametrize("language", ["es", "en"])
def test_what_a_hard_link_asks_stays_in_its_panel(table: Table, language: str, size: tuple[int, int]) -> None:
    a = drawn(table, size, language)

    run(a, "acts.linkWithGrounds({source: 'pn', target: 'congreso', kind: 'conflict'})")

    panel = box(a, "draft")
    for part in ("draft-evidence-B", "draft-confidence-3", "draft-keep"):
        inner = box(a, part)
        assert inner["x"] + inner["width"] <= panel["x"] + panel["width"], part


def test_a_draft_that_waits_stands_below_the_line_of_what_is_shown(table: Table) -> None:
    a = drawn(table, SMALL_LAPTOP)
    run(a, "acts.linkWithGrounds({source: 'pn', target: 'congreso', kind: 'conflict'})")
    run(a, "select(null)")
    run(a, "acts.near('conadeh', 1)")

    expect(a.by("drafts")).to_be_visible()
    assert not meet(box(a, "drafts"), box(a, "lens-bar"))


def test_without_a_network_a_phone_says_so_in_full(table: Table) -> None:
    a = drawn(table, PHONE)
    a.by("tab-map").click()

    a.page.context.set_offline(True)
    run(a, "editor.set('pn', { influence: 4 })")
    run(a, "draw()")

    expect(a.by("status")).to_contain_text("un cambio se enviará al volver", timeout=15_000)
    words = a.by("status").locator("span").evaluate("e => [e.scrollHeight, e.clientHeight]")
    assert words[0] <= words[1] + 1


def test_what_is_said_at_the_foot_of_a_small_map_stands_beside_how_many_are_out_of_sight(table: Table) -> None:
    a = drawn(table, SMALL_LAPTOP)
    for _ in range(4):
        a.by("zoom-in").click()
    expect(a.by("outside")).not_to_be_empty()
    a.by("typebox").press("Escape")  # onto the map, and it says what the arrow keys do

    expect(a.by("status")).to_contain_text("flechas")

    assert not meet(box(a, "status"), box(a, "zoom-in"))
