"""Files as other programs write them, made for a test."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook

from mapping.imports import Imported

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(**sheets: list[list[object]]) -> bytes:
    """A workbook with these sheets; `_` in a name is a blank."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        page = book.create_sheet(name.replace("_", " "))
        for row in rows:
            page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(files: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def raw_workbook(rows: str, *, strings: str = "", before: str = "", sheets: str = "") -> bytes:
    """A workbook whose one sheet has this markup between its tags: what no spreadsheet program would write."""
    types = f'<Types xmlns="{_PACKAGE}/content-types"/>'
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate([("worksheet", "worksheets/sheet1.xml"),
                                            ("sharedStrings", "sharedStrings.xml")], 1)
    )  # fmt: skip
    return zipped({
        "[Content_Types].xml": types,
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
                           f'<sheet name="Links" sheetId="1" r:id="r1"/>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
    })  # fmt: skip


def inline(*cells: str) -> str:
    """A row with its texts in the cells."""
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in cells) + "</row>"


def keys(notes: object) -> set[str]:
    return {note.key for note in notes}  # type: ignore[attr-defined]


def links(found: Imported) -> list[tuple[str, str, str]]:
    """Source, kind and target of each link, by name."""
    map = found.file.map
    return [(map.actors[k.source].name, k.kind, map.actors[k.target].name) for k in map.links.values()]
