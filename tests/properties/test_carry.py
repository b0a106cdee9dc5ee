"""Whatever somebody does to a workshop's file: it is refused in words, or it is a workshop that works."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.changes import Change
from mapping.errors import AlreadyHere, BadInput, Unidentified
from mapping.store import MapId, Plan, Store, Word, WorkshopId, open_store, passphrase
from mapping.store.carry_file import Rows, packed, unpacked
from mapping.store.carry_seal import sealed

NOW, PASSPHRASE = 1_718_000_000.0, "los once puentes"
KEPT = passphrase.kept(PASSPHRASE, Random(3))
JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 2**33), st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=50), st.sampled_from(["1", "pn", "group", "solo", "room", "scrypt$16384$8$1$00$00", "m-1", "\0"]),
    st.lists(st.integers(), max_size=2), st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Empty before and after every example."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('carry')}/sector-map.db")
    yield store
    store.close()


@pytest.fixture(scope="module")
def good(store: Store) -> Rows:
    """The rows of a workshop that has something in every table."""
    workshop = store.workshops.open(Plan(groups=2), PASSPHRASE, now=NOW)
    map_id = workshop.group("1").map_id
    rows: list[tuple[str, dict[str, Any]]] = [
        ("add", {"actor": {"id": "pn", "name": "PN", "kind": "core_security"}}),
        ("add", {"actor": {"id": "mp", "name": "MP", "kind": "justice"}}),
        ("link", {"link": {"id": "k-1", "kind": "cooperation", "source": "pn", "target": "mp"}}),
        ("set", {"of": "pn", "values": {"note": "patrulla"}}),
    ]
    for n, (op, body) in enumerate(rows, 1):
        store.maps.append(map_id, Change(f"c-{n}", "p-1", n, op, body), now=NOW)
    store.solos.own(store.seats.take(workshop.id, "participant", "1", now=NOW), now=NOW)
    word = Word("n-1", "1", "3", "pad", 0, "pn", "", "falta", False, True, "", 0, "p-1", NOW)
    store.words.write(workshop.id, word, now=NOW)
    store.workshops.judge(workshop.id, "same", "1:pn|2:x-1", "same", by="p-1", now=NOW)
    said = {"value": "no", "of": ["cooperation", "pn", "mp", "works"]}
    store.workshops.judge(workshop.id, "agreement", f"{map_id}/k-1", said, by="p-1", now=NOW)
    found = unpacked(store.carry.out(workshop.id))
    store.workshops.end(workshop.id)
    return found


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a value where something else could stand: what holds it, and under which key."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [place for key in keys for place in ((value, key), *places(value[key]))]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_is_refused_in_words_or_works(store: Store, good: Rows, data: st.DataObject) -> None:
    rows = copy.deepcopy(good)
    table = data.draw(st.sampled_from(sorted(rows)))
    for _ in range(data.draw(st.integers(1, 2))):
        found = places(rows[table])
        if not found:
            break
        holder, key = data.draw(st.sampled_from(found))
        if data.draw(st.booleans()):
            holder[key] = data.draw(JUNK)
        else:
            del holder[key]
    try:
        arrived = store.carry.take_in(sealed(packed(rows), KEPT), PASSPHRASE, now=NOW)
    except (BadInput, Unidentified, AlreadyHere):
        assert store.workshops.list_open() == ()
    else:
        works(store, arrived.workshop, arrived.maps)


def works(store: Store, id: WorkshopId, maps: tuple[MapId, ...]) -> None:
    """All that the pages read of a workshop can be read, and its maps are drawn on."""
    workshop = store.workshops.read(id)
    for group in workshop.groups:
        assert store.workshops.by_code(group.code) == (workshop, group)
    for n, map_id in enumerate(maps):
        store.maps.chronicle(map_id)
        state = store.maps.state(map_id)
        if not state.frozen:
            actor = {"id": f"x-new-{n}", "name": "Nuevo", "kind": "justice"}
            add = Change(f"c-new-{n}", "p-1", state.seq, "add", {"actor": actor})
            assert store.maps.append(map_id, add, now=NOW).seq == state.seq + 1
    store.words.all(id)
    store.solos.of(id)
    store.seats.numbers(id)
    store.workshops.judgements(id)
    assert store.workshops.end(id).rows.keys() >= {"workshop", "map", "change"}
