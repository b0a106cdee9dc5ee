"""Who oversees the State's armed institutions, and whether it works (Q3-02, Q3-03)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.analysis.populations import armed_state
from mapping.graph import parents
from mapping.model import Link, SectorMap
from mapping.schema import schema

Onto = Mapping[str, list[Link]]


def _onto(map: SectorMap, kinds: tuple[str, ...]) -> Onto:
    """The drawn links of these kinds by the actor they point at, in the order of the kinds."""
    order = {kind: n for n, kind in enumerate(kinds)}
    out: dict[str, list[Link]] = {}
    for link in sorted(map.drawn(*kinds), key=lambda k: (order[k.kind], k.id)):
        out.setdefault(link.target, []).append(link)
    return out


def _needed(map: SectorMap, kinds: Iterable[str], population: Iterable[str]) -> tuple[str, ...]:
    kinds, population = set(kinds), set(population)
    return tuple(sorted(g.id for g in map.gaps() if g.kind in kinds and g.target in population))


def _not_said(onto: Onto, population: Iterable[str]) -> dict[str, int]:
    answers = [link.practice for id in population for link in onto.get(id, ())]
    return {"n": answers.count("not_said"), "of": len(answers)}


def _kinds(links: Iterable[Link]) -> list[str]:
    return list(unique(link.kind for link in links))


def external_oversight(map: SectorMap) -> Finding:
    """Q3-02: which of the State's armed institutions have no outside oversight that works?

    Outside: parliament, judicial, independent, civil, international. Three classes: at least one is said to work;
    some drawn and none said to work; none drawn. A unit has the better of its own class and that of what it is part
    of (`inherited_from`). *Not enough* when the map has no such institution, or when links of oversight onto them (of
    all seven kinds) are drawn and none of them says whether it works; the values are there all the same.
    *Nothing* when each has at least one that works. Links that are needed are in `gaps` and nowhere else.
    """
    external = schema().external_oversight
    population, onto = armed_state(map), _onto(map, schema().oversight)
    works: dict[str, Any] = {}
    drawn: dict[str, Any] = {}
    none: list[str] = []
    inherited: dict[str, str] = {}
    rests_on: list[str] = []
    for id in population:
        line = {a: [k for k in onto.get(a, ()) if k.kind in external] for a in (id, *parents(map, id))}
        good = next((a for a, links in line.items() if any(k.practice == "works" for k in links)), None)
        of = good or next((a for a, links in line.items() if links), None)
        rests_on += [k.id for links in line.values() for k in links]
        if of is None:
            none.append(id)
            continue
        if of != id:
            inherited[id] = of
        if good:
            works[id] = {"kinds": _kinds(k for k in line[of] if k.practice == "works")}
        else:
            drawn[id] = {"answers": dict(Counter(k.practice for k in line[of])), "kinds": _kinds(line[of])}
    not_said = _not_said(onto, population)
    values: dict[str, Any] = {
        "population": population, "works": works, "drawn": drawn, "none": none, "inherited_from": inherited,
        "lacking": {"said_to_work": len(drawn) + len(none), "drawn": len(none), "of": len(population)},
        "not_said": not_said,
    }  # fmt: skip
    if not population:
        outcome, values["reason"] = NOT_ENOUGH, "no_armed"
    elif not_said["of"] and not_said["n"] == not_said["of"]:
        outcome, values["reason"] = NOT_ENOUGH, "not_said"
    else:
        outcome = FOUND if none or drawn else NOTHING
    return Finding(
        "Q3-02", outcome, (*none, *drawn), unique(rests_on), values, _needed(map, external, population)
    )  # fmt: skip


def coverage(map: SectorMap) -> Finding:
    """Q3-03: which of the seven kinds of oversight work on each armed institution, and which are drawn?

    `values["rows"]` in the order of the table: most working kinds first. A row has the answers of each kind drawn on
    the actor itself; kinds that are drawn only on what it is part of are in `inherited`. *Not enough*: as Q3-02.
    *Nothing* when all seven work on each: no kind is lacking.
    """
    kinds = schema().oversight
    population, onto = armed_state(map), _onto(map, kinds)
    rows: list[dict[str, Any]] = []
    for id in population:
        own: dict[str, list[str]] = {}
        for link in onto.get(id, ()):
            own.setdefault(link.kind, []).append(link.practice)
        inherited: dict[str, str] = {}
        for parent in parents(map, id):
            for link in onto.get(parent, ()):
                if link.kind not in own:
                    inherited.setdefault(link.kind, parent)
        working = [kind for kind, answers in own.items() if "works" in answers]
        rows.append({
            "actor": id, "answers": own, "works": len(working), "drawn": len(own), "inherited": inherited,
        })  # fmt: skip
    rows.sort(key=lambda row: (-row["works"], -row["drawn"], row["actor"]))
    not_said = _not_said(onto, population)
    values: dict[str, Any] = {"kinds": list(kinds), "rows": rows, "not_said": not_said}
    if not population:
        outcome, values["reason"] = NOT_ENOUGH, "no_armed"
    elif not_said["of"] and not_said["n"] == not_said["of"]:
        outcome, values["reason"] = NOT_ENOUGH, "not_said"
    else:
        outcome = FOUND if any(row["works"] < len(kinds) for row in rows) else NOTHING
    links = tuple(link.id for id in population for link in onto.get(id, ()))
    bare = tuple(row["actor"] for row in rows if not row["works"])
    return Finding("Q3-03", outcome, bare, links, values, _needed(map, kinds, population))
