"""Pages that need no workshop: the case, opening a map and the guide."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mapping.live import Hub
from mapping.store import Seat
from mapping.ui.guide import KEYS
from mapping.ui.role_sheets import ROLES
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
ROOT = Path(__file__).parent.parent.parent


def test_the_guide_answers_in_both_languages(visit: Visit, language: str, t: Any) -> None:
    says = visit("library/help.py", language).says

    assert t("help.table.offline.q") in says
    assert t("canvas.keys.undo") in says


def test_the_guide_names_the_keys_that_the_canvas_has() -> None:
    commands = (ROOT / "mapping" / "render" / "canvas" / "commands.js").read_text(encoding="utf-8")

    assert set(KEYS) <= set(re.findall(r"shown: '([^']+)', says: '([\w.]+)'", commands))


def test_the_case_is_found_by_acronym_and_by_kind(visit: Visit, language: str, t: Any) -> None:
    page = visit("library/scenario.py", language)
    page.app.text_input(key="actors-find").input("pmop").run()

    assert 'data-testid="actors-count"' in page.sheets
    names = page.app.dataframe[0].value[t("case.column.name")].tolist()
    assert any("Militar" in n or "Military" in n for n in names)
    assert len(names) < 10


def test_the_case_shows_what_held_on_a_day(visit: Visit) -> None:
    page = visit("library/scenario.py", "es")
    on_the_day = len(page.app.dataframe[1].value)
    page.app.text_input(key="links-day").input("").run()

    assert on_the_day < len(page.app.dataframe[1].value)


def test_a_day_that_is_none_is_said_and_hides_nothing(visit: Visit) -> None:
    page = visit("library/scenario.py", "es")
    page.app.text_input(key="actors-day").input("ayer").run()

    assert "Escriba una fecha como 2015-09-01" in page.says


def test_an_example_is_marked_as_invented(visit: Visit, language: str, t: Any) -> None:
    page = visit("library/open_map.py", language)

    assert f"12 {t('wall.actors.many')} 14 {t('wall.links.many')}" in page.says
    assert t("open.invented") in page.says


def test_a_map_opened_alone_is_a_private_live_map_with_its_findings(visit: Visit, room: Hub) -> None:
    page = visit("library/open_map.py", "es")
    page.app.button(key="open-explore").click().run()

    given = page.component("ticket")
    seat, workshop = room.join_ticket(given["ticket"])
    assert (given["page"], workshop.kind, workshop.day.findings) == ("explore", "solo", True)
    assert workshop.plan.invented
    assert len(room.store.maps.state(workshop.groups[0].map_id).map.actors) == 12
    assert "personal armado" in visit("group/explore.py", "es", seat).says


def test_the_reference_map_is_that_of_the_day(visit: Visit) -> None:
    page = visit("library/open_map.py", "es")
    page.app.get("button_group")[0].set_value("reference").run()
    shown = page.says
    page.app.text_input(key="open-at-honduras").input("2009").run()

    assert "90 actores" in shown  # tier 1 on 2015-09-01
    assert "90 actores" not in page.says


def test_each_role_has_a_sheet_in_both_languages(visit: Visit, language: str, t: Any) -> None:
    says = visit("library/sheets.py", language).says

    for role in ROLES:
        assert t(f"roles.{role}.title") in says
        assert t(f"roles.{role}.when") in says


def test_the_facilitators_guide_is_read_in_both_languages(visit: Visit, language: str) -> None:
    page = visit("library/guide.py", language)

    headings = re.findall(r"^## (.+)$", (ROOT / "docs" / "guide" / f"{language}.md").read_text(encoding="utf-8"), re.M)
    assert len(headings) >= 7
    assert all(heading in page.says for heading in headings)


def test_both_guides_have_the_same_parts() -> None:
    spanish, english = (
        (ROOT / "docs" / "guide" / f"{language}.md").read_text(encoding="utf-8") for language in ("es", "en")
    )
    shape = [
        [line[:2] for line in text.splitlines() if line[:2] in ("##", "| ", "- ", "1.")] for text in (spanish, english)
    ]

    assert shape[0] == shape[1]


def test_the_role_sheets_lead_back_to_the_workshop_they_were_opened_from(
    visit: Visit, seat: Callable[..., Seat], language: str, t: Any
) -> None:
    leads = seat("facilitator")

    back = visit("library/sheets.py", language, leads).links()[t("roles.back")]

    assert "workshop" in back
    assert f"seat={leads.id}" in back
    assert t("roles.back") not in visit("library/sheets.py", language).links()
