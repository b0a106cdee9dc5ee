"""Where the chain of a criminal case breaks (Q3-10)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.analysis.populations import served
from mapping.model import Link, SectorMap
from mapping.schema import schema

SIDE_BRANCHES = ("defence",)


def main_stages() -> tuple[str, ...]:
    """The stages a case passes in turn: report, police, investigation, prosecution, court, prison, reintegration."""
    return tuple(stage for stage in schema().choices("chain") if stage not in SIDE_BRANCHES)


def breaks(map: SectorMap) -> Finding:
    """Q3-10: where does the chain break?

    A break is a pair of consecutive occupied stages without a referral forward that is said to work. Stages that
    nobody occupies are listed, and are not breaks; neither is a pair that one institution occupies alone or together
    with others, since it hands over within itself. Where the people served occupy a stage, their access counts as
    their referral. A break tells what is drawn forward with its answers, and what is drawn the other way.
    *Not enough* when fewer than two stages are occupied, when no referral is drawn, or when referrals between
    consecutive stages are drawn and none of them says whether it works. *Nothing* when every pair has one that works.
    """
    people = set(served(map))
    at = {s: sorted(a.id for a in map.actors.values() if s in a.chain) for s in main_stages()}
    occupied = [stage for stage, actors in at.items() if actors]
    referrals: dict[tuple[str, str], list[Link]] = {}
    needed: dict[tuple[str, str], list[str]] = {}
    for link in sorted(map.links.values(), key=lambda k: k.id):
        if link.kind == "referral" or (link.kind == "access" and link.source in people):
            if link.is_drawn:
                referrals.setdefault(link.ends, []).append(link)
            elif link.is_needed:
                needed.setdefault(link.ends, []).append(link.id)
    broken: list[dict[str, Any]] = []
    rests_on: list[str] = []
    gaps: list[str] = []
    answers: list[str] = []
    for a, b in pairwise(occupied):
        if set(at[a]) & set(at[b]):
            continue
        ways = [(x, y) for x in at[a] for y in at[b]]
        forward = [k for way in ways for k in referrals.get(way, ())]
        reverse = [k for x, y in ways for k in referrals.get((y, x), ())]
        gaps += [id for way in ways for id in needed.get(way, ())]
        answers += [k.practice for k in (*forward, *reverse)]
        rests_on += [k.id for k in (*forward, *reverse)]
        if not any(k.practice == "works" for k in forward):
            broken.append({
                "from": a, "to": b, "from_actors": at[a], "to_actors": at[b],
                "forward": [{"link": k.id, "source": k.source, "target": k.target, "practice": k.practice}
                            for k in forward],
                "reverse": [{"link": k.id, "source": k.source, "target": k.target} for k in reverse],
            })  # fmt: skip
    values: dict[str, Any] = {
        "stages": {s: at[s] for s in occupied}, "empty": [s for s in at if not at[s]], "breaks": broken,
        "not_said": {"n": answers.count("not_said"), "of": len(answers)},
    }  # fmt: skip
    outcome = FOUND if broken else NOTHING
    if len(occupied) < 2:
        outcome, values["reason"] = NOT_ENOUGH, "no_stages"
    elif not referrals:
        outcome, values["reason"] = NOT_ENOUGH, "no_referral"
    elif answers and answers.count("not_said") == len(answers):
        outcome, values["reason"] = NOT_ENOUGH, "not_said"
    return Finding(
        "Q3-10", outcome, unique(*((*x["from_actors"], *x["to_actors"]) for x in broken)), unique(rests_on),
        values, unique(gaps), answer=frozenset(f"{x['from']}>{x['to']}" for x in broken),
    )  # fmt: skip
