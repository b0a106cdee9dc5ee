"""A scenario's tables as rows for the screen, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mapping.i18n import Translate
from mapping.scenario import Scenario
from mapping.scenario.dates import holds
from mapping.schema import schema

Row = dict[str, object]


def actors(scenario: Scenario, t: Translate, *, kinds: Iterable[str] = (), day: date | None = None) -> list[Row]:
    """The catalogue, or the part of these kinds that holds on this day."""
    wanted = set(kinds)
    return [
        _named(
            t, name=_in(a.names, t), short=_in(a.short, t), acronym=a.acronym,
            kind=schema().actor_kind(a.kind).label[t.language],
            part_of=_in(scenario.actors[a.part_of].short, t) if a.part_of else "",
            description=_in(a.description, t), other=", ".join(a.aliases),
            confidence=t(f"case.confidence.{a.confidence}"),
            sources=", ".join(a.sources), id=a.id,
        )
        for a in scenario.actors.values()
        if (not wanted or a.kind in wanted) and (day is None or holds(scenario, "actor", a.id, day))
    ]  # fmt: skip


def links(scenario: Scenario, t: Translate, *, families: Iterable[str] = (), day: date | None = None) -> list[Row]:
    """The recorded relations, or those of these families that hold on this day."""
    wanted = set(families)
    rows = []
    for k in scenario.links.values():
        kind = schema().link_kind(k.kind)
        if (wanted and kind.family.id not in wanted) or (day is not None and not holds(scenario, "link", k.id, day)):
            continue
        rows.append(_named(
            t, source=_in(scenario.actors[k.source].short, t), verb=kind.verb[t.language],
            target=_in(scenario.actors[k.target].short, t),
            practice=schema().label("practice", k.practice, t.language), evidence=_in(k.evidence, t),
            confidence=t(f"case.confidence.{k.confidence}"), sources=", ".join(k.sources), id=k.id,
            **{"from": k.valid_from, "to": k.valid_to},
        ))  # fmt: skip
    return rows


def events(scenario: Scenario, t: Translate) -> list[Row]:
    """What happened, in its order."""
    return [
        _named(t, date=e.date, event=_in(e.title, t), description=_in(e.description, t),
               confidence=t(f"case.confidence.{e.confidence}"), sources=", ".join(e.sources), id=e.id)
        for e in scenario.events.values()
    ]  # fmt: skip


def indicators(scenario: Scenario, t: Translate) -> list[Row]:
    """Numbers about the country, by year."""
    return [
        _named(t, indicator=_in(i.names, t), year=i.year, value=i.value, unit=i.unit, sources=", ".join(i.sources))
        for i in scenario.indicators
    ]


def sources(scenario: Scenario, t: Translate) -> list[Row]:
    """Where it is written."""
    return [
        _named(t, title=s.title, publisher=s.publisher, year=s.year, url=s.url, id=s.id)
        for s in scenario.sources.values()
    ]


def matching(rows: list[Row], text: str) -> list[Row]:
    """The rows in which every word of the text stands somewhere."""
    words = text.casefold().split()
    return [r for r in rows if all(any(w in str(v).casefold() for v in r.values()) for w in words)]


def _named(t: Translate, **values: object) -> Row:
    return {t(f"case.column.{name}"): value for name, value in values.items()}


def _in(words: object, t: Translate) -> str:
    """In this language, else in whichever there is."""
    known = dict(words)  # type: ignore[call-overload]
    return str(known.get(t.language) or next(filter(None, known.values()), ""))
