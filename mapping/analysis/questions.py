"""The questions of sessions 3 and 4. Menus, the command line and comparisons read this registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mapping.analysis import (
    brokerage,
    chain,
    cohesion,
    gender,
    harm,
    independence,
    lanes,
    nonstate,
    oversight,
    power,
    support,
)
from mapping.analysis.finding import NOT_ENOUGH, Finding, seen, without_sensitive
from mapping.errors import UnknownQuestion
from mapping.model import SectorMap, settled


@dataclass(frozen=True)
class Question:
    """A question that a room asks of a map."""

    id: str
    session: str
    of: Callable[[SectorMap], Finding]
    default: bool = False  # on screen at once; the others are "more questions"
    table_of: str | None = None  # shown as the table of this question
    sensitive: bool = False  # sees the sensitive layer, and is listed only while that is open

    def answer(self, map: SectorMap) -> Finding:
        """Its finding on this map, of which it sees the sensitive links only if it is sensitive itself."""
        return self.of(seen(map, sensitive=self.sensitive))


_ALL = (
    Question("Q3-02", "3", oversight.external_oversight, default=True),
    Question("Q3-03", "3", oversight.coverage, default=True, table_of="Q3-02"),
    Question("Q3-04", "3", independence.independence, default=True),
    Question("Q3-10", "3", chain.breaks, default=True),
    Question("Q3-22", "3", support.donors, default=True),
    Question("Q3-24", "3", gender.gender_actors, default=True),
    Question("Q3-13", "3", cohesion.single_points),
    Question("Q3-17", "3", power.weight_and_mandate),
    Question("Q4-01", "4", nonstate.provision, default=True),
    Question("Q4-03", "4", brokerage.brokers, default=True),
    Question("Q4-04", "4", nonstate.without_state_link, default=True),
    Question("Q4-05", "4", nonstate.accountability, default=True),
    Question("Q4-22", "4", lanes.candidates, default=True),
    Question("Q4-07", "4", harm.proximity, sensitive=True),
)
QUESTIONS: Mapping[str, Question] = MappingProxyType({q.id: q for q in _ALL})


def listed(session: str | None = None, *, default: bool | None = None, sensitive: bool = False) -> list[Question]:
    """Questions in their order: of a session or of both, the default ones, the others (False) or all."""
    return [
        q for q in QUESTIONS.values()
        if session in (None, "", q.session) and default in (None, q.default) and (sensitive or not q.sensitive)
    ]  # fmt: skip


def answers(
    map: SectorMap, *, session: str | None = None, questions: Iterable[str] | None = None, sensitive: bool = False
) -> list[Finding]:
    """The findings of a map: of these questions, or else of the default ones of a session (none: the frame's).

    `UnknownQuestion` for an id that is none. A sensitive question that is asked while the layer is closed has the
    outcome *not enough*, reason `closed`, and sees nothing.
    """
    if questions is None:
        asked = listed(session or map.frame.session, default=True, sensitive=sensitive)
    else:
        asked = [_question(id) for id in questions]
    plain = without_sensitive(map)
    return [
        q.of(plain) if not q.sensitive else q.of(settled(map)) if sensitive
        else Finding(q.id, NOT_ENOUGH, values={"reason": "closed"})
        for q in asked
    ]  # fmt: skip


def _question(id: str) -> Question:
    try:
        return QUESTIONS[id]
    except KeyError:
        raise UnknownQuestion(id) from None
