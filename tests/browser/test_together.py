"""Several screens at one table: what one takes back, what one has in hand, and what the others see of it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import ROOT, TOWERS, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


def chooses(screen: Screen, id: str) -> None:
    screen.page.evaluate(f"id => ({ROOT})().sectorMap.room.select(id)", id)
    expect(screen.by("inspector")).to_be_visible()


def value(screen: Screen, id: str, name: str) -> Any:
    return screen.page.evaluate(
        f"([id, name]) => ({ROOT})().sectorMap.state.confirmed.actors.get(id)?.[name] ?? null", [id, name]
    )


def has(screen: Screen, id: str, name: str, wanted: Any) -> None:
    screen.page.wait_for_function(
        f"([id, n, v]) => (({ROOT})().sectorMap.state.confirmed.actors.get(id)?.[n] ?? null) === v",
        arg=[id, name, wanted],
    )


def sets(screen: Screen, id: str, **values: Any) -> None:
    screen.page.evaluate(f"([id, v]) => ({ROOT})().sectorMap.room.editor.set(id, v)", [id, values])
    screen.settled()


# taking back


def test_brings_back_after_others_have_gone_on(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh")
    b.sees(2, 0)
    sets(a, "pn", level="national")
    a.by("undo").click()
    has(b, "pn", "level", None)
    sets(b, "pn", note="visita")
    sets(b, "conadeh", level="national")
    has(a, "conadeh", "level", "national")

    a.by("redo").click()

    for screen in (a, b):
        has(screen, "pn", "level", "national")
        has(screen, "pn", "note", "visita")
        has(screen, "conadeh", "level", "national")
    expect(a.by("redo")).to_be_disabled()
    assert a.state("state.tray") == b.state("state.tray") == []


def test_an_undo_that_came_too_late_says_so_and_leaves_the_others_value(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn")
    b.sees(1, 0)
    sets(a, "pn", level="national")
    has(b, "pn", "level", "national")
    sets(b, "pn", level="regional")
    has(a, "pn", "level", "regional")

    a.by("undo").click()

    expect(a.by("tray-item")).to_contain_text("No se puede deshacer porque alguien lo cambió después.")
    for screen in (a, b):
        assert value(screen, "pn", "level") == "regional"
    expect(b.by("tray")).to_be_hidden()
    a.by("tray-drop").click()
    a.by("undo").click()  # the next of one's own: the actor, on which somebody has built
    expect(a.by("tray-item")).to_contain_text("No se puede deshacer porque otras personas ya trabajaron sobre él.")
    assert b.actors() == {"pn"}


def test_what_came_in_at_once_is_taken_back_at_once(table: Table) -> None:
    a, b = table.screen(), table.screen()
    b.type("pn")
    a.sees(1, 0)
    parts = [
        {"op": "add", "actor": {"id": "x-1", "name": "Patronato de Tela", "kind": "community"}},
        {"op": "add", "actor": {"id": "x-2", "name": "Patronato de Yoro", "kind": "community"}},
        {"op": "link", "link": {"id": "k-1", "kind": "cooperation", "source": "x-1", "target": "x-2"}},
    ]
    a.page.evaluate(f"changes => ({ROOT})().sectorMap.change('batch', {{label: 'paste', changes}})", parts)
    b.sees(3, 1)

    a.by("undo").click()
    for screen in (a, b):
        screen.sees(1, 0)
    a.by("redo").click()

    for screen in (a, b):
        screen.sees(3, 1)


def test_what_can_be_taken_back_survives_a_reload(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh")
    a.say("conadeh", "ov", "pn", "works")
    b.sees(2, 1)
    a.settled()
    a.by("undo").click()
    b.sees(2, 0)
    a.settled()
    a.page.reload()
    expect(a.by("typebox")).to_be_enabled(timeout=40_000)

    expect(a.by("redo")).to_be_enabled()
    a.by("redo").click()
    b.sees(2, 1)
    a.settled()
    a.by("undo").click()
    b.sees(2, 0)
    a.settled()
    a.by("undo").click()

    b.sees(1, 0)
    assert b.actors() == {"pn"}


# who is here


def test_the_numbers_say_who_is_here_and_what_they_have_in_hand(table: Table) -> None:
    a, b = table.screen(), table.screen(language="en")
    a.type("pn", "conadeh")
    b.sees(2, 0)
    a.say("conadeh", "ov", "pn", "works")
    b.sees(2, 1)
    chooses(b, "pn")

    a.by("people").click()

    expect(a.by("person-1")).to_contain_text("Pantalla 1 (usted)")
    expect(a.by("person-2")).to_contain_text("Policía Nacional")
    b.by("actor-note").focus()
    expect(a.by("person-2")).to_contain_text("Policía Nacional · en el campo Nota")
    b.page.evaluate(f"() => ({ROOT})().sectorMap.room.select(null)")
    expect(a.by("person-2")).to_contain_text("no tiene nada seleccionado")
    b.page.evaluate(f"() => ({ROOT})().sectorMap.room.select([...({ROOT})().sectorMap.state.map.links.keys()][0])")
    a.by("person-2").get_by_role("button").click()

    expect(a.by("people-list")).to_be_hidden()
    expect(a.by("inspector")).to_contain_text("CONADEH supervisa a la Policía Nacional")
    b.page.close()
    a.by("people").click()
    expect(a.by("person-2")).to_have_count(0)


def test_a_field_that_another_has_in_hand_says_so_and_moves_nothing(table: Table) -> None:
    table.day(index=TOWERS)
    a, b = table.screen(), table.screen()
    a.type("pn")
    b.sees(1, 0)
    chooses(a, "pn")
    chooses(b, "pn")
    before = a.by("actor-note").bounding_box()

    b.by("actor-note").focus()

    expect(a.by("in-hand")).to_have_text("La pantalla 2 está en este campo")
    expect(a.page.locator("[data-property=note] > .in-hand")).to_be_visible()
    assert a.by("actor-note").bounding_box() == before
    expect(b.by("in-hand")).to_have_count(0)
    a.by("actor-note").focus()
    expect(b.by("in-hand")).to_have_text("La pantalla 1 está en este campo")
    b.by("actor-name").focus()
    expect(a.page.locator("[data-property=name] > .in-hand")).to_be_visible()
    expect(a.by("in-hand")).to_have_count(1)
    b.by("typebox").focus()

    expect(a.by("in-hand")).to_have_count(0)


def test_the_last_thing_another_did_is_one_line_that_leads_to_it(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh")
    b.sees(2, 0)
    boxes = (
        f"() => [...({ROOT})().querySelectorAll('.tools, .map, .status, .insp')]"
        ".map(e => JSON.stringify(e.getBoundingClientRect()))"
    )
    expect(a.by("activity")).to_be_hidden()
    b.settled()
    before = a.page.evaluate(boxes)

    b.say("conadeh", "ov", "pn")

    expect(a.by("activity")).to_have_text("Pantalla 2 dibujó: CONADEH supervisa a la Policía Nacional.")
    assert a.page.evaluate(boxes) == before
    expect(b.by("activity")).to_have_text("Pantalla 1 agregó CONADEH.")  # never what one did oneself
    b.page.evaluate(f"() => ({ROOT})().sectorMap.room.editor.move({{pn: [40, 40]}})")
    b.settled()
    has(a, "pn", "x", 40)
    expect(a.by("activity")).to_have_text("Pantalla 2 dibujó: CONADEH supervisa a la Policía Nacional.")
    a.by("activity").click()
    expect(a.by("inspector")).to_contain_text("CONADEH supervisa a la Policía Nacional")
    b.by("undo").click()
    b.by("undo").click()

    expect(a.by("activity")).to_have_text("Pantalla 2 quitó una relación.")
    expect(a.by("activity")).to_be_disabled()


def test_a_phone_says_it_in_its_foot_without_moving_its_sentences(table: Table) -> None:
    a = table.screen()
    c = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    c.by("tab-map").tap()
    foot = f"() => ({ROOT})().querySelector('.foot').getBoundingClientRect().top"
    before = c.page.evaluate(foot)

    a.type("pn")

    expect(c.by("activity")).to_have_text("Pantalla 1 agregó Policía Nacional.")
    assert c.page.evaluate(foot) == before
    c.by("people").tap()
    expect(c.by("person-1")).to_contain_text("Pantalla 1")
    expect(c.by("person-2")).to_contain_text("(usted)")
