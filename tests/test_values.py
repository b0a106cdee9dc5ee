"""What a text may hold: words of any script, and nothing that changes how its neighbours are read."""

from __future__ import annotations

import pytest

from mapping.errors import BadValue
from mapping.schema import schema


def checked(name: str, value: str) -> str:
    text: str = schema().checked("actor", name, value)
    return text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202egnp.exe\u202c del barrio", "gnp.exe del barrio"),  # an override would show it backwards
        ("Fiscal\u2066ía\u2069", "Fiscalía"),
        ("CONADEH\u200f", "CONADEH"),
        ("Policía\x00 Nacional\x1b[31m", "Policía Nacional[31m"),
        ("Mesa\x85de\x9fTela", "MesadeTela"),
        ("Mesa\u2028de Tela", "Mesa de Tela"),
    ],
)
def test_a_name_keeps_nothing_that_turns_or_hides_its_neighbours(typed: str, kept: str) -> None:
    assert checked("name", typed) == kept


@pytest.mark.parametrize("name", ["منظمة حقوق", "משפט", "Asociación Ñandú", "क्\u200dष", "👩\u200d⚖️ Juezas"])
def test_names_of_every_script_stay_as_they_are(name: str) -> None:
    """Joiners belong to the spelling of several scripts."""
    assert checked("name", name) == name


def test_a_note_keeps_its_lines() -> None:
    assert checked("note", "uno\r\ndos\ttres\u202e") == "uno\ndos\ttres"


def test_a_name_of_nothing_but_such_characters_is_none() -> None:
    with pytest.raises(BadValue):
        checked("name", "\u202e\u200f\x07")
