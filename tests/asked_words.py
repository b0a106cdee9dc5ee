"""Which words the program asks for, read off its own text.

A key stands there whole (`t("canvas.undo")`), as the beginning of a part that a browser gets (`t.part("door")`), or is
put together (`f"wall.{what}.one"`, `canvas.keys.${says}`, `"drawing.handling." ~ handling`). What fills a gap is a
name that stands somewhere in quotes, as a property, or in the data. So a word that nobody reads is found unless a
gap stands at its place and its name means something elsewhere; one that is read is never called unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
GAP = "\0"
QUOTED = re.compile(r"""\.part\(f?"([^"\n]*)"|"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`""")
PROPERTY = re.compile(r"(\w+)\??[:=]")
LISTED = re.compile(r"\[[\w, \n]*\]|\{[\w, \n]*\}")


@cache
def _sources() -> tuple[str, ...]:
    code = [ROOT / "app.py"]
    for folder, ending in (("pages", "py"), ("mapping", "py"), ("mapping", "js"), ("mapping", "html")):
        code += sorted((ROOT / folder).rglob(f"*.{ending}"))
    return tuple(path.read_text(encoding="utf-8") for path in code)


@cache
def _names() -> frozenset[str]:
    """What may fill a gap, in small letters."""
    found: set[str] = set()
    for text in _sources():
        for match in QUOTED.finditer(text):
            found.update(re.findall(r"[\w-]+", match[0]))
        found.update(PROPERTY.findall(text))
        for listed in LISTED.findall(text):
            found.update(re.findall(r"\w+", listed))
    for folder in ("mapping", "scenarios"):
        for path in (ROOT / folder).rglob("*.yaml"):
            if "words" not in path.parts:
                found.update(re.findall(r"[\w-]+", path.read_text(encoding="utf-8")))
    return frozenset(name.lower() for name in found)


def _strings(text: str) -> Iterator[str]:
    """The strings in a program's text that could be keys, with a gap for each value that is put in."""
    for start in re.finditer(r"""["'`]""", text):
        written, depth, at = "", 0, start.end()
        while at < len(text) and not (depth == 0 and text[at] in (start[0], "\n")):
            if text[at] == "{":
                written = written.removesuffix("$") + GAP if depth == 0 else written
                depth += 1
            elif text[at] == "}":
                depth -= 1
            elif depth == 0:
                written += text[at]
            at += 1
            if depth == 0 and not re.fullmatch(r"[\w.\0$-]*", written[-1:]):
                break  # prose
        if re.fullmatch(r"[\w.\0-]+", written):
            yield written + GAP if re.match(r"\s*[~+]", text[at + 1 : at + 3]) else written


def _filled(pattern: str, gap: str) -> re.Pattern[str]:
    return re.compile(gap.join(re.escape(part) for part in pattern.split(GAP)) + r"(?:\.one|\.many)?")


class Asked:
    """The keys that are asked for."""

    def __init__(self) -> None:
        found = {written for text in _sources() for written in _strings(text)}
        parts = {m[1] for text in _sources() for m in QUOTED.finditer(text) if m[1]}
        self._whole = {written for written in found if GAP not in written}
        self._under = tuple(f"{part.partition('{')[0].rstrip('.')}." for part in parts)
        gapped = [written for written in found if GAP in written and re.search(r"\w", written)]
        self._keys = [_filled(w, r"([\w.-]+?)") for w in gapped if "." in w]
        self._pieces = [_filled(w, r"(\w+?)") for w in gapped if "." not in w]

    def has(self, key: str) -> bool:
        """Whether a word is asked for, whole, in part, or with gaps that something known fills."""
        if key in self._whole or key.removesuffix(".one").removesuffix(".many") in self._whole:
            return True
        return key.startswith(self._under) or self._fills(self._keys, key)

    def _fills(self, patterns: Iterable[re.Pattern[str]], text: str) -> bool:
        found = (match for pattern in patterns if (match := pattern.fullmatch(text)))
        return any(all(self._is_known(part) for gap in match.groups() for part in gap.split(".")) for match in found)

    def _is_known(self, name: str) -> bool:
        pieces = (match for pattern in self._pieces if (match := pattern.fullmatch(name)))
        return name.lower() in _names() or any(
            all(part.lower() in _names() for part in match.groups()) for match in pieces
        )


def whole_keys() -> set[str]:
    """The keys that stand whole in a call of the translator."""
    called = re.compile(r"""\bt(?:\.has|\.count)?\(\s*["'`]([\w.]+\.[\w.]*\w)["'`]""")
    return {match[1] for text in _sources() for match in called.finditer(text)}
