"""Both languages are complete, agree with each other, and every word is used."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from mapping.i18n import HERE, Translate, translate
from tests.asked_words import Asked, whole_keys

EN, ES = translate("en"), translate("es")
ROOT = Path(__file__).parent.parent


def test_the_languages_have_the_same_words() -> None:
    assert set(EN.words) ^ set(ES.words) == set()


@pytest.mark.parametrize("file", sorted(p.name for p in (HERE / "en").glob("*.yaml")))
def test_each_room_has_its_words_in_both_languages(file: str) -> None:
    assert (HERE / "es" / file).exists()


def test_a_sentence_takes_the_same_values_in_both_languages() -> None:
    def names(text: str) -> set[str]:
        return {name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(text) if name}

    assert [k for k in EN.words if names(EN.words[k]) != names(ES.words[k])] == []


def test_no_word_is_there_that_nobody_reads() -> None:
    asked = Asked()

    assert [k for k in EN.words if not asked.has(k)] == []
    assert not asked.has("canvas.keys.unheard_of")  # a gap that nothing fills
    assert not asked.has("past.people.unheard_of")  # beside words that are read
    assert asked.has("canvas.keys.undo")  # only ever put together


def test_every_word_that_is_asked_for_is_there() -> None:
    rooms = {k.split(".")[0] for k in EN.words}
    missing = {k for k in whole_keys() if k.split(".")[0] in rooms and k not in EN.words and f"{k}.one" not in EN.words}

    assert missing == set()
    assert {"linking.person.no", "linking.person.yes"} <= whole_keys()  # yes and no are no texts in YAML unless quoted


def test_a_list_in_spanish_ends_in_e_before_an_i() -> None:
    assert ES.join(["FUSINA", "INP"]) == "FUSINA e INP"
    assert ES.join(["Fuerzas Armadas", "FUSINA"]) == "Fuerzas Armadas y FUSINA"
    assert EN.join(["Armed Forces", "FUSINA", "INP"]) == "Armed Forces, FUSINA and INP"


def test_words_to_avoid_on_participants_screens_are_not_there() -> None:
    """The agreed Spanish words: relación, pregunta de hoy, población atendida, pausar, versión guardada."""
    avoid = re.compile(r"\b(arista|vínculo|saboteador|capturado|poder oculto|instantánea|consenso)\b", re.IGNORECASE)
    rooms = ("canvas", "findings", "sentences", "compare", "home")

    assert [k for k, text in ES.words.items() if k.split(".")[0] in rooms and avoid.search(text)] == []


def test_what_is_drawn_between_two_actors_is_a_link_on_every_english_screen_of_a_table() -> None:
    """“Relation” is in what comes out of files, and names a kind of link; beside “link” it would be a second word."""
    rooms = ("typing", "roles", "workshop", "findings", "canvas", "sentences", "wall", "round", "help")

    assert [k for k, text in EN.words.items() if k.split(".")[0] in rooms and re.search(r"\brelations?\b", text)] == []


@pytest.mark.parametrize("t", [EN, ES])
def test_the_two_tools_that_move_actors_tell_by_their_names_what_they_do(t: Translate) -> None:
    tidy, arrange = t("canvas.tools.tidy"), t("arrange.open")

    assert not set(tidy.casefold().split()) & set(arrange.casefold().split())


def test_a_missing_word_is_an_error_not_a_text() -> None:
    with pytest.raises(KeyError):
        EN("nothing.here")
