"""What is wrong with a scenario's folder: every problem of all its files at once.

Errors break something for a workshop; notes are gaps one can live with (evidence that exists in one language only,
an actor without a source). `scenario check` fails on errors alone. What only follows from something else that is said
(rows that name a source, where the table of sources cannot be read) is not said too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from mapping.errors import BadValue
from mapping.i18n import LANGUAGES
from mapping.scenario import row_check
from mapping.scenario.columns import TABLES
from mapping.scenario.dates import last_day
from mapping.scenario.exercise_check import exercise_problems
from mapping.scenario.problem import Problem
from mapping.scenario.read import ABOUT_FILE, Written, nothing_read, written
from mapping.scenario.shape import line, lines_of

__all__ = ["Problem", "check"]

NAME = re.compile(r"[a-z0-9_-]{1,40}")
_OF = {  # what cannot be judged where one of these files was not read whole
    "unknown_source": ("sources.csv",), "unknown_actor": ("actors.csv",), "tier_above_its_actor": ("actors.csv",),
    "unknown_effect": ("actors.csv", "links.csv"),
}  # fmt: skip


def _about(found: Written) -> Iterator[Problem]:
    scenario = found.scenario
    for part in ("names", "territory", "note", "licence"):
        texts, way = getattr(scenario, part), "name" if part == "names" else part
        for language in scenario.languages:
            if not texts.get(language):
                yield Problem("missing_language", ABOUT_FILE, language, column=f"{way}.{language}")
    for language in LANGUAGES:
        if language not in scenario.languages:
            yield Problem("no_language", ABOUT_FILE, language, column="languages")
    try:
        last_day(scenario.date)
    except BadValue:
        yield Problem("bad_date", ABOUT_FILE, scenario.date, column="reference_date")
    if scenario.session not in scenario.exercises:
        yield Problem("unknown_session", ABOUT_FILE, scenario.session, column="session")


def _folder(found: Written, name: str) -> Iterator[Problem]:
    id = found.scenario.id
    if not NAME.fullmatch(id):
        yield Problem("bad_id", ABOUT_FILE, id, column="id")
    elif id != name:
        yield Problem("id_differs", ABOUT_FILE, id, column="id", other=name)


PARTS: tuple[Callable[[Written], Iterator[Problem]], ...] = (
    _about, row_check.ids, row_check.actors, row_check.spellings, row_check.links, row_check.events,
    row_check.indicators,
)  # fmt: skip


def check(folder: Path | str, *, questions: Collection[str] | None = None) -> list[Problem]:
    """All problems of the scenario in a folder, errors first, file by file; an empty list is a scenario without a flaw.

    Where `questions` are given, exercises may name no others.
    """
    folder = Path(folder).resolve()
    found = written(folder)
    content = [problem for part in PARTS for problem in part(found)]
    content += [*_folder(found, folder.name), *exercise_problems(found.scenario, found.exercises, questions)]
    every = [*found.problems, *(problem for problem in content if not _follows(problem, found))]
    return sorted(_placed(folder, every), key=_order)


def _order(problem: Problem) -> tuple[bool, int, str, int]:
    """Errors first; then file by file in the order of the guide, from the top down."""
    files = (ABOUT_FILE, *TABLES)
    place = files.index(problem.file) if problem.file in files else len(files)
    return not problem.is_error, place, problem.file, problem.row or 0


def _follows(problem: Problem, found: Written) -> bool:
    """Whether a problem is only what comes of one that was found in reading."""
    unread = {p.file for p in found.problems if nothing_read(p)}
    if problem.file in unread or (problem.code == "unknown_session" and any("exercises/" in file for file in unread)):
        return True
    if any(not found.tables[name].whole for name in _OF.get(problem.code, ())):
        return True
    if problem.file in found.tables:
        return problem.column in found.tables[problem.file].missing
    ways = {p.column for p in found.problems if p.file == problem.file and p.is_error}
    if problem.code in ("minutes_differ", "steps_differ") and any(
        way == "steps" or way.startswith(problem.column) for way in ways
    ):
        return True
    return any(f"{problem.column}.".startswith(f"{way}.") for way in ways)


def _placed(folder: Path, problems: list[Problem]) -> Iterator[Problem]:
    """The problems with the line of the part that they speak of, where their file is no table."""
    lines: dict[str, dict[str, int]] = {}
    for problem in problems:
        if problem.row is None and problem.column and not problem.file.endswith(".csv"):
            known = lines.setdefault(problem.file, lines_of(folder / problem.file))
            problem = replace(problem, row=line(known, problem.column))
        yield problem
