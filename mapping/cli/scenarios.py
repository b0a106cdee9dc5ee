"""scenario check, scenario map."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from mapping.analysis.questions import QUESTIONS
from mapping.cli.options import AsJson, Language, print_json, words, write
from mapping.codec import MapFile, dumps
from mapping.errors import FileUnreadable
from mapping.scenario import check as problems_of
from mapping.scenario import read, reference_map, said

app = typer.Typer(rich_markup_mode=None, help="Check a scenario, or make its reference map.")
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The scenario's folder.")]


@app.command()
def check(folder: Folder, json: AsJson = False, language: Language = "en") -> None:
    """Lint a scenario; exit 1 when something must be corrected."""
    _exists(folder)
    t, found = words(language), problems_of(folder, questions=QUESTIONS)
    errors = [p for p in found if p.is_error]
    if json:
        rows = [asdict(p) for p in found]
        print_json({"problems": rows, "errors": len(errors)})
    else:
        for p in found:
            print(said(p, t))
        if errors:
            print(t("scenario.check.errors", n=len(errors)))
        else:
            if found:
                print(t("scenario.check.notes", n=len(found)))
            s = read(folder)
            counts = {"actors": s.actors, "links": s.links, "events": s.events, "sources": s.sources}
            print(t("scenario.check.fine", **{k: len(v) for k, v in counts.items()}))
    if errors:
        raise typer.Exit(1)


@app.command("map")
def map_(
    folder: Folder,
    out: Annotated[Path, typer.Option("--out", help="Where the map goes, as JSON.")],
    at: Annotated[str, typer.Option("--at", metavar="DATE", help="The day; a month or year means its last day.")] = "",
    tier: Annotated[int, typer.Option("--tier", min=1, max=2, help="2 adds the less central actors.")] = 1,
    language: Language = "en",
) -> None:
    """The reference map: the actors and links that are on record for a day."""
    _exists(folder)
    map = reference_map(read(folder), at, tier, language)
    write(out, dumps(MapFile(map)).encode("utf-8"))
    print(words(language)("cli.wrote", actors=len(map.actors), links=len(map.links), out=out))


def _exists(folder: Path) -> None:
    if not folder.is_dir():
        raise FileUnreadable(f"{folder} is no folder")
