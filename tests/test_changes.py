"""How a map changes, and what two people changing one thing get."""

from __future__ import annotations

import pytest

from mapping.changes import Change, MapState, Outcome, apply, inverse, replay
from mapping.errors import BadValue, MapFrozen, UnknownField, UnknownKind

PN = {"id": "pn", "name": "Policía Nacional", "kind": "core_security"}
MP = {"id": "mp", "name": "Ministerio Público", "kind": "justice"}
REFERRAL = {"id": "l-1", "kind": "referral", "source": "pn", "target": "mp"}


class Table:
    """A map and the people around it; each change is made on what its author has seen."""

    def __init__(self) -> None:
        self.state, self.log, self.before = MapState(), [], {}

    def say(self, by: str, op: str, *, base: int | None = None, id: str = "", **body: object) -> Outcome:
        change = Change(id or f"c-{len(self.before)}", by, self.state.seq if base is None else base, op, body)
        return self.take(change)

    def take(self, change: Change) -> Outcome:
        outcome = apply(self.state, change, self.state.seq + 1)
        self.before[change.id] = (self.state, change)
        if outcome.changed:
            self.log.append((self.state.seq + 1, change))
            self.state = outcome.state
        return outcome

    def undo(self, of: str, by: str) -> Outcome:
        before, change = self.before[of]
        return self.take(inverse(before, change, id=f"u-{of}-{len(self.before)}", by=by, base=self.state.seq))


def at_work() -> Table:
    table = Table()
    table.say("ana", "add", actor=PN)
    table.say("ana", "add", actor=MP)
    table.say("ana", "link", link=REFERRAL)
    return table


@pytest.fixture
def table() -> Table:
    return at_work()


def test_a_new_link_has_not_said_whether_it_works(table: Table) -> None:
    assert table.state.map.links["l-1"].practice == "not_said"
    assert table.state.map.actors["pn"].influence is None


