"""The whole map without a mouse: by keys on the map, by keys in the table, and beside somebody else who draws."""

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
FOCUS = f"""() => {{ const e = ({ROOT})().getRootNode().activeElement; if (!e) return null;
  const cell = e.closest('td, th'), row = e.closest('tr');
  return cell ? [row.dataset.id ?? 'head', cell.dataset.column] : e.dataset.testid }}"""


def press(screen: Screen, *keys: str) -> None:
    """Keys as a person presses them: names of keys, or `'text` to be typed."""
    for key in keys:
        if key.startswith("'"):
            screen.page.keyboard.type(key[1:])
        else:
            screen.page.keyboard.press(key)


def enter(screen: Screen, *names: str) -> None:
    """Each typed where one is, and Enter."""
    for name in names:
        press(screen, f"'{name}", "Enter")


def focus(screen: Screen) -> Any:
    return screen.page.evaluate(FOCUS)


def selected(screen: Screen) -> Any:
    return screen.state("room.selected")


def link(screen: Screen, source: str, target: str, kind: str) -> dict[str, Any]:
    rows = screen.state("state.map.links").values()
    return next(k for k in rows if (k["source"], k["target"], k["kind"]) == (source, target, kind))


def actor(screen: Screen, id: str) -> dict[str, Any]:
    found: dict[str, Any] = screen.state("state.map.actors")[id]
    return found


def draw(screen: Screen, source: str, kind: str, target: str, **more: Any) -> None:
    row = {"source": source, "target": target, "kind": kind, **more}
    screen.page.evaluate(f"link => ({ROOT})().sectorMap.room.editor.draw(link)", row)


def test_a_map_is_built_by_keys_alone(table: Table) -> None:
    table.day(index=TOWERS)
    a = table.screen()
    press(a, "/")
    enter(a, "conadeh", "congreso nacional", "policía nacional", "fiscalía")
    a.sees(4, 0)

    press(a, "/", "'congreso > nombra > conadeh", "Enter")
    a.sees(4, 1)
    press(a, "/", "'fiscalía > remite casos a > policía nacional", "Enter")
    a.sees(4, 2)
    press(a, "Escape", "Escape", "Home")
    assert focus(a) == "map-keys"
    for target in ("policía nacional", "fiscalía"):
        _stand(a, "conadeh")
        press(a, "l", f"'{target}", "Enter")
    a.sees(4, 4)
    _stand(a, "congreso")
    press(a, "l", "'policía", "Enter")
    a.sees(4, 5)
    expected = [
        ("conadeh", "ov_independent", "mp", "not_said"),
        ("conadeh", "ov_independent", "pn", "not_said"),
        ("congreso", "appointment", "conadeh", "not_said"),
        ("congreso", "ov_parliament", "pn", "not_said"),
        ("mp", "referral", "pn", "not_said"),
    ]
    assert a.links() == expected

    press(a, "2")  # a medias: of the link that is selected
    assert link(a, "congreso", "pn", "ov_parliament")["practice"] == "weak"
    press(a, "x")
    turned = [k for k in a.links() if k[0] == "pn"]
    assert [(k[2], k[3]) for k in turned] == [("congreso", "weak")]
    _stand(a, "mp")
    press(a, "4")  # of an actor, in the step that asks for it: influence
    assert actor(a, "mp")["influence"] == 4
    press(a, "0")
    assert actor(a, "mp")["influence"] == 0
    a.settled()
    at, undone = actor(a, "mp"), len(a.state("state.undo"))
    press(a, "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown")
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.state.map.actors.get('mp').x !== {at['x']}")
    a.settled()
    assert (actor(a, "mp")["x"], actor(a, "mp")["y"]) == (at["x"] + 40, at["y"] + 20)
    assert len(a.state("state.undo")) == undone + 1

    press(a, "Control+z")
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.state.map.actors.get('mp').x === {at['x']}")
    press(a, "Enter")
    for _ in range(12):
        if focus(a) == "actor-name":
            break
        press(a, "Tab")
    press(a, "Control+a", "'Fiscalía General", "Enter", "Escape")
    assert focus(a) == "map-keys"
    assert actor(a, "mp")["name"] == "Fiscalía General"
    assert selected(a) == "mp"
    press(a, "Delete")
    a.sees(3, 3)
    press(a, "Control+z")
    a.sees(4, 5)


