"""The page for whoever makes a scenario names every table, column, part, kind and value, and the template has them."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from mapping.analysis.questions import QUESTIONS
from mapping.scenario import check
from mapping.scenario.columns import OPTIONAL, TABLES, columns
from mapping.scenario.read import SHIPPED
from mapping.scenario.shape import ABOUT, EXERCISE
from mapping.schema import schema

PAGE = Path("docs/new-scenario.md").read_text(encoding="utf-8")
SECTIONS = {part.split(":")[0].split("\n")[0]: part for part in PAGE.split("\n## ")[1:]}


def first_column(section: str) -> list[str]:
    """What the rows of the section's first table are about."""
    table = section.split("|---|---|\n", 1)[1].split("\n\n", 1)[0]
    return [name for line in table.splitlines() for name in re.findall(r"`([^`]+)`", line.split("|")[1])]


@pytest.mark.parametrize("table", TABLES)
def test_names_every_column_of_every_table_in_its_order(table):
    assert first_column(SECTIONS[table]) == [column.replace("*", "…") for column in TABLES[table]]


@pytest.mark.parametrize("table", TABLES)
def test_the_template_has_every_column(table):
    with (SHIPPED / "_template" / table).open(encoding="utf-8", newline="") as file:
        heading = next(csv.reader(file))

    assert [column for column in heading if column not in OPTIONAL] == list(columns(table, ("es", "en")))


def test_names_every_part_of_the_texts():
    assert first_column(SECTIONS["scenario.yaml"]) == [part.removesuffix("?") for part in ABOUT]
    exercises = SECTIONS["exercises/session3.yaml and session4.yaml"]
    assert set(first_column(exercises)) == {part.removesuffix("?") for part in EXERCISE}
    inner = [*EXERCISE["steps"][0], *EXERCISE["palette?"]["*"], *EXERCISE["questions"]]
    assert [part for part in inner if f"`{part.removesuffix('?')}`" not in exercises] == []


def test_names_every_kind_value_and_question():
    known = schema()
    values = [c.id for name in ("level", "statutory", "uses_force", "chain", "practice") for c in known.scales[name]]
    every = [*known.actor_kinds, *known.link_kinds, *values, *QUESTIONS]

    assert [one for one in every if f"`{one}`" not in PAGE] == []


def test_is_linked_from_the_readme_and_the_template():
    assert "docs/new-scenario.md" in Path("README.md").read_text(encoding="utf-8")
    assert "docs/new-scenario.md" in (SHIPPED / "_template" / "README.md").read_text(encoding="utf-8")


def test_a_copy_of_the_template_has_nothing_to_correct_but_its_name(tmp_path):
    copy = shutil.copytree(SHIPPED / "_template", tmp_path / "aurelia")

    assert [(p.code, p.file, p.column) for p in check(copy) if p.is_error] == [("id_differs", "scenario.yaml", "id")]
