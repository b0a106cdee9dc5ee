"""Where names and badges stand: names at the side where no link arrives, badges along their link, nothing on
anything. Deterministic: the same map gives the same picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mapping.render.picture.boxes import Box, Grid, Segment, add_segment
from mapping.render.picture.curves import Curve
from mapping.render.picture.outlines import Point

# side, slide along it (-1 … 1), price
_SIDES = (
    ("e", 0.0, 0.0), ("w", 0.0, 0.25), ("s", 0.0, 0.35), ("n", 0.0, 0.35),
    ("e", -0.55, 0.6), ("e", 0.55, 0.6), ("w", -0.55, 0.8), ("w", 0.55, 0.8),
    ("n", -0.7, 0.6), ("n", 0.7, 0.6), ("s", -0.7, 0.6), ("s", 0.7, 0.6),
    ("n", -1.0, 1.0), ("n", 1.0, 1.0), ("s", -1.0, 1.0), ("s", 1.0, 1.0),
)  # fmt: skip
_ALONG = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7)
_GAP = 7.0
_NAME = {"shape": 12.0, "name": 20.0, "badge": 9.0, "line": 1.6, "px": 0.045}
_BADGE = {"shape": 14.0, "name": 7.0, "badge": 30.0, "line": 1.2, "px": 0.02}


@dataclass(frozen=True)
class NameWish:
    """An actor whose name needs a place; `rooms` are the sizes of its settings, the best first."""

    actor: str
    place: Point
    half: Point
    rooms: tuple[Point, ...]
    weight: float


@dataclass(frozen=True)
class BadgeWish:
    link: str
    curve: Curve
    size: Point


@dataclass(frozen=True)
class Option:
    """A place that a name or badge may take; `key` is (setting, side) of a name, the position t of a badge."""

    box: Box
    price: float
    key: tuple[int, str] | float


@dataclass(eq=False)
class _Thing:
    kind: str  # name | badge | shape
    owner: str
    box: Box
    options: list[Option] = field(default_factory=list)
    chosen: Option | None = None
    cost: float = 0.0


def name_box(side: str, slide: float, room: Point, half: Point) -> Box:
    """The box of a name at a side of its actor, relative to the actor's centre."""
    w, h = room
    if side in "ew":
        x = half[0] + _GAP + w / 2
        return Box.around(x if side == "e" else -x, slide * (h / 2 + half[1] * 0.7), w, h)
    y = half[1] + _GAP + h / 2 - 1
    reach = w / 2 - min(half[0], w / 2) + (half[0] if abs(slide) == 1 else 0)
    return Box.around(slide * reach, y if side == "s" else -y, w, h)


def _name_options(wish: NameWish) -> list[Option]:
    return [
        Option(name_box(side, slide, room, wish.half).moved(*wish.place), price + s * 0.3, (s, side))
        for s, room in enumerate(wish.rooms)
        for side, slide, price in _SIDES
    ]


def _badge_options(wish: BadgeWish) -> list[Option]:
    w, h = wish.size
    options = []
    for step in _ALONG:
        t = 0.5 + step * 0.05
        dx, dy = wish.curve.direction(t)
        own = abs(dx) * w / 2 + abs(dy) * h / 2  # the badge's half length along the link
        short = max(0.0, own + 14 - wish.curve.length * min(t, 1 - t)) * 0.05
        options.append(Option(Box.around(*wish.curve.at(t), w, h), abs(step) * 0.12 + short, t))
    return options


class _Crowd:
    def __init__(self, shapes: Mapping[str, Box], badges: Sequence[BadgeWish]) -> None:
        self.things: Grid[_Thing] = Grid()
        self.lines: Grid[Segment] = Grid()
        for id, box in shapes.items():
            self.things.add(_Thing("shape", id, box), box)
        for wish in badges:
            for segment in wish.curve.segments(wish.link):
                add_segment(self.lines, segment)

    def price(self, box: Box, thing: _Thing, prices: Mapping[str, float], most: float) -> float:
        """What standing at `box` costs; anything above `most` is as good as any other number above it."""
        total = 0.0
        for other in self.things.near(box):
            mine = other is thing or (other.kind == "shape" and thing.kind == "name" and other.owner == thing.owner)
            if not mine and other.box.meets(box):
                total += prices[other.kind]
        own = thing.owner if thing.kind == "badge" else None
        for line in self.lines.near(box):
            if total >= most:
                break
            if line.link == own or not box.may_hold(line):
                continue
            inside = box.length_inside(line.ax, line.ay, line.bx, line.by)
            if inside > 0:
                total += prices["line"] + inside * prices["px"]
        return total

    def settle(self, thing: _Thing) -> None:
        """Move a thing to the option that costs least."""
        if thing.chosen is not None:
            self.things.remove(thing, thing.box)
        prices, margin = (_NAME, 1.5) if thing.kind == "name" else (_BADGE, 1.0)
        least = float("inf")
        for option in sorted(thing.options, key=lambda o: o.price):
            if option.price >= least:
                break
            cost = option.price + self.price(option.box.grown(margin), thing, prices, least - option.price)
            if cost < least - 1e-9:
                least, thing.chosen = cost, option
        assert thing.chosen is not None
        thing.box, thing.cost = thing.chosen.box, least
        self.things.add(thing, thing.box)


@dataclass(frozen=True)
class Placed:
    """Where everything stands, and how many pairs of boxes still overlap."""

    names: Mapping[str, Option]
    badges: Mapping[str, Option]
    clashes: int


def placed(shapes: Mapping[str, Box], names: Sequence[NameWish], badges: Sequence[BadgeWish]) -> Placed:
    """Place names (the heaviest first) and badges (the shortest link first), then mend twice."""
    crowd = _Crowd(shapes, badges)
    nowhere = Box(0, 0, 0, 0)
    name_things = [
        _Thing("name", w.actor, nowhere, _name_options(w)) for w in sorted(names, key=lambda w: (-w.weight, w.actor))
    ]
    badge_things = [
        _Thing("badge", w.link, nowhere, _badge_options(w))
        for w in sorted(badges, key=lambda w: (round(w.curve.length), w.link))
    ]
    for thing in (*badge_things, *name_things):
        crowd.settle(thing)
    for _ in range(2):
        for thing in name_things:
            if thing.cost > 0.4:
                crowd.settle(thing)
        for thing in badge_things:
            if thing.cost > 0.2:
                crowd.settle(thing)
    clashes = sum(
        other.box.meets(thing.box)
        for thing in (*name_things, *badge_things)
        for other in crowd.things.near(thing.box)
        if other is not thing and not (other.kind == "shape" and thing.kind == "name" and other.owner == thing.owner)
    )
    return Placed(
        {t.owner: t.chosen for t in name_things if t.chosen},
        {t.owner: t.chosen for t in badge_things if t.chosen},
        clashes,
    )
