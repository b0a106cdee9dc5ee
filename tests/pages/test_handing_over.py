"""Take home hands the workshop over; Prepare on another computer goes on with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from mapping.live import Hub, close_hub, hub
from mapping.store import Seat, Workshop, carry_file, groups, passphrase
from mapping.store.carry_seal import sealed
from mapping.ui import handing_over
from tests.pages.conftest import PASSPHRASE, Screen

Visit = Callable[..., Screen]


class Given:
    """The file that was chosen, if any."""

    data: bytes | None = None

    def getvalue(self) -> bytes | None:
        return self.data


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Given:
    given = Given()
    monkeypatch.setattr(handing_over.st, "file_uploader", lambda *_, **__: given if given.data else None)
    return given


@pytest.fixture
def elsewhere(
    room: Hub, workshop: Workshop, chosen: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hub]:
    """Another computer, with the workshop's file in hand."""
    chosen.data = room.hand_over(workshop.id)
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/elsewhere/pages.db")
    yield hub()
    close_hub()


def takes_over(page: Screen, secret: str) -> None:
    page.app.text_input(key="take-over-passphrase").input(secret)
    next(b for b in page.app.button if b.key == "take-over-enter").click().run()


def test_a_workshop_that_fits_into_no_file_goes_on_here(
    visit: Visit,
    seat: Callable[..., Seat],
    room: Hub,
    workshop: Workshop,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    t: Any,
) -> None:
    monkeypatch.setattr(carry_file, "BYTES", 100)
    page = visit("facilitator/debrief.py", language, seat("facilitator"))

    page.app.button(key="handover-start").click().run()

    assert not page.app.exception
    assert t("debrief.handover.large") in page.says
    day = room.store.workshops.read(workshop.id).day
    assert (day.frozen, day.moved) == (False, False)


def test_drawing_is_paused_before_the_file_is_saved(
    visit: Visit, seat: Callable[..., Seat], room: Hub, workshop: Workshop, language: str, t: Any
) -> None:
    page = visit("facilitator/debrief.py", language, seat("facilitator"))
    assert t("debrief.handover.save") not in _downloads(page)

    page.app.button(key="handover-start").click().run()

    day = room.store.workshops.read(workshop.id).day
    assert (day.frozen, day.moved) == (True, True)
    assert t("debrief.handover.save") in _downloads(page)
    assert t("debrief.handover.paused") in page.says

    page.app.button(key="handover-back").click().run()
    day = room.store.workshops.read(workshop.id).day
    assert (day.frozen, day.moved) == (False, False)
    assert t("debrief.handover.save") not in _downloads(page)


def test_goes_on_with_it_elsewhere_as_its_facilitator(visit: Visit, elsewhere: Hub, workshop: Workshop) -> None:
    page = visit("facilitator/workshop.py", "es", back="file")
    takes_over(page, PASSPHRASE)

    there = elsewhere.store.workshops.read(workshop.id)
    assert [g.code for g in there.groups] == [g.code for g in workshop.groups]
    seat, _ = elsewhere.join_ticket(page.component("ticket")["ticket"])
    assert (seat.role, seat.workshop, page.component("ticket")["page"]) == ("facilitator", workshop.id, "workshop")


@pytest.mark.parametrize("secret", ["", "otra frase"])
def test_takes_nothing_in_without_the_passphrase(
    visit: Visit, elsewhere: Hub, workshop: Workshop, secret: str, language: str, t: Any
) -> None:
    page = visit("facilitator/workshop.py", language, back="file")
    takes_over(page, secret)

    assert t("workshop.file.wrong") in page.says
    assert elsewhere.store.workshops.list_open() == ()


def test_says_why_it_took_nothing_in(
    visit: Visit, room: Hub, workshop: Workshop, chosen: Given, language: str, t: Any
) -> None:
    page = visit("facilitator/workshop.py", language, back="file")
    takes_over(page, PASSPHRASE)
    assert t("workshop.file.none") in page.says

    chosen.data = room.hand_over(workshop.id)
    takes_over(page, PASSPHRASE)
    assert t("workshop.file.here") in page.says

    chosen.data = b"PK\x03\x04"
    takes_over(page, PASSPHRASE)
    reason = "this is no file of a workshop that was handed over"
    assert t("workshop.file.unreadable", reason=reason) in page.says


def test_says_which_codes_are_new_before_it_goes_on(
    visit: Visit, elsewhere: Hub, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = groups.is_taken
    code = workshop.group("2").code
    monkeypatch.setattr(groups, "is_taken", lambda connection, asked: asked == code or taken(connection, asked))
    page = visit("facilitator/workshop.py", "es", back="file")
    takes_over(page, PASSPHRASE)

    new = elsewhere.store.workshops.read(workshop.id).group("2").code
    assert new != code
    assert f"Grupo 2{new[:3]} {new[3:]}" in page.says.replace("Grupo 2 ", "Grupo 2")
    assert "Grupo 1" not in page.says
    page.app.button(key="take-over-go").click().run()
    assert elsewhere.join_ticket(page.component("ticket")["ticket"])[0].workshop == workshop.id


def test_home_leads_there(visit: Visit, room: Hub, language: str, t: Any) -> None:
    links = visit("library/home.py", language).links()

    assert "back=file" in links[t("home.run.file")]


def _downloads(page: Screen) -> list[str]:
    return [e.proto.label for e in page.app.get("download_button")]


def test_what_is_wrong_in_a_file_presses_nothing_on_anybody(
    visit: Visit, elsewhere: Hub, chosen: Given, language: str
) -> None:
    """Its values are said, and a file may come from anybody: no link of its own stands in our words."""
    rows = carry_file.unpacked(chosen.data or b"")
    rows["workshop"][0]["plan"]["start"] = "[x](http://mal.example)"
    chosen.data = sealed(carry_file.packed(rows), passphrase.kept(PASSPHRASE, Random(3)))
    page = visit("facilitator/workshop.py", language, back="file")

    takes_over(page, PASSPHRASE)

    assert "mal.example" in page.says
    assert "](" not in page.says
