"""Where the pages are, and links between them that keep the language and the seat.

Streamlit's own navigation drops the query string; every link of ours says it again.
"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from mapping import i18n
from mapping.i18n import Translate
from mapping.live.day import question_in
from mapping.store import Workshop

HOME = "home"
PAGES = {
    HOME: "library/home.py",
    "build": "group/build.py",
    "explore": "group/explore.py",
    "workshop": "facilitator/workshop.py",
    "wall": "facilitator/wall.py",
    "compare": "facilitator/compare.py",
    "discuss": "facilitator/discuss.py",
    "debrief": "facilitator/debrief.py",
    "projector": "facilitator/projector.py",
    "scenario": "library/scenario.py",
    "open": "library/open_map.py",
    "help": "library/help.py",
    "guide": "library/guide.py",
    "sheets": "library/sheets.py",
}
STAGES = ("workshop", "wall", "compare", "discuss", "debrief")
KEPT = ("lang", "seat")
ADDRESSED = (*KEPT, "group", "view", "back", "n", "at")  # what a link to the same page may change


def language() -> str:
    """`?lang=`, else the browser's language if we speak it, else Spanish."""
    asked = st.query_params.get("lang")
    if asked in i18n.languages():
        return str(asked)
    browser = (st.context.locale or "").partition("-")[0].lower()
    return browser if browser in i18n.languages() else i18n.DEFAULT


def words() -> Translate:
    """The words of the page's language."""
    return i18n.translate(language())


def pages(t: Translate) -> list[st.Page]:
    """Every page, home as the default; an address that does not exist is a page that says so."""
    known = [
        st.Page(path, title=t(f"frame.pages.{name}"), url_path=name, default=name == HOME)
        for name, path in PAGES.items()
    ]
    lost = asked_path()
    if lost and lost not in PAGES:
        known.append(st.Page("library/lost.py", title=t("frame.pages.home"), url_path=lost))
    return known


def chosen() -> st.Page:
    """The page that the address names."""
    return st.navigation(pages(words()), position="hidden")


def asked_path() -> str:
    """The last part of the address's path as the browser shows it; empty for home."""
    return urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2]


def query(**more: str | None) -> dict[str, str]:
    """The query of a link: language and seat as they are, `more` on top (None leaves one out)."""
    kept: dict[str, str | None] = {name: st.query_params.get(name) for name in KEPT}
    return {k: v for k, v in (kept | more).items() if v}


def address(page: str, **more: str | None) -> str:
    """The path and query of a page, for a plain link."""
    asked = urlencode(query(**more))
    return ("/" if page == HOME else f"/{page}") + (f"?{asked}" if asked else "")


def link(page: str, label: str, **more: str | None) -> None:
    """A link to a page, drawn by Streamlit, without a reload."""
    st.page_link(PAGES[page], label=label, query_params=query(**more))


def go(page: str, **more: str | None) -> None:
    """Open another page now."""
    st.switch_page(PAGES[page], query_params=query(**more))


def keep_address(page: st.Page) -> None:
    """Write the address anew where a link led to the page it stands on: Streamlit then runs the page with the new
    query, but leaves the old one in the browser's address, and a reload would go back."""
    now = (page.url_path, *(st.query_params.get(name) for name in ADDRESSED))
    before = st.session_state.get("address", now)
    st.session_state["address"] = now
    if before != now and before[0] == now[0]:
        st.query_params.from_dict(st.query_params.to_dict())


def in_language(t: Translate, workshop: Workshop) -> str:
    """Today's question: in the page's language where it is still the exercise's own, else as it was typed."""
    known = question_in(workshop)
    return known[t.language] if known else workshop.plan.question


def later(page: str, **more: str | None) -> None:
    """Open another page when the script runs: what a press may ask for."""
    st.session_state["go"] = (page, more)


def follow_later() -> None:
    """Go where a press asked to."""
    if asked := st.session_state.pop("go", None):
        go(asked[0], **asked[1])


def language_links(page: str) -> None:
    """The other languages, one click each; everything else in the address stays."""
    here = {k: v for k, v in st.query_params.items() if k != "lang"}
    for code in i18n.languages():
        if code != language():
            label = i18n.translate(code)("frame.language")
            st.page_link(PAGES[page], label=label, query_params=here | {"lang": code})
