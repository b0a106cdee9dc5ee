"""Opening a map without a workshop: the reference map, an invented example, or a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from mapping.codec import MapFile
from mapping.errors import BadInput, BadValue
from mapping.export import FORMATS, exported
from mapping.export.several import is_several, loads_several
from mapping.i18n import Translate
from mapping.imports import Imported, Opened, opened, said, why
from mapping.imports.example import example, with_example
from mapping.live import hub
from mapping.render.picture import mini
from mapping.scenario import Scenario, first, named, reference_map, shipped
from mapping.store import Plan
from mapping.ui import door, file_words, theme
from mapping.ui.markup import Html, join, tag
from mapping.ui.sheet import sheet
from mapping.ui.which_case import which_case

WAYS = ("example", "reference", "file")
READ, CONFIRMED = "open-read", "open-confirmed"


def chosen(t: Translate) -> tuple[MapFile | None, bool]:
    """Ask which map; the map once it is there, and whether what was guessed about it is confirmed."""
    ways = WAYS if with_example() else WAYS[1:]
    way = st.segmented_control(
        t("open.from"), ways, default=ways[0], required=True, format_func=lambda w: t(f"open.{w}"), key="open-from"
    )
    if way == "file":
        return _file(t)
    return (_reference if way == "reference" else _example)(t), True


def preview(t: Translate, file: MapFile) -> None:
    """What is in the map: a picture and counts."""
    actors, links = len(file.map.actors), sum(1 for _ in file.map.drawn())
    counts = tag(
        "p", tag("b", str(actors)), " ",
        t(f"wall.actors.{'one' if actors == 1 else 'many'}"), " ", tag("b", str(links)),
        " ", t(f"wall.links.{'one' if links == 1 else 'many'}"), class_="counts num", data_testid="open-counts",
    )  # fmt: skip
    drawn = tag("div", theme.following(mini(file.map, t)), class_="picture mini", aria_hidden="true")
    invented = tag("p", t("open.invented"), class_="invented") if file.map.frame.invented else None
    question = tag("p", file.map.frame.question, class_="soft label") if file.map.frame.question else None
    sheet(tag("section", drawn, counts, question, invented, class_="panel opened"), key="open-preview")


def ways_on(t: Translate, file: MapFile) -> None:
    """Explore it, draw on it, or write it in another format."""
    if not file.map.actors:
        st.info(t("open.empty"))
        return
    with st.container(horizontal=True, key="open-ways"):
        explore = st.button(t("open.explore"), type="primary", key="open-explore")
        draw = st.button(t("open.draw"), key="open-draw")
    if explore or draw:
        _private(t, file, "explore" if explore else "build")
    sheet(tag("h2", t("open.export")), key="open-export-head")
    internal = st.checkbox(t("open.internal"), key="open-internal") if file.handling == "internal" else False
    with st.container(horizontal=True, vertical_alignment="bottom", key="open-export"):
        format = st.selectbox(
            t("open.as"), list(FORMATS), format_func=lambda f: t(f"debrief.formats.{f}"), key="open-format", width=300
        )
        st.download_button(
            t("open.save"), lambda: exported(file, format, t, internal=internal),
            f"sector-map{FORMATS[format].suffix}", FORMATS[format].mime, key="open-save", on_click="ignore",
        )  # fmt: skip


def _private(t: Translate, file: MapFile, page: str) -> None:
    """The map as one person's own, live."""
    frame = file.map.frame
    if not file.history:  # a group's number means nothing here; with a history it is part of what happened
        file = replace(file, map=replace(file.map, frame=replace(frame, group="")))
    scenario = _scenario(frame.scenario)
    session = frame.session if frame.session in scenario.exercises else scenario.session
    plan = Plan(
        scenario=scenario.id, session=session, groups=1, language=t.language,
        question=frame.question, objective=frame.objective, territory=frame.territory, date=frame.date,
        invented=frame.invented,
    )  # fmt: skip
    try:
        workshop, ticket = hub().solo(plan, file)
    except BadInput:
        st.warning(t("open.too_large"))
        return
    hub().open_findings(workshop.id)
    door.by_ticket(t, ticket, page=page)


