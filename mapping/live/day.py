"""The day as screens hear of it: the step, its one instruction, its buttons, its clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mapping.errors import NotFound
from mapping.scenario import Button, Step, named
from mapping.store import Day, Plan, Workshop

Steps = Callable[[Workshop], Sequence[Step]]
FRAME = ("question", "objective", "territory", "date")  # what a plan may say of a session in its own words


def steps_of(workshop: Workshop) -> tuple[Step, ...]:
    """The steps of the session that this workshop is in; none when its scenario has no exercise for it."""
    try:
        exercise = named(workshop.plan.scenario).exercise(workshop.day.session)
    except NotFound:
        return ()
    plan, own = workshop.plan, f"{workshop.day.session}/"
    steps = (exercise.timed(plan.preset) if plan.preset in exercise.presets else exercise).steps
    return tuple(replace(step, minutes=plan.minutes.get(own + step.id, step.minutes)) for step in steps)


def quiet_of(workshop: Workshop) -> float | None:
    """Seconds without a change after which a group that is drawing may need somebody; None while nobody is to draw."""
    day, step = workshop.day, step_at(steps_of(workshop), workshop.day.index)
    if step is None or not step.draws or day.frozen or day.hidden:
        return None
    return named(workshop.plan.scenario).exercise(day.session).quiet * 60.0


def question_in(workshop: Workshop) -> Mapping[str, str] | None:
    """Today's question in every language, where it is still the exercise's own; None where somebody has typed it."""
    try:
        known = named(workshop.plan.scenario).exercise(workshop.plan.session).question
    except NotFound:
        return None
    return known if workshop.plan.question in known.values() else None


def all_steps(workshop: Workshop) -> tuple[Step, ...]:
    """The steps of all sessions of a workshop's scenario."""
    try:
        exercises = named(workshop.plan.scenario).exercises
    except NotFound:
        return ()
    return tuple(step for exercise in exercises.values() for step in exercise.steps)


def in_session(plan: Plan, session: str) -> Plan:
    """The plan with a session and its frame; BadValue.

    Question and objective are those that were typed for it (`plan.frames`), else the exercise's in the workshop's
    language; territory and date what was typed for it, else as they are. What the session that is left had is kept
    with it, for the way back.
    """
    left = {name: getattr(plan, name) for name in FRAME if getattr(plan, name)}
    plan = replace(plan, session=session, frames={**plan.frames, plan.session: left}).checked()
    own = {k: v for k, v in plan.frames.get(session, {}).items() if k in FRAME and v}
    try:
        frame = named(plan.scenario).exercise(session).frame(plan.language)
    except NotFound:
        return _framed(plan, own)
    return _framed(plan, {"question": frame.question, "objective": frame.objective, **own})


def _framed(plan: Plan, own: Mapping[str, str]) -> Plan:
    return replace(plan, **{name: own[name] for name in FRAME if name in own})  # type: ignore[arg-type]


def step_at(steps: Sequence[Step], index: int) -> Step | None:
    """The step, or None before the first and after the last."""
    return steps[index] if 0 <= index < len(steps) else None


def advanced(day: Day, steps: Sequence[Step], index: int, now: float) -> Day:
    """The day with this step begun and its clock set; drawing goes on unless the step's clock stood for a pause.

    A sensitive layer that was opened for another step is closed. The projector goes from the codes to the clock, unless
    somebody has chosen what it shows.
    """
    index = max(-1, min(index, len(steps) - 1))
    step = step_at(steps, index)
    ends = now + step.minutes * 60 if step is not None and step.minutes else None
    if day.sensitive_step and (step is None or step.id != day.sensitive_step):
        day = closed(day)
    if step is not None and day.projected == "code" and not day.chosen:
        day = replace(day, projected="clock")
    return replace(day, index=index, started=now, ends=ends, paused=None, frozen=False, reading=None)


def closed(day: Day) -> Day:
    """The day with the sensitive layer closed, for whatever it was opened."""
    return replace(day, sensitive=False, sensitive_step="")


def paused(day: Day, on: bool, now: float) -> Day:
    """Drawing and clock stand still, or go on with the time that was left."""
    if on:
        return replace(day, frozen=True, paused=day.paused if day.paused is not None else now)
    ends = day.ends + (now - day.paused) if day.ends is not None and day.paused is not None else day.ends
    return replace(day, frozen=False, paused=None, ends=ends)


def prolonged(day: Day, minutes: float, now: float) -> Day:
    """More time, counted from now where the time is already over; or less, down to the end of it now."""
    clock = day.paused if day.paused is not None else now
    ends = day.ends if day.ends is not None else clock
    to = max(ends, clock) + minutes * 60
    return replace(day, ends=to if minutes >= 0 else min(ends, max(clock, to)))


def day_message(workshop: Workshop, steps: Sequence[Step], now: float) -> dict[str, Any]:
    """The `day` of the protocol."""
    day, step = workshop.day, step_at(steps, workshop.day.index)
    standing = day.paused is not None
    return {
        "session": day.session,
        "step": step.id if step else None,
        "index": day.index,
        "count": len(steps),
        "title": dict(step.title) if step else None,
        "instruction": dict(step.instruction) if step else None,
        "buttons": [_button(b) for b in step.buttons] if step else [],
        "ask": list(step.ask) if step else [],
        "draws": step.draws if step else True,
        "read_back": step.read_back if step else False,
        "reading": day.reading,
        "writes": list(step.writes) if step else [],
        "ends": None if standing else day.ends,
        "left": max(0.0, day.left(now) or 0.0) if standing and day.ends is not None else None,
        "now": now,
        "frozen": day.frozen,
        "sensitive": day.sensitive,
        "findings": day.findings,
        "compare": day.compare,
        "hidden": day.hidden,
        "alone": day.alone,
        "moved": day.moved,
        "projected": day.projected,
        "question": workshop.plan.question,
        "question_in": dict(known) if (known := question_in(workshop)) else None,
    }


def _button(button: Button) -> dict[str, Any]:
    return {"id": button.id, "label": dict(button.label), "kinds": list(button.kinds)}
