"""Minutes 0 to 45: two groups come in and draw, lose the network and the server, and lose nothing else.

One workshop in five browsers, under a host name that is not a secure context. The tests are its steps, in order.
"""

from __future__ import annotations

import sqlite3
import time

import pytest
from playwright.sync_api import expect

from tests.browser.story.conftest import Story
from tests.browser.story.expected import GROUP_1, GROUP_2, NAMES_1, NAMES_2, PHONE_NAMES
from tests.browser.story.people import until

pytestmark = pytest.mark.browser


def test_01_a_workshop_is_open_within_a_minute_with_careful_defaults(story: Story) -> None:
    f = story.F
    f.opens()

    assert time.monotonic() - story.begun < 60
    assert len(f.code("1")) == len(f.code("2")) == 7  # "4K7 M2P"
    for said in (
        "Lo sensible está cerrado.", "Las palabras son neutras.", "Lo que se lleva se puede compartir.",
        "No se pregunta la postura de nadie.", "No se piden nombres.",
    ):  # fmt: skip
        assert said in f.offered
    assert f.proposed["start"] == "Ninguno"
    assert f.proposed["date"] == "2015-09-01"


def test_02_people_come_in_by_qr_and_by_code_without_a_name(story: Story) -> None:
    f, a, b, c = story.F, story.A, story.B, story.C
    address = f.scanned("1")

    for screen, come_in, offered in (
        (a, lambda: a.scan(address), "see"),
        (b, lambda: b.join(f.code("1")), "draw"),
        (c, lambda: c.join(f.code("2")), "draw"),
    ):
        begun = time.monotonic()
        come_in()
        expect(screen.see(f"view-{offered}")).to_be_checked(timeout=10_000)
        expect(screen.see(f"view-{'draw' if offered == 'see' else 'see'}")).to_be_enabled()
        assert screen.page.locator("input:visible:not([type=radio])").count() == 0  # nothing to type: no name
        assert time.monotonic() - begun < 10
        screen.enter()

    story.P.page.goto(f.room_address())
    for group in "12":
        expect(story.P.see("room-code")).to_contain_text(f.code(group))


def test_03_names_are_taken_asked_about_or_warned_of(story: Story) -> None:
    f, a, b, c = story.F, story.A, story.B, story.C
    f.goes("wall")
    f.next_step("La pregunta de hoy", begins=True)
    f.next_step("Quién dibuja")
    f.next_step("Los actores")

    a.adds(NAMES_1[PHONE_NAMES[0]], PHONE_NAMES[0])
    b.has(PHONE_NAMES[0])
    for id in PHONE_NAMES[1:]:
        a.adds(NAMES_1[id], id)
    for id in NAMES_1.keys() - set(PHONE_NAMES):
        b.adds(NAMES_1[id], id)

    c.type("militares")
    expect(c.see("typebox-says")).to_have_text("That word fits several. Which one is it?")
    assert c.state()["actors"] == {}
    assert c.options() == {"ffaa", "pmop"}
    c.see("option-ffaa").click()
    for id, name in NAMES_2.items():
        c.adds(name, id)

    b.type("Juan Pérez")
    expect(b.see("typebox-says")).to_have_text("¿Es una persona? Aquí van instituciones y cargos.")
    b.see("person-cancel").click()
    for screen, names in ((a, NAMES_1), (b, NAMES_1), (c, {**NAMES_2, "ffaa": ""})):
        screen.has(*names)
        assert set(screen.state()["actors"]) == set(names)
    for group in "12":
        expect(f.see(f"table-{group}")).to_contain_text("población atendida")
        expect(f.see(f"table-{group}")).to_contain_text("12 actores")


