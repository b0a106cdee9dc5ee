"""What holds for any maps drawn alone that become one."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.changes import Change, MapState, apply, inverse
from mapping.changes.union import joined, union
from mapping.model import SectorMap
from mapping.schema import schema
from tests.properties.test_history import history, played

solos = st.lists(history, min_size=1, max_size=4)


def maps_of(steps: list[Any]) -> dict[str, SectorMap]:
    """What each drew alone; nobody's ids are those of another but the catalogue's."""
    return {f"p-{n}": played(each)[0].map for n, each in enumerate(steps)}


def merged(group: MapState, own: dict[str, SectorMap]) -> tuple[MapState, list[tuple[MapState, Change]]]:
    """The group's map with these taken in, and each change with the state before it."""
    state, done = group, []
    for n, body in enumerate(union(group.map, own)):
        change = Change(f"c-merged-{n}", "p-server", state.seq, "batch", body)
        done.append((state, change))
        outcome = apply(state, change, state.seq + 1)
        assert outcome.refusals == ()
        state = outcome.state
    return state, done


def links_of(map: SectorMap) -> list[tuple[str, ...]]:
    directed = {kind.id: kind.directed for kind in schema().link_kinds.values()}
    return [
        (link.kind, *(link.ends if directed[link.kind] else sorted(link.ends)))
        for link in map.links.values()
    ]  # fmt: skip


def unfrozen(steps: list[Any]) -> MapState:
    return played([step for step in steps if step[2]["op"] != "freeze"])[0]


@given(history, solos)
@settings(max_examples=150, deadline=None)
def test_has_every_actor_and_link_of_everybody_and_none_twice(steps: Any, alone: Any) -> None:
    group, own = unfrozen(steps), maps_of(alone)

    after = merged(group, own)[0].map

    assert set(after.actors) == set(group.map.actors).union(*(map.actors for map in own.values()))
    drawn = {key for map in own.values() for key in links_of(map)}
    assert set(links_of(after)) == drawn | set(links_of(group.map))
    new = [key for key in links_of(after) if key not in links_of(group.map)]
    assert len(new) == len(set(new))


@given(history, solos)
@settings(max_examples=150, deadline=None)
def test_says_nothing_that_nobody_said_and_leaves_what_the_group_said(steps: Any, alone: Any) -> None:
    group, own = unfrozen(steps), maps_of(alone)

    after = merged(group, own)[0].map

    for id, actor in after.actors.items():
        said = {map.actors[id].influence for map in own.values() if id in map.actors} - {None}
        if id in group.map.actors and group.map.actors[id].influence is not None:
            assert actor.influence == group.map.actors[id].influence
        else:
            assert actor.influence == (said.pop() if len(said) == 1 else None)


@given(history, solos)
@settings(max_examples=150, deadline=None)
def test_is_the_same_done_twice_and_is_gone_when_taken_back(steps: Any, alone: Any) -> None:
    group, own = unfrozen(steps), maps_of(alone)
    state, done = merged(group, own)

    assert union(state.map, own) == ()
    for before, change in reversed(done):
        undo = inverse(before, change, id=f"{change.id}-u", by="p-server", base=state.seq)
        outcome = apply(state, undo, state.seq + 1)
        assert outcome.refusals == ()
        state = outcome.state
    assert state.map == group.map


@given(history, st.data())
@settings(max_examples=150, deadline=None)
def test_makes_two_actors_one_and_apart_again(steps: Any, data: Any) -> None:
    group = unfrozen(steps)
    ids = sorted(group.map.actors)
    if len(ids) < 2:
        return
    keep, drop = data.draw(st.permutations(ids))[:2]
    change = Change("c-same", "p-ana", group.seq, "batch", joined(group.map, keep, drop))

    after = apply(group, change, group.seq + 1)

    assert after.refusals == ()
    map = after.state.map
    assert set(map.actors) == set(ids) - {drop}
    ends = {(link.kind, *(keep if end == drop else end for end in link.ends)) for link in group.map.links.values()}
    assert {(link.kind, *link.ends) for link in map.links.values()} <= ends
    kept = {frozenset(key[1:]) | {key[0]} for key in ends if key[1] != key[2]}
    assert {frozenset(link.ends) | {link.kind} for link in map.links.values()} == kept
    undo = inverse(group, change, id="c-u", by="p-ana", base=after.state.seq)
    assert apply(after.state, undo, after.state.seq + 1).state.map == group.map
