"""Ending a workshop: while two servers on one file go on writing, and by itself when a server starts."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, Thread

from mapping.changes import Change
from mapping.errors import NotFound
from mapping.store import MapId, Plan, Store, Word, open_store
from tests.faults.server import PATIENCE, running

DAY = 86_400


def test_leaves_nothing_in_the_files_while_others_write(tmp_path: Path) -> None:
    here, there = (open_store(f"sqlite:///{tmp_path}/sector-map.db") for _ in range(2))
    ended, other = (here.workshops.open(Plan(groups=2), "los once puentes", now=0.0) for _ in range(2))
    warm, over, failed = Event(), Event(), []

    def writes(store: Store, map_id: MapId, word: str) -> None:
        n = 0
        while not over.is_set():
            actor = {"id": f"x-{(n := n + 1)}", "name": word, "kind": "justice", "note": word}
            try:
                store.maps.append(map_id, Change(f"c-{n}", "p-1", 0, "add", {"actor": actor}), now=0.0)
            except NotFound:
                return
            except Exception as error:
                failed.append(error)
                return
            if n == 20:
                warm.set()

    rows = (
        (here, ended.group("1"), "CANARIO-7F"),
        (there, ended.group("2"), "CANARIO-7F"),
        (there, other.group("1"), "pn"),
    )
    threads = [Thread(target=writes, args=(store, group.map_id, word)) for store, group, word in rows]
    for thread in threads:
        thread.start()
    assert warm.wait(20)

    remains = here.workshops.end(ended.id)

    over.set()
    for thread in threads:
        thread.join()
    assert (sum(remains.rows.values()), failed) == (0, [])
    assert remains.files_clean
    assert all(b"CANARIO-7F" not in file.read_bytes() for file in tmp_path.iterdir())
    here.close()
    there.close()


def test_a_workshop_whose_time_is_over_goes_when_the_server_starts(tmp_path: Path) -> None:
    """The laptop was shut for two weeks: what was to be kept until then is deleted before anybody comes."""
    url, then = f"sqlite:///{tmp_path}/sector-map.db", time.time() - 15 * DAY
    store = open_store(url)
    over, put_off = (store.workshops.open(Plan(groups=1), "los once puentes", now=then) for _ in range(2))
    store.workshops.keep(put_off.id, time.time() + DAY, now=time.time())
    actor = {"id": "x-1", "name": "CANARIO-7F", "kind": "justice", "note": "CANARIO-7F"}
    store.maps.append(over.group("1").map_id, Change("c-1", "p-1", 0, "add", {"actor": actor}), now=then)
    store.solos.own(store.seats.take(over.id, "participant", "1"), now=then)
    said = Word("n-1", "1", "3", "pad", 0, "", "", "CANARIO-7F", False, False, "", 0, "p-1", then)
    store.words.write(over.id, said, now=then)
    store.workshops.judge(over.id, "same", "1:pn|2:x-1", "CANARIO-7F", by="p-1", now=then)
    store.close()
    assert any(b"CANARIO-7F" in file.read_bytes() for file in tmp_path.glob("sector-map.db*"))

    with running(tmp_path, MAPPING_DATABASE_URL=url):
        until = time.monotonic() + PATIENCE
        while any(b"CANARIO-7F" in file.read_bytes() for file in tmp_path.glob("sector-map.db*")):
            assert time.monotonic() < until
            time.sleep(0.05)

    store = open_store(url)
    assert {w.id for w in store.workshops.list_open()} == {put_off.id}
    store.close()
