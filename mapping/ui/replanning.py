"""What may still be changed while a workshop is open: one group more, today's question, minutes, the Wi-Fi."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import streamlit as st

from mapping.errors import BadValue, NotAllowed, NotFound, TooMany
from mapping.i18n import Translate
from mapping.live import hub
from mapping.scenario import named
from mapping.scenario.records import Exercise
from mapping.store import Plan, Workshop
from mapping.store.plan import GROUPS, MINUTES
from mapping.ui.minutes import over_preset
from mapping.ui.plan_form import wrong_value
from mapping.ui.press import press

ADDED, SAVED = "replan-added", "replan-saved"  # what was just done, said beside the button that did it


def replanning(t: Translate, workshop: Workshop) -> None:
    """One group more at once; the rest as a closed form with what stands now."""
    added, saved = st.session_state.pop(ADDED, None), st.session_state.pop(SAVED, None)
    count = len(workshop.groups)
    with st.container(horizontal=True, key="again-groups"):
        press(t("workshop.again.group"), _one_more, t, workshop, key="one-more", disabled=count >= GROUPS)
        if hub().may_drop_last(workshop):
            label = t("workshop.again.drop", number=workshop.groups[-1].number)
            press(label, _one_less, t, workshop, key="one-less")
    if added:
        st.success(added)
    with st.expander(t("workshop.again.title"), key="replan"), st.form("replan-form", border=False):
        plan = _asked(t, workshop.plan)
        if st.form_submit_button(t("workshop.again.save"), key="replan-save"):
            _save(t, workshop, plan)
        elif saved:
            st.success(saved)


def _asked(t: Translate, plan: Plan) -> Plan:
    question = st.text_area(t("workshop.question"), plan.question, max_chars=500, height=80, key="again-question")
    objective = st.text_area(t("workshop.objective"), plan.objective, max_chars=500, height=80, key="again-objective")
    a, b = st.columns(2)
    territory = a.text_input(t("workshop.territory"), plan.territory, max_chars=120, key="again-territory")
    date = b.text_input(t("workshop.date"), plan.date, max_chars=10, key="again-date")
    wifi = a.text_input(t("workshop.wifi"), plan.wifi, max_chars=64, key="again-wifi", help=t("workshop.wifi_help"))
    key = b.text_input(t("workshop.wifi_key"), plan.wifi_key, max_chars=64, key="again-wifi-key", autocomplete="off")
    plan = replace(
        plan, question=question.strip() or plan.question, objective=objective.strip() or plan.objective,
        territory=territory.strip(), date=date.strip(), wifi=wifi.strip(), wifi_key=key.strip(),
    )  # fmt: skip
    exercise = _exercise(plan)
    return plan if exercise is None else replace(plan, minutes=_minutes(t, plan, exercise))


def _exercise(plan: Plan) -> Exercise | None:
    try:
        return named(plan.scenario).exercise(plan.session)
    except NotFound:
        return None


def _minutes(t: Translate, plan: Plan, exercise: Exercise) -> dict[str, int]:
    """The minutes of the session's steps as they stand in the boxes; those of the other session stay."""
    own = f"{exercise.session}/"
    steps = (exercise.timed(plan.preset) if plan.preset in exercise.presets else exercise).steps
    columns, minutes = st.columns(2), {}
    for n, step in enumerate(steps):
        with columns[n * 2 // len(steps)]:
            stands = plan.minutes.get(own + step.id, step.minutes)
            minutes[step.id] = int(
                st.number_input(step.title[t.language], 0, MINUTES, stands, key=f"again-{own}{step.id}")
            )
    others = {step: n for step, n in plan.minutes.items() if not step.startswith(own)}
    return others | over_preset(exercise, plan.preset, minutes)


def _save(t: Translate, workshop: Workshop, plan: Plan) -> None:
    try:
        hub().replan(workshop.id, plan)
    except BadValue as error:
        wrong_value(t, error)
        return
    st.session_state[SAVED] = t("workshop.again.saved")
    st.rerun()


def _one_more(t: Translate, workshop: Workshop) -> None:
    try:
        group = hub().one_more(workshop.id)
    except TooMany:
        return
    st.session_state[ADDED] = t("workshop.again.added", number=group.number)


def _one_less(t: Translate, workshop: Workshop) -> None:
    with suppress(NotAllowed):  # somebody came meanwhile: the page shows the group
        number = workshop.groups[-1].number
        hub().drop_last(workshop.id, number)
        st.session_state[ADDED] = t("workshop.again.dropped", number=number)
