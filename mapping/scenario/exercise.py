"""An exercise as written in YAML: question, palette, steps and findings of one session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.scenario.records import Button, Exercise, Step
from mapping.schema import schema


def _kinds(names: list[str]) -> tuple[str, ...]:
    """Link kinds; "family:oversight" stands for all kinds of that family."""
    kinds: list[str] = []
    for name in names:
        family = name.removeprefix("family:")
        kinds += [name] if family == name else [k.id for k in schema().link_kinds.values() if k.family.id == family]
    return tuple(kinds)


def _presets(written: Mapping[Any, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    return {str(name): {step: int(minutes) for step, minutes in plan.items()} for name, plan in written.items()}


def exercise(written: Mapping[str, Any], scenario: str) -> Exercise:
    """The exercise, with the minutes of the preset it names; `Exercise.timed` gives those of another.

    A button that the palette does not have is left out, a step without minutes has none: `exercise_check` says so.
    """
    palette = {
        id: Button(id, button["label"], _kinds(button["kinds"]))
        for id, button in (written.get("palette") or {}).items()
    }
    presets = _presets(written["presets"])
    preset = str(written["preset"])
    steps = tuple(
        Step(
            id=step["id"],
            minutes=presets.get(preset, {}).get(step["id"], 0),
            title=step["title"],
            instruction=step["instruction"],
            buttons=tuple(palette[id] for id in step.get("buttons") or () if id in palette),
            ask=tuple(step.get("ask") or ()),
            draws=bool(step.get("draws", False)),
            read_back=bool(step.get("read_back", False)),
            alone=bool(step.get("alone", False)),
            writes=tuple(step.get("writes") or ()),
        )
        for step in written["steps"]
    )
    questions = written["questions"]
    return Exercise(
        session=str(written["session"]),
        title=written["title"],
        question=written["question"],
        objective=written["objective"],
        territory=written["territory"],
        date=str(written["date"]),
        scenario=scenario,
        positions=bool(written["positions"]),
        preset=preset,
        presets=presets,
        steps=steps,
        first=tuple(questions["first"]),
        tables=questions.get("tables") or {},
        more=tuple(questions.get("more") or ()),
        sensitive=tuple(questions.get("sensitive") or ()),
        quiet=int(written.get("quiet", Exercise.quiet)),
        anchors=tuple(written.get("anchors") or ()),
    )


def dangling(written: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """What an exercise names and does not have, each as code, way and value: buttons, and the preset it begins with."""
    palette = written.get("palette") or {}
    found = [
        ("unknown_button", f"steps.{step['id']}.buttons", id)
        for step in written["steps"]
        for id in step.get("buttons") or ()
        if id not in palette
    ]
    if written["presets"] and written["preset"] not in map(str, written["presets"]):
        found.append(("unknown_preset", "preset", written["preset"]))
    return found
