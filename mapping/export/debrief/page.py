"""A debrief as a page: one file, the typeface inside, every text escaped, no request possible."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mapping.export.debrief.brief import Brief
from mapping.render import font
from mapping.render.picture import Composition
from mapping.render.style import Theme, style

TEMPLATES = Path(__file__).parent / "templates"


def page(brief: Brief) -> str:
    """The page of a debrief."""
    css = Markup(
        _root(style().themes["light"]) + font.faces(400, 600, 700)
        + (TEMPLATES / "page.css").read_text(encoding="utf-8")
    )  # fmt: skip
    return _environment().get_template("brief.html").render(brief=brief, css=css, drawing=_drawing)


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def _drawing(picture: Composition) -> Markup:
    """A picture of ours as part of a page."""
    return Markup(picture.svg())


def _root(theme: Theme) -> str:
    values = {
        "canvas": theme.canvas, "ink": theme.ink, "soft": theme.soft, "hair": theme.hair, "on-link": theme.on_link,
        "font": font.STACK,
    }  # fmt: skip
    return ":root{" + "".join(f"--{k}:{v};" for k, v in values.items()) + "}"
