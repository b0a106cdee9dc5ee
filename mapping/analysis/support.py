"""Who supports whom from outside, twice or not at all (Q3-22)."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from mapping.analysis.finding import FOUND, NOT_ENOUGH, NOTHING, Finding, unique
from mapping.analysis.populations import of_kind
from mapping.model import SectorMap
from mapping.schema import SUPPORT, schema


def donors(map: SectorMap) -> Finding:
    """Q3-22: where do donors overlap, and what does no support reach?

    Donors are actors of kind international; support is funding and training, all drawn. *Overlap*: two donors or more
    on one recipient; `apart` has the pairs of them without a drawn cooperation or information link, whose absence is
    the finding. Oversight bodies (kind oversight_state) and occupied stages of the chain (the defence too) without
    support are the gaps. The share counts support links onto oversight bodies.
    *Not enough* when there is no donor or no support link. *Nothing* without overlap and without gap.
    """
    partners = set(of_kind(map, "international"))
    support = sorted((k for k in map.drawn(*SUPPORT) if k.source in partners), key=lambda k: k.id)
    together = {frozenset(k.ends) for k in map.drawn(*schema().kinds_of("cooperation"))}
    by_recipient: dict[str, list[str]] = {}
    for link in support:
        by_recipient.setdefault(link.target, []).append(link.source)
    overlap: dict[str, Any] = {}
    for recipient, sources in sorted(by_recipient.items()):
        if len(set(sources)) > 1:
            pairs = list(combinations(sorted(set(sources)), 2))
            apart = [list(pair) for pair in pairs if frozenset(pair) not in together]
            overlap[recipient] = {"donors": sorted(set(sources)), "apart": apart}
    bodies = of_kind(map, "oversight_state")
    at = {s: [a.id for a in map.actors.values() if s in a.chain] for s in schema().choices("chain")}
    unsupported = [id for id in bodies if id not in by_recipient]
    empty_handed = [s for s, actors in at.items() if actors and not set(actors) & set(by_recipient)]
    to_oversight = sum(1 for k in support if k.target in bodies)
    values: dict[str, Any] = {
        "overlap": overlap, "oversight_without": unsupported, "stages_without": empty_handed,
        "share": {"n": to_oversight, "of": len(support)}, "donors": sorted(partners),
    }  # fmt: skip
    if not partners or not support:
        values["reason"] = "no_support" if partners else "no_donor"
        return Finding("Q3-22", NOT_ENOUGH, (), (), values)
    unlinked = {id for x in overlap.values() for pair in x["apart"] for id in pair}
    named = unique(overlap, (id for x in overlap.values() for id in x["donors"]), unsupported)
    return Finding(
        "Q3-22", FOUND if overlap or unsupported or empty_handed else NOTHING, named, tuple(k.id for k in support),
        values, answer=frozenset({*overlap, *unlinked, *unsupported, *empty_handed}),
    )  # fmt: skip
