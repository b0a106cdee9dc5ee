"""The answer to a question on one map, and the part of a map that a question may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mapping.model import SectorMap, settled

FOUND, NOTHING, NOT_ENOUGH = "found", "nothing", "not_enough"


@dataclass(frozen=True)
class Finding:
    """What a question finds on a map, with everything that a sentence or a table about it needs.

    `outcome` is *found*, *nothing* (enough is drawn, and it is not there) or *not_enough* (`values["reason"]` says
    why); each question states its rule. `values` can be written as JSON; its lists are in a fixed order.
    """

    question: str
    outcome: str
    actors: tuple[str, ...] = ()  # the actors it names
    links: tuple[str, ...] = ()  # the links it rests on
    values: Mapping[str, Any] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()  # links that the group says are needed
    answer: frozenset[str] | None = None  # what it names, where that is not simply its actors

    def key(self) -> frozenset[str]:
        """The actors or stages that it names: two maps answer a question alike when these are the same."""
        return frozenset(self.actors) if self.answer is None else self.answer


def unique(*parts: Iterable[str]) -> tuple[str, ...]:
    """Ids in the order of their first mention, each once."""
    return tuple(dict.fromkeys(id for part in parts for id in part))


def seen(map: SectorMap, *, sensitive: bool) -> SectorMap:
    """The map as questions, boards and pages see it: without proposals, and without what is closed."""
    return settled(map) if sensitive else without_sensitive(map)


def without_sensitive(map: SectorMap) -> SectorMap:
    """The map that every question but those of the sensitive layer sees: its actors, and its links but the sensitive
    ones and the proposals.

    Sensitive by kind, or because an end is a criminal or armed non-state actor, however harmless the kind.
    """
    kept = {id: link for id, link in map.links.items() if not (link.proposed or map.is_sensitive(link))}
    return map if len(kept) == len(map.links) else replace(map, links=kept)
