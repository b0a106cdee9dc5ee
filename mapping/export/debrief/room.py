"""What the room said, as parts of a debrief: findings first, then what is not known, answers, the pad's lines; the
entry points; and what is still to be verified."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mapping.export.debrief.brief import Block, Heading, Line, Lines, Part, Table
from mapping.export.said import PARTS, Said, from_room
from mapping.i18n import Translate

ORDER = ("finding", "unknown", "answer", "pad", "other")
VERIFIERS = ("facilitator", "organiser", "group", "institution", "analyst")  # who may be asked to verify an answer
Rooms = Iterable[Mapping[str, Any]]


def sections(rooms: Rooms, t: Translate) -> list[Part]:
    """What these files' rooms say, each thing once; nothing where nobody said anything."""
    said = _said(rooms)
    blocks: list[Block] = []
    for kind in ORDER:
        if lines := tuple(_line(each, t) for each in said if _place(each) == kind):
            blocks += [Heading(t(f"export.said.{kind}")), Lines(lines)]
    return [Part("room", t("export.report.room"), tuple(blocks))] if blocks else []


def entries(rooms: Rooms, t: Translate) -> list[Part]:
    """The entry points that groups filled in: with whom, at what risk, how it begins and what would show progress."""
    said = [each for each in _said(rooms) if each.kind == "entry"]
    several = len({each.group for each in said}) > 1
    rows = tuple((_entry(each, t, several), *(each.parts.get(name, "") for name in PARTS)) for each in said)
    columns = tuple(t(f"export.entries.{name}") for name in ("entry", *PARTS))
    return [Part("entries", t("export.report.entries"), (Table(columns, rows),))] if rows else []


def next_steps(rooms: Rooms, t: Translate) -> list[Part]:
    """What is still to be verified, and by which role."""
    rows = tuple((each.title or each.text, each.text, _verifier(each, t)) for each in _said(rooms) if each.verify)
    columns = tuple(t(f"export.next.{name}") for name in ("what", "said", "who"))
    return [Part("next", t("export.report.next"), (Table(columns, rows),))] if rows else []


def _entry(each: Said, t: Translate, several: bool) -> str:
    return f"{each.text} ({t('drawing.group', n=each.group)})" if several and each.group else each.text


def _said(rooms: Rooms) -> list[Said]:
    return list(dict.fromkeys(each for room in rooms for each in from_room(room)))


def to_verify(each: Said, t: Translate) -> str:
    """That it is to be verified, and by whom; empty where it is not."""
    if not each.verify:
        return ""
    if each.verifier not in VERIFIERS:
        return t("export.said.verify")
    return t("export.said.verify_by", who=_verifier(each, t))


def _verifier(each: Said, t: Translate) -> str:
    return t(f"export.said.verifier.{each.verifier}") if each.verifier in VERIFIERS else t("export.said.somebody")


def _place(each: Said) -> str:
    return each.kind if each.kind in (*ORDER, "entry") else "other"


def _line(each: Said, t: Translate) -> Line:
    groups = (each.group,) if each.group else ()
    return Line(each.text, groups=groups, title=each.title, small=to_verify(each, t))
