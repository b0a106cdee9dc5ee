"""The text in a file, whatever encoding it was written in, and what parts its cells."""

from __future__ import annotations

import codecs
import csv
import re
import unicodedata
from itertools import islice

from mapping.imports.headings import role
from mapping.imports.problems import unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_LETTERS = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡ºªàèìòùçãõâêôäöß’“”«»–—…")
_BRACES = re.compile(r"\s*\{.*\}\s*$")
_LOOKED_AT = 200_000  # letters that an encoding is judged by


def decoded(data: bytes) -> tuple[str, str]:
    """The text and its encoding; a guess where the file has no mark and is not UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(data, encoding), encoding
    if wide := _without_mark(data):
        return _text(data, wide), wide
    try:
        return _checked(data.decode("utf-8")), "utf-8"
    except UnicodeError:
        encoding = max(("cp1252", "mac_roman"), key=lambda e: _likely(data[:_LOOKED_AT].decode(e, "replace")))
        return _checked(data.decode(encoding, "replace")), encoding


def without_braces(line: str) -> str:
    """A pair without what networkx writes behind it."""
    return _BRACES.sub("", " ".join(line.split()))


def delimiter(text: str) -> str:
    """What parts the cells: of , ; tab and | the one that the headings have most, counted outside quotes; else blanks,
    where the headings are those of links or every line has two or three words."""
    lines = [line for line in islice(_lines(text), 30) if line.strip()]
    if not lines:
        return ","
    bare = "".join(part for i, part in enumerate(lines[0].split('"')) if i % 2 == 0)
    found = max(",;\t|", key=lambda d: (bare.count(d), d == ","))
    if found in bare or not _by_blanks(lines):
        return found
    return " "


def _by_blanks(lines: list[str]) -> bool:
    rows = [next(csv.reader([" ".join(line.split())], delimiter=" ")) for line in lines]
    if role(rows[0]) == "link":
        return True
    ends = [set(x) for x in zip(*(row[:2] for row in rows if len(row) > 1), strict=True)]
    return all(2 <= len(row) <= 3 for row in rows) and len(ends) == 2 and bool(ends[0] & ends[1])


def _lines(text: str) -> list[str]:
    """The first lines, without reading all of a long text."""
    return [without_braces(x) if "{" in x else x for x in text[:20_000].splitlines() if not x.startswith(("#", "%"))]


def _without_mark(data: bytes) -> str:
    """UTF-16 that has no mark at its beginning: every second byte is nought where letters are Latin."""
    head = data[:2_000]
    if len(head) < 4:
        return ""
    odd, even = head[1::2].count(0) / len(head[1::2]), head[::2].count(0) / len(head[::2])
    return "utf-16-le" if odd > 0.6 > even else "utf-16-be" if even > 0.6 > odd else ""


def _text(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeError:
        raise unreadable("not_text") from None


def _checked(text: str) -> str:
    """The text; what has characters that no text has is none."""
    head = text[:_LOOKED_AT]
    odd = sum(1 for c in head if c < " " and c not in "\t\n\r\f\v")
    if "\0" in text or odd > 4 + len(head) / 50:
        raise unreadable("not_text")
    return text


def _likely(text: str) -> int:
    """How much like Spanish or English a text looks in an encoding: accents inside words, no odd signs."""
    score = 0
    for before, c in zip(" " + text, text, strict=False):
        if c < "\x80":
            continue
        if c in _LETTERS:
            score += 2 if before.islower() == c.islower() or not before.isalpha() else -1
        else:
            score -= 1 if unicodedata.category(c)[0] == "L" else 2
    return score