def test_04_a_drag_means_the_kind_of_the_step_and_says_nothing_of_practice(story: Story) -> None:
    f, a, b, c = story.F, story.A, story.B, story.C
    f.next_step("Quién manda")
    expect(b.see("instruction")).to_contain_text("¿Quién manda")
    for line in GROUP_1[:3]:
        b.draws(line.source, line.kind, line.target)
    expect(a.see("sentence-add")).to_have_text("Proponer esta frase")
    a.says("congreso", "appointment", "conadeh")
    b.takes_in("congreso", "appointment", "conadeh")
    for line in GROUP_2[:4]:
        c.chooses("authority", line.kind)
        c.draws(line.source, line.kind, line.target)

    f.next_step("Quién supervisa")
    expect(b.see("instruction")).to_contain_text("¿Quién supervisa a quién?")
    for line in (GROUP_1[4], GROUP_1[5], GROUP_1[8]):
        b.draws(line.source, line.kind, line.target)
    for line in GROUP_1[6:8]:
        a.says(line.source, "ov", line.target)
    for line in GROUP_1[6:8]:
        b.takes_in(line.source, line.kind, line.target)
    b.opens_to_all()
    expect(a.see("sentence-add")).to_have_text("Agregar esta frase")
    for line in GROUP_2[4:9]:
        c.draws(line.source, line.kind, line.target)

    for screen, lines in ((a, GROUP_1[:9]), (b, GROUP_1[:9]), (c, GROUP_2[:9])):
        for line in lines:
            link = screen.drawn(line.source, line.kind, line.target)
            assert link.get("practice", "not_said") == "not_said"
            assert not link.get("proposed")
        assert len(screen.state()["links"]) == 9


def test_05_a_mistake_is_taken_back_and_only_that(story: Story) -> None:
    a, b = story.A, story.B
    b.drag("pmop", "congreso")
    wrong = until(lambda: b.link("pmop", "ov_executive", "congreso"), "the mistake", page=b.page)
    until(lambda: wrong["id"] in a.state()["links"], "the mistake on the phone", page=a.page)

    b.see("undo").click()

    for screen in (a, b):
        until(lambda s=screen: wrong["id"] not in s.state()["links"], "taken back", page=screen.page)
        assert screen.link("congreso", "appointment", "conadeh")


def test_06_a_phone_without_network_loses_and_doubles_nothing(story: Story) -> None:
    a, b = story.A, story.B
    before = set(b.state()["links"])
    a.page.context.set_offline(True)
    a.says("tribunales", "referral", "inp")
    a.says("cosude", "training", "pn")

    away = "Sin conexión. Siga dibujando: 2 cambios se enviarán al volver."
    expect(a.see("status")).to_have_text(away, timeout=20_000)
    assert a.see("sentences").get_by_text("sin enviar").count() == 2
    assert set(b.state()["links"]) == before

    a.locks_the_phone()
    a.page.context.set_offline(False)
    a.comes_back()
    b.drawn("tribunales", "referral", "inp")
    b.drawn("cosude", "training", "pn")
    expect(a.see("status")).to_have_attribute("data-state", "saved")
    assert len(b.state()["links"]) == len(before) + 2
    assert a.state()["links"].keys() == b.state()["links"].keys()


def test_07_after_a_power_cut_everybody_is_where_they_were(story: Story) -> None:
    screens = (story.A, story.B, story.C)
    pages = {s: s.page.url for s in (*screens, story.F, story.P)}
    before = [s.state() for s in screens]
    stored = _changes(story)
    ran = {s: s.run_of_the_page() for s in (*screens, story.F)}

    story.server.kill()
    for screen in screens:
        expect(screen.see("status")).to_have_attribute("data-state", "away", timeout=20_000)
        assert screen.page.get_by_role("dialog").count() == 0
    story.server.start()

    for screen, was in ran.items():
        until(
            lambda s=screen, w=was: s.run_of_the_page() not in (None, w),
            "every page follows unaided", within=60, page=screen.page,
        )  # fmt: skip
    for screen, was in zip(screens, before, strict=True):
        expect(screen.see("status")).to_have_attribute("data-state", "saved", timeout=20_000)
        now = screen.state()
        assert (now["seq"], now["actors"], now["links"]) == (was["seq"], was["actors"], was["links"])
    assert _changes(story) == stored
    assert {s: s.page.url for s in pages} == pages
    assert not story.B.link("pmop", "ov_executive", "congreso")
    story.F.next_step("La ruta del caso")
    expect(story.B.see("instruction")).to_contain_text("¿Quién remite casos a quién")


def _changes(story: Story) -> list[tuple[str, int]]:
    with sqlite3.connect(f"file:{story.server.database}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT map, max(seq) FROM change GROUP BY map ORDER BY map").fetchall()
