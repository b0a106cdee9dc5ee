"""What a workshop may be opened with beyond the first screen: everything proposed, nothing that must be touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from mapping.i18n import Translate
from mapping.live import hub
from mapping.scenario.records import Exercise
from mapping.store import Plan
from mapping.store.plan import KEEP_DAYS, STARTS
from mapping.ui.minutes import minutes_editor, over_preset

KEEP = "plan-keep"
FRAME = ("question", "objective")


def more(t: Translate, plan: Plan, exercises: Sequence[Exercise]) -> Plan:
    """The plan with what stands in the closed part of the form; each session of the day has its question and steps."""
    with st.expander(t("workshop.more"), key="plan-more"):
        st.caption(t("workshop.more_text"))
        places = (
            st.tabs([t("workshop.session_tab", number=e.session) for e in exercises])
            if len(exercises) > 1
            else [st.container()]
        )
        for n, (place, exercise) in enumerate(zip(places, exercises, strict=True)):
            with place:
                plan = _session(t, plan, exercise, first=n == 0)
        return _room(t, plan)


def keep_days() -> int:
    """How long the workshop is kept by what stands in the form."""
    chosen = st.session_state.get(KEEP)
    return (chosen - _today()).days if isinstance(chosen, date) else Plan().keep_days


def _session(t: Translate, plan: Plan, exercise: Exercise, *, first: bool) -> Plan:
    frame, where = exercise.frame(t.language), f"{exercise.session}-{t.language}"
    own = {
        name: st.text_area(
            t(f"workshop.{name}"), getattr(frame, name), max_chars=500, height=80, key=f"plan-{name}-{where}"
        ).strip()
        for name in FRAME
    }
    if first:
        a, b = st.columns(2)
        territory = a.text_input(t("workshop.territory"), frame.territory, max_chars=120, key=f"plan-territory-{where}")
        day = b.text_input(t("workshop.date"), frame.date, max_chars=10, key=f"plan-date-{where}")
        plan = replace(plan, **own, territory=territory.strip(), date=day.strip())
    typed = {name: text for name, text in own.items() if text and text != getattr(frame, name)}
    preset, minutes = minutes_editor(t, exercise)
    plan = replace(plan, preset=preset) if first else plan
    frames = {**plan.frames, exercise.session: typed} if typed else plan.frames
    return replace(plan, frames=frames, minutes={**plan.minutes, **over_preset(exercise, plan.preset, minutes)})


def _room(t: Translate, plan: Plan) -> Plan:
    start = st.segmented_control(
        t("workshop.start"), list(STARTS), default="none", required=True, key="plan-start",
        format_func=lambda s: t(f"workshop.start_{s}"), help=t("workshop.start_help"),
    )  # fmt: skip
    languages = st.segmented_control(
        t("workshop.languages"), list(Plan().languages), default=list(Plan().languages), selection_mode="multi",
        key="plan-languages", format_func=lambda code: t(f"workshop.language_{code}"),
    )  # fmt: skip
    a, b = st.columns(2)
    wifi = a.text_input(t("workshop.wifi"), max_chars=64, key="plan-wifi", help=t("workshop.wifi_help"))
    key = b.text_input(t("workshop.wifi_key"), max_chars=64, key="plan-wifi-key", autocomplete="off")
    today = _today()
    st.date_input(
        t("workshop.keep"), today + timedelta(days=Plan().keep_days), format="YYYY-MM-DD", key=KEEP,
        min_value=today + timedelta(days=1), max_value=today + timedelta(days=KEEP_DAYS),
    )  # fmt: skip
    return replace(
        plan, start=start or "none", languages=tuple(languages) or (t.language,), wifi=wifi.strip(),
        wifi_key=key.strip(), keep_days=keep_days(),
    )  # fmt: skip


def _today() -> date:
    return date.fromtimestamp(hub().clock())
