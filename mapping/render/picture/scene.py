"""A map as things with places: every shape, name, tower, line and badge, ready to be drawn by any painter."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from mapping.i18n import Translate
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.render.font import width
from mapping.render.layout import Place, places
from mapping.render.picture.boxes import Box
from mapping.render.picture.curves import Curve, bends, curve
from mapping.render.picture.names import LINE, Setting, settings
from mapping.render.picture.outlines import Point, half
from mapping.render.picture.placing import BadgeWish, NameWish, Placed, placed
from mapping.render.picture.signs import badge_size
from mapping.render.style import style
from mapping.schema import schema

TOWER_WIDTH, TOWER_GAP, TOWER_STEP = 14.0, 5.5, 5.4
UNDER = 16.0  # px of the line under a name
_SPREADS = (1.0, 1.12, 1.25, 1.4, 1.6, 1.8, 2.05, 2.35)


@dataclass(frozen=True)
class Looks:
    """What of a picture is not in the map: how large an actor is, which answers are disputed, how many groups
    drew a link, who stands on yellow, between whom (two actors, a kind) the map falls apart, and whether towers,
    names and badges are drawn at all."""

    sizes: Mapping[ActorId, float] = field(default_factory=dict)
    disputed: Collection[LinkId] = ()
    groups: Mapping[LinkId, int] = field(default_factory=dict)
    marked: Collection[str] = ()
    seams: Collection[tuple[str, str, str]] = ()
    towers: bool = True
    unrated: bool = True  # "not rated" under a name, where others are rated
    words: bool = True


@dataclass(frozen=True)
class Spot:
    """An actor in the picture. `under` is a small second text, `tower` None when nothing is rated."""

    actor: Actor
    place: Place
    shape: str
    size: float
    lines: tuple[str, ...]
    side: str
    name: Box | None
    tower: int | None
    under: str

    @property
    def box(self) -> Box:
        w, h = half(self.shape)
        return Box.around(*self.place, 2 * w * self.size + 2, 2 * h * self.size + 2)


@dataclass(frozen=True)
class Thread:
    """A link in the picture. `answer` is its practice, or disputed; `share` is how far it is bent, `t` where on
    its curve the badge sits."""

    link: Link
    curve: Curve
    share: float
    t: float
    answer: str
    width: float
    dash: tuple[float, ...]
    badge: Box | None
    unsure: bool
    groups: int = 0  # how many groups drew it, on a joint map


@dataclass(frozen=True)
class Scene:
    spots: tuple[Spot, ...]
    threads: tuple[Thread, ...]
    seams: tuple[tuple[Curve, str], ...]  # with the letter of the family
    box: Box
    clashes: int  # pairs of boxes that overlap although room was made
    spread: float = 1.0  # by how much the places were drawn apart


def scene(map: SectorMap, t: Translate, looks: Looks = Looks(), *, spread: float = 1.0) -> Scene:
    """The map as a scene. Places are drawn apart, all by one factor (at least `spread`), until names and badges have
    room."""
    where = places(map)
    if not looks.words:
        return scene_at(map, where, looks, t)
    spreads, bearable = (_SPREADS, 0) if len(map.actors) <= 60 else (_SPREADS[:5:2], len(map.links) // 40)
    best: Scene | None = None
    for factor in [s for s in spreads if s >= spread] or spreads[-1:]:
        tried = scene_at(map, {id: (x * factor, y * factor) for id, (x, y) in where.items()}, looks, t)
        tried = replace(tried, spread=factor)
        if best is None or tried.clashes < best.clashes:
            best = tried
        if best.clashes <= bearable:
            break
    assert best is not None
    return best


def marker_radius(shape: str, size: float) -> float:
    """Radius of the yellow that a named actor stands on."""
    return max(half(shape)) * size * 1.25 + 7


def is_unsure(link: Link) -> bool:
    """Whether the group marked the link as uncertain ("?" after the badge)."""
    return link.confidence == 1


def answer_of(link: Link, looks: Looks) -> str:
    return "disputed" if link.id in looks.disputed else link.practice


def shown_name(actor: Actor, t: Translate) -> str:
    """The name as it is drawn: with a V where the actor has a veto."""
    return actor.label(t.language) + (" · V" if actor.veto else "")


def _room(setting: Setting, tower: int | None, under: str) -> Point:
    high = max(len(setting.lines) * LINE, 2.5 + (tower or 0) * TOWER_STEP)
    wide = setting.width + (TOWER_WIDTH + TOWER_GAP if tower is not None else 0)
    return max(wide, width(under, 13, 400) if under else 0), high + (UNDER if under else 0)


def scene_at(map: SectorMap, where: Mapping[ActorId, Place], looks: Looks, t: Translate) -> Scene:
    """The map as a scene with everybody where `where` says, whether there is room for the words or not."""
    drawing = style()
    shapes = {a.id: drawing.shape(a) for a in map.actors.values()}
    sizes = {id: looks.sizes.get(id, 1.0) for id in map.actors}
    shares = bends(map.links.values())
    curves: dict[LinkId, Curve] = {}
    for link in map.links.values():
        s, e = link.ends
        found = curve(where[s], where[e], (shapes[s], shapes[e]), shares[link.id], (sizes[s], sizes[e]))
        if found:
            curves[link.id] = found
    rated = any(a.influence is not None for a in map.actors.values())
    under = {
        a.id: t("drawing.not_rated") if rated and looks.unrated and looks.words and a.influence is None else ""
        for a in map.actors.values()
    }
    towers = {a.id: a.influence if looks.towers else None for a in map.actors.values()}
    set_names = {a.id: settings(shown_name(a, t)) for a in map.actors.values()} if looks.words else {}
    put = _placed(map, where, shapes, sizes, set_names, towers, under, curves, looks, t)
    spots = []
    for a in map.actors.values():
        option = put.names.get(a.id)
        setting, side = option.key if option and isinstance(option.key, tuple) else (0, "e")
        lines = set_names[a.id][setting].lines if option else ()
        spots.append(
            Spot(a, where[a.id], shapes[a.id], sizes[a.id], lines, side, option.box if option else None,
                 towers[a.id], under[a.id])
        )  # fmt: skip
    threads = []
    for link in map.links.values():
        if link.id not in curves:
            continue
        answer, count = answer_of(link, looks), looks.groups.get(link.id)
        wide = 1.25 + 1.25 * min(count, 6) if count else drawing.width(link, answer)
        badge = put.badges.get(link.id)
        threads.append(
            Thread(link, curves[link.id], shares[link.id], badge.key if badge and isinstance(badge.key, float) else 0.5,
                   answer, wide, drawing.dash(link, answer), badge.box if badge else None, is_unsure(link), count or 0)
        )  # fmt: skip
    seams = tuple(_seams(where, shapes, looks))
    boxes = [s.box for s in spots] + [s.name for s in spots if s.name] + [x.badge for x in threads if x.badge]
    return Scene(tuple(spots), tuple(threads), seams, _around(boxes), put.clashes)


def _seams(where: Mapping[ActorId, Place], shapes: Mapping[ActorId, str], looks: Looks) -> Iterator[tuple[Curve, str]]:
    for ends in looks.seams:
        a, b = ActorId(ends[0]), ActorId(ends[1])
        if a in where and b in where and (found := curve(where[a], where[b], (shapes[a], shapes[b]), 0.0)):
            yield found, schema().link_kind(ends[2]).family.letter


def _placed(
    map: SectorMap, where: Mapping[ActorId, Place], shapes: Mapping[ActorId, str], sizes: Mapping[ActorId, float],
    names: Mapping[ActorId, list[Setting]], towers: Mapping[ActorId, int | None], under: Mapping[ActorId, str],
    curves: Mapping[LinkId, Curve], looks: Looks, t: Translate,
) -> Placed:  # fmt: skip
    if not looks.words:
        return Placed({}, {}, 0)
    halves = {id: (half(shapes[id])[0] * sizes[id], half(shapes[id])[1] * sizes[id]) for id in where}
    halves |= {id: (r, r) for id in where if id in looks.marked and (r := marker_radius(shapes[id], sizes[id]))}
    boxes: dict[str, Box] = {id: Box.around(*where[id], 2 * w + 2, 2 * h + 2) for id, (w, h) in halves.items()}
    degree = dict.fromkeys(where, 0)
    for link in map.links.values():
        for end in link.ends:
            degree[end] += 1
    wishes = [
        NameWish(id, where[id], halves[id], tuple(_room(s, towers[id], under[id]) for s in names[id]), degree[id])
        for id in where
    ]
    needed = schema().label("practice", "missing", t.language)

    def size_of(link: Link) -> Point:
        return badge_size(style().line(answer_of(link, looks)).sign, needed, is_unsure(link))

    badges = [BadgeWish(id, c, size_of(map.links[id])) for id, c in curves.items()]
    return placed(boxes, wishes, badges)


def _around(boxes: list[Box]) -> Box:
    if not boxes:
        return Box(0, 0, 400, 200)
    return Box(min(b.x0 for b in boxes), min(b.y0 for b in boxes), max(b.x1 for b in boxes), max(b.y1 for b in boxes))
