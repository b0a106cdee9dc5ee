"""Beside the board: what each group says link by link, their answers, by how many it was drawn, what was decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from mapping.changes import Change
from mapping.codec import MapFile
from mapping.compare.running_order import key_of
from mapping.i18n import translate
from mapping.live import Hub
from mapping.store import Seat, Workshop
from mapping.ui import board_page, board_tables, boards
from tests.compare.maps import three
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]


@pytest.fixture
def of_three(room: Hub, workshop: Workshop) -> Workshop:
    room.bring(workshop.id, MapFile(three()["3"]))
    return room.store.workshops.read(workshop.id)


@pytest.fixture
def facilitator(seat: Any) -> Seat:
    return seat("facilitator", None)  # type: ignore[no-any-return]


def table(page: Screen, name: str) -> dict[str, list[str]]:
    """A table's rows: the heading's text -> the cells."""
    html = re.search(rf'data-testid="table-{name}".*?</table>', page.sheets, re.S)
    assert html
    rows = re.findall(r"<tr><th[^>]*>(.*?)</th>(.*?)</tr>", html[0], re.S)
    plain = re.compile(r"<[^>]+>")
    return {
        " ".join(plain.sub("", head).split()): [plain.sub("", c) for c in re.findall(r"<td[^>]*>(.*?)</td>", cells)]
        for head, cells in rows
    }


def test_each_groups_answer_stands_link_by_link(visit: Visit, facilitator: Seat) -> None:
    """Golden path, section 5: the two disputed answers are said as they were given."""
    rows = table(visit("facilitator/compare.py", "es", facilitator), "versions")

    assert len(rows) == 9
    assert [v for k, v in rows.items() if "CONADEH" in k and "Policía Militar" in k] == [["a medias", "sí"]]
    assert [v for k, v in rows.items() if "Ministerio Público" in k and "Tribunales" in k] == [["a medias", "sí"]]


def test_answers_are_counted_question_by_question(visit: Visit, facilitator: Seat) -> None:
    """Golden path, section 4: Q3-02 names four and three, Q3-04 one and none."""
    rows = table(visit("facilitator/compare.py", "en", facilitator), "answers")

    assert len(rows) == 6
    assert rows["Outside oversight"] == ["4", "3"]
    assert rows["Is oversight independent?"] == ["1", "0"]


def test_the_joint_map_is_of_as_many_groups_as_the_facilitator_says(of_three: Workshop) -> None:
    """Group 3 is group 1 with two answers and one link more: what all draw is less than what two draw."""
    found = boards.board_of(of_three)

    sizes = [len(boards.with_level(found, of_three, n).joint.map.links) for n in (1, 2, 3)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == len(found.links)
    assert sizes[2] == len(found.overlap.shared)
    assert boards.with_level(found, of_three, 2) is found


LINKS = {1: 20, 2: 15, 3: 9}  # groups 1 and 2 share 9 of 20; group 3 has group 1's 14 and one of group 2's


@pytest.mark.parametrize("level", LINKS)
def test_the_rooms_screen_counts_what_its_picture_shows(
    visit: Visit, facilitator: Seat, seat: Any, room: Hub, of_three: Workshop, language: str, t: Any, level: int
) -> None:
    """The level that was chosen on *Compare* is the workshop's: the room's screen has it, and who leads with one."""
    room.project(of_three.id, "board")
    room.level(of_three.id, level)

    screen = visit("facilitator/projector.py", language, seat("projector", None))
    page = visit("facilitator/compare.py", language, facilitator)

    head = re.search(r"<h1>(.*?)</h1>", screen.sheets)
    assert head
    assert str(LINKS[level]) in re.findall(r"\d+", head[1])
    assert t.count("compare.joint.links", LINKS[level]) in screen.says
    assert f'aria-pressed="true" aria-label="{t("board.level", n=level, count=3)}"' in page.sheets


def test_by_how_many_a_link_must_be_drawn_is_asked_from_one_to_all(
    visit: Visit, facilitator: Seat, workshop: Workshop, room: Hub, t: Any
) -> None:
    two = visit("facilitator/compare.py", "es", facilitator).sheets
    assert two.count('data-act="at_least"') == 2
    assert 'aria-pressed="true" aria-label="2 de 2 grupos"' in two

    room.bring(workshop.id, MapFile(three()["3"]))

    page = visit("facilitator/compare.py", "es", facilitator)
    assert page.sheets.count('data-act="at_least"') == 3
    assert 'aria-pressed="true" aria-label="2 de 3 grupos"' in page.sheets


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_decision_about_two_actors_is_listed_and_can_be_taken_back(
    visit: Visit, facilitator: Seat, workshop: Workshop, room: Hub, verdict: str
) -> None:
    for number, id, name in (("1", "x-1", "Junta de Agua de Yuscarán"), ("2", "x-2", "Junta de agua Yuscarán")):
        actor = {"id": id, "name": name, "kind": "community"}
        change = Change(f"c-{id}", "p-1", 0, "add", {"actor": actor})
        room.store.maps.append(workshop.group(number).map_id, change, now=1.0)
    asked = visit("facilitator/compare.py", "es", facilitator).sheets
    subject = re.search(r'data-act="same" data-value="([^"]+)"', asked)[1]  # type: ignore[index]

    boards.judge(workshop, facilitator.by, subject, verdict)
    after = visit("facilitator/compare.py", "es", facilitator).sheets
    boards.judge(workshop, facilitator.by, subject, None)

    assert 'data-testid="decided"' not in asked
    assert 'data-testid="decided"' in after
    assert f'data-act="undecided" data-value="{subject}"' in after
    assert "Junta de Agua de Yuscarán y Junta de agua Yuscarán son" in after  # as each group wrote it
    assert visit("facilitator/compare.py", "es", facilitator).sheets.count('data-act="same"') == 1


def test_a_decision_about_an_actor_that_is_gone_is_not_listed(workshop: Workshop, t: Any) -> None:
    found = boards.board_of(workshop)

    assert board_tables.decided([("1:x-gone|2:pn", "same")], {}, found, t) is None


def test_a_group_that_has_drawn_nothing_does_not_make_the_others_agree_on_nothing(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    before = boards.board_of(workshop)
    group = room.one_more(workshop.id)
    now = room.store.workshops.read(workshop.id)

    page = visit("facilitator/compare.py", "en", facilitator)

    assert boards.board_of(now).overlap == before.overlap
    assert f"Nothing drawn, and so not counted: Group {group.number}." in page.says


def test_towers_stand_as_dots_and_who_was_rated_by_nobody_is_said(visit: Visit, facilitator: Seat) -> None:
    """Golden path, section 5: BID 4 and 2; INP was rated by nobody."""
    html = visit("facilitator/compare.py", "es", facilitator).sheets

    row = re.search(r"<tr><th[^>]*><span class=\"who\">BID</span>(.*?)</th>", html)
    assert row
    assert re.findall(r'class="at-(\d) up-0" data-group="(\d)"', row[1]) == [("2", "2"), ("4", "1")]
    assert "Nadie valoró a: INP." in html


def test_a_link_of_the_joint_map_that_is_pressed_shows_each_groups_version(
    visit: Visit, facilitator: Seat, seat: Any, room: Hub, workshop: Workshop
) -> None:
    room.open_compare(workshop.id)
    for who in (facilitator, seat("participant", "1")):
        page = visit("facilitator/compare.py", "es", who)
        key = key_of("conadeh>ov_independent>pmop")
        assert f'data-act="link" data-value="{key}"' in page.sheets
        assert 'data-testid="one-link"' not in page.sheets

        page.app.session_state[board_page.LINK] = key
        page.app.run()

        shown = page.sheets.partition('data-testid="one-link"')[2].partition("</ul>")[0]
        assert re.findall(r'class="grow">(.*?)<', shown) == ["CONADEH supervisa a la Policía Militar", "a medias", "sí"]


@pytest.mark.parametrize(
    ("id", "says"),
    [("mp>ov_judicial>pn", ["sí", "no la dibujó"]), ("apj>ov_civil>pn", ["no tiene: APJ", "sí"]),
     ("pn>referral>mp", ["sí", "la dibujó al revés"]), ("congreso>ov_parliamentary>fusina", None)],
)  # fmt: skip
def test_who_did_not_draw_a_link_is_said_why(workshop: Workshop, id: str, says: list[str] | None) -> None:
    found = boards.with_level(boards.board_of(workshop), workshop, 1)
    shown = board_tables.one_link(found, key_of(id), translate("es"))
    told = re.findall(r'<span class="grow">(.*?)</span>', str(shown)) if shown else None

    assert told == says, sorted(found.joint.keys)


def test_the_numbers_are_folded_away_for_whoever_analyses(
    visit: Visit, facilitator: Seat, seat: Any, room: Hub, workshop: Workshop
) -> None:
    """Golden path, section 5: 11 of 13 actors, 9 of 20 links, the same answer to 7 of 9."""
    room.open_compare(workshop.id)
    page = visit("facilitator/compare.py", "es", facilitator)
    assert "QAP" not in page.says
    page.app.session_state[board_page.NUMBERS] = True
    page.app.run()

    _, row = table(page, "statistics").values()  # the first one is the head
    assert row[:3] == ["11 / 13 = 0.85", "9 / 20 = 0.45", "7 / 9"]
    assert all(re.search(r"\d", cell) for cell in row)
    assert "alfa de Krippendorff (ordinal)" in page.says
    assert "QAP" not in visit("facilitator/compare.py", "es", seat("participant", "1")).says


def test_while_the_sensitive_layer_is_open_who_leads_compares_it_and_nobody_else(
    visit: Visit, facilitator: Seat, seat: Any, room: Hub, workshop: Workshop
) -> None:
    for number, kind in (("1", "infiltration"), ("2", "influence")):
        rows = [{"op": "add", "actor": {"id": "ms13", "name": "MS-13", "kind": "criminal", "catalogue": "ms13"}},
                {"op": "link", "link": {"id": "x-s", "kind": kind, "source": "ms13", "target": "pn",
                                        "evidence": "C", "confidence": 2}}]  # fmt: skip
        map_id = workshop.group(number).map_id
        seq = room.store.maps.state(map_id).seq
        change = Change(f"c-s{number}", "p-server", seq, "batch", {"label": "import", "changes": rows})
        assert not room.store.maps.append(map_id, change, now=1.0).outcome.refusals
    room.open_compare(workshop.id)
    room.project(workshop.id, "board")
    said = "infiltra"
    assert said not in visit("facilitator/compare.py", "es", facilitator).says
    room.open_sensitive(workshop.id)

    page = visit("facilitator/compare.py", "es", facilitator)
    assert said in page.says
    assert "La capa sensible está abierta." in page.says
    line = re.search(r"<li>(?:(?!</li>).)*infiltra(?:(?!</li>).)*</li>", page.sheets)
    assert line
    assert 'class="group s line">?<' in line[0]
    page.app.button(key="veil").click().run()
    line = re.search(r"<li>(?:(?!</li>).)*infiltra(?:(?!</li>).)*</li>", page.sheets)
    assert line
    assert 'class="group s line">1<' in line[0]
    for other in (visit("facilitator/compare.py", "es", seat("participant", "1")),
                  visit("facilitator/projector.py", "es", seat("projector", None))):  # fmt: skip
        assert "infiltra" not in other.says
