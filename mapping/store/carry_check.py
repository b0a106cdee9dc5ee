"""Whether the rows of a file can be a workshop: nothing comes in that the program could not have kept itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from mapping import i18n
from mapping.changes import MapState, apply
from mapping.codec import change_from_json
from mapping.errors import BadInput, BadValue, FileUnreadable, MappingError, NotFound
from mapping.scenario import named
from mapping.schema import schema
from mapping.store import log, passphrase
from mapping.store.carry_file import MOST, Rows, is_time
from mapping.store.ids import CODE_LENGTH, LETTERS
from mapping.store.plan import SESSIONS, Day, Plan
from mapping.store.seats import ROLES
from mapping.store.words import Word
from mapping.store.workshops import may_be_kept

TURNS = 1_000_000  # so often nobody writes a word or sends everybody out
FRAME = ("question", "objective", "territory", "date")
_ID = re.compile(r"[a-z]-[0-9a-f]{24}")
_NUMBER = re.compile(r"[1-9][0-9]?")
_CODE = re.compile(f"[{LETTERS}]{{{CODE_LENGTH}}}")
_PAIR = re.compile(r"[1-9][0-9]?:[^|]+\|[1-9][0-9]?:.+", re.DOTALL)
T = TypeVar("T", Plan, Day)


def checked(rows: Rows, *, now: float) -> Rows:
    """The rows as they may be kept; BadInput says what cannot be. Every map's changes are made again, one by one."""
    if len(rows["workshop"]) != 1:
        raise FileUnreadable("the file holds no workshop, or several")
    workshop, groups, maps = rows["workshop"][0], rows["working_group"], rows["map"]
    _ids(rows)
    for name in ("working_group", "map", "solo_map", "seat", "judgement", "word"):
        _all(name, (row["workshop"] == workshop["id"] for row in rows[name]))
    _check_groups(groups, maps)
    workshop |= _standing(workshop, now=now)
    kinds = {row["id"]: row["kind"] for row in maps}
    numbers = {row["number"] for row in groups}
    people = [*rows["seat"], *rows["judgement"], *rows["word"], *rows["solo_map"]]
    _all("participant", (0 < len(row["participant"]) <= 40 and row["participant"].isprintable() for row in people))
    _all("seat", (_is_seat(row, numbers) for row in rows["seat"]))
    _all("seat", (row["epoch"] <= workshop["epoch"] for row in rows["seat"]))  # else it would hold after the next
    _all(
        "solo_map", (kinds.get(row["map"]) == "solo" and row["number_of_group"] in numbers for row in rows["solo_map"])
    )
    _all("judgement", (_is_judgement(row, set(kinds)) for row in rows["judgement"]))
    for row in rows["word"]:
        _check_word(row, numbers)
    _check_changes(maps, rows["change"])
    return rows


def _all(what: str, hold: Iterable[bool]) -> None:
    if not all(hold):
        raise FileUnreadable(f"a row of {what} cannot be")


def _ids(rows: Rows) -> None:
    """Ids as we make them, none twice."""
    for name in ("workshop", "map", "seat", "judgement"):
        ids = [row["id"] for row in rows[name]]
        _all(name, (bool(_ID.fullmatch(id)) for id in ids))
        _all(name, [len(ids) == len(set(ids))])
    for name, key in (
        ("working_group", ("number",)), ("solo_map", ("number_of_group", "participant")), ("word", ("id",)),
        ("change", ("map", "seq")), ("change", ("map", "id")), ("working_group", ("map",)), ("solo_map", ("map",)),
    ):  # fmt: skip
        keys = [tuple(row[part] for part in key) for row in rows[name]]
        _all(name, [len(keys) == len(set(keys))])


def _check_groups(groups: list[dict[str, Any]], maps: list[dict[str, Any]]) -> None:
    """Each group has a map of its own, and each map of a group is one's."""
    _all("working_group", [bool(groups)])
    _all("working_group", (bool(_NUMBER.fullmatch(row["number"])) for row in groups))
    _all("working_group", (bool(_CODE.fullmatch(row["code"] or "")) for row in groups))
    _all("map", (row["kind"] in ("group", "solo") for row in maps))
    _all("map", [{row["id"] for row in maps if row["kind"] == "group"} == {row["map"] for row in groups}])


def _standing(row: Mapping[str, Any], *, now: float) -> dict[str, Any]:
    """Plan, day, times and codes of the workshop itself."""
    if row["kind"] != "room" or not passphrase.is_kept(row["passphrase"]):
        raise FileUnreadable("the file holds no workshop that was opened with a passphrase")
    _all("workshop", [row["epoch"] < TURNS])
    code = row["code"] or ""
    _all("workshop", (bool(_CODE.fullmatch(each)) for each in (code, row["screen_code"] or code)))
    if not may_be_kept(row["keep_until"], now):
        raise BadValue("keep_until", row["keep_until"], "a time that is still to come: what is over is not taken in")
    plan, day = _typed(Plan, row["plan"]).checked(), _typed(Day, row["day"])
    _all("plan", (language in i18n.languages() for language in (plan.language, *plan.languages)))
    _all("plan", (len(set(several)) == len(several) for several in (plan.languages, plan.sessions)))
    _all("plan", [plan.cards in ("names", "full")])
    for said in ({name: getattr(plan, name) for name in FRAME}, *plan.frames.values()):
        _all("plan", [isinstance(said, Mapping)])
        _all("plan", (isinstance(text, str) and len(text) <= 2_000 for text in said.values()))
        for name in FRAME:
            if said.get(name):
                schema().checked("frame", name, said[name])
    _all("day", [day.session in SESSIONS])
    try:
        steps = named(plan.scenario).exercise(day.session).steps
    except NotFound:
        raise BadValue("scenario", plan.scenario, "a case that this computer has") from None
    _all("day", [-1 <= day.index < len(steps)])
    anew = replace(day, projected="code", chosen=False, moved=False, held=False)
    return {"plan": plan.to_json(), "day": anew.to_json()}


