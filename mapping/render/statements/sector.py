"""Statements about independence, the chain, cohesion, power, support and gender (the rest of session 3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.analysis.finding import Finding
from mapping.render.statements.say import Say


def independence(finding: Finding, say: Say) -> str:
    """Q3-04, in neutral words: an overseer depends on whom it should oversee."""
    v, t, q = finding.values, say.t, "findings.q3_04"
    if "reason" in v:
        return say.early(v)
    parts = []
    by_overseer: dict[str, list[str]] = {}
    for row in v["depends"]:
        by_overseer.setdefault(row["overseer"], []).append(row["overseen"])
    for id in say.sorted(by_overseer):
        which = "many" if say.plural(id) else "one"
        parts.append(t(f"{q}.depends.{which}", overseer=say.name(id), overseen=_listed(by_overseer[id], say)))
    by_boss: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for row in v["same_boss"]:
        by_boss.setdefault((row["overseer"], tuple(row["bosses"])), []).append(row["overseen"])
    for id, bosses in sorted(by_boss, key=lambda x: (say.name(x[0]).casefold(), x)):
        parts.append(t(
            f"{q}.same_boss_many" if say.plural(id) else f"{q}.same_boss", overseer=say.name(id),
            overseen=say.names(say.sorted(set(by_boss[id, bosses])), "the"), bosses=_listed(bosses, say),
        ))  # fmt: skip
    rest = v["independent"]
    if finding.outcome == "nothing":
        parts.append(t("findings.nothing"))
    if rest:
        key = "others" if v["depends"] or v["same_boss"] else "independent"
        parts.append(t(f"{q}.{key}.{'one' if len(rest) == 1 else 'many'}", n=say.number(len(rest))))
    bosses_own = sum(1 for row in rest if row["superior"])
    if bosses_own:
        parts.append(t(f"{q}.superior.{'one' if bosses_own == 1 else 'many'}", n=say.number(bosses_own)))
    return " ".join(parts)


def _listed(ids: Any, say: Say) -> str:
    return say.names(say.sorted(set(ids)))


def chain(finding: Finding, say: Say) -> str:
    """Q3-10: where the chain breaks and why; a link drawn the other way is named."""
    v, t, q = finding.values, say.t, "findings.q3_10"
    reason = v.get("reason")
    parts = []
    if reason == "not_said":
        parts.append(t("findings.early", reason=say.silent(v["not_said"], "referral_links")))
    elif reason:
        parts.append(say.early(v))
    elif not v["breaks"]:
        parts += [t("findings.nothing"), t(f"{q}.whole")]
    elif len(v["breaks"]) == 1:
        x = v["breaks"][0]
        parts.append(t(f"{q}.break", a=_stage("from", x, say), b=_stage("to", x, say), why=_why(x, say)))
    else:
        places = [
            t(f"{q}.place", a=_stage("from", x, say), b=_stage("to", x, say), why=_why(x, say)) for x in v["breaks"]
        ]
        parts.append(t(f"{q}.breaks", n=say.number(len(places)), places=t.join(places)))
    if v["empty"] and v["stages"]:
        parts.append(t(f"{q}.empty", stages=say.neither([t(f"findings.stages.{s}") for s in v["empty"]])))
    return " ".join([*parts, *say.gaps(q, finding.gaps)])


def _stage(end: str, x: Mapping[str, Any], say: Say) -> str:
    ids = x[f"{end}_actors"]
    if len(ids) == 1:
        return say.the(ids[0])
    stage = say.t(f"findings.stages.{x[end]}")
    return say.t("findings.q3_10.stage", stage=stage, who=_listed(ids, say)) if len(ids) <= 3 else stage


def _why(x: Mapping[str, Any], say: Say) -> str:
    t, q = say.t, "findings.q3_10.why"
    given = {k["practice"] for k in x["forward"]}
    words = [t(f"{q}.{p}") for p in ("weak", "paper", "blocked", "not_said") if p in given]
    why = t.join(words) if words else t(f"{q}.none")
    if not x["reverse"]:
        return why
    back = x["reverse"][0]
    ends = {"source": say.the(back["source"], "de"), "target": say.the(back["target"], "a")}
    return t(f"{q}.reverse_too", why=why, **ends) if words else t(f"{q}.reverse_only", **ends)


def cohesion(finding: Finding, say: Say) -> str:
    """Q3-13: who must not be missing; the reading with links on paper beside it."""
    v, t, q = finding.values, say.t, "findings.q3_13"
    if "reason" in v:
        return say.early(v)
    parts = []
    if v["cut"]:
        key = f"{q}.cut.{'one' if len(v['cut']) == 1 else 'many'}"
        parts.append(t(key, who="; ".join(_by_size(v["cut"], say))))
    else:
        parts.append(t("findings.nothing"))
        if v["below"]:
            parts.append(t(f"{q}.below", who=_listed(v["below"], say)))
    out = sum(v["left_out"].values())
    if out:
        parts.append(t.count(f"{q}.left_out", out))
    if v["left_out"]["paper"]:
        lost, gained = set(v["cut"]) - set(v["with_paper"]), set(v["with_paper"]) - set(v["cut"])
        if lost:
            parts.append(t(f"{q}.paper_lost", who=_listed(lost, say)))
        if gained:
            parts.append(t(f"{q}.paper_gained", who=_listed(gained, say)))
        if not lost and not gained:
            parts.append(t(f"{q}.paper_same"))
    return " ".join(parts)


def _by_size(cut: Mapping[str, int], say: Say) -> list[str]:
    sizes = sorted(set(cut.values()), reverse=True)
    return [
        say.t("findings.q3_13.outside", who=_listed([id for id in cut if cut[id] == n], say), n=n) for n in sizes
    ]  # fmt: skip


def power(finding: Finding, say: Say) -> str:
    """Q3-17: both tails, and who was not rated."""
    v, t, q = finding.values, say.t, "findings.q3_17"
    if "reason" in v:
        return say.early(v)
    parts = [t("findings.nothing")] if finding.outcome == "nothing" else []
    if v["weighs_more"]:
        which = "one" if len(v["weighs_more"]) == 1 else "many"
        parts.append(t(f"{q}.more.{which}", who=_listed(v["weighs_more"], say)))
    if v["mandate_without_weight"]:
        parts.append(t(f"{q}.less", who=_listed(v["mandate_without_weight"], say)))
    if v["not_rated"]:
        few = len(v["not_rated"]) <= 6
        who = _listed(v["not_rated"], say) if few else t.count("findings.actors", len(v["not_rated"]))
        parts.append(t(f"{q}.not_rated", who=who))
    return " ".join(parts)


def support(finding: Finding, say: Say) -> str:
    """Q3-22: overlap, and what no support reaches."""
    v, t, q = finding.values, say.t, "findings.q3_22"
    if "reason" in v:
        return say.early(v)
    parts = [t("findings.nothing"), t(f"{q}.reached")] if finding.outcome == "nothing" else []
    alike: dict[tuple[tuple[str, ...], tuple[tuple[str, str], ...]], list[str]] = {}
    for recipient, x in v["overlap"].items():
        alike.setdefault((tuple(x["donors"]), tuple((a, b) for a, b in x["apart"])), []).append(recipient)
    for (donors, apart), recipients in alike.items():
        names = {"donors": _listed(donors, say), "recipients": say.names(say.sorted(recipients), "a")}
        every = len(donors) * (len(donors) - 1) // 2
        if 3 < len(apart) < every:
            parts.append(t(f"{q}.mostly", n=len(apart), of=every, **names))
        elif 0 < len(apart) < every:
            pairs = [t(f"{q}.pair", one=say.name(a), other=say.name(b)) for a, b in map(say.sorted, apart)]
            parts.append(t(f"{q}.partly", pairs=t.join(sorted(pairs)), **names))
        else:
            parts.append(t(f"{q}.apart" if apart else f"{q}.coordinated", **names))
    n, of = v["share"]["n"], v["share"]["of"]
    without = _listed(v["oversight_without"], say)
    if without:
        parts.append(t(f"{q}.oversight_{'some' if n else 'none'}", n=n, of=of, who=without))
    elif n:
        parts.append(t(f"{q}.oversight_all", n=n, of=of))
    if v["stages_without"]:
        parts.append(t(f"{q}.stages", stages=t.join([t(f"findings.stages.{s}") for s in v["stages_without"]])))
    return " ".join(parts)


def gender(finding: Finding, say: Say) -> str:
    """Q3-24: where gender actors stand, and how much of the map says nothing about gender."""
    v, t, q = finding.values, say.t, "findings.q3_24"
    count = v["not_said"]
    silence = t(f"{q}.silent.{'one' if count['n'] == 1 else 'many'}", n=count["n"], of=count["of"])
    if v.get("reason") == "not_said":
        return t("findings.early", reason=silence)
    if "reason" in v:
        return say.early(v)
    parts = [t("findings.nothing")] if finding.outcome == "nothing" else []
    standing = v["standing"]
    if standing:
        parts.append(t(f"{q}.present", who=_listed(standing, say)))
        if v["alone"]:
            parts.append(t(f"{q}.alone", who=_listed(v["alone"], say)))
        overseeing = [id for id, x in standing.items() if x["oversees"]]
        if overseeing:
            parts.append(t(f"{q}.oversees", who=_listed(overseeing, say)))
        steps = sorted({x["steps"] for x in standing.values() if x["steps"]})
        if steps:
            nearest = _listed([id for id, x in standing.items() if x["steps"] == steps[0]], say)
            who = t(f"{q}.steps.{'one' if steps[0] == 1 else 'many'}", who=nearest, n=steps[0])
            parts.append(t(f"{q}.near", who=who))
        lost = [id for id, x in standing.items() if x["steps"] is None]
        if lost:
            parts.append(t(f"{q}.no_way", who=_listed(lost, say)))
    if v["blind"]:
        parts.append(t(f"{q}.blind", who=_listed(v["blind"], say)))
    return " ".join([*parts, *([silence + "."] if count["n"] else [])])
