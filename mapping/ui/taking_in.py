"""Maps that come on a stick: what each file holds, which group it becomes, and taking them all in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from mapping.codec import MapFile
from mapping.errors import BadInput, MappingError, NotAllowed, TooMany
from mapping.export.several import is_several, loads_several
from mapping.i18n import Translate
from mapping.imports import Imported, Opened, opened, said, why
from mapping.imports.catalogued import recognised
from mapping.live import hub
from mapping.live.bringing import untouched
from mapping.scenario import named
from mapping.store import Workshop
from mapping.store.plan import GROUPS
from mapping.ui import file_words, navigation, paper
from mapping.ui.markup import bare, join, tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet

NEW, LEFT = "new", "left"  # one group more; not taken in
SHOWN = 6  # lines of a file before a fold
TURN, READ, TOLD = "take-in-turn", "take-in-read", "take-in-told"


@dataclass(frozen=True)
class Found:
    """A map in a file that was given, and what is to be said of it."""

    key: str
    name: str
    file: MapFile
    lines: tuple[str, ...]
    opened: Opened | None = None  # where kinds in it were guessed, or names may be the catalogue's


def taking_in(t: Translate, workshop: Workshop) -> None:
    """Takes map files in as groups: never over what somebody has drawn."""
    told = st.session_state.get(TOLD)
    with st.expander(t("imports.take.title"), expanded=bool(told)):
        st.markdown(t("imports.take.lead"))
        for kind, line in told or ():
            (st.success if kind == "done" else st.warning)(line)
        turn = st.session_state.setdefault(TURN, 0)
        given = st.file_uploader(t("imports.take.files"), accept_multiple_files=True, key=f"take-in-{turn}")
        st.caption(t("open.upload_help"))
        found = [each for upload in given for each in _read(t, upload)]
        if text := paper.typed(t, turn):
            found += _typed(t, text)
        if found:
            _choose(t, workshop, found)


def _read(t: Translate, upload: Any) -> list[Found]:
    """The maps in a file, read once; none where it cannot be read, and why."""
    known: dict[str, list[Found] | str] = st.session_state.setdefault(READ, {})
    key = f"{upload.file_id} {t.language}"
    if key not in known:
        known[key] = _maps(t, upload.file_id, upload.name, upload.getvalue())
    found = known[key]
    if isinstance(found, str):
        st.warning(t("imports.take.unreadable", name=bare(upload.name[:80]), reason=bare(found)))
        return []
    return found


def _typed(t: Translate, text: bytes) -> list[Found]:
    """The map that was typed from paper."""
    found = _maps(t, f"paper-{hash(text)}", t("paper.title"), text, format="paper")
    if isinstance(found, str):
        st.warning(found)
        return []
    return found


def _maps(t: Translate, key: str, name: str, data: bytes, format: str | None = None) -> list[Found] | str:
    try:
        files: list[tuple[MapFile, tuple[str, ...], Opened | None]] = (
            [(file, _counts(t, file), None) for file in loads_several(data)]
            if is_several(data)
            else [_one(t, data, name, format)]
        )
    except BadInput as error:
        return why(error, t)
    name = bare(name[:80])
    return [
        Found(f"{key}-{n}", name if len(files) == 1 else f"{name} · {n}", file, lines, found)
        for n, (file, lines, found) in enumerate(files, 1)
    ]


def _one(t: Translate, data: bytes, name: str, format: str | None) -> tuple[MapFile, tuple[str, ...], Opened]:
    file = opened(data, name, format=format)
    found = file.map()
    return found.file, _lines(t, found), file


def _lines(t: Translate, found: Imported) -> tuple[str, ...]:
    lines, kept = said(found, t), len(found.kept)
    return (" ".join(lines[:kept]), *lines[kept:])


def _settled(t: Translate, workshop: Workshop, each: Found) -> Found:
    """The map with the kinds that were chosen for it, where some were guessed."""
    if each.opened is None:
        return each
    guessed = sum(not word.certain for word in each.opened.map().words)
    scenario = named(workshop.plan.scenario)
    if not guessed and not recognised(each.file.map, scenario):
        return each
    label = t.count("imports.words.open", guessed) if guessed else t("imports.words.open_names")
    if not st.toggle(label, key=f"take-in-check-{each.key}"):
        return each
    found, _ = file_words.confirmed(t, each.opened, scenario, key=f"take-in-{each.key}")
    return replace(each, file=found.file, lines=_lines(t, found))


def _counts(t: Translate, file: MapFile) -> tuple[str, ...]:
    parts = (("actors", file.map.actors), ("links", file.map.links))
    return (" ".join(t("imports.kept", what=t.count(f"imports.note.{key}", len(of))) for key, of in parts),)


def _choose(t: Translate, workshop: Workshop, found: Sequence[Found]) -> None:
    """Each map with the group that it becomes: its own number or an empty group first, else one group more; what a
    group has already is left."""
    free = [group.number for group in untouched(hub().store, workshop)]
    drawn = [group.number for group in workshop.groups if group.number not in free]
    first_new = max(int(group.number) for group in workshop.groups) + 1
    chosen: list[tuple[Found, str]] = []
    left_alone = 0
    for each in found:
        with st.container(border=True, key=f"take-in-map-{each.key}"):
            place = st.container()
            each = _settled(t, workshop, each)
            has = _has(workshop, each.file)
            with place:
                _say(t, workshop, each, has)
            if not each.file.map.actors:
                st.warning(t("open.empty"))
                continue
            left = [n for n in free if n not in [number for _, number in chosen]]
            own = each.file.map.frame.group
            start = LEFT if has else own if own in left else (left[0] if left else NEW)
            number = f"{first_new + sum(number == NEW for _, number in chosen)}"
            names = {LEFT: t("imports.take.left", number=has)} if has else {}
            names |= {n: t("imports.take.empty", number=n) for n in free} | {NEW: t("imports.take.new", number=number)}
            picked = st.selectbox(
                t("imports.take.group"), list(names), list(names).index(start), key=f"take-in-as-{each.key}",
                format_func=names.__getitem__, width=320,
            )  # fmt: skip
            if picked == LEFT:
                left_alone += 1
            else:
                chosen.append((each, picked or NEW))
    if drawn:
        st.caption(t("imports.take.drawn", groups=t.join([t("frame.group", number=n) for n in drawn])))
    numbers = [number for _, number in chosen if number != NEW]
    twice, many = len(numbers) != len(set(numbers)), len(workshop.groups) + len(chosen) - len(numbers) > GROUPS
    if twice or many:
        st.warning(t("imports.take.twice") if twice else t("imports.take.many", most=GROUPS))
    if chosen or left_alone:
        label, idle = t.count("imports.take.do", len(chosen) or left_alone), twice or many or not chosen
        look = "primary" if chosen else "secondary"
        press(label, _take, t, workshop, chosen, key="take-in-do", type=look, disabled=idle)


def _has(workshop: Workshop, file: MapFile) -> str:
    """The number of the group whose map is just this one; empty where there is none."""
    drawn = (file.map.actors, file.map.links)
    for group in workshop.groups if file.map.actors else ():
        map = hub().store.maps.state(group.map_id).map
        if (map.actors, map.links) == drawn:
            return group.number
    return ""


def _say(t: Translate, workshop: Workshop, each: Found, has: str) -> None:
    """What was read, changed and dropped, and what is to be known before it stands beside the others."""
    frame, plan = each.file.map.frame, workshop.plan
    lines = list(each.lines)
    if frame.question and navigation.in_language(t, workshop) != frame.question != plan.question:
        lines.append(t("imports.take.question", question=frame.question))
    if frame.scenario and frame.scenario != plan.scenario:
        lines.append(t("imports.take.scenario"))
    if each.file.handling == "shareable":
        lines.append(t("imports.take.shareable"))
    same = [tag("li", tag("span", t("imports.take.same", number=has), class_="mark"))] if has else []
    rows = [*same, *(tag("li", line) for line in lines)]
    rest = tag("details", tag("summary", t.count("compare.more", len(rows) - SHOWN)), tag("ul", rows[SHOWN:]))
    body = join(tag("ul", rows[:SHOWN], class_="facts label"), rest if len(rows) > SHOWN else None)
    sheet(tag("section", tag("h3", each.name), body), key=f"take-in-said-{each.key}")


def _take(t: Translate, workshop: Workshop, chosen: Sequence[tuple[Found, str]]) -> None:
    """Take them all in; what could not be taken is said, and can be given again."""
    told = []
    for each, number in chosen:
        try:
            group = hub().bring(workshop.id, each.file, None if number == NEW else number)
            told.append(("done", t("imports.take.done", name=each.name, number=group.number)))
        except MappingError as error:
            why = "meanwhile" if isinstance(error, NotAllowed) else "large" if isinstance(error, TooMany) else "failed"
            told.append(("not", t(f"imports.take.{why}", name=each.name, number=number)))
    st.session_state[TOLD] = told
    st.session_state[TURN] += 1  # an uploader of its own for the next files
    st.session_state.pop(READ, None)
