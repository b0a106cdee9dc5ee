"""Read a scenario's folder: tables as CSV, the rest as YAML.

`written` takes what can be read and says what cannot; whether what it says is right is for `mapping.scenario.check`.
`read` takes a scenario only when all of it can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mapping.errors import NotFound, ScenarioInvalid
from mapping.i18n import LANGUAGES, translate
from mapping.scenario import rows
from mapping.scenario.columns import TABLES
from mapping.scenario.exercise import dangling, exercise
from mapping.scenario.problem import Problem, said
from mapping.scenario.records import CatalogueActor, Event, GenericTerm, Indicator, RecordedLink, Scenario, Source
from mapping.scenario.shape import ABOUT, EXERCISE, line, lines_of, loaded
from mapping.scenario.tables import Table, table

SHIPPED = Path(__file__).resolve().parents[2] / "scenarios"
ABOUT_FILE = "scenario.yaml"


@dataclass(frozen=True)
class Written:
    """A scenario as its files have it. A row whose id comes twice is here twice, and in the scenario once."""

    scenario: Scenario
    tables: Mapping[str, Table]
    problems: tuple[Problem, ...]
    exercises: Mapping[str, str]  # session -> its file
    actors: tuple[tuple[int, CatalogueActor], ...]  # each with the number of its row
    links: tuple[tuple[int, RecordedLink], ...]
    events: tuple[tuple[int, Event], ...]
    sources: tuple[tuple[int, Source], ...]
    indicators: tuple[tuple[int, Indicator], ...]
    generic: tuple[tuple[int, GenericTerm], ...]


def written(folder: Path | str) -> Written:
    """What stands in a folder, as far as it can be read."""
    folder = Path(folder)
    about, problems = loaded(folder / ABOUT_FILE, ABOUT, ABOUT_FILE)
    languages = tuple(about["languages"]) or LANGUAGES
    tables = {name: table(folder, name, languages) for name in TABLES}
    problems += [problem for one in tables.values() for problem in one.problems]

    def of(name: str, make: Callable[..., Any], *more: Any) -> tuple[tuple[int, Any], ...]:
        return tuple((row.number, make(row.cells, *more)) for row in tables[name].rows)

    exercises, files = {}, {}
    for path in sorted((folder / "exercises").glob("*.yaml")):
        file = f"exercises/{path.name}"
        value, faults = loaded(path, EXERCISE, file)
        problems += faults
        if any(map(nothing_read, faults)):
            continue
        lines = lines_of(path)
        problems += [Problem(code, file, what, line(lines, way), way) for code, way, what in dangling(value)]
        one = exercise(value, about["id"])
        if one.session in files:
            problems.append(Problem("session_twice", file, one.session, column="session"))
        exercises[one.session], files[one.session] = one, file
    actors, links = of("actors.csv", rows.actor, languages), of("links.csv", rows.link, languages)
    events, sources = of("events.csv", rows.event, languages), of("sources.csv", rows.source)
    indicators, generic = of("indicators.csv", rows.indicator, languages), of("generic_terms.csv", rows.generic)
    scenario = Scenario(
        id=about["id"], names=about["name"], languages=languages, territory=about["territory"],
        date=about["reference_date"], session=about["session"], note=about["note"], licence=about["licence"],
        country_words=tuple(about["country_words"]),
        actors={row.id: row for _, row in actors}, links={row.id: row for _, row in links},
        events={row.id: row for _, row in events}, sources={row.id: row for _, row in sources},
        indicators=tuple(row for _, row in indicators), generic=tuple(row for _, row in generic), exercises=exercises,
    )  # fmt: skip
    return Written(
        scenario, tables, tuple(problems), files, actors, links, events, sources, indicators, generic
    )  # fmt: skip


def nothing_read(problem: Problem) -> bool:
    """Whether a problem of a YAML file is that nothing of it could be taken."""
    return not problem.column and not problem.file.endswith(".csv")


def read(folder: Path | str) -> Scenario:
    """The scenario in a folder, or `ScenarioInvalid` when it cannot be read."""
    found = written(folder)
    wrong = [problem for problem in found.problems if problem.is_error]
    if wrong:
        raise ScenarioInvalid(f"{Path(folder).name}: {said(wrong[0], translate('en'))}")
    return found.scenario


@cache
def named(name: str) -> Scenario:
    """A scenario that ships with the program (read once), or `NotFound`."""
    if name not in shipped():
        raise NotFound(f"no scenario is called {name!r}")
    return read(folder_of(name))


def folder_of(name: str) -> Path:
    """Where the files of a scenario are that ships with the program."""
    return SHIPPED / name


def first() -> str:
    """The scenario that is meant where nobody chose one."""
    return shipped()[0]


def shipped() -> tuple[str, ...]:
    """The names of the scenarios that ship with the program; the template is none."""
    return tuple(sorted(p.parent.name for p in SHIPPED.glob("[!_.]*/scenario.yaml")))
