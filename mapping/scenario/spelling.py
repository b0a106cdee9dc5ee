"""How names are compared: without case, accents or punctuation, word by word, across two languages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).parent / "words"

# U.S.A. and J.T.F., FF. AA. and EE UU: single letters, or doubled ones as Spanish writes plurals
_INITIALS = re.compile(r"\b(?:(?:[a-z]\.\s?)+[a-z]|(?:([a-z])\1[.\s]\s?)+([a-z])\2)(?=\W|$)\.?", re.IGNORECASE)
_NO_WORD = re.compile(r"'s\b|[^\w]|_")
_ES_PLURAL = re.compile(r"[lrndzj]es$")


@lru_cache(maxsize=8_192)
def plain(text: str) -> str:
    """Words in lower case, without accents or punctuation: `FF. AA.` is `ffaa`, `MS-13` is `ms 13`."""
    text = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]), text.replace("’", "'")).casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_NO_WORD.sub(" ", text).split())


def forget() -> None:
    """Remember no text any more: who typed it has gone."""
    plain.cache_clear()


def key(text: str) -> str:
    """What two spellings of one name have in common; spaces do not count (`MS-13` and `MS13`)."""
    return plain(text).replace(" ", "")


@dataclass(frozen=True)
class _Glossary:
    concepts: dict[str, str]  # a word, plain and in the singular -> the first word of its line
    countries: frozenset[str]  # those of the concepts that are a country
    ignored: frozenset[str]
    same: dict[str, str]  # another spelling of one word, or its initials -> the words as written out
    short: dict[str, str]  # what a word is cut down to -> the words


@cache
def _glossary() -> _Glossary:
    written = yaml.safe_load((WORDS / "glossary.yaml").read_text(encoding="utf-8"))
    lines = [[singular(key(word)) for word in line] for line in (*written["concepts"], *written["countries"])]
    return _Glossary(
        concepts={word: line[0] for line in lines for word in line},
        countries=frozenset(singular(key(line[0])) for line in written["countries"]),
        ignored=frozenset(plain(word) for word in written["ignored"]),
        same={plain(other): plain(first) for first, others in written["same"].items() for other in others},
        short={plain(cut): plain(whole) for cut, whole in written["short"].items()},
    )


def meanings() -> dict[str, str]:
    """Every word of the glossary, in the singular and plain, with the concept it stands for."""
    return dict(_glossary().concepts)


def countries() -> frozenset[str]:
    """The concepts that are a country, as `tokens` gives them."""
    return _glossary().countries


def spelled_alike() -> tuple[frozenset[str], dict[str, str]]:
    """The words without meaning, and those that are another spelling of others: what `content` goes by."""
    return _glossary().ignored, dict(_glossary().same)


def glossary() -> dict[str, Any]:
    """The glossary for a browser: words that mean the same (the first stands for all), countries, what is cut short."""
    book, lines = _glossary(), dict[str, list[str]]()
    for word, concept in book.concepts.items():
        lines.setdefault(concept, [concept]).append(word)
    concepts = [list(dict.fromkeys(line)) for line in lines.values()]
    return {"concepts": concepts, "countries": sorted(book.countries), "short": dict(book.short)}


@cache
def singular(word: str) -> str:
    """A word without a simple plural ending of either language."""
    if len(word) < 5 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if _ES_PLURAL.search(word) and len(word) > 5 else word[:-1]


def tokens(text: str) -> tuple[str, ...]:
    """The words that carry a name's meaning, each as its concept: `la Policía Nac.` is police, national."""
    book = _glossary()
    joined = re.sub(r"\b(inter|anti|trade)[- ](?=\w)", r"\1", plain(text))
    whole = " ".join(book.short.get(word) or book.same.get(word, word) for word in joined.split())
    words = (singular(word) for word in whole.split() if word not in book.ignored)
    return tuple(book.concepts.get(word, word) for word in words)


def content(text: str, ignored: frozenset[str] = frozenset()) -> str:
    """The words without articles, prepositions and `ignored` (plain words, or several in a row), in order, each in one
    spelling: `Ministerio de Defensa` is as `Secretaría de Defensa`, `DD. HH.` as `derechos humanos`."""
    book, spelled = _glossary(), f" {plain(text)} "
    for phrase in ignored:
        if " " in phrase:
            spelled = spelled.replace(f" {phrase} ", " ")
    words = (word for word in spelled.split() if word not in book.ignored and word not in ignored)
    return "".join(book.same.get(word, word) for word in words).replace(" ", "")
