"""The live canvas and its watcher as Streamlit components, and the style that keeps Streamlit quiet around them.

`streamlit run` hands a component's script to the browser without an address; `loader.js` is that script, and it loads
the modules that the app serves under `assets/<version>/canvas/`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import streamlit as st

from mapping.live import hub
from mapping.store import Seat, Workshop
from mapping.ui import assets

PROCESS = secrets.token_hex(4)  # another one after a restart: how the browser knows that its page has run again


@cache
def _component(name: str) -> Any:
    return st.components.v2.component(name, js=(assets.CANVAS / "loader.js").read_text(encoding="utf-8"))


def canvas(*, key: str, data: Mapping[str, Any], on_findings: Callable[[], object] | None = None) -> Any:
    """The canvas of one map; fills what the page leaves free. `on_findings`: called when the findings are asked for.

    `data`: seat, map, token, language, scenario, mode ("edit" or "read"); optional: view ("see": sentences first, as on
    every narrow screen), group, title, projector (True: as large as a room needs, light, without a legend), highlight
    ({"actors": […], "links": […]} or None).
    The result: `changed`, the map's number after a change; `boot`, the server's after a restart; `findings`, when the
    findings were asked for. Each is None in a run that it did not cause.
    """
    given = {"assets": assets.version(), "module": "canvas", "run": PROCESS, **data}
    return _component("sector_map_canvas")(
        key=key, data=given, on_changed_change=_nothing, on_boot_change=_nothing,
        on_findings_change=on_findings or _nothing,
    )  # fmt: skip


def watch(*, key: str, data: Mapping[str, Any]) -> Any:
    """Reruns the script soon after a map has changed; shows nothing.

    `data`: seat, maps ([{"map": id, "token": token}, …]), only_day (True: not for the maps, for where the day stands).
    """
    given = {"assets": assets.version(), "module": "watch", "run": PROCESS, **data}
    return _component("sector_map_watch")(key=key, data=given, on_changed_change=_nothing, on_boot_change=_nothing)


def follow_day(seat: Seat, workshop: Workshop) -> None:
    """Reruns a page that shows nothing of the maps when the facilitator, or another one, moves the day."""
    first = workshop.groups[0].map_id
    maps = [{"map": first, "token": hub().token(seat, first)}]
    watch(key="watch", data={"seat": seat.id, "maps": maps, "only_day": True})


def _nothing() -> None:
    """A trigger without a callback of its own: the rerun is what is wanted."""


def quiet_shell_css() -> str:
    """Style for pages that hold a canvas: no chrome, no padding, no modal of Streamlit's over it.

    Streamlit says that its server is away by a modal dialog, a label in its header, and by fading what it drew;
    the canvas says it in its own status line.
    """
    return """
[data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stStatusWidget"],
[data-testid="stConnectionStatus"], [data-testid="stDecoration"] { display: none !important; }
[data-testid="stMainBlockContainer"] { padding: 0 !important; max-width: none !important; }
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: 0 !important; }
[data-testid="stElementContainer"]:has([data-testid="stBidiComponentIsolated"]) { opacity: 1 !important; }
[data-testid="stDialog"]:not(:has([data-testid="stVerticalBlock"])) { display: none !important; }
[data-testid="stMain"] { overflow: hidden auto; }
"""
