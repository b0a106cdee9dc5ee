from __future__ import annotations

from dataclasses import replace

from mapping.model import Actor, ActorId, SectorMap
from mapping.render.layout import places
from mapping.render.stress import ROOM
from tests.render.maps import forty


def _near(spots: dict[ActorId, tuple[float, float]], a: str, b: str) -> float:
    (x, y), (u, v) = spots[ActorId(a)], spots[ActorId(b)]
    return ((x - u) ** 2 + (y - v) ** 2) ** 0.5


def test_the_same_map_always_gives_the_same_places(group1: SectorMap) -> None:
    assert places(group1) == places(group1)


def test_linked_actors_stand_nearer_than_those_many_steps_apart(group1: SectorMap) -> None:
    spots = places(group1)

    # inp - tribunales is one step; inp - fusina are six
    assert _near(spots, "inp", "tribunales") * 2 < _near(spots, "inp", "fusina")


def test_no_two_actors_are_in_one_place() -> None:
    spots = list(places(forty()).values())

    for i, (x, y) in enumerate(spots):
        for u, v in spots[:i]:
            assert ((x - u) / ROOM[0]) ** 2 + ((y - v) / ROOM[1]) ** 2 > 0.6


def test_places_that_are_there_are_kept_and_only_the_new_one_is_placed(group1: SectorMap) -> None:
    spots = places(group1)
    there = {id: replace(a, x=spots[id][0], y=spots[id][1]) for id, a in group1.actors.items()}
    there[ActorId("conadeh")] = replace(there[ActorId("conadeh")], x=None, y=None)

    now = places(replace(group1, actors=there))

    assert {id: p for id, p in now.items() if id != "conadeh"} == {id: p for id, p in spots.items() if id != "conadeh"}
    assert all(_near(now, "conadeh", id) > 60 for id in now if id != "conadeh")
    assert min(_near(now, "conadeh", id) for id in ("pn", "pmop", "congreso")) < 500


def test_everything_is_placed_anew_when_asked(group1: SectorMap) -> None:
    there = {id: replace(a, x=0.0, y=0.0) for id, a in group1.actors.items()}

    assert places(replace(group1, actors=there), anew=True) == places(group1)
    assert set(places(replace(group1, actors=there)).values()) == {(0.0, 0.0)}


def test_actors_without_links_stand_apart_from_the_rest(group1: SectorMap) -> None:
    alone = {ActorId(f"x-{n}"): Actor(ActorId(f"x-{n}"), f"Red {n}", "community") for n in range(5)}
    spots = places(replace(group1, actors={**group1.actors, **alone}))

    assert len({spots[id] for id in alone}) == 5
    assert all(_near(spots, "x-0", id) > 80 for id in spots if id != "x-0")


def test_actors_without_links_fill_a_row_as_wide_as_the_map() -> None:
    map = forty()
    alone = {ActorId(f"x-{n}"): Actor(ActorId(f"x-{n}"), f"Red {n}", "community") for n in range(5)}
    drawn = {end for link in map.links.values() for end in link.ends}
    spots = places(replace(map, actors={**{id: map.actors[id] for id in map.actors if id in drawn}, **alone}))
    across = [max(xs) - min(xs) for xs in ([spots[id][0] for id in ids] for ids in (drawn, alone))]

    assert len({spots[id][1] for id in alone}) == 1
    assert across[1] <= across[0] + ROOM[0]


def test_an_empty_map_has_no_places() -> None:
    assert places(SectorMap()) == {}
