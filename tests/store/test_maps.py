"""A map is its changes: numbered, stored once, replayed to the same state."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select

from mapping.changes import MapState, Outcome, replay
from mapping.codec import MapFile, dumps, loads, rebuilt
from mapping.errors import BadInput, BadValue, MapFrozen, NotAllowed, NotFound, NothingToUndo, Sensitive, TooLarge
from mapping.model import SectorMap
from mapping.store import MapId, Store, Word, Workshop, tables
from tests.store.changes import A, B, add, change, link, set_
from tests.store.conftest import NOW, PLAN


def test_numbers_changes_without_a_hole(store: Store, map_id: MapId) -> None:
    numbers = [store.maps.append(map_id, add(a), now=NOW).seq for a in ("pn", "pmop", "congreso")]

    assert numbers == [2, 3, 4]  # 1 is the frame
    assert [x.seq for x in store.maps.since(map_id, 0)] == [1, 2, 3, 4]
    assert [x.change.op for x in store.maps.since(map_id, 2)] == ["add", "add"]


def test_counts_a_change_once_however_often_it_comes(store: Store, other: Store, map_id: MapId) -> None:
    once = add("pn", id="c-once")
    first = store.maps.append(map_id, once, now=NOW)

    again = [s.maps.append(map_id, once, now=NOW + 5) for s in (store, other)]

    assert [(a.seq, a.duplicate) for a in again] == [(first.seq, True)] * 2
    assert len(store.maps.since(map_id, 1)) == 1


def test_stores_nothing_of_a_change_that_does_nothing(store: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pn"), now=NOW)

    again = store.maps.append(map_id, add("pn", by=B), now=NOW)

    assert (again.seq, again.outcome.changed) == (None, False)
    assert len(store.maps.since(map_id, 1)) == 1


def test_stores_nothing_of_a_change_that_is_refused(store: Store, map_id: MapId) -> None:
    with pytest.raises(BadValue):
        store.maps.append(map_id, add("pn", influence=9), now=NOW)

    assert len(store.maps.since(map_id, 0)) == 1


def test_stores_nothing_when_the_guard_refuses(store: Store, map_id: MapId) -> None:
    def guard(before: MapState, outcome: Outcome) -> None:
        raise Sensitive("closed")

    with pytest.raises(Sensitive):
        store.maps.append(map_id, add("pn"), now=NOW, guard=guard)

    assert store.maps.state(map_id).map.actors == {}


def test_gives_the_older_of_two_values_back_to_its_author(store: Store, other: Store, map_id: MapId) -> None:
    seen = store.maps.append(map_id, add("pn"), now=NOW).seq or 0
    other.maps.append(map_id, set_("pn", by=B, base=seen, influence=3), now=NOW)

    late = store.maps.append(map_id, set_("pn", base=seen, influence=4, note="a favor"), now=NOW)

    assert [(r.reason, r.property, r.yours, r.theirs) for r in late.outcome.refusals] == [
        ("conflict", "influence", 4, 3)
    ]
    pn = other.maps.state(map_id).map.actors["pn"]  # type: ignore[index]
    assert (pn.influence, pn.note) == (3, "a favor")


def test_does_not_let_a_client_win_by_claiming_to_have_seen_the_future(store: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pn"), now=NOW)
    ahead = store.maps.append(map_id, set_("pn", base=10**9, influence=4), now=NOW)

    assert ahead.change.base == 2
    assert store.maps.append(map_id, set_("pn", by=B, base=2, influence=1), now=NOW).outcome.refusals


def test_refuses_drawing_while_it_is_paused(store: Store, other: Store, map_id: MapId) -> None:
    store.maps.append(map_id, change("freeze", by="p-server", on=True), now=NOW)

    with pytest.raises(MapFrozen):
        other.maps.append(map_id, add("pn"), now=NOW)
    other.maps.append(map_id, change("freeze", by="p-server", on=False), now=NOW)
    assert store.maps.append(map_id, add("pn"), now=NOW).seq == 4


def test_refuses_what_is_too_large_or_cannot_be_written_down(store: Store, map_id: MapId) -> None:
    with pytest.raises(TooLarge):
        store.maps.append(map_id, set_("pn", note="ñ" * 9_000), now=NOW)
    with pytest.raises(BadValue):
        store.maps.append(map_id, add("pn", note="\ud800"), now=NOW)
    with pytest.raises(BadValue):
        store.maps.append(map_id, change("move", places={"pn": [float("nan"), 0]}), now=NOW)


def test_takes_a_batch_larger_than_a_single_change(store: Store, map_id: MapId) -> None:
    parts = [
        {"op": "add", "actor": {"id": f"x-{n}", "name": "Comité de barrio " * 6, "kind": "community"}}
        for n in range(200)
    ]

    assert store.maps.append(map_id, change("batch", label="paste", changes=parts), now=NOW).seq == 2
    assert len(store.maps.state(map_id).map.actors) == 200


def test_keeps_texts_with_every_letter(store: Store, other: Store, map_id: MapId) -> None:
    note = "¿Quién? 'Ñandú' \"🛰\" \\u0000 %s :x {y} — ok"
    store.maps.append(map_id, add("pn", note=note), now=NOW)

    assert other.maps.state(map_id).map.actors["pn"].note == note  # type: ignore[index]


def test_has_no_map_that_was_never_made(store: Store) -> None:
    for ask in (store.maps.state, lambda m: store.maps.since(m, 0), lambda m: store.maps.append(m, add("pn"), now=NOW)):
        with pytest.raises(NotFound):
            ask(MapId("m-none"))


def test_shows_a_map_as_it_was(store: Store, other: Store, map_id: MapId) -> None:
    for each in (add("pn"), add("pmop"), change("remove", of="pn", base=3)):
        store.maps.append(map_id, each, now=NOW)

    for either in (store, other):
        assert set(either.maps.state(map_id, at=3).map.actors) == {"pn", "pmop"}
        assert set(either.maps.state(map_id).map.actors) == {"pmop"}


def test_lists_what_was_kept_on_purpose(store: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pn"), now=NOW)
    store.maps.append(map_id, change("snapshot", by="p-server", label="Sesión 3"), now=NOW)

    assert store.maps.snapshots(map_id) == ((3, "Sesión 3"),)


# taking back


def test_takes_back_ones_own_last_change_and_brings_it_home(store: Store, other: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pmop", id="c-1"), now=NOW)
    store.maps.append(map_id, add("congreso", by=B, id="c-2"), now=NOW)

    store.maps.undo(map_id, A, None, "c-3", now=NOW)
    assert set(store.maps.state(map_id).map.actors) == {"congreso"}
    assert other.maps.history(map_id, A).redo == ("c-3",)

    other.maps.undo(map_id, A, "c-3", "c-4", now=NOW)
    assert set(store.maps.state(map_id).map.actors) == {"congreso", "pmop"}
    assert store.maps.history(map_id, A).undo == ("c-4",)


def test_brings_a_removed_actor_back_with_its_links(store: Store, map_id: MapId) -> None:
    for each in (add("congreso"), add("conadeh"), link("k-4", "appointment", "congreso", "conadeh", base=3)):
        store.maps.append(map_id, each, now=NOW)
    before = store.maps.state(map_id).map
    store.maps.append(map_id, change("remove", of="congreso", base=4), now=NOW)

    store.maps.undo(map_id, A, None, "c-back", now=NOW)

    assert store.maps.state(map_id).map == before


def test_does_not_take_back_what_others_have_built_on(store: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pn", id="c-add"), now=NOW)
    store.maps.append(map_id, set_("pn", by=B, base=2, note="ojo"), now=NOW)

    late = store.maps.undo(map_id, A, None, "c-undo", now=NOW)

    assert [r.reason for r in late.outcome.refusals] == ["in_use"]
    assert "pn" in store.maps.state(map_id).map.actors
    assert store.maps.history(map_id, A).undo == ()  # it is not offered again
    with pytest.raises(NothingToUndo):
        store.maps.undo(map_id, A, None, "c-undo-2", now=NOW)


def test_does_not_take_back_what_somebody_else_did(store: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pn", by=B, id="c-b"), now=NOW)

    with pytest.raises(NotAllowed):
        store.maps.undo(map_id, A, "c-b", "c-undo", now=NOW)
    with pytest.raises(NothingToUndo):
        store.maps.undo(map_id, A, None, "c-undo", now=NOW)
    with pytest.raises(NothingToUndo):
        store.maps.undo(map_id, A, "c-unknown", "c-undo", now=NOW)


def test_takes_back_once_however_often_it_is_asked(store: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pn"), now=NOW)
    store.maps.append(map_id, add("pmop"), now=NOW)
    store.maps.undo(map_id, A, None, "c-undo", now=NOW)

    again = store.maps.undo(map_id, A, None, "c-undo", now=NOW)

    assert again.duplicate
    assert set(store.maps.state(map_id).map.actors) == {"pn"}


def test_takes_back_what_was_done_long_ago(store: Store, other: Store, map_id: MapId) -> None:
    store.maps.append(map_id, add("pn", id="c-old"), now=NOW)
    for n in range(40):  # more than the states that are kept in memory
        store.maps.append(map_id, add(f"x-{n}", by=B), now=NOW)

    other.maps.undo(map_id, A, "c-old", "c-undo", now=NOW)

    assert "pn" not in store.maps.state(map_id).map.actors


# several writers


def test_lets_two_servers_write_at_once(store: Store, other: Store, map_id: MapId) -> None:
    def write(who: tuple[Store, str]) -> list[int | None]:
        maps, by = who[0].maps, who[1]
        return [maps.append(map_id, add(f"x-{by}-{n}", by=by), now=NOW).seq for n in range(20)]

    writers = [(store, "p-1"), (other, "p-2"), (store, "p-3"), (other, "p-4")]
    with ThreadPoolExecutor(4) as pool:
        numbers = [n for some in pool.map(write, writers) for n in some]

    assert sorted(n or 0 for n in numbers) == list(range(2, 82))
    logged = store.maps.since(map_id, 0)
    assert [x.seq for x in logged] == list(range(1, 82))
    assert replay([(x.seq, x.change) for x in logged]) == store.maps.state(map_id) == other.maps.state(map_id)


# files


def test_goes_into_a_file_and_comes_back_with_its_history(store: Store, map_id: MapId) -> None:
    for each in (add("pn"), add("conadeh"), link("k-7", "ov_independent", "conadeh", "pn", base=3, practice="works")):
        store.maps.append(map_id, each, now=NOW)
    store.maps.append(map_id, change("freeze", by="p-server", on=True), now=NOW)
    store.maps.append(map_id, change("snapshot", by="p-server", label="Sesión 3"), now=NOW)
    file = loads(dumps(store.maps.file(map_id)))

    opened = store.workshops.solo(PLAN, file, now=NOW)

    state = store.maps.state(opened.group("1").map_id)
    assert state == rebuilt(file) == store.maps.state(map_id)
    assert opened.kind == "solo"
    assert opened.group("1").code == ""


def test_opens_a_file_without_history_as_it_stands(store: Store, group1: SectorMap) -> None:
    opened = store.workshops.solo(PLAN, MapFile(group1), now=NOW)

    assert store.maps.state(opened.group("1").map_id).map == group1


def test_does_not_believe_a_history_that_gives_another_map(store: Store, map_id: MapId, group1: SectorMap) -> None:
    store.maps.append(map_id, add("pn"), now=NOW)
    file = replace(store.maps.file(map_id), map=group1)

    opened = store.workshops.solo(PLAN, file, now=NOW)

    assert store.maps.state(opened.group("1").map_id).map == group1


def test_fills_only_an_empty_map(store: Store, workshop: Workshop, group1: SectorMap) -> None:
    with pytest.raises(BadInput):
        store.maps.open_file(workshop.group("1").map_id, MapFile(group1), by=A, now=NOW)


# a word must go


def test_takes_a_name_out_of_the_entry_points_of_its_map_too(store: Store, workshop: Workshop, map_id: MapId) -> None:
    """The program began them with the name; they lose their tick, as whatever changes does."""
    entry = Word(
        "e-1", "1", "4", "entry", 0, "x-1", "", "Juan Pérez", False, False, "", 0, A, NOW, {"risk": "JUAN se va"}
    )
    others = [replace(entry, id="e-2", group="2"), replace(entry, id="n-1", kind="pad", about="", parts={})]
    for each in (add("x-1", name="Juan"), set_("x-1", name="Juan Pérez", base=1)):
        store.maps.append(map_id, each, now=NOW)
    kept = [store.words.write(workshop.id, word, now=NOW) for word in (entry, *others)]
    store.words.tick(workshop.id, "e-1", True)

    store.maps.redact(map_id, change("redact", by="p-f", of="x-1", property="name", value="un juez"), now=NOW)

    after = {word.id: word for word in store.words.all(workshop.id)}
    assert after["e-1"] == replace(kept[0], text="un juez", parts={"risk": "un juez se va"}, rev=2)
    assert [after[word.id] for word in others] == kept[1:]


def test_takes_a_word_out_of_the_past_too(store: Store, other: Store, map_id: MapId) -> None:
    for each in (add("x-1", name="Juan Pérez", note="Pérez"), set_("x-1", name="Juan Pérez Gómez", base=2)):
        store.maps.append(map_id, each, now=NOW)
    store.maps.undo(map_id, A, None, "c-undo", now=NOW)
    store.maps.append(map_id, add("x-2", by=B, name="Otro Pérez"), now=NOW)
    before = other.maps.state(map_id)

    store.maps.redact(map_id, change("redact", by="p-f", of="x-1", property="name", value="un juez"), now=NOW)

    with store.database.read() as connection:
        payloads = [str(p) for p in connection.scalars(select(tables.change.c.payload).order_by(tables.change.c.seq))]
    assert not any("Juan" in p for p in payloads)
    assert any("Otro Pérez" in p for p in payloads)  # only that property of that actor
    assert any("'note': 'Pérez'" in p for p in payloads)
    logged = [(x.seq, x.change) for x in store.maps.since(map_id, 0)]
    assert replay(logged).map == store.maps.state(map_id).map == other.maps.state(map_id).map
    assert store.maps.state(map_id).map.actors["x-1"].name == "un juez"  # type: ignore[index]
    assert set(store.maps.state(map_id).map.actors) == set(before.map.actors)
