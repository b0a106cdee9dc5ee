"""What a debrief says, as parts and blocks; the page, the PDF and the slides show the same, each in its manner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mapping.render.picture import Composition


@dataclass(frozen=True)
class Text:
    """A paragraph; a soft one explains."""

    sort: ClassVar[str] = "text"
    text: str
    soft: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading inside a part."""

    sort: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True)
class Table:
    """Columns (none: the rows name themselves) and rows, the first cell of each naming it."""

    sort: ClassVar[str] = "table"
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Line:
    """A line of a list: with the badge of a family, and the groups that it concerns."""

    text: str
    letter: str = ""
    hue: str = ""
    groups: tuple[str, ...] = ()
    title: str = ""  # above it: the question that an answer answers
    small: str = ""  # below it


@dataclass(frozen=True)
class Lines:
    sort: ClassVar[str] = "lines"
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Found:
    """A finding: what it says, and how it must be read. `early`: too little is drawn to say."""

    sort: ClassVar[str] = "found"
    statement: str
    small: tuple[str, ...]
    early: bool = False
    table: Table | None = None


@dataclass(frozen=True)
class Topic:
    """A difference to talk about, with what each group's map says."""

    sort: ClassVar[str] = "topic"
    rank: int
    question: str
    versions: tuple[tuple[str, str], ...]
    small: str


@dataclass(frozen=True)
class Picture:
    sort: ClassVar[str] = "picture"
    of: Composition


Block = Text | Heading | Table | Lines | Found | Topic | Picture


@dataclass(frozen=True)
class Part:
    """A part under its heading; `count` stands beside it where it counts what follows."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    count: int | None = None


@dataclass(frozen=True)
class Brief:
    """A whole debrief. `handling`: shareable or internal; `mark` is the same in words; `invented` likewise, or ""."""

    language: str
    title: str
    facts: str
    lead: str
    caution: str
    handling: str
    mark: str
    invented: str
    parts: tuple[Part, ...]
