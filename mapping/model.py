"""What a map is: actors, links between them, and the frame that gives both a meaning. Frozen values.

None always means that nobody has said anything: *not rated*, *unknown*, *not asked*. It is never 0 and never neutral.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any, NewType

from mapping.schema import ActorKind, LinkKind, schema

ActorId = NewType("ActorId", str)
LinkId = NewType("LinkId", str)

LIVE_ACTORS, LIVE_LINKS = 2_000, 10_000
FILE_ACTORS, FILE_LINKS = 10_000, 50_000


@dataclass(frozen=True)
class Actor:
    """An organisation, office or group: never a person."""

    id: ActorId
    name: str
    kind: str
    names: Mapping[str, str] = field(default_factory=dict)  # short names by language, from a catalogue
    catalogue: str | None = None
    role2: str | None = None
    level: str | None = None
    statutory: str | None = None
    formality: str | None = None
    uses_force: str | None = None  # none, may, does, unknown; None: as its kind
    intelligence: bool = False
    part_of: ActorId | None = None
    oversees_as: str | None = None  # the oversight kind proposed when it supervises
    chain: tuple[str, ...] = ()
    gender_actor: bool = False
    represents: str = ""
    protect: bool = False
    influence: int | None = None  # 0-5 on the stated objective
    influence_sources: tuple[str, ...] = ()
    interest: int | None = None
    position: int | None = None  # -2…+2
    position_declared: int | None = None
    position_perceived: int | None = None
    veto: bool = False
    capacity: int | None = None
    legitimacy: int | None = None
    legitimacy_with: str = ""
    integrity: int | None = None
    hr_record: str | None = None
    gender_mix: str | None = None
    gender_resp: str | None = None
    needs: str = ""
    interests: str = ""
    fears: str = ""
    note: str = ""
    x: float | None = None
    y: float | None = None
    pinned: bool = False
    evidence: str | None = None
    confidence: int | None = None
    as_of: str = ""

    def label(self, language: str) -> str:
        """The name to show in this language."""
        return self.names.get(language) or self.name

    @property
    def of_kind(self) -> ActorKind:
        return schema().actor_kind(self.kind)

    @property
    def is_state(self) -> bool:
        return self.of_kind.is_state

    @property
    def force(self) -> str:
        """none, may, does or unknown: what was said, else what is usual for the kind."""
        return self.uses_force or self.of_kind.uses_force

    @property
    def is_armed(self) -> bool:
        """Whether it uses or may use force."""
        return self.force in ("may", "does")


@dataclass(frozen=True)
class Link:
    """A relation from one actor to another; for undirected kinds the order of the ends says nothing."""

    id: LinkId
    kind: str
    source: ActorId
    target: ActorId
    practice: str = "not_said"
    formality: str | None = None  # None: as its kind
    strength: int | None = None
    evidence: str | None = None
    confidence: int | None = None
    territory: str = ""
    as_of: str = ""
    note: str = ""
    ground: str = ""  # public evidence, in words
    sources: tuple[str, ...] = ()
    recorded: str | None = None  # the row of a scenario that it comes from
    proposed: bool = False  # put forward, not yet taken in: drawn as a proposal, counted nowhere

    @property
    def of_kind(self) -> LinkKind:
        return schema().link_kind(self.kind)

    @property
    def is_drawn(self) -> bool:
        """Whether the link is there: one that is *needed* (practice missing) is only in gap lists, a proposal not."""
        return self.practice != "missing" and not self.proposed

    @property
    def is_needed(self) -> bool:
        """Whether the group says that the link is needed and not there."""
        return self.practice == "missing" and not self.proposed

    @property
    def ends(self) -> tuple[ActorId, ActorId]:
        return self.source, self.target

    @property
    def form(self) -> str:
        return self.formality or self.of_kind.formality


@dataclass(frozen=True)
class Frame:
    """The question a map answers; influence and position have no meaning without it."""

    question: str = ""
    objective: str = ""
    territory: str = ""
    date: str = ""  # the day the map speaks of
    session: str = ""  # "3" or "4"
    scenario: str = ""
    rules: bool = False  # the house rules were confirmed
    group: str = ""  # "1", "2", …
    invented: bool = False  # test data or an example: said on every view

    @property
    def is_set(self) -> bool:
        """Whether influence and position may be asked."""
        return bool(self.question and self.objective)


def _frozen(values: Mapping[Any, Any]) -> Mapping[Any, Any]:
    return values if isinstance(values, MappingProxyType) else MappingProxyType(dict(values))


@dataclass(frozen=True)
class SectorMap:
    """Actors by id, links by id, and the frame. Links have both their actors."""

    frame: Frame = Frame()
    actors: Mapping[ActorId, Actor] = field(default_factory=dict)
    links: Mapping[LinkId, Link] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "actors", _frozen(self.actors))
        object.__setattr__(self, "links", _frozen(self.links))

    def drawn(self, *kinds: str) -> Iterator[Link]:
        """The links that are there (not those that are needed or only proposed), of these kinds or of all."""
        return (link for link in self.links.values() if link.is_drawn and (not kinds or link.kind in kinds))

    def gaps(self) -> Iterator[Link]:
        """The links that are needed and are not there."""
        return (link for link in self.links.values() if link.is_needed)

    def is_sensitive(self, link: Link) -> bool:
        """By its kind, or because it touches a criminal or armed non-state actor."""
        return link.of_kind.sensitive or any(self.actors[end].of_kind.sensitive_endpoint for end in link.ends)


def settled(map: SectorMap) -> SectorMap:
    """The map without its proposals: what is measured, compared, told, drawn in pictures and taken out of the room."""
    kept = {id: link for id, link in map.links.items() if not link.proposed}
    return map if len(kept) == len(map.links) else replace(map, links=kept)


def values_of(thing: Actor | Link | Frame) -> dict[str, Any]:
    """The properties that differ from their default, without the id; what files and effects carry."""
    out = {}
    for f in fields(thing):
        if f.name == "id":
            continue
        value = getattr(thing, f.name)
        if value is None or value == "" or value is False or value == () or value == {}:
            continue
        if f.name == "practice" and value == "not_said":
            continue
        out[f.name] = list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value
    return out
