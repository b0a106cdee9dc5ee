"""The minutes of a session's steps: a preset, and each step's own beside the sum."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from mapping.i18n import Translate
from mapping.scenario.records import Exercise
from mapping.store.plan import MINUTES


def minutes_editor(t: Translate, exercise: Exercise) -> tuple[str, dict[str, int]]:
    """The preset chosen, and the minutes of every step as they stand in the boxes."""
    session = exercise.session
    preset = st.segmented_control(
        t("workshop.minutes"), list(exercise.presets), default=exercise.preset, required=True,
        format_func=lambda n: t("workshop.minutes_name", n=n), key=f"plan-minutes-{session}",
    ) or exercise.preset  # fmt: skip
    steps = exercise.timed(preset).steps
    columns, minutes = st.columns(2), {}
    for n, step in enumerate(steps):
        with columns[n * 2 // len(steps)]:
            minutes[step.id] = int(
                st.number_input(
                    step.title[t.language], 0, MINUTES, step.minutes, key=f"step-{session}-{preset}-{step.id}"
                )
            )
    st.markdown(t("workshop.minutes_sum", n=sum(minutes.values()), slot=sum(s.minutes for s in steps)))
    return preset, minutes


def over_preset(exercise: Exercise, preset: str, minutes: Mapping[str, int]) -> dict[str, int]:
    """What a plan keeps of them: the steps whose minutes are not those of the plan's preset."""
    timed = exercise.timed(preset) if preset in exercise.presets else exercise
    return {
        f"{exercise.session}/{step.id}": minutes[step.id] for step in timed.steps if minutes[step.id] != step.minutes
    }
