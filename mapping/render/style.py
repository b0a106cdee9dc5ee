"""What is drawn how: colours of a theme, shapes of cells, lines of answers. Read from `schema/drawing.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from mapping.model import Actor, Link
from mapping.schema import HERE

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Theme:
    """One theme's colours; `faded` is the opacity of what a finding does not name, `marked` of the marker."""

    name: str
    canvas: str
    paper: str
    hair: str
    control: str
    ink: str
    soft: str
    marker: str
    on_marker: str
    gap: str
    on_link: str
    faded: float
    marked: float
    families: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """How a link with this answer is drawn. `dots` is the step of a dotted line, None for a line that follows
    the link's formality; `sign` is the badge's second half."""

    width: float
    head: str  # filled | open | bar
    sign: str | None = None
    dots: float | None = None
    grey: bool = False


@dataclass(frozen=True)
class Force:
    """The border of an actor's shape, by whether it uses force."""

    border: float
    filled: bool = False
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Style:
    """The whole visual language."""

    themes: Mapping[str, Theme]
    shapes: Mapping[str, str]
    force: Mapping[str, Force]
    practice: Mapping[str, Line]
    formality: Mapping[str, tuple[float, ...]]
    strength: Mapping[int, float]
    tokens: Mapping[str, str]  # family -> letter of its token in tokens.css

    def shape(self, actor: Actor) -> str:
        """square, circle, diamond, triangle, star or ellipse, by the cell of the actor's kind."""
        return self.shapes[actor.of_kind.cell.id]

    def border(self, actor: Actor) -> Force:
        return self.force[actor.force]

    def line(self, answer: str) -> Line:
        return self.practice[answer]

    def width(self, link: Link, answer: str) -> float:
        """Width of a link's line in px: of its answer, more where it is strong."""
        return self.practice[answer].width + self.strength.get(link.strength or 1, 0)

    def dash(self, link: Link, answer: str) -> tuple[float, ...]:
        """Dashes of a link's line; a dotted line always speaks of practice, never of formality."""
        dots = self.practice[answer].dots
        return (0.1, dots) if dots else self.formality[link.form]


def load(rows: Mapping[str, Any]) -> Style:
    """A style from its data; a missing or unknown entry is an error here, at once."""
    themes = {
        name: Theme(
            name,
            **{k.replace("-", "_"): v for k, v in colours.items()},
            families={family: row[name] for family, row in rows["families"].items()},
        )
        for name, colours in rows["themes"].items()
    }
    return Style(
        themes=themes,
        shapes=dict(rows["shapes"]),
        force={
            k: Force(v["border"], v.get("filled", False), tuple(v.get("dash", ()))) for k, v in rows["force"].items()
        },
        practice={k: Line(**v) for k, v in rows["practice"].items()},
        formality={k: tuple(v) for k, v in rows["formality"].items()},
        strength=dict(rows["strength"]),
        tokens={k: v["token"] for k, v in rows["families"].items()},
    )


@cache
def style() -> Style:
    """The visual language that ships with the program (read once)."""
    return load(yaml.safe_load((HERE / "drawing.yaml").read_text(encoding="utf-8")))
