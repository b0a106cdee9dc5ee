"""A whole day: two sessions, five tables with two screens each, one table apart, and everything that goes wrong.

One facilitator leads it without touching a terminal. The tests are its parts, in order; steps are pressed on instead
of waited for.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mapping.codec import loads
from mapping.export.said import from_room
from mapping.export.several import loads_several
from tests.browser.day import expected
from tests.browser.day.conftest import GROUPS, Day
from tests.browser.story.facilitator import PASSPHRASE
from tests.browser.story.pack import contents, files_of, holds
from tests.browser.story.people import Laptop, until

pytestmark = pytest.mark.browser

SESSION_3 = (
    "Quién dibuja", "Los actores", "Quién manda", "Quién supervisa", "La ruta del caso", "Las torres", "Leer el mapa",
    "Plenaria", "Cierre",
)  # fmt: skip


def test_01_one_workshop_for_both_sessions(day: Day) -> None:
    f = day.F
    f.page.goto(f"{f.base}/workshop?lang=es")
    f.page.get_by_text(f.words("workshop.session_both")).click()
    f.page.get_by_label(f.words("workshop.groups")).fill("5")
    f.page.get_by_label(f.words("workshop.passphrase")).fill(PASSPHRASE)
    f.page.get_by_text(f.words("workshop.rules.confirm")).click()
    f.press("workshop.open")

    f.see("code-5").wait_for(timeout=30_000)
    day.P.page.goto(f.room_address())
    expect(day.P.see("room-code")).to_contain_text(f.code("5"), timeout=30_000)


def test_02_who_guesses_codes_keeps_nobody_out(day: Day) -> None:
    """All come from one address, as behind one router: the wrong codes are the guesser's alone."""
    guess, door = (
        day.guesser,
        "code => fetch('/join', {method: 'POST', body: JSON.stringify({code})}).then(a => a.status)",
    )
    guess.page.goto(f"{guess.base}/?lang=es")
    guess.see("code").wait_for(timeout=30_000)
    answers = [guess.page.evaluate(door, f"ZZZZ{n:02}".translate(str.maketrans("01", "XY"))) for n in range(5)]

    for g in GROUPS:
        day.laptops[g].join(day.F.code(g))
        day.laptops[g].enter()
        day.phones[g].scan(day.F.scanned(g).replace("lang=es", f"lang={day.phones[g].language}"))
        day.phones[g].enter()

    assert set(answers) == {404}
    answers += [guess.page.evaluate(door, "ZZZZ99") for _ in range(6)]
    assert answers[-1] == 429


def test_03_five_tables_name_their_actors(day: Day) -> None:
    f = day.F
    f.goes("wall")
    f.next_step("La pregunta de hoy", begins=True)
    for title in SESSION_3[:2]:
        f.next_step(title)
    for g in GROUPS:
        *most, last = expected.ACTORS
        for id in most:
            day.laptops[g].adds(expected.ACTORS[id], id)
        day.phones[g].adds(expected.ACTORS[last], last)
        day.laptops[g].has(last)

    for g in GROUPS:
        expect(f.see(f"table-{g}")).to_contain_text("5 actores", timeout=30_000)
        expect(f.see(f"table-{g}")).to_contain_text("población atendida")


def test_04_they_draw_and_do_not_agree(day: Day) -> None:
    f = day.F
    f.next_step("Quién manda")
    f.next_step("Quién supervisa")
    for g in GROUPS:
        for line in expected.TYPED:
            day.laptops[g].type(line)
        for line in expected.SHARED:
            day.laptops[g].drawn(*line)
    f.next_step("La ruta del caso")
    for g in GROUPS:
        source, target = expected.REFERS[g]
        day.phones[g].says(source, "referral", target)
        day.laptops[g].takes_in(source, "referral", target)
        day.laptops[g].settled()

    for g in GROUPS:
        expect(f.see(f"table-{g}")).to_contain_text("3 relaciones", timeout=30_000)


def test_05_a_phone_goes_and_comes_back_to_its_place(day: Day) -> None:
    phone = day.phones["2"]
    seat, before = phone.seat, phone.state()["links"].keys()
    phone.page.context.set_offline(True)
    phone.locks_the_phone()
    phone.page.context.set_offline(False)
    phone.comes_back()

    expect(phone.see("status")).to_have_attribute("data-state", "saved", timeout=30_000)
    assert phone.seat == seat
    assert phone.state()["links"].keys() == before


