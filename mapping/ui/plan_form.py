"""The form that opens a workshop: everything proposed, one screen, under a minute."""

from __future__ import annotations

import streamlit as st

from mapping.errors import BadValue
from mapping.i18n import Translate
from mapping.scenario import named, shipped
from mapping.scenario.records import Exercise
from mapping.store import Plan
from mapping.store.passphrase import SHORTEST
from mapping.store.plan import GROUPS
from mapping.ui.markup import Html, join, tag
from mapping.ui.sheet import sheet

RULES = ("one", "two", "three", "four")
DEFAULTS = ("sensitive", "neutral", "share", "positions", "names", "kept")


def plan_form(t: Translate) -> tuple[Plan, str] | None:
    """Ask for the plan; the plan and the passphrase once somebody sends a complete form."""
    exercise = _exercise(t)
    frame, where = exercise.frame(t.language), f"{exercise.session}-{t.language}"
    with st.form("plan", border=True):
        left, right = st.columns([5, 4], gap="large")
        with left:
            question = st.text_area(t("workshop.question"), frame.question, max_chars=500, key=f"plan-question-{where}")
            objective = st.text_area(
                t("workshop.objective"), frame.objective, max_chars=500,
                key=f"plan-objective-{where}",
            )  # fmt: skip
            a, b = st.columns(2)
            territory = a.text_input(
                t("workshop.territory"), frame.territory, max_chars=120, key=f"plan-territory-{where}"
            )
            date = b.text_input(t("workshop.date"), frame.date, max_chars=10, key=f"plan-date-{where}")
            cards = st.segmented_control(
                t("workshop.cards"), ["names", "full"], default="names", required=True, key="plan-cards",
                format_func=lambda c: t(f"workshop.cards_{c}"),
            )  # fmt: skip
        with right:
            a, b = st.columns(2)
            groups = a.number_input(t("workshop.groups"), 1, GROUPS, 2, key="plan-groups")
            preset = b.segmented_control(
                t("workshop.minutes"), list(exercise.presets), default=exercise.preset, required=True,
                format_func=lambda n: t("workshop.minutes_name", n=n), key=f"plan-minutes-{exercise.session}",
            )  # fmt: skip
            secret = st.text_input(
                t("workshop.passphrase"), type="password", autocomplete="new-password", key="plan-passphrase",
                placeholder=t("workshop.passphrase_short"),
            )  # fmt: skip
            st.caption(t("workshop.passphrase_help"))
            sheet(_rules(t), key="plan-rules")
            agreed = st.checkbox(t("workshop.rules.confirm"), key="plan-agreed")
            sent = st.form_submit_button(t("workshop.open"), type="primary", width="stretch", key="plan-open")
    if not sent:
        return None
    plan = Plan(
        scenario=exercise.scenario, session=exercise.session, groups=int(groups), language=t.language,
        question=question.strip(), objective=objective.strip(), territory=territory.strip(), date=date.strip(),
        preset=preset or exercise.preset, cards=cards or "names",
    )  # fmt: skip
    missing = _missing(plan, secret, agreed)
    if missing:
        st.error(t(f"workshop.needs.{missing}"))
        return None
    return plan, secret


def wrong_value(t: Translate, error: BadValue) -> None:
    """Say which field the store did not take."""
    st.error(t("workshop.needs.value", field=error.field))


def defaults(t: Translate) -> None:
    """What is set without asking, in words."""
    items = [
        tag("li", tag("b", t(f"workshop.as_is.{name}", days=Plan().keep_days)), " ",
            tag("span", t(f"workshop.as_is.{name}_text"), class_="soft"))
        for name in DEFAULTS
    ]  # fmt: skip
    sheet(join(tag("h2", t("workshop.as_is.title")), tag("ul", items, class_="settings")), key="plan-defaults")


def _exercise(t: Translate) -> Exercise:
    cases = shipped()
    case = cases[0]
    if len(cases) > 1:
        case = st.selectbox(
            t("workshop.case"), cases, key="plan-case", format_func=lambda c: named(c).names.get(t.language, c)
        )
    scenario = named(case)
    sessions = list(scenario.exercises)
    chosen = st.segmented_control(
        t("workshop.session"), sessions, default=scenario.session, required=True, key="plan-session",
        format_func=lambda s: t("workshop.session_name", number=s, title=scenario.exercise(s).title[t.language]),
    )  # fmt: skip
    return scenario.exercise(chosen or scenario.session)


def _rules(t: Translate) -> Html:
    rules = [tag("li", t(f"workshop.rules.{rule}")) for rule in RULES]
    return join(tag("h2", t("workshop.rules.title")), tag("ol", rules, class_="rules"))


def _missing(plan: Plan, secret: str, agreed: bool) -> str:
    if not plan.question:
        return "question"
    if not plan.objective:
        return "objective"
    if len(secret.strip()) < SHORTEST:
        return "passphrase"
    return "" if agreed else "rules"
