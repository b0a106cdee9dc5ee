"""match."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mapping.cli.options import AsJson, Language, print_json, words
from mapping.errors import FileUnreadable, TooMany
from mapping.scenario import match as match_name
from mapping.scenario import named

NAMES = 5_000


def register(app: typer.Typer) -> None:
    app.command()(match)


def match(
    names: Annotated[Path, typer.Argument(metavar="NAMES.txt", help="A text file with a name on each line.")],
    scenario: Annotated[str, typer.Option("--scenario", help="Whose catalogue is searched.")],
    json: AsJson = False,
    language: Language = "en",
) -> None:
    """Which actors of a catalogue free-text names mean: accept, confirm or none, the best candidate first."""
    try:
        lines = [line.strip() for line in names.read_bytes().decode("utf-8-sig").splitlines()]
    except UnicodeError:
        raise FileUnreadable(f"{names} is no UTF-8 text") from None
    lines = [line for line in lines if line]
    if len(lines) > NAMES:
        raise TooMany("names", NAMES)
    book, t = named(scenario), words(language)
    found = [(line, match_name(book, line)) for line in lines]
    if json:
        print_json({
            "matches": [
                {"name": line, "verdict": m.verdict,
                 "candidates": [{"id": c.id, "score": round(c.score, 4), "reason": c.reason} for c in m.candidates]}
                for line, m in found
            ]
        })  # fmt: skip
        return
    for line, m in found:
        best = ", ".join(f"{book.actor(c.id).short.get(t.language, c.id)} ({c.id})" for c in m.candidates[:3])
        print(f"{line}  →  {t(f'cli.verdict.{m.verdict}')}{': ' + best if best else ''}")
