"""Files that cost far more than they weigh, and files that only look like what they are called.

Run as a program with a name, it reads one of them within narrow limits of memory and of the processor's time.
"""

from __future__ import annotations

import json
import random
import resource
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from mapping.errors import BadInput
from mapping.imports import read
from tests.imports.books import inline, raw_workbook, zipped

MEMORY, SECONDS = 700_000_000, 20  # of one file; a plain map takes a tenth of it
_HEADINGS = inline("From", "To")
_LAUGHS = (
    '<!DOCTYPE g [<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)
_OUTSIDE = '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def _graph(before: str, inside: str, tag: str = "graphml") -> bytes:
    return f'<?xml version="1.0"?>{before}<{tag}><graph>{inside}</graph></{tag}>'.encode()


def _cell(formula: str) -> str:
    return f'<row><c t="inlineStr"><is><t>{formula}</t></is></c></row>'


# name -> (file name, its bytes, the word of the reason: imports.problem.<word>)
BOMBS: Mapping[str, tuple[str, Callable[[], bytes], str]] = {
    "a million rows in a sheet": ("m.xlsx", lambda: raw_workbook(_HEADINGS + inline("a", "b") * 1_000_000), "many"),
    "a million rows of a table": ("m.csv", lambda: b"From,To\n" + b"a,b\n" * 1_000_000, "many"),
    "a million empty rows": ("m.csv", lambda: b"From,To\n" + b"\n" * 1_000_000, "many"),
    "a sheet of empty rows": ("m.xlsx", lambda: raw_workbook(_HEADINGS + "<row/>" * 2_000_000), "many"),
    "a row without end": ("m.xlsx", lambda: raw_workbook(f"<row>{'<c><v>1</v></c>' * 2_000_000}</row>"), "many"),
    "a line without end": ("m.csv", lambda: b"From,To," * 1_000_000, "many"),
    "texts that no cell has": ("m.xlsx", lambda: raw_workbook(_HEADINGS, strings="<si><t>a</t></si>" * 2_500_000),
                               "many"),
    "a sheet nested without end": ("m.xlsx", lambda: raw_workbook("<a>" * 5_000_000), "workbook"),
    "very many sheets": ("m.xlsx", lambda: raw_workbook(_HEADINGS, sheets='<sheet name="a" r:id="r1"/>' * 500_000),
                         "many"),
    "laughs in a sheet": ("m.xlsx", lambda: raw_workbook(_cell("&l9;"), before=_LAUGHS), "entities"),
    "a sheet that reads a file": ("m.xlsx", lambda: raw_workbook(_cell("&x;"), before=_OUTSIDE), "entities"),
    "laughs in a graph": ("m.graphml", lambda: _graph(_LAUGHS, "<node id='&l9;'/>"), "entities"),
    "a graph that reads a file": ("m.gexf", lambda: _graph(_OUTSIDE, "<node id='&x;'/>", "gexf"), "entities"),
    "a graph nested without end": ("m.graphml", lambda: b"<graphml>" + b"<node>" * 1_000_000, "nested"),
    "a graph of very many actors": ("m.graphml", lambda: _graph("", "<node id='a'/>" * 600_000), "many"),
    "10 001 actors": ("m.csv", lambda: b"Label\n" + b"".join(b"a%d\n" % n for n in range(10_001)), "many"),
    "JSON nested without end": ("m.json", lambda: b'{"a":' * 1_000_000, "nested"),
    "lists nested without end": ("m.json", lambda: b"[" * 5_000_000, "nested"),
    "very many nodes": ("m.json", lambda: json.dumps({"nodes": [{"id": n} for n in range(500_000)]}).encode(), "many"),
    "an archive that grows": ("m.zip", lambda: zipped({"a.csv": b"Label\n" + b"a" * 130_000_000}), "unpacked"),
    "an archive of long tables": ("m.zip", lambda: zipped({f"{n}.csv": b"From,To\n" + b"a,b\n" * 50_000
                                                           for n in range(200)}), "many"),
    "an archive of many files": ("m.zip", lambda: zipped({f"{n}.csv": b"Label" for n in range(600)}), "many"),
    "an archive in an archive": ("m.zip", lambda: zipped({"a.csv": zipped({"b.csv": b"Label"})}), "not_text"),
    "fifty megabytes": ("m.csv", lambda: b"a" * 50_000_000, "size"),
    "noise": ("m.csv", lambda: random.Random(2015).randbytes(5_000_000), "not_text"),
    "noise that is called a workbook": ("m.xlsx", lambda: random.Random(2015).randbytes(100_000), "no_workbook"),
    "half a workbook": ("m.xlsx", lambda: raw_workbook(_HEADINGS + inline("a", "b") * 1000)[:1000], "archive"),
    "an old workbook": ("m.xlsx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 5_000, "xls"),
    "nothing": ("m.csv", lambda: b" \r\n\t", "empty"),
    "half a JSON text": ("m.json", lambda: b'{"elements": [{"id"', "json"),
    "JSON of something else": ("m.json", lambda: b'{"type": "FeatureCollection"}', "json_unknown"),
    "a page that is called a graph": ("m.graphml", lambda: b"<html></html>", "other_document"),
    "a table of something else": ("m.csv", lambda: b"Fecha,Monto\n2015,3\n", "headings"),
    "a sheet without headings": ("m.xlsx", lambda: raw_workbook(inline("2015", "3", "4") + inline("2016", "1", "7")),
                                 "headings"),
}  # fmt: skip


def main(name: str) -> str:
    """What reading the file comes to, within the limits: the reason in English, or that it was read."""
    filename, made, _ = BOMBS[name]
    data = made()
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    spent = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, spent + SECONDS))
    try:
        read(data, filename)
    except BadInput as error:
        return f"refused: {error}"
    return "read"


if __name__ == "__main__":
    print(main(sys.argv[1]))
