"""A board that does not say which group drew what is sensitive: in a small group that would be a person's name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from mapping.compare.board import Board
from mapping.compare.contradictions import Contradiction
from mapping.compare.reading import LinkKey

MARK = "?"  # what a group's number begins with where it is not said which it is
V = TypeVar("V")


def is_veiled(group: str) -> bool:
    """Whether this stands for a group that is not named."""
    return group.startswith(MARK)


def veil(found: Board) -> Board:
    """The same board; of sensitive links one learns how many groups say what, and no more.

    The stand-ins (`?1`, `?2`) are numbered anew for each link, by what is said: the same one twice means nothing.
    """
    secret = found.delicate
    if not secret:
        return found
    differences = {c.id: _turned(c) for c in found.contradictions if secret & set(c.keys)}
    joint, over = found.joint, found.overlap
    answers = {id: _unnamed(a) if joint.keys[id] in secret else a for id, a in joint.answers.items()}
    links = {key: _unnamed(a) if key in secret else a for key, a in found.links.items()}
    return replace(
        found,
        links=MappingProxyType(links),
        overlap=replace(
            over, only_seen=_together(over.only_seen, secret), only_lacking=_together(over.only_lacking, secret),
            gaps=_together(over.gaps, secret),
        ),
        contradictions=tuple(differences.get(c.id, c) for c in found.contradictions),
        agenda=tuple(replace(x, difference=differences.get(x.difference.id, x.difference)) for x in found.agenda),
        joint=replace(joint, answers=MappingProxyType(answers)),
    )  # fmt: skip


def _turned(one: Contradiction) -> Contradiction:
    return replace(one, versions=_unnamed(one.versions))


def _unnamed(by_group: Mapping[str, V]) -> Mapping[str, V]:
    values = sorted(by_group.values(), key=str)
    return MappingProxyType({f"{MARK}{n}": value for n, value in enumerate(values, 1)})


def _together(
    by_group: Mapping[str, tuple[LinkKey, ...]], secret: Collection[LinkKey]
) -> Mapping[str, tuple[LinkKey, ...]]:
    """What is secret under one stand-in, in the links' own order."""
    told = {group: tuple(key for key in keys if key not in secret) for group, keys in by_group.items()}
    unnamed = sorted(key for keys in by_group.values() for key in keys if key in secret)
    return MappingProxyType({**told, f"{MARK}1": tuple(unnamed)} if unnamed else told)
