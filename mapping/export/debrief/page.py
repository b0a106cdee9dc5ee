"""The shell of a debrief's pages: one file each, the typeface inside, every text escaped, no request possible."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mapping.i18n import Translate
from mapping.model import Link, SectorMap
from mapping.render import font
from mapping.render.sentences import link_sentence
from mapping.render.style import Theme, style

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def page(template: str, t: Translate, *, handling: str, invented: bool, **values: Any) -> str:
    """A page of this template in this language."""
    theme = style().themes["light"]
    css = Markup(_root(theme) + font.faces(400, 600, 700) + (TEMPLATES / "page.css").read_text(encoding="utf-8"))
    return _environment().get_template(template).render(t=t, css=css, handling=handling, invented=invented, **values)


def drawing(svg: str) -> Markup:
    """A picture of ours as part of a page."""
    return Markup(svg)


def line(map: SectorMap, link: Link, t: Translate) -> dict[str, str]:
    """A link as a line of a list: its sentence, with the badge of its family."""
    return badge(link) | {"text": str(link_sentence(map, link, t))}


def badge(link: Link) -> dict[str, str]:
    family = link.of_kind.family
    return {"hue": style().themes["light"].families[family.id], "letter": family.letter}


def _root(theme: Theme) -> str:
    values = {
        "canvas": theme.canvas, "ink": theme.ink, "soft": theme.soft, "hair": theme.hair, "on-link": theme.on_link,
        "font": font.STACK,
    }  # fmt: skip
    return ":root{" + "".join(f"--{k}:{v};" for k, v in values.items()) + "}"
