"""The agenda's rule as it is written, without a shortcut: each group takes each other version, every question anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapping.analysis.questions import QUESTIONS
from mapping.compare.contradictions import Contradiction
from mapping.compare.reading import Reading
from mapping.model import ActorId, LinkId, SectorMap


def adopted(taker: Reading, giver: Reading, difference: Contradiction) -> SectorMap:
    """The taker's map, with what it says of this difference replaced by what the giver says.

    For links: the taker's own, also one it says is needed, go; the giver's come, as the giver has them. For
    ratings: the number. Nothing else changes, and neither map does.
    """
    if difference.kind == "rating":
        actor = taker.actor(difference.actors[0])
        given = getattr(giver.actor(difference.actors[0]), difference.rated)
        rated = replace(actor, **{difference.rated: given})
        return replace(taker.map, actors={**taker.map.actors, actor.id: rated})
    links = dict(taker.map.links)
    for key in difference.keys:
        for link in (*taker.drawn.get(key, ()), *taker.gaps.get(key, ())):
            links.pop(link.id, None)
    for key in difference.keys:
        for link in (*giver.drawn.get(key, ()), *giver.gaps.get(key, ())):
            source, target = (ActorId(taker.own[giver.joined[end]]) for end in link.ends)
            id = LinkId(f"{giver.group}/{link.id}")
            links[id] = replace(link, id=id, source=source, target=target)
    return replace(taker.map, links=links)


def named(map: SectorMap, question: str) -> frozenset[str]:
    """What the question itself names, on the whole map."""
    return QUESTIONS[question].answer(map).key()


def flips_in_full(one: Contradiction, read: Sequence[Reading], questions: Sequence[str]) -> set[tuple[str, str]]:
    """The (question, group) pairs that depend on a difference."""

    def is_other(mine: str, theirs: str) -> bool:
        versions = one.versions[mine], one.versions[theirs]
        if one.kind == "one_sided":
            silent = [v in ("missing", "not_drawn") for v in versions]
            return silent[0] != silent[1]
        return versions[0] != versions[1]

    by_group = {r.group: r for r in read}
    before = {(q, group): named(by_group[group].map, q) for q in questions for group in one.versions}
    taken = [
        (mine, adopted(by_group[mine], by_group[theirs], one))
        for mine in one.versions
        for theirs in one.versions
        if is_other(mine, theirs)
    ]
    return {(q, mine) for mine, map in taken for q in questions if named(map, q) != before[q, mine]}
