"""Going back to a moment: what it restores, what it leaves, and what somebody who is late gets."""

from __future__ import annotations

from mapping.changes import Change, MapState, apply, back
from tests.test_changes import Table, at_work

FFAA = {"id": "ffaa", "name": "Fuerzas Armadas", "kind": "core_security"}


def going_back(table: Table, then: MapState, by: str = "ana") -> Change:
    body = back(table.state.map, then.map, then.seq)
    assert body is not None
    return Change(f"c-back-{table.state.seq}", by, table.state.seq, "batch", body)


def test_a_link_that_now_ends_at_somebody_who_came_later_gets_its_ends_back() -> None:
    table = at_work()
    then = table.state
    table.say("beto", "add", actor=FFAA)
    table.say("beto", "set", of="l-1", values={"target": "ffaa", "practice": "weak"})

    outcome = table.take(going_back(table, then))

    assert outcome.refusals == ()
    assert table.state.map.links == then.map.links
    assert set(table.state.map.actors) == {"pn", "mp"}


def test_it_is_one_change_and_everything_in_between_stays_in_the_log() -> None:
    table = at_work()
    then = table.state
    for influence in (1, 2, 3):
        table.say("beto", "set", of="pn", values={"influence": influence})

    table.take(going_back(table, then))

    assert len(table.log) == 3 + 3 + 1
    assert table.state.map.actors["pn"].influence is None  # and not 0


def test_an_actor_that_comes_back_starts_a_new_life() -> None:
    table = at_work()
    then = table.state
    table.say("beto", "remove", of="pn")
    table.take(going_back(table, then))

    late = table.take(Change("c-late", "carla", then.seq, "set", {"of": "pn", "values": {"influence": 5}}))

    assert [r.reason for r in late.refusals] == ["gone"]
    assert table.state.map.actors["pn"].influence is None
    assert "l-1" in table.state.map.links


def test_an_edit_that_did_not_see_it_does_not_undo_a_part_of_it() -> None:
    table = at_work()
    table.say("ana", "set", of="pn", values={"influence": 2})
    then = table.state
    table.say("beto", "set", of="pn", values={"influence": 5})
    seen = table.state.seq
    table.take(going_back(table, then))

    late = table.take(Change("c-late", "carla", seen, "set", {"of": "pn", "values": {"influence": 4}}))

    assert [(r.reason, r.theirs) for r in late.refusals] == [("conflict", 2)]
    assert table.state.map.actors["pn"].influence == 2


def test_what_others_wrote_on_it_is_not_taken_back_with_it() -> None:
    table = at_work()
    then = table.state
    table.say("ana", "set", of="pn", values={"influence": 5, "note": "visita"})
    change = going_back(table, then)
    table.take(change)
    table.say("beto", "set", of="pn", values={"influence": 1})

    undone = table.undo(change.id, "ana")

    assert [(r.reason, r.property) for r in undone.refusals] == [("changed_since", "influence")]
    assert (table.state.map.actors["pn"].influence, table.state.map.actors["pn"].note) == (1, "visita")


def test_it_makes_room_before_it_fills_a_full_map() -> None:
    table = Table()
    full = [
        {"op": "add", "actor": {"id": f"x-{n}", "name": f"Patronato {n}", "kind": "community"}} for n in range(2000)
    ]
    table.say("ana", "batch", label="paste", changes=full)
    then = table.state
    table.say("ana", "batch", label="x", changes=[{"op": "remove", "of": f"x-{n}"} for n in range(50)])
    table.say(
        "ana",
        "batch",
        label="x",
        changes=[p | {"actor": p["actor"] | {"id": p["actor"]["id"] + "b"}} for p in full[:50]],
    )

    outcome = apply(table.state, going_back(table, then), table.state.seq + 1)

    assert set(outcome.state.map.actors) == set(then.map.actors)
