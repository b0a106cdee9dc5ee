"""doctor."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec

import typer
from sqlalchemy.exc import SQLAlchemyError

from mapping.analysis.questions import QUESTIONS
from mapping.cli.options import AsJson, Language, print_json, words
from mapping.errors import MappingError
from mapping.i18n import LANGUAGES, Translate, translate
from mapping.model import SectorMap
from mapping.render import font
from mapping.render.interactive import vis_network
from mapping.render.picture import png, svg
from mapping.scenario import check, folder_of, said, shipped
from mapping.store import open_store

PACKAGES = ("streamlit", "networkx", "pyvis", "sqlalchemy", "openpyxl", "xlsxwriter", "resvg_py", "rapidfuzz")


def register(app: typer.Typer) -> None:
    app.command()(doctor)


def doctor(json: AsJson = False, language: Language = "en") -> None:
    """Check the installation and the data; exit 1 when something is wrong."""
    t = words(language)
    found = [(name, look()) for name, look in CHECKS.items()]
    if json:
        print_json({"checks": [{"check": n, "ok": not p, "problem": p or None} for n, p in found]})
    else:
        for name, problem in found:
            print(
                t("cli.doctor.wrong" if problem else "cli.doctor.fine", check=t(f"cli.doctor.{name}"), problem=problem)
            )
    if any(problem for _, problem in found):
        raise typer.Exit(1)


def _python() -> str:
    return "" if sys.version_info >= (3, 11) else f"{sys.version_info.major}.{sys.version_info.minor} < 3.11"


def _packages() -> str:
    return ", ".join(name for name in PACKAGES if find_spec(name) is None)


def _pictures() -> str:
    try:
        missing = [str(font.path(w)) for w in font.WEIGHTS if not font.path(w).is_file()]
        return ", ".join(missing) or ("" if png(svg(SectorMap(), translate("es"))) else "no picture")
    except (MappingError, ValueError, OSError, ImportError) as error:
        return str(error)


def _pages() -> str:
    try:
        return "" if vis_network() else "vis-network"
    except OSError as error:
        return str(error)


def _words() -> str:
    first, *others = (set(translate(x).words) for x in LANGUAGES)
    return ", ".join(sorted(key for other in others for key in first ^ other)[:5])


def _scenarios() -> str:
    return "; ".join(_flaws(translate("en")))


def _flaws(t: Translate) -> Iterator[str]:
    for name in shipped():
        errors = [problem for problem in check(folder_of(name), questions=QUESTIONS) if problem.is_error]
        yield from (f"{name}: {said(problem, t)}" for problem in errors)


def _database() -> str:
    try:
        open_store().close()
    except (SQLAlchemyError, MappingError, OSError) as error:
        return str(error).splitlines()[0]
    return ""


CHECKS: dict[str, Callable[[], str]] = {
    "python": _python, "packages": _packages, "pictures": _pictures, "pages": _pages, "words": _words,
    "scenarios": _scenarios, "database": _database,
}  # fmt: skip
