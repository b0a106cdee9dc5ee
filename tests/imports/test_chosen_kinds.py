"""The kinds for the words of a file are proposed, and whoever takes it in decides."""

from __future__ import annotations

from mapping.imports import DROP, opened, read
from tests.imports.books import keys, links

LIST = (
    "Origen;Destino;Relación\nDefensoría del Pueblo;Policía Nacional;supervisa\nCongreso;Defensoría del Pueblo;nombra a"
    "\nPolicía Nacional;Fiscalía;compadrazgo\nFiscalía;Policía Nacional;\n"
).encode()
ACTORS = "Nombre;Tipo\nLos Amigos;comunidad\nMara 18;comunidad\nPolicía Nacional;cuerpo armado\n".encode()


def test_every_word_is_listed_with_a_proposal_and_what_it_is_said_of() -> None:
    words = read(LIST, "relaciones.csv").words
    said = {(w.of, w.word): (w.kind, w.count, w.certain) for w in words if w.of == "link"}

    assert said == {
        ("link", "supervisa"): ("ov_independent", 1, False), ("link", "nombra a"): ("appointment", 1, False),
        ("link", "compadrazgo"): ("other", 1, False), ("link", ""): ("other", 1, False),
    }  # fmt: skip
    assert next(w.examples for w in words if w.word == "compadrazgo") == ("Policía Nacional → Fiscalía",)


def test_a_kinds_own_name_is_certain() -> None:
    words = read(b"From,To,Type\nPN,MP,referral of cases\n", "c.csv").words

    assert [(w.kind, w.certain) for w in words if w.of == "link"] == [("referral", True)]


def test_what_is_chosen_holds_and_is_no_guess() -> None:
    file = opened(LIST, "relaciones.csv")

    found = file.map({("link", "compadrazgo", "other"): "cooperation", ("link", "", "other"): "referral"})

    assert ("Policía Nacional", "cooperation", "Fiscalía") in links(found)
    assert ("Fiscalía", "referral", "Policía Nacional") in links(found)
    assert not {"relation", "relation_unsaid"} & keys(found.guessed)
    assert "compadrazgo" in {k.note for k in found.file.map.links.values()}  # the room's own word is not lost
    assert "relation" in keys(file.map().guessed)  # and the file can be asked again


def test_a_word_can_be_left_out_and_that_is_said() -> None:
    found = opened(LIST, "relaciones.csv").map({("link", "compadrazgo", "other"): DROP})

    assert len(found.file.map.links) == 3
    assert [(n.key, n.values["word"]) for n in found.dropped] == [("left_links", "compadrazgo")]


def test_actors_that_are_left_out_take_their_links_along() -> None:
    words = [w for w in read(LIST, "relaciones.csv").words if w.of == "actor" and "Policía Nacional" in w.examples]

    found = opened(LIST, "relaciones.csv").map({words[0].key: DROP})

    assert "Policía Nacional" not in {a.name for a in found.file.map.actors.values()}
    assert links(found) == [("Congreso", "appointment", "Defensoría del Pueblo")]
    assert {n.key: n.count for n in found.dropped} == {"left": 1, "left_ends": 3}


def test_a_name_that_points_to_an_armed_group_is_asked_about_by_itself() -> None:
    """Else one choice for all "comunidad" would let its links be shared."""
    words = {w.key: w.examples for w in read(ACTORS, "a.csv").words}
    (mara,) = [key for key, examples in words.items() if examples == ("Mara 18",)]

    found = opened(ACTORS, "a.csv").map({key: "religious" for key in words if key != mara})

    assert {a.name: a.kind for a in found.file.map.actors.values()} == {
        "Los Amigos": "religious", "Mara 18": "criminal", "Policía Nacional": "religious",
    }  # fmt: skip


def test_the_kind_of_an_overseer_changes_what_its_supervision_is_proposed_as() -> None:
    file = opened(LIST, "relaciones.csv")
    (defensoria,) = [w.key for w in file.map().words if "Defensoría del Pueblo" in w.examples]

    found = file.map({defensoria: "management"})

    assert ("link", "supervisa", "ov_executive") in {w.key for w in found.words}


def test_our_own_file_asks_nothing() -> None:
    from mapping.codec import MapFile, dumps
    from tests import golden

    assert read(dumps(MapFile(golden.group1())).encode(), "m.json").words == ()