def _scenario(wanted: str) -> Scenario:
    """The scenario that a map names, or the first where the program does not have it."""
    return named(wanted if wanted in shipped() else first())


def _example(t: Translate) -> MapFile | None:
    maps = example(which_case(t, with_example(), key="open-example-case"), language=t.language)
    st.caption(t("open.example_text"))
    number = st.segmented_control(
        t("open.which"), list(maps), default=next(iter(maps)), required=True, key="open-example",
        format_func=lambda n: t("open.example_group", number=n), label_visibility="collapsed",
    )  # fmt: skip
    return maps[number or next(iter(maps))]


def _reference(t: Translate) -> MapFile | None:
    scenario = named(which_case(t, shipped(), key="open-case"))
    st.caption(t("open.reference_text"))
    at = st.text_input(t("open.at"), scenario.date, max_chars=10, key=f"open-at-{scenario.id}", width=200)
    wider = st.checkbox(t("open.wider"), key="open-wider")
    try:
        return MapFile(reference_map(scenario, at.strip(), 2 if wider else 1, t.language))
    except BadValue:
        st.warning(t("open.at_wrong"))
        return None


def _file(t: Translate) -> tuple[MapFile | None, bool]:
    given = st.file_uploader(t("open.upload"), key="open-file")
    st.caption(t("open.upload_help"))
    if given is None:
        st.session_state.pop(READ, None)
        return None, False
    try:
        found = _read(given)
    except BadInput as error:
        reason = tag("p", t("open.why", reason=why(error, t)), class_="soft")
        sheet(tag("div", tag("b", t("open.unreadable")), reason, class_="panel", role="alert"), key="open-unreadable")
        return None, False
    if isinstance(found, list):
        return _one_of(t, found), True
    return _settled(t, found, given.file_id)


def _read(given: Any) -> Opened | list[MapFile]:
    """What is in the file that was given, read once; BadInput again where it was refused."""
    known = st.session_state.get(READ)
    if known is None or known[0] != given.file_id:
        data = given.getvalue()
        try:
            found: Opened | list[MapFile] | BadInput = (
                loads_several(data) if is_several(data) else opened(data, given.name)
            )
            if isinstance(found, Opened):
                found.map()  # what no map can be made of is refused here too
        except BadInput as error:
            found = error
        known = st.session_state[READ] = (given.file_id, found)
    if isinstance(known[1], BadInput):
        raise known[1]
    return known[1]


def _settled(t: Translate, file: Opened, id: str) -> tuple[MapFile, bool]:
    """The map of a file; where kinds or names were guessed, once they are confirmed it can be used."""
    place = st.container()  # what was understood stands first, and follows what is chosen below
    scenario = _scenario(file.map().file.map.frame.scenario)
    done = st.session_state.get(CONFIRMED) == id
    with st.expander(t("imports.words.done")) if done else st.container(key="open-words"):
        found, asked = file_words.confirmed(t, file, scenario, key=f"open-{id}")
    with place:
        sheet(_notes(t, found), key="open-notes")
    if not asked or done:
        return found.file, True
    st.caption(t("imports.words.lead"))
    if st.button(t("imports.words.confirm"), type="primary", key="open-confirm"):
        st.session_state[CONFIRMED] = id
        st.rerun()
    return found.file, False


def _one_of(t: Translate, files: list[MapFile]) -> MapFile:
    names = [
        t("open.group_name", number=f.map.frame.group) if f.map.frame.group else t("open.map_name", number=n)
        for n, f in enumerate(files, 1)
    ]
    which = st.selectbox(
        t("open.which"), range(len(files)), format_func=lambda n: names[n], key="open-several", width=300
    )
    return files[which]


def _notes(t: Translate, found: Imported) -> Html:
    """What was kept, guessed and dropped, in words."""
    lines = [tag("li", line) for line in said(found, t, kinds=False)]
    return tag("section", join(tag("h2", t("open.understood")), tag("ul", lines, class_="facts label")), class_="panel")
