"""Small maps for comparing: changed copies of the golden groups, and maps from rows like the golden ones.

What the groups say is invented test data.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap
from tests.golden import group1, group2


def map_of(actors: dict[str, str], rows: str = "", **free: str) -> SectorMap:
    """Catalogue actors (id: kind), free actors (id: name, of kind community), and rows `source kind target answer`."""
    table = {ActorId(id): Actor(ActorId(id), id, kind, catalogue=id) for id, kind in actors.items()}
    table |= {ActorId(f"x-{id}"): Actor(ActorId(f"x-{id}"), name, "community") for id, name in free.items()}
    links = {}
    for n, row in enumerate(rows.strip().splitlines(), 1):
        source, kind, target, practice = row.split()
        links[LinkId(f"l{n}")] = Link(LinkId(f"l{n}"), kind, ActorId(source), ActorId(target), practice)
    return SectorMap(Frame(session="3"), table, links)


def with_link(map: SectorMap, id: str, **values: Any) -> SectorMap:
    """The map with one link changed."""
    link = replace(map.links[LinkId(id)], **values)
    return replace(map, links={**map.links, link.id: link})


def with_row(map: SectorMap, row: str, id: str = "new") -> SectorMap:
    """The map with one link more."""
    source, kind, target, practice = row.split()
    link = Link(LinkId(id), kind, ActorId(source), ActorId(target), practice)
    return replace(map, links={**map.links, link.id: link})


def without_link(map: SectorMap, *ids: str) -> SectorMap:
    return replace(map, links={k: v for k, v in map.links.items() if k not in ids})


def rating(map: SectorMap, id: str, influence: int | None) -> SectorMap:
    """The map with one actor's influence changed."""
    actor = replace(map.actors[ActorId(id)], influence=influence)
    return replace(map, actors={**map.actors, actor.id: actor})


def three() -> dict[str, SectorMap]:
    """Both golden groups, and a third: as group 1, but conadeh > pmop works, mp > tribunales is not said, pn and mp
    refer to each other both ways, and BID weighs 3."""
    third = with_link(group1(), "g1-08", practice="works")
    third = with_link(third, "g1-12", practice="not_said")
    third = with_row(third, "mp referral pn works")
    return {"1": group1(), "2": group2(), "3": rating(third, "bid", 3)}


def five() -> dict[str, SectorMap]:
    """The three, and twice group 2: group 4 as it is, group 5 without conadeh > pmop."""
    return three() | {"4": group2(), "5": without_link(group2(), "g2-06")}
