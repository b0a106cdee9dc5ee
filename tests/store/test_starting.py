"""The actors that maps begin with: names alone, each at a place of its own."""

from __future__ import annotations

import pytest

from mapping.changes import MapState, replay
from mapping.scenario import named
from mapping.schema import schema
from mapping.store import Plan
from mapping.store.opening import frame_of
from mapping.store.starting import start_changes


def begun(plan: Plan) -> MapState:
    return replay(list(enumerate((frame_of(plan, "1"), *start_changes(plan)), 1)))


def test_a_map_begins_empty_unless_asked_otherwise() -> None:
    assert start_changes(Plan()) == ()


@pytest.mark.parametrize("session", ["3", "4"])
def test_anchors_are_those_of_the_session(session: str) -> None:
    map = begun(Plan(session=session, start="anchors")).map

    assert set(map.actors) == set(named("honduras").exercise(session).anchors)
    assert len(map.actors) in (5, 6)


@pytest.mark.parametrize("start", ["anchors", "names"])
def test_no_link_and_no_rating_comes_with_them(start: str) -> None:
    map = begun(Plan(start=start)).map

    assert not map.links
    assert all(actor.influence is None and actor.catalogue == id for id, actor in map.actors.items())
    assert len({(actor.x, actor.y) for actor in map.actors.values()}) == len(map.actors)


def test_all_names_leave_out_those_whose_every_link_is_sensitive() -> None:
    rows = named("honduras").actors.values()
    closed = {row.id for row in rows if schema().actor_kinds[row.kind].sensitive_endpoint}

    actors = begun(Plan(start="names")).map.actors

    assert closed
    assert not closed & set(actors)
    assert len(actors) > 50


def test_names_are_in_the_workshops_language() -> None:
    spanish, english = (begun(Plan(start="anchors", language=code)).map.actors["mp"].name for code in ("es", "en"))

    assert spanish != english
