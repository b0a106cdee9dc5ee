"""A map on paper, typed back from its numbers: `12 S 34 m` is "12 supervises 34, partly".

A line each: `501 = Comité de vecinos` names an actor of one's own, `12 S 34` a link, its answer after it where there is
one, `12 * 4` an influence (or `12 tower 4`). What stands after a `#` is for oneself. The codes: `scenario/paper.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from mapping.imports.meaning import OVERSIGHT
from mapping.imports.notes import Ledger
from mapping.model import values_of
from mapping.scenario import actor_of, first, named
from mapping.scenario.paper import ANSWERS, LONGEST, OWN, codes, numbered
from mapping.scenario.records import Scenario

_OWN = re.compile(r"(\d{1,4})\s*[=:]\s*(\S.*)")
_LINK = re.compile(r"(\d{1,4})\s*([A-Za-z+]\d?)\s*(\d{1,4})(?:\s+(\S+))?")
_TOWER = re.compile(r"(\d{1,4})\s*(?:\*|torre|tower)\s*([0-5])", re.IGNORECASE)
Row = dict[str, Any]


def is_paper(text: str) -> bool:
    """Whether a text is a map typed back: the first line that says something is a line of one."""
    return any(pattern.fullmatch(line) for _, line in islice(_lines(text), 1) for pattern in (_OWN, _LINK, _TOWER))


def paper_rows(text: str, ledger: Ledger, scenario: str = "") -> tuple[list[Row], list[Row], Row]:
    """Rows of actors, of links and of the frame; lines that say nothing are dropped and said, each with its number."""
    book = named(scenario or first())
    actors: dict[int, Row] = {}
    links: list[Row] = []
    for number, line in _lines(text):
        if not _read(line, actors, links, book):
            ledger.dropped("paper_line", line=number, text=line[:60])
    return list(actors.values()), links, {"scenario": book.id}


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if said := line.split("#", 1)[0].strip():
            yield number, said


def _read(line: str, actors: dict[int, Row], links: list[Row], book: Scenario) -> bool:
    if own := _OWN.fullmatch(line):
        return _name(int(own[1]), own[2].strip(), actors)
    if tower := _TOWER.fullmatch(line):
        actor = _actor(int(tower[1]), actors, book)
        if actor is not None:
            actor["influence"] = int(tower[2])
        return actor is not None
    found = _LINK.fullmatch(line)
    code = found[2].upper() if found else ""
    if not found or code not in codes() or (found[4] and found[4].casefold() not in ANSWERS):
        return False
    ends = [_actor(int(found[n]), actors, book) for n in (1, 3)]
    if ends[0] is None or ends[1] is None:
        return False
    kind = codes()[code]
    link: Row = {"source": ends[0]["id"], "target": ends[1]["id"], "kind": kind.id if kind else OVERSIGHT}
    links.append(link | ({"practice": ANSWERS[found[4].casefold()]} if found[4] else {}))
    return True


def _name(number: int, name: str, actors: dict[int, Row]) -> bool:
    if not OWN <= number <= LONGEST:
        return False
    actors.setdefault(number, {"id": f"x-{number}"})["name"] = name
    return True


def _actor(number: int, actors: dict[int, Row], book: Scenario) -> Row | None:
    """The actor of a number; one of the catalogue comes with what the catalogue says of it."""
    if number not in actors:
        known = numbered(book).get(number)
        if known is None and not OWN <= number <= LONGEST:
            return None
        actors[number] = _known(known.id, book) if known else {"id": f"x-{number}", "name": f"#{number}"}
    return actors[number]


def _known(id: str, book: Scenario) -> Row:
    """A row with everything that the catalogue says."""
    said = values_of(actor_of(book, id, "es"))
    names = {f"name.{language}": name for language, name in said.pop("names").items()}
    return {"id": id} | names | {k: v for k, v in said.items() if v not in (None, "", (), False)}
