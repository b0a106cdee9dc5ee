"""Which day a written date means, and from when to when a row of a scenario holds.

The day that is asked about may lack its day: it then means its last. Dates of events are finer than the years of
the rows and win; an event that is itself only known by its year decides nothing where the row has a year of its own.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache

from mapping.errors import BadValue
from mapping.scenario.records import Scenario


def last_day(text: str) -> date:
    """2015 is 2015-12-31 and 2015-09 is 2015-09-30; `BadValue` for what is no date."""
    try:
        year, *rest = (int(part) for part in text.split("-"))
        month = rest[0] if rest else 12
        day = rest[1] if len(rest) == 2 else calendar.monthrange(year, month)[1]
        if len(rest) > 2 or len(text.split("-")[0]) != 4:
            raise ValueError
        return date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise BadValue("date", text, "a date: 2015, 2015-09 or 2015-09-01") from None


def first_day(text: str) -> date:
    """2015 is 2015-01-01 and 2015-09 is 2015-09-01; `BadValue` for what is no date."""
    end = last_day(text)
    parts = text.count("-")
    return end if parts == 2 else end.replace(day=1) if parts == 1 else end.replace(month=1, day=1)


def _event_day(text: str, row_year: str) -> date | None:
    return None if len(text) == 4 and row_year else last_day(text)


@cache
def _effects(scenario: Scenario) -> dict[tuple[str, str, str], str]:
    """(start or end, actor or link, id) -> the event's date."""
    return {(e.does, e.of, e.id): event.date for event in scenario.events.values() for e in event.effects}


def period(scenario: Scenario, of: str, id: str) -> tuple[date, date]:
    """The first day on which an actor or link holds and the first on which it no longer does.

    `of` is "actor" or "link". An empty beginning is before 2009 or unknown, an empty end after 2020 or unknown:
    both are then open (`date.min`, `date.max`).
    """
    row = scenario.actors[id] if of == "actor" else scenario.links[id]
    begins = first_day(row.valid_from) if row.valid_from else date.min
    ends = last_day(row.valid_to) + timedelta(days=1) if row.valid_to else date.max
    started = _effects(scenario).get(("start", of, id))
    ended = _effects(scenario).get(("end", of, id))
    if started and (day := _event_day(started, row.valid_from)):
        begins = day
    if ended and (day := _event_day(ended, row.valid_to)):
        ends = day
    return begins, ends


def holds(scenario: Scenario, of: str, id: str, at: date) -> bool:
    """Whether an actor or link is there on a day; a link also needs both its actors."""
    begins, ends = period(scenario, of, id)
    if not begins <= at < ends:
        return False
    if of == "actor":
        return True
    link = scenario.links[id]
    return all(end in scenario.actors and holds(scenario, "actor", end, at) for end in (link.source, link.target))
