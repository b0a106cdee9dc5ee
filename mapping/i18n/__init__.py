"""Words: `translate("es")("findings.q3_02.none")` gives the Spanish sentence; more languages by adding a folder.

A language is a folder of YAML files, one per room of the product; a word's key is its path, joined by dots, and
begins with the file's name. English and Spanish are complete; a test keeps them so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "words"
LANGUAGES = ("es", "en")
DEFAULT = "es"


class Translate:
    """The words of one language. Calling it with a key gives the text, `{names}` filled in from the keywords.

    A key that does not exist is a KeyError: a missing word is a defect, not a text.
    """

    def __init__(self, language: str, words: Mapping[str, str]) -> None:
        self.language, self.words = language, words

    def __call__(self, key: str, /, **values: Any) -> str:
        text = self.words[key]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        return key in self.words

    def count(self, key: str, n: int, /, **values: Any) -> str:
        """`key.one` or `key.many`, with `{n}` filled in."""
        return self(f"{key}.{'one' if n == 1 else 'many'}", n=n, **values)

    def part(self, prefix: str) -> dict[str, str]:
        """The words below a key, for a browser: keys without the prefix."""
        start = prefix + "."
        return {k[len(start) :]: v for k, v in self.words.items() if k.startswith(start)}

    def join(self, items: list[str]) -> str:
        """A list in words: `a, b y c` in Spanish (`e` before an i sound), `a, b and c` in English."""
        if len(items) < 2:
            return "".join(items)
        last = items[-1]
        word = "and"
        if self.language == "es":
            sound = last.lstrip("«\"'").lower()
            word = "e" if sound.startswith(("i", "í", "hi")) and not sound.startswith(("hie", "hia", "io")) else "y"
        return f"{', '.join(items[:-1])} {word} {last}"


def languages() -> tuple[str, ...]:
    """The languages there are words for, the complete ones first."""
    found = sorted(p.name for p in HERE.iterdir() if p.is_dir())
    return (*LANGUAGES, *(x for x in found if x not in LANGUAGES))


@cache
def translate(language: str) -> Translate:
    """The words of a language; of Spanish where there is none such."""
    chosen = language if (HERE / language).is_dir() else DEFAULT
    words: dict[str, str] = {}
    for path in sorted((HERE / chosen).glob("*.yaml")):
        _flatten(path.stem, yaml.safe_load(path.read_text(encoding="utf-8")) or {}, words)
    return Translate(chosen, words)


def _flatten(prefix: str, tree: Mapping[Any, Any], out: dict[str, str]) -> None:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            _flatten(f"{prefix}.{key}", value, out)
        else:
            out[f"{prefix}.{key}"] = str(value)
