"""A table's pages: the canvas it is given, and its findings with their numbers from the acceptance story."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from mapping.changes import Change
from mapping.live import Hub
from mapping.store import Seat, Workshop
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
Sit = Callable[..., Seat]


@pytest.fixture
def table(seat: Sit) -> Seat:
    return seat("participant", "1")


def test_a_table_gets_the_canvas_of_its_own_map_and_no_other(
    visit: Visit, table: Seat, room: Hub, workshop: Workshop
) -> None:
    given = visit("group/build.py", "en", table, view="see").component("mode")

    assert (given["map"], given["mode"], given["view"]) == (workshop.group("1").map_id, "edit", "see")
    assert given["language"] == "en"
    assert room.entrant(given["token"])[1] == workshop.group("1").map_id
    assert workshop.group("2").map_id not in str(given)


def test_links_from_the_canvas_keep_seat_and_view(visit: Visit, table: Seat, room: Hub, workshop: Workshop) -> None:
    room.open_findings(workshop.id)
    links = visit("group/build.py", "es", table, view="draw").links()

    assert f"seat={table.id}" in links["Ver los hallazgos"]
    assert "view=draw" in links["English"]
    assert f"seat={table.id}" in links["English"]


def test_findings_stay_closed_until_the_facilitator_opens_them(
    visit: Visit, table: Seat, language: str, t: Any
) -> None:
    page = visit("group/explore.py", language, table)

    assert t("frame.closed.title") in page.says
    assert "data-act" not in page.sheets


def test_findings_are_sentences_with_their_map_and_their_table(
    visit: Visit, table: Seat, room: Hub, workshop: Workshop
) -> None:
    room.open_findings(workshop.id)
    page = visit("group/explore.py", "es", table)

    assert "4 de 5 instituciones con personal armado no tienen un control externo que funcione" in page.says
    assert "2 de 2" in page.says  # police, in the table of Q3-03
    assert "Un control que nadie dibujó puede existir." in page.says
    assert page.sheets.count('data-testid="finding-') == 7  # five on screen, two under "more questions"
    assert 'data-outcome="not_enough"' in page.sheets
    (picture,) = page.app.get("iframe")
    assert "vis.Network" in picture.proto.srcdoc
    assert len(picture.proto.srcdoc) < 120_000  # library and typeface are fetched once, not sent with every change
    assert re.findall(r'(?:src="|url\()([^")]+)', picture.proto.srcdoc)
    assert all(x.startswith("/assets/") for x in re.findall(r'(?:src="|url\()([^")]+)', picture.proto.srcdoc))


def test_the_address_names_the_finding_that_is_shown(visit: Visit, table: Seat, room: Hub, workshop: Workshop) -> None:
    room.open_findings(workshop.id)
    page = visit("group/explore.py", "en", table, q="Q3-10")

    chosen = page.sheets.split('aria-pressed="true"')[1][:400]
    assert "Q3-10" in chosen
    assert "weak" in page.says


def test_findings_follow_the_map(visit: Visit, table: Seat, room: Hub, workshop: Workshop) -> None:
    room.open_findings(workshop.id)
    before = visit("group/explore.py", "es", table).says
    map_id = workshop.group("1").map_id
    answer = Change("c-works", "p-table", 99, "set", {"of": "g1-08", "values": {"practice": "works"}})
    room.store.maps.append(map_id, answer, now=room.clock())

    after = visit("group/explore.py", "es", table).says

    assert "4 de 5 instituciones" in before
    assert "3 de 5 instituciones" in after  # the Military Police now has one that works


def test_a_closed_sensitive_layer_is_in_no_finding_and_no_picture(
    visit: Visit, table: Seat, room: Hub, workshop: Workshop
) -> None:
    map_id = workshop.group("1").map_id
    gang = {"id": "x-banda", "name": "Banda del mercado", "kind": "criminal"}
    room.store.maps.append(map_id, Change("c-a", "p-table", 99, "add", {"actor": gang}), now=room.clock())
    link = {"id": "x-secreta", "kind": "collusion", "source": "x-banda", "target": "pn", "note": "SECRETO-3"}
    room.store.maps.append(map_id, Change("c-b", "p-table", 99, "link", {"link": link}), now=room.clock())
    room.open_findings(workshop.id)

    page = visit("group/explore.py", "es", table)

    (picture,) = page.app.get("iframe")
    assert "connivencia" not in picture.proto.srcdoc
    assert "SECRETO-3" not in picture.proto.srcdoc
    assert "SECRETO-3" not in page.sheets


def test_what_people_typed_stays_text(visit: Visit, table: Seat, room: Hub, workshop: Workshop) -> None:
    name = "<img src=x onerror=alert(1)>"
    actor = {"id": "x-raro", "name": name, "kind": "core_security", "uses_force": "does"}
    add = Change("c-x", "p-table", 99, "add", {"actor": actor})
    room.store.maps.append(workshop.group("1").map_id, add, now=room.clock())
    room.open_findings(workshop.id)

    page = visit("group/explore.py", "es", table)

    assert "&lt;img src=x" in page.sheets
    assert "<img" not in page.sheets


def test_a_covered_room_shows_no_findings(visit: Visit, table: Seat, room: Hub, workshop: Workshop) -> None:
    room.open_findings(workshop.id)
    room.hide(workshop.id)

    page = visit("group/explore.py", "es", table)

    assert "Quien facilita cubrió las pantallas; el mapa está a salvo." in page.says
    assert "4 de 5" not in page.says


def test_the_comparison_is_a_tables_once_it_is_opened(visit: Visit, table: Seat, room: Hub, workshop: Workshop) -> None:
    assert "Coinciden 9 de 20" not in visit("facilitator/compare.py", "es", table).says
    room.open_compare(workshop.id)

    page = visit("facilitator/compare.py", "es", table)

    assert "Coinciden 9 de 20 relaciones" in page.says
    acts = set(re.findall(r'data-act="(\w+)"', page.sheets))
    assert acts == {"link"}  # to read, not to decide
    assert "Mostrar lo que consta en las fuentes" not in page.says
    assert [m["map"] for m in page.component("maps")["maps"]] == [workshop.group("1").map_id]
