"""Minute 70, the end, and two weeks later: what leaves the room, and that nothing else stays."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mapping.analysis.questions import answers, listed
from mapping.compare.board import board as board_of
from mapping.export.said import from_room
from mapping.export.several import loads_several
from mapping.model import SectorMap
from tests import golden
from tests.browser.story import board, findings
from tests.browser.story.board import ANSWER
from tests.browser.story.conftest import Story
from tests.browser.story.expected import CANARY
from tests.browser.story.pack import contents, files_of, holds
from tests.browser.story.server import ROOT

pytestmark = pytest.mark.browser


def test_13_what_may_be_shared_carries_no_note_and_opens_without_a_network(story: Story) -> None:
    f = story.F
    f.goes("debrief")
    expect(f.see("removed").locator("li").nth(0)).to_contain_text("1 nota")
    expect(f.see("removed").locator("li").nth(0)).not_to_contain_text("notas")
    expect(f.see("removed").locator("li").nth(1)).not_to_contain_text("nota")

    for text in (ANSWER, board.FINDINGS["es"][0]):  # the rest stays inside
        row = f.see("tick-list").locator("li").filter(has_text=text)
        row.get_by_role("checkbox").click()
        expect(row.get_by_role("checkbox")).to_have_attribute("aria-checked", "true", timeout=20_000)
    expect(f.see("removed").locator("li").nth(0)).to_contain_text("3 cosas que dijo la sala")
    expect(f.see("removed").locator("li").nth(1)).to_contain_text("4 cosas que dijo la sala")

    f.press("debrief.pack.make")
    pack = f.downloads("debrief.pack.save", story.folder)

    files = files_of(pack)
    assert {Path(name).suffix for name in files} >= {".html", ".xlsx", ".png", ".json"}
    inside = [pair for name, data in files.items() for pair in contents(data, name)]
    assert any(holds(data, "CONADEH") for name, data in inside if ".xlsx/" in name)  # it is looked into
    assert [name for name, data in inside if holds(data, CANARY)] == []
    for text in (ANSWER, board.FINDINGS["es"][0]):
        assert any(holds(data, text) for name, data in files.items() if name.startswith("es/"))
    for text in (*board.FINDINGS["es"][1:], *board.FINDINGS["en"], *board.UNKNOWN.values()):
        assert [name for name, data in inside if holds(data, text)] == []

    unpacked = story.folder / "stick"
    for name, data in files.items():
        (unpacked / name).parent.mkdir(parents=True, exist_ok=True)
        (unpacked / name).write_bytes(data)
    page = story.room.offline()
    for group, language, sentence in (
        ("1", "es", findings.GROUP_1["Q3-02"]), ("1", "en", findings.Q3_02_EN), ("2", "en", findings.GROUP_2["Q3-10"]),
    ):  # fmt: skip
        folder = "Grupo" if language == "es" else "Group"
        for html in sorted((unpacked / language / f"{folder}-{group}").glob("*.html")):
            page.goto(html.as_uri())
            expect(page.get_by_text(sentence).first).to_be_attached()
    compared = next(p for p in (unpacked / "es").glob("*.html"))
    page.goto(compared.as_uri())
    expect(page.get_by_text(board.HEADLINE).first).to_be_visible()
    page.context.close()


def test_14a_the_internal_file_has_everything(story: Story) -> None:
    f = story.F
    f.page.get_by_text(f.words("debrief.internal.tick")).click()

    path = f.downloads("debrief.internal.all", story.folder)

    files = {file.map.frame.group: file for file in loads_several(path.read_bytes())}
    maps = {group: file.map for group, file in files.items()}
    for group, file in files.items():
        assert file.handling == "internal"
        assert "Sesión 3" in [label for _, label in file.snapshots]
        expected = golden.group1() if group == "1" else golden.group2()
        assert _links(file.map) == _links(expected)
        told, wanted = _findings(file.map), _findings(expected)
        assert told == wanted
    assert [k.note for k in maps["1"].links.values() if k.note] == [CANARY]
    said = {group: [each.text for each in from_room(file.room)] for group, file in files.items()}
    assert said["1"] == [*board.FINDINGS["es"], board.UNKNOWN["es"], ANSWER]
    assert said["2"] == [*board.FINDINGS["en"], board.UNKNOWN["en"], ANSWER]
    found = board_of(maps)
    assert [set(piece) for piece in found.joint.pieces] in ([*board.PIECES], [*reversed(board.PIECES)])
    assert len(found.joint.disputed) == 2
    assert [topic.worth for topic in found.agenda] == [2, 2, 2, 2, 2, 2, 2, 1, 0, 0, 0]


def test_14b_after_the_end_nothing_of_it_is_left(story: Story) -> None:
    f = story.F
    assert any(CANARY.encode() in path.read_bytes() for path in story.server.files())

    f.page.get_by_label(f.words("debrief.end.type", word=f.words("debrief.end.word"))).fill(f.words("debrief.end.word"))
    f.press("debrief.end.do")

    expect(f.see("remains")).to_have_text(f.words("debrief.done.clean"), timeout=30_000)
    f.reads(f.words("debrief.done.remains"))
    for screen in (story.A, story.B, story.C):
        expect(screen.see("status")).to_have_attribute("data-state", "ended", timeout=20_000)
    for path in story.server.files():
        for word in (CANARY, ANSWER, *board.FINDINGS["es"], *board.UNKNOWN.values()):
            assert word.encode() not in path.read_bytes(), path.name
    with sqlite3.connect(f"file:{story.server.database}?mode=ro", uri=True) as stored:
        names = [row[0] for row in stored.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: stored.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    assert {name for name, count in counts.items() if count} == {"alembic_version"}
    assert counts.keys() >= {"workshop", "working_group", "seat", "map", "change", "judgement"}


def test_15_two_weeks_later_the_same_pack_comes_out_of_the_internal_file(story: Story) -> None:
    elsewhere = story.folder / "p"
    command = [sys.executable, "-m", "mapping", "export", str(story.folder / "workshop-INTERNAL.json")]
    env = {k: v for k, v in os.environ.items() if not k.startswith("MAPPING_")}

    command += ["--to", "pack", "--out", str(elsewhere)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    first = {str(p.relative_to(story.folder / "stick")): p.read_bytes() for p in _files(story.folder / "stick")}
    again = {str(p.relative_to(elsewhere)): p.read_bytes() for p in _files(elsewhere)}
    assert first.keys() == again.keys()
    assert {name.split("/")[0] for name in again} >= {"es", "en"}
    assert [name for name, data in again.items() if data != first[name]] == []
    assert json.loads(again["json/group-1.json"])["removed"]["notes"] == 1


def test_no_request_left_the_room_and_no_page_failed(story: Story) -> None:
    assert story.room.asked > 100  # pages, files and sockets of five browsers were watched
    assert story.room.strangers == []
    assert story.room.faults == []


def _links(map: SectorMap) -> set[tuple[str, ...]]:
    return {(str(k.source), k.kind, str(k.target), k.practice) for k in map.links.values()}


def _findings(map: SectorMap) -> dict[str, object]:
    """What each question answers, without the ids of links, which each map has of its own."""
    asked = [q.id for q in listed("3", sensitive=False)]
    return {f.question: (f.outcome, f.key()) for f in answers(map, questions=asked)}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
