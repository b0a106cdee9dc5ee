"""import, export."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from mapping.cli.options import Language, imported, map_file, words, write
from mapping.codec import FILE_BYTES, MapFile, dumps
from mapping.errors import BadInput, FileUnreadable, TooMany, UnknownFormat
from mapping.export import FORMATS, exported, pack, removed_lines, shareable
from mapping.export.several import is_several, loads_several
from mapping.imports import READERS, said, why

_ARCHIVES = ("csv", "pack")  # a folder of files, unless the path ends in .zip


def register(app: typer.Typer) -> None:
    app.command("import")(import_)
    app.command("export")(export)


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to read.")],
    out: Annotated[Path, typer.Option("--out", help="Where the map goes, as JSON.")],
    format: Annotated[
        str | None, typer.Option("--format", metavar="|".join(READERS), help="Instead of a guess.")
    ] = None,
    language: Language = "en",
) -> None:
    """Read any supported format; say what was kept, guessed and dropped."""
    t = words(language)
    try:
        if file.stat().st_size > FILE_BYTES:  # known before any of it is read
            raise TooMany("bytes in a file", FILE_BYTES)
        found = imported(file, format)
    except BadInput as error:
        refusal = FileUnreadable(why(error, t))
        refusal.add_note(str(file))
        raise refusal from None
    write(out, dumps(found.file).encode("utf-8"))
    for line in said(found, t):
        print(line)


def export(
    maps: Annotated[list[Path], typer.Argument(metavar="MAP", help="The map; several, for a pack.")],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="One of: " + ", ".join(FORMATS) + ".")],
    out: Annotated[
        Path, typer.Option("--out", help="The file; for csv and pack a folder, or a file that ends in .zip.")
    ],
    internal: Annotated[bool, typer.Option("--internal", help="With everything that may not be shared.")] = False,
    language: Language = "en",
) -> None:
    """Write a map in another format: filtered to what may be shared, unless --internal."""
    if to not in FORMATS:
        raise UnknownFormat(f"no format is called {to!r}; there are {', '.join(FORMATS)}")
    t, files = words(language), _files(maps)
    if to == "pack":
        data = pack(files, internal=internal)
    elif len(files) > 1:
        raise BadInput(f"{to} holds one map; several go into a pack")
    else:
        data = exported(files[0], to, t, internal=internal)
    if to in _ARCHIVES and out.suffix.lower() != ".zip":
        _unfold(data, out, to)
    else:
        write(out, data)
    if not internal:
        removed = sum((Counter(shareable(file)[1]) for file in files), Counter[str]())
        said = "; ".join(removed_lines(removed, t))
        print(t("cli.removed", what=said) if removed else said)


def _files(paths: list[Path]) -> list[MapFile]:
    files: list[MapFile] = []
    for path in paths:
        data = path.read_bytes()
        files += loads_several(data) if is_several(data) else [map_file(path)]
    return files


def _unfold(data: bytes, out: Path, to: str) -> None:
    """The files of an archive in a folder; for csv and a path like `map.csv`, beside it: `map.actors.csv`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            beside = to == "csv" and out.suffix.lower() == ".csv"
            write(out.with_name(f"{out.stem}.{name}") if beside else out / name, archive.read(name))
