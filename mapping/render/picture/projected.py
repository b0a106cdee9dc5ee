"""A picture for the room's screen: names as large as the back row needs them, as many as fit, and how many do not.

Names of 36 px on a screen of 1080 lines leave room for few things. So the map is laid into the sheet that there is,
instead of being made smaller until everything fits; of what then lies on one another, the actor with fewer links goes
without its name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mapping.i18n import Translate
from mapping.model import ActorId, LinkId, SectorMap, settled
from mapping.render import font
from mapping.render.layout import Place, places
from mapping.render.markup import escaped
from mapping.render.picture.boxes import Box
from mapping.render.picture.brush import Brush, n
from mapping.render.picture.names import SIZE
from mapping.render.picture.painter import painted
from mapping.render.picture.scene import Looks, Scene, Spot, scene_at
from mapping.render.style import style
from mapping.schema import schema

NAME, LINE = 36.0, 6.0  # px: the least that the back row reads
SHEET = (1728.0, 740.0)  # px that the room's screen leaves for a picture, of 1920 x 1080
_SHAPE = 0.62  # of its size beside names of this size
_EDGE = 26.0  # between an actor and the edge of the sheet
_ROUNDS = 4


@dataclass(frozen=True)
class Projected:
    """The picture, and how many actors stand in it without their name."""

    svg: str
    unnamed: int


def projected(
    map: SectorMap,
    t: Translate,
    *,
    size: tuple[float, float] = SHEET,
    groups: Mapping[LinkId, int] | None = None,
    disputed: Collection[LinkId] = (),
    seams: Sequence[tuple[str, str, str]] = (),
) -> Projected:
    """The map for the room's screen, in the light theme, always on a sheet of this size in px."""
    map = settled(map)
    looks = Looks(
        sizes=dict.fromkeys(map.actors, _SHAPE), disputed=frozenset(disputed), groups=groups or {}, seams=tuple(seams),
        towers=groups is None, unrated=False,
    )  # fmt: skip
    sheet = Box(0, 0, size[0] * SIZE / NAME, size[1] * SIZE / NAME)
    tried = [_readable(map, drawn, sheet) for drawn in _laid(map, looks, sheet, t)]
    best = min(tried, key=lambda scene: (_unnamed(scene), scene.clashes))
    brush = Brush(style().themes["light"], schema().label("practice", "missing", t.language))
    x, y = (best.box.x0 + best.box.x1 - sheet.x1) / 2, (best.box.y0 + best.box.y1 - sheet.y1) / 2
    view = f"{n(x)} {n(y)} {n(sheet.x1)} {n(sheet.y1)}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{n(size[0])}" height="{n(size[1])}" '
        f'role="img" font-family="{escaped(font.STACK)}"><title>{escaped(map.frame.question)}</title>'
        f"{painted(best, brush)}</svg>\n"
    )
    return Projected(svg, _unnamed(best))


def _laid(map: SectorMap, looks: Looks, sheet: Box, t: Translate) -> Iterator[Scene]:
    """The map as the groups laid it and as a fresh layout does, each also turned, drawn to fill the sheet."""
    for anew in (False, True):
        where = places(map, anew=anew)
        for turned in (False, True):
            at = {id: (-y, x) for id, (x, y) in where.items()} if turned else where
            room = sheet.grown(-_EDGE)
            for _ in range(_ROUNDS):
                drawn = scene_at(map, _within(at, room), looks, t)
                over = tuple(drew + 8 - there for drew, there in zip(_size(drawn.box), _size(sheet), strict=True))
                yield drawn
                if max(over) <= 0:
                    break
                w, h = (max(1.0, s - max(0.0, o)) for s, o in zip(_size(room), over, strict=True))
                room = Box.around((room.x0 + room.x1) / 2, (room.y0 + room.y1) / 2, w, h)


def _size(box: Box) -> tuple[float, float]:
    return box.x1 - box.x0, box.y1 - box.y0


def _within(where: Mapping[ActorId, Place], room: Box) -> dict[ActorId, Place]:
    """Places drawn out, or together, to fill a box."""

    def spread(values: list[float], low: float, high: float) -> list[float]:
        least, most = min(values), max(values)
        if most - least < 1:
            return [(low + high) / 2] * len(values)
        return [low + (v - least) / (most - least) * (high - low) for v in values]

    if not where:
        return {}
    xs = spread([x for x, _ in where.values()], room.x0, room.x1)
    ys = spread([y for _, y in where.values()], room.y0, room.y1)
    return dict(zip(where, zip(xs, ys, strict=True), strict=True))


def _readable(map: SectorMap, drawn: Scene, sheet: Box) -> Scene:
    """The scene with lines wide enough, and without those names that lie on others or leave the sheet."""
    degree = dict.fromkeys(map.actors, 0)
    for link in map.links.values():
        for end in link.ends:
            degree[end] += 1
    x, y = (drawn.box.x0 + drawn.box.x1) / 2, (drawn.box.y0 + drawn.box.y1) / 2
    room = Box.around(x, y, sheet.x1, sheet.y1)
    taken: list[Box] = []
    keep: dict[ActorId, Box] = {}
    for spot in sorted(drawn.spots, key=lambda s: (-degree[s.actor.id], s.actor.id)):
        box = spot.name
        if box is None or _leaves(box, room) or any(box.meets(other) for other in taken):
            continue
        if any(box.meets(s.box.grown(-3)) for s in drawn.spots if s is not spot):
            continue
        taken.append(box)
        keep[spot.actor.id] = box
    threads = tuple(
        replace(
            x, width=max(x.width, LINE * SIZE / NAME),
            badge=x.badge if x.badge and not any(x.badge.grown(-3).meets(box) for box in taken) else None,
        )
        for x in drawn.threads
    )  # fmt: skip
    spots = tuple(_named(s, keep.get(s.actor.id)) for s in drawn.spots)
    return replace(drawn, spots=spots, threads=threads)


def _named(spot: Spot, box: Box | None) -> Spot:
    return spot if box is not None else replace(spot, name=None, lines=())


def _leaves(box: Box, room: Box) -> bool:
    return box.x0 < room.x0 or box.y0 < room.y0 or box.x1 > room.x1 or box.y1 > room.y1


def _unnamed(drawn: Scene) -> int:
    return sum(spot.name is None for spot in drawn.spots)
