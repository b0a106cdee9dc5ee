"""What is inside an archive, without unpacking more than a map can need."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from mapping.errors import TooMany
from mapping.imports.problems import unreadable

UNPACKED = 120_000_000  # bytes that an archive may grow to
MEMBERS, MEMBER = 500, 30_000_000


def members(data: bytes) -> dict[str, int]:
    """The names and sizes inside an archive; refused when it is broken or would grow beyond reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError, EOFError):
        raise unreadable("archive") from None
    if len(infos) > MEMBERS:
        raise TooMany("files in an archive", MEMBERS)
    if sum(i.file_size for i in infos) > UNPACKED:
        raise TooMany("bytes in an archive once unpacked", UNPACKED)
    return {i.filename: i.file_size for i in infos}


def member(data: bytes, name: str) -> bytes:
    """One file out of an archive, whatever size the archive says it has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as file:
            found = file.read(MEMBER + 1)
    except Exception:  # zipfile and zlib raise a dozen sorts on broken archives
        raise unreadable("member", name=name) from None
    if len(found) > MEMBER:
        raise TooMany("bytes in an archive once unpacked", MEMBER)
    return found


def is_litter(name: str) -> bool:
    """Whether it is what a Mac puts beside the files of an archive."""
    return name.startswith("__MACOSX/") or PurePath(name).name.startswith("._")
