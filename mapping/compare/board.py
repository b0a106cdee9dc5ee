"""The board: everything that comparing the groups' maps gives, in one value for the page, the packs and the files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType

from mapping.compare.agenda import Topic, agenda
from mapping.compare.align import Alignment, Judgement, Named, align
from mapping.compare.contradictions import DRAWN_DIFFERENTLY, Contradiction, answers_by_link, contradictions
from mapping.compare.findings import QUESTIONS, Row, findings
from mapping.compare.joint import Joint, joint
from mapping.compare.overlap import Overlap, Spread, overlap, pairwise, spreads
from mapping.compare.reading import LinkKey, Reading, readings
from mapping.compare.reference import Reveal, records_of, reveal
from mapping.compare.trials import Trials
from mapping.errors import BadValue
from mapping.model import Actor, SectorMap
from mapping.scenario.dates import last_day
from mapping.scenario.names import accepted, asks
from mapping.scenario.records import Scenario
from mapping.scenario.reference import reference_map

GROUPS = (2, 20)  # from how many maps to how many


@dataclass(frozen=True)
class Board:
    """What the groups' maps have in common and where they differ. Without notes, positions and, unless they were
    opened, sensitive links."""

    groups: tuple[str, ...]
    session: str
    sensitive: bool
    alignment: Alignment
    actors: Mapping[str, Actor]  # every actor under its joined id, for its name and shape
    links: Mapping[LinkKey, Mapping[str, str]]  # every drawn link -> what each group that drew it says
    overlap: Overlap
    spreads: tuple[Spread, ...]
    contradictions: tuple[Contradiction, ...]
    agenda: tuple[Topic, ...]
    joint: Joint
    findings: tuple[Row, ...]
    delicate: frozenset[LinkKey] = frozenset()  # links that are here only because the sensitive layer is open
    reveal: Reveal | None = None
    count_pairs: Callable[[], Mapping[tuple[str, str], Overlap]] = field(default=dict, repr=False, compare=False)

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], Overlap]:
        """What each two groups have in common; counted when it is first asked for."""
        return MappingProxyType(self.count_pairs())

    @property
    def drawn_differently(self) -> tuple[Contradiction, ...]:
        """What two groups drew, and not alike; without what only some drew, and without ratings."""
        return tuple(c for c in self.contradictions if c.kind in DRAWN_DIFFERENTLY)

    @property
    def invented(self) -> bool:
        return self.joint.map.frame.invented


def board(
    maps: Mapping[str, SectorMap],
    *,
    scenario: Scenario | None = None,
    judgements: Sequence[Judgement] = (),
    session: str = "",
    questions: Sequence[str] = (),
    at_least: int = 2,
    ratings: Sequence[str] = ("influence",),
    sensitive: bool = False,
    revealed: bool = False,
    trials: Trials | None = None,
) -> Board:
    """The board of 2 to 20 maps by group; BadValue for other numbers.

    `scenario` knows names and, when `revealed`, what is on record for the maps' date. `session` (default: the one of
    the maps, else "3") decides which questions weigh the agenda, unless `questions` says so. `at_least`: how many
    groups put a link on the joint map. Positions are compared only if `ratings` names them. `trials` is what was asked
    for the board before, if it is to be followed: it changes how long it takes, and nothing else.
    """
    if not GROUPS[0] <= len(maps) <= GROUPS[1]:
        raise BadValue("maps", len(maps), f"{GROUPS[0]} to {GROUPS[1]} maps")
    alignment = align(maps, judgements, named=_certain(scenario), broad=partial(asks, scenario) if scenario else None)
    read = readings(maps, alignment, sensitive=sensitive)
    closed = readings(maps, alignment)  # what the questions see
    frames = [r.map.frame for r in read]
    date = next((f.date for f in frames if f.date), "")
    session = session or next((f.session for f in frames if f.session), "3")
    asked = tuple(questions) or QUESTIONS.get(session, ())
    differences = contradictions(read, ratings=ratings)
    return Board(
        groups=alignment.groups,
        session=session,
        sensitive=sensitive,
        alignment=alignment,
        actors=joint(read, at_least=1).map.actors,  # type: ignore[arg-type]  # a joined id is read as a text
        links=MappingProxyType({k: MappingProxyType(a) for k, a in answers_by_link(read).items()}),
        delicate=_links(read) - _links(closed) if sensitive else frozenset(),
        overlap=overlap(read),
        spreads=spreads(read),
        contradictions=differences,
        agenda=agenda(closed, differences, asked, trials),
        joint=joint(read, at_least=at_least, differences=differences),
        findings=findings(closed, asked),
        reveal=_revealed(scenario, date, read, sensitive) if scenario and revealed else None,
        count_pairs=partial(pairwise, read),
    )


def _links(read: Sequence[Reading]) -> frozenset[LinkKey]:
    return frozenset(key for r in read for key in (*r.drawn, *r.gaps))


def _certain(scenario: Scenario | None) -> Named | None:
    if scenario is None:
        return None

    return partial(accepted, scenario)


def _revealed(scenario: Scenario, date: str, read: Sequence[Reading], sensitive: bool) -> Reveal:
    day = last_day(date or scenario.date)
    reference = reference_map(scenario, day, tier=2)
    return reveal(reference, read, records_of(scenario), day=day, sensitive=sensitive)
