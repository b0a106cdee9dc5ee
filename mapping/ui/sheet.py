"""A piece of a page that we draw ourselves: markup from Python, shown in place, its buttons heard by Python.

Streamlit's own `st.html` drops SVG and cannot answer a click. A sheet keeps what did not change (no flicker, an
open fold stays open), lets clocks run and ages grow in the browser, and calls `on(act, value)` when somebody presses
an element that has `data-act`; the page is then shown anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from mapping.ui.markup import Html
from mapping.ui.press import done, once

HERE = Path(__file__).parent / "look"

_sheet = st.components.v2.component(
    "sector_map_sheet",
    html='<div class="sheet"></div>',
    js=(HERE / "sheet.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def sheet(html: Html, *, key: str, on: Callable[[str, str], None] | None = None) -> None:
    """Show the markup. `key` is the sheet's place on the page and must not change while it is there."""

    def heard(act: dict[str, str] | None) -> None:
        if on is not None and act:
            on(str(act["act"]), str(act["value"]))

    def pressed() -> None:
        done(key)
        heard(st.session_state[key].act)

    act = _sheet(key=key, data={"html": html}, on_act_change=pressed).act
    if once(key, act):
        heard(act)
        st.rerun()
