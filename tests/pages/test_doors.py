"""Home and the ways in: words in both languages, links that keep them, and pages that refuse in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mapping.live import Hub
from mapping.store import Seat, Workshop
from tests.pages.conftest import PASSPHRASE, Screen

Visit = Callable[..., Screen]
Sit = Callable[..., Seat]


def test_home_has_three_doors_in_the_chosen_language(visit: Visit, language: str, t: Any) -> None:
    page = visit("library/home.py", language)

    for door in ("join", "run", "try"):
        assert t(f"home.{door}.title") in page.says
    assert page.component("code")["words"]["wrong"] == t("door.wrong")


def test_every_link_of_home_keeps_the_language(visit: Visit) -> None:
    links = visit("library/home.py", "en").links()

    assert links["Open a workshop"] == "workshop?lang=en"
    assert links["Español"].endswith("lang=es")
    assert all("lang=" in query for query in links.values())


def test_a_link_with_a_code_shows_the_door_alone_and_tries_it(visit: Visit) -> None:
    page = visit("library/home.py", "es", code="4K7M2P")

    assert page.component("code")["code"] == "4K7M2P"
    assert "Facilitar un taller" not in page.says


def test_opening_needs_a_passphrase_and_the_house_rules(visit: Visit, room: Hub, language: str, t: Any) -> None:
    page = visit("facilitator/workshop.py", language)
    page.app.button(key="plan-open").click().run()
    assert t("workshop.needs.passphrase") in page.says

    page.app.text_input(key="plan-passphrase").input(PASSPHRASE)
    page.app.button(key="plan-open").click().run()

    assert t("workshop.needs.rules") in page.says
    assert room.store.workshops.list_open() == ()


def test_a_workshop_opens_with_what_is_proposed_and_hands_out_a_ticket(visit: Visit, room: Hub) -> None:
    page = visit("facilitator/workshop.py", "es")
    page.app.text_input(key="plan-passphrase").input(PASSPHRASE)
    page.app.checkbox(key="plan-agreed").check()
    page.app.button(key="plan-open").click().run()

    (opened,) = room.store.workshops.list_open()
    assert (opened.plan.session, opened.plan.groups, opened.plan.preset, opened.plan.start) == ("3", 2, "90", "none")
    assert (opened.plan.minutes, opened.plan.frames, opened.plan.keep_days, opened.plan.rules) == ({}, {}, 14, True)
    assert opened.plan.date == "2015-09-01"  # the exercise's own
    assert opened.day.sensitive is False
    taken, _ = room.join_ticket(page.component("ticket")["ticket"])
    assert (taken.role, taken.workshop) == ("facilitator", opened.id)


def test_what_is_adjusted_before_opening_is_what_the_day_has(visit: Visit, room: Hub) -> None:
    page = visit("facilitator/workshop.py", "es")
    page.app.session_state["plan-session"], page.app.session_state["plan-start"] = "3+4", "anchors"
    page.app.run()
    page.app.number_input(key="step-3-90-oversight").set_value(12).run()
    page.app.text_input(key="plan-wifi").input("Sala Lempira")
    page.app.text_input(key="plan-passphrase").input(PASSPHRASE)
    page.app.checkbox(key="plan-agreed").check()
    page.app.button(key="plan-open").click().run()

    (opened,) = room.store.workshops.list_open()
    steps = {step.id: step.minutes for step in room.steps_of(opened.id)}
    assert (steps["oversight"], steps["authority"]) == (12, 10)
    assert (opened.plan.sessions, opened.plan.wifi) == (("3", "4"), "Sala Lempira")
    for group in opened.groups:
        drawn = room.store.maps.state(group.map_id).map
        assert (len(drawn.actors), len(drawn.links)) == (6, 0)
    room.session(opened.id, "4")
    assert sum(step.minutes for step in room.steps_of(opened.id)) == 75  # its own preset, not session 3's


def test_the_defaults_are_said_before_anything_is_opened(visit: Visit, language: str, t: Any) -> None:
    says = visit("facilitator/workshop.py", language).says

    for name in ("sensitive", "neutral", "share", "positions", "names"):
        assert t(f"workshop.as_is.{name}") in says


def test_code_and_passphrase_together_open_the_way_back(visit: Visit, room: Hub, workshop: Workshop) -> None:
    def back(code: str, secret: str) -> Screen:
        page = visit("facilitator/workshop.py", "es", back="1")
        page.app.text_input(key="back-code").input(code)
        page.app.text_input(key="back-passphrase").input(secret)
        page.app.button(key="back-enter").click().run()
        return page

    assert "no coinciden con ningún taller" in back(workshop.code, "montaña roja").says
    assert "no coinciden con ningún taller" in back("ZZZ ZZZ", PASSPHRASE).says
    ticket = back(workshop.groups[0].code, PASSPHRASE).component("ticket")
    assert room.join_ticket(ticket["ticket"])[0].role == "facilitator"


PAGES = ("wall", "compare", "discuss", "debrief")


@pytest.mark.parametrize("page", PAGES)
def test_a_participant_is_refused_the_facilitators_pages_in_words(visit: Visit, seat: Sit, page: str) -> None:
    says = visit(f"facilitator/{page}.py", "es", seat("participant", "1")).says

    assert "Esta página es de quien facilita" in says
    assert "Coinciden" not in says


@pytest.mark.parametrize("page", PAGES)
def test_a_seat_whose_cookie_is_not_here_opens_nothing(visit: Visit, seat: Sit, page: str) -> None:
    screen = visit(f"facilitator/{page}.py", "en", seat("facilitator", None), cookie=False)

    assert "This page is the facilitator's" in screen.says
    assert screen.links()["Back to my workshop"] == "workshop?lang=en&back=1"


def test_a_table_without_its_cookie_gets_the_door(visit: Visit, seat: Sit, language: str, t: Any) -> None:
    screen = visit("group/build.py", language, seat("participant", "1"), cookie=False)

    assert t("frame.no_seat.title") in screen.says
    assert screen.component("code")["code"] == ""


def test_the_cards_carry_each_groups_code_and_address(visit: Visit, seat: Sit, workshop: Workshop) -> None:
    page = visit("facilitator/workshop.py", "es", seat("facilitator", None))

    for group in workshop.groups:
        assert f"{group.code[:3]} {group.code[3:]}" in page.says
    assert "workshop.test:8501" in page.says


def test_the_cards_say_the_wifi_and_speak_both_languages_and_the_rooms_screen_does_not(
    visit: Visit, seat: Sit, room: Hub, workshop: Workshop
) -> None:
    room.store.workshops.set_plan(workshop.id, replace(workshop.plan, wifi="Sala <Lempira>", wifi_key="once-puentes"))
    says = visit("facilitator/workshop.py", "es", seat("facilitator", None)).says

    assert "once-puentes" in says
    assert "Apunte la cámara" in says
    assert "Point the camera" in says
    assert "Sala <Lempira>" in says  # what was typed is text: as markup it would not be read
    assert "once-puentes" not in visit("facilitator/projector.py", "es", seat("projector", None)).says
