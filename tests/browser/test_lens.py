"""Finding one's way on a map: search, an actor's surroundings, filters, the legend; all of it this screen's own."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import expect

from mapping.changes import Change, as_json
from tests import golden
from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import ROOT, Screen, Table, with_store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

_LIT = f"""() => {{
  const view = ({ROOT})().sectorMap.room.view;
  view.ready();
  return {{ actors: [...(view.part?.actors ?? [])].sort(), drawn: [...view.drawing.actors.keys()].sort() }};
}}"""


@pytest.fixture
def drawn(table: Table) -> Table:
    """Group 1 of the story: 12 actors, 15 links."""
    map_id = table.workshop.groups[0].map_id
    source = golden.group1()
    rows: list[dict[str, object]] = [{"op": "add", "actor": as_json(a)} for a in source.actors.values()]
    links = [replace(k, id=f"{map_id}-{n}") for n, k in enumerate(source.links.values())]  # type: ignore[arg-type]
    rows += [{"op": "link", "link": as_json(k)} for k in links]

    def append(store: Any) -> None:
        change = Change("c-map", "p-test", store.maps.state(map_id).seq, "batch", {"label": "test", "changes": rows})
        store.maps.append(map_id, change, now=time.time())

    with_store(table.database, append)
    return table


def _at(screen: Screen) -> Screen:
    screen.sees(12, 15)
    return screen


def _selected(screen: Screen) -> Any:
    return screen.page.evaluate(f"() => ({ROOT})().sectorMap.room.selected")


def test_any_name_in_either_language_finds_an_actor_and_enter_shows_it(drawn: Table) -> None:
    a = _at(drawn.screen())

    a.by("typebox").press("Control+f")
    expect(a.by("find")).to_be_focused()
    a.by("find").fill("ombudsman")
    expect(a.by("list")).to_contain_text("CONADEH")
    a.by("find").press("Enter")

    expect(a.by("inspector")).to_contain_text("CONADEH")
    expect(a.by("find")).not_to_be_in_viewport()
    assert _selected(a) == "conadeh"
    middle, point = a.by("map").bounding_box(), a.point("conadeh")["centre"]
    assert middle is not None
    assert abs(point["x"] - middle["x"] - middle["width"] / 2) < 20


def test_arrows_choose_among_what_was_found_and_links_are_found_by_what_they_say(drawn: Table) -> None:
    a = _at(drawn.screen(language="en"))

    a.by("list-open").click()
    a.by("find").fill("policia nac")
    expect(a.page.locator(".item.at")).to_have_text(re.compile("^(National )?Police|^Policía Nacional"))
    a.by("find").press("ArrowDown")
    a.by("find").press("Enter")

    assert _selected(a) in a.state("state.map.links")  # the first link at the police
    a.by("list-open").click()
    a.by("find").fill("capacita cosude")
    a.by("find").press("Enter")
    expect(a.by("sentence")).to_contain_text("trains")


def test_what_is_not_on_the_map_is_said_and_nothing_is_chosen(drawn: Table) -> None:
    a = _at(drawn.screen())

    a.by("list-open").click()
    a.by("find").fill("contraloría")
    expect(a.by("found")).to_have_text("No está en este mapa. Eso no prueba que no exista.")
    a.by("find").press("Enter")

    assert _selected(a) is None
    expect(a.by("find")).to_be_focused()
    a.by("find").press("Escape")
    expect(a.by("typebox")).to_be_focused()


def test_one_key_shows_the_surroundings_in_one_step_in_two_and_all_again(drawn: Table) -> None:
    a, b = _at(drawn.screen()), _at(drawn.screen())
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.reveal('congreso')")
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.mapNode.focus()")

    a.page.keyboard.press("v")
    says = a.by("lens-says")
    expect(says).to_have_text("Se ven 3 de 12 actores y 2 de 15 relaciones: alrededor de Congreso Nacional.")
    seen = a.page.evaluate(_LIT)
    assert seen["actors"] == ["conadeh", "congreso", "fusina"]
    assert len(seen["drawn"]) == 12  # the rest is pale, and where it was
    a.by("lens-hide").press("Enter")
    assert a.page.evaluate(_LIT)["drawn"] == ["conadeh", "congreso", "fusina"]
    a.by("lens-steps-2").press("Enter")
    assert a.page.evaluate(_LIT)["drawn"] == ["conadeh", "congreso", "ffaa", "fusina", "pmop", "pn"]
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.mapNode.focus()")
    a.page.keyboard.press("v")

    expect(a.by("lens-bar")).to_be_hidden()
    assert len(a.page.evaluate(_LIT)["drawn"]) == 12
    expect(b.by("lens-bar")).to_be_hidden()
    assert b.page.evaluate(_LIT)["actors"] == []


def test_chips_are_what_this_map_has_and_a_filter_is_this_screens_own(drawn: Table) -> None:
    a, b = _at(drawn.screen()), _at(drawn.screen())
    before = a.state("state.seq")

    a.by("lens-open").click()
    expect(a.by("lens-family-oversight")).to_have_text(re.compile(r"Supervisa\s*6"))
    expect(a.by("lens-practice-weak")).to_have_text(re.compile(r"a medias\s*4"))
    assert a.by("lens-practice-blocked").count() == 0  # nothing on this map is blocked
    assert a.by("lens-family-tension").count() == 0
    a.by("lens-family-oversight").click()
    a.by("lens-practice-weak").click()

    expect(a.by("lens-says")).to_have_text(
        "Se ven 4 de 12 actores y 3 de 15 relaciones: Supervisa · ¿Funciona? a medias."
    )
    expect(a.by("lens-family-oversight")).to_have_attribute("aria-pressed", "true")
    expect(a.by("lens-practice-works")).to_have_attribute("aria-pressed", "false")
    assert a.state("state.seq") == before
    expect(b.by("lens-bar")).to_be_hidden()
    a.by("lens-all").click()
    expect(a.by("lens-bar")).to_be_hidden()
    expect(a.by("lens-family-oversight")).to_have_attribute("aria-pressed", "false")


def test_a_row_of_the_legend_shows_only_that_and_lets_go_again(drawn: Table) -> None:
    a = _at(drawn.screen())
    row = a.by("legend-authority")

    row.click()
    expect(row).to_have_attribute("aria-pressed", "true")
    expect(a.by("lens-says")).to_contain_text("4 de 15 relaciones: Autoridad")
    row.click()

    expect(row).to_have_attribute("aria-pressed", "false")
    expect(a.by("lens-bar")).to_be_hidden()


def test_what_one_draws_under_a_filter_stays_in_sight_and_is_said(drawn: Table) -> None:
    a = _at(drawn.screen())
    a.by("legend-support").click()
    expect(a.by("lens-says")).to_contain_text("Se ven 3 de 12 actores y 2 de 15 relaciones: Apoya.")

    a.say("mp", "ov", "inp")
    a.sees(12, 16)

    expect(a.by("lens-says")).to_contain_text("incluye 1 que usted acaba de dibujar")
    lit = a.page.evaluate(_LIT)["actors"]
    assert {"mp", "inp"} <= set(lit)
    assert "conadeh" not in lit


def test_an_actor_that_is_hidden_cannot_be_taken_hold_of(drawn: Table) -> None:
    a = _at(drawn.screen())
    places = {id: (row["x"], row["y"]) for id, row in a.state("state.map.actors").items() if "x" in row}
    at = a.point("inp")["centre"]
    a.by("legend-authority").click()
    a.by("lens-hide").click()
    a.page.wait_for_function(f"() => !({ROOT})().sectorMap.room.view.drawing.actors.has('inp')")

    a.page.mouse.move(at["x"], at["y"])
    a.page.mouse.down()
    a.page.mouse.move(at["x"] + 60, at["y"] + 10, steps=4)
    a.page.mouse.up()
    a.settled()

    now = {id: (row["x"], row["y"]) for id, row in a.state("state.map.actors").items() if "x" in row}
    assert now == places
    a.by("lens-all").click()
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.room.view.drawing.actors.size === 12")


def test_a_phone_has_its_legend_one_tap_from_the_map(drawn: Table) -> None:
    a = _at(drawn.screen(size=PHONE, has_touch=True, is_mobile=True))
    a.by("tab-map").click()

    a.by("legend-open").click()
    row = a.by("legend-oversight")
    expect(row).to_be_visible()
    assert (row.bounding_box() or {})["height"] >= 44
    row.click()
    a.by("legend-close").click()

    expect(a.by("lens-says")).to_contain_text("6 de 15 relaciones: Supervisa")


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("width", [1440, 1024])
def test_the_toolbar_keeps_to_two_rows_and_every_icon_has_a_name(drawn: Table, width: int, language: str) -> None:
    a = _at(drawn.screen(size=(width, 768), language=language))

    seen = a.page.evaluate(
        f"""() => {{
          const root = ({ROOT})();
          const rects = (nodes) => [...nodes].map((n) => n.getBoundingClientRect()).filter((r) => r.width);
          const tools = root.querySelector('.tools'), bar = tools.getBoundingClientRect();
          const parts = rects(tools.querySelectorAll('.type, .kinds > *, .acts .btn'));
          const nameless = [...root.querySelectorAll('button')].filter((b) => b.getClientRects().length
            && !(b.getAttribute('aria-label') || b.textContent.trim()));
          const meets = (p, q) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom && q.top < p.bottom;
          const over = parts.some((p, i) => parts.slice(i + 1).some((q) => meets(p, q)));
          return {{ high: bar.height, right: Math.max(...parts.map((p) => p.right)) - bar.right, over,
            type: rects([tools.querySelector('.type')])[0].width, nameless: nameless.map((b) => b.outerHTML) }};
        }}"""
    )

    assert seen["nameless"] == []
    assert seen["high"] <= 104
    assert not seen["over"]
    assert seen["right"] <= 1
    assert seen["type"] >= 400
