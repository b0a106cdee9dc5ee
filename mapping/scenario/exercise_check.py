"""What is wrong with a scenario's exercises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mapping.errors import BadValue
from mapping.scenario.dates import last_day
from mapping.scenario.problem import Problem
from mapping.scenario.records import Exercise, Scenario, Step
from mapping.schema import schema

BUTTONS = 2  # more kinds of link than a table can keep apart in one step
ANCHORS = (5, 6)  # fewer say nothing, more do the room's work
WRITES = ("finding", "unknown", "entry")
QUESTION = re.compile(r"Q[1-9]-\d\d")


def _texts(where: str, texts: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[Problem]:
    for language in languages:
        if not texts.get(language):
            yield Problem("missing_language", where, language)


def _step(where: str, step: Step, exercise: Exercise, languages: tuple[str, ...]) -> Iterator[Problem]:
    yield from _texts(f"{where} title", step.title, languages)
    yield from _texts(f"{where} instruction", step.instruction, languages)
    vocabulary = schema()
    for button in step.buttons:
        yield from _texts(f"{where} {button.id}", button.label, languages)
        if not button.kinds:
            yield Problem("empty_button", where, button.id)
        for kind in button.kinds:
            if kind not in vocabulary.link_kinds:
                yield Problem("unknown_kind", f"{where} {button.id}", kind)
            elif vocabulary.link_kinds[kind].sensitive:
                yield Problem("sensitive_button", f"{where} {button.id}", kind)
    for asked in step.ask:
        if asked not in vocabulary.attributes["actor"] and asked not in vocabulary.attributes["link"]:
            yield Problem("unknown_field", where, asked)
        if asked.startswith("position") and not exercise.positions:
            yield Problem("position_not_asked", where, asked)
    for written in step.writes:
        if written not in WRITES:
            yield Problem("unknown_field", where, written)
    if step.buttons and not step.draws:
        yield Problem("buttons_without_drawing", where, step.id)
    if len(step.buttons) > BUTTONS:
        yield Problem("many_buttons", where, str(len(step.buttons)), "note")


def exercise_problems(scenario: Scenario) -> Iterator[Problem]:
    """Texts in all languages, known kinds and properties, minutes that add up, questions named once."""
    for exercise in scenario.exercises.values():
        where = f"session {exercise.session}"
        for part in ("title", "question", "objective", "territory"):
            yield from _texts(f"{where} {part}", getattr(exercise, part), scenario.languages)
        try:
            last_day(exercise.date)
        except BadValue:
            yield Problem("bad_date", where, exercise.date)
        ids = [step.id for step in exercise.steps]
        for name, plan in exercise.presets.items():
            if set(plan) != set(ids) or len(ids) != len(set(ids)):
                yield Problem("steps_differ", f"{where} {name}", ", ".join(sorted(set(plan) ^ set(ids))))
            if name.isdigit() and sum(plan.values()) != int(name):
                yield Problem("minutes_differ", f"{where} {name}", str(sum(plan.values())))
        for step in exercise.steps:
            yield from _step(f"{where} {step.id}", step, exercise, scenario.languages)
        if exercise.quiet < 1:
            yield Problem("bad_number", f"{where} quiet", str(exercise.quiet))
        for anchor in exercise.anchors:
            if anchor not in scenario.actors:
                yield Problem("unknown_actor", f"{where} anchors", anchor)
        if exercise.anchors and len(exercise.anchors) not in ANCHORS:
            yield Problem("many_anchors", f"{where} anchors", str(len(exercise.anchors)))
        questions = [*exercise.first, *exercise.tables.values(), *exercise.more, *exercise.sensitive]
        for question in questions:
            if not QUESTION.fullmatch(question) or questions.count(question) > 1:
                yield Problem("bad_question", where, question)
