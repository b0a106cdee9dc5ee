"""One difference, as large as the screen is: the question, each version with its picture, and what hangs on it."""

from __future__ import annotations

from mapping.compare import wording
from mapping.compare.board import Board
from mapping.compare.contradictions import Contradiction
from mapping.compare.running_order import Item
from mapping.compare.veil import MARK, is_veiled
from mapping.i18n import Translate
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.render.picture import mini
from mapping.ui import theme
from mapping.ui.markup import Html, tag
from mapping.ui.signs import group_name, letter

WIDE = 230  # between the two actors of a version's picture
FEW = 2  # groups of one version that are named beside their squares
PICTURED = ("direction", "practice", "one_sided", "relation")


def point(found: Board, item: Item, t: Translate, *, small: bool = False, clock: Html | None = None) -> Html:
    """A point of the agenda: at most one question, its versions, one consequence; an added question stands alone."""
    if item.topic is None:
        asked = (tag("header", tag("span", class_="grow"), clock), tag("h1", item.asks))
        return tag("article", asked, class_="room small" if small else "room", data_testid=f"difference-{item.place}")
    topic, one = item.topic, item.topic.difference
    sections = [_version(found, one, groups, text, t) for groups, text in wording.versions(found, one, t)]
    who = t("board.veil.groups") if _is_veiled(one) else _all_groups(one, t)
    return tag(
        "article", tag("header", tag("span", who, class_="grow"), clock),
        tag("p", t("compare.section.differ"), class_="kick"), tag("h1", wording.question(found, one, t)),
        tag("div", sections, class_="two"), tag("p", wording.changes(found, topic, t), class_="why"),
        tag("footer", t("frame.invented")) if found.invented else None,
        class_="room small" if small else "room", data_testid=f"difference-{item.place}",
    )  # fmt: skip


def _version(found: Board, one: Contradiction, groups: tuple[str, ...], text: str, t: Translate) -> Html:
    told = None if len(groups) <= FEW else "visually-hidden"  # of many the squares are enough
    names = [
        tag("span", tag("span", MARK if is_veiled(g) else g, class_="group", aria_hidden="true" if told else None),
            tag("span", group_name(g, t), class_=told), class_="row")
        for g in groups
    ]  # fmt: skip
    picture = _picture(found, one, groups[0], t) if one.kind in PICTURED and not _is_veiled(one) else None
    drawn = one.kind == "direction" and picture is not None  # which way an arrow points: read out, not written
    return tag("section", tag("h2", names), picture, tag("p", text, class_="visually-hidden" if drawn else "version"))


def _all_groups(one: Contradiction, t: Translate) -> str:
    if len(one.versions) > 2 * FEW:
        return t("discuss.groups", n=len(one.versions))
    return t.join([t("frame.group", number=g) for g in one.versions])


def _is_veiled(one: Contradiction) -> bool:
    return any(is_veiled(group) for group in one.versions)


def _picture(found: Board, one: Contradiction, group: str, t: Translate) -> Html | None:
    """The two actors, and between them what this group drew; the names below, as large as the words."""
    if len(one.actors) != 2:
        return None
    ends = {ActorId(id): _at(found.actors[id], n * WIDE) for n, id in enumerate(one.actors)}
    links = {}
    for key in one.keys:
        answer = found.links.get(key, {}).get(group) or ("missing" if one.versions.get(group) == "missing" else None)
        if answer:
            id = LinkId(str(key))
            links[id] = Link(id, key.kind, ActorId(key.source), ActorId(key.target), answer)
    drawn = theme.following(mini(SectorMap(actors=ends, links=links), t))
    badge = tag("span", letter(next(iter(links.values())).kind), class_="on-line") if links else None
    names = [tag("span", wording.actor(found, id, t)) for id in one.actors]
    return tag(
        "div", tag("div", drawn, badge, class_="picture pair", aria_hidden="true"), tag("p", names, class_="pair-names")
    )


def _at(actor: Actor, x: float) -> Actor:
    """Only what the picture needs, at its place."""
    return Actor(actor.id, actor.name, actor.kind, names=actor.names, uses_force=actor.uses_force, x=x, y=0.0)
