"""One thing that a check found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    code: str  # the words are in i18n: scenario.problem.<code>
    where: str  # file, row and column
    value: str  # what stands there
    level: str = "error"  # error, or note: a gap one can live with

    @property
    def is_error(self) -> bool:
        return self.level == "error"
