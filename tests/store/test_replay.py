"""Whatever two servers write in whatever order, what is stored replays to what both show."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapping.changes import Change, replay
from mapping.errors import MappingError
from mapping.store import Store
from tests.store.conftest import NOW, PASSPHRASE, PLAN

ACTORS = st.sampled_from(["pn", "pmop", "congreso"])
PARTS = st.one_of(
    st.builds(lambda a: {"op": "add", "actor": {"id": a, "name": a, "kind": "justice"}}, ACTORS),
    st.builds(lambda a, v: {"op": "set", "of": a, "values": {"influence": v}}, ACTORS, st.integers(0, 6)),
    st.builds(lambda a, v: {"op": "set", "of": a, "values": {"note": v}}, ACTORS, st.text(max_size=3)),
    st.builds(lambda a: {"op": "remove", "of": a}, ACTORS),
    st.builds(
        lambda k, a, b: {"op": "link", "link": {"id": k, "kind": "command", "source": a, "target": b}},
        st.sampled_from(["k-1", "k-2"]), ACTORS, ACTORS,
    ),
    st.builds(lambda k: {"op": "unlink", "of": k}, st.sampled_from(["k-1", "k-2"])),
    st.builds(lambda a, x: {"op": "move", "places": {a: [x, 0]}}, ACTORS, st.integers(-9, 9)),
    st.just({"op": "undo"}),
    st.builds(lambda on: {"op": "freeze", "on": on}, st.booleans()),
)  # fmt: skip
# which writer, how far behind what is stored, what
STEPS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3), PARTS), max_size=25)


def _write(store: Store, map_id: Any, by: str, n: int, lag: int, part: dict[str, Any]) -> None:
    body = dict(part)
    op = body.pop("op")
    if op == "undo":
        store.maps.undo(map_id, by, None, f"c-{n}", now=NOW)
    else:
        base = max(0, store.maps.state(map_id).seq - lag)
        store.maps.append(map_id, Change(f"c-{n}", by, base, op, body), now=NOW)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_replays_to_what_both_servers_show(store: Store, other: Store, steps: list[tuple[int, int, Any]]) -> None:
    map_id = store.workshops.open(PLAN, PASSPHRASE, now=NOW).group("1").map_id
    servers = ((store, "p-a"), (other, "p-b"))
    refused = 0

    for n, (who, lag, part) in enumerate(steps):
        server, by = servers[who]
        try:
            _write(server, map_id, by, n, lag, part)
        except MappingError:
            refused += 1

    logged = store.maps.since(map_id, 0)
    assert [x.seq for x in logged] == list(range(1, len(logged) + 1))
    assert len(logged) <= 1 + len(steps) - refused
    shown = [server.maps.state(map_id) for server, _ in servers]
    assert shown[0] == shown[1] == replay([(x.seq, x.change) for x in logged])
