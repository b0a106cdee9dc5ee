"""The groups of a workshop as the facilitator's pages look at them, and what makes those pages follow.

What is closed is not in their data either: the wall is what a passer-by sees on the facilitator's laptop.
"""

from __future__ import annotations

from mapping.analysis.finding import seen
from mapping.live import hub
from mapping.live.day import quiet_of
from mapping.live.reading import have_read
from mapping.live.table import opened
from mapping.store import Group, Workshop
from mapping.ui.canvas import watch
from mapping.ui.identity import Here
from mapping.ui.wall_cards import Table

RECENT = 60  # changes among which the last one drawn is looked for: steps and pauses are changes too


def tables(workshop: Workshop) -> list[Table]:
    """Every group's map, who is there, how long ago its last change was, and what it says to whoever leads."""
    store, now, out = hub().store, hub().clock(), []
    open_to_all, has_read, quiet = opened(store, workshop.id), have_read(store, workshop), quiet_of(workshop)
    for group in workshop.groups:
        state = store.maps.state(group.map_id)
        drawn, moved = _last(workshop, group)
        people = hub().present(group.map_id)
        hand = hub().hand(group.map_id)
        out.append(Table(
            group, seen(state.map, sensitive=workshop.day.sensitive), state.seq, people,
            age=now - drawn if drawn and state.map.actors else None,
            is_open=group.map_id in open_to_all,
            still=now - moved, quiet=quiet if people or state.map.actors else None,  # an empty chair is not stuck
            hand=now - hand if hand is not None else None,
            read=group.number in has_read if workshop.day.reading is not None and state.map.actors else None,
        ))  # fmt: skip
    return out


def _last(workshop: Workshop, group: Group) -> tuple[float | None, float]:
    """When something was drawn last at a table, and when it was, or the day let it draw (a step, the end of a pause):
    on the group's map, and on those that its participants draw alone."""
    store = hub().store
    maps = [group.map_id, *(x.map_id for x in store.solos.of(workshop.id, group.number) if not x.merged)]
    recent = [x for id in maps for x in store.maps.since(id, max(0, store.maps.state(id).seq - RECENT))]
    drawn = [x.at for x in recent if x.change.op not in _OF_THE_DAY]
    moved = [x.at for x in recent if x.change.op != "snapshot"]
    return max(drawn, default=None), max(moved, default=workshop.created)


def follow(here: Here, *, key: str = "watch") -> None:
    """Run the page again soon after any map that this seat may open, or the day, has changed."""
    own = here.workshop.groups if here.seat.role == "facilitator" else (here.group,)
    maps = [{"map": g.map_id, "token": hub().token(here.seat, g.map_id)} for g in own]
    watch(key=key, data={"seat": here.seat.id, "maps": maps})


_OF_THE_DAY = frozenset({"step", "freeze", "snapshot", "frame"})
