"""Names of a catalogue in somebody else's file: proposed, and taken only when that is confirmed."""

from __future__ import annotations

from mapping.imports import read
from mapping.imports.catalogued import as_catalogued, recognised
from mapping.model import ActorId, SectorMap
from mapping.scenario import named

HONDURAS = named("honduras")


def _map(text: str) -> SectorMap:
    return read(text.encode(), "m.csv").file.map


def test_reading_alone_makes_nobody_the_catalogues() -> None:
    assert not any(a.catalogue for a in _map("Label,Type\nPolicía Nacional,security\n").actors.values())


def test_only_a_name_that_decides_is_proposed() -> None:
    """`donantes` is several; `Policía` asks; a band of friends is nobody's."""
    found = recognised(_map("Label\nPolicía Nacional\ndonantes\nLos Amigos\n"), HONDURAS)

    assert dict(found) == {ActorId("x-1"): "pn"}


def test_two_rows_that_would_be_one_actor_are_left_to_the_room() -> None:
    assert not recognised(_map("Id,Label\na,Policía Nacional\nb,Policia Nacional\n"), HONDURAS)


def test_a_confirmed_actor_has_the_catalogues_kind_and_keeps_what_the_file_says() -> None:
    text = "Id,Label,Type,Influencia,Notas,part_of\n7,Policía Nacional,ONG,4,del archivo,\n8,Posta,ONG,,,7\n"
    map = as_catalogued(_map(text), HONDURAS, "es")
    pn = map.actors[ActorId("pn")]

    assert (pn.catalogue, pn.kind, pn.influence, pn.note) == ("pn", "core_security", 4, "del archivo")
    assert map.actors[ActorId("8")].part_of == "pn"
    assert map.frame.scenario == "honduras"


def test_links_follow_their_actors() -> None:
    map = as_catalogued(_map("From,To,Type\nPolicía Nacional,Los Amigos,referral\n"), HONDURAS, "en")

    assert [(k.source, k.target) for k in map.links.values()] == [("pn", "x-2")]
    assert set(map.actors) == {"pn", "x-2"}


def test_an_id_that_somebody_else_has_stays_theirs() -> None:
    map = as_catalogued(_map("Id,Label\nx,Policía Nacional\npn,Los Amigos\n"), HONDURAS, "es")

    assert (map.actors[ActorId("x")].catalogue, map.actors[ActorId("pn")].name) == ("pn", "Los Amigos")
