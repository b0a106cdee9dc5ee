"""PDFs: set by Typst in the one typeface, with no font of the system. Texts go in as data, never as markup."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import typst

from mapping.render import font


def typeset(source: bytes, files: Mapping[str, bytes]) -> bytes:
    """The PDF of a document and the files that it reads. The same gives the same bytes."""
    project: Any = {"main.typ": source, **files}
    return typst.compile(
        project, format="pdf", font_paths=[str(font.path(400).parent)], ignore_system_fonts=True, timestamp=0
    )