def test_06_the_facilitators_page_is_loaded_again_and_the_server_dies(day: Day) -> None:
    f = day.F
    f.page.reload()
    expect(f.page.get_by_role("heading", name="La ruta del caso", exact=True)).to_be_visible(timeout=30_000)
    before = {screen: screen.state() for screen in day.tables}
    ran = {screen: screen.run_of_the_page() for screen in day.tables}

    day.server.kill()
    for screen in day.tables:
        expect(screen.see("status")).to_have_attribute("data-state", "away", timeout=30_000)
    day.server.start()

    for screen, was in ran.items():
        until(
            lambda s=screen, w=was: s.run_of_the_page() not in (None, w),
            "every page follows unaided", within=90, page=screen.page,
        )  # fmt: skip
        expect(screen.see("status")).to_have_attribute("data-state", "saved", timeout=30_000)
        now = screen.state()
        assert (now["seq"], now["actors"], now["links"]) == tuple(before[screen][k] for k in ("seq", "actors", "links"))
    expect(f.page.get_by_role("heading", name="La ruta del caso", exact=True)).to_be_visible(timeout=60_000)


def test_07_a_table_calls_and_everything_can_be_hidden(day: Day) -> None:
    f = day.F
    day.laptops["3"].see("hand").click()
    expect(f.see("calls-3")).to_be_visible(timeout=30_000)
    f.see("calls-3").click()
    expect(day.laptops["3"].see("hand")).to_have_attribute("aria-pressed", "false", timeout=30_000)

    f.page.keyboard.press("Alt+h")
    for screen in day.tables:
        expect(screen.see("cover")).to_be_visible(timeout=30_000)
        assert screen.state()["actors"] == {}
    f.press("wall.show")
    for screen in day.tables:
        until(lambda s=screen: len(s.state()["actors"]) == 5, "the map again", page=screen.page)


def test_08_towers_and_reading_back(day: Day) -> None:
    f = day.F
    f.next_step("Las torres")
    for g in GROUPS:
        day.laptops[g].rates("congreso", 4)
    f.press("wall.read.begin")
    for g in GROUPS:
        day.laptops[g].see("read-back-done").click()
    expect(f.see("have-read")).to_contain_text(f"{len(GROUPS)} de {len(GROUPS)}")
    f.next_step("Leer el mapa", by="wall.read.go_on")
    f.keeps_a_version()
    f.reads(f.words("wall.snapshot_done", name="Sesión 3", n=5))


def test_09_a_table_without_the_network_brings_its_map_on_a_stick(day: Day) -> None:
    day.apart.start()
    page = day.room.screen()
    alone = Laptop(page, f"http://workshop.test:{day.apart.port}", "es")
    page.goto(f"{alone.base}/workshop?lang=es")
    page.get_by_label(alone.words("workshop.groups")).fill("1")
    page.get_by_label(alone.words("workshop.passphrase")).fill(PASSPHRASE)
    page.get_by_text(alone.words("workshop.rules.confirm")).click()
    page.get_by_role("button", name=alone.words("workshop.open")).click()
    code = alone.see("code-1").inner_text(timeout=30_000)
    alone.join(code)
    alone.enter()
    for line in expected.STICK:
        alone.type(line)
    until(lambda: len(alone.state()["links"]) == 2, "two relations", page=page)
    alone.settled()
    with page.expect_download() as given:
        alone.see("save-own").click()
    stick = day.folder / "group-1.json"
    given.value.save_as(stick)
    assert len(loads(stick.read_text(encoding="utf-8")).map.links) == 2
    day.apart.kill()

    f = day.F
    f.goes("compare")
    f.page.get_by_text(f.words("imports.take.title")).click()
    f.page.locator("input[type=file]").set_input_files(stick)
    f.reads(stick.name, within=30)
    f.reads("Se conservó: 4 actores", within=30)  # what was read stands there, and moves nothing any more
    f.page.get_by_role("button", name=f.words("imports.take.do.one")).click(timeout=30_000)
    expect(f.page.get_by_text(f.words("imports.take.done", name="group-1.json", number="6"))).to_be_visible(
        timeout=30_000
    )


def test_10_what_coincides_and_one_difference_on_the_wall(day: Day) -> None:
    f, p = day.F, day.P
    f.goes("compare")
    f.press("board.board")
    expect(p.see("room-board")).to_contain_text("6", timeout=30_000)
    f.goes("discuss")
    expect(f.page.get_by_role("heading", name="¿Quién remite casos a quién")).to_be_visible(timeout=30_000)
    f.press("discuss.project")
    expect(p.see("difference-1")).to_be_visible(timeout=30_000)
    f.page.get_by_label(f.words("discuss.answer")).fill(expected.ANSWER)
    f.page.get_by_text(f.words("discuss.verify")).click()
    f.press("discuss.keep")
    f.reads(f.words("discuss.kept"))


