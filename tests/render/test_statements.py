"""What findings say: the agreed sentences letter for letter, and what must hold for every sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.analysis.questions import QUESTIONS, answers
from mapping.i18n import Translate, translate
from mapping.model import SectorMap
from mapping.render.statements import caution, certainty, label, statement, table, title
from mapping.scenario import named, reference_map
from tests import golden
from tests.analysis.drawing import answer, drawn, said
from tests.analysis.strategies import maps

ES, EN = translate("es"), translate("en")
BOTH = pytest.mark.parametrize("t", [ES, EN], ids=["es", "en"])


def test_the_sentence_of_group_1_in_spanish(group1: SectorMap) -> None:
    assert statement(answer("Q3-02", group1), group1, ES) == (
        "En el mapa de este grupo, 4 de 5 instituciones con personal armado no tienen un control externo que funcione: "
        "Fuerzas Armadas, FUSINA e INP (ninguno dibujado) y Policía Militar (uno, a medias). El grupo señala un "
        "control que hace falta: Congreso Nacional a FUSINA."
    )


def test_the_sentence_of_group_1_in_english(group1: SectorMap) -> None:
    assert statement(answer("Q3-02", group1), group1, EN) == (
        "On this group's map, 4 of 5 institutions with armed staff have no outside oversight that works: Armed Forces, "
        "FUSINA and INP (none drawn) and the Military Police (one, weak). The group marks one that is needed: National "
        "Congress over FUSINA."
    )


def test_before_anybody_says_whether_it_works(group1: SectorMap) -> None:
    map = said(group1, "not_said")

    assert statement(answer("Q3-02", map), map, ES).startswith(
        "Todavía no se puede decir: 5 de 5 relaciones de control no dicen si funcionan. Sin control externo dibujado: "
        "Fuerzas Armadas, FUSINA e INP. Con control externo dibujado, y de ninguno se dice que funciona: Policía "
        "Militar (independiente) y Policía Nacional (judicial e independiente)."
    )
    assert statement(answer("Q3-02", map), map, EN).startswith(
        "Too early to say: 5 of 5 oversight links do not say whether they work."
    )


def test_both_readings_and_the_silent_are_said(group1: SectorMap) -> None:
    map = said(group1, "not_said", only=("g1-07", "g1-09"))

    text = statement(answer("Q3-02", map), map, EN)

    assert text.startswith(
        "On this group's map, 5 of 5 institutions with armed staff have no outside oversight that is said"
    )
    assert "By what is drawn, 3 of 5 have none at all. 2 of 5 oversight links do not say whether they work." in text


def test_one_is_singular() -> None:
    map = drawn({"pn": "core_security", "conadeh": "oversight_state"}, "conadeh ov_independent pn blocked")

    assert "1 de 1 institución con personal armado no tiene" in statement(answer("Q3-02", map), map, ES)
    assert "1 of 1 institution with armed staff has no" in statement(answer("Q3-02", map), map, EN)
    assert "pn (uno, bloqueado)" in statement(answer("Q3-02", map), map, ES)


def test_different_answers_are_told_apart() -> None:
    map = drawn(
        {"pn": "core_security", "conadeh": "oversight_state", "congreso": "oversight_state"},
        "conadeh ov_independent pn weak\ncongreso ov_parliament pn paper",
    )

    assert "pn (dos: uno a medias y uno sólo en el papel)" in statement(answer("Q3-02", map), map, ES)


def test_a_unit_says_what_it_inherits() -> None:
    actors = {"pn": "core_security", "dpi": {"kind": "core_security", "part_of": "pn"}, "conadeh": "oversight_state"}
    weak = drawn(actors, "conadeh ov_independent pn weak")
    works = drawn({**actors, "ffaa": "core_security"}, "conadeh ov_independent pn works")

    assert "dpi (as part of pn) and pn (one, weak)" in statement(answer("Q3-02", weak), weak, EN)
    assert "As parts of pn these have its oversight: dpi." in statement(answer("Q3-02", works), works, EN)


def test_an_overseer_depends_and_is_not_called_captured(group1: SectorMap) -> None:
    assert statement(answer("Q3-04", group1), group1, ES) == (
        "Derechos Humanos de las FF. AA. depende de quien debe supervisar (Fuerzas Armadas). Derechos Humanos de las "
        "FF. AA. tiene la misma jefatura que la Policía Militar (Fuerzas Armadas). Los otros tres controles son "
        "independientes en este mapa."
    )


def test_a_break_says_why(group1: SectorMap, group2: SectorMap) -> None:
    assert statement(answer("Q3-10", group1), group1, ES) == (
        "La cadena se corta entre el Ministerio Público y los Tribunales penales: la remisión funciona a medias. "
        "Nadie ocupa denuncia, investigación ni reinserción."
    )
    assert statement(answer("Q3-10", group2), group2, EN).startswith(
        "The chain breaks between the National Police and the Public Prosecutor: only the other direction is drawn, "
        "from the Public Prosecutor to the National Police."
    )


def test_several_breaks_are_told_in_one_sentence() -> None:
    chain = {
        "pn": {"kind": "core_security", "chain": ("police",)},
        "dpi": {"kind": "core_security", "chain": ("police",)},
        "mp": {"kind": "justice", "chain": ("prosecution",)},
        "csj": {"kind": "justice", "chain": ("court",)},
    }
    map = drawn(chain, "pn referral mp paper\nmp referral pn works\nmp referral csj missing")

    assert statement(answer("Q3-10", map), map, EN) == (
        "The chain breaks in two places: between police (dpi and pn) and mp (the referral is on paper only; the other "
        "direction is drawn too, from mp to pn) and between mp and csj (no referral is drawn). Nobody is at report, "
        "investigation, prison or reintegration. The group marks a referral that is needed: mp to csj."
    )


def test_paper_is_said_beside_the_cut(group2: SectorMap) -> None:
    text = statement(answer("Q3-13", group2), group2, ES)

    assert "CONADEH y Policía Nacional, 3 quedan fuera" in text
    assert "1 relación sólo en el papel o bloqueada no se cuenta." in text
    assert text.endswith("Si se cuenta también lo que está sólo en el papel, ya no: CONADEH.")


def test_weight_mandate_and_the_unrated(group1: SectorMap) -> None:
    assert statement(answer("Q3-17", group1), group1, ES) == (
        "Pesa más que su mandato: BID. Mandato sin peso: Congreso Nacional. Sin valorar: INP."
    )


def test_donors_that_coordinate_are_not_told_off(group1: SectorMap, group2: SectorMap) -> None:
    one, two = statement(answer("Q3-22", group1), group1, ES), statement(answer("Q3-22", group2), group2, ES)

    assert one.startswith("BID y COSUDE apoyan a la Policía Nacional sin relación entre sí.")
    assert two.startswith("BID y COSUDE apoyan a la Policía Nacional y coordinan.")
    assert "Ningún apoyo llega a los órganos de control" in one
    assert "FF. AA.." not in one


def test_silence_about_gender_is_counted(group1: SectorMap) -> None:
    assert statement(answer("Q3-24", group1), group1, ES) == (
        "Todavía no se puede decir: 12 de 12 actores no dicen nada sobre género."
    )


def test_nothing_found_is_no_proof(group2: SectorMap) -> None:
    assert statement(answer("Q3-04", group2), group2, ES).startswith(
        "En este mapa no aparece. Eso no prueba que no exista."
    )
    assert statement(answer("Q3-04", group2), group2, EN).startswith(
        "Not on this map. That is no proof that it does not exist."
    )


def _maps() -> dict[str, SectorMap]:
    session_4 = drawn(
        {
            "patronatos": "community", "psp": "private_security", "iglesia": "religious", "ms13": "criminal",
            "pn": "core_security", "mp": "justice", "mujeres": "users", "comercio": "users", "bid": "international",
            "inam": {"kind": "management", "gender_actor": True},
        },
        """patronatos service mujeres works
        pn service mujeres weak
        comercio access psp works
        patronatos information iglesia works
        iglesia referral pn works
        pn referral mp works
        pn regulation psp paper
        mp ov_judicial psp missing
        ms13 infiltration psp works
        ms13 extortion comercio works
        psp collusion iglesia not_said
        inam cooperation mp works
        bid funding pn works""",
    )  # fmt: skip
    return {
        "group1": golden.group1(), "group2": golden.group2(), "empty": SectorMap(), "session4": session_4,
        "unsaid": said(golden.group1(), "not_said"), "working": said(golden.group2(), "works"),
        "reference": reference_map(named("honduras"), "2015-09-01"),
    }  # fmt: skip


MAPS = _maps()
LOADED = re.compile(
    r"captur|culpable|cómplice|spoiler|saboteador|accomplice|guilty|hidden power|poder oculto", re.IGNORECASE
)

BROKEN = re.compile(r"[{}]|  | ,|\.\.|: \.|\(\)|\ba a\b|\bde el\b|\ba el\b|None")


@BOTH
@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_finding_is_said_in_whole_and_neutral_sentences(t: Translate, name: str, question: str) -> None:
    map = MAPS[name]
    [finding] = answers(map, questions=[question], sensitive=True)

    text = statement(finding, map, t)

    assert text.endswith(".")
    assert not BROKEN.search(text)
    assert not LOADED.search(text)
    assert (t("findings.nothing") in text) == (finding.outcome == "nothing")
    if finding.outcome == "not_enough":
        assert text.startswith(t("findings.early", reason="").removesuffix("."))


@settings(max_examples=60, deadline=None)
@given(maps(), st.sampled_from([ES, EN]))
def test_whatever_is_drawn_the_sentences_are_whole(map: SectorMap, t: Translate) -> None:
    for finding in answers(map, questions=QUESTIONS, sensitive=True):
        text = statement(finding, map, t)

        assert text.endswith(".")
        assert not BROKEN.search(text)
        assert table(finding, map, t) is None or finding.question in ("Q3-03", "Q4-22")


@BOTH
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_a_title_a_label_and_a_caution(t: Translate, question: str, group1: SectorMap) -> None:
    assert title(question, t).endswith("?")
    assert len(label(question, t)) < len(title(question, t))
    assert caution(answer(question, group1), t).endswith(".")
    assert not LOADED.search(caution(answer(question, group1), t))


@BOTH
def test_closed_is_said(t: Translate, group1: SectorMap) -> None:
    [finding] = answers(group1, questions=["Q4-07"])

    assert t("findings.reasons.closed") in statement(finding, group1, t)


def test_the_table_shows_answers_needs_and_the_count(group1: SectorMap) -> None:
    made = table(answer("Q3-03", group1), group1, ES)

    assert made is not None
    assert made.columns[1:8] == (
        "interno", "ejecutivo", "parlamentario", "judicial", "independiente", "social", "internacional",
    )  # fmt: skip
    rows = {row[0].actor: [cell.text for cell in row] for row in made.rows}
    assert rows["pmop"] == ["Policía Militar", "a medias", "·", "·", "·", "a medias", "·", "·", "0 de 2"]
    assert rows["fusina"] == ["FUSINA", "·", "·", "hace falta", "·", "·", "·", "·", "0 de 0"]
    assert rows["pn"][-1] == "2 de 2"


def test_a_question_without_a_table_has_none(group1: SectorMap) -> None:
    assert table(answer("Q3-02", group1), group1, ES) is None
    assert table(answer("Q3-03", SectorMap()), SectorMap(), ES) is None


def test_certainty_is_that_of_the_links_it_rests_on(group1: SectorMap) -> None:
    finding = answer("Q3-10", group1)

    assert certainty(finding, group1, ES) == "Nadie ha dicho qué tan seguro está de estas relaciones."
    assert certainty(answer("Q3-10", SectorMap()), SectorMap(), ES) == ""


# The reference map: what is on record for the day of the workshop


def test_on_record_fusina_has_none_and_the_dnii_only_a_civil_one() -> None:
    map = MAPS["reference"]
    finding = answer("Q3-02", map)

    assert "fusina" in finding.values["none"]
    assert finding.values["drawn"]["dnii"]["kinds"] == ["ov_civil"]
    assert "dnii" not in finding.values["works"]
    text = statement(finding, map, EN)
    assert text.startswith("On this map, ")
    assert re.search(r"FUSINA[^(]*\(none drawn\)", text)
    assert "DNII (civil; one, not said whether it works)" in text
    assert re.search(r"By what is drawn, \d+ of \d+ have none at all\. \d+ of \d+ oversight links do not say", text)


def test_on_record_no_gang_firm_or_foreign_force_is_asked_about_and_no_unit_is_bare() -> None:
    map = MAPS["reference"]
    finding = answer("Q3-02", map)

    kinds = {map.actors[id].kind for id in finding.values["population"]}  # type: ignore[index]
    assert kinds <= {"core_security", "justice", "management", "local_gov"}
    assert {"ms13", "psp", "southcom"} <= set(map.actors)
    assert {"ms13", "psp", "southcom"}.isdisjoint(finding.actors)
    for id in finding.values["none"]:
        parent = map.actors[id].part_of  # type: ignore[index]
        assert parent is None or not any(
            k.target == parent and k.of_kind.external for k in map.drawn() if not map.is_sensitive(k)
        )
