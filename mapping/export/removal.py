"""What was removed from a file that may be shared, in words: the preview that a facilitator reads."""

from __future__ import annotations

from collections.abc import Mapping

from mapping.export.share import KINDS_OF_REMOVAL
from mapping.i18n import Translate


def removed_lines(removed: Mapping[str, int], t: Translate) -> list[str]:
    """One line for each kind of thing that was removed: "1 note", "2 sensitive links"; one line when nothing was."""
    lines = [t.count(f"export.removed.{k}", removed[k]) for k in KINDS_OF_REMOVAL if removed.get(k)]
    return lines or [t("export.removed.none")]
