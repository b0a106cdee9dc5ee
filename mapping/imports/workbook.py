"""The sheets of an Excel workbook (.xlsx), row by row: what is stored in the cells. No formula is evaluated.

Read as a stream, so that a hostile workbook costs no more than what is looked at before a limit is met.
"""

from __future__ import annotations

import io
import math
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from mapping.errors import BadInput, TooMany
from mapping.imports.archive import members
from mapping.imports.problems import unreadable

TAGS, TEXTS = 3_000_000, 400_000  # in all parts of a workbook
COLUMNS, LETTERS, DEEP, SHEETS = 1_000, 40_000, 60, 100
LONGEST = 1 << 20  # rows that Excel gives a sheet, blank ones too
_CHUNK = 1 << 16
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Excel writes a character that XML may not hold
Attributes = dict[str, str]


class Workbook:
    """A workbook that is open: its sheets' names in `sheets`, their rows from `rows`."""

    def __init__(self, data: bytes) -> None:
        self._sizes = members(data)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._tags = TAGS
        self.formulas: dict[str, list[int]] = {}  # sheet -> cells with a formula: with a stored value, without
        self.sheets: dict[str, str] = {}  # name -> part
        self._shared: list[str] = []
        self._dates: set[int] = set()  # styles of cells that are dates
        self._epoch = CALENDAR_WINDOWS_1900
        self._open()

    def _open(self) -> None:
        root = "xl/workbook.xml"
        targets: dict[str, tuple[str, str]] = {}
        named = 0

        def relation(tag: str, at: Attributes) -> None:
            if tag == "Relationship":
                part = posixpath.normpath(posixpath.join("xl", at.get("Target", "")))
                targets[at.get("Id", "")] = (at.get("Type", "").rsplit("/", 1)[-1], part.lstrip("/"))

        def sheet(tag: str, at: Attributes) -> None:
            nonlocal named
            if tag == "sheet":
                named += 1
                if named > SHEETS:
                    raise TooMany("sheets", SHEETS)
                id = next((v for k, v in at.items() if k.rsplit(":", 1)[-1] == "id"), "")
                kind, part = targets.get(id, ("", ""))
                if kind == "worksheet" and part in self._sizes:
                    self.sheets.setdefault(at.get("name", part), part)
            elif tag == "workbookPr" and at.get("date1904") in ("1", "true"):
                self._epoch = CALENDAR_MAC_1904

        self._read("xl/_rels/workbook.xml.rels", relation)
        self._read(root, sheet)
        if not self.sheets:
            raise unreadable("no_sheets")
        for kind, part in targets.values():
            if kind == "sharedStrings" and part in self._sizes:
                for text in _strings(self, part):
                    self._shared.append(text)
                    if len(self._shared) > TEXTS:
                        raise TooMany("cells in a workbook", TEXTS)
            elif kind == "styles" and part in self._sizes:
                self._dates = _date_styles(self, part)

    def rows(self, sheet: str) -> Iterator[list[Any]]:
        """The rows of a sheet that have something in them, as texts, numbers and yes/no."""
        found: list[list[Any]] = []
        cells = _Cells(self._shared, self._dates, self._epoch, found.append)
        self.formulas[sheet] = cells.formulas
        for _ in self._parts(self.sheets[sheet], cells.start, cells.end, cells.text):
            yield from found
            found.clear()

    def _read(self, part: str, start: Callable[[str, Attributes], None]) -> None:
        for _ in self._parts(part, start):
            pass

    def _parts(
        self,
        part: str,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> Iterator[None]:
        """Parse a part piece by piece; the caller may stop between two."""
        deep = 0

        def opened(tag: str, at: Attributes) -> None:
            nonlocal deep
            deep += 1
            self._tags -= 1
            if self._tags < 0:
                raise TooMany("cells in a workbook", TAGS)
            if deep > DEEP:
                raise unreadable("workbook")
            start(tag.rsplit(":", 1)[-1], at)

        def closed(tag: str) -> None:
            nonlocal deep
            deep -= 1
            if end:
                end(tag.rsplit(":", 1)[-1])

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parser.EntityDeclHandler = _refused
        if text:
            parser.CharacterDataHandler = text
        try:
            with self._archive.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk)
                    yield
                parser.Parse(b"", True)
                yield
        except (BadInput, GeneratorExit):
            raise
        except Exception:  # zipfile, zlib and expat raise a dozen sorts on broken workbooks
            raise unreadable("workbook") from None


