"""The board on a page: what coincides, where the groups do not, what only one saw, and what to talk about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapping.compare import wording
from mapping.compare.board import Board
from mapping.compare.reading import LinkKey
from mapping.compare.running_order import Item
from mapping.i18n import Translate
from mapping.store import Word
from mapping.ui import agenda, board_tables, boards
from mapping.ui.markup import Html, join, tag
from mapping.ui.signs import groups_badge, letter

FEW = 5


def whole(
    found: Board,
    t: Translate,
    *,
    points: Sequence[Item],
    facilitates: bool,
    left_out: Sequence[str] = (),
    answers: Mapping[str, Word] | None = None,
    link: str = "",
    picture: Html,
    numbers: Html | None = None,
    record: Html | None = None,
) -> Html:
    """The whole board.

    points: what is on the agenda, in order · facilitates: with the buttons of the one who leads the talk · left_out:
    groups that have drawn nothing · answers: what the room has answered, by what it is about · link: of the joint
    map, the one whose versions are shown · picture: the joint map · numbers: for whoever analyses · record: what is on
    record, once it is revealed.
    """
    names = t.join([t("frame.group", number=number) for number in left_out])
    empty = tag("p", t("board.left_out", groups=names), class_="soft", data_testid="left-out") if left_out else None
    head = tag(
        "header", tag("h1", wording.headline(found, t)), tag("p", wording.detail(found, t), class_="soft"), empty,
        class_="board-head",
    )  # fmt: skip
    parts = tag(
        "div", tag("section", _lists(found, t), class_="lists"), _joint(found, t, facilitates, link, picture),
        agenda.section(found, points, t, facilitates=facilitates, answers=answers or {}), class_="board",
    )  # fmt: skip
    return join(head, parts, _beside(found, t, numbers, record))


def asked(found: Board, t: Translate) -> Html | None:
    """The pairs of actors that may be one, each a question with two answers."""
    if not found.alignment.confirm:
        return None
    rows = [
        tag(
            "li",
            [groups_badge(g) for actor in (one.left, one.right) for g in found.alignment[actor].within],
            tag("span", wording.candidate(found, one, t), class_="grow"),
            _button(t("board.same"), "same", boards.subject_of(found, one.left, one.right)),
            _button(t("board.different"), "different", boards.subject_of(found, one.left, one.right)),
            class_="row wrap",
        )
        for one in found.alignment.confirm
    ]
    return tag("section", tag("h2", t("compare.section.confirm")), tag("ul", rows, class_="facts"), class_="panel")


def _lists(found: Board, t: Translate) -> Html:
    over, differ = found.overlap, found.drawn_differently
    seen = [(key, group) for group, keys in over.only_seen.items() for key in keys]
    lacking = [(key, group) for group, keys in over.only_lacking.items() for key in keys]
    same = t.count("compare.same_answer", over.same_practice)
    questions = [(c.keys[0], wording.question(found, c, t)) for c in differ]
    return join(
        _section(t, "agree", len(over.shared), [_line(found, key, t) for key in over.shared], small=same),
        _section(t, "differ", len(differ), [tag("li", letter(key.kind), tag("span", q)) for key, q in questions]),
        _section(t, "only_seen", len(seen), [_line(found, key, t, group) for key, group in seen]),
        _section(t, "only_lacking", len(lacking), [_line(found, key, t, group) for key, group in lacking], few=0),
    )


def _section(t: Translate, name: str, count: int, lines: Sequence[Html], *, small: str = "", few: int = FEW) -> Html:
    head = tag(
        "h2", tag("span", str(count), class_="n num"), t(f"compare.section.{name}"),
        tag("span", small, class_="soft") if small else None,
    )  # fmt: skip
    shown, rest = (lines, []) if len(lines) <= few + 1 and few else (lines[:few], lines[few:])
    more = tag(
        "details", tag("summary", t.count("compare.more", len(rest)) if few else t("board.show")), tag("ul", rest)
    )
    return tag("div", head, tag("ul", shown) if shown else None, more if rest else None, data_testid=f"section-{name}")


def _line(found: Board, key: LinkKey, t: Translate, group: str = "") -> Html:
    said = [
        tag("i", part.text) if part.role in ("verb", "joint") else part.text
        for part in wording.link(found, key, t).parts if part.role != "practice"
    ]  # fmt: skip
    words = tag("span", [join(" " if n else "", part) for n, part in enumerate(said)], class_="grow")
    return tag("li", letter(key.kind), words, groups_badge(group) if group else None)


def _joint(found: Board, t: Translate, facilitates: bool, link: str, picture: Html) -> Html:
    head = tag(
        "header", tag("h2", t("board.anyone" if found.joint.at_least == 1 else "compare.section.agree"), class_="grow"),
        tag("span", wording.joint_line(found, t), class_="soft small", data_testid="joint-line"), class_="row",
    )  # fmt: skip
    above = board_tables.levels(found, t) if facilitates else None
    key = [
        tag("span", tag("b", "≠"), " ", t("compare.joint.disputed")) if found.joint.disputed else None,
        tag("span", tag("span", "→ ←", class_="mark"), " ", t("compare.joint.seam")) if found.joint.seams else None,
    ]
    return tag(
        "section",
        head,
        above,
        tag("div", picture, class_="picture jm"),
        board_tables.one_link(found, link, t) if link else None,
        tag("p", key, class_="key soft"),
        class_="panel joint",
    )


def _beside(found: Board, t: Translate, numbers: Html | None, record: Html | None) -> Html:
    """What is not a difference about links: ratings, answers, needs, actors of one group, and the record."""
    spread = board_tables.influence(found, t)
    answers = [
        tag(
            "li",
            tag("b", label := t(f"findings.{row.question.lower().replace('-', '_')}.label")),
            " " if label.endswith("?") else ". ",
            wording.finding(found, row, t),
        )
        for row in found.findings
    ]
    gaps = [_line(found, key, t, group) for group, keys in found.overlap.gaps.items() for key in keys]
    alone = [tag("li", tag("span", wording.actor(found, id, t), class_="grow"), groups_badge(g))
             for g, ids in found.overlap.actors_only.items() for id in ids]  # fmt: skip
    return tag(
        "section",
        _fold(t("compare.section.findings"), board_tables.answers(found, t), tag("ul", answers, class_="facts label")),
        _fold(t("board.versions"), board_tables.versions(found, t)) if found.joint.keys else None,
        _fold(f"{t('compare.section.spread')} (0–{board_tables.highest()})", *spread) if spread else None,
        _fold(t("compare.section.only_actors"), tag("ul", alone)) if alone else None,
        _fold(t("compare.section.gaps"), tag("ul", gaps)) if gaps else None,
        numbers,
        record,
        class_="lists beside",
    )


def _fold(title: str, *body: object) -> Html:
    return tag("details", tag("summary", title), *body)


def _button(text: str, act: str, value: str) -> Html:
    return tag("button", text, class_="btn quiet under", data_act=act, data_value=value)
