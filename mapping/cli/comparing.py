"""compare."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from mapping.cli.options import AsJson, Language, Sensitive, map_file, print_json, words, write
from mapping.codec import MapFile
from mapping.compare import wording
from mapping.compare.board import Board, board
from mapping.compare.json_form import statistics_json, to_json
from mapping.compare.over_time import over_time as compared
from mapping.compare.over_time_words import lines as over_time_lines
from mapping.compare.over_time_words import over_time_json
from mapping.compare.reading import readings
from mapping.errors import BadInput
from mapping.export import shareable
from mapping.export.debrief import by_group, of_workshop, page
from mapping.i18n import Translate
from mapping.scenario import Scenario, named, shipped
from mapping.scenario.names import accepted


def register(app: typer.Typer) -> None:
    app.command()(compare)


def compare(
    maps: Annotated[list[Path], typer.Argument(metavar="MAP MAP…", help="Two or more maps, one for each group.")],
    json: AsJson = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write it there: a page (.html, what may be shared) or JSON (.json).")
    ] = None,
    scenario: Annotated[
        str | None, typer.Option("--scenario", metavar="ID", help="Whose catalogue knows the names.")
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Also agreement of ratings (alpha) and of drawings (QAP); with --json.")
    ] = False,
    over_time: Annotated[
        bool, typer.Option("--over-time", help="The two are one map at two times: what is otherwise on the second.")
    ] = False,
    sensitive: Sensitive = False,
    language: Language = "en",
) -> None:
    """Groups' maps side by side: what coincides, where they differ, and what to talk about first."""
    if len(maps) < 2:
        raise BadInput("comparing needs at least two maps")
    given = [map_file(path) for path in maps]
    files = by_group(given)
    t = words(language)
    if over_time:
        _two_times(given, json=json, sensitive=sensitive, t=t)
        return
    book = named(scenario) if scenario else _scenario(files)
    found = board({g: f.map for g, f in files.items()}, scenario=book, sensitive=sensitive)
    values = to_json(found)
    if statistics:
        maps_of = {g: f.map for g, f in files.items()}
        values["statistics"] = statistics_json(found, readings(maps_of, found.alignment, sensitive=sensitive))
    if out is not None and out.suffix.lower() == ".html":
        beside = [f.map for f in files.values()]
        brief = of_workshop({g: shareable(f, beside)[0] for g, f in files.items()}, t)
        write(out, page(brief).encode("utf-8"))
    elif out is not None:
        write(out, (jsonlib.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    if json:
        print_json(values)
    elif out is None:
        _printed(found, t)


def _two_times(files: Sequence[MapFile], *, json: bool, sensitive: bool, t: Translate) -> None:
    """Two versions of one map (when the earlier one's history is the beginning of the later one's), or two maps."""
    if len(files) != 2:
        raise BadInput("--over-time needs two maps: the earlier one, then the later one")
    before, after = files
    book = _scenario({str(n): file for n, file in enumerate(files)})
    found = compared(
        before.map, after.map, one_map=_is_earlier(before, after), sensitive=sensitive,
        named=partial(accepted, book) if book else None,
    )  # fmt: skip
    if json:
        print_json(over_time_json(found))
        return
    print(t.count("over_time.kept", found.kept))
    if found.is_empty:
        print(t("over_time.nothing"))
    for name, lines in over_time_lines(found, t):
        print(f"\n{t(f'over_time.{name}')} ({len(lines)})")
        for line in lines:
            print(f"   {line}")


def _is_earlier(before: MapFile, after: MapFile) -> bool:
    """Whether the one map has grown into the other: then equal ids are one actor, whatever it is called now."""
    return bool(before.history) and after.history[: len(before.history)] == before.history


def _scenario(files: Mapping[str, MapFile]) -> Scenario | None:
    """The scenario that the maps name, or, where none names one, the only one there is; if it ships with the program.

    It knows names in both languages: only those that it is certain of are taken for one actor.
    """
    ids = {f.map.frame.scenario for f in files.values()} - {""} or set(shipped())
    known = ids & set(shipped())
    return named(known.pop()) if len(known) == 1 else None


def _printed(found: Board, t: Translate) -> None:
    print(wording.headline(found, t))
    print(wording.detail(found, t))
    for topic in found.agenda:
        one = topic.difference
        print(f"\n{topic.rank}. {wording.question(found, one, t)}")
        for group in one.versions:
            print(f"   {group}: {wording.version(found, one, group, t)}")
        print(f"   {wording.changes(found, topic, t)}")
