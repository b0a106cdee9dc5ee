"""The joint map: what coincides, and what stays disputed."""

from __future__ import annotations

from dataclasses import replace

from mapping.compare.align import align
from mapping.compare.contradictions import contradictions
from mapping.compare.joint import Joint, joint
from mapping.compare.reading import readings
from mapping.model import ActorId, LinkId, SectorMap
from tests.compare.maps import five, map_of, with_row


def of(maps: dict[str, SectorMap], at_least: int) -> Joint:
    read = readings(maps, align(maps))
    return joint(read, at_least=at_least, differences=contradictions(read))


def test_what_two_groups_share_falls_into_two_pieces(group1: SectorMap, group2: SectorMap) -> None:
    """Golden section 5: it falls apart where the groups disagree about pn and mp."""
    found = of({"1": group1, "2": group2}, 2)

    assert (len(found.map.actors), len(found.map.links)) == (11, 9)
    assert found.pieces == (
        frozenset({"bid", "conadeh", "congreso", "cosude", "ffaa", "fusina", "pmop", "pn"}),
        frozenset({"mp", "tribunales", "inp"}),
    )
    assert found.seams == ("direction:mp>referral>pn",)


def test_a_disputed_answer_stays_disputed(group1: SectorMap, group2: SectorMap) -> None:
    found = of({"1": group1, "2": group2}, 2)

    assert found.disputed == {"conadeh>ov_independent>pmop", "mp>referral>tribunales"}
    assert {found.map.links[id].practice for id in found.disputed} == {"not_said"}


def test_four_to_one_is_no_decision_either() -> None:
    maps = {g: map_of({"pn": "core_security", "mp": "justice"}, "pn referral mp works") for g in "1234"}
    maps["5"] = map_of({"pn": "core_security", "mp": "justice"}, "pn referral mp weak")

    found = of(maps, 2)

    assert found.disputed == {"pn>referral>mp"}
    assert found.map.links[LinkId("pn>referral>mp")].practice == "not_said"


def test_what_some_did_not_say_is_what_the_others_say() -> None:
    maps = {g: map_of({"pn": "core_security", "mp": "justice"}, "pn referral mp works") for g in "12"}
    maps["3"] = map_of({"pn": "core_security", "mp": "justice"}, "pn referral mp not_said")

    found = of(maps, 2)

    assert found.map.links[LinkId("pn>referral>mp")].practice == "works"
    assert found.groups(LinkId("pn>referral>mp")) == ("1", "2", "3")


def test_more_groups_must_agree_the_fewer_links_there_are() -> None:
    """By hand: on five maps the 9 that groups 1 and 2 share, less conadeh > pmop (group 5 lacks it): 8; on four also
    that and mp > pn (2 to 5): 10; on three the five that only group 2 has of the two: 15; on two the five of 1: 20."""
    sizes = [len(of(five(), k).map.links) for k in range(1, 6)]

    assert sizes == [20, 20, 15, 10, 8]


def test_a_link_that_is_needed_is_not_on_it(group1: SectorMap) -> None:
    found = of({"1": group1, "2": group1}, 2)

    assert "congreso>ov_parliament>fusina" not in found.map.links


def test_tension_holds_no_piece_together() -> None:
    maps = {g: map_of({"pn": "core_security", "mp": "justice"}, "pn conflict mp not_said") for g in "12"}

    found = of(maps, 2)

    assert (found.pieces, found.alone) == ((), ("mp", "pn"))


def test_no_note_position_or_disagreed_rating_is_on_it(group1: SectorMap, group2: SectorMap) -> None:
    told = replace(group1.actors[ActorId("pn")], note="CANARIO-7F", position=-1, fears="CANARIO-7F")
    group1 = replace(group1, actors={**group1.actors, told.id: told})

    found = of({"1": group1, "2": group2}, 2)

    assert "CANARIO" not in repr(found)
    assert found.map.actors[ActorId("pn")].position is None
    assert found.map.actors[ActorId("bid")].influence is None  # 4 and 2
    assert found.map.actors[ActorId("ffaa")].influence == 5  # both


def test_an_actor_that_one_map_protects_is_protected(group1: SectorMap, group2: SectorMap) -> None:
    protected = replace(group2.actors[ActorId("conadeh")], protect=True)

    found = of({"1": group1, "2": replace(group2, actors={**group2.actors, protected.id: protected})}, 2)

    assert found.map.actors[ActorId("conadeh")].protect


def test_an_invented_map_makes_the_joint_map_invented(group1: SectorMap, group2: SectorMap) -> None:
    real = replace(group2, frame=replace(group2.frame, invented=False))

    found = of({"1": group1, "2": real}, 2)

    assert found.map.frame.invented
    assert found.map.frame.question == group1.frame.question
    assert found.map.frame.group == ""


def test_a_link_across_closes_the_seam(group1: SectorMap, group2: SectorMap) -> None:
    both = with_row(group1, "mp ov_judicial tribunales works"), with_row(group2, "mp ov_judicial tribunales works")
    joined = tuple(with_row(m, "mp information pn works", "more") for m in both)

    found = of({"1": joined[0], "2": joined[1]}, 2)

    assert len(found.pieces) == 1
    assert found.seams == ()
