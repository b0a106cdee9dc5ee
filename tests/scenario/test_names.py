"""Which actor of the catalogue a typed name means."""

import json
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.scenario import candidates, catalogue_json, match, named
from mapping.scenario.names import accepted, asks
from mapping.scenario.spelling import key, plain

HONDURAS = named("honduras")

TYPED = {  # acceptance story, section 1: what each group types
    "policía nacional": "pn",
    "Police": "pn",
    "policía militar": "pmop",
    "military police": "pmop",
    "fuerzas armadas": "ffaa",
    "Armed Forces": "ffaa",
    "fusina": "fusina",
    "FUSINA": "fusina",
    "fiscalía": "mp",
    "Public Prosecutor": "mp",
    "juzgados": "tribunales",
    "trial courts": "tribunales",
    "cárceles": "inp",
    "prisons": "inp",
    "congreso": "congreso",
    "Congress": "congreso",
    "conadeh": "conadeh",
    "Ombudsman": "conadeh",
    "BID": "bid",
    "IDB": "bid",
    "cosude": "cosude",
    "Swiss Cooperation": "cosude",
    "Oficina de derechos humanos del Estado Mayor": "ddhh_ffaa",
    "Alliance for Peace and Justice": "apj",
}


@pytest.mark.parametrize(("typed", "meant"), TYPED.items())
def test_accepts_what_the_groups_type(typed, meant):
    found = match(HONDURAS, typed)

    assert (found.verdict, [c.id for c in found.candidates]) == ("accept", [meant])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("LA POLICIA NACIONAL DE HONDURAS", "pn"),
        ("Policía de Honduras", "pn"),
        ("FF. AA.", "ffaa"),
        ("EE. UU.", "eeuu"),
        ("ms13", "ms13"),
        ("the National Police", "pn"),
        ("Comisión Interinstitucional de Seguridad", "fusina"),
        ("PNUD Honduras", "pnud"),
    ],
)
def test_reads_past_accents_articles_dots_and_the_country(typed, meant):
    found = match(HONDURAS, typed)

    assert (found.verdict, [c.id for c in found.candidates]) == ("accept", [meant])


def test_accepts_every_name_of_the_catalogue():
    generic = {key(term.term) for term in HONDURAS.generic}

    for actor in HONDURAS.actors.values():
        for name in actor.spellings:
            found = match(HONDURAS, name)
            assert key(name) not in generic
            assert (found.verdict, found.candidates[0].id) == ("accept", actor.id), name


def test_asks_when_a_word_fits_several():
    found = match(HONDURAS, "militares")

    assert (found.verdict, {c.id for c in found.candidates}) == ("confirm", {"ffaa", "pmop"})
    for term in HONDURAS.generic:
        assert match(HONDURAS, term.term).verdict == "confirm", term
        assert tuple(c.id for c in match(HONDURAS, term.term).candidates) == term.actors


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ministry of Defense", "sedena"),
        ("Ministerio de Finanzas", "sefin"),
        ("Secretaría de DDHH", "sedh"),
        ("EE UU", "eeuu"),
        ("fiscalía (MP)", "mp"),
        ("Ministerio Público / Fiscalía", "mp"),
        ("Jurisdiccion Nacional", "jurisdiccion_nacional"),
    ],
)
def test_other_spellings_of_a_word_make_no_other_name(typed, meant):
    found = match(HONDURAS, typed)

    assert (found.verdict, found.candidates[0].id) == ("accept", meant)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Cáritas", "iglesia_catolica"),  # a part of it
        ("coast guard", "fuerza_naval"),  # a task of it
        ("CNBS", "uif"),  # whom it belongs to
        ("Safer Municipalities Project", "banco_mundial"),  # the bank's, or the government's
        ("Suiza", "cosude"),  # wider than it
    ],
)
def test_asks_about_a_part_a_task_or_a_wider_word(typed, first):
    found = match(HONDURAS, typed)

    assert (found.verdict, found.candidates[0].id, found.candidates[0].reason) == ("confirm", first, "part")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("las maras y pandillas", {"ms13", "barrio18", "otras_bandas"}),
        ("el ejército y la policía municipal", {"ejercito", "policia_municipal"}),
        ("PN (Partido Nacional)", {"pn", "partido_nacional"}),
    ],
)
def test_asks_which_of_several_names_in_a_row(typed, meant):
    found = match(HONDURAS, typed)

    assert (found.verdict, {c.id for c in found.candidates}) == ("confirm", meant)


@pytest.mark.parametrize("typed", ["la policía", "Policías", "jueces", "fiscales", "inteligencia", "the police"])
def test_a_word_for_all_of_a_sort_is_nobodys_name(typed):
    assert match(HONDURAS, typed).verdict == "confirm"
    assert asks(HONDURAS, typed)
    assert accepted(HONDURAS, typed) is None


def test_a_body_of_another_country_is_none_of_ours():
    for typed in ("Policía Nacional de Nicaragua", "Guatemalan Congress", "Corte Suprema de Costa Rica"):
        assert match(HONDURAS, typed).verdict == "none", typed
    assert match(HONDURAS, "Colombian National Police").candidates[0].id == "colombia"


