"""In a silent round each participant has a map of its own, which ends with the workshop."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from mapping.errors import NotAllowed, NotFound
from mapping.store import Store, Workshop
from tests.store.conftest import NOW, PLAN


def test_gives_each_participant_one_map_with_the_frame(store: Store, other: Store, workshop: Workshop) -> None:
    ana, bea = (store.seats.take(workshop.id, "participant", "1") for _ in range(2))

    first, second = (store.solos.own(seat, now=NOW) for seat in (ana, bea))

    assert first != second
    assert other.solos.own(ana, now=NOW + 5) == first
    frame = store.maps.state(first).map.frame
    assert (frame.question, frame.group) == (PLAN.question, "1")
    assert store.workshops.by_map(first).id == workshop.id
    assert workshop.group_of(first) is None


def test_is_one_map_when_two_tabs_ask_at_once(store: Store, workshop: Workshop) -> None:
    ana = store.seats.take(workshop.id, "participant", "1")

    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: store.solos.own(ana, now=NOW), range(8)))

    assert len(found) == 1
    assert [solo.map_id for solo in store.solos.of(workshop.id)] == list(found)


def test_is_only_for_those_who_sit_at_a_table(store: Store, workshop: Workshop) -> None:
    for role in ("facilitator", "projector", "observer"):
        with pytest.raises(NotAllowed):
            store.solos.own(store.seats.take(workshop.id, role), now=NOW)


def test_knows_whose_map_it_is_and_what_was_taken_in(store: Store, workshop: Workshop) -> None:
    ana = store.seats.take(workshop.id, "participant", "1")
    bea = store.seats.take(workshop.id, "participant", "2")
    own, others = store.solos.own(ana, now=NOW), store.solos.own(bea, now=NOW)

    store.solos.merged(workshop.id, "1")

    owner = store.solos.owner(own)
    assert owner is not None
    assert (owner.by, owner.group, owner.merged) == (ana.by, "1", True)
    assert [(s.map_id, s.merged) for s in store.solos.of(workshop.id, "2")] == [(others, False)]
    assert store.solos.owner(workshop.group("1").map_id) is None


def test_ends_with_the_workshop(store: Store, workshop: Workshop) -> None:
    own = store.solos.own(store.seats.take(workshop.id, "participant", "1"), now=NOW)

    left = store.workshops.end(workshop.id)

    assert own in left.maps
    assert left.rows["solo_map"] == left.rows["word"] == 0
    assert store.solos.of(workshop.id) == ()
    with pytest.raises(NotFound):
        store.maps.state(own)
