"""Whether an overseer is independent of whom it oversees (Q3-04)."""

from __future__ import annotations

from collections import deque
from typing import Any

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.model import SectorMap
from mapping.schema import CONTROL, schema

Steps = dict[str, dict[str, list[str]]]  # from -> to -> ids of the links between them


def _steps(map: SectorMap) -> tuple[Steps, Steps]:
    """Control links downwards and upwards."""
    down: Steps = {}
    up: Steps = {}
    for link in sorted(map.drawn(*CONTROL), key=lambda k: k.id):
        down.setdefault(link.source, {}).setdefault(link.target, []).append(link.id)
        up.setdefault(link.target, {}).setdefault(link.source, []).append(link.id)
    return down, up


def _reached(steps: Steps, start: str) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Every actor on a way from start: how many steps, and the links of one shortest way."""
    found: dict[str, tuple[int, tuple[str, ...]]] = {start: (0, ())}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        far, way = found[here]
        for there in sorted(steps.get(here, ())):
            if there not in found:
                found[there] = (far + 1, (*way, *steps[here][there]))
                queue.append(there)
    del found[start]
    return found


def independence(map: SectorMap) -> Finding:
    """Q3-04: does an overseer depend on whom it should oversee?

    For every drawn oversight link, whatever its practice: a dependent overseer is usually a weak one. Control is
    command, appointment and budget, all drawn. *Depends*: there is a way of control from the overseen to the overseer.
    *Same boss*: not so, but both have a common ancestor in control (`bosses`: the nearest). Otherwise *independent on
    this map*; `superior` marks those whose overseer itself controls the overseen.
    *Not enough* when no oversight link is drawn, or no control link at all. *Nothing* when all are independent.
    """
    links = sorted(map.drawn(*schema().oversight), key=lambda k: (k.source, k.target, k.kind, k.id))
    down, up = _steps(map)
    above = {id: _reached(up, id) for id in {end for link in links for end in link.ends}}
    depends: list[dict[str, Any]] = []
    same_boss: list[dict[str, Any]] = []
    independent: list[dict[str, Any]] = []
    rests_on: list[str] = []
    for link in links:
        row: dict[str, Any] = {"link": link.id, "overseer": link.source, "overseen": link.target}
        mine, theirs = above[link.source], above[link.target]
        common = mine.keys() & theirs.keys()
        if link.target in mine:
            depends.append(row)
            rests_on += [link.id, *mine[link.target][1]]
        elif common:
            near = min(mine[boss][0] + theirs[boss][0] for boss in common)
            row["bosses"] = sorted(b for b in common if mine[b][0] + theirs[b][0] == near)
            same_boss.append(row)
            rests_on += [link.id, *(k for b in row["bosses"] for k in (*mine[b][1], *theirs[b][1]))]
        else:
            row["superior"] = link.source in theirs
            independent.append(row)
    values: dict[str, Any] = {
        "depends": depends, "same_boss": same_boss, "independent": independent, "overseen": len(links)
    }  # fmt: skip
    if not links or not down:
        values["reason"] = "no_control" if links else "no_oversight"
        return Finding("Q3-04", NOT_ENOUGH, (), (), values)
    named = [*depends, *same_boss]
    return Finding(
        "Q3-04", FOUND if named else NOTHING,
        unique((r["overseer"] for r in named), (r["overseen"] for r in named)), unique(rests_on), values,
        answer=frozenset(r["overseer"] for r in named),
    )  # fmt: skip
