"""Whether a typed name looks like a person's, and which kind a free actor's name points to."""

import pytest

from mapping.scenario import looks_like_a_person, named, suggest_kind
from mapping.schema import schema

HONDURAS = named("honduras")


@pytest.mark.parametrize(
    "typed",
    [
        "Juan Pérez",
        "juan perez",
        "JUAN PÉREZ",
        "Pérez, Juan",
        "J. Pérez",
        "Juan",
        "Gral. Romeo Vásquez",
        "General Romeo Vásquez",
        "Dr. X",
        "Sra. Gómez",
        "María de los Ángeles Soto",
        "Presidente Juan Castellanos",
        "Fiscal General Óscar Castellanos",
        "Ministra Xenia Moncada",
        "John Smith",
        "Mr. Smith",
        "Esperanza Hernández",
        "ana@example.org",
        "9988-7766",
    ],
)
def test_warns_of_a_person(typed):
    assert looks_like_a_person(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Policía Nacional",
        "Casa Alianza",
        "Cruz Roja",
        "FUSINA",
        "Congreso Nacional",
        "Fiscal General",
        "Inspector General",
        "el alcalde",
        "Paz Joven",
        "Santa Rosa de Copán",
        "San Juan de Dios",
        "Médicos sin Fronteras",
        "World Vision",
        "Human Rights Watch",
        "Club de Leones",
        "Victoria",
        "Decreto 168-2013",
    ],
)
def test_lets_institutions_pass(typed):
    assert not looks_like_a_person(typed)


def test_takes_no_name_of_the_catalogue_for_a_person():
    names = [name for actor in HONDURAS.actors.values() for name in actor.spellings]
    terms = [term.term for term in HONDURAS.generic]

    assert [name for name in names + terms if looks_like_a_person(name)] == []


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Consejo indígena de Intibucá", "customary"),
        ("Iglesia Menonita", "religious"),
        ("Cámara de Comercio de Choluteca", "business"),
        ("Alcaldía de La Ceiba", "local_gov"),
        ("Policía de frontera", "core_security"),
        ("Tribunal de Cuentas", "oversight_state"),  # the longer word wins over "tribunal"
        ("Tribunal de Faltas", "justice"),
        ("Embassy of Japan", "international"),
        ("Seguridad privada Águila", "private_security"),
        ("Los Amigos", "civil_society"),
        ("", "civil_society"),
    ],
)
def test_suggests_a_kind_from_the_words_of_a_name(typed, kind):
    assert suggest_kind(typed) == kind


def test_suggests_only_kinds_that_there_are():
    assert all(suggest_kind(a.names["es"]) in schema().actor_kinds for a in HONDURAS.actors.values())
