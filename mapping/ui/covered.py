"""A board as it may be projected: who needs protection is on it only as its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from mapping.compare.board import Board
from mapping.export.share import generic_name
from mapping.model import Actor, SectorMap

Id = TypeVar("Id", bound=str)


def covered(found: Board) -> Board:
    """The board with the names of protected actors replaced, and without links of tension at them in its picture."""
    if not any(actor.protect for actor in found.actors.values()):
        return found
    drawn = found.joint.map
    links = {
        id: link
        for id, link in drawn.links.items()
        if link.of_kind.family.id != "tension" or not any(drawn.actors[end].protect for end in link.ends)
    }
    joint = replace(found.joint, map=SectorMap(drawn.frame, _named(drawn.actors), links))
    return replace(found, actors=_named(found.actors), joint=joint)


def _named(actors: Mapping[Id, Actor]) -> Mapping[Id, Actor]:
    return MappingProxyType({id: _generic(a) if a.protect else a for id, a in actors.items()})


def _generic(actor: Actor) -> Actor:
    names = {language: generic_name(actor.kind, language) for language in actor.of_kind.label}
    return replace(actor, name=names["es"], names=names, represents="", legitimacy_with="")
