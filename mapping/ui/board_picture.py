"""The board's picture: everybody where they stood in the one before, and drawn without keeping the page waiting."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from threading import Lock

import streamlit as st

from mapping.compare import wording
from mapping.compare.board import Board
from mapping.compare.running_order import key_of
from mapping.i18n import Translate
from mapping.model import ActorId, LinkId, SectorMap
from mapping.render.layout import Place, places
from mapping.render.picture import composition
from mapping.render.picture.projected import Projected, projected
from mapping.store import WorkshopId
from mapping.ui import theme
from mapping.ui.markup import Html, tag
from mapping.ui.meanwhile import meanwhile

GROWN = 1.5  # times as many actors as when all places were chosen: then they are chosen anew
AT_ONCE = 40  # actors of a picture that is drawn before the page is shown


@dataclass
class Drawn:
    """What was drawn for a workshop: where everybody stood, and the last picture of each kind with what it shows."""

    where: dict[ActorId, Place] = field(default_factory=dict)
    chosen: int = 0  # actors when all places were chosen
    pictures: dict[Hashable, tuple[Hashable, Html]] = field(default_factory=dict)
    wanted: dict[Hashable, Hashable] = field(default_factory=dict)  # what each kind is to show, where it is drawn later
    pen: Lock = field(default_factory=Lock)


def picture(found: Board, t: Translate, workshop: WorkshopId) -> tuple[Html, bool]:
    """The joint map as a picture, and whether it shows what is found now: a large one may be that of before, until
    `draw_later` has drawn it."""
    if not found.joint.map.actors:
        return tag("p", t("compare.headline.none"), class_="soft"), True
    known = _drawn(workshop).pictures.get(_slot(found, t))
    if known is not None and (known[0] == _shown(found) or len(found.joint.map.actors) > AT_ONCE):
        return known[1], known[0] == _shown(found)
    return _draw(found, t, workshop), True


def draw_later(found: Board, t: Translate, workshop: WorkshopId) -> None:
    """Draw what is found now while the page stands, and show it."""
    drawn, slot = _drawn(workshop), _slot(found, t)
    drawn.wanted[slot] = _shown(found)
    meanwhile("", lambda: _draw(found, t, workshop) if drawn.wanted[slot] == _shown(found) else None)
    st.rerun()


def drawing(found: Board, t: Translate, map: SectorMap | None = None) -> Html:
    """The joint map: disputed answers as such, and where it falls apart. A link that is pressed is told as `link`."""
    both = found.joint
    pressed = {id: (key_of(id), wording.says(found, key, t)) for id, key in both.keys.items()}
    drawn = composition(map or both.map, t, groups=_groups(found), disputed=both.disputed, seams=_seams(found))
    return theme.following(drawn.bare(pressed=pressed))


def room_picture(found: Board, t: Translate) -> Projected:
    """The same for the room's screen: names for the back row."""
    drawn = projected(found.joint.map, t, groups=_groups(found), disputed=found.joint.disputed, seams=_seams(found))
    return replace(drawn, svg=theme.following(drawn.svg))


@st.cache_resource(max_entries=40, show_spinner=False)
def _drawn(workshop: WorkshopId) -> Drawn:
    return Drawn()


def _draw(found: Board, t: Translate, workshop: WorkshopId) -> Html:
    drawn, slot, shown = _drawn(workshop), _slot(found, t), _shown(found)
    with drawn.pen:  # one at a time: they share where everybody stands
        known = drawn.pictures.get(slot)
        if known is None or known[0] != shown:
            known = drawn.pictures[slot] = shown, drawing(found, t, _settled(found.joint.map, drawn))
    return known[1]


def _settled(map: SectorMap, drawn: Drawn) -> SectorMap:
    """The map with a place for everybody: those that were there stay where they were."""
    count = len(map.actors)
    kept = {} if count > GROWN * drawn.chosen else {id: drawn.where[id] for id in map.actors if id in drawn.where}
    if not kept:
        drawn.chosen, drawn.where = count, {}
    stood = {id: replace(a, x=kept[id][0], y=kept[id][1]) if id in kept else a for id, a in map.actors.items()}
    drawn.where |= places(SectorMap(map.frame, stood, map.links))
    return SectorMap(
        map.frame,
        {id: replace(a, x=drawn.where[id][0], y=drawn.where[id][1]) for id, a in map.actors.items()},
        map.links,
    )


def _slot(found: Board, t: Translate) -> Hashable:
    return t.language, found.joint.at_least, found.sensitive


def _shown(found: Board) -> Hashable:
    """Everything that the picture depends on."""
    both = found.joint
    actors = tuple(
        (id, a.name, tuple(sorted(a.names.items())), a.kind, a.uses_force, a.veto) for id, a in both.map.actors.items()
    )
    links = tuple((id, link.practice, len(both.answers[id])) for id, link in both.map.links.items())
    return actors, links, both.disputed, tuple(_seams(found))


def _groups(found: Board) -> dict[LinkId, int]:
    return {id: len(found.joint.groups(id)) for id in found.joint.map.links}


def _seams(found: Board) -> list[tuple[str, str, str]]:
    return [(c.actors[0], c.actors[1], c.keys[0].kind) for c in found.contradictions if c.id in found.joint.seams]
