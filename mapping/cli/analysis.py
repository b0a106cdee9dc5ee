"""analyse, measure."""

from __future__ import annotations

import csv
import sys
from typing import Annotated

import typer

from mapping.analysis.measures import MEASURES, measures
from mapping.analysis.questions import listed
from mapping.cli.options import AsJson, Language, MapPath, Sensitive, map_file, print_json, words
from mapping.errors import BadValue
from mapping.export.cells import Cell, cell
from mapping.export.told import spoken


def register(app: typer.Typer) -> None:
    app.command()(analyse)
    app.command()(measure)


def analyse(
    map: MapPath,
    session: Annotated[str | None, typer.Option("--session", metavar="3|4", help="Whose questions are asked.")] = None,
    question: Annotated[
        list[str] | None, typer.Option("--question", metavar="ID", help="This question; may be given several times.")
    ] = None,
    json: AsJson = False,
    sensitive: Sensitive = False,
    language: Language = "en",
) -> None:
    """Findings of a map: what each question finds, on which actors and links, and with what caution."""
    if session not in (None, "3", "4"):
        raise BadValue("session", session, "3 or 4")
    file, t = map_file(map), words(language)
    asked = [id.upper() for id in _asked(question)] or [
        q.id for q in listed(session or file.map.frame.session, default=True, sensitive=sensitive)
    ]
    said = spoken(file.map, t, questions=asked, sensitive=sensitive)
    if json:
        print_json({
            "findings": [
                {"question": s.finding.question, "title": s.title, "outcome": s.finding.outcome,
                 "statement": s.statement, "actors": s.finding.actors, "links": s.finding.links,
                 "gaps": s.finding.gaps, "values": s.finding.values, "caution": s.caution}
                for s in said
            ]
        })  # fmt: skip
        return
    for s in said:
        print(f"{s.finding.question}  {s.title}\n  {s.statement}\n  {s.caution}\n")


def _asked(question: list[str] | None) -> list[str]:
    """Ids as they were given: several times, or with commas between."""
    return [id.strip() for part in question or () for id in part.split(",") if id.strip()]


def measure(
    map: MapPath,
    measure: Annotated[
        list[str] | None, typer.Option("--measure", metavar="ID", help="One of: " + ", ".join(MEASURES) + ".")
    ] = None,
    json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table with a row per actor.")] = False,
    language: Language = "en",
) -> None:
    """Measures per actor. An undefined one is null in JSON and empty in a table, never 0."""
    actors, t = map_file(map).map, words(language)
    found = measures(actors, _asked(measure) or None)
    if json:
        print_json({"measures": found})
        return
    rows: list[list[Cell]] = [
        [id, actor.label(t.language), *(_number(values[id]) for values in found.values())]
        for id, actor in actors.actors.items()
    ]
    headings: list[Cell] = [t("cli.actor"), t("cli.name"), *found]
    if as_csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows([headings, *([cell(c) for c in row] for row in rows)])
        return
    widths = [max(len(str(row[x])) for row in (headings, *rows)) for x in range(len(headings))]
    for row in (headings, *rows):
        print("  ".join(str(c).ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())


def _number(value: float) -> float | int | str:
    if value != value:
        return ""
    return int(value) if value.is_integer() else round(value, 4)
