"""A file of one's own: what was understood, the kinds to confirm, and nothing kept before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mapping.live import Hub
from mapping.ui import opening
from tests.pages.conftest import Screen
from tests.pages.upload import Upload

Visit = Callable[..., Screen]
ROWS = "Origen;Destino;Relación\nPolicía Nacional;Fiscalía;compadrazgo\nCongreso;Los Amigos;nombra a\n".encode()


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, visit: Visit) -> Callable[..., Screen]:
    """Opens the page, in a language, with a file in its field."""

    def given(name: str, data: bytes, language: str) -> Screen:
        monkeypatch.setattr(opening.st, "file_uploader", lambda label, *, key: Upload(name, data))
        page = visit("library/open_map.py", language)
        page.app.get("button_group")[0].set_value("file").run()
        return page

    return given


def _boxes(page: Screen) -> dict[str, Any]:
    return {str(box.label).split(" · ", maxsplit=1)[0]: box for box in page.app.selectbox if "-word-" in str(box.key)}


def _buttons(page: Screen) -> set[str]:
    return {str(b.key) for b in page.app.button}


def test_every_word_has_a_box_and_nothing_can_be_done_before_they_are_confirmed(
    give: Callable[..., Screen], language: str, t: Any
) -> None:
    page = give("relaciones.csv", ROWS, language)

    assert {t("imports.words.said", word=w) for w in ("compadrazgo", "nombra a")} <= _boxes(page).keys()
    assert "Policía Nacional" in _boxes(page)  # whose kind the file does not say
    assert "open-confirm" in _buttons(page)
    assert not {"open-explore", "open-draw"} & _buttons(page)
    assert t("imports.words.lead") in page.says
    assert f"4 {t('wall.actors.many')} 2 {t('wall.links.many')}" in page.says


def test_a_chosen_kind_is_that_of_the_map_that_is_kept(give: Callable[..., Screen], room: Hub) -> None:
    page = give("relaciones.csv", ROWS, "es")
    _boxes(page)["«compadrazgo»"].set_value("cooperation").run()
    _boxes(page)["«nombra a»"].set_value("drop").run()
    assert "Se dejó fuera: 1 relación que el archivo llama «nombra a»." in page.says

    page.app.button(key="open-confirm").click().run()
    page.app.button(key="open-draw").click().run()

    _, workshop = room.join_ticket(page.component("ticket")["ticket"])
    kept = room.store.maps.state(workshop.groups[0].map_id).map
    assert [k.kind for k in kept.links.values()] == ["cooperation"]
    assert not any(a.catalogue for a in kept.actors.values())


def test_names_become_the_catalogues_only_when_that_is_ticked(give: Callable[..., Screen], room: Hub) -> None:
    page = give("relaciones.csv", ROWS, "es")
    (box,) = [box for box in page.app.checkbox if str(box.key).endswith("-catalogue")]
    box.check().run()
    page.app.button(key="open-confirm").click().run()
    page.app.button(key="open-draw").click().run()

    _, workshop = room.join_ticket(page.component("ticket")["ticket"])
    kept = room.store.maps.state(workshop.groups[0].map_id).map
    assert kept.actors["pn"].catalogue == "pn"  # type: ignore[index]


def test_a_broken_file_says_one_sentence_and_changes_nothing(
    give: Callable[..., Screen], room: Hub, language: str, t: Any
) -> None:
    page = give("roto.json", b'{"elements": [', language)

    assert t("open.why", reason=t("imports.problem.json")) in page.says
    assert not {"open-confirm", "open-explore"} & _buttons(page)
    assert not page.app.exception


def test_our_own_kinds_need_no_confirmation(give: Callable[..., Screen]) -> None:
    page = give("a.csv", b"Label,Type\nLos Amigos,civil_society\nLos Otros,community\n", "es")

    assert "open-confirm" not in _buttons(page)
    assert "open-explore" in _buttons(page)
