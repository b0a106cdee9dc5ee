"""What may leave the room. The map here has one of everything that must not."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from mapping.changes import Change
from mapping.codec import MapFile, dumps
from mapping.export import FORMATS, exported, removed_lines, shareable
from mapping.export.said import Said, from_room, to_room
from mapping.i18n import translate
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.schema import schema
from tests import golden

SECRETS = ("SECRETO-NOTA", "SECRETO-TEMOR", "SECRETO-GRUPO", "Foro de Mujeres por la Vida", "foro_mujeres", "L911")


def internal() -> MapFile:
    """Group 1's map with a gang, sensitive links, notes, positions, and a women's organisation to protect."""
    map = golden.group1()
    actors = dict(map.actors)
    actors[ActorId("pn")] = replace(
        actors[ActorId("pn")], note="SECRETO-NOTA", position=-2, position_declared=1, integrity=1, hr_record="serious",
        fears="SECRETO-TEMOR", needs="SECRETO-TEMOR",
    )  # fmt: skip
    actors[ActorId("foro_mujeres")] = Actor(
        ActorId("foro_mujeres"), "Foro de Mujeres por la Vida", "civil_society", catalogue="foro_mujeres",
        names={"es": "Foro de Mujeres por la Vida", "en": "Women's Forum for Life"}, protect=True,
        represents="SECRETO-GRUPO", influence=2,
    )  # fmt: skip
    actors[ActorId("ms13")] = Actor(ActorId("ms13"), "MS-13", "criminal")
    links = dict(map.links)
    for id, kind, source, target in (
        ("s-1", "threat", "ms13", "foro_mujeres"), ("s-2", "collusion", "pn", "ms13"),
        ("s-3", "cooperation", "mp", "ms13"), ("t-1", "conflict", "foro_mujeres", "ffaa"),
        ("L911", "cooperation", "foro_mujeres", "conadeh"),
    ):  # fmt: skip
        links[LinkId(id)] = Link(LinkId(id), kind, ActorId(source), ActorId(target), territory="Colonia 14 de Marzo",
                                 recorded=id, sources=("fuente_1",), ground=f"{SECRETS[3]} lo publicó.")  # fmt: skip
    links[LinkId("g1-09")] = replace(links[LinkId("g1-09")], recorded="L158", sources=("lop_2017",), evidence="A",
                                     ground="Ley orgánica; lo recuerda el Foro de mujeres por la vida.")  # fmt: skip
    history = ((1, Change("c-1", "p-1", 0, "frame", {"values": {"question": "SECRETO-NOTA"}})),)
    room = to_room([
        Said("finding", "1", "El FORO DE MUJERES POR LA VIDA no tiene protección.", share=True),
        Said("answer", "", "sí", title="foro_mujeres>cooperation>conadeh", share=True),
        Said("pad", "1", "SECRETO-NOTA"),
    ])  # fmt: skip
    return MapFile(replace(map, actors=actors, links=links), "internal", history, ((1, "SECRETO-NOTA"),), room)


def _everything(data: bytes) -> str:
    """The file and every file inside it, as text."""
    out = data.decode("utf-8", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            out += "".join(_everything(archive.read(name)) for name in archive.namelist())
    return out


def test_sensitive_links_are_gone_by_kind_and_by_end() -> None:
    shared, removed = shareable(internal())

    assert not {"s-1", "s-2", "s-3"} & set(shared.map.links)
    assert removed["sensitive_links"] == 3  # threat, collusion, and the harmless-looking coordination with a gang
    assert not any(shared.map.is_sensitive(link) for link in shared.map.links.values())


def test_what_the_schema_keeps_inside_is_at_its_default_everywhere() -> None:
    shared, _ = shareable(internal())
    kept_inside = [a.id for a in schema().attributes["actor"].values() if not a.share]

    assert set(kept_inside) >= {"note", "position", "integrity", "hr_record", "needs", "fears", "interests"}
    blank = Actor(ActorId(""), "", "")
    for actor in shared.map.actors.values():
        assert all(getattr(actor, name) == getattr(blank, name) for name in kept_inside)
    assert all(link.note == "" for link in shared.map.links.values())


def test_what_was_removed_is_counted_and_said() -> None:
    _, removed = shareable(internal())

    assert removed == {
        "sensitive_links": 3, "protected_names": 1, "protected_links": 1, "protected_details": 4, "notes": 2,
        "words": 1, "needs": 2, "positions": 2, "integrity": 1, "records": 1, "places": 1, "changes": 1, "snapshots": 1,
    }  # fmt: skip
    assert "2 notas" in removed_lines(removed, translate("es"))
    assert "3 sensitive links" in removed_lines(removed, translate("en"))


def test_the_golden_map_loses_one_note(group1: SectorMap) -> None:
    _, removed = shareable(MapFile(group1))

    assert removed_lines(removed, translate("en")) == ["1 note"]
    assert removed_lines({}, translate("en")) == ["There was nothing to remove."]


def test_a_protected_actor_bears_the_name_of_its_kind_and_a_new_id() -> None:
    shared, _ = shareable(internal())
    (hidden,) = (a for a in shared.map.actors.values() if a.protect)

    assert hidden.label("es") == "Sociedad civil"
    assert hidden.label("en") == "Civil society"
    assert (hidden.id, hidden.catalogue, hidden.represents) == ("p-1", None, "")
    assert hidden.influence == 2  # what the group said of it stays


def test_links_of_tension_with_a_protected_actor_are_gone_and_others_cannot_be_looked_up() -> None:
    shared, _ = shareable(internal())
    touching = [k for k in shared.map.links.values() if "p-1" in k.ends]

    assert [k.kind for k in touching] == ["cooperation"]
    assert (touching[0].id, touching[0].recorded, touching[0].sources, touching[0].ground) == ("pl-1", None, (), "")
    assert touching[0].territory == ""


def test_public_evidence_of_other_links_stays() -> None:
    shared, _ = shareable(internal())
    link = shared.map.links[LinkId("g1-09")]

    assert (link.recorded, link.sources, link.evidence) == ("L158", ("lop_2017",), "A")
    assert link.ground == "Ley orgánica; lo recuerda el Sociedad civil."


def test_a_protected_name_is_replaced_in_what_the_room_said_too() -> None:
    shared, _ = shareable(internal())

    finding, answer = from_room(shared.room)
    assert finding.text == "El Sociedad civil no tiene protección."
    assert answer.title == "Sociedad civil>cooperation>conadeh"


def test_an_entry_point_speaks_of_what_is_shared_by_its_new_id_or_stays_inside() -> None:
    """It was made of what is on the map: of a sensitive link its sentence would leave with a tick."""
    abouts = ("foro_mujeres", "L911", "s-1", "t-1", "pn", "gone", "")
    risk = {"risk": "FORO DE MUJERES POR LA VIDA"}
    said = [Said("entry", "1", f"Con {id}", share=True, about=id, parts=risk) for id in abouts]
    shared, removed = shareable(replace(internal(), room=to_room(said)))

    entries = from_room(shared.room)
    assert [each.about for each in entries] == ["p-1", "pl-1", "pn", "", ""]
    assert {each.parts["risk"] for each in entries} == {"Sociedad civil"}
    assert removed["words"] == 2
    assert shareable(shared)[0].room == shared.room


def test_several_protected_actors_of_a_kind_are_numbered(group1: SectorMap) -> None:
    more = {
        ActorId(f"x-{n}"): Actor(ActorId(f"x-{n}"), name, "civil_society", protect=True)
        for n, name in enumerate(("COFADEH", "CIPRODEH"))
    }
    shared, _ = shareable(MapFile(replace(group1, actors={**group1.actors, **more})))

    assert [a.name for a in shared.map.actors.values() if a.protect] == ["Sociedad civil 1", "Sociedad civil 2"]


def test_filtering_twice_changes_nothing() -> None:
    once, removed = shareable(internal())
    twice, again = shareable(once)

    assert dumps(twice) == dumps(once)
    assert again == removed


def test_history_and_snapshots_stay_inside() -> None:
    shared, _ = shareable(internal())

    assert (shared.history, shared.snapshots, shared.handling) == ((), (), "shareable")
    assert {"history", "snapshots"} & json.loads(dumps(shared)).keys() == set()


@pytest.mark.parametrize("format", list(FORMATS))
def test_no_secret_is_in_any_shared_file_whatever_its_format(format: str) -> None:
    text = _everything(exported(internal(), format, translate("es")))

    for secret in SECRETS:
        assert not re.search(re.escape(secret), text, re.IGNORECASE), secret
    assert "s-2" not in text
    assert "CANARIO-7F" not in text


@pytest.mark.parametrize("format", ["json", "xlsx", "csv", "graphml", "kumu"])
def test_the_same_secrets_are_in_the_internal_file(format: str) -> None:
    """The search above can find something."""
    text = _everything(exported(internal(), format, translate("es"), internal=True))

    assert "SECRETO-NOTA" in text
    assert "CANARIO-7F" in text
