"""Beside the board: what each group says link by link, their answers, by how many it was drawn, what was decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from mapping.changes import Change
from mapping.codec import MapFile
from mapping.live import Hub
from mapping.store import Seat, Workshop
from mapping.ui import board_tables, boards
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


def test_two_groups_are_not_asked_how_many(
    visit: Visit, facilitator: Seat, workshop: Workshop, room: Hub, t: Any
) -> None:
    assert 'data-testid="levels"' not in visit("facilitator/compare.py", "es", facilitator).sheets

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
    assert visit("facilitator/compare.py", "es", facilitator).sheets.count('data-act="same"') == 1


def test_a_decision_about_an_actor_that_is_gone_is_not_listed(workshop: Workshop, t: Any) -> None:
    found = boards.board_of(workshop)

    assert board_tables.decided([("1:x-gone|2:pn", "same")], found, t) is None


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
