"""Putting the map in order together: one change for everybody, hands' places kept, and room for who comes second."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import ROOT, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

NAMES = ("policía nacional", "policía militar", "fuerzas armadas", "ministerio público", "congreso", "conadeh", "BID")


def places(screen: Screen) -> dict[str, tuple[float, float]]:
    return {id: (row["x"], row["y"]) for id, row in screen.state("state.map.actors").items()}


def agree(first: Screen, second: Screen, actors: int) -> None:
    """Wait until two screens have stored and seen the same."""
    for screen in (first, second):
        screen.settled()
        screen.sees(actors, 0)
    second.page.wait_for_function(
        f"seq => ({ROOT})()?.sectorMap.state.seq >= seq", arg=first.state("state.seq"), timeout=15_000
    )


def move(screen: Screen, actor: str, dx: float, dy: float) -> None:
    at = screen.point(actor)["centre"]
    screen.page.mouse.move(at["x"], at["y"])
    screen.page.mouse.down()
    screen.page.mouse.move(at["x"] + dx, at["y"] + dy, steps=5)
    screen.page.mouse.up()


def test_an_order_is_one_change_for_everybody_and_one_undo_takes_it_back(table: Table) -> None:
    a, b = table.screen(), table.screen(language="en")
    a.type(*NAMES)
    agree(a, b, len(NAMES))
    b.page.wait_for_function(f"() => !({ROOT})().sectorMap.room.announcer.timer")  # the next word is of the order alone
    before, seq = places(a), a.state("state.seq")

    a.by("arrange-open").focus()
    a.page.keyboard.press("Enter")
    expect(a.by("arrange-tidy")).to_be_focused()
    for key in ("ArrowUp", "ArrowUp", "ArrowDown"):  # round to the last, and back to it
        a.page.keyboard.press(key)
    expect(a.by("arrange-state")).to_be_focused()
    a.page.keyboard.press("Enter")
    expect(a.by("arrange")).to_be_hidden()
    agree(a, b, len(NAMES))

    assert a.state("state.seq") == seq + 1
    assert places(a) == places(b) != before
    state, partner = places(b)["congreso"], places(b)["bid"]
    assert partner[1] < state[1]  # partners above
    expect(b.by("announcer")).to_have_text("Screen 1 put the map in order.")

    a.page.keyboard.press("Control+z")
    agree(a, b, len(NAMES))
    assert places(a) == places(b) == before


def headings(screen: Any, n: int) -> list[str]:
    """The headings on a screen, once there are so many."""
    page = getattr(screen, "page", screen)
    heads = f"({ROOT})()?.sectorMap.room.view.drawing.headings"
    page.wait_for_function(f"n => {heads}?.length === n", arg=n, timeout=40_000)
    texts: list[str] = page.evaluate(f"() => {heads}.map((h) => `${{h.text}} ${{h.x}} ${{h.y}}`)")
    return texts


def test_everybody_sees_the_headings_in_their_own_words_until_anybody_is_moved(table: Table) -> None:
    a, b = table.screen(), table.screen(language="en", size=(1024, 700))
    a.type(*NAMES)
    agree(a, b, len(NAMES))
    leads = table.facilitator("wall", language="es")
    leads.goto(f"{leads.url}&group=1")
    headings(leads, 0)

    a.page.evaluate(f"() => ({ROOT})().querySelector('[data-testid=arrange-state]').click()")

    own = headings(a, 2)
    assert headings(leads, 2) == own
    assert {text.split()[0] for text in own} == {"Cooperación", "Estado"}
    theirs = headings(b, 2)
    assert [text.split()[-2:] for text in theirs] == [text.split()[-2:] for text in own]
    assert any(text.startswith("International") for text in theirs)

    b.type("Mesa de mujeres de Tela")
    agree(b, a, len(NAMES) + 1)
    headings(a, 2)  # somebody new moves nobody
    b.page.evaluate(f"() => ({ROOT})().sectorMap.room.toMap()")
    b.page.keyboard.press("Home")
    b.page.keyboard.press("Shift+ArrowRight")
    for screen in (a, b, leads):
        headings(screen, 0)

    a.page.evaluate(f"() => ({ROOT})().querySelector('[data-testid=arrange-kind]').click()")
    loose = [row for row in a.state("state.map.actors").values() if not row.get("pinned")]
    for screen in (a, b, leads):
        headings(screen, len({row["kind"] for row in loose}))
    move(a, "congreso", 40, 30)
    for screen in (a, b, leads):
        headings(screen, 0)


def test_who_was_moved_by_hand_stays_until_somebody_lets_go(table: Table) -> None:
    a = table.screen()
    a.type(*NAMES)
    a.settled()
    a.by("arrange-open").click()
    expect(a.by("arrange-release")).to_be_hidden()
    a.by("arrange-kind").click()
    a.settled()

    move(a, "pn", 60, 40)
    a.settled()
    held = places(a)["pn"]
    a.by("tidy").click()
    a.settled()
    assert places(a)["pn"] == held
    expect(a.by("status")).to_contain_text("Un actor movido a mano se quedó donde está.")

    a.page.evaluate(f"({ROOT})().sectorMap.room.select('pn')")
    expect(a.by("pinned")).to_contain_text("Movido a mano")
    a.by("unpin").click()
    expect(a.by("pinned")).to_be_hidden()
    a.by("arrange-open").click()
    a.by("arrange-level").click()
    a.settled()
    assert places(a)["pn"] != held


def test_two_who_add_at_one_place_at_once_are_drawn_apart(table: Table) -> None:
    a, b = table.screen(), table.screen()
    add: Any = f"""([id, name]) => ({ROOT})().sectorMap.change('add',
        {{ actor: {{ id, name, kind: 'civil_society', x: 40, y: 40 }} }})"""

    a.page.evaluate(add, ["x-uno", "Mesa uno"])
    b.page.evaluate(add, ["x-dos", "Mesa dos"])
    a.sees(2, 0)
    apart = f"""() => {{ const actors = ({ROOT})()?.sectorMap.state.confirmed.actors;
        const p = actors.get('x-uno'), q = actors.get('x-dos');
        return p && q && (Math.abs(p.x - q.x) >= 60 || Math.abs(p.y - q.y) >= 40) }}"""
    for screen in (a, b):
        screen.page.wait_for_function(apart, timeout=15_000)
        screen.settled()

    assert places(a) == places(b)
    assert (40, 40) in places(a).values()  # the first one stayed


def test_a_phone_arranges_from_its_map(table: Table) -> None:
    a = table.screen(size=PHONE, language="es", has_touch=True, is_mobile=True)
    a.type(*NAMES[:4])
    a.settled()
    before = places(a)
    a.by("tab-map").click()

    a.by("arrange-open").click()
    box = a.by("arrange-level").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    a.by("arrange-level").click()
    a.settled()

    assert places(a) != before
