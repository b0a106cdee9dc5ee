"""Minutes 50 to 55: the board, what the room's screen shows of it, and what the room answers.

The expected values are in `board`, beside this.
"""

from __future__ import annotations

import re
import sqlite3

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.story import board
from tests.browser.story.board import ANSWER
from tests.browser.story.conftest import Story
from tests.browser.story.expected import CANARY
from tests.browser.story.people import until

pytestmark = pytest.mark.browser


def test_11a_the_board_says_where_the_groups_agree_and_where_not(story: Story) -> None:
    f = story.F
    f.next_step("Plenaria")
    f.goes("compare")

    expect(f.page.get_by_role("heading", name=board.HEADLINE)).to_be_visible(timeout=20_000)
    f.reads(board.DETAIL)
    expect(f.see("section-agree")).to_contain_text(board.SAME_PRACTICE)
    expect(f.see("joint-line")).to_have_text(board.JOINT)
    for name, count in (("agree", 9), ("differ", 3), ("only_seen", 5), ("only_lacking", 4)):
        expect(f.see(f"section-{name}").locator("h2 .n")).to_have_text(str(count))
    assert _lines(f.see("section-agree")) == board.SHARED
    assert _lines(f.see("section-only_seen")) == board.ONLY_SEEN
    assert _lines(f.see("section-only_lacking")) == board.ONLY_LACKING
    assert f.page.locator("article.ag:visible").count() == 3
    topics = f.page.locator("article.ag").all()
    assert len(topics) == len(board.AGENDA)
    for rank, (topic, (named, hangs)) in enumerate(zip(topics, board.AGENDA, strict=True), 1):
        assert topic.locator(".rank").text_content() == str(rank)
        question = topic.locator("h3").text_content() or ""
        assert all(name in question for name in named), question
        assert hangs in (topic.text_content() or "")

    beside = f.page.locator("section.beside")
    rows = beside.locator("table.spread tr:has(td)").all()
    spread = {row.locator("th").text_content(): row.locator("td").all_text_contents() for row in rows}
    assert spread == board.SPREAD
    said = _plain(beside)
    for sentence in board.ANSWERS:
        assert sentence in said
    assert "Congreso Nacional supervisa a FUSINA" in said


def test_11b_the_record_is_shown_when_it_is_asked_for(story: Story) -> None:
    f = story.F
    assert f.see("reveal").count() == 0

    f.press("board.reveal")

    f.see("reveal").wait_for()
    lists = f.see("reveal").locator("ul").all()
    both, one, neither, gaps, undrawn = (_plain(x) for x in lists)
    assert set(re.findall(r"L\d{3}", both)) == board.RECORDED_BY_BOTH
    assert set(re.findall(r"L\d{3}", one)) == board.RECORDED_BY_ONE
    assert board.ENDED in neither
    assert board.REVERSED in neither
    assert board.GAP in gaps
    assert not set(re.findall(r"L\d{3}", undrawn)) & (board.RECORDED_BY_BOTH | board.RECORDED_BY_ONE)


def test_11c_the_room_sees_the_board_and_nothing_that_must_stay_inside(story: Story) -> None:
    f, p = story.F, story.P
    f.goes("wall")
    f.projects_map("1")
    p.see("canvas").wait_for(timeout=20_000)
    links = until(lambda: p.page.evaluate(_LINKS), "the map on the room's screen", page=p.page)
    assert len(links) == 15
    assert not any(link.get("note") for link in links)

    f.goes("compare")
    f.press("board.board")
    expect(p.see("room-board")).to_contain_text(board.HEADLINE, timeout=20_000)
    expect(p.see("room-board")).to_contain_text(board.JOINT)
    f.see("topic-1").get_by_role("button", name=f.words("board.project")).click()
    expect(p.see("difference-1")).to_contain_text("Grupo 1", timeout=20_000)
    expect(p.see("difference-1")).to_contain_text("Grupo 2")
    expect(p.see("difference-1")).to_contain_text(board.AGENDA[0][1])

    heard = b"".join(p.heard)
    assert b"conadeh" in heard  # it is this that was listened to
    assert CANARY.encode() not in heard
    assert b'"position' not in heard


def test_12_the_answer_of_the_room_is_kept(story: Story) -> None:
    f = story.F
    f.goes("discuss")
    f.page.get_by_label(f.words("discuss.answer")).fill(ANSWER)
    f.page.get_by_text(f.words("discuss.verify")).click()

    f.press("discuss.keep")

    f.reads(f.words("discuss.kept"))
    with sqlite3.connect(f"file:{story.server.database}?mode=ro", uri=True) as stored:
        kept = stored.execute("SELECT text, verify, share FROM word WHERE kind = 'answer'").fetchall()
    assert kept == [(ANSWER, 1, 0)]


def test_12b_each_group_writes_three_findings_and_one_unknown(story: Story) -> None:
    a, b, c = story.A, story.B, story.C
    for person in (b, c):
        person.see("pad-open").click()
        person.see("pad-asked").locator("summary").click()
        for n, text in enumerate(board.FINDINGS[person.language]):
            person.see(f"pad-finding-{n}").fill(text)
        person.see("pad-unknown-0").fill(board.UNKNOWN[person.language])
        person.see("pad-unknown-0").blur()
        expect(person.see("pad-answered")).to_have_text("4/4", timeout=20_000)

    if a.see("inspector-close").is_visible():
        a.see("inspector-close").click()
    a.see("tab-pad").click()
    a.see("pad-asked").locator("summary").click()
    expect(a.see("pad-finding-1")).to_have_value(board.FINDINGS["es"][1], timeout=20_000)
    with sqlite3.connect(f"file:{story.server.database}?mode=ro", uri=True) as stored:
        said = until(lambda: _said(stored, 8), "eight words of two groups", page=c.page)
    assert said == {("1", "finding"): 3, ("1", "unknown"): 1, ("2", "finding"): 3, ("2", "unknown"): 1}


def _said(stored: sqlite3.Connection, of: int) -> dict[tuple[str, str], int] | None:
    rows = stored.execute(
        "SELECT number_of_group, kind, count(*) FROM word WHERE kind != 'answer' GROUP BY number_of_group, kind"
    ).fetchall()
    return {(group, kind): n for group, kind, n in rows} if sum(n for _, _, n in rows) == of else None


_LINKS = """() => {
  const host = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('[data-testid=canvas]'));
  const canvas = (host?.shadowRoot ?? document).querySelector('[data-testid=canvas]');
  return canvas?.sectorMap?.state.ready ? [...canvas.sectorMap.state.map.links.values()] : null;
}"""


def _plain(of: Locator) -> str:
    return re.sub(r"\s+", " ", of.text_content() or "").strip()


def _lines(section: Locator) -> set[str]:
    """The sentences of a list, with the group's number where one stands behind; folded ones too."""
    return {re.sub(r"^[A-Z+] ?", "", line) for line in (_spaced(item) for item in section.locator("li").all())}


def _spaced(item: Locator) -> str:
    parts = item.locator(":scope > *").all_text_contents()
    return re.sub(r"\s+", " ", " ".join(parts)).strip()
