"""The pages where the program ships another country."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mapping.live import Hub
from mapping.scenario import Scenario, named
from mapping.store import Plan
from mapping.ui import assets
from tests.conftest import read
from tests.pages.conftest import PASSPHRASE, Screen

Visit = Callable[..., Screen]
HONDURAN = ("Hondur", "hondur", "PMOP", "FUSINA", "CONADEH")


@pytest.mark.parametrize("page", ["library/home.py", "library/scenario.py", "library/open_map.py", "library/help.py"])
def test_no_page_speaks_of_another_country(isla: Scenario, visit: Visit, page: str, language: str) -> None:
    says = visit(page, language).says

    assert not [word for word in HONDURAN if word in says]


def test_the_case_and_its_map_are_the_islands(isla: Scenario, visit: Visit, language: str) -> None:
    case = visit("library/scenario.py", language)
    opened = visit("library/open_map.py", language)
    opened.app.get("button_group")[0].set_value("reference").run()

    assert isla.names[language] in case.says
    assert opened.app.text_input(key="open-at-isla").value == "1998-06-30"


def test_a_scenario_without_an_example_offers_none(
    isla: Scenario, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(read.SHIPPED) / "isla", tmp_path / "isla", ignore=shutil.ignore_patterns("example"))
    monkeypatch.setattr(read, "SHIPPED", tmp_path)
    read.named.cache_clear()

    page = visit("library/open_map.py", "es")

    assert page.app.text_input(key="open-at-isla").value == "1998-06-30"


def test_where_there_are_two_countries_one_is_chosen(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(__file__).parents[1] / "scenario" / "isla", tmp_path / "isla")
    shutil.copytree(Path(read.SHIPPED) / "honduras", tmp_path / "honduras")
    monkeypatch.setattr(read, "SHIPPED", tmp_path)
    read.named.cache_clear()

    page = visit("library/scenario.py", "es", case="isla")
    plan = visit("facilitator/workshop.py", "es")
    plan.app.selectbox(key="plan-case").set_value("isla").run()

    assert named("isla").names["es"] in page.says
    assert page.app.selectbox(key="case-which").value == "isla"
    assert not plan.app.exception
    read.named.cache_clear()


@pytest.mark.parametrize("session", ["3", "4"])
def test_a_workshop_on_it_is_led_and_drawn(
    isla: Scenario, room: Hub, visit: Visit, session: str, language: str
) -> None:
    frame = isla.exercise(session).frame(language)
    plan = Plan(
        session=session, language=language, question=frame.question, objective=frame.objective,
        territory=frame.territory, date=frame.date,
    )  # fmt: skip
    workshop = room.store.workshops.open(plan, PASSPHRASE, now=room.clock())
    led = room.store.seats.take(workshop.id, "facilitator", None)
    table = room.store.seats.take(workshop.id, "participant", workshop.groups[0].number)

    for seat, pages in (
        (led, ("facilitator/wall.py", "facilitator/compare.py", "facilitator/projector.py")),
        (table, ("group/build.py",)),
    ):
        for page in pages:
            says = visit(page, language, seat=seat).says
            assert not [word for word in HONDURAN if word in says]
    assert b'"scenario":"isla"' in assets.catalogue("isla")
