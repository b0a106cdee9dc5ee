"""Links read aloud, in Spanish with its articles and contractions, and in English."""

from __future__ import annotations

import pytest

from mapping.i18n import translate
from mapping.model import LinkId, SectorMap
from mapping.render.sentences import is_plural, link_sentence, with_article
from mapping.schema import schema
from tests.analysis.drawing import drawn

ES, EN = translate("es"), translate("en")


def test_a_link_is_a_sentence_in_both_languages(group1: SectorMap) -> None:
    link = group1.links[LinkId("g1-08")]

    assert str(link_sentence(group1, link, ES)) == "CONADEH supervisa a la Policía Militar · a medias"
    assert str(link_sentence(group1, link, EN)) == "CONADEH oversees the Military Police · weak"


def test_its_parts_tell_the_verb_from_the_names(group1: SectorMap) -> None:
    sentence = link_sentence(group1, group1.links[LinkId("g1-08")], ES)

    assert [(p.role, p.text, p.id) for p in sentence.parts] == [
        ("source", "CONADEH", "conadeh"), ("verb", "supervisa", None), ("joint", "a la", None),
        ("target", "Policía Militar", "pmop"), ("practice", "a medias", None),
    ]  # fmt: skip
    assert sentence.family == "oversight"


def test_a_needed_link_says_that_it_is_needed(group1: SectorMap) -> None:
    sentence = link_sentence(group1, group1.links[LinkId("g1-10")], ES)

    assert str(sentence) == "Congreso Nacional supervisa a FUSINA · hace falta"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministerio Público", "al Ministerio Público"),
        ("Policía Militar", "a la Policía Militar"),
        ("Tribunales penales", "a los Tribunales penales"),
        ("Fuerzas Armadas", "a las Fuerzas Armadas"),
        ("policía nacional", "a la policía nacional"),
        ("INP", "a INP"),
        ("Casa Alianza", "a Casa Alianza"),
        ("", "a"),
    ],
)
def test_the_preposition_a_takes_the_article_of_the_first_word(name: str, expected: str) -> None:
    assert with_article(name, ES, "a") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Military Police", "the Military Police"),
        ("Women's Forum for Life", "Women's Forum for Life"),
        ("Ministry of Justice", "the Ministry of Justice"),
        ("National Congress", "the National Congress"),
        ("Congress", "Congress"),
        ("US Southern Command", "the US Southern Command"),
        ("Comando Sur (EE. UU.)", "Comando Sur (EE. UU.)"),
        ("INP", "INP"),
    ],
)
def test_english_takes_the_article_of_the_last_word_before_of(name: str, expected: str) -> None:
    assert with_article(name, EN) == expected


def test_only_a_verb_that_ends_in_a_contracts() -> None:
    map = drawn(
        {"partido": "political", "congreso": "oversight_state"},
        "partido influence congreso\npartido cooperation congreso",
    )
    said = [" ".join(p.text for p in link_sentence(map, k, ES).parts[1:-1]) for k in map.links.values()]

    assert said == ["influye en el congreso", "coordina con el congreso"]


def test_a_plural_name_has_a_plural_verb(group1: SectorMap) -> None:
    command, referral = group1.links[LinkId("g1-01")], group1.links[LinkId("g1-13")]

    assert str(link_sentence(group1, command, ES)).startswith("Fuerzas Armadas mandan a la")
    assert str(link_sentence(group1, referral, EN)).startswith("Criminal courts refer cases to INP")
    assert not is_plural("United States", EN)


@pytest.mark.parametrize("t", [ES, EN], ids=["es", "en"])
def test_every_kind_of_link_can_be_said_in_the_plural(t: object) -> None:
    verbs = {k.removeprefix("sentences.verbs.") for k in t.words if k.startswith("sentences.verbs.")}  # type: ignore[attr-defined]

    assert verbs == set(schema().link_kinds)


def test_a_name_is_read_as_it_was_typed() -> None:
    map = drawn({"<b>x</b>": "community", "pn": "core_security"}, "<b>x</b> information pn")

    assert str(link_sentence(map, map.links[LinkId("l1")], ES)) == "<b>x</b> informa a pn · no lo hemos dicho"
