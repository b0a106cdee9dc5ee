"""Whoever leads arranges what the room talks about: order, ticks, questions of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mapping.compare import wording
from mapping.compare.board import board
from mapping.compare.running_order import Item
from mapping.i18n import translate
from mapping.live import Hub
from mapping.model import SectorMap
from mapping.store import Seat, Workshop
from mapping.ui import agenda, answering, boards
from mapping.ui.identity import Here
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
OWN = "¿Quién paga a los inspectores?"


@pytest.fixture
def facilitator(seat: Callable[..., Seat]) -> Seat:
    return seat("facilitator", None)


@pytest.fixture
def here(facilitator: Seat, workshop: Workshop) -> Here:
    return Here(facilitator, workshop)


def points(workshop: Workshop) -> tuple[Item, ...]:
    return agenda.points(workshop, boards.board_of(workshop))


def ids(workshop: Workshop) -> list[str]:
    return [item.subject for item in points(workshop)]


def add(visit: Visit, facilitator: Seat, text: str = OWN) -> Screen:
    page = visit("facilitator/compare.py", "es", facilitator)
    page.app.text_input(key="own-text").input(text)
    page.app.button(key="own-add").click().run()
    return page


def test_a_point_put_earlier_is_first_on_every_page_and_for_every_facilitator(
    visit: Visit, here: Here, seat: Callable[..., Seat], workshop: Workshop
) -> None:
    board = boards.board_of(workshop)
    first, _, third, *_ = ids(workshop)
    agenda.pressed(here, points(workshop), "up", points(workshop)[2].key)
    agenda.pressed(here, points(workshop), "up", points(workshop)[1].key)

    assert ids(workshop)[:2] == [third, first]
    talk = visit("facilitator/discuss.py", "es", seat("facilitator", None))
    assert "Punto 1 de 11" in talk.says
    assert wording.question(board, board.agenda[2].difference, translate("es")) in talk.says
    agenda.pressed(here, points(workshop), "down", points(workshop)[0].key)
    assert ids(workshop)[:2] == [first, third]


def test_what_was_talked_about_is_ticked_and_talk_begins_with_what_was_not(
    visit: Visit, facilitator: Seat, here: Here, workshop: Workshop
) -> None:
    agenda.pressed(here, points(workshop), "done", points(workshop)[0].key)

    board = visit("facilitator/compare.py", "es", facilitator)
    assert board.sheets.count('class="ag done"') == 1
    assert 'data-testid="difference-2"' in visit("facilitator/discuss.py", "es", facilitator).sheets

    agenda.pressed(here, points(workshop), "undone", points(workshop)[0].key)
    assert not any(item.done for item in points(workshop))


def test_a_question_of_ones_own_is_asked_shown_answered_and_taken_off(
    visit: Visit, facilitator: Seat, here: Here, room: Hub, seat: Callable[..., Seat], workshop: Workshop
) -> None:
    page = add(visit, facilitator, f"  {OWN}  ")

    assert [x.asks for x in points(workshop) if x.topic is None] == [OWN]
    own = points(workshop)[3]
    assert own.asks == OWN
    shown = page.sheets.partition('class="agenda"')[2].partition("<details")[0]
    assert shown.count("data-testid=") == 4
    assert page.app.text_input(key="own-text").value == ""

    talk = visit("facilitator/discuss.py", "es", facilitator, point=own.key)
    talk.app.text_area[0].input("Nadie lo sabe.").run()
    talk.app.button(key="project").click().run()
    answer = answering.answers(workshop)[own.subject]
    assert (answer.title, answer.text, answer.share) == (OWN, "Nadie lo sabe.", False)
    shown = visit("facilitator/projector.py", "es", seat("projector", None))
    assert OWN in shown.says
    assert "Nadie lo sabe." not in shown.says
    assert "Nadie lo sabe." in visit("facilitator/compare.py", "es", facilitator).says

    agenda.pressed(here, points(workshop), "drop", own.key)
    assert all(x.topic for x in points(workshop))


def test_a_table_sees_the_order_and_no_buttons(
    visit: Visit, facilitator: Seat, room: Hub, seat: Callable[..., Seat], workshop: Workshop
) -> None:
    add(visit, facilitator)
    room.open_compare(workshop.id, True)

    page = visit("facilitator/compare.py", "es", seat("participant", "1"))

    assert OWN in page.says
    assert not any(f'data-act="{act}"' in page.sheets for act in agenda.ACTS)


def test_nothing_and_too_many_are_not_added(visit: Visit, facilitator: Seat, workshop: Workshop, here: Here) -> None:
    add(visit, facilitator, "   ")
    assert all(x.topic for x in points(workshop))
    for n in range(agenda.MOST):
        agenda._judge(here, f"own:{n:016x}", f"¿{n}?")
    add(visit, facilitator)
    assert sum(x.topic is None for x in points(workshop)) == agenda.MOST


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_point_is_asked_in_the_language_of_the_page(
    visit: Visit, facilitator: Seat, t: Any, language: str
) -> None:
    page = visit("facilitator/compare.py", language, facilitator)
    assert t("board.agenda.up") in page.sheets
    assert t("board.agenda.done") in page.says


def test_before_a_map_has_anything_nothing_is_counted_as_left_out() -> None:
    empty = board({"1": SectorMap(), "2": SectorMap()})

    html = str(agenda.section(empty, (), translate("es"), facilitates=True, answers={}))

    assert "no se listan" not in html
