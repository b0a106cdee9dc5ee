"""A map on paper, typed back from its numbers."""

from __future__ import annotations

import pytest

from mapping.errors import FileUnreadable
from mapping.export import paper
from mapping.i18n import translate
from mapping.imports import Imported, read, said
from mapping.model import SectorMap
from mapping.scenario import named
from mapping.scenario.paper import SIGNS, codes, numbered, on_cards
from mapping.schema import schema
from tests.export.test_pdf import read as text_of

HONDURAS = named("honduras")
NUMBER = {actor.id: n for n, actor in numbered(HONDURAS).items()}
CODE = {kind.id: code for code, kind in codes().items() if kind}


def typed(*lines: str) -> Imported:
    return read("\n".join(lines).encode("utf-8"), "mapa.txt")


def test_a_line_is_a_link_between_two_of_the_catalogue() -> None:
    found = typed(f"{NUMBER['ffaa']} A {NUMBER['pmop']}", f"{NUMBER['congreso']} S {NUMBER['pmop']} p")

    assert {(k.source, k.kind, k.target, k.practice) for k in found.file.map.links.values()} == {
        ("ffaa", "command", "pmop", "not_said"), ("congreso", "ov_parliament", "pmop", "paper"),
    }  # fmt: skip
    pmop = found.file.map.actors["pmop"]  # type: ignore[index]
    assert (pmop.catalogue, pmop.kind, pmop.label("en")) == ("pmop", "core_security", "Military Police")


def test_the_golden_map_comes_back_from_its_numbers(group1: SectorMap) -> None:
    own = {id: 501 + n for n, id in enumerate(i for i in group1.actors if i not in NUMBER)}
    number = {**NUMBER, **own}
    lines = [f"{n} = {group1.actors[id].name}" for id, n in own.items()]
    lines += [
        f"{number[k.source]} {CODE[k.kind]} {number[k.target]} {SIGNS.get(k.practice, '')}"
        for k in group1.links.values()
    ]
    lines += [f"{number[a.id]} * {a.influence}" for a in group1.actors.values() if a.influence is not None]
    found = typed(*lines).file.map

    back = {**{id: id for id in NUMBER}, **{f"x-{n}": id for id, n in own.items()}}
    assert {(back[k.source], k.kind, back[k.target], k.practice) for k in found.links.values()} == {
        (k.source, k.kind, k.target, k.practice) for k in group1.links.values()
    }
    assert {back[a.id]: a.influence for a in found.actors.values() if a.influence is not None} == {
        a.id: a.influence for a in group1.actors.values() if a.influence is not None
    }


def test_an_actor_of_ones_own_has_the_name_that_was_typed() -> None:
    found = typed("501 = Comité de vecinos", "501 C 34", "# de la mesa 2", "501 * 2")

    own = found.file.map.actors["x-501"]  # type: ignore[index]
    assert (own.name, own.influence) == ("Comité de vecinos", 2)


@pytest.mark.parametrize("line", ["34 S 9999", "400 A 34", "34 Z 35", "34 S 35 quizás", "500 = Nadie", "34 * 6"])
def test_what_says_nothing_is_dropped_and_said_with_its_line(line: str) -> None:
    found = typed("34 A 35", line) if line != "34 S 9999" else typed("34 A 35", "34 S 450")

    assert len(found.file.map.links) == 1
    assert any("línea 2" in each for each in said(found, translate("es")))


def test_nothing_that_is_known_is_one_clear_error() -> None:
    with pytest.raises(FileUnreadable):
        read(b"400 Z 401", "x.txt", format="paper")


def test_a_list_of_edges_is_still_a_list_of_edges() -> None:
    assert read(b"12 34\n34 56\n", "edges.txt").format == "csv"


def test_no_card_and_no_code_is_of_the_sensitive_layer() -> None:
    assert not any(schema().actor_kind(a.kind).sensitive_endpoint for a in on_cards(HONDURAS).values())
    assert not any(kind.sensitive for kind in codes().values() if kind)


def test_cards_have_the_numbers_that_are_typed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    es = text_of(paper.cards(HONDURAS, translate("es"), anchors=("pn", "congreso")), tmp_path)

    assert "Policía Nacional" in es
    assert str(NUMBER["pn"]) in es.split()
    assert "501" in es.split()
    assert "Ministerio Público" not in es


def test_the_sheet_says_the_question_and_every_code(group1: SectorMap, tmp_path) -> None:  # type: ignore[no-untyped-def]
    en = text_of(paper.sheet(group1.frame, translate("en")), tmp_path, "-raw")

    assert group1.frame.question in " ".join(en.split())
    assert {"A1", "S7", "R3", "T2"} <= set(en.split())