def test_an_older_change_does_not_overwrite_a_newer_one(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-a", "ana", seen, "set", {"of": "pn", "values": {"influence": 3}}))

    outcome = table.take(Change("c-b", "beto", seen, "set", {"of": "pn", "values": {"influence": 5}}))

    assert table.state.map.actors["pn"].influence == 3
    [refusal] = outcome.refusals
    assert (refusal.reason, refusal.property, refusal.yours, refusal.theirs) == ("conflict", "influence", 5, 3)
    assert not outcome.changed


def test_a_change_that_saw_the_newer_value_overwrites_it(table: Table) -> None:
    table.take(Change("c-a", "ana", table.state.seq, "set", {"of": "pn", "values": {"influence": 3}}))
    table.take(Change("c-b", "beto", table.state.seq, "set", {"of": "pn", "values": {"influence": 5}}))

    assert table.state.map.actors["pn"].influence == 5


def test_two_properties_of_one_actor_never_conflict(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-a", "ana", seen, "set", {"of": "pn", "values": {"name": "Policía"}}))
    outcome = table.take(Change("c-b", "beto", seen, "move", {"places": {"pn": [10, 20]}}))
    table.take(Change("c-c", "carla", seen, "set", {"of": "pn", "values": {"influence": 2}}))

    actor = table.state.map.actors["pn"]
    assert (actor.name, actor.x, actor.influence) == ("Policía", 10.0, 2)
    assert outcome.refusals == ()


def test_the_part_that_does_not_conflict_takes_effect(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-a", "ana", seen, "set", {"of": "pn", "values": {"influence": 3}}))
    outcome = table.take(Change("c-b", "beto", seen, "set", {"of": "pn", "values": {"influence": 5, "note": "visita"}}))

    assert table.state.map.actors["pn"].note == "visita"
    assert table.state.map.actors["pn"].influence == 3
    assert [r.property for r in outcome.refusals] == ["influence"]


def test_places_are_exempt_the_later_move_wins(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-a", "ana", seen, "move", {"places": {"pn": [1, 1]}}))
    outcome = table.take(Change("c-b", "beto", seen, "move", {"places": {"pn": [2, 2]}}))

    assert (table.state.map.actors["pn"].x, outcome.refusals) == (2.0, ())


def test_a_place_given_by_hand_is_kept_and_one_without_a_word_changes_nothing_of_that(table: Table) -> None:
    table.say("ana", "move", places={"pn": [1, 1]}, pinned=True)
    table.say("ana", "move", places={"pn": [2, 2], "mp": [3, 3]})

    assert table.state.map.actors["pn"].pinned
    assert not table.state.map.actors["mp"].pinned
    with pytest.raises(BadValue):
        table.say("ana", "move", places={"pn": [2, 2]}, pinned="sí")


def test_pinning_never_conflicts_the_later_move_wins(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-a", "ana", seen, "move", {"places": {"pn": [1, 1]}, "pinned": True}))
    outcome = table.take(Change("c-b", "beto", seen, "move", {"places": {"pn": [2, 2]}, "pinned": False}))

    assert (table.state.map.actors["pn"].pinned, outcome.refusals) == (False, ())


def test_undoing_a_move_by_hand_gives_back_place_and_pin(table: Table) -> None:
    table.say("ana", "move", places={"pn": [1, 1]}, pinned=True)
    table.say("ana", "move", places={"mp": [5, 5]})
    table.say("ana", "move", places={"pn": [2, 2], "mp": [6, 6]}, pinned=True, id="c-both")

    table.undo("c-both", "ana")

    pn, mp = table.state.map.actors["pn"], table.state.map.actors["mp"]
    assert (pn.x, pn.pinned, mp.x, mp.pinned) == (1.0, True, 5.0, False)


def test_one_s_own_later_change_needs_no_answer_to_the_earlier(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-a", "ana", seen, "set", {"of": "pn", "values": {"influence": 3}}))
    outcome = table.take(Change("c-b", "ana", seen, "set", {"of": "pn", "values": {"influence": 4}}))

    assert table.state.map.actors["pn"].influence == 4
    assert outcome.refusals == ()


def test_a_simultaneous_second_add_is_the_first(table: Table) -> None:
    outcome = table.take(Change("c-b", "beto", 0, "add", {"actor": {**PN, "name": "Police"}}))

    assert table.state.map.actors["pn"].name == "Policía Nacional"
    assert not outcome.changed
    assert outcome.refusals == ()


def test_removing_an_actor_removes_its_links_and_undoing_brings_them_back(table: Table) -> None:
    removal = table.take(Change("c-r", "beto", table.state.seq, "remove", {"of": "pn"}))
    assert removal.effects.dropped_actors == ("pn",)
    assert removal.effects.dropped_links == ("l-1",)

    table.undo("c-r", "beto")

    assert set(table.state.map.actors) == {"pn", "mp"}
    assert set(table.state.map.links) == {"l-1"}


def test_a_change_to_a_former_life_is_refused(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-r", "ana", seen, "remove", {"of": "pn"}))
    table.take(Change("c-n", "ana", table.state.seq, "add", {"actor": PN}))

    outcome = table.take(Change("c-b", "beto", seen, "set", {"of": "pn", "values": {"influence": 5}}))

    assert [r.reason for r in outcome.refusals] == ["gone"]
    assert table.state.map.actors["pn"].influence is None


def test_a_link_to_an_actor_that_is_gone_is_refused(table: Table) -> None:
    seen = table.state.seq
    table.take(Change("c-r", "ana", seen, "remove", {"of": "mp"}))
    outcome = table.take(Change("c-b", "beto", seen, "link", {"link": {**REFERRAL, "id": "l-2"}}))

    assert [r.reason for r in outcome.refusals] == ["gone"]
    assert not outcome.changed


def test_undo_takes_back_only_what_nobody_wrote_since(table: Table) -> None:
    table.take(Change("c-a", "ana", table.state.seq, "set", {"of": "pn", "values": {"influence": 3}}))
    table.take(Change("c-b", "beto", table.state.seq, "set", {"of": "pn", "values": {"influence": 5}}))

    outcome = table.undo("c-a", "ana")

    assert [r.reason for r in outcome.refusals] == ["changed_since"]
    assert table.state.map.actors["pn"].influence == 5


def test_undo_leaves_other_people_s_links_alone(table: Table) -> None:
    table.take(Change("c-4", "a", table.state.seq, "link", {"link": {**REFERRAL, "id": "l-4"}}))
    table.take(Change("c-5", "b", table.state.seq, "link", {"link": {**REFERRAL, "id": "l-5", "kind": "ov_judicial"}}))

    table.undo("c-5", "b")

    assert set(table.state.map.links) == {"l-1", "l-4"}


def test_undoing_an_add_that_somebody_built_on_says_so(table: Table) -> None:
    table.take(
        Change("c-x", "ana", table.state.seq, "add", {"actor": {"id": "x-1", "name": "Junta", "kind": "community"}})
    )
    table.take(Change("c-l", "beto", table.state.seq, "link", {"link": {**REFERRAL, "id": "l-2", "source": "x-1"}}))

    outcome = table.undo("c-x", "ana")

    assert [r.reason for r in outcome.refusals] == ["in_use"]
    assert "x-1" in table.state.map.actors


def test_redo_is_undoing_the_undo(table: Table) -> None:
    table.take(Change("c-a", "ana", table.state.seq, "set", {"of": "pn", "values": {"influence": 3}}))
    table.undo("c-a", "ana")
    assert table.state.map.actors["pn"].influence is None

    [undo] = [c.id for _, c in table.log if c.id.startswith("u-")]
    table.undo(undo, "ana")

    assert table.state.map.actors["pn"].influence == 3


def test_a_paused_map_refuses_and_the_facilitator_may_go_on(table: Table) -> None:
    table.say("f", "freeze", on=True)

    with pytest.raises(MapFrozen):
        table.take(Change("c-a", "ana", table.state.seq, "remove", {"of": "pn"}))
    with pytest.raises(MapFrozen):
        table.say("ana", "batch", label="tidy", changes=[{"op": "move", "places": {"pn": [1, 1]}}])
    table.say("f", "snapshot", label="Sesión 3")
    table.say("f", "freeze", on=False)
    assert table.state.snapshots == ((5, "Sesión 3"),)
    assert not table.state.frozen


def test_a_batch_is_one_change_or_none(table: Table) -> None:
    before = table.state
    with pytest.raises(UnknownKind):
        table.say("ana", "batch", label="paste", changes=[
            {"op": "add", "actor": {"id": "inp", "name": "INP", "kind": "justice"}},
            {"op": "add", "actor": {"id": "x", "name": "X", "kind": "no such kind"}},
        ])  # fmt: skip
    assert table.state is before


def test_merging_moves_the_links_over(table: Table) -> None:
    table.say("ana", "add", actor={"id": "x-1", "name": "Policía", "kind": "core_security"})
    table.say("ana", "link", link={"id": "l-2", "kind": "ov_judicial", "source": "mp", "target": "x-1"})

    table.say("f", "merge", keep="pn", drop="x-1")

    assert set(table.state.map.actors) == {"pn", "mp"}
    assert table.state.map.links["l-2"].target == "pn"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"of": "pn", "values": {"influence": 6}}, BadValue),
        ({"of": "pn", "values": {"influence": True}}, BadValue),
        ({"of": "pn", "values": {"influence": 2.5}}, BadValue),
        ({"of": "pn", "values": {"name": "x" * 121}}, BadValue),
        ({"of": "pn", "values": {"name": "   "}}, BadValue),
        ({"of": "pn", "values": {"note": "x" * 2001}}, BadValue),
        ({"of": "pn", "values": {"colour": "red"}}, UnknownField),
        ({"of": "pn", "values": {"kind": "gang"}}, UnknownKind),
        ({"of": "pn", "values": {"x": float("nan")}}, BadValue),
        ({"of": "l-1", "values": {"practice": "perhaps"}}, BadValue),
        ({"of": "l-1", "values": {"target": "pn"}}, BadValue),
        ({"of": "pn", "values": {}}, BadValue),
        ({"of": "pn"}, BadValue),
    ],
)
def test_what_no_map_can_hold_is_refused_whole(table: Table, body: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        table.take(Change("c-bad", "ana", table.state.seq, "set", body))


def test_replaying_the_log_gives_the_same_map(table: Table) -> None:
    table.say("f", "freeze", on=True)
    table.say("f", "freeze", on=False)
    table.take(Change("c-r", "beto", table.state.seq, "remove", {"of": "pn"}))
    table.undo("c-r", "beto")

    assert replay(table.log) == table.state


@pytest.mark.parametrize("id", ["", "__proto__", "#frame", "x" * 81, "a\nb", 7, None])
def test_an_id_that_a_browser_or_the_log_cannot_keep_is_refused(table: Table, id: object) -> None:
    with pytest.raises(BadValue):
        table.say("ana", "add", actor={"id": id, "name": "Junta", "kind": "community"})
