"""Statements about who oversees the armed institutions (Q3-02, Q3-03)."""

from __future__ import annotations

from typing import Any

from mapping.analysis.finding import Finding
from mapping.render.statements.say import Say

Q = "findings.q3_02"


def external_oversight(finding: Finding, say: Say) -> str:
    """Q3-02. Both readings (said to work, drawn) and how many links do not say whether they work."""
    v, t = finding.values, say.t
    reason = v.get("reason")
    gaps = say.gaps(Q, finding.gaps)
    if reason == "not_said":
        parts = [t("findings.early", reason=say.silent(v["not_said"], "oversight_links"))]
        if v["none"]:
            parts.append(t(f"{Q}.none_drawn", who=say.some(v["none"], limit=99)))
        if v["drawn"]:
            parts.append(t(f"{Q}.not_said", who=t.join(_groups(v, say, kinds=True, counts=False))))
        return " ".join([*parts, *_inherited(v, say), *gaps])
    if reason:
        return say.early(v)
    if finding.outcome == "nothing":
        return " ".join([t("findings.nothing"), t(f"{Q}.all_have", n=len(v["population"])), *_silence(v, say), *gaps])
    unsaid = any("not_said" in row["answers"] for row in v["drawn"].values())
    who = _groups(v, say, kinds=unsaid)
    if v["none"]:
        who.insert(0, f"{say.some(v['none'], limit=99)} ({t(f'{Q}.none')})")
    n, of = v["lacking"]["said_to_work"], v["lacking"]["of"]
    parts = [
        t(
            f"{Q}.{'lacking_unsaid' if unsaid else 'lacking'}.{'one' if n == 1 else 'many'}",
            here=t(f"findings.here.{here(say)}"), n=n, of=of, who=t.join(who),
            institutions=t(f"findings.institutions.{'one' if of == 1 else 'many'}"),
        )
    ]  # fmt: skip
    if not v["not_said"]["of"] and not v["drawn"] and not v["works"]:
        parts.append(t(f"{Q}.no_oversight"))
    return " ".join([*parts, *_silence(v, say), *_inherited(v, say), *gaps])


def here(say: Say) -> str:
    """Whether a group drew this map, or it is what is on record."""
    on_record = any(link.recorded for link in say.map.links.values())
    return "map" if on_record and not say.map.frame.group else "group"


def _silence(v: Any, say: Say) -> list[str]:
    if not v["not_said"]["n"]:
        return []
    drawn = say.t(f"{Q}.by_drawing", n=v["lacking"]["drawn"], of=v["lacking"]["of"])
    return [drawn, say.silent(v["not_said"], "oversight_links") + "."]


def _inherited(v: Any, say: Say) -> list[str]:
    units: dict[str, list[str]] = {}
    for unit, parent in v["inherited_from"].items():
        if unit in v["works"]:
            units.setdefault(parent, []).append(unit)
    return [say.t(f"{Q}.inherited", parent=say.the(p, "de"), units=say.some(units[p]))
            for p in say.sorted(units)]  # fmt: skip


def _groups(v: Any, say: Say, *, kinds: bool, counts: bool = True) -> list[str]:
    """Those with oversight drawn and none said to work, put together where the same holds for them."""
    alike: dict[str, list[str]] = {}
    for id, row in v["drawn"].items():
        words = say.answers(row["answers"]) if counts else ""
        if kinds:
            names = say.t.join([say.t(f"findings.kinds.{kind}") for kind in row["kinds"]])
            words = say.t(f"{Q}.drawn_kinds", kinds=names, bracket=words) if counts else names
        if id in v["inherited_from"]:
            of = v["inherited_from"][id]
            parent = say.the(of, "de")
            told = of in v["drawn"] and of not in v["inherited_from"]
            words = (
                say.t(f"{Q}.part_of", parent=parent)
                if told
                else say.t(f"{Q}.part_of_with", parent=parent, bracket=words)
            )
        alike.setdefault(words, []).append(id)
    rows = [(say.sorted(ids), words) for words, ids in alike.items()]
    return [f"{say.some(ids)} ({words})" for ids, words in sorted(rows, key=lambda row: say.name(row[0][0]).casefold())]


def coverage(finding: Finding, say: Say) -> str:
    """Q3-03: working kinds out of drawn ones, in the order of the table."""
    v, t = finding.values, say.t
    reason = v.get("reason")
    if reason == "no_armed":
        return say.early(v)
    alike: dict[tuple[int, int], list[str]] = {}
    for row in v["rows"]:
        alike.setdefault((row["works"], row["drawn"]), []).append(row["actor"])
    rows = [
        t("findings.q3_03.row", who=say.names(say.sorted(ids)), works=works, drawn=drawn) if drawn
        else t("findings.q3_03.row_none", who=say.names(say.sorted(ids)))
        for (works, drawn), ids in alike.items()
    ]  # fmt: skip
    parts = [t("findings.q3_03.coverage", rows="; ".join(rows))]
    heirs = [row["actor"] for row in v["rows"] if row["inherited"]]
    if heirs:
        parts.append(t("findings.q3_03.inherited", units=say.some(heirs)))
    silence = say.silent(v["not_said"], "oversight_links")
    if reason:
        return " ".join([t("findings.early", reason=silence), *parts])
    if finding.outcome == "nothing":
        parts.insert(0, t("findings.nothing"))
    return " ".join([*parts, *([silence + "."] if v["not_said"]["n"] else [])])