def _stand(screen: Screen, wanted: str) -> None:
    """Go to an actor by arrow keys, as one does who sees where it is."""
    if focus(screen) != "map-keys":
        press(screen, "m")
    press(screen, "Home")
    for _ in range(24):
        here = selected(screen)
        if here == wanted:
            return
        actors = screen.state("state.map.actors")
        if here not in actors:
            press(screen, "ArrowLeft")
            continue
        dx, dy = actors[wanted]["x"] - actors[here]["x"], actors[wanted]["y"] - actors[here]["y"]
        aside, ahead = "ArrowRight" if dx > 0 else "ArrowLeft", "ArrowDown" if dy > 0 else "ArrowUp"
        press(screen, aside if abs(dx) >= abs(dy) else ahead)
        if selected(screen) == here:
            press(screen, ahead)
    raise AssertionError(f"no way to {wanted} by arrow keys")


def test_what_is_selected_by_keys_is_said_in_words(table: Table) -> None:
    a = table.screen()
    a.type("pn", "conadeh", "congreso")
    draw(a, "conadeh", "ov_independent", "pn", practice="weak")
    draw(a, "congreso", "appointment", "conadeh")
    a.sees(3, 2)

    press(a, "Escape", "Escape")
    _stand(a, "conadeh")
    expect(a.by("voice")).to_have_text("CONADEH, Órganos estatales de supervisión y control, 2 relaciones")
    press(a, "n")
    first = selected(a)
    press(a, "n")
    assert {first, selected(a)} == set(a.state("state.map.links"))
    press(a, "n")
    assert selected(a) == first
    if "pn" not in (a.state("state.map.links")[first]["source"], a.state("state.map.links")[first]["target"]):
        press(a, "p")
    expect(a.by("voice")).to_contain_text("CONADEH supervisa a la Policía Nacional")
    expect(a.by("voice")).to_contain_text("¿Funciona? a medias")
    press(a, "1")
    expect(a.by("voice")).to_contain_text("¿Funciona? sí")
    press(a, "o")
    assert selected(a) == "pn"


