"""The command line: the analyses, comparisons and files of the product without its screens.

Exit codes: 0 fine, 1 a check found something, 2 bad input. Errors are one line on stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from mapping.cli import analysis, comparing, files, health, naming, safekeeping, scenarios, trial
from mapping.errors import MappingError

# what every wrong use of the command line is to typer, which carries its own copy of click
WrongUse: type[Exception] = typer.BadParameter.__bases__[0].__bases__[0]

app = typer.Typer(
    name="mapping", add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Stakeholder maps of a security and justice sector: files, findings, measures, comparisons.",
)  # fmt: skip
for part in (files, analysis, comparing, naming, trial, safekeeping, health):
    part.register(app)
app.add_typer(scenarios.app, name="scenario")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(args=given or ["--help"], prog_name="python -m mapping", standalone_mode=False)
    except MappingError as error:
        return _failed(": ".join([*getattr(error, "__notes__", ()), str(error)]))
    except WrongUse as error:
        return _failed(error.format_message())  # type: ignore[attr-defined]
    except (typer.Abort, KeyboardInterrupt):
        return _failed("stopped")
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _failed(f"{where}{error.strerror or error}")
    return code if isinstance(code, int) else 0


def _failed(text: str) -> int:
    print(f"mapping: {' '.join(text.split())}", file=sys.stderr)
    return 2
