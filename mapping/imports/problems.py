"""Why a file cannot be read, in one sentence of the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from mapping.errors import BadInput, BadValue, FileTooNew, FileUnreadable, TooMany, UnknownFormat, UnknownKind
from mapping.i18n import Translate, translate

# what there may be too many of -> its word
_MANY: Mapping[str, str] = {
    "actors": "actors", "links": "links", "rows in a table": "rows", "columns in a table": "columns",
    "cells in a workbook": "cells", "elements in a document": "elements", "files in an archive": "files",
    "maps in a file": "maps", "cells in a table": "cells", "sheets": "sheets",
}  # fmt: skip
_BYTES: Mapping[str, str] = {"bytes in a file": "size", "bytes in an archive once unpacked": "unpacked"}


def unreadable(key: str, **values: object) -> FileUnreadable:
    """A file that cannot be taken: the fact, and what of the file to show with it."""
    shown = {k: shortly(v) for k, v in values.items()}
    return FileUnreadable(translate("en")(f"imports.problem.{key}", **shown), key, **shown)


def why(error: BadInput, t: Translate) -> str:
    """The reason as a sentence. What no file of this sort should say is named, not explained."""
    if isinstance(error, FileUnreadable) and error.key:
        return t(f"imports.problem.{error.key}", **error.values)
    if isinstance(error, TooMany) and error.what in _BYTES:
        return t(f"imports.problem.{_BYTES[error.what]}", limit=error.limit // 1_000_000)
    if isinstance(error, TooMany):
        return t("imports.problem.many", limit=f"{error.limit:_}".replace("_", " "), what=_much(error.what, t))
    if isinstance(error, FileTooNew):
        return t("imports.problem.too_new", version=error.version, known=error.known)
    if isinstance(error, BadValue):
        return t("imports.problem.value", field=shortly(error.field), value=shortly(error.value))
    if isinstance(error, UnknownKind):
        return t("imports.problem.unknown_kind", kind=shortly(error.kind))
    if isinstance(error, UnknownFormat):
        return t("imports.problem.unknown_format")
    return t("imports.problem.damaged")


def shortly(said: object) -> str:
    """What a file says, as it may stand in a sentence: printable, and not long."""
    text = " ".join("".join(c if c.isprintable() else " " for c in str(said)).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _much(what: str, t: Translate) -> str:
    return t(f"imports.problem.much.{_MANY[what]}") if what in _MANY else t("imports.problem.much.things")
