"""What stands beside the board as tables and short lists: each group's version of a link, the answers, who is who."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapping.analysis.finding import FOUND, NOT_ENOUGH
from mapping.compare import wording
from mapping.compare.board import Board
from mapping.compare.reading import LinkKey
from mapping.compare.running_order import key_of
from mapping.compare.veil import is_veiled
from mapping.i18n import Translate
from mapping.model import Actor
from mapping.schema import schema
from mapping.ui.markup import Html, tag
from mapping.ui.signs import groups_badge, letter

DASH = "–"


def levels(found: Board, t: Translate) -> Html:
    """By how many groups a link must be drawn to be on the joint map: one button for each number."""
    count = len(found.groups)
    buttons = [
        tag("button", str(n), type="button", class_="level num" + (" on" if n == found.joint.at_least else ""),
            data_act="at_least", data_value=str(n), aria_pressed=str(n == found.joint.at_least).lower(),
            aria_label=t("board.level", n=n, count=count))
        for n in range(1, count + 1)
    ]  # fmt: skip
    return tag("p", tag("span", t("board.levels"), class_="soft small"), buttons, class_="levels", data_testid="levels")


def versions(found: Board, t: Translate) -> Html:
    """Link by link of the joint map, what each group says of it; a dash where it did not draw it."""
    labels = {code.id: code.label[t.language] for code in schema().scales["practice"]}
    joint = found.joint
    rows = [
        tag(
            "tr", tag("th", letter(key.kind), " ", wording.says(found, key, t), scope="row"),
            [_version(labels, joint.answers[id].get(g), disputed=id in joint.disputed) for g in found.groups],
        )
        for id, key in joint.keys.items() if not _is_veiled(found, key)
    ]  # fmt: skip
    return _table(found, rows, "versions")


def _is_veiled(found: Board, key: LinkKey) -> bool:
    return any(is_veiled(group) for group in found.links[key])


def one_link(found: Board, pressed: str, t: Translate) -> Html | None:
    """What each group says of the link of the joint map that was pressed; None where it is not on it any more."""
    key = next((key for id, key in found.joint.keys.items() if key_of(id) == pressed), None)
    if key is None:
        return None
    groups = found.links[key] if _is_veiled(found, key) else found.groups
    rows = [
        tag("li", groups_badge(group), tag("span", _says(found, key, group, t), class_="grow"), class_="row")
        for group in groups
    ]
    head = tag(
        "header", letter(key.kind), tag("h3", wording.says(found, key, t), class_="grow"),
        tag("button", "×", class_="btn quiet", data_act="link", data_value=pressed, aria_label=t("board.close")),
        class_="row",
    )  # fmt: skip
    return tag("div", head, tag("ul", rows, class_="facts"), class_="one-link", role="status", data_testid="one-link")


def _says(found: Board, key: LinkKey, group: str, t: Translate) -> str:
    """A group's version of a link: its answer, that it drew it the other way round, or why there is none."""
    answer = found.links[key].get(group)
    if answer is not None:
        return schema().label("practice", answer, t.language)
    if key.is_directed and group in found.links.get(key.reverse, {}):
        return t("board.one.reversed")
    if key in found.overlap.gaps.get(group, ()):
        return t("board.one.missing")
    has = found.alignment.joined(group).values()
    lacks = [wording.actor(found, end, t) for end in (key.source, key.target) if end not in has]
    return t("board.one.lacks", names=t.join(lacks)) if lacks else t("board.one.not_drawn")


def highest() -> int:
    """The top of a tower."""
    return int(schema().attributes["actor"]["influence"].max or 0)


def influence(found: Board, t: Translate) -> list[Html]:
    """Actors whose towers differ, each group's as a dot on one scale and as a number; and whom nobody rated."""
    rows = [
        tag("tr", tag("th", tag("span", wording.actor(found, s.actor, t), class_="who"), _dots(s.values), scope="row"),
            [tag("td", DASH if (n := s.values.get(g)) is None else str(n), class_="num") for g in found.groups])
        for s in found.spreads if s.width
    ]  # fmt: skip
    head = tag("tr", tag("th", ""), [tag("th", groups_badge(g), scope="col") for g in found.groups])
    unrated = [
        wording.actor(found, s.actor, t) for s in found.spreads if not any(v is not None for v in s.values.values())
    ]
    said = tag("p", t("board.unrated", names=t.join(unrated)), class_="soft label") if unrated else None
    table = tag("table", head, rows, class_="cover-table spread") if rows else None
    return [part for part in (table, said) if part is not None]


def _dots(values: Mapping[str, int | None]) -> Html:
    """The groups' numbers at their heights; who stands at the same height stands above the other. For the eye alone:
    the cells say the same."""
    by_height: dict[int, list[str]] = {}
    for group, value in values.items():
        if value is not None:
            by_height.setdefault(value, []).append(group)
    dots = [
        tag("i", class_=f"at-{height} up-{n}", data_group=group)
        for height, groups in sorted(by_height.items())
        for n, group in enumerate(groups)
    ]
    return tag("span", dots, class_="dots", aria_hidden="true")


def answers(found: Board, t: Translate) -> Html:
    """Question by question, how many each group's map names; a dash where it is too early to say."""
    rows = [
        tag("tr", tag("th", t(f"findings.{row.question.lower().replace('-', '_')}.label"), scope="row"),
            [_answer(t, row.answers[g].outcome, len(row.answers[g].named)) for g in found.groups])
        for row in found.findings
    ]  # fmt: skip
    return _table(found, rows, "answers")


def decided(judged: Sequence[tuple[str, str]], called: Mapping[str, Actor], found: Board, t: Translate) -> Html | None:
    """The pairs that somebody has decided about, as each group calls its own, with a way back; None where there is
    none."""
    here = {f"{group}:{id}" for same in found.alignment.actors for group, id in same.within.items()}
    rows = [
        _decision(subject, verdict, [called[place] for place in places], t)
        for subject, verdict in judged
        if set(places := subject.split("|", 1)) <= here & called.keys()  # else one was taken off its map
    ]
    if not rows:
        return None
    return tag("details", tag("summary", t("board.decided", n=len(rows))), tag("ul", rows, class_="facts"),
               class_="decided", data_testid="decided")  # fmt: skip


def _decision(subject: str, verdict: str, pair: Sequence[Actor], t: Translate) -> Html:
    groups = [place.split(":", 1)[0] for place in subject.split("|", 1)]
    left, right = (actor.label(t.language) for actor in pair)
    return tag(
        "li", [groups_badge(g) for g in groups],
        tag("span", t(f"board.was.{verdict}", left=left, right=right), class_="grow"),
        tag("button", t("board.take_back"), class_="btn quiet under", data_act="undecided", data_value=subject),
        class_="row wrap",
    )  # fmt: skip


def _version(labels: dict[str, str], practice: str | None, *, disputed: bool) -> Html:
    return tag("td", labels[practice] if practice else DASH, class_="mark" if disputed and practice else None)


def _answer(t: Translate, outcome: str, count: int) -> Html:
    if outcome == NOT_ENOUGH:
        return tag("td", DASH, title=t("board.too_early"), aria_label=t("board.too_early"))
    return tag("td", str(count) if outcome == FOUND else "0", class_="num")


def _table(found: Board, rows: Sequence[Html], name: str) -> Html:
    head = tag("tr", tag("td", ""), [tag("th", groups_badge(g), scope="col") for g in found.groups])
    body = tag("table", tag("thead", head), tag("tbody", rows), class_=f"cover-table by-group {name}")
    return tag("div", body, class_="scroll", data_testid=f"table-{name}", tabindex="0")
