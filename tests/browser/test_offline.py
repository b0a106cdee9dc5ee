"""Without a network: said at once, drawn on, and put together again when it returns, with nothing lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browser.network import Cable, cable
from tests.browser.story.room import CHROMIUM
from tests.browser.story.server import Server
from tests.browser.table import Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

AWAY_SECONDS = int(os.environ.get("MAPPING_AWAY_SECONDS", "6"))  # 300 is the long run: five minutes, as in a room
AWAY = "El mapa está a salvo. Reconectando…"


@pytest.fixture
def wire(server: Server) -> Iterator[Cable]:
    with cable(server.port) as made:
        yield made


def behind(wire: Cable, table: Table) -> Screen:
    """A screen that reaches the server over this cable only."""
    base, table.browsers.base = table.browsers.base, f"http://workshop.test:{wire.port}"
    try:
        far = replace(table, browsers=replace(table.browsers))  # keeps the address when the other goes back
        return far.screen()
    finally:
        table.browsers.base = base


def told(screen: Screen) -> str:
    return str(screen.by("tray").inner_text())


def test_a_pulled_cable_is_said_although_no_connection_was_closed(table: Table, wire: Cable) -> None:
    a = behind(wire, table)
    a.type("pn")
    a.settled()

    wire.cut()
    expect(a.by("status")).to_have_text(AWAY)
    assert a.page.evaluate("navigator.onLine")  # the browser itself knows of nothing
    a.type("conadeh")
    expect(a.by("status")).to_contain_text("Un cambio se enviará al volver.")
    wire.mend()

    a.settled()
    expect(a.by("status")).to_have_attribute("data-state", "saved")
    assert table.screen().actors() == {"pn", "conadeh"}


def test_both_sides_edit_while_one_is_away_and_the_tab_was_closed_in_between(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "pmop", "conadeh", "congreso")
    b.sees(4, 0)
    a.say("conadeh", "ov", "pn", "works")
    b.sees(4, 1)
    link = next(iter(b.state("state.map.links")))
    a.settled()

    context = a.page.context
    context.set_offline(True)
    expect(a.by("status")).to_contain_text("Sin conexión")
    for values in ({"name": "Policía del barrio"}, {"influence": 4}):
        a.page.evaluate(EDIT, ["pn", values])
    a.page.evaluate(EDIT, [link, {"practice": "weak"}])
    a.type("fusina")
    a.by("inspector-close").click()
    a.say("congreso", "ov", "pmop")
    b.page.evaluate(MOVE, {"pn": [400, -300]})  # the same actor: moved here, renamed there
    b.page.evaluate(EDIT, [link, {"practice": "paper"}])  # the same answer: only one can stand
    b.page.evaluate(REMOVE, "congreso")
    b.settled()
    a.page.close()
    context.set_offline(False)
    a.page = context.new_page()
    a.open()
    a.settled()

    for screen in (a, b):
        screen.sees(4, 1)
        assert screen.actors() == {"pn", "pmop", "conadeh", "fusina"}
        pn = screen.state("state.map.actors")["pn"]
        assert (pn["name"], pn["influence"], pn["x"], pn["y"]) == ("Policía del barrio", 4, 400, -300)
        assert screen.links() == [("conadeh", "ov_independent", "pn", "paper")]
    assert a.state("state.map") == b.state("state.map")
    expect(a.by("tray")).to_contain_text("Alguien lo cambió antes")
    for words in ("a medias", "sólo en el papel", "Alguien lo quitó antes", "Congreso"):
        assert words in told(a)
    assert b.state("state.tray") == []
    a.by("tray-yours").first.click()
    b.page.wait_for_function(f"id => {FOUND}.state.map.links.get(id).practice === 'weak'", arg=link)


def test_a_long_time_apart_ends_with_one_map(table: Table, wire: Cable) -> None:
    a, b = behind(wire, table), table.screen()
    a.type("pn", "pmop")
    b.sees(2, 0)
    a.settled()

    wire.cut()
    expect(a.by("status")).to_have_text(AWAY)
    for second in range(AWAY_SECONDS):
        for screen, name in ((a, "Comité"), (b, "Mesa")):
            screen.page.evaluate(ADD, f"{name} {second}")
        a.page.evaluate(MOVE, {"pn": [second, 100]})
        b.page.evaluate(EDIT, ["pn", {"influence": second % 6}])
        a.page.wait_for_timeout(1000)  # a second of the room's time
    assert len(b.actors()) == 2 + AWAY_SECONDS
    wire.mend()

    a.page.wait_for_function(f"() => {FOUND}.line.state === 'live'", timeout=30_000)
    a.settled()
    for screen in (a, b):
        screen.sees(2 + 2 * AWAY_SECONDS, 0)
    assert a.state("state.map") == b.state("state.map")
    pn = a.state("state.map.actors")["pn"]
    assert (pn["x"], pn["influence"]) == (AWAY_SECONDS - 1, (AWAY_SECONDS - 1) % 6)
    assert a.state("state.tray") == b.state("state.tray") == []


FOUND = """[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)
  .map(r => r.querySelector('.sector-map')).find(e => e?.sectorMap).sectorMap"""
EDIT = f"([id, values]) => {FOUND}.room.editor.set(id, values)"
MOVE = f"places => {FOUND}.room.editor.move(places)"
ADD = f"name => {FOUND}.room.editor.own(name)"
REMOVE = f"id => {FOUND}.room.acts.remove(id)"
