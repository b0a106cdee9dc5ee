"""Pajek networks (.net, .paj) as rows: a vertex is known by its number, and a list may have the name of a relation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from mapping.errors import TooMany
from mapping.imports.problems import unreadable
from mapping.imports.texts import decoded
from mapping.model import FILE_ACTORS, FILE_LINKS

Row = dict[str, Any]
Rows = tuple[list[Row], list[Row], Row]
_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_SECTION = re.compile(r"\*(\w+)\s*(.*)$")
_RELATION = re.compile(r':\s*(\d+)\s*(?:"([^"]*)"|(\S.*))?')


def looks_like_pajek(data: bytes) -> bool:
    """Whether the first lines have the section of vertices."""
    return re.search(rb"^\s*\*vertices\b", data[:2_000], re.IGNORECASE | re.MULTILINE) is not None


def pajek_rows(data: bytes) -> Rows:
    """Actors and links of the first network in a file; the other things of a project are not read."""
    network = _Network()
    text, _ = decoded(data)
    for line in _lines(text):
        if line.startswith("*"):
            if not network.begins(line):
                break
        else:
            network.line(line)
    if not network.actors:
        raise unreadable("no_vertices")
    return list(network.actors.values()), network.links, {}


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        line = line.strip()
        if line and not line.startswith("%"):
            yield line


class _Network:
    """A network as its lines go by."""

    def __init__(self) -> None:
        self.actors: dict[int, Row] = {}
        self.links: list[Row] = []
        self._number, self._first = 0, 0  # vertices, and those of the first of two sorts
        self._relations: dict[str, str] = {}
        self._given: Row = {}  # what holds for every link of the section
        self._row = 0  # of a matrix
        self._take: Callable[[str], None] = self._nothing

    def begins(self, line: str) -> bool:
        """A new section; whether it still belongs to this network."""
        found = _SECTION.match(line)
        name, rest = (found[1].lower(), found[2]) if found else ("", "")
        if name == "vertices" and self.actors:
            return False
        sections = {
            "vertices": self._vertex, "arcs": self._pair, "edges": self._pair, "arcslist": self._listed,
            "edgeslist": self._listed, "matrix": self._of_matrix,
        }  # fmt: skip
        self._take = sections.get(name, self._nothing)
        if name == "vertices":
            self._count(rest)
        self._given = {"direction": "undirected"} if name.startswith("edges") else {}
        self._row = 0
        if name != "vertices" and (relation := _RELATION.search(rest)):
            label = relation[2] or relation[3] or self._relations.get(relation[1], "")
            self._relations[relation[1]] = label
            if label:
                self._given["type"] = label
        return True

    def line(self, line: str) -> None:
        self._take(line)

    def _count(self, rest: str) -> None:
        numbers = [int(x) for x in re.findall(r"\d{1,9}", rest)]
        self._number = numbers[0] if numbers else 0
        self._first = numbers[1] if len(numbers) > 1 else 0
        if self._number > FILE_ACTORS:
            raise TooMany("actors", FILE_ACTORS)
        self.actors = {n: {"id": f"v-{n}", "label": str(n)} for n in range(1, self._number + 1)}

    def _vertex(self, line: str) -> None:
        said = _words(line)
        actor = self.actors.get(_whole(said[0]) or 0)
        if actor is None or len(said) < 2:
            return
        actor["label"] = said[1] or actor["label"]
        places = [_number(x) for x in said[2:4]]
        if len(places) == 2 and None not in places and places != [0, 0]:
            actor |= {"x": round(1000 * (places[0] or 0)), "y": round(1000 * (places[1] or 0))}

    def _pair(self, line: str) -> None:
        said = _words(line)
        if len(said) < 2:
            return
        row: Row = {}
        if len(said) > 2 and _number(said[2]) is not None:
            row["weight"] = said[2]
        for key, value in pairwise(said[2:]):
            if key == "l":
                row["label"] = value
        if (relation := re.fullmatch(r"(\d+):", said[0])) and len(said) > 2:  # 1: 3 4, a line with its own relation
            row, said = {"type": self._relations.get(relation[1], "")}, said[1:]
        self._link(said[0], said[1], row)

    def _listed(self, line: str) -> None:
        said = _words(line)
        for target in said[1:]:
            self._link(said[0], target.lstrip("-"), {})

    def _of_matrix(self, line: str) -> None:
        self._row += 1
        for n, word in enumerate(_words(line), self._first + 1):
            if _number(word):
                self._link(str(self._row), str(n), {"weight": word})

    def _link(self, source: str, target: str, row: Row) -> None:
        ends = [self.actors.get(_whole(x) or 0) for x in (source, target)]
        if len(self.links) >= FILE_LINKS:
            raise TooMany("links", FILE_LINKS)
        self.links.append({
            "source": ends[0]["id"] if ends[0] else None, "target": ends[1]["id"] if ends[1] else "",
            **self._given, **{k: v for k, v in row.items() if v},
        })  # fmt: skip

    def _nothing(self, line: str) -> None:
        """Lines of sections that say nothing about a map."""


def _words(line: str) -> list[str]:
    return [m[1] if m[1] is not None else m[2] for m in _WORDS.finditer(line)]


def _whole(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else None


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None
