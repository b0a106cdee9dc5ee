"""Ending a workshop while two servers on one file go on writing."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from mapping.changes import Change
from mapping.errors import NotFound
from mapping.store import MapId, Plan, Store, open_store


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
