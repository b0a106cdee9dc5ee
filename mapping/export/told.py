"""A map's findings in words, computed from the map as it is given: what was filtered out cannot speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mapping.analysis.finding import NOT_ENOUGH, Finding
from mapping.analysis.questions import answers, listed
from mapping.i18n import Translate
from mapping.model import SectorMap
from mapping.render.interactive import Told
from mapping.render.statements import Table, caution, certainty, label, statement, table, title


@dataclass(frozen=True)
class Spoken:
    """A finding with everything that a report says of it."""

    finding: Finding
    title: str
    label: str
    statement: str
    caution: str
    certainty: str
    table: Table | None

    @property
    def is_early(self) -> bool:
        """Whether too little is drawn to say."""
        return self.finding.outcome == NOT_ENOUGH


def spoken(
    map: SectorMap,
    t: Translate,
    *,
    session: str | None = None,
    questions: Iterable[str] | None = None,
    sensitive: bool = False,
) -> list[Spoken]:
    """The findings of these questions, or of all those of a session (none: the frame's); in the session's order."""
    asked = [q.id for q in listed(session or map.frame.session)] if questions is None else list(questions)
    return [
        Spoken(
            f, title(f.question, t), label(f.question, t), statement(f, map, t), caution(f, t),
            certainty(f, map, t), table(f, map, t),
        )
        for f in answers(map, questions=asked, sensitive=sensitive)
    ]  # fmt: skip


def ordered(map: SectorMap, t: Translate) -> list[Spoken]:
    """The findings of the map's session, those that say something first."""
    return sorted(spoken(map, t), key=lambda s: s.is_early)


def told(map: SectorMap, t: Translate) -> list[Told]:
    """The same findings as the interactive page lists them."""
    said = ordered(map, t)
    return [
        Told(s.statement, f"{s.label} · {s.caution}", s.finding.actors, (*s.finding.links, *s.finding.gaps))
        for s in said
    ]  # fmt: skip
