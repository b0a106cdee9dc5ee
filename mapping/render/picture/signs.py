"""Badges on links: the family's letter, and a second half with the answer to "does it work?", drawn as paths
(fonts lack some of the signs)."""

from __future__ import annotations

from mapping.render.font import width

# name -> (path data, width of the stroke; 0 = filled)
SIGNS: dict[str, tuple[str, float]] = {
    "half": (
        "M4.2-4.3L5.9-5.6V-.2M13-5.2L6.2 5.4M11.2 1.7C11.6.2 14.9.2 14.7 2.2C14.6 3.3 12.4 4.4 11.3 5.6H15", 1.45,
    ),
    "sheet": ("M6-5.6H10.6L13.6-2.6V5.6H6ZM10.4-5.4V-2.4H13.4M8.3.6H11.4M8.3 3H11.4", 1.4),
    "bars": ("M9.4-5L6 5M14-5L10.6 5", 1.9),
    "unequal": ("M6-2.2H15M6 2.2H15M13.4-5.4L7.8 5.4", 1.6),
    "dots": (
        "M3.95 0a1.45 1.45 0 1 0 2.9 0a1.45 1.45 0 1 0-2.9 0ZM8.35 0a1.45 1.45 0 1 0 2.9 0a1.45 1.45 0 1 0-2.9 0Z"
        "M12.75 0a1.45 1.45 0 1 0 2.9 0a1.45 1.45 0 1 0-2.9 0Z", 0,
    ),
}  # fmt: skip
LEFT_HALF = "M.5-10V10H-9.5A10 10 0 0 1-9.5-10Z"
TEXT = 13.0  # px of letters and words on badges


def badge_size(sign: str | None, words: str, unsure: bool) -> tuple[float, float]:
    """Width and height of a badge; `words` are what a needed link's badge says."""
    if sign == "words":
        w, h = width(words, TEXT) + 40, 26.0
    else:
        w, h = (43.0 if sign else 24.0), 24.0
    return w + (11 if unsure else 0), h
