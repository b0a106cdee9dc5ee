"""What everything is painted with: colours, numbers and lines of text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from mapping.render.markup import escaped
from mapping.render.picture.names import SIZE
from mapping.render.style import Line, Theme
from mapping.schema import Family


class Named(Protocol):
    """What a finding (or anything else that points at parts of a map) names, by id."""

    @property
    def actors(self) -> Collection[str]: ...
    @property
    def links(self) -> Collection[str]: ...


@dataclass(frozen=True)
class Brush:
    """The colours to paint with and the word on needed links; `lit` is what is in the light (None: everything),
    `marked` the actors that stand on yellow."""

    theme: Theme
    needed: str = ""
    lit: frozenset[str] | None = None
    marked: frozenset[str] = frozenset()
    bold: float = 1.0  # lines and borders of very small pictures

    def hue(self, family: Family, line: Line) -> str:
        return self.theme.gap if line.grey else self.theme.families[family.id]

    def is_faded(self, id: str) -> bool:
        return self.lit is not None and id not in self.lit


def n(value: float) -> str:
    """A number as short as the picture needs it."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, colour: str, size: float = SIZE, *, weight: int = 600, anchor: str = "start",
         halo: str = "", halo_width: float = 5) -> str:  # fmt: skip
    """A line of text, over a halo where one is given (drawn as a text of its own: not every program knows
    paint-order)."""
    place = f'x="{n(x)}" y="{n(y)}" font-size="{n(size)}" font-weight="{weight}" text-anchor="{anchor}"'
    below = (
        f'<text {place} fill="{halo}" stroke="{halo}" stroke-width="{halo_width:g}" stroke-linejoin="round" '
        f'aria-hidden="true">{escaped(words)}</text>'
        if halo
        else ""
    )
    return f'{below}<text {place} fill="{colour}">{escaped(words)}</text>'
