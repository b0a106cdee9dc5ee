"""actors.csv and links.csv, which Gephi opens as they are: Id, Label / Source, Target, Type, Kind."""

from __future__ import annotations

import csv
import io

from mapping.codec import MapFile
from mapping.export.archive import zipped
from mapping.export.cells import cell
from mapping.export.tables import Row, actor_rows, columns, link_rows
from mapping.i18n import Translate
from mapping.model import values_of


def files(file: MapFile, t: Translate) -> dict[str, bytes]:
    """The two tables as UTF-8 with a mark that spreadsheets need, commas, CRLF."""
    actors = actor_rows(file.map, t) or [{"Id": None, "Label": None}]
    links = link_rows(file.map) or [{"Source": None, "Target": None, "Type": None, "Kind": None}]
    return {"actors.csv": _table(actors, skip=not file.map.actors), "links.csv": _table(links, skip=not file.map.links)}


def zip_of(file: MapFile, t: Translate) -> bytes:
    """Both in one file, with the frame beside them: CSV has no place for it."""
    frame = [{"Property": k, "Value": v} for k, v in frame_rows(file)]
    return zipped({**files(file, t), "frame.csv": _table(frame)})


def frame_rows(file: MapFile) -> list[tuple[str, object]]:
    """The frame and the handling mark, as rows."""
    return [("handling", file.handling), *values_of(file.map.frame).items()]


def _table(rows: list[Row], *, skip: bool = False) -> bytes:
    out = io.StringIO()
    names = columns(rows)
    writer = csv.writer(out)
    writer.writerow(names)
    if not skip:
        writer.writerows([cell(row[k]) for k in names] for row in rows)
    return out.getvalue().encode("utf-8-sig")
