"""Non-state providers: whom they serve, and what ties them to the State (Q4-01, Q4-04, Q4-05)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.analysis.populations import nonstate, providers, served
from mapping.model import SectorMap
from mapping.schema import schema

TIES = ("cooperation", "information", "referral", "regulation")  # and the kinds of oversight


def provision(map: SectorMap) -> Finding:
    """Q4-01: which non-state actors provide security or justice, and to whom?

    A provider is the source of a service link or the target of an access link, drawn; criminal and armed groups are
    left out, since their links are closed. `dependence` counts, for the people served, how many of their providers are
    non-state; `only_nonstate` has those who have no other.
    *Not enough* when the map has no non-state actor, or no service or access link is drawn. *Nothing* when such links
    are drawn and none is of a non-state actor.
    """
    outside, people = set(nonstate(map)), served(map)
    links = sorted(map.drawn("service", "access"), key=lambda k: k.id)
    provided = [(k, *(k.ends if k.kind == "service" else k.ends[::-1])) for k in links]
    serves: dict[str, list[str]] = {}
    by_user: dict[str, set[str]] = {}
    for _, provider, user in provided:
        by_user.setdefault(user, set()).add(provider)
        if provider in outside:
            serves.setdefault(provider, []).append(user)
    dependence = {
        user: {"nonstate": len(by_user[user] & outside), "of": len(by_user[user])} for user in people if user in by_user
    }
    values: dict[str, Any] = {
        "serves": {id: sorted(set(users)) for id, users in sorted(serves.items())}, "dependence": dependence,
        "only_nonstate": [u for u, x in dependence.items() if x["nonstate"] == x["of"]],
        "without_provider": [u for u in people if u not in by_user],
    }  # fmt: skip
    if not outside or not links:
        values["reason"] = "no_service" if outside else "no_nonstate"
        return Finding("Q4-01", NOT_ENOUGH, (), (), values)
    rests_on = tuple(link.id for link, provider, _ in provided if provider in outside)
    return Finding("Q4-01", FOUND if serves else NOTHING, tuple(sorted(serves)), rests_on, values)


def without_state_link(map: SectorMap) -> Finding:
    """Q4-04: which non-state providers have no link to the State?

    A link is drawn cooperation, information, referral, regulation or oversight, either way. Providers are non-state
    actors that provide by their kind, their second role or a link; without criminal and armed groups.
    *Not enough* when the map has no such provider, or nobody on it has a link of these kinds. *Nothing* when each
    provider has one.
    """
    kinds = (*TIES, *schema().oversight)
    ask = providers(map)
    links = sorted(map.drawn(*kinds), key=lambda k: k.id)
    tied: dict[str, list[str]] = {}
    rests_on: list[str] = []
    for link in links:
        for one, other in (link.ends, link.ends[::-1]):
            if map.actors[other].is_state and one in ask:
                tied.setdefault(one, []).append(other)
                rests_on.append(link.id)
    alone = [id for id in ask if id not in tied]
    values: dict[str, Any] = {
        "without": alone, "linked_to": {id: sorted(set(tied[id])) for id in ask if id in tied}, "providers": ask,
    }  # fmt: skip
    if not ask or not links:
        values["reason"] = "no_ties" if ask else "no_provider"
        return Finding("Q4-04", NOT_ENOUGH, (), (), values)
    return Finding("Q4-04", FOUND if alone else NOTHING, tuple(alone), unique(rests_on), values)


def accountability(map: SectorMap) -> Finding:
    """Q4-05: who regulates non-state providers, or holds them to account?

    Drawn regulation and oversight links onto each provider, from the State or from the community. Classes as in Q3-02:
    at least one is said to work; drawn and none said to work; none drawn; the last two are named. Private security
    first.
    *Not enough* when the map has no provider, or such links onto providers are drawn and none says whether it works.
    *Nothing* when each has one that works. Links that are needed are in `gaps`.
    """
    kinds = ("regulation", *schema().oversight)
    ask = sorted(providers(map), key=lambda id: (map.actors[id].kind != "private_security", id))  # type: ignore[index]
    onto: dict[str, list[Any]] = {}
    for link in sorted(map.drawn(*kinds), key=lambda k: k.id):
        onto.setdefault(link.target, []).append(link)
    works: dict[str, Any] = {}
    drawn: dict[str, Any] = {}
    for id in ask:
        links = onto.get(id, [])
        by = sorted({k.source for k in links})
        if any(k.practice == "works" for k in links):
            works[id] = {"by": sorted({k.source for k in links if k.practice == "works"})}
        elif links:
            drawn[id] = {"by": by, "answers": dict(Counter(k.practice for k in links))}
    none = [id for id in ask if id not in works and id not in drawn]
    answers = [k.practice for id in ask for k in onto.get(id, ())]
    values: dict[str, Any] = {
        "providers": ask, "works": works, "drawn": drawn, "none": none,
        "not_said": {"n": answers.count("not_said"), "of": len(answers)},
    }  # fmt: skip
    outcome = FOUND if none or drawn else NOTHING
    if not ask:
        outcome, values["reason"] = NOT_ENOUGH, "no_provider"
    elif answers and answers.count("not_said") == len(answers):
        outcome, values["reason"] = NOT_ENOUGH, "not_said"
    gaps = tuple(sorted(g.id for g in map.gaps() if g.kind in kinds and g.target in ask))
    rests_on = tuple(k.id for id in ask for k in onto.get(id, ()))
    return Finding("Q4-05", outcome, (*none, *drawn), rests_on, values, gaps)
