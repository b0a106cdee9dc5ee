"""What is wrong with a scenario's exercises."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from mapping.errors import BadValue
from mapping.scenario.dates import last_day
from mapping.scenario.problem import Problem
from mapping.scenario.records import Button, Exercise, Scenario, Step
from mapping.schema import schema

BUTTONS = 2  # more kinds of link than a table can keep apart in one step
ANCHORS = (5, 6)  # fewer say nothing, more do the room's work
WRITES = ("finding", "unknown", "entry")
SESSIONS = ("3", "4")  # those of the training
QUESTION = re.compile(r"Q[1-9]-\d\d")
At = Callable[..., Problem]  # a problem of one file: code, value=, column=


def _texts(at: At, way: str, texts: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[Problem]:
    for language in languages:
        if not texts.get(language):
            yield at("missing_language", value=language, column=f"{way}.{language}")


def _step(at: At, step: Step, exercise: Exercise, languages: tuple[str, ...]) -> Iterator[Problem]:
    way = f"steps.{step.id}"
    yield from _texts(at, f"{way}.title", step.title, languages)
    yield from _texts(at, f"{way}.instruction", step.instruction, languages)
    vocabulary = schema()
    for asked in step.ask:
        if asked not in vocabulary.attributes["actor"] and asked not in vocabulary.attributes["link"]:
            yield at("unknown_field", value=asked, column=f"{way}.ask")
        if asked.startswith("position") and not exercise.positions:
            yield at("position_not_asked", value=asked, column=f"{way}.ask")
    for written in step.writes:
        if written not in WRITES:
            yield at("unknown_field", value=written, column=f"{way}.writes")
    if step.buttons and not step.draws:
        yield at("buttons_without_drawing", value=step.id, column=f"{way}.buttons")
    if len(step.buttons) > BUTTONS:
        yield at("many_buttons", value=str(len(step.buttons)), column=f"{way}.buttons", level="note")


def _button(at: At, button: Button, languages: tuple[str, ...]) -> Iterator[Problem]:
    way, vocabulary = f"palette.{button.id}", schema()
    yield from _texts(at, f"{way}.label", button.label, languages)
    if not button.kinds:
        yield at("empty_button", value=button.id, column=f"{way}.kinds")
    for kind in button.kinds:
        if kind not in vocabulary.link_kinds:
            yield at("unknown_kind", value=kind, column=f"{way}.kinds")
        elif vocabulary.link_kinds[kind].sensitive:
            yield at("sensitive_button", value=kind, column=f"{way}.kinds")


def _minutes(at: At, exercise: Exercise) -> Iterator[Problem]:
    ids = [step.id for step in exercise.steps]
    for id in {id for id in ids if ids.count(id) > 1}:
        yield at("repeated_step", value=id, column=f"steps.{id}")
    for name, plan in exercise.presets.items():
        if set(plan) != set(ids):
            differ = ", ".join(sorted(set(plan) ^ set(ids)))
            yield at("steps_differ", value=differ, column=f"presets.{name}")
        if name.isdigit() and sum(plan.values()) != int(name):
            yield at("minutes_differ", value=str(sum(plan.values())), column=f"presets.{name}", other=name)


def _questions(at: At, exercise: Exercise, known: Collection[str] | None) -> Iterator[Problem]:
    lists = {
        "first": exercise.first, "tables": tuple(exercise.tables.values()), "more": exercise.more,
        "sensitive": exercise.sensitive,
    }  # fmt: skip
    every = [question for questions in lists.values() for question in questions]
    for name, questions in lists.items():
        for question in dict.fromkeys(questions):
            fine = QUESTION.fullmatch(question) and (known is None or question in known)
            if not fine or every.count(question) > 1:
                yield at("bad_question", value=question, column=f"questions.{name}")


def exercise_problems(
    scenario: Scenario, files: Mapping[str, str], questions: Collection[str] | None = None
) -> Iterator[Problem]:
    """Texts in all languages, known kinds and properties, minutes that add up, questions named once.

    `files` says which file has the exercise of a session.
    """
    for session, exercise in scenario.exercises.items():
        at: At = partial(Problem, file=files[session])
        if session not in SESSIONS:
            yield at("bad_value", value=session, column="session", other=", ".join(SESSIONS))
        for part in ("title", "question", "objective", "territory"):
            yield from _texts(at, part, getattr(exercise, part), scenario.languages)
        try:
            last_day(exercise.date)
        except BadValue:
            yield at("bad_date", value=exercise.date, column="date")
        yield from _minutes(at, exercise)
        buttons = {button.id: button for step in exercise.steps for button in step.buttons}
        for button in buttons.values():
            yield from _button(at, button, scenario.languages)
        for step in exercise.steps:
            yield from _step(at, step, exercise, scenario.languages)
        if exercise.quiet < 1:
            yield at("bad_number", value=str(exercise.quiet), column="quiet")
        for anchor in exercise.anchors:
            if anchor not in scenario.actors:
                yield at("unknown_actor", value=anchor, column="anchors")
        if exercise.anchors and len(exercise.anchors) not in ANCHORS:
            yield at("many_anchors", value=str(len(exercise.anchors)), column="anchors")
        yield from _questions(at, exercise, questions)
