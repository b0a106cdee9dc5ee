"""What holds for every history of a map, whoever writes and in whatever order."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.changes import Change, MapState, apply, inverse, replay
from mapping.codec import MapFile, change_from_json, change_to_json, dumps, loads
from mapping.errors import MappingError
from mapping.schema import schema

ACTORS = ("pn", "pmop", "ffaa", "congreso", "x-1")
LINKS = ("l-1", "l-2", "l-3")
KINDS = st.sampled_from(tuple(schema().actor_kinds))
actor = st.fixed_dictionaries(
    {"id": st.sampled_from(ACTORS), "name": st.sampled_from(("Policía", "Congreso")), "kind": KINDS}
)
link = st.fixed_dictionaries({
    "id": st.sampled_from(LINKS), "kind": st.sampled_from(tuple(schema().link_kinds)),
    "source": st.sampled_from(ACTORS), "target": st.sampled_from(ACTORS),
})  # fmt: skip
values = st.one_of(
    st.fixed_dictionaries({"influence": st.one_of(st.none(), st.integers(0, 5))}),
    st.fixed_dictionaries({"note": st.text(max_size=20), "name": st.sampled_from(("PMOP", "FFAA"))}),
    st.fixed_dictionaries({"practice": st.sampled_from(("works", "weak", "missing", "not_said"))}),
)
body = st.one_of(
    st.fixed_dictionaries({"op": st.just("add"), "actor": actor}),
    st.fixed_dictionaries({"op": st.just("link"), "link": link}),
    st.fixed_dictionaries({"op": st.just("set"), "of": st.sampled_from(ACTORS + LINKS), "values": values}),
    st.fixed_dictionaries({"op": st.just("remove"), "of": st.sampled_from(ACTORS)}),
    st.fixed_dictionaries({"op": st.just("unlink"), "of": st.sampled_from(LINKS)}),
    st.fixed_dictionaries({"op": st.just("move"), "places": st.dictionaries(st.sampled_from(ACTORS),
                           st.tuples(st.integers(-500, 500), st.integers(-500, 500)).map(list), min_size=1)}),
    st.fixed_dictionaries({"op": st.just("freeze"), "on": st.booleans()}),
)  # fmt: skip
history = st.lists(st.tuples(st.sampled_from(("ana", "beto")), st.integers(0, 6), body), max_size=25)


def played(steps: list[tuple[str, int, dict[str, Any]]]) -> tuple[MapState, list[tuple[int, Change]]]:
    """The state and log after these steps; each author is up to `lag` changes behind."""
    state, log = MapState(), []
    for n, (by, lag, step) in enumerate(steps):
        change = Change(f"c-{n}", by, max(0, state.seq - lag), step["op"], {k: v for k, v in step.items() if k != "op"})
        try:
            outcome = apply(state, change, state.seq + 1)
        except MappingError:
            continue
        if outcome.changed:
            log.append((state.seq + 1, change))
            state = outcome.state
    return state, log


@given(history)
@settings(max_examples=150, deadline=None)
def test_replaying_a_log_gives_the_state_it_came_from(steps: Any) -> None:
    state, log = played(steps)

    assert replay(log) == state


@given(history)
@settings(max_examples=100, deadline=None)
def test_every_link_has_both_its_actors(steps: Any) -> None:
    state, _ = played(steps)

    assert all(end in state.map.actors for k in state.map.links.values() for end in k.ends)


@given(history)
@settings(max_examples=100, deadline=None)
def test_effects_are_enough_to_draw_the_map(steps: Any) -> None:
    _, log = played(steps)
    state = MapState()
    actors: dict[Any, Any] = {}
    links: dict[Any, Any] = {}
    for seq, change in log:
        outcome = apply(state, change, seq)
        state, effects = outcome.state, outcome.effects
        for id in effects.dropped_links:
            links.pop(id, None)
        for id in effects.dropped_actors:
            actors.pop(id, None)
        actors |= {id: state.map.actors[id] for id in effects.actors}
        links |= {id: state.map.links[id] for id in effects.links}

    assert (actors, links) == (dict(state.map.actors), dict(state.map.links))


@given(history, body)
@settings(max_examples=200, deadline=None)
def test_an_inverse_takes_one_s_own_last_change_back(steps: Any, step: Any) -> None:
    state, _ = played([s for s in steps if s[2]["op"] != "freeze"])
    change = Change("c-last", "ana", state.seq, step["op"], {k: v for k, v in step.items() if k != "op"})
    try:
        outcome = apply(state, change, state.seq + 1)
        back = inverse(state, change, id="u", by="ana", base=state.seq + 1)
    except MappingError:
        return
    if not outcome.changed:
        return

    undone = apply(outcome.state, back, state.seq + 2)

    if step["op"] == "move":  # an actor that had no place keeps the one it got
        assert set(undone.state.map.actors) == set(state.map.actors)
    else:
        assert undone.state.map == state.map


@given(history)
@settings(max_examples=100, deadline=None)
def test_a_file_gives_back_the_map_and_its_history(steps: Any) -> None:
    state, log = played(steps)

    file = loads(dumps(MapFile(state.map, history=tuple(log))))

    assert file.map == state.map
    assert replay(file.history).map == state.map
    assert all(change_from_json(change_to_json(c)) == c for _, c in log)


@given(history, history)
@settings(max_examples=80, deadline=None)
def test_two_writers_see_one_map_whatever_the_order_of_arrival(ana: Any, beto: Any) -> None:
    """The server's order is the only order: both screens apply the same effects, so they converge."""
    steps = [(by, lag, b) for pair in zip(ana, beto, strict=False) for by, lag, b in pair]
    first, log = played(steps)

    assert replay(log).map == first.map
