"""What the facilitator does from the wall: the step and its clock, and the switches of the whole room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.scenario import Step, named
from mapping.store import Workshop, WorkshopId
from mapping.ui import navigation
from mapping.ui.clock import MINUTES, clock, minutes_label
from mapping.ui.markup import Html, join, tag
from mapping.ui.press import press
from mapping.ui.sheet import sheet
from mapping.ui.wall_calls import reading_line
from mapping.ui.wall_cards import Table

KEPT, SENT = "snapshot-kept", "nudge-sent"  # the version that was kept last, the word that was sent last


def now(t: Translate, workshop: Workshop, tables: Sequence[Table] = ()) -> None:
    """Where the day stands and the buttons that move it on. `tables`: among them, who has read its map aloud."""
    day, steps, id = workshop.day, hub().steps_of(workshop.id), workshop.id
    step = steps[day.index] if day.is_open else None
    last = day.index >= len(steps) - 1
    with st.container(horizontal=True, key="now", vertical_alignment="center"):
        sheet(_now(t, workshop, step, len(steps), tables), key="now-words")
        if step is None:
            press(t("wall.begin"), hub().advance, id, 0, key="next", type="primary", **_ONWARD)
            return
        for n in MINUTES:
            gone = n < 0 and day.ends is None
            press(minutes_label(t, n), hub().more_time, id, n, key=f"minutes{n:+d}", disabled=gone, help=t("wall.time"))
        if day.frozen:
            press(t("wall.resume"), hub().pause, id, False, key="resume", icon=":material/play_arrow:")
        else:
            press(t("wall.pause"), hub().pause, id, True, key="pause", icon=":material/pause:")
        following = _following(workshop)
        if last and following:
            label = t("wall.session", session=following)
            kind = "primary" if following in workshop.plan.sessions else "secondary"  # a day may end with this one
            press(label, hub().session, id, following, key="session", type=kind, **_ONWARD)
        else:
            reads = "wall.read.begin" if step.read_back and not last else "wall.next"
            label = t("wall.finish" if last else reads if day.reading is None else "wall.read.go_on")
            press(label, hub().onward, id, key="next", type="primary", disabled=last, **_ONWARD)


def pressed(workshop: Workshop, act: str, group: str) -> None:
    """What a press on a group's card does: opens its map, takes its hand down, or lets all of its screens draw."""
    if act == "open":
        navigation.later("wall", group=group)
    elif act == "lower":
        hub().lower_hand(workshop.group(group).map_id)
    else:
        hub().open_drawing(workshop.id, act == "all_draw", group)


def warnings(t: Translate, workshop: Workshop) -> None:
    """What holds for every table at this moment and must not be forgotten."""
    day = workshop.day
    sensitive = f"wall.room_sensitive_{'step' if day.sensitive_step else 'open'}"
    holds = (("wall.paused", day.frozen), (sensitive, day.sensitive))
    said = [tag("span", t(key), class_="mark") for key, on in holds if on]
    if said:
        sheet(tag("p", said, class_="warnings", role="status"), key="warnings")


def switches(t: Translate, workshop: Workshop) -> None:
    """Findings, comparison and the sensitive layer."""
    day, id = workshop.day, workshop.id
    _switch(t, "findings", day.findings, hub().open_findings, id)
    _switch(t, "compare", day.compare, hub().open_compare, id)
    if day.sensitive:
        press(t("wall.close_sensitive"), hub().close_sensitive, id, key="close-sensitive", width="stretch")
    else:
        with st.popover(t("wall.open_sensitive"), width="stretch", key="open-sensitive"):
            st.markdown(f"**{t('wall.sure.title')}**")
            st.write(t("wall.sure.text"))
            st.write(t("wall.sure.ask"))
            step = hub().steps_of(id)[day.index].id if day.is_open else ""
            if step:
                press(t("wall.sure.step"), hub().open_sensitive, id, step, key="sure-step", type="primary")
            press(t("wall.sure.open"), hub().open_sensitive, id, key="sure-sensitive")


def drawing(t: Translate, workshop: Workshop, *, is_open: bool) -> None:
    """At every table at once: all screens draw, or those that draw anyway."""
    label = t(f"wall.{'close' if is_open else 'open'}_drawing")
    press(label, hub().open_drawing, workshop.id, not is_open, key="drawing-switch", width="stretch")


