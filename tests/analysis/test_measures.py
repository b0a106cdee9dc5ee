"""Numbers per actor, against hand calculation and against networkx where it can be trusted."""

from __future__ import annotations

import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.analysis.cohesion import cuts
from mapping.analysis.holes import constraint, effective_size
from mapping.analysis.measures import MEASURES, measures
from mapping.analysis.paths import betweenness, link_betweenness
from mapping.errors import UnknownMeasure
from mapping.model import SectorMap
from tests.analysis.drawing import drawn

NAMES = ["apj", "bid", "conadeh", "congreso", "ffaa", "inp", "mp", "pmop", "pn"]


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph[str]:
    pairs = [(a, b) for i, a in enumerate(NAMES) for b in NAMES[i + 1 :]]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(NAMES)
    graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), max_size=14, unique=True)))
    return graph


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_betweenness_agrees_with_networkx(graph: nx.Graph[str]) -> None:
    assert betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph))
    expected = nx.edge_betweenness_centrality(graph)
    assert link_betweenness(graph, list(graph.edges)) == pytest.approx(expected)


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_a_cut_leaves_outside_what_is_not_in_the_largest_piece(graph: nx.Graph[str]) -> None:
    def by_removing(v: str) -> int:
        component = nx.node_connected_component(graph, v) - {v}
        pieces = nx.connected_components(graph.subgraph(component))
        return len(component) - max((len(p) for p in pieces), default=0)

    found, bridges = cuts(graph)

    assert found == {v: by_removing(v) for v in graph if by_removing(v)}
    assert set(found) == set(nx.articulation_points(graph))
    assert set(bridges) == {(min(e), max(e)) for e in nx.bridges(graph)}


def test_effective_size_by_hand() -> None:
    """conadeh knows pn, pmop, congreso, mp; among these one link, pn-pmop: 4 - 2*1/4."""
    graph = nx.Graph([("conadeh", x) for x in ("pn", "pmop", "congreso", "mp")] + [("pn", "pmop")])

    assert effective_size(graph)["conadeh"] == 3.5
    assert effective_size(graph)["pn"] == 1.0  # two contacts that know each other: 2 - 2*1/2


def test_constraint_by_hand() -> None:
    """In a triangle each half is 1/2 and comes back by the third: 2 * (1/2 + 1/2*1/2)^2 = 1.125."""
    assert constraint(nx.Graph([("pn", "mp"), ("mp", "csj"), ("csj", "pn")]))["pn"] == pytest.approx(1.125)


def test_holes_are_undefined_for_an_actor_without_links() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_node("inp")

    assert math.isnan(constraint(graph)["inp"])
    assert math.isnan(effective_size(graph)["inp"])


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_constraint_agrees_with_the_definition(graph: nx.Graph[str]) -> None:
    def defined(v: str) -> float:
        p = {a: {b: 1 / len(graph[a]) for b in graph[a]} for a in graph}
        return sum((p[v][u] + sum(p[v][w] * p[w].get(u, 0) for w in graph[v] if w != u)) ** 2 for u in graph[v])

    for v, n in constraint(graph).items():
        assert math.isnan(n) if not graph[v] else n == pytest.approx(defined(v))


def test_every_measure_has_a_number_or_nan_for_every_actor(group1: SectorMap) -> None:
    found = measures(group1)

    assert set(found) == set(MEASURES)
    assert all(set(values) == set(group1.actors) for values in found.values())
    assert math.isnan(found["influence"]["inp"])
    assert found["influence"]["ddhh_ffaa"] == 0.0
    assert found["reach"]["ffaa"] == 3.0
    assert found["cut"]["conadeh"] == 5.0
    assert found["degree"]["pn"] == 4.0


def test_two_links_between_the_same_two_count_once() -> None:
    found = measures(drawn({"seds": "management", "pn": "core_security"}, "seds command pn\nseds ov_executive pn"))

    assert found["degree"] == {"seds": 1.0, "pn": 1.0}


def test_the_people_served_have_no_centrality() -> None:
    found = measures(drawn({"mujeres": "users", "pn": "core_security"}, "mujeres access pn works"), ["degree"])

    assert math.isnan(found["degree"]["mujeres"])
    assert found["degree"]["pn"] == 0.0


def test_a_harmless_link_to_a_gang_is_in_no_measure() -> None:
    with_gang = drawn(
        {"ms13": "criminal", "pn": "core_security", "mp": "justice"}, "pn cooperation ms13\npn referral mp"
    )

    assert measures(with_gang, ["degree"])["degree"] == {"ms13": 0.0, "pn": 1.0, "mp": 1.0}


def test_an_unknown_measure_says_so(group1: SectorMap) -> None:
    with pytest.raises(UnknownMeasure, match="power"):
        measures(group1, ["power"])
