"""The facilitator takes maps in from files, on Compare and on Prepare."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from mapping.codec import MapFile, dumps
from mapping.live import Hub
from mapping.model import SectorMap
from mapping.store import Plan, Seat, Workshop
from mapping.ui import taking_in
from tests import golden
from tests.compare.maps import without_link
from tests.pages.conftest import PASSPHRASE, Screen, draw
from tests.pages.upload import Upload

Visit = Callable[..., Screen]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Upload]:
    """What lies in the field for files; each page that is opened finds it there until it was taken in."""
    files: list[Upload] = []

    def uploader(label: str, *, key: str, **_: Any) -> list[Upload]:
        return files if key == "take-in-0" else []

    monkeypatch.setattr(taking_in.st, "file_uploader", uploader)
    return files


@pytest.fixture
def facilitator(room: Hub) -> tuple[Seat, Workshop]:
    """Of a workshop of two groups in which nobody has drawn."""
    opened = room.store.workshops.open(Plan(question=golden.QUESTION), PASSPHRASE, now=room.clock())
    return room.store.seats.take(opened.id, "facilitator"), opened


def stick(name: str, map: SectorMap, **more: Any) -> Upload:
    return Upload(name, dumps(MapFile(map, **more)).encode())


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click().run()


@pytest.mark.parametrize("page", ["compare", "workshop"])
def test_fills_the_empty_groups_and_then_makes_more(
    visit: Visit, room: Hub, facilitator: tuple[Seat, Workshop], given: list[Upload], page: str, language: str, t: Any
) -> None:
    seat, workshop = facilitator
    given += [stick("a.json", golden.group1()), stick("b.json", golden.group2()), stick("c.json", golden.group1())]

    screen = visit(f"facilitator/{page}.py", language, seat)
    assert t("imports.kept", what=t.count("imports.note.actors", 12)) in screen.says
    press(screen.app, "take-in-do")

    now = room.store.workshops.read(workshop.id)
    maps = [room.store.maps.state(group.map_id).map for group in now.groups]
    assert [group.number for group in now.groups] == ["1", "2", "3"]
    assert [len(map.links) for map in maps] == [15, 15, 15]
    assert [map.frame.group for map in maps] == ["1", "2", "3"]
    said = [str(done.value) for done in screen.app.success]
    assert said[-1] == t("imports.take.done", name="c.json", number="3")


def test_they_stand_on_the_board_at_once(
    visit: Visit, facilitator: tuple[Seat, Workshop], given: list[Upload], t: Any, language: str
) -> None:
    given += [stick("a.json", golden.group1()), stick("b.json", golden.group2())]
    screen = visit("facilitator/compare.py", language, facilitator[0])
    press(screen.app, "take-in-do")

    assert t("compare.headline.two", shared=9, union=20) in screen.says


def test_what_is_drawn_is_no_choice_and_a_new_group_is_offered(
    visit: Visit, workshop: Workshop, seat: Callable[..., Seat], given: list[Upload], room: Hub, t: Any, language: str
) -> None:
    before = [room.store.maps.state(g.map_id).map for g in workshop.groups]
    given.append(stick("a.json", without_link(golden.group1(), "g1-01")))

    screen = visit("facilitator/compare.py", language, seat("facilitator"))

    (choice,) = [box for box in screen.app.selectbox if str(box.key).startswith("take-in-as")]
    assert choice.options == [t("imports.take.new", number="3")]
    assert t("imports.take.drawn", groups=t.join([t("frame.group", number=n) for n in "12"])) in screen.says
    press(screen.app, "take-in-do")
    assert [room.store.maps.state(g.map_id).map for g in workshop.groups] == before
    assert [g.number for g in room.store.workshops.read(workshop.id).groups] == ["1", "2", "3"]


def test_a_map_that_a_group_has_already_is_left_unless_somebody_wants_it_twice(
    visit: Visit, workshop: Workshop, seat: Callable[..., Seat], given: list[Upload], room: Hub, t: Any, language: str
) -> None:
    held = room.store.maps.file(workshop.group("2").map_id)
    given.append(stick("a.json", held.map))

    screen = visit("facilitator/compare.py", language, seat("facilitator"))

    (choice,) = [box for box in screen.app.selectbox if str(box.key).startswith("take-in-as")]
    assert choice.options == [t("imports.take.left", number="2"), t("imports.take.new", number="3")]
    assert screen.app.button(key="take-in-do").disabled
    assert t("imports.take.same", number="2") in screen.says

    choice.select("new").run()
    press(screen.app, "take-in-do")

    assert [g.number for g in room.store.workshops.read(workshop.id).groups] == ["1", "2", "3"]


def test_a_file_goes_to_the_group_that_it_names_and_not_two_to_one(
    visit: Visit, facilitator: tuple[Seat, Workshop], given: list[Upload], t: Any
) -> None:
    given += [stick("b.json", golden.group2()), stick("a.json", golden.group1())]
    screen = visit("facilitator/compare.py", "es", facilitator[0])
    first, second = [box for box in screen.app.selectbox if str(box.key).startswith("take-in-as")]
    assert (first.value, second.value) == ("2", "1")

    second.select("2").run()

    assert "Dos de los archivos serían el mismo grupo." in screen.says
    assert screen.app.button(key="take-in-do").disabled


def test_what_was_drawn_while_one_chose_is_not_gone_over(
    visit: Visit, room: Hub, facilitator: tuple[Seat, Workshop], given: list[Upload], monkeypatch: pytest.MonkeyPatch
) -> None:
    seat, workshop = facilitator
    given.append(stick("a.json", golden.group1()))
    screen = visit("facilitator/compare.py", "es", seat)
    taken = taking_in.hub().bring

    def late(*of: Any) -> Any:
        draw(room, workshop.group("1").map_id, golden.group2())
        return taken(*of)

    monkeypatch.setattr(room, "bring", late)
    press(screen.app, "take-in-do")

    assert "entretanto alguien dibujó en el grupo 1" in screen.says
    assert room.store.maps.state(workshop.group("1").map_id).map.actors == golden.group2().actors


def test_says_what_does_not_fit_to_the_workshop(
    visit: Visit, workshop: Workshop, seat: Callable[..., Seat], given: list[Upload]
) -> None:
    other = golden.group1()
    other = replace(other, frame=replace(other.frame, question="¿Quién manda?", scenario="otro"))
    given += [
        stick("otra.json", other, handling="shareable"),
        Upload("roto.json", b"{"),
        stick("nada.json", SectorMap()),
    ]

    says = visit("facilitator/compare.py", "es", seat("facilitator")).says

    assert "El archivo responde a otra pregunta: «¿Quién manda?»" in says
    assert "se dibujó sobre otro caso" in says
    assert "no trae las notas ni lo sensible" in says
    assert "El grupo 1 ya tiene exactamente este mapa." in says
    assert "No se pudo leer «roto.json»" in says
    assert "Recibir el mapa" in says  # the empty one is not among them


def test_a_table_that_may_compare_is_not_asked(
    visit: Visit, workshop: Workshop, seat: Callable[..., Seat], room: Hub, given: list[Upload]
) -> None:
    room.open_compare(workshop.id)
    given.append(stick("a.json", golden.group1()))

    page = visit("facilitator/compare.py", "es", seat("participant", "1"))

    assert "take-in-do" not in [button.key for button in page.app.button]
    assert page.app.expander == []


def test_a_map_typed_from_paper_becomes_a_group(
    visit: Visit, facilitator: tuple[Seat, Workshop], room: Hub, t: Any, language: str
) -> None:
    seat, workshop = facilitator
    screen = visit("facilitator/workshop.py", language, seat)
    (field,) = [area for area in screen.app.text_area if str(area.key).startswith("typed-from-paper")]
    field.set_value("501 = Comité de vecinos\n501 C 34\n34 Z 9\n34 * 5").run()

    assert "34 Z 9" in screen.says
    press(screen.app, "take-in-do")
    taken = room.store.maps.state(workshop.groups[0].map_id).map
    assert sorted(actor.name for actor in taken.actors.values()) == ["Comité de vecinos", "Policía Nacional"]
    assert [(link.kind, link.practice) for link in taken.links.values()] == [("cooperation", "not_said")]
