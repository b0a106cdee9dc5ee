"""Names in at most two lines, then an ellipsis."""

from __future__ import annotations

from dataclasses import dataclass

from mapping.render.font import width

SIZE = 15.0  # px
LINE = 17.4
_ONE_LINE, _TWO_LINES, _WORTH_BREAKING = 190.0, 178.0, 88.0


@dataclass(frozen=True)
class Setting:
    """One way to set a name."""

    lines: tuple[str, ...]
    width: float


def cut(text: str, room: float, size: float = SIZE, weight: int = 600) -> str:
    """The text cut to a width, with an ellipsis where something is missing."""
    if width(text, size, weight) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + "…", size, weight) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def wrapped(text: str, room: float, size: float, weight: int = 400, most: int = 4) -> list[str]:
    """A text in lines of at most this width; what does not fit into the last line is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, weight) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [cut(line, room, size, weight) for line in lines]


def settings(name: str) -> list[Setting]:
    """The ways a name may be set, the best first."""
    whole = width(name, SIZE)
    one = Setting((name,), whole)
    if whole <= _WORTH_BREAKING or (whole <= _ONE_LINE and " " not in name):
        return [one]
    two = _broken(name)
    if whole <= _ONE_LINE * 0.75:
        return [one, two]
    return [two, one] if whole <= _ONE_LINE else [two]


def _set(*lines: str) -> Setting:
    return Setting(lines, max(width(line, SIZE) for line in lines))


def _broken(name: str) -> Setting:
    words = name.split(" ")
    if len(words) > 1:
        halves = [_set(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
        best = min(halves, key=lambda s: s.width)
        if best.width <= _TWO_LINES:
            return best
    first = ""
    for i, word in enumerate(words):
        longer = f"{first} {word}".strip()
        if width(longer, SIZE) > _TWO_LINES:
            return _set(first, cut(" ".join(words[i:]), _TWO_LINES)) if first else _set(cut(name, _TWO_LINES))
        first = longer
    return _set(first)