def test_a_number_is_itself_or_nothing():
    assert "barrio18" not in [c.id for c in match(HONDURAS, "Barrio 21").candidates]
    assert match(HONDURAS, "pandilla del barrio 18").candidates[0].id == "barrio18"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("polcia nacional", "pn"),
        ("Policia Nac.", "pn"),
        ("congresso", "congreso"),
        ("Supremme Court", "csj"),
        ("Secretary of Defense", "sedena"),
        ("Comité de Seguridad del Congreso", "comision_seguridad_cn"),
        ("Fuerza Nacional Antimaras", "fnamp"),
        ("Dirección DIECP", "diecp"),
        ("UN Development Programme", "pnud"),
    ],
)
def test_proposes_but_does_not_take_what_is_only_alike(typed, meant):
    found = match(HONDURAS, typed)

    assert (found.verdict, found.candidates[0].id) == ("confirm", meant)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "???",
        "de la",
        "Honduras",
        "asdf qwer",
        "Ministerio de Agricultura",
        "Policía de Guatemala",
        "Universidad de Harvard",
        "Iglesia Mormona",
        "Cruz Roja",
        "Save the Children",
        "Juan Pérez",
        "Dinant",
        "DESA",
    ],
)
def test_knows_when_it_knows_nobody(typed):
    assert match(HONDURAS, typed) == match(HONDURAS, "xyzzy plugh")
    assert match(HONDURAS, typed).verdict == "none"


@pytest.mark.parametrize("typed", ["DNIX", "UNICEF", "dni3", "APJJ", "CONATEL", "COPECO", "INA", "PNC"])
def test_never_takes_one_acronym_for_another(typed):
    assert match(HONDURAS, typed).verdict == "none"


@pytest.mark.parametrize(("typed", "meant"), [("FUSIN", "fusina"), ("CONADE", "conadeh"), ("cofadhe", "cofadeh")])
def test_asks_about_a_long_acronym_with_a_slip(typed, meant):
    # FUSIN and CONADE begin like FUSINA and CONADEH; a table may well mean another body
    found = match(HONDURAS, typed)

    assert (found.verdict, [(c.id, c.reason) for c in found.candidates]) == ("confirm", [(meant, "acronym")])


def test_weighs_rare_words_more_than_frequent_ones():
    best = match(HONDURAS, "Comisión Nacional de la Tortura").candidates[0]

    assert best.id in {"conaprev", "cptrt"}  # not one of the dozen national commissions


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_accepts_nothing_that_is_not_a_name(text):
    found = match(HONDURAS, text)

    assert found.verdict in {"accept", "confirm", "none"}
    assert (found.verdict == "none") == (not found.candidates)
    if found.verdict == "accept":
        kept = set(plain(text).split())
        names = HONDURAS.actors[found.candidates[0].id].spellings
        assert any(kept & set(plain(name).split()) or key(name) == key(text) for name in names)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(TYPED)), st.randoms(use_true_random=False))
def test_takes_a_name_with_any_capitals_and_spaces(typed, chance: random.Random):
    shouted = "".join(chance.choice((c.upper(), c.lower())) for c in typed).replace(" ", "  ")

    assert match(HONDURAS, f" {shouted} ").candidates[0].id == TYPED[typed]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(HONDURAS.actors)), st.integers(0, 200), st.sampled_from(string.ascii_lowercase))
def test_takes_no_name_for_another_by_one_slip(id, place, letter):
    name = HONDURAS.actors[id].names["es"]
    place %= len(name)
    slipped = name[:place] + letter + name[place + 1 :]

    found = match(HONDURAS, slipped)

    assert found.verdict != "accept" or found.candidates[0].id == id


def test_proposes_while_typing():
    assert candidates(HONDURAS, "poli")[0].id == "pn"
    assert candidates(HONDURAS, "FUS")[0].id == "fusina"
    assert candidates(HONDURAS, "conadeh")[0].id == "conadeh"
    assert len(candidates(HONDURAS, "nacional", limit=3)) == 3
    assert candidates(HONDURAS, "") == ()


def test_gives_a_browser_what_decides_and_nothing_else():
    whole = json.loads(json.dumps(catalogue_json(HONDURAS)))
    ids = [actor["id"] for actor in whole["actors"]]

    assert ids == list(HONDURAS.actors)
    for typed, meant in TYPED.items():
        assert ids[whole["exact"][key(typed)]] == meant
    assert [ids[i] for i in whole["generic"]["militares"]] == ["ffaa", "pmop"]
    assert "militares" not in whole["exact"]
    congreso = whole["actors"][ids.index("congreso")]
    assert congreso["short"] == {"es": "Congreso Nacional", "en": "National Congress"}
    assert (congreso["kind"], congreso["oversees_as"]) == ("oversight_state", "ov_parliament")


def test_keeps_company_names_out():
    catalogue = json.dumps(catalogue_json(HONDURAS), ensure_ascii=False).casefold()
    rows = [*HONDURAS.actors.values(), *HONDURAS.links.values(), *HONDURAS.events.values()]
    words = set(plain(" ".join(map(repr, rows))).split())

    assert "dinant" not in catalogue
    assert not {"dinant", "desa"} & words
    assert '"desa"' not in catalogue


@pytest.mark.parametrize(("text", "id"), [("el BID", "bid"), ("la PMOP", "pmop")])
def test_an_acronym_is_taken_with_its_article(text, id):
    found = match(HONDURAS, text)

    assert (found.verdict, found.candidates[0].id) == ("accept", id)


@pytest.mark.parametrize("text", ["B:M:U", "de B y M"])
def test_letters_that_only_together_make_an_acronym_are_none(text):
    assert match(HONDURAS, text).verdict != "accept"
