"""backup, restore: of the configured database."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from mapping.cli.options import Language, words
from mapping.i18n import Translate
from mapping.store import backup as keeping
from mapping.store import open_store


def register(app: typer.Typer) -> None:
    app.command()(backup)
    app.command()(restore)


def backup(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The file to write.")], language: Language = "en"
) -> None:
    """Write the whole database into one file. It holds everything, what may not be shared too."""
    t = words(language)
    with closing(open_store()) as store:
        counts = keeping.backup(store.database, path)
    print(t("cli.backup.made", **_counted(counts, t), path=path))


def restore(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A file that `backup` wrote.")], language: Language = "en"
) -> None:
    """Put a backup into an empty database."""
    t = words(language)
    with closing(open_store()) as store:
        counts = keeping.restore(store.database, path)
    print(t("cli.backup.restored", **_counted(counts, t)))


def _counted(counts: Mapping[str, int], t: Translate) -> dict[str, str]:
    return {name: t.count(f"cli.backup.{name}", counts[name.removesuffix("s")]) for name in ("workshops", "changes")}
