"""What the room said, as a page shows it: findings first, then what is not known, answers, and the pad's lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mapping.export.said import Said, from_room
from mapping.i18n import Translate

ORDER = ("finding", "unknown", "answer", "pad", "other")
VERIFIERS = ("facilitator", "organiser", "group", "institution", "analyst")  # who may be asked to verify an answer


@dataclass(frozen=True)
class Line:
    """One thing that was said: the question that it answers (or none), the text, and what is still to be done."""

    title: str
    text: str
    verify: str
    group: str


def sections(rooms: Iterable[Mapping[str, Any]], t: Translate) -> list[tuple[str, list[Line]]]:
    """The headings and lines of what these files' rooms say, each thing once."""
    said = list(dict.fromkeys(each for room in rooms for each in from_room(room)))
    found = ((kind, [_line(each, t) for each in said if _place(each) == kind]) for kind in ORDER)
    return [(t(f"export.said.{kind}"), lines) for kind, lines in found if lines]


def to_verify(each: Said, t: Translate) -> str:
    """That it is to be verified, and by whom; empty where it is not."""
    if not each.verify:
        return ""
    if each.verifier not in VERIFIERS:
        return t("export.said.verify")
    return t("export.said.verify_by", who=t(f"export.said.verifier.{each.verifier}"))


def _place(each: Said) -> str:
    return each.kind if each.kind in ORDER else "other"


def _line(each: Said, t: Translate) -> Line:
    return Line(each.title, each.text, to_verify(each, t), each.group)
