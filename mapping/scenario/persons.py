"""Whether a typed name looks like a person's: a hint, never a decision.

Maps hold organisations, offices and groups. A title before a name, a frequent given name in front of another word,
or an address or number of a person is what gives one away; words of institutions speak against it.
"""

from __future__ import annotations

import re
from functools import cache

import yaml

from mapping.scenario.spelling import WORDS, meanings, plain, singular
from mapping.schema import schema

_CONTACT = re.compile(r"\S+@\S+\.\S+|(?:\+?\d[\s().-]?){8,}")
_INITIAL = re.compile(r"^[^\W\d_]\.")


@cache
def _lists() -> dict[str, frozenset[str]]:
    written = yaml.safe_load((WORDS / "persons.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in written.items()}


@cache
def _institutional() -> frozenset[str]:
    kinds = schema().actor_kinds.values()
    members = [text for kind in kinds for texts in kind.members.values() for text in texts]
    words = [word for text in [*members, *(w for kind in kinds for w in kind.words)] for word in plain(text).split()]
    return frozenset(meanings()) | frozenset(map(singular, words)) | _lists()["institution"]


def _is_institutional(word: str) -> bool:
    return (word in _institutional() or singular(word) in _institutional()) and word not in _lists()["surnames"]


def looks_like_a_person(text: str) -> bool:
    """Whether this is written like a person's name, or holds a person's address or number.

    >>> looks_like_a_person("Gral. Romeo Vásquez"), looks_like_a_person("Policía Nacional")
    (True, False)
    """
    if _CONTACT.search(text):
        return True
    lists = _lists()
    words = plain(text).split()
    titled = ranked = False
    while words and words[0] in lists["titles"] | lists["ranks"] | {"el", "la"}:
        titled, ranked = titled or words[0] in lists["titles"], ranked or words[0] in lists["ranks"]
        words = words[1:]
    if words and words[0] in lists["saints"]:
        return False
    names = [word for word in words if word not in lists["particles"]]
    if not names or len(names) > 5 or any(any(c.isdigit() for c in word) for word in names):
        return False
    if any(map(_is_institutional, names)):
        return False
    given, doubtful, surnames = lists["given"], lists["doubtful"], lists["surnames"]
    if titled:
        return True
    if names[0] in given or (ranked and any(name in given | surnames for name in names)):
        return True
    with_surname = any(name in surnames for name in names[1:])
    if names[0] in doubtful or _INITIAL.match(text.strip()):
        return with_surname
    return names[0] in surnames and any(name in given for name in names[1:])


def person_words() -> dict[str, list[str]]:
    """The lists a browser needs for the same hint, in plain spelling: given, doubtful, surnames, titles, ranks,
    particles, saints, institution (singulars too)."""
    lists = _lists()
    parts = {name: sorted(lists[name]) for name in lists if name != "institution"}
    return parts | {"institution": sorted(_institutional() - lists["surnames"])}