class _Cells:
    """The rows of a sheet as its document goes by."""

    def __init__(self, shared: list[str], dates: set[int], epoch: Any, put: Callable[[list[Any]], None]) -> None:
        self._shared, self._dates, self._epoch, self._put = shared, dates, epoch, put
        self.formulas = [0, 0]
        self._row: dict[int, Any] = {}
        self._column = self._rows = 0
        self._at: Attributes = {}
        self._text: list[str] | None = None
        self._said = ""
        self._formula = self._sound = False

    def start(self, tag: str, at: Attributes) -> None:
        if tag == "row":
            self._row, self._column = {}, 0
            self._rows += 1
            if self._rows > LONGEST:
                raise TooMany("rows in a table", LONGEST)
        elif tag == "c":
            self._column = _column(at.get("r", "")) or self._column + 1
            self._at, self._said, self._formula = at, "", False
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._sound = True  # how a word is spoken, written beside it
        elif tag in ("v", "t") and not self._sound:
            self._text = []

    def text(self, text: str) -> None:
        if self._text is not None and len(self._text) < LETTERS:
            self._text.append(text[:LETTERS])

    def end(self, tag: str) -> None:
        if tag in ("v", "t") and self._text is not None:
            text = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), "".join(self._text))
            self._said, self._text = (self._said + text)[:LETTERS], None
        elif tag == "rPh":
            self._sound = False
        elif tag == "c":
            value = self._value()
            if self._formula:
                self.formulas[0 if value is not None else 1] += 1
            if value is not None:
                if self._column > COLUMNS:
                    raise TooMany("columns in a table", COLUMNS)
                self._row[self._column - 1] = value
        elif tag == "row" and self._row:
            self._put([self._row.get(n) for n in range(max(self._row) + 1)])

    def _value(self) -> Any:
        type, said = self._at.get("t", "n"), self._said
        if said == "" or type == "e":
            return None
        if type == "s":
            return self._shared[int(said)] or None
        if type == "b":
            return said.strip() in ("1", "true")
        if type != "n":
            return said
        number = float(said)
        if not math.isfinite(number):
            return said
        if self._dates and self._at.get("s", "0").isdigit() and int(self._at.get("s", "0")) in self._dates:
            return str(from_excel(number, self._epoch))
        return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _strings(book: Workbook, part: str) -> Iterator[str]:
    """The texts that cells point at."""
    found: list[str] = []
    cells = _Cells([], set(), None, lambda row: None)

    def end(tag: str) -> None:
        cells.end(tag)
        if tag == "si":
            found.append(cells._said)
            cells._said = ""

    for _ in book._parts(part, cells.start, end, cells.text):
        yield from found
        found.clear()


def _date_styles(book: Workbook, part: str) -> set[int]:
    """Which styles of cells show a number as a date."""
    formats: dict[str, str] = {str(k): v for k, v in BUILTIN_FORMATS.items()}
    styles: list[str] = []
    inside = False

    def start(tag: str, at: Attributes) -> None:
        nonlocal inside
        if tag == "numFmt":
            formats[at.get("numFmtId", "")] = at.get("formatCode", "")[:200]
        elif tag in ("cellXfs", "cellStyleXfs", "dxfs", "cellStyles"):
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            styles.append(at.get("numFmtId", ""))

    book._read(part, start)
    return {n for n, id in enumerate(styles) if is_date_format(formats.get(id, "General"))}


def _column(place: str) -> int:
    """The number of a cell's column: C7 is 3; nought where the place is not said."""
    found = 0
    for c in place[:4]:
        if not "A" <= c <= "Z":
            break
        found = found * 26 + ord(c) - 64
    return found


def _refused(*said: object) -> Mapping[str, str]:
    raise unreadable("entities")
