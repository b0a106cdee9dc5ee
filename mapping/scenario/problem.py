"""One thing that a check found, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass

from mapping.i18n import Translate


@dataclass(frozen=True)
class Problem:
    """A fact, not a sentence: the words are in i18n under `scenario.problem`."""

    code: str
    file: str
    value: str = ""  # what stands there
    row: int | None = None  # of a table as a spreadsheet counts (the heading is 1); of any other file the line
    column: str = ""  # of a table; of any other file the way to the part: steps.oversight.title
    id: str = ""  # of the row
    other: str = ""  # who else has it, or what it should be
    level: str = "error"  # error, or note: a gap one can live with

    @property
    def is_error(self) -> bool:
        return self.level == "error"

    @property
    def where(self) -> str:
        """File, row's id and column in one: for programs and for sorting."""
        return " ".join(part for part in (self.file, self.id, self.column) if part)


def said(problem: Problem, t: Translate) -> str:
    """The problem as one sentence: where it is, then what is wrong."""
    kind = "table" if problem.file.endswith(".csv") else "text"
    parts = {"row": problem.row, "id": problem.id, "column": problem.column}
    place = problem.file + "".join(
        t(f"scenario.check.{kind}.{name}", value=value) for name, value in parts.items() if value
    )
    what = t(f"scenario.problem.{problem.code}", value=problem.value, other=problem.other)
    return t("scenario.check.line", where=place, problem=what)
