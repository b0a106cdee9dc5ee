"""The door into a workshop: a code or a ticket becomes a seat.

The browser itself asks `POST /join`, so that the answer's cookie is set, and then opens the seat's page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from mapping.i18n import Translate

_door = st.components.v2.component(
    "sector_map_door",
    html='<form class="sheet door-form" novalidate></form>',
    js=(Path(__file__).parent / "look" / "door.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def by_code(t: Translate, *, code: str = "", held: Sequence[Mapping[str, Any]] = (), key: str = "door") -> None:
    """A field for a group's code, and what this screen will do. A code from a link is tried at once.

    `held`: the places at tables that this browser has already, the one to offer first first.
    """
    _door(key=key, data={"words": t.part("door"), "language": t.language, "code": code, "held": list(held)})


def by_ticket(t: Translate, ticket: str, *, page: str | None = None, key: str = "ticket") -> None:
    """Take the seat of a one-time ticket and open `page` with it (else the page the server names)."""
    _door(key=key, data={"words": t.part("door"), "language": t.language, "ticket": ticket, "page": page})
