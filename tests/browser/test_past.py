"""The history of a map in real browsers: what it says, what a moment shows, and how a table goes back to one."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from playwright.sync_api import expect
from sqlalchemy import insert, update

from mapping.changes import Change, apply
from mapping.store import Store, log, tables
from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import ROOT, Screen, Table, with_store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
THEN = f"() => ({ROOT})().sectorMap.room.past.look.view?.map"


def drawn(table: Table, **options: Any) -> tuple[Screen, Screen]:
    """Two screens of a map with three actors (changes 2 to 4) and two links (5 and 6), one by each screen."""
    a, b = table.screen(), table.screen(**options)
    a.type("pn", "congreso", "conadeh")
    b.sees(3, 0)
    a.say("conadeh", "ov", "pn", "works")
    b.sees(3, 1)
    b.say("congreso", "ov", "pn")
    for screen in (a, b):
        screen.settled()
        screen.sees(3, 2)
    return a, b


def opened(screen: Screen) -> Screen:
    screen.page.evaluate("() => document.activeElement?.blur?.()")
    screen.page.evaluate(f"() => ({ROOT})().sectorMap.room.past.open()")
    expect(screen.by("past-1")).to_be_visible()
    return screen


def looks(screen: Screen, seq: int, actors: int, links: int) -> None:
    """Choose a moment and wait until it is there."""
    screen.by(f"past-{seq}").click()
    shown(screen, actors, links)


def shown(screen: Screen, actors: int, links: int) -> None:
    screen.page.wait_for_function(
        f"""([a, l]) => {{ const m = ({THEN})(); return m && Object.keys(m.actors).length === a
        && Object.keys(m.links).length === l }}""",
        arg=[actors, links],
    )


def test_says_newest_first_who_did_what_in_the_readers_language(table: Table) -> None:
    a, b = drawn(table, language="en")

    opened(a)
    opened(b)

    said, told = (screen.by("past-rows").locator(".did").all_inner_texts() for screen in (a, b))
    assert said == [
        "Pantalla 2 dibujó: Congreso Nacional supervisa a la Policía Nacional",
        "Usted dibujó: CONADEH supervisa a la Policía Nacional",
        "Usted agregó CONADEH", "Usted agregó Congreso Nacional", "Usted agregó Policía Nacional",
        "Se abrió el mapa",
    ]  # fmt: skip
    assert told[:2] == ["You drew: National Congress oversees National Police",
                        "Screen 1 drew: CONADEH oversees National Police"]  # fmt: skip
    assert re.match(r"\d\d:\d\d$", a.by("past-6").locator(".when").inner_text())


def test_shows_the_map_as_it_was_while_the_others_draw_on(table: Table) -> None:
    a, b = drawn(table)
    opened(a)

    looks(a, 4, 3, 0)
    expect(a.by("moment-was")).to_have_text(re.compile(r"^Así estaba a las \d\d:\d\d$"))
    expect(a.by("moment-holds")).to_have_text("3 actores · 0 relaciones")
    b.type("pmop")
    a.sees(4, 2)
    shown(a, 3, 0)
    expect(a.by("past-7")).to_contain_text("Pantalla 2 agregó Policía Militar")
    a.by("moment-close").click()

    expect(a.by("moment")).to_be_hidden()
    assert a.actors() == {"pn", "congreso", "conadeh", "pmop"}
    assert a.page.evaluate(f"() => Object.keys(({ROOT})().sectorMap.room.view.map.actors).length") == 4


def test_a_moment_stays_when_the_screen_is_turned_and_when_the_language_changes(table: Table) -> None:
    a, b = drawn(table)
    opened(a)
    looks(a, 5, 3, 1)

    a.page.set_viewport_size({"width": 390, "height": 844})
    expect(a.by("canvas")).to_have_class(re.compile("phone"))
    shown(a, 3, 1)
    expect(a.by("moment-holds")).to_have_text("3 actores · una relación")
    expect(a.by("past")).to_be_hidden()  # it would cover the map
    b.type("pmop")
    a.sees(4, 2)
    a.page.set_viewport_size({"width": 1440, "height": 900})
    expect(a.by("past-7")).to_contain_text("Pantalla 2 agregó Policía Militar")
    expect(a.by("past-5")).to_have_attribute("aria-current", "true")
    shown(a, 3, 1)
    looks(a, 4, 3, 0)
    expect(a.by("past")).to_be_visible()  # on a laptop it stands beside the map

    a.page.get_by_role("link", name="English").click()
    expect(a.by("moment-holds")).to_have_text("3 actors · 0 links")
    expect(a.by("past-4")).to_contain_text("You added CONADEH")
    a.by("moment-back").click()
    expect(a.by("moment-note")).to_contain_text("one more change")  # what came meanwhile is asked about, as before


def test_the_list_of_changes_stays_open_when_the_screen_is_turned_and_a_closed_one_closed(table: Table) -> None:
    a, b = drawn(table)
    opened(a)

    for screen in (a, b):
        screen.page.set_viewport_size({"width": 390, "height": 844})
        expect(screen.by("tab-map")).to_be_visible()

    expect(a.by("past-6")).to_be_visible()
    expect(a.by("moment")).to_be_hidden()
    expect(b.by("past")).to_be_hidden()


def test_lets_nothing_be_changed_while_one_looks_back(table: Table) -> None:
    a, b = drawn(table)
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.select('pn')")
    opened(a)
    looks(a, 4, 3, 0)

    for key in ("Delete", "Control+z", "l", "1"):
        a.page.keyboard.press(key)
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.acts.remove('pn')")
    assert a.page.evaluate(f"() => Boolean(({ROOT})().querySelector('.tools').inert)")
    a.page.keyboard.press("Escape")
    expect(a.by("moment")).to_be_hidden()

    assert (a.state("state.seq"), a.state("state.pending")) == (6, [])
    assert not a.page.evaluate(f"() => ({ROOT})().querySelector('.tools').inert")
    b.sees(3, 2)


def test_a_moment_turns_dark_with_the_page(table: Table) -> None:
    a, _ = drawn(table)
    opened(a)
    looks(a, 4, 3, 0)
    ground = f"() => ({ROOT})().sectorMap.room.past.look.view.container.style.background"
    light = a.page.evaluate(ground)

    a.page.emulate_media(color_scheme="dark")

    a.page.wait_for_function(f"light => ({ground})() !== light", arg=light, timeout=10_000)


def test_goes_from_moment_to_moment_by_arrow_keys(table: Table) -> None:
    a, _ = drawn(table)
    a.page.evaluate("() => document.activeElement?.blur?.()")
    a.by("people").focus()
    a.page.keyboard.press("h")
    expect(a.by("past-1")).to_be_visible()
    looks(a, 6, 3, 2)

    a.page.keyboard.press("ArrowDown")
    shown(a, 3, 1)
    a.by("moment-before").focus()
    a.page.keyboard.press("ArrowLeft")
    shown(a, 3, 0)
    a.page.keyboard.press("ArrowRight")
    shown(a, 3, 1)
    a.page.keyboard.press("Escape")
    expect(a.by("moment")).to_be_hidden()
    a.by("past-5").focus()
    a.page.keyboard.press("Escape")

    expect(a.by("past")).to_be_hidden()


def test_goes_back_for_everybody_and_is_taken_back_as_one(table: Table) -> None:
    a, b = drawn(table)
    b.by("undo").click()  # 7: the link of b goes
    b.type("pmop")  # 8
    a.sees(4, 1)
    b.settled()
    opened(a)
    looks(a, 6, 3, 2)

    a.by("moment-back").click()

    for screen in (a, b):
        screen.sees(3, 2)
        assert screen.links() == [
            ("conadeh", "ov_independent", "pn", "works"),
            ("congreso", "ov_parliament", "pn", "not_said"),
        ]
    expect(a.by("moment")).to_be_hidden()
    expect(a.by("status")).to_contain_text("El mapa volvió a como estaba a las")
    expect(b.by("activity")).to_have_text("Pantalla 1 volvió a un momento anterior del mapa.")
    expect(a.by("past-9")).to_contain_text("Usted volvió a como estaba a las")
    a.by("status-undo").click()
    for screen in (a, b):
        screen.sees(4, 1)
    expect(a.by("past-10")).to_contain_text("Usted deshizo:")
    a.by("redo").click()

    for screen in (a, b):
        screen.sees(3, 2)


def test_says_how_much_has_come_since_and_asks_once(table: Table) -> None:
    a, b = drawn(table)
    opened(a)
    looks(a, 2, 1, 0)
    b.type("pmop", "mp")
    a.sees(5, 2)

    a.by("moment-back").click()
    expect(a.by("moment-note")).to_contain_text("hubo 2 cambios más")
    a.by("moment-stay").click()
    expect(a.by("moment-back")).to_be_visible()
    assert a.state("state.seq") == 8
    a.by("moment-back").click()
    a.by("moment-sure").click()

    for screen in (a, b):
        screen.sees(1, 0)


def test_an_edit_nobody_saw_yet_is_not_overwritten_unasked(table: Table) -> None:
    a, b = drawn(table)
    opened(a)
    looks(a, 4, 3, 0)
    a.page.evaluate(
        f"""() => {{ const c = ({ROOT})().sectorMap, ask = c.ask.bind(c);
        c.ask = (m) => ask(m.type === 'back' && !m.sure ? {{...m, base: m.base - 1}} : m); }}"""
    )  # as if one change were still on its way here

    a.by("moment-back").click()

    expect(a.by("moment-note")).to_contain_text("hubo un cambio más")
    b.sees(3, 2)
    a.by("moment-sure").click()
    b.sees(3, 0)


def test_is_reached_on_a_phone(table: Table) -> None:
    drawn(table)
    c = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    c.sees(3, 2)

    c.by("past-open").tap()
    expect(c.by("past-6")).to_contain_text("Pantalla 2 dibujó:")
    c.by("past-3").tap()
    shown(c, 2, 0)
    small = [
        name
        for name in ("moment-before", "moment-after", "moment-list", "moment-back", "moment-close")
        if (box := c.by(name).bounding_box()) is None or box["height"] < 44 or box["width"] < 44
    ]
    assert small == []
    c.by("moment-list").tap()
    expect(c.by("past-3")).to_be_visible()
    c.by("past-5").tap()
    shown(c, 3, 1)
    c.by("moment-back").tap()

    c.sees(3, 1)


def lengthened(store: Store, map_id: Any, changes: int) -> None:
    """Many changes of one map, written as they would have been."""
    state, rows = store.maps.state(map_id), []
    for n in range(changes):
        body: dict[str, Any] = {"of": f"x-{n // 20}", "values": {"influence": n % 6, "note": f"visita {n}"}}
        if n % 20 == 0:
            body = {"actor": {"id": f"x-{n // 20}", "name": f"Patronato {n // 20}", "kind": "community"}}
        change = Change(f"c-long-{n}", f"p-{n % 7}", state.seq, "set" if n % 20 else "add", body)
        state = apply(state, change, state.seq + 1).state
        at = time.time() - changes + n
        rows.append({"map": map_id, "seq": state.seq, "id": change.id, "at": at, "payload": log.payload_of(change)})
    with store.database.write() as connection:
        connection.execute(insert(tables.change), rows)
        connection.execute(update(tables.map).where(tables.map.c.id == map_id).values(seq=state.seq))


def test_opens_a_history_of_two_thousand_changes_at_once(table: Table) -> None:
    with_store(table.database, lambda store: lengthened(store, table.workshop.groups[0].map_id, 2_000))
    a = table.screen()
    a.sees(100, 0)

    took = a.page.evaluate(
        f"""async () => {{ const root = ({ROOT})(), began = performance.now();
        root.sectorMap.room.past.open();
        while (root.querySelectorAll('.past-rows .item').length < 40) await new Promise(requestAnimationFrame);
        return performance.now() - began; }}"""
    )
    print(f"a history of 2,000 changes was there after {took:.0f} ms")  # 0.5 s on a quiet machine
    assert took < 6_000
    for _ in range(3):
        a.by("past-older").scroll_into_view_if_needed()
        a.page.wait_for_function(
            f"n => ({ROOT})().querySelectorAll('.past-rows .item').length > n",
            arg=a.page.locator(".past-rows .item").count(),
        )
    a.by("past-2000").click()

    shown(a, 100, 0)
