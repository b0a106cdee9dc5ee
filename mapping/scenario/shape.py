"""The YAML files of a scenario: what parts each must have, and a reading that goes on past what is missing.

A form is written like the file itself. A leaf says what stands there: `text`, `number`, `flag`, `words` (a text for
each language). `[x]` is a list of x, `{"*": x}` any names with x, a name that ends in `?` may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from mapping.scenario.problem import Problem

ABOUT: Mapping[str, Any] = {
    "id": "text", "name": "words", "languages": ["text"], "territory": "words", "reference_date": "text",
    "session": "text", "kinds?": "text", "country_words": ["text"], "note": "words", "licence": "words",
}  # fmt: skip
EXERCISE: Mapping[str, Any] = {
    "session": "text", "title": "words", "question": "words", "objective": "words", "territory": "words",
    "date": "text", "positions": "flag", "quiet?": "number", "anchors?": ["text"], "preset": "text",
    "presets": {"*": {"*": "number"}},
    "palette?": {"*": {"label": "words", "kinds": ["text"]}},
    "steps": [{
        "id": "text", "title": "words", "instruction": "words", "buttons?": ["text"], "ask?": ["text"],
        "draws?": "flag", "read_back?": "flag", "alone?": "flag", "writes?": ["text"],
    }],
    "questions": {"first": ["text"], "tables?": {"*": "text"}, "more?": ["text"], "sensitive?": ["text"]},
}  # fmt: skip
LEAVES: Mapping[str, tuple[tuple[type, ...], Any]] = {
    "text": ((str, int, float, date), ""), "number": ((int,), 0), "flag": ((bool,), False),
}  # fmt: skip


def loaded(path: Path, form: Mapping[str, Any], file: str) -> tuple[dict[str, Any], list[Problem]]:
    """What a file says, in the form it must have (what is missing is empty), and what is wrong with its form."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        tree, written = yaml.compose(text, yaml.SafeLoader), yaml.safe_load(text)
    except OSError:
        return mended(None, form)[0], [Problem("no_file", file)]
    except UnicodeDecodeError as wrong:
        return mended(None, form)[0], [Problem("not_utf8", file, "", wrong.object[: wrong.start].count(b"\n") + 1)]
    except (yaml.YAMLError, ValueError, TypeError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        return mended(None, form)[0], [Problem("broken_yaml", file, row=mark.line + 1 if mark else None)]
    if written is None:
        return mended(None, form)[0], [Problem("empty_file", file)]
    lines = dict(_lines(tree, ""))
    value, faults = mended(written, form)
    return value, [Problem(code, file, said, line(lines, way), way, level=level) for code, way, said, level in faults]


def line(lines: Mapping[str, int], way: str) -> int | None:
    """The line where a part stands; of a part that is missing, the line of what it is missing from."""
    while way and way not in lines:
        way = way.rpartition(".")[0]
    return lines.get(way)


def lines_of(path: Path) -> dict[str, int]:
    """The line of every part of a file by the way to it (`steps.oversight.title`), as far as it can be read."""
    try:
        return dict(_lines(yaml.compose(path.read_text(encoding="utf-8-sig"), yaml.SafeLoader), ""))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return {}


def _lines(node: yaml.Node | None, way: str) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = f"{way}.{key.value}".removeprefix(".")
            yield below, key.start_mark.line + 1
            yield from _lines(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for n, item in enumerate(node.value, 1):
            below = f"{way}.{_name(item, n)}"
            yield below, item.start_mark.line + 1
            yield from _lines(item, below)


def _name(item: yaml.Node, n: int) -> str:
    rows = item.value if isinstance(item, yaml.MappingNode) else ()
    return next((str(value.value) for key, value in rows if key.value == "id"), str(n))


Fault = tuple[str, str, str, str]  # code, way, what stands there, level


def mended(written: Any, form: Any, way: str = "") -> tuple[Any, list[Fault]]:
    """A value of the right form, with what is wrong or missing left empty, and what that was.

    >>> mended({"id": 3, "nmae": "x"}, {"id": "text", "name": "words"})
    ({'id': '3', 'name': {}}, [('missing_part', 'name', '', 'error'), ('unknown_part', 'nmae', '', 'note')])
    """
    if form == "words":
        form = {"*": "text"}
    if isinstance(form, str):
        kinds, empty = LEAVES[form]
        fine = isinstance(written, kinds) and (form != "number" or not isinstance(written, bool))
        return ((str(written) if form == "text" else written) if fine else empty), (
            [] if fine else [_wrong(written, way)]
        )
    if isinstance(form, list):
        return _list(written, form[0], way)
    if not isinstance(written, Mapping):
        return {name: mended(None, below)[0] for name, below in form.items() if name[-1] not in "?*"}, [
            _wrong(written, way)
        ]
    found: list[Fault] = []
    out: dict[str, Any] = {}
    for name, below in _parts(form, written):
        key, place = name.removesuffix("?"), f"{way}.{name.removesuffix('?')}".removeprefix(".")
        given = next((value for k, value in written.items() if str(k) == key), None)
        if given is None and name.endswith("?"):
            continue
        if given is None and below != "text":
            out[key] = mended(None, below)[0]
            found.append(("missing_part", place, "", "error"))
            continue
        out[key], faults = mended(given, below, place)
        found += [("missing_part", place, "", "error")] if given is None else faults
    known = {name.removesuffix("?") for name, _ in _parts(form, written)}
    extra = [str(key) for key in written if str(key) not in known]
    return out, found + [("unknown_part", f"{way}.{key}".removeprefix("."), "", "note") for key in extra]


def _parts(form: Mapping[str, Any], written: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    return [(str(key), form["*"]) for key in written] if "*" in form else list(form.items())


def _list(written: Any, form: Any, way: str) -> tuple[list[Any], list[Fault]]:
    if not isinstance(written, list):
        return [], [_wrong(written, way)]
    out, found = [], list[Fault]()
    for n, item in enumerate(written, 1):
        name = str(item.get("id", n)) if isinstance(item, Mapping) else str(n)
        value, faults = mended(item, form, f"{way}.{name}")
        out.append(value)
        found += faults
    return out, found


def _wrong(written: Any, way: str) -> Fault:
    return ("missing_part", way, "", "error") if written is None else ("wrong_form", way, str(written)[:40], "error")
