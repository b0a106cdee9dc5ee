"""The inspector: what it asks in which step, what it never takes for an answer, and where the focus goes after it."""

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
AUTHORITY = 3  # of session 3
LABELS = f"""() => [...({ROOT})().querySelectorAll('.insp .fields > .f')]
  .map(f => f.querySelector('label, .label').textContent)"""


def ask(screen: Screen, *names: str) -> None:
    """As when the facilitator's next step asks for these."""
    takes = f"ask => {{ const c = ({ROOT})().sectorMap; c.take({{type: 'day', day: {{...c.state.day, ask}}}}) }}"
    screen.page.evaluate(takes, list(names))


def actor(screen: Screen, id: str) -> dict[str, Any]:
    return screen.state("state.map.actors")[id]  # type: ignore[no-any-return]


def has(screen: Screen, id: str, name: str, value: Any) -> None:
    """Wait until another screen has a value of an actor."""
    screen.page.wait_for_function(
        f"([id, name, value]) => (({ROOT})().sectorMap.state.map.actors.get(id)?.[name] ?? null) === value",
        arg=[id, name, value],
        timeout=15_000,
    )


def test_a_step_asks_few_fields_and_the_rest_is_behind_more(table: Table) -> None:
    table.day(index=AUTHORITY)
    a = table.screen()
    a.type("pn", "ffaa", "pn")

    assert a.page.evaluate(LABELS) == [
        "Nombre",
        "Tipo de actor",
        "¿Usa la fuerza?",
        "Nota · no sale en la versión para compartir",
    ]
    expect(a.by("actor-veto")).to_be_hidden()
    expect(a.by("influence-more")).to_be_hidden()
    a.by("more").locator("summary").click()
    for field in ("actor-veto", "protect", "actor-level", "part_of", "represents", "chain-police", "actor-evidence-A"):
        expect(a.by(field)).to_be_visible()
    expect(a.by("position-0")).to_have_count(0)  # not asked: not there at all

    ask(a, "influence", "position")
    expect(a.by("influence-more")).to_be_visible()
    assert a.page.evaluate(LABELS)[:3] == ["Influencia en el objetivo", "Postura ante la reforma", "Nombre"]
    expect(a.by("position_declared-0")).to_be_visible()


def test_a_tower_is_built_by_keys_and_nought_is_not_unrated(table: Table) -> None:
    table.day(index=TOWERS)
    a, b = table.screen(), table.screen()
    a.type("pn", "pn")
    b.sees(1, 0)
    tower = a.by("influence-tower")

    tower.focus()
    expect(tower).to_have_attribute("aria-valuetext", "sin valorar")
    assert tower.get_attribute("aria-valuenow") is None
    a.page.keyboard.press("-")
    assert actor(a, "pn").get("influence") is None
    a.page.keyboard.press("+")
    has(b, "pn", "influence", 0)
    expect(tower).to_have_attribute("aria-valuenow", "0")
    a.page.keyboard.press("4")
    has(b, "pn", "influence", 4)
    a.page.keyboard.press("7")
    a.page.keyboard.press("ArrowUp")
    has(b, "pn", "influence", 5)
    expect(a.by("influence-more")).to_be_disabled()
    a.page.keyboard.press("Delete")

    has(b, "pn", "influence", None)
    assert a.actors() == {"pn"}  # Delete was for the tower, not for the actor


