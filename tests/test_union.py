"""One map out of what several drew alone."""

from __future__ import annotations

import json
from typing import Any

from mapping.changes import BATCH_BYTES, Change, MapState, apply
from mapping.changes.union import APART, MERGED, joined, union
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap


def actor(id: str, **values: Any) -> Actor:
    return Actor(ActorId(id), values.pop("name", id.upper()), values.pop("kind", "core_security"), **values)


def link(id: str, source: str, target: str, kind: str = "ov_independent", **values: Any) -> Link:
    return Link(LinkId(id), kind, ActorId(source), ActorId(target), **values)


def a_map(*things: Actor | Link) -> SectorMap:
    actors = {t.id: t for t in things if isinstance(t, Actor)}
    return SectorMap(actors=actors, links={t.id: t for t in things if isinstance(t, Link)})


def taken_in(group: SectorMap, *solos: SectorMap) -> SectorMap:
    state = MapState(map=group)
    for n, body in enumerate(union(group, {f"p-{n}": solo for n, solo in enumerate(solos)})):
        outcome = apply(state, Change(f"c-{n}", "p-server", state.seq, "batch", body), state.seq + 1)
        assert outcome.refusals == ()
        state = outcome.state
    return state.map


def test_is_one_batch_that_names_itself() -> None:
    (body,) = union(a_map(), {"p-a": a_map(actor("pn")), "p-b": a_map(actor("mp"))})

    assert body["label"] == MERGED
    assert [part["actor"]["id"] for part in body["changes"]] == ["pn", "mp"]


def test_counts_an_answer_only_where_those_who_gave_one_agree() -> None:
    def drawn(practice: str) -> SectorMap:
        return a_map(actor("pn"), actor("conadeh"), link(f"l-{practice}", "conadeh", "pn", practice=practice))

    (agreed,) = taken_in(a_map(), drawn("weak"), drawn("not_said"), drawn("weak")).links.values()
    (disputed,) = taken_in(a_map(), drawn("weak"), drawn("works")).links.values()

    assert agreed.practice == "weak"
    assert disputed.practice == "not_said"  # not the first one's, and not decided by a majority


def test_leaves_what_the_group_has_said() -> None:
    group = a_map(actor("pn", influence=3), actor("mp"), link("l-1", "mp", "pn", practice="works"))
    own = a_map(actor("pn", influence=5), actor("mp", influence=2), link("l-9", "mp", "pn", practice="weak"))

    after = taken_in(group, own)

    assert (after.actors[ActorId("pn")].influence, after.actors[ActorId("mp")].influence) == (3, 2)
    assert [(k.id, k.practice) for k in after.links.values()] == [("l-1", "works")]


def test_keeps_everybodys_notes_and_a_wish_for_protection() -> None:
    one, other = a_map(actor("x-1", note="Sin presupuesto")), a_map(actor("x-1", note="Nuevo", protect=True))

    found = taken_in(a_map(), one, other, one).actors[ActorId("x-1")]

    assert found.note == "Sin presupuesto\nNuevo"
    assert found.protect


def test_takes_a_link_without_direction_once_whichever_way_it_was_drawn() -> None:
    ends = actor("bid"), actor("cosude")
    one = a_map(*ends, link("l-1", "bid", "cosude", kind="cooperation"))
    other = a_map(*ends, link("l-2", "cosude", "bid", kind="cooperation"))

    assert len(taken_in(a_map(), one, other).links) == 1
    turned = a_map(*ends, link("l-3", "cosude", "bid", kind="referral"))
    assert len(taken_in(a_map(*ends, link("l-4", "bid", "cosude", kind="referral")), turned).links) == 2


def test_knows_an_actor_of_the_catalogue_by_whatever_id() -> None:
    own = a_map(actor("x-7", catalogue="pn"), actor("mp"), link("l-1", "mp", "x-7"))

    after = taken_in(a_map(actor("pn", catalogue="pn")), own)

    assert set(after.actors) == {"pn", "mp"}
    assert [k.target for k in after.links.values()] == ["pn"]


def test_lays_nobody_on_top_of_another() -> None:
    solos = [a_map(*(actor(f"x-{n}{m}", x=0.0, y=10.0 * m) for m in range(4))) for n in range(4)]

    placed = [(a.x or 0, a.y or 0) for a in taken_in(a_map(actor("pn", x=0.0, y=0.0)), *solos).actors.values()]

    assert placed[0] == (0, 0)  # who was there stays
    near = [(p, q) for i, p in enumerate(placed) for q in placed[:i] if abs(p[0] - q[0]) + abs(p[1] - q[1]) < APART]
    assert not near


def test_takes_a_proposal_of_ones_own_map_as_drawn() -> None:
    own = a_map(actor("pn"), actor("mp"), link("l-1", "mp", "pn", proposed=True))

    assert [k.proposed for k in taken_in(a_map(), own).links.values()] == [False]


def test_fits_into_batches_however_much_was_drawn() -> None:
    own = a_map(*(actor(f"x-{n}", note="x" * 2_000) for n in range(900)))

    bodies = union(a_map(), {"p-a": own})

    assert len(bodies) > 1
    assert max(len(json.dumps(body).encode()) for body in bodies) < BATCH_BYTES
    assert sum(len(body["changes"]) for body in bodies) == 900


def test_joins_two_actors_without_a_second_of_the_same_link() -> None:
    map = a_map(
        actor("x-1", name="Junta de agua"), actor("x-2", name="La junta de agua", note="De la aldea", influence=2),
        actor("pn"), link("l-1", "x-1", "pn"), link("l-2", "x-2", "pn", practice="weak"), link("l-3", "pn", "x-2"),
        link("l-4", "x-2", "x-1", kind="cooperation"),
    )  # fmt: skip

    after = apply(MapState(map=map), Change("c", "p", 0, "batch", joined(map, ActorId("x-1"), ActorId("x-2"))), 1)

    one = after.state.map.actors[ActorId("x-1")]
    assert (one.name, one.note, one.influence) == ("Junta de agua", "De la aldea", 2)
    assert {(k.id, k.source, k.target, k.practice) for k in after.state.map.links.values()} == {
        ("l-1", "x-1", "pn", "weak"), ("l-3", "pn", "x-1", "not_said"),
    }  # fmt: skip
