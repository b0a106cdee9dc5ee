"""Going back gives the map that was, whatever has happened since, and can itself be taken back."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.changes import Change, MapState, apply, back, inverse, replay
from tests.properties.test_history import body, played

merge = st.fixed_dictionaries({
    "op": st.just("merge"), "keep": st.sampled_from(("pn", "x-1")), "drop": st.sampled_from(("ffaa", "congreso"))
})  # fmt: skip
turn = st.fixed_dictionaries({
    "op": st.just("set"), "of": st.sampled_from(("l-1", "l-2")),
    "values": st.sampled_from(({"source": "pn", "target": "ffaa"}, {"source": "ffaa"}, {"target": "x-1"})),
})  # fmt: skip
frame = st.fixed_dictionaries({"op": st.just("frame"), "values": st.just({"question": "¿Quién supervisa?"})})
long = st.lists(
    st.tuples(st.sampled_from(("ana", "beto")), st.integers(0, 6), st.one_of(body, merge, turn, frame)),
    min_size=4,
    max_size=30,
)


def gone_back(state: MapState, then: MapState, by: str = "carla") -> tuple[MapState, Change] | None:
    found = back(state.map, then.map, then.seq)
    if found is None:
        return None
    change = Change("c-back", by, state.seq, "batch", found)
    outcome = apply(MapState(state.map, state.seq, state.written), change, state.seq + 1)
    assert outcome.refusals == ()
    return outcome.state, change


@given(long, st.data())
@settings(max_examples=200, deadline=None)
def test_going_back_gives_the_actors_and_links_of_that_moment(steps: Any, data: Any) -> None:
    state, log = played(steps)
    then = replay(log[: data.draw(st.integers(0, len(log)))])

    gone = gone_back(state, then)

    after = gone[0].map if gone else state.map
    assert dict(after.actors) == dict(then.map.actors)
    assert dict(after.links) == dict(then.map.links)
    assert after.frame == state.map.frame


@given(long, st.data())
@settings(max_examples=200, deadline=None)
def test_taking_it_back_gives_the_map_from_before(steps: Any, data: Any) -> None:
    state, log = played(steps)
    gone = gone_back(state, replay(log[: data.draw(st.integers(0, len(log)))]))
    if gone is None:
        return
    after, change = gone

    undone = apply(after, inverse(state, change, id="c-undo", by="carla", base=after.seq), after.seq + 1)

    assert undone.refusals == ()
    assert dict(undone.state.map.actors) == dict(state.map.actors)
    assert dict(undone.state.map.links) == dict(state.map.links)


@given(long)
@settings(max_examples=50, deadline=None)
def test_going_back_to_the_present_is_nothing(steps: Any) -> None:
    state, _ = played(steps)

    assert back(state.map, state.map, state.seq) is None
