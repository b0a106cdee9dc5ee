"""What is inside the files that leave the room, archives within archives too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path


def contents(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Every file under its path; what is an archive (xlsx, zip) itself and again what is in it."""
    yield name, data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from contents(archive.read(inner), f"{name}/{inner}")


def files_of(archive: Path) -> dict[str, bytes]:
    """The files of a pack by name."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def holds(data: bytes, word: str) -> bool:
    """Whether a word is in it, in any encoding that these files use."""
    return any(word.encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be"))