def _typed(of: type[T], row: Any) -> T:
    """A plan or a day whose values have the forms that it has by itself."""
    if not isinstance(row, Mapping):
        raise BadValue(of.__name__.lower(), row, "an object")
    blank = of()
    for field in fields(of):
        if field.name in row and not _is_like(getattr(blank, field.name), row[field.name]):
            raise BadValue(field.name, row[field.name], "a value of its form")
    return of.from_json(row)


def _is_like(blank: Any, value: Any) -> bool:
    if blank is None:
        return value is None or is_time(value)
    if isinstance(blank, str):
        return isinstance(value, str) and len(value) <= 2_000
    if isinstance(blank, tuple):
        return isinstance(value, list) and len(value) <= 20 and all(isinstance(v, str) for v in value)
    if isinstance(blank, Mapping):
        return isinstance(value, Mapping) and len(value) <= 200 and all(type(v) in (int, dict) for v in value.values())
    return type(value) is type(blank)


def _is_seat(row: Mapping[str, Any], numbers: set[str]) -> bool:
    sits = row["role"] == "participant"
    right = row["number_of_group"] in numbers if sits else row["number_of_group"] is None
    return row["role"] in ROLES and right and row["number"] <= MOST["seat"]


def _is_judgement(row: Mapping[str, Any], maps: set[str]) -> bool:
    """Whether a judgement is one of those that the program reads; most may have been taken back (None)."""
    about, subject, value = row["about"], row["subject"], row["value"]
    if about == "same":
        return bool(_PAIR.fullmatch(subject)) and value in ("same", "different", None)
    if about == "checked":
        return subject in ("persons", "harm") and value in (True, None)
    if about == "taken":
        return subject == "pack" and isinstance(value, str) and len(value) <= 40
    if about == "agenda":
        return _is_agenda(subject, value)
    of_a_map = OF_A_MAP.get(about)  # the others speak of a map, or of something on it
    return of_a_map is not None and re.split("[ /]", subject)[0] in maps and (value is None or of_a_map(value))


def _is_agenda(subject: str, value: Any) -> bool:
    """The order of the agenda, a question that was added, or that a point was talked about (`ui/agenda.py`)."""
    if value is None:
        return len(subject) <= 40
    if subject == "order":
        return isinstance(value, list) and len(value) <= 500 and all(_is_point(key) for key in value)
    what, _, key = subject.partition(":")
    is_kept = value is True if what == "done" else isinstance(value, str) and 0 < len(value) <= 200
    return what in ("done", "own") and _is_point(key) and is_kept


def _is_point(key: Any) -> bool:
    return isinstance(key, str) and re.fullmatch(r"[0-9a-f]{16}", key) is not None


def _is_opinion(value: Any) -> bool:
    of = value.get("of") if isinstance(value, Mapping) else None
    return (
        isinstance(value, Mapping) and value.keys() == {"value", "of"} and value["value"] in ("yes", "no")
        and isinstance(of, list) and len(of) == 4 and all(isinstance(part, str) for part in of)
    )  # fmt: skip


OF_A_MAP: Mapping[str, Callable[[Any], bool]] = {
    "drawing": lambda value: value is True, "double": lambda value: value is True, "agreement": _is_opinion,
    "read_back": is_time,
}  # fmt: skip
ABOUTS = frozenset({"same", "checked", "taken", "agenda", *OF_A_MAP})


def _check_word(row: Mapping[str, Any], numbers: set[str]) -> None:
    word = Word(
        row["id"], row["number_of_group"], row["session"], row["kind"], row["slot"], row["about"], row["title"],
        row["text"], row["share"], row["verify"], row["verifier"], row["rev"], row["participant"], row["at"],
        row["parts"],
    )  # fmt: skip
    right = word.has_own_id and 1 <= word.rev < TURNS and word.session in SESSIONS
    if word.checked() != word or not right:
        raise BadValue("word", word.id, "as it is kept")
    _all("word", [word.group is None or word.group in numbers])


def _check_changes(maps: list[dict[str, Any]], changes: list[dict[str, Any]]) -> None:
    """Each map's changes are numbered without a hole, are written as we write them, and can be made."""
    of: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in changes:
        of[row["map"]].append(row)
    _all("change", [of.keys() <= {row["id"] for row in maps}])
    for row in maps:
        own = sorted(of[row["id"]], key=lambda change: int(change["seq"]))
        if [change["seq"] for change in own] != list(range(1, row["seq"] + 1)):
            raise FileUnreadable(f"the changes of map {row['id']} are not all there")
        state = MapState()
        try:
            for each in own:
                change = change_from_json(each["payload"])
                if log.payload_of(change) != each["payload"] or change.id != each["id"]:
                    raise BadValue("change", each["id"], "a change as it is kept")
                outcome = apply(state, change, each["seq"])
                if not outcome.changed:  # such a change is never recorded: the next one would have no number
                    raise BadValue("change", each["id"], "a change that takes effect")
                state = outcome.state
        except BadInput:
            raise
        except (MappingError, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            raise FileUnreadable(f"map {row['id']} cannot be drawn again: {type(error).__name__}") from None
