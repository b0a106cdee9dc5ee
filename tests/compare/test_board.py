"""The whole board: its numbers, its JSON, what stays closed, and that the order of the maps says nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from mapping.compare.align import Judgement
from mapping.compare.board import Board, board
from mapping.compare.json_form import to_json
from mapping.errors import BadValue
from mapping.model import Actor, ActorId, SectorMap
from mapping.scenario.read import named
from tests.compare.maps import five, map_of, three, with_row


@pytest.fixture
def golden(group1: SectorMap, group2: SectorMap) -> Board:
    return board({"1": group1, "2": group2})


def test_the_golden_board(golden: Board) -> None:
    assert len(golden.drawn_differently) == 3
    assert len(golden.agenda) == 11
    assert len(golden.joint.pieces) == 2
    assert golden.session == "3"
    assert golden.invented
    assert golden.reveal is None


def test_its_json_has_the_documented_shape(golden: Board) -> None:
    out = json.loads(json.dumps(to_json(golden), allow_nan=False))

    assert out["groups"] == ["1", "2"]
    assert {"actor": "ddhh_ffaa", "in": {"1": "ddhh_ffaa"}, "reason": "alone"} in out["alignment"]
    assert out["similarity"]["1|2"]["links"] == {"shared": 9, "union": 20, "jaccard": 0.45}
    assert len(out["links"]) == 20
    assert sum(link["groups"] == ["1", "2"] for link in out["links"]) == 9
    (direction,) = (c for c in out["contradictions"] if c["kind"] == "direction")
    assert (direction["actors"], direction["versions"]) == (["mp", "pn"], {"1": ["pn", "mp"], "2": ["mp", "pn"]})
    assert direction["links"][0] == {"source": "mp", "target": "pn", "kind": "referral"}
    first = out["agenda"][0]
    assert (first["rank"], first["worth"], first["id"]) == (1, 2, direction["id"])
    assert first["flips"] == [{"question": "Q3-10", "group": "1"}, {"question": "Q3-10", "group": "2"}]
    assert all(c["worth"] == len(c["flips"]) for c in out["agenda"])
    assert {"source": "congreso", "target": "fusina", "kind": "ov_parliament"} in out["overlap"]["gaps"]["1"]


def test_every_item_of_the_agenda_is_a_contradiction(golden: Board) -> None:
    out = to_json(golden)

    assert {c["id"] for c in out["agenda"]} <= {c["id"] for c in out["contradictions"]}


def test_nothing_drawn_gives_null_and_no_nan() -> None:
    out = to_json(board({"1": map_of({"pn": "core_security"}), "2": map_of({"pn": "core_security"})}))

    assert out["similarity"]["1|2"]["links"] == {"shared": 0, "union": 0, "jaccard": None}
    json.dumps(out, allow_nan=False)


def test_no_note_and_no_position_is_on_it(group1: SectorMap, group2: SectorMap) -> None:
    told = replace(group1.actors[ActorId("pn")], position=-2, note="CANARIO-7F")
    maps = {"1": replace(group1, actors={**group1.actors, told.id: told}), "2": group2}

    out = board(maps, scenario=named("honduras"), revealed=True)

    assert "CANARIO" not in json.dumps(to_json(out))
    assert "CANARIO" not in repr(out)
    assert all(actor.position is None for actor in out.actors.values())


def test_sensitive_links_stay_out_until_they_are_opened(group1: SectorMap, group2: SectorMap) -> None:
    gang = Actor(ActorId("ms13"), "MS-13", "criminal", catalogue="ms13")
    maps = {
        g: with_row(replace(m, actors={**m.actors, gang.id: gang}), f"ms13 {kind} pn works")
        for g, m, kind in (("1", group1, "infiltration"), ("2", group2, "influence"))
    }

    closed, opened = board(maps), board(maps, sensitive=True)

    assert "ms13" not in {end for key in closed.links for end in (key.source, key.target)}
    assert {str(key) for key in opened.links} - {str(key) for key in closed.links} == {
        "ms13>infiltration>pn", "ms13>influence>pn",
    }  # fmt: skip
    assert [t.worth for t in opened.agenda if "ms13" in t.difference.id] == [0, 0]  # no question sees them
    assert closed.overlap.jaccard == 0.45


@pytest.mark.parametrize("n", [1, 21])
def test_two_to_twenty_maps_can_be_compared(n: int, group1: SectorMap) -> None:
    with pytest.raises(BadValue):
        board({str(g): group1 for g in range(1, n + 1)})


def test_the_order_of_the_maps_says_nothing() -> None:
    maps = five()

    assert to_json(board(dict(reversed(list(maps.items()))))) == to_json(board(maps))


def test_swapping_two_groups_swaps_their_names_only(group1: SectorMap, group2: SectorMap) -> None:
    one, other = board({"1": group1, "2": group2}), board({"1": group2, "2": group1})

    assert [(t.difference.id, t.worth) for t in one.agenda] == [(t.difference.id, t.worth) for t in other.agenda]
    assert one.overlap.shared == other.overlap.shared


def test_a_map_compared_with_itself_coincides_wholly(group1: SectorMap) -> None:
    found = board({"1": group1, "2": group1})

    assert found.overlap.jaccard == 1.0
    assert found.contradictions == ()
    assert found.agenda == ()
    assert found.joint.disputed == frozenset()


def test_a_judgement_changes_the_board(group1: SectorMap, group2: SectorMap) -> None:
    apart = Judgement(("1", ActorId("pn")), ("2", ActorId("pn")), "different", "2015-09-01")

    found = board({"1": group1, "2": group2}, judgements=[apart])

    assert len(found.overlap.actors_shared) == 10
    assert "conadeh>ov_independent>pn" not in {str(key) for key in found.overlap.shared}


def test_positions_are_compared_only_when_asked(group1: SectorMap, group2: SectorMap) -> None:
    for_, against = (
        replace(m, actors={**m.actors, ActorId("pn"): replace(m.actors[ActorId("pn")], position=n)})
        for m, n in ((group1, 2), (group2, -2))
    )

    silent, asked = board({"1": for_, "2": against}), board({"1": for_, "2": against}, ratings=("position",))

    assert not [c for c in silent.contradictions if c.rated == "position"]
    assert [c.id for c in asked.contradictions if c.rated] == ["rating:position:pn"]


def test_three_groups_have_three_pairs_and_one_joint_map() -> None:
    found = board(three(), at_least=3)

    assert list(to_json(found)["similarity"]) == ["1|2", "1|3", "2|3"]
    assert len(found.joint.map.links) == 9
