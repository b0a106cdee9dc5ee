"""What is around every page: our colours, no chrome of Streamlit's, and the strip at its top."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from mapping.i18n import Translate
from mapping.store import Workshop
from mapping.ui import controls, hiding, navigation, theme
from mapping.ui.clock import clock_line, clock_menu, press_minutes
from mapping.ui.markup import Html, tag
from mapping.ui.sheet import sheet

# A component's style is there with the first component; what `st.html` carries comes half a second later.
# Its script tells the browser the language, and says in it what Streamlit says in English only.
_look = st.components.v2.component(
    "sector_map_look", css=theme.stylesheet(), isolate_styles=False,
    js=(Path(__file__).parent / "look" / "language.js").read_text(encoding="utf-8"),
)  # fmt: skip


def enter(title: str, t: Translate) -> None:
    """Set the browser's title and put our look on the page."""
    st.set_page_config(page_title=title, layout="wide", initial_sidebar_state="collapsed")
    _look(key="look", data={"language": t.language, "words": controls.pairs(t)})


def trouble(t: Translate) -> None:
    """A page that could not be shown: what is safe, and what to do."""
    words = tag("div", tag("h1", t("frame.trouble.title")), tag("p", t("frame.trouble.text"), class_="lead soft"))
    again = tag("a", t("frame.trouble.again"), class_="btn first", href="", data_testid="trouble")
    sheet(tag("div", words, tag("p", again), class_="calm"), key="trouble")


def white() -> None:
    """A page on canvas instead of paper: home and everything before a workshop."""
    st.html("<style>.stApp{background:var(--canvas)}</style>")


def bare() -> None:
    """A page that is one picture to the edge, light in the darkest room."""
    st.html(
        "<style>.stApp{background:var(--canvas);color-scheme:light !important}"
        '[data-testid="stMainBlockContainer"]{padding:0 !important}'
        '[data-testid="stMainBlockContainer"]>[data-testid="stVerticalBlock"]{gap:0}'
        '[data-testid^="stBidiComponent"]{--st-background-color:#FFFFFF !important}</style>'
    )


def strip(t: Translate, here: str, *, left: Html | None = None, right: Html | None = None) -> None:
    """The strip of a page outside a workshop: the way home, what is shown, the other language."""
    with st.container(horizontal=True, key="strip"):
        navigation.link(navigation.HOME, t("frame.brand"), seat=None)
        sheet(tag("div", left, tag("span", class_="grow"), right, class_="row grow"), key="strip-words")
        navigation.language_links(here)


def stages(t: Translate, here: str, *, workshop: Workshop, right: Html | None = None, has_clock: bool = False) -> None:
    """The facilitator's strip: the five stages of the day, the one we are in filled, the clock unless the page has a
    larger one, and what hides everything."""
    line = None if has_clock else clock_menu(t, workshop)
    with st.container(horizontal=True, key="strip"):
        for number, page in enumerate(navigation.STAGES, 1):
            with st.container(key=f"{'here' if page == here else 'stage'}-{page}", width="content"):
                navigation.link(page, f"{number}\u2002{t(f'frame.stages.{page}')}")
        words = tag("div", tag("span", class_="grow"), right, line, class_="row grow beside-stages")
        sheet(words, key="strip-words", on=lambda *press: press_minutes(workshop, *press))
        hiding.button(t, workshop)
        navigation.language_links(here)


def group(t: Translate, here: str, right: Html, *, workshop: Workshop | None = None) -> None:
    """The strip of a table's page that is not the canvas: what is shown, the clock, the way back to the drawing."""
    line = clock_line(t, workshop) if workshop is not None else None
    with st.container(horizontal=True, key="strip"):
        title, room = tag("b", t(f"frame.stages.{here}")), tag("span", class_="grow")
        sheet(tag("div", title, room, right, line, class_="row grow"), key="strip-words")
        navigation.language_links(here)
        with st.container(key="go-back", width="content"):
            navigation.link("build", t("group.back"))


def calm(t: Translate, what: str, **values: str) -> None:
    """A whole page that says one thing quietly and offers the door; the script ends here."""
    white()
    strip(t, navigation.HOME)
    sheet(
        tag(
            "div",
            tag("h1", t(f"frame.{what}.title")),
            tag("p", t(f"frame.{what}.text", **values), class_="lead soft"),
            class_="calm",
        ),
        key="calm",
    )
