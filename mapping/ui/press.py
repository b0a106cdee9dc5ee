"""What a button does: before the page runs again."""

from __future__ import annotations

from collections.abc import Callable


def press(does: Callable[..., object], *of: object) -> None:
    """A button's callback: do it; what it gives back is not needed."""
    does(*of)
