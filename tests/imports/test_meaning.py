"""Words of other people's files for kinds and relations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from mapping.export import shareable
from mapping.i18n import translate
from mapping.imports import meaning, read, said
from mapping.model import Actor, ActorId
from mapping.schema import schema

ROOT = Path(__file__).parents[2]
WORDS = yaml.safe_load((ROOT / "mapping" / "imports" / "words.yaml").read_text(encoding="utf-8"))


def _actor(kind: str, id: str = "x-1", **values: object) -> Actor:
    return Actor(ActorId(id), "Alguien", kind, **values)  # type: ignore[arg-type]


def test_every_word_of_the_list_means_a_kind_that_exists_and_only_one() -> None:
    relations = [w for words in WORDS["relations"].values() for w in words]

    assert set(WORDS["actor_kinds"]) <= set(schema().actor_kinds)
    assert set(WORDS["relations"]) - {meaning.OVERSIGHT} <= set(schema().link_kinds)
    assert len(set(relations)) == len(relations)
    assert all(meaning.relation(w) == id for id, words in WORDS["relations"].items() for w in words)


@pytest.mark.parametrize("word", ["reports to", "depende de", "belongs to", "control", "", "compadrazgo"])
def test_a_word_that_may_mean_the_opposite_means_nothing(word: str) -> None:
    assert meaning.relation(word) is None


def test_the_overseer_gives_the_kind_of_oversight_as_on_the_canvas() -> None:
    script = (ROOT / "mapping" / "render" / "canvas" / "kinds.js").read_text(encoding="utf-8")
    table = re.search(r"BY_OVERSEER = \{(.*?)\}", script, re.DOTALL)
    assert table
    rows = dict(re.findall(r"(\w+): '(\w+)'", table[1]))
    police = _actor("core_security", "pn")

    assert rows
    for kind in schema().actor_kinds:
        assert meaning.oversight_kind(_actor(kind), police) == rows.get(kind, "ov_civil")
    assert meaning.oversight_kind(_actor("oversight_state", part_of="pn"), police) == "ov_internal"
    assert meaning.oversight_kind(_actor("oversight_state", oversees_as="ov_parliament"), police) == "ov_parliament"


@pytest.mark.parametrize(
    ("type", "name", "kind"),
    [
        ("ngo", "Los Amigos", "civil_society"), ("Police", "The Blues", "core_security"),
        ("", "Ministerio Público", "justice"), ("", "Ministerio de Seguridad", "management"),
        ("comunidad", "Mara 18", "criminal"), ("pandilla", "Los Amigos", "criminal"),
        ("", "Los Amigos", "civil_society"),
    ],
)  # fmt: skip
def test_a_type_says_more_than_a_name_and_what_is_sensitive_more_than_both(type: str, name: str, kind: str) -> None:
    assert meaning.actor_kind(type, name) == kind


def test_a_list_of_relations_in_plain_spanish_becomes_a_map_that_can_be_analysed() -> None:
    rows = (
        "Origen;Destino;Relación;¿Funciona?\nDefensoría del Pueblo;Policía Nacional;supervisa;a medias\n"
        "Congreso;Defensoría del Pueblo;nombra a;sí\nLos Primos;Comerciantes del mercado;cobra renta;\n"
    )
    found = read(rows.encode("cp1252"), "relaciones.csv")
    map = found.file.map
    kinds = {(map.actors[k.source].name, k.kind, k.practice) for k in map.links.values()}

    assert kinds == {
        ("Defensoría del Pueblo", "ov_independent", "weak"), ("Congreso", "appointment", "works"),
        ("Los Primos", "extortion", "not_said"),
    }  # fmt: skip
    assert [a.id for a in map.actors.values()] == ["x-1", "x-2", "x-3", "x-4", "x-5"]
    assert not any(a.catalogue or a.names or a.influence is not None for a in map.actors.values())
    assert shareable(found.file)[1] == {"sensitive_links": 1}


def test_what_is_guessed_is_said_in_both_languages() -> None:
    found = read(b"From,To,Type\nOmbudsman,Police,supervises\nArmy,Ghosts,\n", "links.csv")

    assert "Guessed: 1 link as independent oversight, from who oversees." in said(found, translate("en"))
    assert "Guessed: 1 actor as Civil society (voice and oversight), the widest kind: please check." in said(
        found, translate("en")
    )
    assert "Se supuso: 1 relación como otra relación: el archivo no dice de qué tipo es." in said(
        found, translate("es")
    )
