"""What may leave the room: the file filtered in its data, before anything is drawn or written (see docs/formats.md).

Out go sensitive links (by kind, or because an end is a criminal or armed non-state actor), everything the schema
keeps inside (`share: false`), proposals that nobody took in, what the room said and nobody ticked, and the history.
Actors that need protection appear under the name of their kind, with new ids, without links of tension and without
what could be looked up. What the room said goes home with several maps: it names nobody whom one of them protects.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import partial
from itertools import count
from typing import Any

from mapping.codec import MapFile
from mapping.export.said import shared
from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap, settled
from mapping.schema import schema

# property that stays inside -> what it is counted as
_COUNTED = {
    "note": "notes", "needs": "needs", "interests": "needs", "fears": "needs", "integrity": "integrity",
    "hr_record": "records", "position": "positions", "position_declared": "positions",
    "position_perceived": "positions",
}  # fmt: skip
Replacement = tuple[re.Pattern[str], str]
KINDS_OF_REMOVAL = (
    "sensitive_links", "protected_names", "protected_links", "protected_details", "notes", "needs", "positions",
    "integrity", "records", "places", "proposals", "words", "changes", "snapshots",
)  # fmt: skip


def shareable(file: MapFile, beside: Iterable[SectorMap] = ()) -> tuple[MapFile, dict[str, int]]:
    """The file that may be shared, and how much was removed, by the kinds of `KINDS_OF_REMOVAL` (only those > 0).

    `beside` are the other maps of its workshop: whom they protect, no word of the room's names here either.
    Filtering twice gives the same file. Nothing that was removed is in the result in any form.
    """
    removed: Counter[str] = Counter(file.removed)
    removed.update(changes=len(file.history), snapshots=len(file.snapshots))
    proposals = [id for id, link in file.map.links.items() if link.proposed]
    removed.update(proposals=len(proposals))
    file = replace(file, map=settled(file.map))
    protected = {a.id: a for a in file.map.actors.values() if a.protect}
    hide = _Names(file.map)
    removed.update(protected_names=sum(not hide.is_hidden(a) for a in protected.values()))
    links: dict[LinkId, Link] = {}
    placed: dict[str, str] = {}  # id -> id in what is shared
    for link in file.map.links.values():
        if why := _kept_inside(link, file.map):
            removed[why] += 1
        else:
            open_link = _link(link, file.map, hide, removed)
            if any(end in protected for end in link.ends):
                open_link = replace(open_link, id=hide.link_id(link, file.map))
            links[open_link.id] = open_link
            placed[link.id] = open_link.id
    actors = {}
    for actor in file.map.actors.values():
        open_actor = _actor(actor, hide, removed)
        actors[open_actor.id] = open_actor
        placed[actor.id] = open_actor.id
    frame = Frame(**{f.name: hide.value(getattr(file.map.frame, f.name)) for f in fields(Frame)})
    everybody = [r for names in (hide, *map(_Names, beside)) for r in names.replacements]
    here = {*proposals, *file.map.actors, *file.map.links}
    room, unticked = shared(
        file.room, partial(_hidden, _longest_first(everybody)), lambda id: placed.get(id, None if id in here else "")
    )
    removed.update(words=unticked)
    counts = {k: removed[k] for k in KINDS_OF_REMOVAL if removed[k]}
    return MapFile(SectorMap(frame, actors, links), "shareable", room=room, removed=counts), counts


def stays_inside(map: SectorMap, id: str) -> bool:
    """Whether this is a link of the map that is in no shareable file."""
    link = map.links.get(LinkId(id))
    return link is not None and (link.proposed or bool(_kept_inside(link, map)))


def _kept_inside(link: Link, map: SectorMap) -> str:
    """As what a link is counted that must not leave; empty for one that may."""
    if map.is_sensitive(link):
        return "sensitive_links"
    touches = any(map.actors[end].protect for end in link.ends)
    return "protected_links" if touches and link.of_kind.family.id == "tension" else ""


def nameless(text: str, maps: Iterable[SectorMap]) -> str:
    """The text without the names of those whom one of these maps protects."""
    return _hidden(_longest_first(r for map in maps for r in _Names(map).replacements), text)


def generic_name(kind: str, language: str) -> str:
    """What an actor that needs protection is called: its kind, without what stands in brackets."""
    return schema().actor_kind(kind).label[language].split(" (")[0]


class _Names:
    """New ids and names of the protected actors, and their old names taken out of every text."""

    def __init__(self, map: SectorMap) -> None:
        protected = [a for a in map.actors.values() if a.protect]
        of_kind: Counter[str] = Counter(a.kind for a in protected)
        seen: Counter[str] = Counter()
        self.ids: dict[str, ActorId] = {}
        self.link_ids: list[LinkId] = []
        self.names: dict[str, dict[str, str]] = {}
        self.replacements: list[Replacement] = []
        for actor in protected:
            seen[actor.kind] += 1
            number = f" {seen[actor.kind]}" if of_kind[actor.kind] > 1 else ""
            self.ids[actor.id] = ActorId(_new(actor.id, "p-", [*map.actors, *self.ids.values()]))
            self.names[actor.id] = {
                lang: generic_name(actor.kind, lang) + number for lang in actor.of_kind.label
            }  # fmt: skip
            for old in {actor.name, *actor.names.values(), actor.catalogue or ""} - {""}:
                if not self.is_hidden(actor):
                    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
                    self.replacements.append((pattern, self.names[actor.id]["es"]))
        self.replacements = _longest_first(self.replacements)

    def is_hidden(self, actor: Actor) -> bool:
        """Whether the actor bears its generic name already."""
        return dict(actor.names) == self.names.get(actor.id) and actor.name == self.names[actor.id]["es"]

    def id(self, id: Any) -> Any:
        return self.ids.get(id, id)

    def link_id(self, link: Link, map: SectorMap) -> LinkId:
        """A link at a protected actor loses its id too: that of a recorded link could be looked up."""
        new = LinkId(_new(link.id, "pl-", [*map.links, *self.link_ids]))
        self.link_ids.append(new)
        return new

    def value(self, value: Any) -> Any:
        """The value with the protected names replaced, in texts at any depth."""
        if isinstance(value, str):
            return _hidden(self.replacements, value)
        if isinstance(value, Mapping):
            return {self.value(k): self.value(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)(self.value(v) for v in value)
        return value


def _longest_first(replacements: Iterable[Replacement]) -> list[Replacement]:
    """A name that has another in it goes first, else a part of it would stay."""
    return sorted(replacements, key=lambda r: -len(r[0].pattern))


def _hidden(replacements: Iterable[Replacement], text: str) -> str:
    for pattern, new in replacements:
        text = pattern.sub(new.replace("\\", "\\\\"), text)
    return text


def _new(old: str, start: str, taken: Iterable[str]) -> str:
    """An id that says nothing: the old one where it is such a one already, else the next free."""
    if re.fullmatch(rf"{start}\d+", old):
        return old
    used = set(taken)
    return next(id for n in count(1) if (id := f"{start}{n}") not in used)


def _open(thing: Actor | Link, of: str, hide: _Names, removed: Counter[str]) -> dict[str, Any]:
    """The properties that may be shared; the others at their default, and counted where they said something."""
    attributes = schema().attributes[of]
    out: dict[str, Any] = {}
    for f in fields(thing):
        value = getattr(thing, f.name)
        if f.name == "id" or attributes[f.name].share:
            typed = f.name != "id" and attributes[f.name].type in ("text", "words")
            out[f.name] = hide.value(value) if typed else value
        elif value not in (None, "", (), False):
            removed[_COUNTED.get(f.name, "notes")] += 1
    return out


def _actor(actor: Actor, hide: _Names, removed: Counter[str]) -> Actor:
    values = _open(actor, "actor", hide, removed)
    values["part_of"] = hide.id(actor.part_of)
    if actor.id in hide.ids:
        values |= {
            "id": hide.ids[actor.id], "names": hide.names[actor.id], "name": hide.names[actor.id]["es"],
            "catalogue": None, "part_of": None,
        }  # fmt: skip
        values |= _details(actor, ("represents", "legitimacy_with"), removed)
    return Actor(**values)


def _link(link: Link, map: SectorMap, hide: _Names, removed: Counter[str]) -> Link:
    values = _open(link, "link", hide, removed)
    values |= {"source": hide.id(link.source), "target": hide.id(link.target)}
    ends = [map.actors[end] for end in link.ends]
    if any(end.id in hide.ids for end in ends):
        values |= _details(link, ("ground", "sources", "recorded"), removed)
    if any(end.id in hide.ids or end.of_kind.cell.state == "served" for end in ends):
        values |= _details(link, ("territory",), removed, as_="places")
    return Link(**values)


def _details(
    thing: Actor | Link, names: tuple[str, ...], removed: Counter[str], as_: str = "protected_details"
) -> dict[str, Any]:
    """Blank values for what could tell who is meant, counted."""
    said = [n for n in names if getattr(thing, n)]
    removed[as_] += len(said)
    return {n: {"sources": (), "recorded": None}.get(n, "") for n in said}
