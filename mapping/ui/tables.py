"""The groups of a workshop as the facilitator's pages look at them, and what makes those pages follow.

What is closed is not in their data either: the wall is what a passer-by sees on the facilitator's laptop.
"""

from __future__ import annotations

from mapping.analysis.finding import seen
from mapping.live import hub
from mapping.live.table import opened
from mapping.store import Workshop
from mapping.ui.canvas import watch
from mapping.ui.identity import Here
from mapping.ui.wall_cards import Table

RECENT = 60  # changes among which the last one drawn is looked for: steps and pauses are changes too


def tables(workshop: Workshop) -> list[Table]:
    """Every group's map, who is there, and how long ago its last change was."""
    store, now, out = hub().store, hub().clock(), []
    open_to_all = opened(store, workshop.id)
    for group in workshop.groups:
        state = store.maps.state(group.map_id)
        drawn = [
            x for x in store.maps.since(group.map_id, max(0, state.seq - RECENT)) if x.change.op not in _OF_THE_DAY
        ]
        age = now - drawn[-1].at if drawn and state.map.actors else None
        map = seen(state.map, sensitive=workshop.day.sensitive)
        out.append(Table(group, map, state.seq, hub().present(group.map_id), age, group.map_id in open_to_all))
    return out


def follow(here: Here, *, key: str = "watch") -> None:
    """Run the page again soon after any map that this seat may open, or the day, has changed."""
    own = here.workshop.groups if here.seat.role == "facilitator" else (here.group,)
    maps = [{"map": g.map_id, "token": hub().token(here.seat, g.map_id)} for g in own]
    watch(key=key, data={"seat": here.seat.id, "maps": maps})


_OF_THE_DAY = frozenset({"step", "freeze", "snapshot", "frame"})
