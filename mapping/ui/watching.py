"""Who observes: every group's map in small and each of them in full, only to look, with what may be shared and no more.

No codes, no buttons, nobody's notes or postures; while the screens are covered, nothing.
"""

from __future__ import annotations

import streamlit as st

from mapping.i18n import Translate
from mapping.live import SHARED, hub
from mapping.live.sight import seen
from mapping.model import SectorMap
from mapping.render.picture import mini
from mapping.store import Group
from mapping.ui import drawing, identity, navigation, shell, theme
from mapping.ui.canvas import watch
from mapping.ui.clock import clock_line
from mapping.ui.identity import Here
from mapping.ui.markup import Html, tag
from mapping.ui.sheet import sheet


def observed(t: Translate) -> bool:
    """Whether an observer is here; then the page is theirs and stands."""
    here = identity.here()
    if here is None or here.seat.role != "observer":
        return False
    number = st.query_params.get("group")
    group = next((g for g in here.workshop.groups if g.number == number), None)
    if here.workshop.day.hidden:
        shell.calm(t, "covered")
    elif group is not None:
        drawing.reading(t, here, group)
        with st.container(key="corner", horizontal=True), st.container(key="corner-first-back", width="content"):
            navigation.link("wall", t("network.observer.back"), group=None)
        st.html(f"<style>{drawing.style()}</style>")
    else:
        shell.strip(t, "wall", left=tag("b", t("network.observer.title")), right=clock_line(t, here.workshop))
        cards = [_card(t, group) for group in here.workshop.groups]
        sheet(tag("section", cards, class_="wall", data_groups=len(cards), data_testid="observed"), key="observed")
    _follow(here)
    return True


def _card(t: Translate, group: Group) -> Html:
    state = hub().store.maps.state(group.map_id)
    map = seen(SHARED, state.map)
    picture = Html(_drawn(group.map_id, state.seq, map, t)) if map.actors else Html("")
    counts = [
        part
        for what, n in (("actors", len(map.actors)), ("links", len(list(map.drawn()))))
        for part in (tag("b", str(n)), " ", t(f"network.observer.{what}"), " ")
    ]
    link = tag(
        "a", tag("span", t("wall.open_map", number=group.number), class_="visually-hidden"), class_="cover",
        href=navigation.address("wall", group=group.number), target="_self", data_testid=f"open-{group.number}",
    )  # fmt: skip
    head = tag(
        "header", tag("span", group.number, class_="group"), tag("h2", t("frame.group", number=group.number)),
        class_="row",
    )  # fmt: skip
    return tag(
        "article", head, tag("div", picture, class_="picture mini", aria_hidden="true"),
        tag("p", counts, class_="counts num"), link, class_="panel table", data_testid=f"table-{group.number}",
    )  # fmt: skip


@st.cache_data(max_entries=200, show_spinner=False)
def _drawn(map_id: str, seq: int, _map: SectorMap, _t: Translate) -> str:
    return theme.following(mini(SectorMap(actors=_map.actors, links=_map.links), _t))


def _follow(here: Here) -> None:
    maps = [{"map": g.map_id, "token": hub().token(here.seat, g.map_id)} for g in here.workshop.groups]
    watch(key="watch", data={"seat": here.seat.id, "maps": maps})
