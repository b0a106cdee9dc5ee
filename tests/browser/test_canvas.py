"""The canvas in real browsers against the real server: what a table does, and what it does when things go wrong."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from mapping.ui import assets
from tests.browser.story.people import until
from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.story.server import Server
from tests.browser.table import ROOT, TOWERS, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


def test_what_one_types_is_taken_from_the_catalogue_and_seen_by_the_others(table: Table) -> None:
    a, b = table.screen(), table.screen(language="en")

    a.type("policía militar", "FISCALÍA", "cárceles")
    b.type("Ombudsman")

    for screen in (a, b):
        screen.sees(4, 0)
        assert screen.actors() == {"pmop", "mp", "inp", "conadeh"}
    assert a.state("state.map.actors")["conadeh"]["oversees_as"] == "ov_independent"


def test_a_word_that_fits_several_asks_and_a_person_is_not_taken_by_a_second_enter(table: Table) -> None:
    a = table.screen()

    a.type("militares")
    expect(a.by("typebox-says")).to_have_text("Esa palabra vale para varios. ¿Cuál es?")
    assert a.actors() == set()
    a.by("option-ffaa").click()
    a.type("Juan Pérez")
    expect(a.by("typebox-says")).to_have_text("¿Es una persona? Aquí van instituciones y cargos.")
    a.by("typebox").press("Enter")
    assert a.actors() == {"ffaa"}
    a.by("person-cancel").click()

    expect(a.by("typebox")).to_have_value("")
    assert a.actors() == {"ffaa"}


def test_what_is_there_already_is_shown_instead_of_added_twice(table: Table) -> None:
    a = table.screen()
    a.type("PMOP", "Mesa de mujeres de Tela")
    a.sees(2, 0)

    a.type("policía militar")
    expect(a.by("inspector")).to_contain_text("Policía Militar")
    a.type("mesa de MUJERES de Tela")

    expect(a.by("inspector")).to_contain_text("Mesa de mujeres de Tela")
    assert len(a.actors()) == 2


def test_typed_markup_is_text(table: Table) -> None:
    a = table.screen()
    name = '<img src=x onerror="window.broken=1">'

    a.type(name)

    expect(a.by("inspector")).to_contain_text(name)
    assert a.page.evaluate("() => window.broken") is None
    assert a.page.evaluate(f"() => ({ROOT})().querySelector('img')") is None


def test_a_drag_draws_the_kind_that_fits_the_overseer_and_its_answer_is_seen(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("policía nacional", "conadeh", "congreso")
    a.sees(3, 0)

    a.drag("conadeh", "pn")
    expect(a.by("sentence")).to_have_text("CONADEH supervisa a la Policía Nacional")
    expect(a.by("kind-select")).to_have_value("ov_independent")
    expect(a.by("practice-not_said")).to_have_attribute("aria-checked", "true")
    a.by("practice-weak").click()
    a.drag("congreso", "pn")
    a.by("kind-select").select_option("ov_executive")

    a.settled()
    b.sees(3, 2)
    b.page.wait_for_function(f"() => [...({ROOT})().sectorMap.state.map.links.values()].some(k => k.practice)")
    assert b.links() == [("conadeh", "ov_independent", "pn", "weak"), ("congreso", "ov_executive", "pn", "not_said")]


def test_undo_takes_back_ones_own_last_change_and_nobody_elses(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh", "congreso")
    b.sees(3, 0)
    a.say("conadeh", "ov", "pn", "works")
    b.sees(3, 1)
    b.say("pn", "ov", "congreso")
    a.sees(3, 2)

    b.settled()
    b.by("undo").click()
    for screen in (a, b):
        screen.sees(3, 1)
        assert screen.links() == [("conadeh", "ov_independent", "pn", "works")]
    b.by("redo").click()

    for screen in (a, b):
        screen.sees(3, 2)


def test_what_is_drawn_without_a_network_survives_leaving_the_page_and_arrives_once(table: Table) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    b = table.screen()
    b.type("juzgados", "cárceles", "cosude", "pn")
    a.sees(4, 0)

    context = a.page.context
    context.set_offline(True)
    expect(a.by("status")).to_contain_text("Sin conexión. Siga dibujando", timeout=2_000)
    a.say("tribunales", "referral", "inp", "works")
    a.say("cosude", "training", "pn", "works")
    expect(a.by("status")).to_have_text("Sin conexión. Siga dibujando: 2 cambios se enviarán al volver.")
    expect(a.by("sentences")).to_contain_text("sin enviar")
    assert b.links() == []
    a.page.close()
    context.set_offline(False)
    a.page = context.new_page()
    a.open()

    a.settled()
    expected = [("cosude", "training", "pn", "works"), ("tribunales", "referral", "inp", "works")]
    for screen in (a, b):
        screen.sees(4, 2)
        assert screen.links() == expected
    a.page.reload()
    expect(a.by("typebox")).to_be_enabled(timeout=40_000)
    a.sees(4, 2)
    assert a.state("state.tray") == []


def test_the_canvas_stays_usable_while_the_server_is_gone_and_the_page_runs_again_after(
    table: Table, server: Server
) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh")
    b.sees(2, 0)
    a.settled()
    before = a.state("room.data.run")
    a.page.evaluate(
        """() => new MutationObserver((rows) => {
        if (rows.some((row) => [...row.addedNodes].some((n) => n.querySelector?.('[data-testid="stDialog"]')
          || n.matches?.('[data-testid="stDialog"]')))) window.modal = true;
        }).observe(document.body, { childList: true, subtree: true })"""
    )

    server.kill()
    expect(a.by("status")).to_have_text("El mapa está a salvo. Reconectando…", timeout=2_000)
    a.page.wait_for_function("window.modal", timeout=40_000)  # Streamlit opens it some seconds later
    assert a.page.locator('[data-testid="stDialog"]:visible').count() == 0
    a.by("typebox").click(timeout=3_000)
    a.page.keyboard.type("congreso")
    a.page.keyboard.press("Enter")
    a.say("congreso", "ov", "pn")
    expect(a.by("status")).to_contain_text("2 cambios se enviarán al volver.")
    assert a.actors() == {"pn", "conadeh", "congreso"}
    server.start()

    a.settled()
    for screen in (a, b):
        screen.sees(3, 1)
        assert screen.links() == [("congreso", "ov_parliament", "pn", "not_said")]
    expect(a.by("status")).to_have_text("Todo guardado")
    a.page.wait_for_function(f"run => ({ROOT})().sectorMap.room.data.run !== run", arg=before, timeout=30_000)


def test_a_change_during_a_pause_goes_to_the_tray_and_can_be_tried_again(table: Table, server: Server) -> None:
    a = table.screen()
    a.type("pn", "conadeh")
    a.settled()
    server.kill()
    table.day(frozen=True, paused=time.time())
    server.start()
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.state.day.frozen", timeout=30_000)

    a.type("congreso")

    expect(a.by("tray-item")).to_contain_text("El dibujo está en pausa. Su cambio quedó en la bandeja.")
    expect(a.by("tray-item")).to_contain_text("Congreso Nacional")
    expect(a.by("paused")).to_be_visible()
    assert a.actors() == {"pn", "conadeh"}
    a.page.reload()
    expect(a.by("tray-again")).to_be_disabled(timeout=40_000)
    server.kill()
    table.day(frozen=False, paused=None)
    server.start()
    expect(a.by("tray-again")).to_be_enabled(timeout=30_000)
    a.by("tray-again").click()
    a.settled()
    assert a.actors() == {"pn", "conadeh", "congreso"}
    expect(a.by("tray")).to_be_hidden()


def test_two_who_change_one_thing_get_both_values_and_one_tap(table: Table) -> None:
    table.day(index=TOWERS)
    a, b = table.screen(), table.screen()
    a.type("pn")
    for screen in (a, b):
        screen.sees(1, 0)
        screen.type("PN")
        expect(screen.by("influence-value")).to_have_text("sin valorar")

    a.page.context.set_offline(True)
    for _ in range(5):
        a.by("influence-more").click()
    for _ in range(2):
        b.by("influence-more").click()
    expect(b.by("influence-value")).to_have_text("1")
    b.settled()
    a.page.context.set_offline(False)

    expect(a.by("tray-item").first).to_contain_text("Alguien lo cambió antes.", timeout=15_000)
    expect(a.by("tray-item")).to_have_count(1)
    expect(a.by("tray-theirs")).to_contain_text("1")
    expect(a.by("influence-value")).to_have_text("1")
    a.by("tray-yours").click()
    expect(a.by("tray")).to_be_hidden()
    a.settled()
    b.page.wait_for_function(f"() => ({ROOT})().sectorMap.state.map.actors.get('pn').influence === 4", timeout=15_000)


def test_a_phone_builds_sentences_and_has_the_map_behind(table: Table) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    a.type("pn", "conadeh")
    a.sees(2, 0)

    expect(a.by("step-instruction")).to_contain_text("¿Quién supervisa a quién?")
    a.say("conadeh", "ov", "pn", "missing")
    expect(a.by("sentences")).to_contain_text("CONADEH supervisa a la Policía Nacional")
    expect(a.by("sentences")).to_contain_text("¿Funciona? hace falta")
    a.settled()
    link = next(iter(a.state("state.map.links")))
    a.by(f"said-{link}").click()
    a.by("practice-paper").click()
    expect(a.by("sentences")).to_contain_text("sólo en el papel")
    a.by("inspector-close").click()
    a.by("tab-map").click()

    expect(a.by("map")).to_be_visible()
    assert a.point("pn")["centre"]["y"] < PHONE[1]


def test_tidying_is_seen_by_all_and_taken_back_at_once(table: Table) -> None:
    a, b = table.screen(), table.screen(size=(1024, 768))
    a.type("pn", "conadeh", "congreso", "mp")
    a.say("conadeh", "ov", "pn")
    for screen in (a, b):
        screen.sees(4, 1)
    places = f"() => Object.values(({ROOT})().sectorMap.room.view.map.actors).map(({{id, x, y}}) => [id, x, y]).sort()"
    before = a.page.evaluate(places)
    assert b.page.evaluate(places) == before

    a.by("tidy").click()
    a.settled()
    tidied = a.page.evaluate(places)
    assert tidied != before
    b.page.wait_for_function(f"tidied => JSON.stringify(({places})()) === JSON.stringify(tidied)", arg=tidied)
    a.by("status-undo").click()

    b.page.wait_for_function(f"before => JSON.stringify(({places})()) === JSON.stringify(before)", arg=before)


def test_a_phone_rates_actors_in_the_step_that_asks_for_it_and_not_before(table: Table, server: Server) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    a.type("pn", "conadeh")
    expect(a.by("ratings")).to_be_hidden()
    table.day(index=TOWERS)
    a.settled()
    server.kill()
    server.start()  # the day was written beside the server: it hears of it when it begins

    expect(a.by("rate-pn")).to_contain_text("sin valorar", timeout=40_000)
    a.by("rate-pn").click()
    for _ in range(3):
        a.by("influence-more").click()
    a.by("inspector-close").click()

    expect(a.by("rate-pn")).to_have_text("Policía Nacional2")


def test_the_type_box_of_a_phone_is_one_line_before_and_after_the_first_link(table: Table) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    heights = [a.by("typebox").bounding_box()["height"]]
    a.type("pn", "A" * 120)
    heights.append(a.by("typebox").bounding_box()["height"])
    own = next(id for id in a.actors() if id != "pn")
    a.say(own, "ov", "pn")
    a.by("sentence-from").select_option(own)
    heights.append(a.by("typebox").bounding_box()["height"])

    assert all(44 <= height < 50 for height in heights)
    sideways = f"""() => {{ const words = ({ROOT})().querySelector('.words');
        return [words.scrollLeft, words.scrollWidth - words.clientWidth] }}"""
    assert a.page.evaluate(sideways) == [0, 0]


def test_everything_can_be_done_by_keyboard(table: Table) -> None:
    a = table.screen()
    keys = a.page.keyboard

    a.page.locator("body").press("/")
    keys.type("conadeh")
    keys.press("Enter")
    keys.type("policía nacional")
    keys.press("Enter")
    a.sees(2, 0)
    a.by("inspector-close").focus()
    keys.press("Enter")
    a.by("sentence-from").focus()
    keys.type("CONADEH")
    a.by("sentence-to").focus()
    keys.type("Pol")
    a.by("sentence-add").focus()
    keys.press("Enter")
    a.sees(2, 1)
    expect(a.by("inspector")).to_contain_text("CONADEH supervisa a la Policía Nacional")
    a.by("inspector-close").focus()
    keys.press("2")
    a.settled()
    assert a.links() == [("conadeh", "ov_independent", "pn", "weak")]
    keys.press("b")
    keys.type("nacional")
    expect(a.by("item-pn")).to_be_visible()
    a.by("item-pn").focus()
    keys.press("Enter")
    keys.press("Delete")
    a.sees(1, 0)
    keys.press("Control+z")
    a.sees(2, 1)


def test_a_read_only_map_follows_and_has_nothing_to_edit_with(table: Table) -> None:
    a = table.screen()
    a.type("pn", "conadeh")
    a.settled()
    data = {"seat": a.seat, "map": table.workshop.groups[0].map_id, "language": "es", "mode": "read", "scenario": ""}
    reader = Screen(table, a.page.context.new_page(), "es", a.seat)
    reader.page.goto(f"{table.browsers.base}/health")
    reader.page.evaluate(
        """async ([data, assets]) => {
        const token = await fetch(`/token?seat=${data.seat}&map=${data.map}`, {method: 'POST'}).then(r => r.json());
        const host = document.createElement('div'); document.body.replaceChildren(host);
        const { default: canvas } = await import(`/assets/${assets}/canvas/canvas.js`);
        canvas({ data: { ...data, assets, token: token.token }, parentElement: host.attachShadow({mode: 'open'}),
          setTriggerValue() {} }); }""",
        [data, assets.version()],
    )
    reader.sees(2, 0)

    a.say("conadeh", "ov", "pn")

    reader.sees(2, 1)
    expect(reader.by("legend-oversight").first).to_contain_text("1")
    for editing in ("typebox", "inspector", "undo", "sentence-add", "tray"):
        assert reader.by(editing).count() == 0
    reader.page.mouse.click(reader.point("pn")["centre"]["x"], reader.point("pn")["centre"]["y"])
    reader.page.keyboard.press("Delete")
    assert reader.actors() == {"pn", "conadeh"}


def test_a_watcher_tells_once_soon_after_a_change_of_a_map(table: Table) -> None:
    a = table.screen()
    watcher = a.page.context.new_page()
    watcher.clock.install()
    watcher.goto(f"{table.browsers.base}/health")
    heard: list[str] = []
    watcher.on("websocket", lambda socket: socket.on("framereceived", lambda text: heard.append(str(text))))
    watcher.evaluate(
        """async ([seat, map, assets]) => {
        const { token } = await fetch(`/token?seat=${seat}&map=${map}`, {method: 'POST'}).then(r => r.json());
        const { default: watch } = await import(`/assets/${assets}/canvas/watch.js`);
        window.told = [];
        watch({ data: { seat, maps: [{ map, token }], run: 'p-1' }, parentElement: document.body,
          setTriggerValue: (name, value) => told.push([name, value]) }); }""",
        [a.seat, table.workshop.groups[0].map_id, assets.version()],
    )
    until(lambda: "welcome" in "".join(heard), "the watcher's welcome", page=watcher)
    watcher.clock.run_for(5_000)
    assert watcher.evaluate("told") == []

    a.type("pn", "conadeh", "congreso")
    a.settled()
    seq = a.state("state.seq")
    until(lambda: f'"seq":{seq}' in "".join(heard), "the last change", page=watcher)

    watcher.clock.run_for(5_000)
    assert watcher.evaluate("told") == [["changed", seq]]


def test_theme_and_language_change_without_losing_what_is_typed_or_selected(table: Table) -> None:
    a = table.screen()
    a.type("pn", "conadeh")
    a.sees(2, 0)
    assert a.page.evaluate(f"() => ({ROOT})().dataset.theme") == "light"
    a.type("pn")
    expect(a.by("inspector")).to_contain_text("Policía Nacional")
    a.by("typebox").fill("congr")

    a.page.emulate_media(color_scheme="dark")
    a.page.wait_for_function(f"() => ({ROOT})().dataset.theme === 'dark'", timeout=10_000)

    expect(a.by("typebox")).to_have_value("congr")
    expect(a.by("inspector")).to_contain_text("Policía Nacional")
    a.page.get_by_role("link", name="English").click()
    expect(a.by("inspector")).to_contain_text("National Police", timeout=15_000)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844), (320, 640)])
def test_the_canvas_fills_the_screen_and_every_word_is_a_word(
    table: Table, language: str, size: tuple[int, int]
) -> None:
    a = table.screen(language=language, size=size)
    a.type("pn", "conadeh")
    a.sees(2, 0)

    box = a.page.evaluate(f"() => ({ROOT})().getBoundingClientRect().toJSON()")
    assert (round(box["left"]), round(box["right"]), round(box["bottom"])) == (0, size[0], size[1])
    assert a.page.evaluate("() => document.scrollingElement.scrollWidth") == size[0]
    text = a.page.evaluate(f"() => ({ROOT})().textContent")
    assert "canvas." not in text
    assert "map_view." not in text
    over = a.page.evaluate(
        f"""() => [...({ROOT})().querySelectorAll('button, select, input')]
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML)"""
    )
    assert over == []
