"""The clock of the step, on every page: the time that is left, counting in the browser."""

from __future__ import annotations

from mapping.i18n import Translate
from mapping.live import hub
from mapping.store import Workshop
from mapping.ui.markup import Html, tag

MINUTES = (-1, 1, 5)  # what the running step is given or loses by one press


def clock(workshop: Workshop, minutes: int) -> Html:
    """The time that is left of the step, large; nothing where it has no clock."""
    left = workshop.day.left(hub().clock())
    if left is None:
        return Html("")
    bar = tag("span", tag("i", data_of=max(60, minutes * 60)), class_="bar")
    return tag("div", _counting(workshop, left, "clock"), bar, class_="clk")


def clock_line(t: Translate, workshop: Workshop) -> Html | None:
    """The step and what is left of it, in a line; None before the first step."""
    steps, day = hub().steps_of(workshop.id), workshop.day
    if not day.is_open or day.index >= len(steps):
        return None
    step, left = steps[day.index], day.left(hub().clock())
    time = _counting(workshop, left, "clock-line") if left is not None else None
    paused = tag("span", t("canvas.strip.paused"), class_="mark") if day.frozen else None
    name = tag("span", step.title[t.language], class_="cut")
    return tag("span", name, time, paused, class_="row clock-line", data_testid="step-clock")


def clock_menu(t: Translate, workshop: Workshop) -> Html | None:
    """The same line for who leads: pressed, it offers to give the step more time or less."""
    line = clock_line(t, workshop)
    if line is None:
        return None
    gives = [
        tag("button", minutes_label(t, n), data_act="minutes", data_value=n, data_testid=f"minutes{n:+d}",
            aria_label=f"{t('wall.time')}: {minutes_label(t, n)}")
        for n in MINUTES if n > 0 or workshop.day.ends is not None
    ]  # fmt: skip
    head = tag("summary", line, title=t("wall.time"), data_testid="time-open")
    offered = tag("div", tag("p", t("wall.time"), class_="cap"), gives)
    return tag("details", head, offered, class_="time-of-step", data_menu=True)


def minutes_label(t: Translate, n: int) -> str:
    """A change of the time as it stands on a button."""
    return t("wall.minutes", n=f"{'+' if n > 0 else '−'} {abs(n)}")


def press_minutes(workshop: Workshop, act: str, value: str) -> None:
    """One of the menu's buttons was pressed."""
    if act == "minutes" and int(value) in MINUTES:
        hub().more_time(workshop.id, int(value))


def _counting(workshop: Workshop, left: float, testid: str) -> Html:
    runs = "1" if workshop.day.paused is None else "0"
    return tag("span", class_="clock", data_clock=round(left), data_runs=runs, data_testid=testid)
