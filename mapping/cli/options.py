"""Options and arguments that several commands have, and how they read a map and print values."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Annotated, Any

import typer

from mapping.codec import MapFile
from mapping.errors import MappingError
from mapping.i18n import Translate, languages, translate
from mapping.imports import Imported, read


def _language(value: str) -> str:
    if value not in languages():
        raise typer.BadParameter(f"{value!r} is none of {', '.join(languages())}")
    return value


Language = Annotated[
    str, typer.Option("--language", metavar="en|es", callback=_language, help="Language of names and sentences.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON (see docs/cli.md).")]
MapPath = Annotated[Path, typer.Argument(metavar="MAP", help="A map in any format that can be imported.")]
Sensitive = Annotated[bool, typer.Option("--sensitive", help="Let the sensitive layer in.")]


def words(language: str) -> Translate:
    return translate(language)


def imported(path: Path, format: str | None = None) -> Imported:
    """What is in a file of any format; an error says which file it is about."""
    try:
        return read(path.read_bytes(), path.name, format=format)
    except MappingError as error:
        error.add_note(str(path))
        raise


def map_file(path: Path) -> MapFile:
    """The map in a file of any format."""
    return imported(path).file


def print_json(value: Any) -> None:
    """One JSON value; what is not a number (nan) is null."""
    print(json.dumps(_plain(value), ensure_ascii=False, indent=2))


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(v) for v in value)
    return value


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
