"""Names are read by the same rules in the browser and on the server: what one takes, the other takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from benchmarks.matching import HALVES, written
from mapping.scenario import looks_like_a_person, match, named
from mapping.scenario.spelling import key, plain
from mapping.ui import assets
from tests.browser.story.room import CHROMIUM, room
from tests.browser.story.server import Server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

HARD = [
    "FF. AA.", "EE.UU.", "U.S.A.", "MS-13", "ms13", "la Fiscalía", "the women's  network",
    "Policía Nacional de Honduras", "D.P.I.", "O’Brien's Trust", "Señor", "Ñuble", "ONU (PNUD)", "  ", "C.N.A.",
    "JTF-Bravo", "Comisión Interinstitucional",
]  # fmt: skip
PERSONS = [
    "Juan Pérez", "juan perez", "María del Carmen López", "Lic. Zúniga", "Gral. Romeo Vásquez", "el coronel López",
    "General Motors", "Fiscal General", "Fundación Juan Pablo II", "San Juan", "Santa Rosa de Copán", "Santiago López",
    "Cruz Roja", "Mesa de mujeres", "Barrio 18", "9999-8888", "ana@example.hn", "Policía Nacional", "Carlos",
    "A. Flores",
    "Alcaldía de Tela", "Doctor Martínez", "Sociedad Civil", "Ricardo Ernesto Maduro Joest",
    "Patronato Carlos Roberto",
]  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    server = Server(tmp_path_factory.mktemp("rules"))
    server.start()
    try:
        with room(server.port) as browsers:
            opened = browsers.screen()
            opened.goto(f"{browsers.base}/health")
            yield opened
    finally:
        server.kill()


def in_browser(page: Page, module: str, does: str, values: list[str]) -> list[Any]:
    """What `does` (a function of module, catalogue and text) gives for each of the texts; `names` is at hand too."""
    at = f"/assets/{assets.version()}"
    answers: list[Any] = page.evaluate(
        f"""async texts => {{
        const [module, catalogue, names] = await Promise.all([import('{at}/canvas/{module}.js'),
          fetch('{at}/catalogue/honduras.json').then(a => a.json()), import('{at}/canvas/names.js')]);
        const does = {does};
        return texts.map(text => does(module, catalogue, text)) }}""",
        values,
    )
    return answers


def test_names_are_spelled_alike(page: Page) -> None:
    every = [s for actor in named("honduras").actors.values() for s in actor.spellings] + HARD

    spelled = in_browser(page, "names", "(m, c, text) => [m.plain(text), m.key(text)]", every)

    assert [tuple(s) for s in spelled] == [(plain(text), key(text)) for text in every]


def test_every_name_and_word_of_the_catalogue_and_what_people_type_is_taken_or_asked_alike(page: Page) -> None:
    scenario = named("honduras")
    every = [s for actor in scenario.actors.values() for s in actor.spellings] + [t.term for t in scenario.generic]
    every += [name for half in HALVES for names in written(half).values() for name in names]

    does = "(m, c, text) => (globalThis.known ??= new m.Catalogue(c)).meaning(text)"
    read = in_browser(page, "names", does, every)

    for text, meaning in zip(every, read, strict=True):
        found = match(scenario, text)
        known = [c.id for c in found.candidates if c.reason in ("exact", "generic", "part")]
        assert ("is" in meaning) == (found.verdict == "accept"), text
        assert known == ([meaning["is"]] if "is" in meaning else meaning.get("ask") or meaning.get("near") or []), text


def test_what_is_only_alike_is_proposed_in_the_same_order(page: Page) -> None:
    scenario = named("honduras")
    every = [name for names in written("learn").values() for name in names]

    does = "(m, c, text) => m.alike(text, globalThis.listed ??= new names.Catalogue(c))"
    read = in_browser(page, "names_alike", does, every)

    for text, proposed in zip(every, read, strict=True):
        found = match(scenario, text).candidates
        if not found or found[0].reason in ("similar", "prefix", "acronym"):
            assert proposed == [c.id for c in found], text


def test_the_same_names_look_like_persons(page: Page) -> None:
    does = "(m, c, text) => m.looksLikePerson(text, m.personLists(c.persons))"

    assert in_browser(page, "person", does, PERSONS) == [looks_like_a_person(text) for text in PERSONS]
    assert any(map(looks_like_a_person, PERSONS))
    assert not all(map(looks_like_a_person, PERSONS))