def more(t: Translate, workshop: Workshop) -> None:
    """What is needed now and then: another step, a kept version, a word to the tables."""
    with st.popover(t("wall.more"), width="stretch", key="more"):
        step, version, word = st.tabs([t("wall.steps"), t("wall.snapshot"), t("wall.nudge")])
        with step:
            _steps(t, workshop)
        with version:
            _version(t, workshop)
        with word:
            _word(t, workshop)


_ONWARD = {"icon": ":material/chevron_right:", "icon_position": "right"}


def _now(t: Translate, workshop: Workshop, step: Step | None, count: int, tables: Sequence[Table]) -> Html:
    if step is None:
        session = t("wall.in_session", session=workshop.day.session)
        words = join(
            tag("p", session, class_="cap"), tag("h1", t("wall.not_begun")),
            tag("p", t("wall.begin_text"), class_="soft"),
        )  # fmt: skip
    else:
        where = t("wall.step", n=workshop.day.index + 1, count=count)
        words = join(
            tag("p", where, class_="cap", data_testid="step"), tag("h1", step.title[t.language]),
            tag("p", step.instruction[t.language], class_="soft", data_testid="step-instruction"),
            reading_line(t, tables),
        )  # fmt: skip
    return tag("div", tag("div", words, class_="grow"), clock(workshop, step.minutes if step else 0), class_="now")


def _following(workshop: Workshop) -> str:
    """The session after this one in the workshop's scenario, or nothing."""
    sessions = list(named(workshop.plan.scenario).exercises)
    after = sessions[sessions.index(workshop.day.session) + 1 :] if workshop.day.session in sessions else []
    return after[0] if after else ""


def _switch(t: Translate, name: str, on: bool, change: Callable[..., object], id: str) -> None:
    label = t(f"wall.{'close' if on else 'open'}_{name}")
    press(label, change, id, not on, key=f"{name}-switch", width="stretch")


def _steps(t: Translate, workshop: Workshop) -> None:
    with st.container(key="step-list"):
        for index, step in enumerate(hub().steps_of(workshop.id)):
            label = f"{index + 1} · {step.title[t.language]} · {t('wall.minutes', n=step.minutes)}"
            kind = "primary" if index == workshop.day.index else "tertiary"
            press(label, hub().advance, workshop.id, index, key=f"step-{index}", type=kind)
    scenario = named(workshop.plan.scenario)
    for session in scenario.exercises:
        if session != workshop.day.session:
            title = scenario.exercise(session).title[t.language]
            label = t("workshop.session_name", number=session, title=title)
            press(label, hub().session, workshop.id, session, key=f"session-{session}", type="tertiary")


def _version(t: Translate, workshop: Workshop) -> None:
    st.write(t("wall.snapshot_text"))
    usual = t("wall.snapshot_usual", session=workshop.day.session)
    st.text_input(t("wall.snapshot_name"), usual, max_chars=60, key="snapshot-name")
    press(t("wall.keep"), _keep, workshop.id, usual, key="snapshot-keep")
    if kept := st.session_state.get(KEPT):
        st.success(t("wall.snapshot_done", name=kept, n=len(workshop.groups)))


def _keep(id: WorkshopId, usual: str) -> None:
    """Keep a version under the name that stands in the box; whoever goes on to another page at once has kept it."""
    name = str(st.session_state.get("snapshot-name") or "").strip() or usual
    hub().snapshot(id, name)
    st.session_state[KEPT] = name


def _word(t: Translate, workshop: Workshop) -> None:
    everybody = ["", *(g.number for g in workshop.groups)]
    to = st.segmented_control(
        t("wall.nudge_to"), everybody, default="", required=True, key="nudge-to",
        format_func=lambda n: t("frame.group", number=n) if n else t("wall.nudge_all"),
    )  # fmt: skip
    text = st.text_input(t("wall.nudge_text"), max_chars=120, key="nudge-text")
    press(t("wall.nudge_send"), _send, workshop.id, key="nudge-send")
    if text.strip() and st.session_state.get(SENT) == (to, text):
        st.success(t("wall.nudge_sent"))


def _send(id: WorkshopId) -> None:
    """Send what stands in the box, to whom it says."""
    to, text = st.session_state.get("nudge-to") or "", str(st.session_state.get("nudge-text") or "")
    if text.strip():
        hub().nudge(id, text, to or None)
        st.session_state[SENT] = (to, text)
