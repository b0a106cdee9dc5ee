"""Statements about non-state actors (session 4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.analysis.finding import Finding
from mapping.render.statements.say import Say


def provision(finding: Finding, say: Say) -> str:
    """Q4-01: who provides to whom, and who has no other provider."""
    v, t, q = finding.values, say.t, "findings.q4_01"
    if "reason" in v:
        return say.early(v)
    parts = [t("findings.nothing")] if finding.outcome == "nothing" else []
    alike: dict[tuple[str, ...], list[str]] = {}
    for id, users in v["serves"].items():
        alike.setdefault(tuple(users), []).append(id)
    for users, ids in sorted(alike.items(), key=lambda x: (-len(x[1]), x[0])):
        key = f"{q}.serves" if say.plural(*ids) else f"{q}.serves_one"
        parts.append(t(key, who=say.names(say.sorted(ids)), users=say.names(say.sorted(users), "a")))
    for user in say.sorted(v["dependence"]):
        x = v["dependence"][user]
        if 0 < x["nonstate"] < x["of"]:
            parts.append(t(f"{q}.share", user=say.name(user), n=x["nonstate"], of=x["of"]))
    if v["only_nonstate"]:
        parts.append(t(f"{q}.only", who=say.names(say.sorted(v["only_nonstate"]))))
    if v["without_provider"]:
        parts.append(t(f"{q}.without", who=say.names(say.sorted(v["without_provider"]), "a")))
    return " ".join(parts)


def brokers(finding: Finding, say: Say) -> str:
    """Q4-03: the bridges between both sides, and the link most depends on."""
    v, t, q = finding.values, say.t, "findings.q4_03"
    if "reason" in v:
        return say.early(v)
    if finding.outcome == "nothing":
        return t("findings.nothing")
    named = sorted(finding.actors, key=lambda id: (-v["crossing"][id], say.name(id).casefold(), id))
    each = [
        t(f"{q}.paths.{'one' if v['crossing'][id] == 1 else 'many'}", who=say.name(id), n=v["crossing"][id])
        for id in named
    ]  # fmt: skip
    parts = [t(f"{q}.bridges", who=t.join(each))]
    if len(v["crossing"]) > len(named):
        parts.append(t(f"{q}.others", n=len(v["crossing"]) - len(named)))
    shares = [x["share"] for x in v["links"]]
    if len(shares) > 1 and shares[0] > shares[1]:
        one, other = v["links"][0]["ends"]
        parts.append(t(f"{q}.link", pair=t(f"{q}.pair", one=say.name(one), other=say.name(other))))
    return " ".join(parts)


def without_state_link(finding: Finding, say: Say) -> str:
    """Q4-04: the providers without a link to the State."""
    v, t, q = finding.values, say.t, "findings.q4_04"
    if "reason" in v:
        return say.early(v)
    if finding.outcome == "nothing":
        return " ".join([t("findings.nothing"), t(f"{q}.all_linked", n=len(v["providers"]))])
    count = t(f"{q}.both", n=len(v["without"]), of=len(v["providers"]))
    return " ".join([t(f"{q}.without", who=say.names(say.sorted(v["without"]))), count])


def accountability(finding: Finding, say: Say) -> str:
    """Q4-05: who answers to nobody, or to somebody without it working."""
    v, t, q = finding.values, say.t, "findings.q4_05"
    reason = v.get("reason")
    if reason == "no_provider":
        return say.early(v)
    gaps = say.gaps(q, finding.gaps)
    parts = [t("findings.nothing")] if finding.outcome == "nothing" else []
    if reason:
        parts.append(t("findings.early", reason=say.silent(v["not_said"], "account_links")))
    who = [f"{say.some(v['none'])} ({t(f'{q}.none')})"] if v["none"] else []
    who += [f"{say.some([id])} ({_by(v['drawn'][id], say)})" for id in say.sorted(v["drawn"])]
    if who:
        n = len(v["none"]) + len(v["drawn"])
        key = f"{q}.lacking.{'one' if n == 1 else 'many'}"
        parts.append(t(key, n=n, of=len(v["providers"]), who=t.join(who)))
    if v["works"]:
        parts.append(t(f"{q}.works", who=say.names(say.sorted(v["works"]))))
    if v["not_said"]["n"] and not reason:
        parts.append(say.silent(v["not_said"], "account_links") + ".")
    return " ".join([*parts, *gaps])


def _by(row: Mapping[str, Any], say: Say) -> str:
    by = say.names(say.sorted(row["by"]))
    return say.t("findings.q4_05.drawn", by=by, answers=say.answers(row["answers"]))


def proximity(finding: Finding, say: Say) -> str:
    """Q4-07: who is near, in how many steps. The links are drawn perceptions."""
    v, t, q = finding.values, say.t, "findings.q4_07"
    if "reason" in v:
        return say.early(v)
    parts = [t("findings.nothing")] if finding.outcome == "nothing" else []
    for id in sorted(v["near"], key=lambda id: (v["near"][id]["steps"], say.name(id).casefold())):
        x = v["near"][id]
        steps = t(f"{q}.steps.{'one' if x['steps'] == 1 else 'many'}", n=x["steps"])
        between = x["by"][:-1]
        if between:
            parts.append(t(f"{q}.by", who=say.name(id), steps=steps, by=say.names(between)))
        else:
            parts.append(t(f"{q}.near", who=say.name(id), steps=steps))
    if v["victims_left_out"]:
        parts.append(t(f"{q}.victims"))
    return " ".join(parts)


def candidates(finding: Finding, say: Say) -> str:
    """Q4-22: no lane is computed; what the map knows of whom."""
    v, t, q = finding.values, say.t, "findings.q4_22"
    if v["reason"] != "no_lanes":
        return say.early(v)
    known = [id for id, checks in v["answered"].items() if checks]
    unknown = [id for id, checks in v["answered"].items() if not checks]
    parts = [t("findings.early", reason=t(f"{q}.no_lanes"))]
    if known:
        parts.append(t(f"{q}.known", who=say.names(say.sorted(known), "the", limit=6)))
    if unknown:
        parts.append(t(f"{q}.unknown", who=say.names(say.sorted(unknown), "the", limit=6)))
    return " ".join(parts)
