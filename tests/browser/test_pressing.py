"""A press takes effect whatever happens to the page in the same moment, on a server that is slow to begin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.story.room import CHROMIUM
from tests.browser.story.server import Server
from tests.browser.table import Table, with_store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

# A person presses the button 30 ms before the page asks for a run of its own.
PRESS_THEN = """key => {
  const later = window.setTimeout;
  window.setTimeout = (does, ms, ...more) => later(ms === 800 ? () => {
    window.setTimeout = later;
    document.querySelector(`.st-key-${key} button`).click();
    later(does, 30);
  } : does, ms, ...more);
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    served = Server(tmp_path_factory.mktemp("slow"), starts=("-m", "tests.browser.slow_to_begin"))
    served.start()
    yield served
    served.kill()


def test_a_press_is_kept_though_the_map_changes_the_page_right_after_it(table: Table) -> None:
    laptop, wall = table.screen(), table.facilitator()
    wall.get_by_role("button", name="Pausa").wait_for(timeout=40_000)
    wall.evaluate(PRESS_THEN, "pause")

    laptop.type("conadeh", "pn")

    wall.get_by_role("button", name="Reanudar").wait_for()
    assert with_store(table.database, lambda store: store.workshops.read(table.workshop.id).day.frozen)
    wall.get_by_test_id("table-1").get_by_text("2 actores").wait_for()  # and what changed is seen all the same


def test_two_presses_in_a_row_both_take_effect(table: Table) -> None:
    wall = table.facilitator()
    wall.get_by_role("button", name="Pausa").wait_for(timeout=40_000)
    before = with_store(table.database, lambda store: store.workshops.read(table.workshop.id).day.ends)

    wall.get_by_role("button", name="+ 5 min", exact=True).click()
    wall.wait_for_timeout(60)  # as a quick hand: in one moment the browser would send both as one message
    wall.get_by_role("button", name="Pausa").click()

    wall.get_by_role("button", name="Reanudar").wait_for()
    wall.get_by_role("button", name="Reanudar").click()
    wall.get_by_role("button", name="Pausa").wait_for()
    after = with_store(table.database, lambda store: store.workshops.read(table.workshop.id).day.ends)
    assert after >= before + 5 * 60
