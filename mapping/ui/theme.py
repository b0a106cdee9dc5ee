"""The colours and sizes of `render/canvas/tokens.css` for Streamlit's pages, light or dark as Streamlit is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from mapping.ui.markup import Html

HERE = Path(__file__).parent
TOKENS = HERE.parent / "render" / "canvas" / "tokens.css"
LOOK = HERE / "look"
_BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")
_ON_MARKER = re.compile(r"<rect[^>]*fill=\"#FFDD57\"/>.*?</g>", re.S)
_VALUE = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")


@cache
def tokens() -> tuple[dict[str, str], dict[str, str]]:
    """The tokens of the light theme, and those that the dark theme has otherwise."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for selector, body in _BLOCK.findall(re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.S)):
        values = {name: value.strip() for name, value in _VALUE.findall(body)}
        if "dark" in selector:
            dark |= values
        elif ":root" in selector and not light:
            light = values
    return light, dark


@cache
def stylesheet() -> str:
    """Everything the pages need to look like themselves.

    Streamlit writes `color-scheme` on its root; `light-dark()` follows that without asking the server. Browsers
    older than 2024 do not know it and take what the system prefers.
    """
    light, dark = tokens()
    colours = {n: v for n, v in dark.items() if v.startswith("#") and n in light}
    plain = "".join(f"{n}:{v};" for n, v in light.items())
    both = "".join(f"{n}:light-dark({light[n]},{v});" for n, v in colours.items())
    only_dark = "".join(f"{n}:{v};" for n, v in colours.items())
    return (
        f":root{{{plain}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{only_dark}}}}}\n"
        f"@supports (color:light-dark(#000,#fff)){{@media screen{{:root{{{both}}}}}}}\n"
        + (LOOK / "shell.css").read_text(encoding="utf-8")
        + (LOOK / "sheet.css").read_text(encoding="utf-8")
        + (LOOK / "day.css").read_text(encoding="utf-8")
    )


@cache
def _variables() -> dict[str, str]:
    light = tokens()[0]
    names = [n for n in light if n.startswith(("--link-", "--ink", "--soft", "--gap", "--canvas", "--paper", "--hair"))]
    names += ["--control", "--marker", "--on-marker"]
    return {light[n].upper(): f"var({n})" for n in reversed(names)}


def following(svg: str) -> Html:
    """A picture drawn in the light theme, its colours as tokens, so that it turns dark when the page does.

    Ink on the marker stays ink: the marker is light in both themes.
    """
    light = tokens()[0]
    on_marker = _ON_MARKER.sub(lambda found: found[0].replace(light["--ink"], "var(--on-marker)"), svg)
    return Html(_COLOUR.sub(lambda found: _variables().get(found[0].upper(), found[0]), on_marker))
