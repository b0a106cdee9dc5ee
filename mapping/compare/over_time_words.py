"""A map at two times in words, list by list; and for a program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mapping.compare import wording
from mapping.compare.over_time import Moved, OverTime
from mapping.compare.reading import LinkKey
from mapping.i18n import Translate
from mapping.schema import schema

LINKS = ("links_came", "links_went", "turned", "met", "needed")
ACTORS = ("actors_came", "actors_went")
ORDER = ("links_came", "links_went", "turned", "answered", "met", "needed", *ACTORS, "rated", "named")
DASH = "–"


@dataclass(frozen=True)
class Line:
    """One thing that is otherwise: what, and (where both maps have it) what was said before and after."""

    text: str
    before: str = ""
    after: str = ""
    kind: str = ""  # of a link

    def __str__(self) -> str:
        return f"{self.text}: {self.before} → {self.after}" if self.before or self.after else self.text


def lines(found: OverTime, t: Translate) -> list[tuple[str, list[Line]]]:
    """Each list that is not empty, under its word (`over_time.<name>`)."""
    told = {name: [_link(found, key, t) for key in getattr(found, name)] for name in LINKS}
    told |= {name: [Line(wording.actor(found, id, t)) for id in getattr(found, name)] for name in ACTORS}
    told["answered"] = [_answer(found, one, t) for one in found.answered]
    told["rated"] = [_rating(found, one, t) for one in found.rated]
    told["named"] = [_question(found, one, t) for one in found.named]
    return [(name, told[name]) for name in ORDER if told[name]]


def over_time_json(found: OverTime) -> dict[str, Any]:
    """The same for a program; a question's names in order, None where a map is too early to answer."""
    return {
        "kept": found.kept,
        **{name: [key._asdict() for key in getattr(found, name)] for name in LINKS},
        **{name: list(getattr(found, name)) for name in ACTORS},
        **{name: [_moved(one) for one in getattr(found, name)] for name in ("answered", "rated", "named")},
    }


def _moved(one: Moved) -> dict[str, Any]:
    of = one.of._asdict() if isinstance(one.of, LinkKey) else one.of
    return {"of": of, "before": _plain(one.before), "after": _plain(one.after)}


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _link(found: OverTime, key: LinkKey, t: Translate) -> Line:
    return Line(wording.says(found, key, t), kind=key.kind)


def _answer(found: OverTime, one: Moved, t: Translate) -> Line:
    assert isinstance(one.of, LinkKey)
    before, after = (schema().label("practice", str(x), t.language) for x in (one.before, one.after))
    return Line(wording.says(found, one.of, t), before, after, one.of.kind)


def _rating(found: OverTime, one: Moved, t: Translate) -> Line:
    before, after = (t("over_time.not_rated") if x is None else str(x) for x in (one.before, one.after))
    return Line(wording.actor(found, str(one.of), t), before, after)


def _question(found: OverTime, one: Moved, t: Translate) -> Line:
    label = t(f"findings.{str(one.of).lower().replace('-', '_')}.label")
    return Line(label, _names(found, one.before, t), _names(found, one.after, t))


def _names(found: OverTime, named: object, t: Translate) -> str:
    if not isinstance(named, frozenset):
        return t("board.too_early")
    return wording.names(found, _strings(named), t) if named else DASH


def _strings(named: frozenset[Any]) -> Sequence[str]:
    return [str(name) for name in named]
