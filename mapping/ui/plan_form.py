"""The form that opens a workshop: everything proposed, one screen, under a minute."""

from __future__ import annotations

import streamlit as st

from mapping.errors import BadValue
from mapping.i18n import Translate
from mapping.scenario import named, shipped
from mapping.scenario.records import Exercise, Scenario
from mapping.store import Plan
from mapping.store.passphrase import SHORTEST
from mapping.store.plan import GROUPS
from mapping.ui.markup import Html, join, tag
from mapping.ui.plan_more import keep_days, more
from mapping.ui.sheet import sheet
from mapping.ui.which_case import which_case

RULES = ("one", "two", "three", "four")
DEFAULTS = ("sensitive", "neutral", "share", "positions", "names", "kept")


def plan_form(t: Translate) -> tuple[Plan, str] | None:
    """Ask for the plan; the plan and the passphrase once somebody sends a complete form."""
    exercises = _exercises(t)
    with st.form("plan", border=True):
        left, right = st.columns(2, gap="large")
        with left:
            groups = st.number_input(t("workshop.groups"), 1, GROUPS, 2, key="plan-groups")
            secret = st.text_input(
                t("workshop.passphrase"), type="password", autocomplete="new-password", key="plan-passphrase",
                placeholder=t("workshop.passphrase_short"),
            )  # fmt: skip
            st.caption(t("workshop.passphrase_help"))
        with right:
            sheet(_rules(t), key="plan-rules")
            agreed = st.checkbox(t("workshop.rules.confirm"), key="plan-agreed")
            sent = st.form_submit_button(t("workshop.open"), type="primary", width="stretch", key="plan-open")
        answer = st.empty()
    first = exercises[0]
    plan = Plan(
        scenario=first.scenario, session=first.session, sessions=tuple(e.session for e in exercises),
        groups=int(groups), language=t.language, rules=agreed,
    )  # fmt: skip
    plan = more(t, plan, exercises)
    if not sent:
        return None
    missing = _missing(plan, secret, agreed)
    if missing:
        answer.error(t(f"workshop.needs.{missing}"))
        return None
    return plan, secret


def wrong_value(t: Translate, error: BadValue) -> None:
    """Say which field the store did not take."""
    st.error(t("workshop.needs.value", field=error.field))


def defaults(t: Translate) -> None:
    """What is set without asking, in words."""
    items = [
        tag("li", tag("b", t(f"workshop.as_is.{name}", days=keep_days())), " ",
            tag("span", t(f"workshop.as_is.{name}_text"), class_="soft"))
        for name in DEFAULTS
    ]  # fmt: skip
    sheet(join(tag("h2", t("workshop.as_is.title")), tag("ul", items, class_="settings")), key="plan-defaults")


def _exercises(t: Translate) -> list[Exercise]:
    scenario = named(which_case(t, shipped(), key="plan-case"))
    sessions = list(scenario.exercises)
    both = "+".join(sessions)
    chosen = st.segmented_control(
        t("workshop.session"), [*sessions, both] if len(sessions) > 1 else sessions, default=scenario.session,
        required=True, key="plan-session", format_func=lambda s: _session_name(t, scenario, s),
    )  # fmt: skip
    return [scenario.exercise(session) for session in (chosen or scenario.session).split("+")]


def _session_name(t: Translate, scenario: Scenario, chosen: str) -> str:
    if "+" in chosen:
        return t("workshop.session_both")
    return t("workshop.session_name", number=chosen, title=scenario.exercise(chosen).title[t.language])


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
