"""A map as graphs: what is in which layer."""

from __future__ import annotations

from dataclasses import replace

from mapping.graph import DRAWN, cohesion, control, layer, oversight_of, parents
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from tests.golden import group1, group2


def test_a_link_that_is_needed_is_in_no_graph() -> None:
    """Group 1 says that Congress should oversee FUSINA; nobody does."""
    graph = layer(group1(), ["ov_parliament"])

    assert graph.number_of_edges() == 0


def test_links_on_paper_do_not_hold_a_map_together() -> None:
    """Group 2 has Congress over the Military Police on paper only (link 9)."""
    assert not cohesion(group2()).has_edge("congreso", "pmop")
    assert cohesion(group2(), practice=DRAWN).has_edge("congreso", "pmop")


def test_tension_and_the_people_served_are_left_out_of_cohesion() -> None:
    map = group2()
    women = Actor(ActorId("x-1"), "Mujeres", "users")
    more = {
        LinkId("a"): Link(LinkId("a"), "conflict", ActorId("mp"), ActorId("apj")),
        LinkId("b"): Link(LinkId("b"), "access", ActorId("x-1"), ActorId("pn")),
    }
    map = replace(map, actors={**map.actors, women.id: women}, links={**map.links, **more})

    graph = cohesion(map)

    assert "x-1" not in graph
    assert not graph.has_edge("mp", "apj")


def test_control_is_command_appointment_and_budget() -> None:
    assert set(control(group1()).edges) == {
        ("ffaa", "pmop"), ("ffaa", "fusina"), ("ffaa", "ddhh_ffaa"), ("congreso", "conadeh"),
    }  # fmt: skip


def test_parallel_links_are_one_edge_that_knows_both() -> None:
    assert len(cohesion(group1()).get_edge_data("ffaa", "ddhh_ffaa")["links"]) == 2


def test_oversight_comes_in_the_order_of_the_seven_kinds() -> None:
    assert [k.kind for k in oversight_of(group1(), "pn")] == ["ov_judicial", "ov_independent"]
    assert [k.kind for k in oversight_of(group1(), "pmop", external=True)] == ["ov_independent"]


def test_a_unit_knows_its_parents_and_a_circle_ends() -> None:
    actors = {
        ActorId(a): Actor(ActorId(a), a, "core_security", part_of=ActorId(b))
        for a, b in [("cobras", "pn"), ("pn", "seds"), ("seds", "pn")]
    }

    assert parents(SectorMap(actors=actors), "cobras") == ["pn", "seds"]
