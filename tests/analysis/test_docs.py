"""Nothing is computed that is not explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapping.analysis.measures import MEASURES
from mapping.analysis.questions import QUESTIONS

PAGE = (Path(__file__).parents[2] / "docs" / "measures.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("id", MEASURES)
def test_every_measure_is_on_the_page(id: str) -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("|") and f"`{id}`" in line.split("|")[1]]

    assert len(rows) == 1


@pytest.mark.parametrize("id", QUESTIONS)
def test_every_question_is_on_the_page(id: str) -> None:
    assert sum(line.startswith(f"| {id} |") for line in PAGE.splitlines()) == 1
