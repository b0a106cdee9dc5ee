"""The wall: each group's map in small, what it has, what nobody at the table has drawn, and the room as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from mapping.i18n import Translate
from mapping.model import SectorMap
from mapping.render.picture import mini
from mapping.schema import schema
from mapping.store import Group, Workshop
from mapping.ui import theme, wall_calls
from mapping.ui.cards import shown
from mapping.ui.markup import Html, join, tag


@dataclass(frozen=True)
class Table:
    """A group as the wall sees it. `map`: without what is closed now; `age`: seconds since its last change (None: none
    yet); `still`: seconds since that, or since the day let it draw; `quiet`: how many of them are long (None: it is
    not to draw now); `hand`: seconds since it called; `read`: whether it has read its map aloud (None: not asked)."""

    group: Group
    map: SectorMap
    seq: int
    people: int
    age: float | None
    is_open: bool = False  # all screens of it may draw
    still: float = 0.0
    quiet: float | None = None
    hand: float | None = None
    read: bool | None = None


def missing(map: SectorMap) -> tuple[str, ...]:
    """What no actor of the map belongs to: nonstate, governs, served."""
    cells = [cell for actor in map.actors.values() for cell in actor.of_kind.cells]
    tests = {
        "nonstate": any(cell.state == "nonstate" for cell in cells),
        "governs": any(cell.role == "governs" for cell in cells),
        "served": any(cell.role == "served" for cell in cells),
    }
    return tuple(name for name, there in tests.items() if not there)


def has_oversight(map: SectorMap) -> bool:
    """Whether a link of oversight is drawn."""
    return any(map.drawn(*schema().oversight))


def table_card(t: Translate, table: Table) -> Html:
    """One group's card; the whole card opens its map."""
    number = table.group.number
    links = len(list(table.map.drawn()))
    counts = tag(
        "p",
        tag("b", str(len(table.map.actors))), " ", _noun(t, "actors", len(table.map.actors)), " ",
        tag("b", str(links)), " ", _noun(t, "links", links), _age(t, table), class_="counts num",
    )  # fmt: skip
    here = t.count("wall.at_table", table.people) if table.people else t("wall.empty_table")
    head = tag(
        "header", tag("span", number, class_="group"), tag("h2", t("frame.group", number=number), class_="grow"),
        tag("span", here, class_="soft label"), class_="row",
    )  # fmt: skip
    picture = _mini(table.group.map_id, table.seq, table.map, t) if table.map.actors else Html("")
    return tag(
        "article", head, wall_calls.calls(t, table), tag("div", picture, class_="picture mini", aria_hidden="true"),
        counts, _lacks(t, table.map), wall_calls.read(t, table), _all_draw(t, table),
        tag("button", tag("span", t("wall.open_map", number=number), class_="visually-hidden"), class_="cover",
            data_act="open", data_value=number, data_testid=f"open-{number}"),
        class_="panel table" + (" still" if _is_still(table) else ""), data_testid=f"table-{number}",
    )  # fmt: skip


def room_facts(t: Translate, tables: list[Table]) -> list[str]:
    """What the facilitator would see by walking round: counts over the groups."""
    count, facts = len(tables), []
    unserved = sum("served" in missing(x.map) for x in tables)
    if unserved:
        facts.append(t("wall.room_served", n=unserved, count=count))
    unseen = sum(not has_oversight(x.map) for x in tables)
    if unseen:
        facts.append(t.count("wall.room_oversight", unseen, count=count))
    if opened := sum(x.is_open for x in tables):
        facts.append(t.count("wall.room_drawing", opened, count=count))
    return facts


def room(t: Translate, workshop: Workshop, tables: list[Table]) -> Html:
    """The same in words, with what is open and what is closed."""
    day = workshop.day
    said = [*room_facts(t, tables), t(f"wall.room_findings_{'open' if day.findings else 'closed'}")]
    said += [] if day.sensitive else [t("wall.room_sensitive_closed")]
    said += [t("wall.room_compare_open")] if day.compare else []
    facts = tag("ul", [tag("li", text) for text in said], class_="facts", data_testid="room-facts")
    return join(tag("h2", t("wall.room"), class_="cap"), facts)


def room_line(t: Translate, workshop: Workshop, tables: list[Table], others: Html | None = None) -> Html:
    """The facilitator's code and how many are here, for the strip; `others`: who else follows."""
    people = sum(table.people for table in tables)
    return join(
        others,
        tag("span", t.count("wall.people", people), class_="soft", data_testid="people"),
        tag("span", t("wall.code"), " ", tag("b", shown(workshop.code), class_="num"), class_="soft code-line"),
    )


def wall(t: Translate, tables: list[Table]) -> Html:
    """All the groups."""
    return tag("section", [table_card(t, table) for table in tables], class_="wall", data_groups=len(tables))


def _all_draw(t: Translate, table: Table) -> Html:
    """Whether all at this table may draw: a switch over the card."""
    number, on = table.group.number, table.is_open
    return tag(
        "button", tag("span", class_="track"), t("proposals.open.label"), role="switch", class_="switch",
        aria_label=f"{t('proposals.open.label')}, {t('frame.group', number=number)}",
        aria_checked="true" if on else "false",
        data_act="few_draw" if on else "all_draw", data_value=number, data_testid=f"all-draw-{number}",
    )  # fmt: skip


def _noun(t: Translate, what: str, n: int) -> str:
    return t(f"wall.{what}.{'one' if n == 1 else 'many'}")


def _is_still(table: Table) -> bool:
    return table.quiet is not None and table.still >= table.quiet


def _age(t: Translate, table: Table) -> Html:
    """How long ago the last change was; under the marker from the moment on at which it is long ago."""
    age = table.still if table.age is None else table.age
    long = round(table.quiet + age - table.still) if table.quiet is not None else None
    ago, still = ("nothing_yet", "nothing_still") if table.age is None else ("ago", "still")
    return tag(
        "span", class_="ago soft", data_age=round(age), data_quiet=long,
        data_words=t.words[f"wall.{ago}"], data_still=t.words[f"wall.{still}"],
    )  # fmt: skip


def _lacks(t: Translate, map: SectorMap) -> Html:
    lacks = missing(map)
    if map.actors and lacks:
        names = t.join([t(f"wall.{name}") for name in lacks])
        return tag("p", t("wall.nobody_drew"), " ", tag("span", names, class_="ink"), class_="label soft")
    if map.actors and not has_oversight(map):
        return tag("p", t("wall.no_oversight"), class_="label soft")
    return tag("p", t("wall.all_cells") if map.actors else "\u00a0", class_="label soft")


@st.cache_data(max_entries=200, show_spinner=False)
def _drawn(map_id: str, seq: int, links: int, _map: SectorMap, _t: Translate) -> str:
    return theme.following(mini(_map, _t))


def _mini(map_id: str, seq: int, map: SectorMap, t: Translate) -> Html:
    return Html(_drawn(map_id, seq, len(map.links), map, t))  # fewer links: something of it is closed now
