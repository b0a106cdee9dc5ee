"""The board in words, both languages: questions, versions, what hangs on them. No group is measured."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from mapping.compare import wording
from mapping.compare.board import Board, board
from mapping.compare.reading import LinkKey
from mapping.i18n import Translate, translate
from mapping.model import Actor, ActorId, SectorMap
from mapping.scenario.read import named
from mapping.schema import schema
from tests.compare.maps import map_of, three

ES, EN = translate("es"), translate("en")


@pytest.fixture
def golden(group1: SectorMap, group2: SectorMap) -> Board:
    return board({"1": group1, "2": group2}, scenario=named("honduras"), revealed=True)


def asked(found: Board, t: Translate) -> list[str]:
    return [wording.question(found, topic.difference, t) for topic in found.agenda]


def test_the_headline_counts_before_it_divides(golden: Board) -> None:
    assert wording.headline(golden, ES) == "Coinciden 9 de 20 relaciones"
    assert wording.headline(golden, EN) == "9 of 20 links coincide"
    assert "11 de 13 actores están en los dos mapas. Coincidencia: 9 / 20 = 0.45" in wording.detail(golden, ES)
    assert wording.joint_line(golden, ES) == "11 actores, 9 relaciones, dos piezas"


def test_the_questions_of_the_agenda(golden: Board) -> None:
    es, en = asked(golden, ES), asked(golden, EN)

    assert es[0] == "¿Quién remite casos a quién: Policía Nacional o Ministerio Público?"
    assert es[1] == "¿Funciona la supervisión de CONADEH a la Policía Militar?"
    assert es[2] == "¿Funciona la remisión de casos del Ministerio Público a los Tribunales penales?"
    assert es[3] == "¿BID coordina con COSUDE?"
    assert es[7] == "¿El Congreso Nacional nombra a quien dirige el Ministerio Público?"
    assert en[1] == "Does CONADEH’s oversight of the Military Police work?"
    assert en[7] == "Does the National Congress appoint the head of the Public Prosecutor?"
    assert en[10] == "Do the Criminal courts oversee the National Police?"


def test_each_groups_version_in_words(golden: Board) -> None:
    first, second, _, fourth, fifth = (t.difference for t in golden.agenda[:5])

    assert wording.version(golden, first, "1", ES) == "Policía Nacional remite casos al Ministerio Público"
    assert wording.version(golden, first, "2", ES) == "Ministerio Público remite casos a la Policía Nacional"
    assert [wording.version(golden, second, g, ES) for g in "12"] == ["a medias", "sí"]
    assert [wording.version(golden, fourth, g, ES) for g in "12"] == ["no la dibujó", "la dibujó (¿funciona? sí)"]
    assert [wording.version(golden, fifth, g, ES) for g in "12"] == ["4 de 5", "2 de 5"]


def test_what_hangs_on_it(golden: Board) -> None:
    said = [wording.changes(golden, topic, ES) for topic in golden.agenda]

    assert said[0] == "Cambia dónde se corta la cadena, en los dos grupos."
    assert said[7] == "Cambia sin quién se parte el mapa, en el grupo 1."
    assert said[8] == "No cambia ninguna de las respuestas."


def test_with_three_groups_those_of_one_mind_stand_together() -> None:
    found = board(three())
    topic = next(t for t in found.agenda if t.difference.id == "practice:conadeh>ov_independent>pmop")

    assert wording.versions(found, topic.difference, ES) == [(("1",), "a medias"), (("2", "3"), "sí")]
    assert wording.changes(found, topic, ES).endswith(", en todos los grupos.")
    assert wording.headline(found, ES) == "Los 3 grupos coinciden en 9 de 20 relaciones"


def test_answers_side_by_side(golden: Board) -> None:
    said = {row.question: wording.finding(golden, row, ES) for row in golden.findings}

    assert said["Q3-02"] == "Coinciden en Fuerzas Armadas, FUSINA e INP."
    assert said["Q3-10"] == "Todos encuentran algo, en lugares distintos."
    assert said["Q3-04"] == "Lo encuentra sólo una parte: Grupo 1."
    assert wording.names(golden, ["police>prosecution"], ES) == "policía → fiscalía"


def test_the_record_in_words(golden: Board) -> None:
    assert golden.reveal is not None
    said = {str(one.key): wording.seen(golden, one, ES) for one in golden.reveal.not_recorded}

    assert said["congreso>ov_parliament>pmop"] == "Constaba hasta enero de 2015 (L104)."
    assert said["mp>referral>pn"] == ("Consta al revés: Policía Nacional remite casos al Ministerio Público (L046).")
    (gap,) = golden.reveal.gaps
    assert wording.seen(golden, gap, EN, gap=True) == "None on record either. That is no proof that it does not exist."


@pytest.mark.parametrize("t", [ES, EN], ids=["es", "en"])
@pytest.mark.parametrize("kind", sorted(schema().link_kinds))
def test_every_kind_of_link_can_be_asked_about(kind: str, t: Translate) -> None:
    """In both languages, both ways of asking, no place left unfilled and no word doubled."""
    pair = {"pn": "core_security", "mp": "justice"}
    weak, works = map_of(pair, f"pn {kind} mp weak"), map_of(pair, f"pn {kind} mp works")
    answered = board({"1": weak, "2": works}, sensitive=True)
    drawn = board({"1": works, "2": map_of(pair)}, sensitive=True)

    for found in (answered, drawn):
        (text,) = (wording.question(found, c, t) for c in found.contradictions)
        assert text.endswith("?")
        assert text[0] == "¿" if t.language == "es" else text[0].isupper()
        assert not re.search(r"[{}]|  |\b(\w+) \1\b|\ba el\b|\bde el\b", text)


@pytest.mark.parametrize("t", [ES, EN], ids=["es", "en"])
def test_everything_on_a_board_can_be_said(golden: Board, t: Translate) -> None:
    texts = [wording.headline(golden, t), wording.detail(golden, t), wording.joint_line(golden, t)]
    texts += [wording.says(golden, key, t) for key in golden.links]
    for topic in golden.agenda:
        texts += [
            wording.changes(golden, topic, t),
            *(text for _, text in wording.versions(golden, topic.difference, t)),
        ]
    texts += [wording.finding(golden, row, t) for row in golden.findings]

    assert all(texts)
    assert not [x for x in texts if "{" in x]


def test_what_people_typed_is_never_a_template(group1: SectorMap, group2: SectorMap) -> None:
    odd = Actor(ActorId("x-odd"), "{source} <b>", "community")
    maps = {
        "1": replace(group1, actors={**group1.actors, odd.id: odd}),
        "2": replace(group2, actors={**group2.actors, ActorId("x-o2"): replace(odd, id=ActorId("x-o2"))}),
    }
    found = board(maps)

    assert wording.says(found, LinkKey("x-odd", "cooperation", "pn"), ES).startswith("{source} <b> coordina con")


@pytest.mark.parametrize("t", [ES, EN], ids=["es", "en"])
def test_no_word_ranks_the_groups(t: Translate) -> None:
    ranking = re.compile(
        r"\b(mejor|peor|ganad|acert|correct|equivoc|better|worse|winner|wrong|right answer|score)", re.I
    )

    assert [text for key, text in t.words.items() if key.startswith("compare.") and ranking.search(text)] == []


def test_a_relation_and_a_rating_are_asked_in_the_plural_where_it_is_one() -> None:
    pair = {"ffaa": "core_security", "pn": "core_security"}
    named_ = {"ffaa": "Fuerzas Armadas", "pn": "Policía Nacional"}

    def map(row: str, n: int) -> SectorMap:
        bare = map_of(pair, row)
        actors = {k: replace(a, name=named_[k], influence=n if k == "ffaa" else None) for k, a in bare.actors.items()}
        return replace(bare, actors=actors)

    found = board({"1": map("ffaa cooperation pn works", 1), "2": map("ffaa conflict pn not_said", 5)})
    said = {c.kind: wording.question(found, c, ES) for c in found.contradictions}

    assert said["relation"] == "¿Las Fuerzas Armadas y la Policía Nacional coordinan o están en tensión?"
    assert said["rating"] == "¿Cuánta influencia tienen las Fuerzas Armadas sobre el objetivo?"