def test_several_actors_are_taken_with_space_and_moved_and_removed_as_one_change(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh", "congreso")
    b.sees(3, 0)
    a.settled()
    before = a.state("state.map.actors")

    press(a, "Escape", "Escape")
    _stand(a, "pn")
    press(a, "Space")
    for way in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
        press(a, way)
        if selected(a) != "pn":
            break
    other = selected(a)
    press(a, "Space", "Shift+ArrowLeft")
    moved = f"""([id, x]) => ({ROOT})().sectorMap.state.map.actors.get(id).x === x"""
    for id in ("pn", other):
        b.page.wait_for_function(moved, arg=[id, before[id]["x"] - 20], timeout=10_000)
    a.settled()
    third = ({"pn", "conadeh", "congreso"} - {"pn", other}).pop()
    assert actor(b, third)["x"] == before[third]["x"]

    press(a, "Delete")
    b.sees(1, 0)
    a.settled()
    press(a, "Control+z")
    b.sees(3, 0)


def test_a_map_is_built_in_the_table_alone(table: Table) -> None:
    table.day(index=TOWERS)
    a = table.screen()
    press(a, "Escape", "Escape", "Home", "t")
    assert focus(a) == "table-name"

    enter(a, "conadeh", "congreso nacional", "policía nacional", "Mesa de mujeres de Tela")
    a.sees(4, 0)
    own = next(id for id in a.actors() if id.startswith("x-"))
    press(a, "'Juan Pérez", "Enter")
    expect(a.by("table-ask")).to_have_text("¿Es una persona? Aquí van instituciones y cargos.")
    assert focus(a) == "table-person-no"
    press(a, "Enter")
    assert len(a.actors()) == 4
    assert focus(a) == "table-name"

    press(a, "Shift+Tab", "Shift+Tab", "Shift+Tab", "ArrowRight")
    assert focus(a) == "table-links"
    for who, does, whom in (
        ("CONADEH", "Supervisa", "Polic"),
        ("Congreso", "nombramiento", "CONADEH"),
        ("Congreso", "presupuesto", "Polic"),
    ):
        a.by("table-from").focus()
        press(a, f"'{who}", "Tab", f"'{does}", "Tab", f"'{whom}", "Tab", "'a med", "Enter")
    a.sees(4, 3)
    assert a.links() == [
        ("conadeh", "ov_independent", "pn", "weak"),
        ("congreso", "appointment", "conadeh", "weak"),
        ("congreso", "budget", "pn", "weak"),
    ]

    for _ in range(4):
        press(a, "Tab")
        if focus(a) == ["head", "source"]:
            break
    press(a, "ArrowDown")
    newest = link(a, "congreso", "pn", "budget")["id"]
    assert focus(a) == [newest, "source"]
    press(a, "ArrowRight", "ArrowRight", "ArrowRight", "5")
    assert link(a, "congreso", "pn", "budget")["practice"] == "missing"
    press(a, "End", "ArrowLeft", "ArrowLeft")
    assert focus(a) == [newest, "flip"]
    press(a, "Enter")
    assert link(a, "pn", "congreso", "budget")["practice"] == "missing"
    press(a, "Home", "Delete")
    a.sees(4, 2)
    assert focus(a)[1] == "source"
    press(a, "Control+z")
    a.sees(4, 3)

    press(a, "Escape", "m", "t")
    a.by("table-actors").focus()
    press(a, "Enter")
    a.by("table-filter").focus()
    press(a, "'mesa")
    expect(a.by("grid").locator("tbody tr")).to_have_count(1)
    press(a, "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
    a.by("sort-name").focus()
    press(a, "ArrowDown")
    assert focus(a) == [own, "name"]
    press(a, "Enter", "End", "' y Yoro", "Tab")
    assert actor(a, own)["name"] == "Mesa de mujeres de Tela y Yoro"
    assert focus(a) == [own, "kind"]
    press(a, "ArrowRight", "ArrowRight", "3")
    assert actor(a, own)["influence"] == 3
    press(a, "Delete")
    assert actor(a, own).get("influence") is None
    press(a, "ArrowRight", "'c", "Enter")
    assert actor(a, own)["level"] == "community"
    press(a, "ArrowRight", " ")
    assert actor(a, own)["protect"] is True
    press(a, "ArrowRight", "'pregunta", "Escape")
    assert "note" not in actor(a, own)
    press(a, "'pregunta", "Enter")
    assert actor(a, own)["note"] == "pregunta"


def test_what_others_do_leaves_the_focus_of_the_table_where_it_is(table: Table) -> None:
    a, b = table.screen(), table.screen()
    b.type("pn", "conadeh", "congreso")
    a.sees(3, 0)
    press(a, "Escape", "Escape", "Home", "t")
    a.by("sort-name").focus()
    press(a, "ArrowDown", "ArrowDown", "Enter", "End")
    assert a.by("cell-field").input_value() == "CONADEH"
    press(a, "' y más")

    b.type("fiscalía")
    draw(b, "conadeh", "ov_independent", "pn")
    b.page.evaluate(f"() => ({ROOT})().sectorMap.room.editor.set('congreso', {{ note: 'pedir el acta' }})")
    a.sees(4, 1)
    expect(a.by("row-congreso")).to_contain_text("pedir el acta")
    expect(a.by("row-conadeh").locator("[data-column='links']")).to_have_text("1")
    assert a.by("cell-field").input_value() == "CONADEH y más"
    assert focus(a) == ["conadeh", "name"]
    rows = [row.get_attribute("data-id") for row in a.by("grid").locator("tbody tr").all()]
    assert rows == ["mp", "congreso", "conadeh", "pn"]

    press(a, "Escape")
    b.page.evaluate(f"() => ({ROOT})().sectorMap.room.editor.remove('conadeh')")
    a.sees(3, 0)
    expect(a.by("row-gone")).to_have_text("la quitó otra persona")
    assert focus(a) == ["conadeh", "name"]
    press(a, "ArrowDown")
    assert focus(a) == ["pn", "name"]
    expect(a.by("row-conadeh")).to_have_count(0)


def test_the_table_and_the_map_share_what_is_selected_and_a_seat_finds_its_table_again(table: Table) -> None:
    a = table.screen()
    a.type("pn", "conadeh", "congreso")
    a.sees(3, 0)
    press(a, "Escape", "Escape")
    _stand(a, "pn")

    press(a, "t")
    assert focus(a) == ["pn", "name"]
    press(a, "ArrowUp")
    expect(a.by("row-conadeh")).to_have_attribute("aria-selected", "true")
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.room.view.state.selected === 'conadeh'")
    a.by("sort-name").click()
    expect(a.by("grid").locator("[data-column='name'][scope='col']")).to_have_attribute("aria-sort", "ascending")
    a.page.reload()

    expect(a.by("table")).to_be_visible(timeout=40_000)
    expect(a.by("grid").locator("tbody th").first).to_have_text("CONADEH")
    expect(a.by("grid").locator("[data-column='name'][scope='col']")).to_have_attribute("aria-sort", "ascending")
    a.by("table-close").click()
    expect(a.by("table")).to_be_hidden()


def test_a_kind_that_needs_grounds_waits_in_the_table_until_it_has_them(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh")
    b.sees(2, 0)
    press(a, "Escape", "Escape", "Home", "t")
    a.by("table-links").click()

    a.by("table-from").select_option("pn")
    a.by("table-link-kind").select_option("conflict")
    a.by("table-to").select_option("conadeh")
    a.by("table-add").click()
    row = a.by("grid").locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row.locator("[data-column='more'] button")).to_have_text("Completar")
    assert focus(a)[1] == "evidence"
    press(a, "Enter", "'B", "Enter", "ArrowLeft", "Enter", "ArrowDown", "ArrowDown", "Enter")
    assert a.links() == []
    assert b.links() == []
    expect(row.locator("[data-column='more'] button")).to_have_text("Guardar")
    row.locator("[data-column='more'] button").focus()
    press(a, "Enter")

    b.sees(2, 1)
    (saved,) = b.state("state.map.links").values()
    assert (saved["kind"], saved["evidence"], saved["confidence"]) == ("conflict", "B", 2)


def test_a_phone_has_the_table_as_its_third_tab(table: Table) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    a.by("tab-table").click()
    a.by("table-name").fill("policía nacional")
    a.by("table-add").click()
    a.by("table-name").fill("conadeh")
    a.by("table-add").click()
    a.sees(2, 0)

    a.by("table-links").click()
    a.by("table-from").select_option("conadeh")
    a.by("table-to").select_option("pn")
    a.by("table-add").click()
    a.sees(2, 1)
    a.by("grid").locator("tbody [data-column='practice']").tap()
    a.by("cell-field").select_option("weak")

    assert a.links() == [("conadeh", "ov_independent", "pn", "weak")]
    a.by("tab-words").click()
    expect(a.by("sentences")).to_contain_text("a medias")
    expect(a.by("table")).to_be_hidden()


def test_keys_are_listed_under_headings_and_the_dialog_gives_the_focus_back(table: Table) -> None:
    a = table.screen(language="en")
    press(a, "Escape", "Escape", "?")

    expect(a.by("keys")).to_be_visible()
    expect(a.by("keys")).to_contain_text("On the map")
    expect(a.by("keys")).to_contain_text("from actor to actor, in that direction")
    press(a, "Escape")
    expect(a.by("keys")).to_be_hidden()
    assert focus(a) == "map-keys"
