"""Minutes 22 to 45: answers, chain, gap and towers; the findings follow; nobody does what is not theirs."""

from __future__ import annotations

import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser.story import console, findings
from tests.browser.story.conftest import Story
from tests.browser.story.expected import CANARY, GROUP_1, GROUP_2, INFLUENCE_1, INFLUENCE_2, Line
from tests.browser.story.findings import FOLLOWS, Findings
from tests.browser.story.people import Laptop, Table, until

pytestmark = pytest.mark.browser
BY_A = (3, 6, 7, 12, 14)  # group 1's links that A proposed, from 0


def test_08a_before_practice_the_findings_say_that_it_is_too_early(story: Story) -> None:
    story.F.press("wall.open_findings")
    for table, early in ((story.B, findings.EARLY_1), (story.C, findings.EARLY_2)):
        table.see("findings-open").click()
        here = Findings(table.page, table.base, table.language)

        here.is_early("Q3-02", early)

        here.page.get_by_role("link", name=table.words("group.back")).click()
        expect(table.see("status")).to_have_attribute("data-state", "saved", timeout=20_000)


def test_08b_findings_follow_what_the_tables_answer(story: Story) -> None:
    a, b, c = story.A, story.B, story.C
    for n in BY_A:
        a.answers_about(GROUP_1[n])
    a.takes(*GROUP_1[7][:3])
    a.note(CANARY)
    for n in (0, 1, 2, 4, 5, 8):
        b.answers_about(GROUP_1[n])
    _draws(b, "referral", GROUP_1[10], GROUP_1[11])
    _draws(b, "support", GROUP_1[13])

    seen, before = Findings.beside(b), findings.GROUP_1["Q3-02"].partition(" El grupo señala")[0]
    seen.says("Q3-02", before)
    b.chooses("oversight")
    b.draws(*GROUP_1[9][:3])
    b.answers(GROUP_1[9].practice)
    seen.says("Q3-02", findings.GROUP_1["Q3-02"], within=FOLLOWS)
    seen.page.close()

    for line in GROUP_2[:9]:
        c.answers_about(line)
    _draws(c, "referral", *GROUP_2[9:12])
    _draws(c, "support", *GROUP_2[12:14])
    _draws(c, "cooperation", GROUP_2[14])
    for screen, lines in ((a, GROUP_1), (b, GROUP_1), (c, GROUP_2)):
        until(lambda s=screen, rows=lines: _drawn(s) == set(rows), "all links and answers", page=screen.page)


def test_08c_towers_and_every_finding_in_two_languages(story: Story) -> None:
    b, c, f = story.B, story.C, story.F
    f.next_step("Las torres")
    for screen, influence in ((b, INFLUENCE_1), (c, INFLUENCE_2)):
        for id, height in influence.items():
            screen.rates(id, height)
        assert _towers(screen) == influence

    for table, expected, rows in ((b, findings.GROUP_1, findings.TABLE_1), (c, findings.GROUP_2, findings.TABLE_2)):
        seen = Findings.beside(table)
        seen.opens_the_rest()
        for question, sentence in expected.items():
            seen.says(question, sentence)
        assert seen.outcome("Q3-04") == ("found" if table is b else "nothing")
        assert seen.outcome("Q3-24") == "not_enough"
        assert seen.table() == rows
        if table is b:
            seen.page.get_by_role("link", name="English").click()
            seen.says("Q3-02", findings.Q3_02_EN)
        seen.page.close()


def test_09_a_console_opens_nothing_that_is_closed(story: Story) -> None:
    b, c = story.B, story.C
    own = console.token(c.page, c.seat, c.map_id)["token"]
    secret = {"id": "k-console", "kind": "collusion", "source": "pn", "target": "mp"}
    told = console.live(
        c.page, own, console.change("c-console-1", "link", link=secret),
        console.change("c-console-2", "freeze", on=True),
        console.change("c-console-3", "batch", label="all", changes=[{"op": "freeze", "on": True}]),
        console.change("c-console-4", "step", step="close"),
    )  # fmt: skip

    assert told["welcome"]["map"] == c.map_id
    assert [x["type"] for x in told["answers"]] == ["refused"] * 4
    assert [x["reason"] for x in told["answers"]] == ["sensitive", "not_allowed", "not_allowed", "not_allowed"]
    assert console.token(c.page, c.seat, b.map_id) == {"status": 403, "error": "not_allowed"}
    assert console.token(c.page, b.seat, b.map_id) == {"status": 401, "error": "unidentified"}
    assert console.live(c.page, own[:-2] + "AA")["welcome"] == {"type": "closed", "code": 4401}

    other = c.page.context.new_page()
    other.goto(f"{c.base}/wall?seat={c.seat}&lang=en")
    expect(other.get_by_text(c.words("frame.not_yours.title"))).to_be_visible()
    other.goto(f"{c.base}/explore?seat={b.seat}&lang=en")
    expect(other.get_by_text(c.words("frame.no_seat.title"))).to_be_visible()
    other.close()
    for screen in (story.A, b, c):
        assert "collusion" not in {k["kind"] for k in screen.state()["links"].values()}
        assert not screen.see("paused").is_visible()
    with sqlite3.connect(f"file:{story.server.database}?mode=ro", uri=True) as stored:
        assert stored.execute("SELECT count(*) FROM change WHERE payload LIKE '%collusion%'").fetchone() == (0,)


def test_10_paused_means_paused_and_a_version_is_kept(story: Story) -> None:
    a, b, f = story.A, story.B, story.F
    f.press("wall.read.begin")
    for screen in (a, b, story.C):
        expect(screen.see("read-back")).to_be_visible()
    for screen in (b, story.C):
        screen.see("read-back-done").click()
    expect(f.see("have-read")).to_contain_text("2 de 2")
    f.next_step("Leer el mapa", by="wall.read.go_on")
    f.press("wall.pause")
    for screen in (a, b, story.C):
        expect(screen.see("paused")).to_be_visible()
    before = b.state()["links"]

    b.chooses("authority")
    b.drag("pn", "inp")
    a.says("congreso", "command", "pn")

    for screen in (a, b):
        item = screen.see("tray-item")
        expect(item).to_contain_text("El dibujo está en pausa. Su cambio quedó en la bandeja.")
        assert screen.state()["links"] == before
        item.get_by_test_id("tray-drop").click()
        expect(item).to_have_count(0)
    f.keeps_a_version()
    f.reads("Guardada «Sesión 3» de 2 mapas.")


def _draws(table: Laptop, button: str, *lines: Line) -> None:
    for line in lines:
        table.chooses(button, line.kind if button == "support" else None)
        table.draws(*line[:3])
        table.answers(line.practice)


def _drawn(screen: Table) -> set[Line]:
    links = screen.state()["links"].values()
    return {Line(k["source"], k["kind"], k["target"], k.get("practice", "not_said")) for k in links}


def _towers(table: Laptop) -> dict[str, int]:
    actors = table.state()["actors"].items()
    return {id: actor["influence"] for id, actor in actors if actor.get("influence") is not None}
