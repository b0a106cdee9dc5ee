"""A map composed once, for every painter: the SVG here, the shapes of a presentation elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mapping.i18n import Translate
from mapping.model import LinkId, SectorMap, settled
from mapping.render import font
from mapping.render.markup import escaped
from mapping.render.picture.brush import Brush, Named, n
from mapping.render.picture.painter import painted
from mapping.render.picture.pressable import pressable
from mapping.render.picture.scene import Looks, Scene, scene
from mapping.render.picture.sheet import Sheet, sheet, sheet_for
from mapping.render.style import style
from mapping.schema import schema

_EDGE = 16  # px around a map that stands alone


@dataclass(frozen=True)
class Composition:
    """A scene, what it is painted with, and the words that stand around it."""

    scene: Scene
    brush: Brush
    words: Sheet
    t: Translate

    def svg(self, *, fonts: bool = False) -> str:
        """The sheet: question, legend, map, caution and handling mark. `fonts` brings the typeface along."""
        body, wide, high = sheet(self.scene, self.brush, self.words, self.t)
        return document(body, (0, 0, wide, high), self.words.title, fonts=fonts)

    def wide(self) -> float:
        """Width of the sheet in px, at which names have 15 px."""
        return sheet(self.scene, self.brush, self.words, self.t)[1]

    def bare(
        self, *, pressed: Mapping[LinkId, tuple[str, str]] | None = None, act: str = "link", fonts: bool = False
    ) -> str:
        """The map alone. Links that `pressed` has can be pressed on a page, which then hears `act` and the value."""
        box = self.scene.box.grown(_EDGE)
        view = (box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)
        body = (
            f'<rect x="{n(view[0])}" y="{n(view[1])}" width="{n(view[2])}" height="{n(view[3])}" '
            f'fill="{self.brush.theme.canvas}"/>{painted(self.scene, self.brush)}'
            f"{pressable(self.scene.threads, pressed or {}, act)}"
        )
        return document(body, view, self.words.title, fonts=fonts)


def composition(
    map: SectorMap,
    t: Translate,
    *,
    theme: str = "light",
    finding: Named | None = None,
    handling: str = "internal",
    groups: Mapping[LinkId, int] | None = None,
    disputed: Collection[LinkId] = (),
    seams: Sequence[tuple[str, str, str]] = (),
    title: str = "",
    spread: float = 1.0,
) -> Composition:
    """The map with everything in its place.

    `finding` puts what it names in the light and the rest in the shade. `groups` (how many groups drew each
    link) and `disputed` make it a joint map; `seams` (two actors and a kind) are where it falls apart.
    `spread` is that of the same map in another language, so that everybody stands in the same place in both.
    Proposals are never drawn. What may not be shared must be out of the map before: a picture hides nothing.
    """
    map = settled(map)
    alone = groups is None  # a joint map has no towers: where the groups' ratings differ there is none to show
    looks = Looks(
        disputed=frozenset(disputed), groups=groups or {}, marked=finding.actors if finding is not None else (),
        seams=tuple(seams), towers=alone, unrated=alone,
    )  # fmt: skip
    words = sheet_for(map, t, handling=handling, joint=not alone, title=title)
    return Composition(scene(map, t, looks, spread=spread), _brush(map, t, theme, finding), words, t)


def document(body: str, view: tuple[float, float, float, float], title: str, *, fonts: bool = False) -> str:
    """An SVG file that shows `view` (left, top, width, height)."""
    faces = f"<defs><style>{font.faces(400, 600, 700)}</style></defs>" if fonts else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(n(v) for v in view)}" width="{n(view[2])}" '
        f'height="{n(view[3])}" role="img" font-family="{escaped(font.STACK)}"><title>{escaped(title)}</title>'
        f"{faces}{body}</svg>\n"
    )


def _brush(map: SectorMap, t: Translate, theme: str, finding: Named | None) -> Brush:
    needed = schema().label("practice", "missing", t.language)
    if finding is None:
        return Brush(style().themes[theme], needed)
    marked = frozenset(finding.actors)
    links = frozenset((*finding.links, *getattr(finding, "gaps", ())))
    ends = {end for link in map.links.values() if link.id in links for end in link.ends}
    return Brush(style().themes[theme], needed, lit=marked | links | ends, marked=marked)
