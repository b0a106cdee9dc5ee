"""The groups' maps beside what is on public record for the day: shown after the groups have talked, not before.

A record is a source that was found. That none was found proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from mapping.analysis.finding import seen
from mapping.compare.contradictions import answers_by_link
from mapping.compare.reading import LinkKey, Reading, link_key
from mapping.model import Link, LinkId, SectorMap
from mapping.scenario.dates import period
from mapping.scenario.records import Scenario
from mapping.schema import schema


@dataclass(frozen=True)
class Record:
    """A relation on record and the days on which it held: from `begins`, until before `ends`."""

    id: LinkId
    key: LinkKey
    begins: date
    ends: date
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """A link and the groups that drew it, beside what is on record.

    verdict: recorded (holds on that day) · ended · not_yet · reversed (recorded the other way round) · other_kind
    (another kind between the two) · none
    """

    key: LinkKey
    groups: tuple[str, ...]
    verdict: str
    records: tuple[Record, ...] = ()


@dataclass(frozen=True)
class Reveal:
    """Each drawn link once; what was recorded and not drawn; and the gaps, with what is on record for them."""

    date: date
    by_all: tuple[Seen, ...]
    by_some: tuple[Seen, ...]
    not_recorded: tuple[Seen, ...]  # not on that day; `verdict` says what is on record instead
    by_nobody: tuple[Record, ...]  # recorded, on some map both its actors, drawn by no group
    elsewhere: int  # recorded, and no map has both its actors
    gaps: tuple[Seen, ...]  # said to be needed


def records_of(scenario: Scenario) -> tuple[Record, ...]:
    """Every relation that a scenario has on record, of all dates."""
    return tuple(
        Record(
            LinkId(row.id), link_key(row.kind, row.source, row.target), *period(scenario, "link", row.id), row.sources
        )
        for row in scenario.links.values()
    )


def reveal(
    reference: SectorMap,
    readings: Sequence[Reading],
    records: Iterable[Record],
    *,
    day: date,
    sensitive: bool = False,
) -> Reveal:
    """What the reference map of `day` says of each link that the groups drew, and what they did not draw.

    Actors meet by catalogue id. Sensitive links of the reference stay out unless asked for.
    """
    known = seen(reference, sensitive=sensitive)
    shown = [r for r in records if sensitive or not schema().link_kind(r.key.kind).sensitive]
    today = _by_key(known, shown)
    answers = answers_by_link(readings)
    drawn = [_seen(key, tuple(groups), today, shown, day) for key, groups in answers.items()]
    recorded = [one for one in drawn if one.verdict == "recorded"]
    missed = [key for key in today if key not in answers]
    near = [key for key in missed if any(r.has((key.source, key.target)) for r in readings)]
    gaps: dict[LinkKey, list[str]] = {}
    for reading in readings:
        for key in reading.gaps:
            gaps.setdefault(key, []).append(reading.group)
    return Reveal(
        date=day,
        by_all=tuple(one for one in recorded if len(one.groups) == len(readings)),
        by_some=tuple(one for one in recorded if len(one.groups) < len(readings)),
        not_recorded=tuple(one for one in drawn if one.verdict != "recorded"),
        by_nobody=tuple(record for key in near for record in today[key]),
        elsewhere=sum(len(today[key]) for key in missed if key not in near),
        gaps=tuple(_seen(key, tuple(groups), today, shown, day) for key, groups in sorted(gaps.items())),
    )


def _by_key(reference: SectorMap, records: Sequence[Record]) -> Mapping[LinkKey, tuple[Record, ...]]:
    """The reference map's links under their keys, each with its record."""
    by_id = {record.id: record for record in records}
    found: dict[LinkKey, list[Record]] = {}
    for link in reference.drawn():
        key = link_key(link.kind, link.source, link.target)
        found.setdefault(key, []).append(by_id.get(LinkId(link.recorded or link.id)) or _bare(link, key))
    return MappingProxyType({key: tuple(found[key]) for key in sorted(found)})


def _bare(link: Link, key: LinkKey) -> Record:
    return Record(link.id, key, date.min, date.max, link.sources)


def _seen(
    key: LinkKey,
    groups: tuple[str, ...],
    today: Mapping[LinkKey, tuple[Record, ...]],
    records: Sequence[Record],
    day: date,
) -> Seen:
    if key in today:
        return Seen(key, groups, "recorded", today[key])
    same = tuple(r for r in records if r.key == key)
    holding = tuple(r for r in same if r.begins <= day < r.ends)
    if holding:
        return Seen(key, groups, "recorded", holding)
    ended = tuple(r for r in same if r.ends <= day)
    if ended:
        return Seen(key, groups, "ended", (max(ended, key=lambda r: r.ends),))
    if same:
        return Seen(key, groups, "not_yet", (min(same, key=lambda r: r.begins),))
    between = tuple(r for r in records if r.key.pair == key.pair and r.begins <= day < r.ends)
    turned = tuple(r for r in between if key.is_directed and r.key == key.reverse)
    if turned:
        return Seen(key, groups, "reversed", turned)
    return Seen(key, groups, "other_kind" if between else "none", between)
