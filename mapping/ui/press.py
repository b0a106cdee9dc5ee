"""A button that does something at once, whatever else happens to the page in that moment.

A callback (`on_click`) runs before anything can interrupt the script, and something always may: the maps change
while somebody presses. In the first run after the server was started anew, though, the new session does not know the
callback yet; then what the button itself answers counts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st


def press(label: str, does: Callable[..., object], *of: object, key: str, **look: Any) -> None:
    """A button; pressed, it calls `does(*of)` once. `look` is what `st.button` takes."""
    pressed = st.button(label, key=key, on_click=_do, args=(key, does, *of), **look)
    if once(key, pressed):
        does(*of)
        st.rerun()


def done(key: str) -> None:
    """A callback has seen to it."""
    st.session_state[f"done {key}"] = True


def once(key: str, pressed: object) -> bool:
    """Whether it was pressed and no callback has seen to it."""
    return not st.session_state.pop(f"done {key}", False) and bool(pressed)


def _do(key: str, does: Callable[..., object], *of: object) -> None:
    done(key)
    does(*of)
