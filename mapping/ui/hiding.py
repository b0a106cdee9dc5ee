"""Hide everything: one press or key at every stage, and what the facilitator's own pages show meanwhile."""

from __future__ import annotations

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop
from mapping.ui.markup import Html, join, tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet

KEY = "H"  # with Alt; it only hides: pressed twice in a hurry it must not show everything again
_CROSSED_EYE = Html(
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" '
    'aria-hidden="true"><path d="M4 4l16 16M9.5 5.3A10 10 0 0 1 22 12a13 13 0 0 1-2.3 3.3M6.2 7.2A13 13 0 0 0 2 12'
    'a10.5 10.5 0 0 0 14.5 5.4M9.9 9.9a3 3 0 0 0 4.2 4.2"/></svg>'
)


def button(t: Translate, workshop: Workshop) -> None:
    """Covers every screen; nothing while they are covered."""
    if workshop.day.hidden:
        return
    words = t("wall.hide")
    pressed = tag(
        "button", _CROSSED_EYE, tag("span", words), class_="hide-all", title=f"{words} (Alt+{KEY})",
        aria_keyshortcuts=f"Alt+{KEY}", data_act="hide", data_key=KEY, data_testid="hide-all",
    )  # fmt: skip
    sheet(pressed, key="hide-all", on=lambda *_: _hide(workshop))


def cover(t: Translate, workshop: Workshop) -> None:
    """What the facilitator sees instead of a page that would show something of a map."""
    words = join(tag("h1", t("wall.covered.title")), tag("p", t("wall.covered.text"), class_="lead soft"))
    sheet(tag("div", words, class_="calm", role="status", data_testid="covered"), key="covered")
    press(t("wall.show"), hub().hide, workshop.id, False, key="show", type="primary")


def _hide(workshop: Workshop) -> None:
    hub().hide(workshop.id)
