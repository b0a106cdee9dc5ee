"""Grids: who stands where when two things that the group rated are laid across one another.

Influence and interest: A. L. Mendelow, "Environmental Scanning: The Impact of the Stakeholder Concept", ICIS 1981.
A grid places only who was rated on both; nobody stands at 0 because nothing was said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mapping.analysis.oversight import coverage
from mapping.model import Actor, ActorId, SectorMap

MOST_COVERED = 3  # a column for that many kinds of oversight that work, or more


@dataclass(frozen=True)
class Grid:
    """`rows` from the highest, `columns` from the lowest; `cells` by (row, column), only those with actors."""

    id: str  # influence_interest | influence_legitimacy | capacity_oversight
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells: Mapping[tuple[int, int], tuple[ActorId, ...]]
    unrated: tuple[ActorId, ...]  # asked about, but not rated on both


def grids(map: SectorMap) -> tuple[Grid, ...]:
    """The grids of the map's session: influence across interest (session 4: legitimacy), and, for the State's armed
    institutions, capacity across the number of kinds of oversight that work."""
    across = "legitimacy" if map.frame.session == "4" else "interest"
    return _influence(map, across), _capacity(map)


def _influence(map: SectorMap, across: str) -> Grid:
    most = {"interest": 3, "legitimacy": 4}[across]
    asked = [a for a in map.actors.values() if a.of_kind.cell.state != "served"]
    return _grid(f"influence_{across}", asked, lambda a: a.influence, lambda a: getattr(a, across), 5, most)


def _capacity(map: SectorMap) -> Grid:
    works = {row["actor"]: min(row["works"], MOST_COVERED) for row in coverage(map).values.get("rows", ())}
    asked = [a for a in map.actors.values() if a.id in works]
    return _grid("capacity_oversight", asked, lambda a: a.capacity, lambda a: works[a.id], 4, MOST_COVERED)


def _grid(
    id: str, asked: list[Actor], row: Callable[[Actor], int | None], column: Callable[[Actor], int | None],
    rows: int, columns: int,
) -> Grid:  # fmt: skip
    cells: dict[tuple[int, int], list[ActorId]] = {}
    unrated: list[ActorId] = []
    for actor in sorted(asked, key=lambda a: a.id):
        at = row(actor), column(actor)
        if at[0] is None or at[1] is None:
            unrated.append(actor.id)
        else:
            cells.setdefault((at[0], at[1]), []).append(actor.id)
    return Grid(
        id, tuple(range(rows, -1, -1)), tuple(range(columns + 1)), {k: tuple(v) for k, v in cells.items()},
        tuple(unrated),
    )  # fmt: skip
