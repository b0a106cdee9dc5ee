"""A link as a sentence ("CONADEH supervisa a la Policía Militar · a medias"), in parts for a screen to colour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from mapping.i18n import Translate
from mapping.model import Link, SectorMap
from mapping.schema import schema

ARTICLES = ("ms", "fs", "mp", "fp")  # masculine and feminine, singular and plural; a language may use fewer


@dataclass(frozen=True)
class Part:
    role: str  # source, verb, joint (preposition and article), target, practice
    text: str
    id: str | None = None  # of the actor


@dataclass(frozen=True)
class Sentence:
    """What a link says. `family` is the family whose colour its verb takes."""

    parts: tuple[Part, ...]
    family: str

    def __str__(self) -> str:
        said = " ".join(p.text for p in self.parts if p.role != "practice")
        return " · ".join([said, *(p.text for p in self.parts if p.role == "practice")])


def actor_name(map: SectorMap, id: str, t: Translate) -> str:
    """The actor's name in this language; as it was typed when it comes from no catalogue."""
    return map.actors[id].label(t.language)  # type: ignore[index]


def with_article(name: str, t: Translate, form: str = "the") -> str:
    """The name with its article: `the`, or after the prepositions `a` and `de`; `alone`: where it stands by itself.

    >>> from mapping.i18n import translate
    >>> with_article("Ministerio Público", translate("es"), "a"), with_article("FUSINA", translate("es"), "a")
    ('al Ministerio Público', 'a FUSINA')
    """
    return f"{t(f'sentences.article.{_article(name, t)}.{form}')} {name}".strip()


def is_plural(name: str, t: Translate) -> bool:
    """Whether a verb after this name is plural: `Tribunales penales`, `Armed Forces`."""
    return _article(name, t) in ("mp", "fp") or _head(name, t) in t("sentences.plural").split()


def _article(name: str, t: Translate) -> str:
    alone = " " not in name.strip()
    if alone and (name.isupper() or name.lower() in t("sentences.bare").split()):
        return "none"
    return _heads(t).get(_head(name, t), "none")


def _head(name: str, t: Translate) -> str:
    """The word of a name that its article and verb agree with: the first in Spanish, in English the last before of."""
    words = name.replace("(", " ( ").replace(",", " , ").replace("/", " / ").split()
    if not words:
        return ""
    if t("sentences.head") == "last":
        ends = (*t("sentences.head_ends").split(), "(", ",", "/")
        head = next((before for before, word in pairwise(words) if word.lower() in ends), words[-1])
    else:
        head = words[0]
    return head.lower()


def _heads(t: Translate) -> dict[str, str]:
    return _read(*(t(f"sentences.article.{form}.heads") for form in ARTICLES))


@cache
def _read(*lists: str) -> dict[str, str]:
    return {word: form for form, words in zip(ARTICLES, lists, strict=True) for word in words.split()}


def link_sentence(map: SectorMap, link: Link, t: Translate) -> Sentence:
    """The link, read aloud: source, verb, target, and what was said to *does it work?*"""
    source = actor_name(map, link.source, t)
    verb = t(f"sentences.verbs.{link.kind}") if is_plural(source, t) else link.of_kind.verb[t.language]
    target = actor_name(map, link.target, t)
    last = verb.rsplit(" ", 1)[-1]
    form = last if last in t("sentences.merge").split() else "the"
    joint = with_article(target, t, form).removesuffix(target).strip()
    if form != "the":
        verb = verb.removesuffix(last).strip()
    parts = [
        Part("source", source, link.source),
        Part("verb", verb),
        *([Part("joint", joint)] if joint else []),
        Part("target", target, link.target),
        Part("practice", schema().label("practice", link.practice, t.language)),
    ]
    return Sentence(tuple(parts), link.of_kind.family.id)