def test_11_three_findings_and_one_unknown(day: Day) -> None:
    f = day.F
    f.goes("wall")
    f.next_step("Plenaria")
    f.next_step("Cierre")
    for g in GROUPS:
        laptop = day.laptops[g]
        laptop.see("pad-finding-0").wait_for(timeout=30_000)  # the step opens the pad
        for n, text in enumerate(expected.FINDINGS):
            laptop.see(f"pad-finding-{n}").fill(f"{text} ({g})")
        laptop.see("pad-unknown-0").fill(expected.UNKNOWN)
        laptop.see("pad-new").fill(f"{expected.CANARY} {g}")
        laptop.see("pad-new").press("Enter")
        expect(laptop.see("pad-answered")).to_have_text("4/4", timeout=30_000)
        laptop.settled()
        laptop.see("pad-close").click()


def test_12_the_second_session_goes_on_with_the_same_maps(day: Day) -> None:
    f = day.F
    f.page.get_by_role("button", name=f.words("wall.session", session="4")).click()
    expect(f.page.get_by_text(f.words("wall.in_session", session="4"))).to_be_visible(timeout=30_000)
    f.press("wall.begin")
    f.press("wall.next")
    for g in GROUPS:
        for id, name in expected.NONSTATE.items():
            day.laptops[g].adds(name, id)
        day.phones[g].has(*expected.ACTORS, *expected.NONSTATE)
        day.laptops[g].type("cosude > financia a > pn")
        until(lambda g=g: len(day.laptops[g].state()["links"]) == 4, "four relations", page=day.laptops[g].page)
        day.laptops[g].settled()
    f.keeps_a_version()
    f.reads(f.words("wall.snapshot_done", name="Sesión 4", n=6))


def test_13_everything_is_taken_home(day: Day) -> None:
    f = day.F
    f.goes("debrief")
    row = f.see("tick-list").locator("li").filter(has_text=expected.ANSWER)
    row.get_by_role("checkbox").click(timeout=30_000)
    expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "true", timeout=30_000)
    f.press("debrief.pack.make")
    day.kept["pack"] = f.downloads("debrief.pack.save", day.folder)
    f.page.get_by_text(f.words("debrief.internal.tick")).click()
    day.kept["internal"] = f.downloads("debrief.internal.all", day.folder)

    pack = files_of(day.kept["pack"])
    inside = [pair for name, data in pack.items() for pair in contents(data, name)]
    assert {name for name in pack if name.startswith("json/")} == {f"json/group-{g}.json" for g in "123456"}
    assert {"es/comparacion.html", "en/comparison.html"} <= pack.keys()
    assert any(holds(data, expected.ANSWER) for data in pack.values())
    for text in (expected.CANARY, expected.UNKNOWN, *expected.FINDINGS):
        assert [name for name, data in inside if holds(data, text)] == []
    files = {file.map.frame.group: file for file in loads_several(day.kept["internal"].read_bytes())}
    assert files.keys() == set("123456")
    for g in GROUPS:
        labels = [label for _, label in files[g].snapshots]
        assert {"Sesión 3", "Sesión 4"} <= set(labels)
        assert len(files[g].map.links) == 4
        assert expected.UNKNOWN in [each.text for each in from_room(files[g].room)]


def test_14_after_the_end_nothing_of_the_day_is_left(day: Day) -> None:
    f, files = day.F, day.server.files
    assert any(holds(path.read_bytes(), expected.CANARY) for path in files())

    f.page.get_by_label(f.words("debrief.end.type", word=f.words("debrief.end.word"))).fill(f.words("debrief.end.word"))
    f.press("debrief.end.do")

    expect(f.see("remains")).to_have_text(f.words("debrief.done.clean"), timeout=60_000)
    for screen in day.tables:
        expect(screen.see("status")).to_have_attribute("data-state", "ended", timeout=30_000)
    said = (expected.CANARY, expected.ANSWER, expected.UNKNOWN, *expected.FINDINGS, "nombra", "COSUDE")
    for path in files():
        assert [word for word in said if word.encode() in path.read_bytes()] == [], path.name
    assert _rows(day.server.database) == {"alembic_version": 1}
    assert day.room.faults == []
    assert [address for address in day.room.strangers if f":{day.apart.port}" not in address] == []


def _rows(database: Path) -> dict[str, int]:
    """How many rows each table has, of those that have any."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as stored:
        names = [row[0] for row in stored.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: stored.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    return {name: count for name, count in counts.items() if count}
