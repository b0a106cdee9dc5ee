"""The tables of Q3-03 and Q4-22."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mapping.analysis.finding import Finding
from mapping.render.statements.say import Say
from mapping.schema import schema

ANSWERS = ("works", "weak", "paper", "blocked", "not_said")


@dataclass(frozen=True)
class Cell:
    text: str
    practice: tuple[str, ...] = ()  # the answers it shows, best first; missing where the group says it is needed
    actor: str | None = None  # the actor it names


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def coverage(finding: Finding, say: Say) -> Table:
    """Q3-03: a row per armed institution, a column per kind of oversight, and working out of drawn."""
    t, kinds = say.t, finding.values["kinds"]
    q = "findings.q3_03"
    needed = {(say.map.links[id].target, say.map.links[id].kind) for id in finding.gaps}  # type: ignore[index]
    rows = []
    for row in finding.values["rows"]:
        cells = [_cell(row, kind, (row["actor"], kind) in needed, say) for kind in kinds]
        total = Cell(t("findings.both", n=row["works"], of=row["drawn"]))
        rows.append((Cell(say.name(row["actor"]), actor=row["actor"]), *cells, total))
    columns = (t(f"{q}.actor"), *(t(f"findings.kinds.{kind}") for kind in kinds), t(f"{q}.total"))
    return Table(columns, tuple(rows))


def _cell(row: Mapping[str, Any], kind: str, needed: bool, say: Say) -> Cell:
    given = tuple(a for a in ANSWERS if a in row["answers"].get(kind, ()))
    if given:
        return Cell(", ".join(_label(a, say) for a in given), given)
    if needed:
        return Cell(_label("missing", say), ("missing",))
    if kind in row["inherited"]:
        parent = row["inherited"][kind]
        return Cell(say.t("findings.q3_03.inherits", parent=say.name(parent)), actor=parent)
    return Cell(say.t("findings.q3_03.empty"))


def _label(practice: str, say: Say) -> str:
    return schema().label("practice", practice, say.t.language)


def candidates(finding: Finding, say: Say) -> Table:
    """Q4-22: a row per candidate, a column per check; what the map answers, and what is for the group to talk about."""
    t, checks = say.t, finding.values["checks"]
    q = "findings.q4_22"
    answered = finding.values["answered"]
    rows = tuple(
        (Cell(say.name(id), actor=id), *(Cell(t(f"{q}.said" if c in answered[id] else f"{q}.empty")) for c in checks))
        for id in say.sorted(answered)
    )
    return Table((t(f"{q}.candidate"), *(t(f"{q}.checks.{c}") for c in checks)), rows)
