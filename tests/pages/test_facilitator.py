"""The facilitator's stages. Expected numbers are those of the acceptance story's board and findings."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mapping.changes import Change
from mapping.live import Hub
from mapping.live.table import opened
from mapping.scenario import named
from mapping.store import Seat, Workshop
from mapping.ui import agenda, answering, boards, taking
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]
Sit = Callable[..., Seat]


@pytest.fixture
def facilitator(seat: Sit) -> Seat:
    return seat("facilitator", None)


def test_the_wall_says_what_each_table_has_and_lacks(visit: Visit, facilitator: Seat, language: str, t: Any) -> None:
    says = visit("facilitator/wall.py", language, facilitator).says

    assert f"12 {t('wall.actors.many')} 14 {t('wall.links.many')}" in says  # the needed link is not counted
    assert f"12 {t('wall.actors.many')} 15 {t('wall.links.many')}" in says
    assert f"{t('wall.nobody_drew')} {t('wall.served')}" in says  # group 2 has a non-state actor, group 1 has none
    assert t("wall.room_served", n=2, count=2) in says
    assert t("wall.room_sensitive_closed") in says


def test_all_tables_are_opened_to_everybody_with_one_press_and_closed_with_another(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop, language: str, t: Any
) -> None:
    page = visit("facilitator/wall.py", language, facilitator)
    assert page.sheets.count('aria-checked="false"') == 2
    room.open_drawing(workshop.id, group="2")
    page.app.run()
    assert re.findall('aria-checked="(true|false)"', page.sheets) == ["false", "true"]
    assert t("wall.room_drawing.one", n=1, count=2) in page.says

    page.app.button(key="drawing-switch").click().run()
    assert opened(room.store, workshop.id) == {g.map_id for g in workshop.groups}
    assert page.app.button(key="drawing-switch").label == t("wall.close_drawing")

    page.app.button(key="drawing-switch").click().run()
    assert not opened(room.store, workshop.id)
    assert page.sheets.count('aria-checked="false"') == 2


def test_a_press_moves_the_day_on_pauses_it_and_gives_time(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/wall.py", "es", facilitator)
    page.app.button(key="next").click().run()
    page.app.button(key="next").click().run()
    page.app.button(key="minutes+5").click().run()
    page.app.button(key="minutes-1").click().run()
    page.app.button(key="pause").click().run()

    day = room.store.workshops.read(workshop.id).day
    assert (day.index, day.frozen) == (1, True)
    assert day.left(room.clock()) == pytest.approx((5 + 5 - 1) * 60, abs=30)  # "Who draws" has five minutes
    assert "Paso 2 de 10" in page.says
    assert "El dibujo y el reloj están en pausa en todas las mesas." in page.says


def test_after_the_last_step_the_day_goes_on_with_the_next_session(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop, language: str, t: Any
) -> None:
    room.advance(workshop.id, len(room.steps_of(workshop.id)) - 1)
    page = visit("facilitator/wall.py", language, facilitator)
    assert [b for b in page.app.button if b.key == "next"] == []

    assert page.app.button(key="session").proto.type == "secondary"  # only session 3 is planned: the day may end here

    page.app.button(key="session").click().run()

    now = room.store.workshops.read(workshop.id)
    assert (now.day.session, now.day.index, now.plan.session) == ("4", -1, "4")
    assert t("wall.in_session", session="4") in page.says
    page.app.button(key="next").click().run()
    assert t("wall.step", n=1, count=len(room.steps_of(workshop.id))) in page.says
    page.app.button(key="session-3").click().run()
    assert room.store.workshops.read(workshop.id).day.session == "3"


def test_the_sensitive_layer_opens_only_with_its_own_press(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/wall.py", "es", facilitator)
    assert "¿podría esta página dañar a alguien" in page.says
    assert not room.store.workshops.read(workshop.id).day.sensitive

    page.app.button(key="sure-sensitive").click().run()
    assert room.store.workshops.read(workshop.id).day.sensitive
    assert "Relaciones sensibles: abiertas" in page.says

    page.app.button(key="close-sensitive").click().run()
    assert not room.store.workshops.read(workshop.id).day.sensitive


def test_the_sensitive_layer_opens_first_of_all_for_the_step(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/wall.py", "es", facilitator)
    assert "sure-step" not in [button.key for button in page.app.button]  # no step has begun
    room.advance(workshop.id, 0)

    page = visit("facilitator/wall.py", "es", facilitator)
    page.app.button(key="sure-step").click().run()
    day = room.store.workshops.read(workshop.id).day
    assert (day.sensitive, day.sensitive_step) == (True, room.steps_of(workshop.id)[0].id)

    page.app.button(key="next").click().run()
    assert not room.store.workshops.read(workshop.id).day.sensitive


def test_what_is_closed_is_not_on_the_wall(visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop) -> None:
    map_id = workshop.group("1").map_id
    gang = {"id": "x-banda", "name": "Banda del mercado", "kind": "criminal"}
    room.store.maps.append(map_id, Change("c-a", "p-table", 99, "add", {"actor": gang}), now=room.clock())
    before = visit("facilitator/wall.py", "es", facilitator)
    link = {"id": "x-secreta", "kind": "collusion", "source": "x-banda", "target": "pn"}
    room.store.maps.append(map_id, Change("c-b", "p-table", 99, "link", {"link": link}), now=room.clock())

    closed = visit("facilitator/wall.py", "es", facilitator)
    room.open_sensitive(workshop.id)
    opened = visit("facilitator/wall.py", "es", facilitator)
    room.close_sensitive(workshop.id)
    again = visit("facilitator/wall.py", "es", facilitator)

    lines = [screen.sheets.count("<path") for screen in (before, closed, opened, again)]
    assert lines[0] == lines[1] == lines[3] < lines[2]
    assert [f"{n} relaciones" in screen.says for n, screen in ((14, closed), (15, opened), (14, again))] == [True] * 3


def test_a_kept_version_is_in_every_map(visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop) -> None:
    page = visit("facilitator/wall.py", "es", facilitator)
    page.app.button(key="snapshot-keep").click().run()

    assert [room.store.maps.snapshots(g.map_id)[-1][1] for g in workshop.groups] == ["Sesión 3"] * 2


def test_the_board_counts_before_it_divides(visit: Visit, facilitator: Seat, language: str, t: Any) -> None:
    page = visit("facilitator/compare.py", language, facilitator)

    assert t("compare.headline.two", shared=9, union=20) in page.says
    assert "9 / 20 = 0.45" in page.says
    assert f"9 {t('compare.section.agree')}" in page.says
    assert f"3 {t('compare.section.differ')}" in page.says
    assert f"5 {t('compare.section.only_seen')}" in page.says
    assert f"4 {t('compare.section.only_lacking')}" in page.says
    assert page.sheets.count('data-testid="topic-') == 11
    assert t("frame.invented") in page.says


def test_the_record_is_shown_only_when_it_is_asked_for(visit: Visit, facilitator: Seat) -> None:
    page = visit("facilitator/compare.py", "es", facilitator)
    assert 'data-testid="reveal"' not in page.sheets

    page.app.button(key="reveal").click().run()

    assert "Dibujadas por todos y constan: 9" in page.says
    assert "Dibujadas y no constan en esa fecha: 2" in page.says
    assert "Tampoco consta en las fuentes. Eso no prueba que no exista." in page.says
    nobody = page.sheets.split('data-testid="by-nobody"')[1].split("</details>")[0]
    assert nobody.count("<li>") == 10
    assert "Constan y nadie las dibujó, con los dos actores en algún mapa: 10" in nobody
    assert "(L209). El Heraldo 2013; Human Rights Watch 2014" in page.says
    assert "FF. AA.. " not in page.says  # a name that ends in a point
    assert "?." not in page.says


@pytest.mark.parametrize("page", ["workshop", "compare", "discuss", "debrief"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_stage_shows_the_step_and_its_clock(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop, page: str, language: str
) -> None:
    assert 'data-testid="step-clock"' not in visit(f"facilitator/{page}.py", language, facilitator).sheets
    room.advance(workshop.id, 4)

    shown = visit(f"facilitator/{page}.py", language, facilitator).sheets

    step = room.steps_of(workshop.id)[4]
    line = shown.partition('data-testid="step-clock"')[2]
    assert step.title[language] in line
    left = int(line.partition('data-clock="')[2].partition('"')[0])
    assert step.minutes * 60 - 60 < left <= step.minutes * 60


def test_the_rooms_answer_is_kept_and_goes_into_the_files(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop, t: Any
) -> None:
    page = visit("facilitator/discuss.py", "es", facilitator)
    assert "¿Quién remite casos a quién" in page.says
    page.app.text_area[0].input("La Policía remite; falta ver los partes.")
    page.app.checkbox[0].check()
    keep = next(b for b in page.app.button if b.label == "Guardar la respuesta")
    keep.click().run()

    (answer,) = answering.answers(workshop).values()
    assert answer.text == "La Policía remite; falta ver los partes."
    assert (answer.verify, answer.share) == (True, False)
    assert all("falta ver los partes" in str(file.room) for file in taking.files(workshop).values())


def test_showing_a_difference_puts_it_on_the_projector(
    visit: Visit, facilitator: Seat, seat: Sit, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/discuss.py", "es", facilitator)
    page.app.button(key="next").click().run()
    page.app.button(key="project").click().run()
    screen = visit("facilitator/projector.py", "es", seat("projector", None))

    second = agenda.points(workshop, boards.board_of(workshop))[1]
    assert room.store.workshops.read(workshop.id).day.projected == f"difference:{second.key}"
    assert "¿Funciona la supervisión de CONADEH a la Policía Militar?" in screen.says
    assert "Grupo 1" in screen.says


@pytest.mark.parametrize("shown", ["code", "clock", "board", 1, 5])
def test_the_projector_carries_no_notes_and_no_positions(
    visit: Visit, seat: Sit, room: Hub, workshop: Workshop, shown: str | int
) -> None:
    points = agenda.points(workshop, boards.board_of(workshop))
    room.project(workshop.id, shown if isinstance(shown, str) else f"difference:{points[shown - 1].key}")
    page = visit("facilitator/projector.py", "es", seat("projector", None))

    assert "room" in page.sheets
    assert "CANARIO-7F" not in str(page.data())


def test_the_rooms_screen_says_that_the_workshop_is_over(
    visit: Visit, language: str, t: Any, seat: Sit, room: Hub, workshop: Workshop
) -> None:
    screen = visit("facilitator/projector.py", language, seat("projector", None))
    room.end(workshop.id)

    screen.app.run()

    assert t("frame.over.title") in screen.says
    assert t("frame.no_seat.title") not in screen.says
    assert t("frame.over.title") not in visit("facilitator/projector.py", language, None).says


@pytest.mark.parametrize("role", ["facilitator", "observer"])
@pytest.mark.parametrize("page", ["wall", "debrief"])
def test_who_led_or_observed_is_told_that_the_workshop_is_over(
    visit: Visit, language: str, t: Any, seat: Sit, room: Hub, workshop: Workshop, role: str, page: str
) -> None:
    screen = visit(f"facilitator/{page}.py", language, seat(role, None))
    room.end(workshop.id)

    screen.app.run()

    assert t("frame.over.title") in screen.says
    assert t("frame.no_seat_facilitator.title") not in screen.says
    assert t("frame.no_seat_facilitator.link") not in screen.links()


def test_a_seat_that_is_not_this_screens_is_not_said_to_be_over(
    visit: Visit, t: Any, seat: Sit, room: Hub, workshop: Workshop
) -> None:
    screen = visit("facilitator/wall.py", t.language, seat("facilitator", None))
    room.end(workshop.id)

    screen.app.query_params["seat"] = "s-" + "0" * 24
    screen.app.run()

    assert t("frame.no_seat_facilitator.title") in screen.says


def test_the_projector_goes_to_a_participant_never(visit: Visit, seat: Sit) -> None:
    assert "Esta página es de quien facilita" in visit("facilitator/projector.py", "es", seat("participant", "2")).says


def test_what_is_removed_is_said_before_it_is_downloaded(visit: Visit, facilitator: Seat, t: Any) -> None:
    page = visit("facilitator/debrief.py", t.language, facilitator)

    assert t.count("export.removed.notes", 1) in page.says  # the one note of group 1
    assert "CANARIO-7F" not in page.says


def test_the_internal_version_is_behind_a_tick(visit: Visit, facilitator: Seat) -> None:
    page = visit("facilitator/debrief.py", "es", facilitator)
    assert "Bajar el grupo 1" not in _downloads(page)

    page.app.checkbox(key="internal-tick").check().run()

    assert "Bajar el grupo 1" in _downloads(page)


def test_the_pack_is_made_of_all_groups_when_it_is_asked_for(
    visit: Visit, facilitator: Seat, workshop: Workshop
) -> None:
    page = visit("facilitator/debrief.py", "es", facilitator)
    page.app.button(key="pack-make").click().run(timeout=120)

    assert "Bajar el paquete" in _downloads(page)
    made = taking._packed(page.app.session_state["pack"], workshop)
    assert made[:2] == b"PK"
    assert b"CANARIO-7F" not in _unzipped(made)


def test_a_pack_may_be_in_one_language(visit: Visit, facilitator: Seat, workshop: Workshop) -> None:
    page = visit("facilitator/debrief.py", "es", facilitator)
    page.app.segmented_control(key="pack-languages").set_value("en").run()
    page.app.button(key="pack-make").click().run(timeout=120)

    with zipfile.ZipFile(io.BytesIO(taking._packed(page.app.session_state["pack"], workshop))) as archive:
        assert "README.txt" in archive.namelist()
        assert not any("informe" in name for name in archive.namelist())


def test_an_internal_pack_is_behind_the_same_tick(visit: Visit, facilitator: Seat, workshop: Workshop) -> None:
    page = visit("facilitator/debrief.py", "es", facilitator)
    page.app.checkbox(key="internal-tick").check().run()
    page.app.button(key="internal-make").click().run(timeout=120)

    assert "Bajar el paquete interno" in _downloads(page)
    assert "Bajar el paquete" not in _downloads(page)
    assert b"CANARIO-7F" in _unzipped(taking._packed(page.app.session_state["internal"], workshop))


def _unzipped(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_the_end_needs_the_word_and_says_what_remains(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/debrief.py", "es", facilitator)
    page.app.text_input(key="end-word").input("borra")
    page.app.button(key="end-do").click().run()
    assert "La palabra no coincide: escriba BORRAR." in page.says
    assert room.store.workshops.read(workshop.id)

    page.app.text_input(key="end-word").input("borrar")
    page.app.button(key="end-do").click().run()

    assert "no queda ninguna fila de este taller" in page.says
    assert room.store.workshops.list_open() == ()


def test_two_free_actors_that_may_be_one_are_asked_about(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    for group, name in zip(workshop.groups, ("Red de Mujeres de Colón", "Red de mujeres Colón"), strict=True):
        free = {"id": f"x-{group.number}", "name": name, "kind": "civil_society"}
        room.store.maps.append(
            group.map_id, Change(f"c-free-{group.number}", "p-table", 99, "add", {"actor": free}), now=room.clock()
        )
    page = visit("facilitator/compare.py", "es", facilitator)

    assert "Red de Mujeres de Colón" in page.says
    assert 'data-act="same"' in page.sheets

    subject = re.search(r'data-act="same" data-value="([^"]+)"', page.sheets)[1]  # type: ignore[index]
    boards.judge(workshop, facilitator.by, subject, "same")
    assert 'data-act="same"' not in visit("facilitator/compare.py", "es", facilitator).sheets


def _downloads(page: Screen) -> list[str]:
    return [e.proto.label for e in page.app.get("download_button")]


def test_one_group_more_and_another_question_while_the_workshop_is_open(
    visit: Visit, language: str, t: Any, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/workshop.py", language, facilitator)
    page.app.button(key="one-more").click().run()
    assert t("workshop.again.added", number="3") in _successes(page)

    page.app.text_area(key="again-question").input("¿Y quién paga?")
    next(b for b in page.app.button if b.label == t("workshop.again.save")).click().run()

    now = room.store.workshops.read(workshop.id)
    assert (len(now.groups), now.plan.question) == (3, "¿Y quién paga?")


def _successes(page: Screen) -> list[str]:
    return [str(each.value) for each in page.app.success]


def test_a_day_of_two_sessions_is_prepared_with_the_steps_of_both(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop, t: Any
) -> None:
    later = named("honduras").exercise("4").steps[1].title[t.language]
    assert later not in visit("facilitator/workshop.py", t.language, facilitator).says

    room.store.workshops.set_plan(workshop.id, replace(workshop.plan, sessions=("3", "4"), preset="75"))
    page = visit("facilitator/workshop.py", t.language, facilitator)

    assert later in page.says
    for session in ("3", "4"):
        assert t("workshop.session_minutes", number=session, n=75) in page.says


def test_a_changed_plan_says_that_it_is_kept_beside_the_button_that_kept_it(
    visit: Visit, seat: Sit, language: str, t: Any
) -> None:
    page = visit("facilitator/workshop.py", language, seat("facilitator"))
    page.app.button(key="replan-save").click().run()

    (form,) = (part for part in page.app.expander if part.label == t("workshop.again.title"))
    assert [each.value for each in form.success] == [t("workshop.again.saved")]


def test_the_wall_says_until_when_the_sensitive_layer_is_open(
    room: Hub, workshop: Workshop, visit: Visit, seat: Sit, language: str, t: Any
) -> None:
    leads, step = seat("facilitator"), named("honduras").exercise("3").steps[2]
    room.advance(workshop.id, 2)

    room.open_sensitive(workshop.id, step.id)
    assert t("wall.room_sensitive_step") in visit("facilitator/wall.py", language, leads).says
    room.open_sensitive(workshop.id)
    assert t("wall.room_sensitive_open") in visit("facilitator/wall.py", language, leads).says


def test_a_group_added_by_mistake_is_taken_away_again(
    visit: Visit, language: str, t: Any, facilitator: Seat, room: Hub, workshop: Workshop
) -> None:
    page = visit("facilitator/workshop.py", language, facilitator)
    assert "one-less" not in [b.key for b in page.app.button]  # both groups have drawn

    page.app.button(key="one-more").click().run()
    page.app.button(key="one-less").click().run()

    assert len(room.store.workshops.read(workshop.id).groups) == 2
    assert t("workshop.again.dropped", number="3") in _successes(page)


def test_a_word_to_one_table_is_sent_once_and_said_to_be(
    visit: Visit, facilitator: Seat, room: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[str, str | None]] = []
    monkeypatch.setattr(room, "nudge", lambda workshop, text, group=None: sent.append((text, group)))
    page = visit("facilitator/wall.py", "es", facilitator)
    page.app.text_input(key="nudge-text").input("Quedan dos minutos")

    page.app.button(key="nudge-send").click().run()

    assert sent == [("Quedan dos minutos", None)]
    assert "Enviado." in _successes(page)


@pytest.mark.parametrize(("press", "stays"), [("mine", "Remite la fiscalía"), ("theirs", "Remite la policía")])
def test_two_facilitators_who_answer_at_once_decide_which_stays(
    visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop, press: str, stays: str
) -> None:
    page = visit("facilitator/discuss.py", "es", facilitator)
    other = visit("facilitator/discuss.py", "es", facilitator)
    other.app.text_area[0].input("Remite la policía").run()

    page.app.text_area[0].input("Remite la fiscalía").run()

    assert "Otra persona escribió mientras tanto: Remite la policía" in page.says
    assert [word.text for word in answering.answers(workshop).values()] == ["Remite la policía"]
    next(b for b in page.app.button if b.key.startswith(f"stays-{press}-")).click().run()
    assert [word.text for word in answering.answers(workshop).values()] == [stays]
    assert page.app.text_area[0].value == stays
    assert not page.app.warning