def test_nothing_said_about_a_position_is_not_neutral(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("congreso", "congreso")
    b.sees(1, 0)
    ask(a, "position")

    expect(a.by("position-none")).to_have_attribute("aria-checked", "true")
    expect(a.by("position-none")).to_have_text("no lo hemos dicho")
    expect(a.by("position-0")).to_have_text("0 neutral")
    a.by("position-0").click()
    has(b, "congreso", "position", 0)
    expect(a.by("position-0")).to_have_attribute("aria-checked", "true")
    a.by("position--2").click()
    has(b, "congreso", "position", -2)
    a.by("position-none").click()
    has(b, "congreso", "position", None)


def test_influence_and_position_are_not_asked_before_there_is_an_objective(table: Table) -> None:
    a = table.screen()
    a.type("congreso", "congreso")
    bare = f"""() => {{ const c = ({ROOT})().sectorMap, confirmed = {{...c.state.confirmed, frame: {{}}}};
        c.state = {{...c.state, confirmed, map: {{...c.state.map, frame: {{}}}}}}; c.room.draw() }}"""
    ask(a, "influence", "position")
    expect(a.by("position-0")).to_be_visible()

    a.page.evaluate(bare)

    expect(a.by("position-0")).to_have_count(0)
    a.by("more").locator("summary").click()
    expect(a.by("influence-hint")).to_have_text("La influencia se pregunta cuando el grupo tiene un objetivo.")
    assert a.by("influence-more").evaluate("e => Boolean(e.closest('[inert]'))")


def test_a_rename_to_a_person_is_asked_about_and_not_sent_before(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("Mesa de Tela", "Mesa de Tela")
    b.sees(1, 0)
    id = next(iter(a.actors()))

    a.by("actor-name").fill("Juan Pérez")
    a.by("actor-name").press("Enter")
    expect(a.by("actor-name-says")).to_contain_text("¿Es una persona? Aquí van instituciones y cargos.")
    a.by("actor-name").press("Enter")  # Enter alone never answers
    a.settled()
    assert actor(b, id)["name"] == "Mesa de Tela"
    a.by("actor-name-no").click()
    expect(a.by("actor-name")).to_have_value("Mesa de Tela")
    a.by("actor-name").fill("Juan Pérez")
    a.by("actor-name").press("Enter")
    a.by("inspector-close").click()
    expect(a.by("status")).to_contain_text("No se guardó ese nombre")
    a.type("Mesa de Tela")
    a.by("actor-name").fill("Pastoral Juan Pérez")
    a.by("actor-name").press("Enter")
    if a.by("actor-name-yes").is_visible():
        a.by("actor-name-yes").click()
    has(b, id, "name", "Pastoral Juan Pérez")

    a.by("more").locator("summary").click()
    a.by("represents").fill("María López")
    a.by("represents").press("Enter")
    expect(a.by("represents-says")).to_contain_text("¿Es una persona?")
    a.settled()
    assert actor(b, id).get("represents") is None
    a.by("represents-yes").click()
    has(b, id, "represents", "María López")


def test_a_note_with_a_persons_name_warns_and_is_kept(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "pn")
    b.sees(1, 0)

    a.by("actor-note").fill("Hablar con ella:\nMaría López")
    a.by("actor-note").blur()

    has(b, "pn", "note", "Hablar con ella:\nMaría López")
    expect(a.by("actor-note-says")).to_have_text("¿Es una persona? Aquí van instituciones y cargos.")


def test_protecting_a_name_says_what_that_means_and_a_part_cannot_be_its_own_whole(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "ffaa", "pmop", "pmop")
    b.sees(3, 0)
    a.by("more").locator("summary").click()

    a.by("part_of").select_option("ffaa")
    has(b, "pmop", "part_of", "ffaa")
    hint = a.by("protect").get_attribute("aria-describedby")
    says = f"id => ({ROOT})().querySelector('#' + id).textContent"
    assert "nombre genérico" in a.page.evaluate(says, hint)
    a.by("protect").check()
    has(b, "pmop", "protect", True)
    a.type("ffaa")
    a.by("more").locator("summary").click()
    offered = a.by("part_of").locator("option").evaluate_all("rows => rows.map(o => o.value)")
    assert offered == ["", "pn"]  # not itself, not what is part of it


def test_a_link_says_on_what_it_rests_how_sure_and_since_when(table: Table) -> None:
    table.day(index=AUTHORITY)
    a, b = table.screen(), table.screen()
    a.type("ffaa", "pmop")
    a.drag("ffaa", "pmop")
    b.sees(2, 1)
    link = next(iter(a.state("state.map.links")))
    expect(a.by("practice-works")).to_be_hidden()  # this step does not ask it

    a.by("more").locator("summary").click()
    expect(a.by("evidence-A")).to_have_text("A · documento público o ley")
    a.by("evidence-A").click()
    a.by("confidence-2").click()
    a.by("strength-3").click()
    a.by("formality-mixed").click()
    a.by("territory").fill("Francisco Morazán")
    a.by("as_of").fill("ayer")
    a.by("as_of").press("Enter")
    expect(a.by("as_of-says")).to_contain_text("2015-09-01")
    a.by("as_of").fill("2015-08")
    a.by("as_of").press("Enter")

    wanted = {"evidence": "A", "confidence": 2, "strength": 3, "formality": "mixed"}
    wanted |= {"territory": "Francisco Morazán", "as_of": "2015-08"}
    b.page.wait_for_function(
        f"""([id, wanted]) => {{ const k = ({ROOT})().sectorMap.state.map.links.get(id);
        return Object.entries(wanted).every(([n, v]) => k[n] === v) }}""",
        arg=[link, wanted],
    )
    a.by("confidence-2").click()  # taken back: nothing said
    b.page.wait_for_function(f"id => ({ROOT})().sectorMap.state.map.links.get(id).confidence == null", arg=link)


def test_closing_stores_what_was_typed_and_gives_the_focus_back(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh")
    b.sees(2, 0)
    a.page.keyboard.press("Escape")
    a.by("list-open").focus()
    a.page.evaluate(f"() => ({ROOT})().sectorMap.room.select('pn')")
    a.by("actor-note").focus()
    a.page.keyboard.type("a medias")

    a.page.keyboard.press("Escape")

    has(b, "pn", "note", "a medias")
    focused = f"() => ({ROOT})().getRootNode().activeElement?.dataset.testid"
    assert a.page.evaluate(focused) == "list-open"
    assert a.state("room.selected") is None


def test_two_in_one_form_change_different_things_and_neither_is_lost(table: Table) -> None:
    table.day(index=TOWERS)
    a, b = table.screen(), table.screen()
    a.type("pn")
    b.sees(1, 0)
    a.type("pn")
    b.type("pn")

    a.by("actor-note").fill("con cuidado")
    b.by("influence-tower").focus()
    b.page.keyboard.press("3")
    expect(a.by("influence-value")).to_have_text("3")  # seen while one types
    expect(a.by("actor-note")).to_have_value("con cuidado")
    a.by("actor-note").blur()

    has(b, "pn", "note", "con cuidado")
    has(a, "pn", "influence", 3)
    assert a.state("state.tray") == b.state("state.tray") == []


def test_the_sheet_of_a_phone_leaves_what_one_types_in_sight_above_the_keys(table: Table) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    a.type("pn", "pn")
    a.by("peek-open").tap()
    expect(a.by("actor-note")).to_be_visible()

    a.by("actor-note").focus()
    keys = """() => { const seen = visualViewport;
        Object.defineProperty(seen, 'height', { value: 480, configurable: true });
        seen.dispatchEvent(new Event('resize')) }"""
    a.page.evaluate(keys)

    box = a.by("actor-note").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 480
    assert a.by("inspector-close").bounding_box()["y"] >= 0
    for control in a.by("inspector").locator("button:visible, input:visible, select:visible").all():
        assert control.bounding_box()["height"] >= 40


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_control_has_a_name_and_every_word_is_a_word(table: Table, language: str) -> None:
    a = table.screen(language=language)
    a.type("pn", "conadeh", "pn")
    ask(a, "influence", "position", "legitimacy", "legitimacy_with", "hr_record", "gender_mix", "interest", "needs")
    a.by("more").locator("summary").click()

    unnamed = f"""() => [...({ROOT})().querySelectorAll('.insp :is(button, input, select, textarea, [role])')]
        .filter(e => e.checkVisibility() && !(e.ariaLabel || e.textContent.trim() || e.labels?.length
          || e.getAttribute('aria-labelledby'))).map(e => e.outerHTML)"""
    text = f"() => ({ROOT})().querySelector('.insp').textContent"
    assert a.page.evaluate(unnamed) == []
    assert "linking." not in a.page.evaluate(text)
    assert "canvas." not in a.page.evaluate(text)
    a.say("conadeh", "ov", "pn") if a.by("sentence-from").is_visible() else a.drag("conadeh", "pn")
    a.by("more").locator("summary").click()
    assert a.page.evaluate(unnamed) == []
    assert "linking." not in a.page.evaluate(text)
