"""An Excel workbook: Elements and Connections as Kumu takes them, then the findings and what the file is.

Sheets named (ignore) are skipped by Kumu. Every text is written as text: nothing in a cell is a formula or a link.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from mapping.codec import MapFile
from mapping.export.cells import Cell, cell
from mapping.export.csv_pair import frame_rows
from mapping.export.removal import removed_lines
from mapping.export.told import Spoken, ordered
from mapping.export.words import actor_table, labels, link_table
from mapping.i18n import Translate
from mapping.render.picture.sheet import caution
from mapping.render.sentences import link_sentence

_WIDEST, _HIGH, _A4 = 60, 15, 9  # letters of a column; points of a line; the number of a paper


def xlsx(file: MapFile, t: Translate) -> bytes:
    """The map as a workbook in one language."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": cell(file.map.frame.question), "created": datetime(2015, 1, 1)})
    bold, wrap = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    _sheet(book.add_worksheet("Elements"), *actor_table(file.map, t), bold)
    _sheet(book.add_worksheet("Connections"), *link_table(file.map, t), bold)
    heads = [t(f"export.column.finding.{k}") for k in ("question", "statement", "caution", "actors", "links")]
    _sheet(book.add_worksheet(t("export.sheet.findings")), heads, _findings(file, t), bold, wrap)
    _sheet(
        book.add_worksheet(t("export.sheet.about")),
        [t("export.about.property"), t("export.about.value")],
        _about(file, t),
        bold,
        wrap,
    )
    book.close()
    return out.getvalue()


def _findings(file: MapFile, t: Translate) -> list[list[Cell]]:
    names, map = labels(file.map, t), file.map
    return [
        [
            cell(said.title), cell(said.statement), cell(said.caution),
            cell("; ".join(names[a] for a in said.finding.actors if a in names)),
            cell("; ".join(str(link_sentence(map, k, t)) for k in map.links.values() if k.id in _rests_on(said))),
        ]
        for said in ordered(map, t)
    ]  # fmt: skip


def _rests_on(said: Spoken) -> tuple[str, ...]:
    return (*said.finding.links, *said.finding.gaps)


def _about(file: MapFile, t: Translate) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[t(f"export.about.{file.handling}"), ""], [caution(file.map, t), ""]]
    if file.map.frame.invented:
        rows.append([t("drawing.invented"), ""])
    rows += [[t(f"export.column.frame.{k}"), t("export.yes") if v is True else cell(v)] for k, v in frame_rows(file)]
    if file.handling == "shareable":
        rows += [[t("export.removed.title"), line] for line in removed_lines(file.removed, t)]
    return [*rows, [t("export.about.tools"), ""]]


def _sheet(sheet: Any, headings: Sequence[str], rows: Sequence[Sequence[Cell]], bold: Any, wrap: Any = None) -> None:
    wide = []
    for x, heading in enumerate(headings):
        sheet.write_string(0, x, heading, bold)
        longest = max([len(heading), *(len(str(row[x])) for row in rows if x < len(row))])
        wide.append(min(_WIDEST, longest + 2))
        sheet.set_column(x, x, wide[x], wrap)
    for y, row in enumerate(rows, 1):
        for x, value in enumerate(row):
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                sheet.write_number(y, x, value)
            elif value != "":
                sheet.write_string(y, x, str(value))
        if wrap:
            lines = max(1, *(len(textwrap.wrap(str(v), wide[x])) for x, v in enumerate(row)))
            sheet.set_row(y, min(409, _HIGH * lines))  # 409: no row is higher
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)  # printed, a table is as wide as the paper
    sheet.repeat_rows(0)
