"""How names are compared: without case, accents or punctuation, word by word, across two languages."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import yaml

WORDS = Path(__file__).parent / "words"

# U.S.A. and J.T.F., FF. AA. and EE. UU.: single letters, or doubled ones as Spanish writes plurals
_INITIALS = re.compile(r"\b(?:(?:[a-z]\.\s?)+[a-z]|(?:([a-z])\1\.\s?)+([a-z])\2)(?=\W|$)\.?", re.IGNORECASE)
_ES_PLURAL = re.compile(r"[lrndzj]es$")


def plain(text: str) -> str:
    """Words in lower case, without accents or punctuation: `FF. AA.` is `ffaa`, `MS-13` is `ms 13`."""
    text = _INITIALS.sub(lambda found: re.sub(r"[.\s]", "", found[0]), text.replace("’", "'"))
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.sub(r"'s\b|[^\w]|_", " ", text).split())


def key(text: str) -> str:
    """What two spellings of one name have in common; spaces do not count (`MS-13` and `MS13`)."""
    return plain(text).replace(" ", "")


@cache
def _glossary() -> tuple[dict[str, str], frozenset[str]]:
    written = yaml.safe_load((WORDS / "glossary.yaml").read_text(encoding="utf-8"))
    concepts = {singular(key(word)): group[0] for group in written["concepts"] for word in group}
    return concepts, frozenset(plain(word) for word in written["ignored"])


def meanings() -> dict[str, str]:
    """Every word of the glossary, in the singular and plain, with the concept it stands for."""
    return dict(_glossary()[0])


@cache
def singular(word: str) -> str:
    """A word without a simple plural ending of either language."""
    if len(word) < 5 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-2] if _ES_PLURAL.search(word) and len(word) > 5 else word[:-1]


def tokens(text: str) -> tuple[str, ...]:
    """The words that carry a name's meaning, each as its concept: `la Policía Nacional` is police, national."""
    concepts, ignored = _glossary()
    joined = re.sub(r"\b(inter|anti|trade)[- ](?=\w)", r"\1", plain(text))
    words = (singular(word) for word in joined.split() if word not in ignored)
    return tuple(concepts.get(word, word) for word in words)


def content(text: str, ignored: frozenset[str] = frozenset()) -> str:
    """The words as written without articles, prepositions and `ignored` (plain words), in order."""
    no_meaning = _glossary()[1] | ignored
    return "".join(word for word in plain(text).split() if word not in no_meaning)
