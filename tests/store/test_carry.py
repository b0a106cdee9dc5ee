"""A workshop goes to another computer in a file, whole; and a file that somebody forged does not come in."""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from mapping.changes import Change
from mapping.errors import AlreadyHere, BadInput, FileTooNew, FileUnreadable, NotFound, TooMany, Unidentified
from mapping.store import Store, Word, Workshop, carry_file, log, open_store, passphrase, tables
from mapping.store.carry_check import ABOUTS
from mapping.store.carry_file import MEMBER, TABLES, VERSION, Rows, unpacked
from mapping.store.carry_seal import sealed
from mapping.store.ids import WorkshopId
from tests.store.changes import A, add, link
from tests.store.conftest import NOW, PASSPHRASE, PLAN

DAY = 86_400
WORD = Word("n-1", "1", "3", "pad", 2, "pn", "", "falta ver los partes", False, True, "fiscal", 0, A, NOW)
ENTRY = Word(
    "e-1", "1", "4", "entry", 0, "pn", "", "Policía Nacional", False, False, "", 0, A, NOW,
    {"partner": "OIM", "risk": "baja"},
)  # fmt: skip

KEPT = passphrase.kept(PASSPHRASE, Random(3))


def packed(rows: Rows) -> bytes:
    """A file as one makes it who knows the passphrase: what is in it is looked at all the same."""
    return sealed(carry_file.packed(rows), KEPT)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    """Another computer."""
    store = open_store(f"sqlite:///{tmp_path}/elsewhere/sector-map.db")
    yield store
    store.close()


@pytest.fixture
def full(store: Store, workshop: Workshop) -> Workshop:
    """A workshop with something in every table."""
    map_id = workshop.group("1").map_id
    for change in (add("pn"), add("mp"), link("x-1", "cooperation", "pn", "mp")):
        store.maps.append(map_id, change, now=NOW + 1)
    store.maps.append(map_id, Change("c-kept", "p-server", 9, "snapshot", {"label": "Pausa"}), now=NOW + 2)
    seat = store.seats.take(workshop.id, "participant", "1", now=NOW)
    store.seats.take(workshop.id, "facilitator", now=NOW)
    store.solos.own(seat, now=NOW)
    store.words.write(workshop.id, WORD, now=NOW)
    store.words.write(workshop.id, ENTRY, now=NOW)
    for about, subject, value in (
        ("same", "1:pn|2:x-7f", "same"), ("drawing", map_id, True), ("double", f"{map_id} mp pn", True),
        ("agreement", f"{map_id}/x-1", {"value": "no", "of": ["ov_internal", "pn", "mp", "works"]}),
        ("agreement", f"{map_id}/x-1", None), ("read_back", map_id, NOW), ("checked", "harm", True),
        ("taken", "pack", "0123456789abcdef"), ("agenda", "done:0123456789abcdef", True),
        ("agenda", "own:0123456789abcdef", "¿Quién paga?"), ("agenda", "order", ["0123456789abcdef"]),
    ):  # fmt: skip
        store.workshops.judge(workshop.id, about, subject, value, by=seat.by, now=NOW)
    return store.workshops.read(workshop.id)


def everything(store: Store) -> dict[str, list[dict[str, Any]]]:
    with store.database.read() as connection:
        return {
            table.name: sorted((dict(row) for row in connection.execute(select(table)).mappings()), key=str)
            for table in TABLES
        }


def test_arrives_as_it_left_but_for_the_epoch(store: Store, elsewhere: Store, full: Workshop) -> None:
    arrived = elsewhere.carry.take_in(store.carry.out(full.id), PASSPHRASE, now=NOW + 60)

    before, after = everything(store), everything(elsewhere)
    assert (after["workshop"][0].pop("epoch"), before["workshop"][0].pop("epoch")) == (2, 1)
    assert after == before
    assert all(after[table.name] for table in TABLES)  # nothing was compared with nothing
    assert (arrived.workshop, arrived.changed) == (full.id, ())
    map_id = full.group("1").map_id
    assert elsewhere.maps.state(map_id) == store.maps.state(map_id)
    assert elsewhere.maps.snapshots(map_id) == store.maps.snapshots(map_id)
    assert elsewhere.workshops.check_passphrase(full.id, PASSPHRASE)


def test_goes_on_where_it_stood(store: Store, elsewhere: Store, full: Workshop) -> None:
    elsewhere.carry.take_in(store.carry.out(full.id), PASSPHRASE, now=NOW)
    map_id, seq = full.group("1").map_id, store.maps.state(full.group("1").map_id).seq

    appended = elsewhere.maps.append(map_id, add("conadeh"), now=NOW + 3)

    assert appended.seq == seq + 1
    assert [entry.at for entry, _ in elsewhere.maps.chronicle(map_id).told(seq - 1, seq, sensitive=True)] == [NOW + 2]


def test_every_seat_is_to_be_taken_anew(store: Store, elsewhere: Store, full: Workshop) -> None:
    elsewhere.carry.take_in(store.carry.out(full.id), PASSPHRASE, now=NOW)

    epoch = elsewhere.workshops.read(full.id).epoch
    assert all(seat["epoch"] < epoch for seat in everything(elsewhere)["seat"])
    assert elsewhere.seats.take(full.id, "participant", "1").number == 2  # numbers go on


def test_needs_the_passphrase(store: Store, elsewhere: Store, full: Workshop) -> None:
    with pytest.raises(Unidentified):
        elsewhere.carry.take_in(store.carry.out(full.id), "otra frase", now=NOW)

    assert not any(everything(elsewhere).values())


def test_nobody_changes_a_file_without_the_passphrase(store: Store, elsewhere: Store, full: Workshop) -> None:
    """Such as a tick, so that a word leaves the room; or the code that somebody has seen on a card."""
    file = store.carry.out(full.id)
    rows = unpacked(file)
    rows["word"][0]["share"] = True
    others = sealed(carry_file.packed(rows), passphrase.kept("otra frase", Random(3)))
    with_its_seal = carry_file.packed(rows)[:-2] + file[-98:]

    for forged in (others, with_its_seal):
        with pytest.raises(Unidentified):
            elsewhere.carry.take_in(forged, PASSPHRASE, now=NOW)
    for unsealed in (carry_file.packed(rows), with_its_seal[:-1]):
        with pytest.raises((FileUnreadable, Unidentified)):
            elsewhere.carry.take_in(unsealed, PASSPHRASE, now=NOW)
    assert not any(everything(elsewhere).values())


def test_the_file_does_not_tell_what_is_kept_of_the_passphrase(store: Store, full: Workshop) -> None:
    text = zipfile.ZipFile(io.BytesIO(store.carry.out(full.id))).read(MEMBER)

    assert b"scrypt" not in text
    assert b"scrypt" in str(everything(store)["workshop"]).encode()


def test_is_taken_in_once(store: Store, elsewhere: Store, full: Workshop) -> None:
    file = store.carry.out(full.id)
    elsewhere.carry.take_in(file, PASSPHRASE, now=NOW)
    before = everything(elsewhere)

    for target in (elsewhere, store):
        with pytest.raises(AlreadyHere):
            target.carry.take_in(file, PASSPHRASE, now=NOW)

    assert everything(elsewhere) == before


def test_comes_back_after_it_was_ended(store: Store, full: Workshop) -> None:
    file, before = store.carry.out(full.id), everything(store)
    store.workshops.end(full.id)

    store.carry.take_in(file, PASSPHRASE, now=NOW)

    assert everything(store)["change"] == before["change"]


def test_codes_that_open_something_here_are_given_anew(store: Store, elsewhere: Store, full: Workshop) -> None:
    other = elsewhere.workshops.open(PLAN, PASSPHRASE, now=NOW, random=Random(1))
    taken = (other.code, other.group("2").code)
    rows = unpacked(store.carry.out(full.id))
    rows["workshop"][0]["screen_code"] = taken[0]
    next(row for row in rows["working_group"] if row["number"] == "2")["code"] = taken[1]

    arrived = elsewhere.carry.take_in(packed(rows), PASSPHRASE, now=NOW)

    now = elsewhere.workshops.read(full.id)
    assert arrived.changed == ("screen", "2")
    assert now.group("1").code == full.group("1").code
    assert elsewhere.workshops.by_code(taken[1])[0].id == other.id
    assert elsewhere.workshops.by_code(now.group("2").code) == (now, now.group("2"))


def test_only_a_workshop_that_is_there_leaves(store: Store, full: Workshop) -> None:
    with pytest.raises(NotFound):
        store.carry.out(WorkshopId("w-" + "0" * 24))


def test_leaves_the_other_workshops_out(store: Store, full: Workshop) -> None:
    store.workshops.open(PLAN, PASSPHRASE, now=NOW)

    rows = unpacked(store.carry.out(full.id))

    assert {row["id"] for row in rows["workshop"]} == {full.id}
    assert {row["workshop"] for row in rows["working_group"] + rows["map"]} == {full.id}
    assert len(rows["map"]) == 3


def spoilt(rows: Any, where: str) -> Any:
    """The part of a file's rows that a forger turns to."""
    if where in ("plan", "day"):
        return rows["workshop"][0][where]
    if where == "link":
        return next(row["payload"] for row in rows["change"] if row["payload"]["op"] == "link")
    if where in ("same", "agreement", "read_back", "checked", "taken", "agenda"):
        return next(row for row in rows["judgement"] if row["about"] == where and row["value"] is not None)
    return rows[where][-1]


ELSEWHERE, NOWHERE = "w-" + "1" * 24, "m-" + "2" * 24
FORGED: dict[str, list[tuple[str, Any]]] = {
    "workshop": [
        ("id", "../../etc/passwd"), ("kind", "solo"), ("code", "x"), ("screen_code", "<b>"),
        ("code", None),
        ("epoch", True), ("epoch", 2**40),
        ("keep_until", NOW - 1), ("keep_until", NOW + 400 * DAY), ("created", "heute"), ("plan", []), ("day", None),
        ("epoch", 2**31 - 1), ("created", 1e300), ("created", 10**400), ("created", -1.0), ("keep_until", 10**400),
    ],
    "plan": [
        ("scenario", "../_template"), ("question", ["¿"]), ("question", "¿" * 501), ("groups", "2"), ("groups", 21),
        ("language", "../es"), ("languages", ["es", "tlh"]), ("cards", "all"), ("minutes", {"3/x": -1}),
        ("minutes", {"3/x": {}}), ("frames", {"3": 5}), ("frames", {"3": {"question": 5}}), ("wifi", "x" * 65),
        ("sessions", ["3", "3"]), ("languages", ["es", "es"]), ("minutes", {"3/x": 10**400}),
    ],
    "day": [("index", 99), ("index", -2), ("session", "9"), ("hidden", "no"), ("ends", "soon"), ("ends", 10**400),
            ("started", 1e300), ("reading", -1e9)],
    "working_group": [
        ("number", "0"), ("number", "1 OR 1=1"), ("code", None), ("map", NOWHERE), ("workshop", ELSEWHERE),
    ],
    "map": [("workshop", ELSEWHERE), ("kind", "scenario"), ("id", "m-1"), ("seq", 0), ("seq", 900)],
    "solo_map": [("map", NOWHERE), ("number_of_group", "7"), ("participant", "p\n"), ("merged", 1)],
    "seat": [
        ("role", "admin"), ("number_of_group", "7"), ("id", "s-x"), ("participant", ""), ("workshop", ELSEWHERE),
        ("epoch", -1), ("epoch", 2), ("number", 2**31 - 1), ("taken", 1e300),
    ],
    "change": [("map", NOWHERE), ("seq", 900), ("id", "c-other"), ("at", None), ("at", 10**400), ("payload", "x"),
               ("payload", None)],
    "link": [
        ("link", {"id": "x-1", "kind": "unheard", "source": "pn", "target": "mp"}), ("op", "format"), ("v", 2),
        ("link", {"id": "x-1", "kind": "command", "source": "pn", "target": "pn"}), ("base", -1), ("seq", 4),
        ("link", None), ("by", ""), ("expect", 7),
    ],
    "judgement": [("about", "unheard"), ("workshop", ELSEWHERE)],
    "same": [("subject", "pn"), ("subject", "1:pn"), ("value", {"x": 1}), ("value", "yes")],
    "agreement": [("value", {"value": "yes"}), ("value", "yes"), ("subject", f"{NOWHERE}/x-1")],
    "read_back": [("value", "now"), ("value", True), ("value", 10**400), ("subject", NOWHERE)],
    "checked": [("subject", "nobody"), ("value", "yes")],
    "agenda": [("value", "first"), ("value", ["<b>"]), ("value", {"x": 1}), ("subject", "own:0123456789abcdef"),
               ("subject", "done:x"), ("subject", "other")],
    "taken": [("subject", "everything"), ("value", None), ("value", "x" * 41)],
    "word": [
        ("kind", "sermon"), ("number_of_group", "9"), ("text", "a\0b"), ("text", "x" * 2_001), ("text", " a"),
        ("rev", 0), ("session", "9"), ("share", "no"),
        ("rev", 2**31 - 1), ("id", f"a-{'0' * 24}"), ("id", "finding-3-2-0"), ("number_of_group", None), ("at", 1e300),
    ],
}  # fmt: skip


def test_a_file_that_is_forged_is_refused_and_leaves_nothing(store: Store, elsewhere: Store, full: Workshop) -> None:
    good = unpacked(store.carry.out(full.id))

    for where, forgeries in FORGED.items():
        for name, value in forgeries:
            rows = copy.deepcopy(good)
            spoilt(rows, where)[name] = value
            refused = False
            try:
                elsewhere.carry.take_in(packed(rows), PASSPHRASE, now=NOW)
            except (BadInput, Unidentified):
                refused = True
            assert (where, name, value, refused) == (where, name, value, True)
            assert not any(everything(elsewhere).values())
    assert elsewhere.carry.take_in(packed(good), PASSPHRASE, now=NOW).workshop == full.id  # but for that, it is good


@pytest.mark.parametrize(
    "more",
    [
        pytest.param([Change("c-f", "p-1", 0, "freeze", {"on": True}), add("pn")], id="while drawing was paused"),
        pytest.param([add("pn"), add("pn")], id="an actor that is there already"),
        pytest.param([Change("c-u", "p-1", 0, "unlink", {"of": "x-none"})], id="a link that was never there"),
    ],
)
def test_a_change_that_could_not_be_made_is_no_past(
    store: Store, elsewhere: Store, full: Workshop, more: list[Change]
) -> None:
    """Well written, but the map could never be read again, or never be drawn on."""
    rows = unpacked(store.carry.out(full.id))
    map_id = full.group("2").map_id
    seq = next(row["seq"] for row in rows["map"] if row["id"] == map_id)
    for n, change in enumerate(more, seq + 1):
        payload = log.payload_of(change)
        rows["change"].append({"map": map_id, "seq": n, "id": change.id, "at": NOW, "payload": payload})
    next(row for row in rows["map"] if row["id"] == map_id)["seq"] = seq + len(more)

    with pytest.raises(BadInput):
        elsewhere.carry.take_in(packed(rows), PASSPHRASE, now=NOW)


@pytest.mark.parametrize(
    ("error", "forged"),
    [
        (FileUnreadable, lambda text: text.replace('"tables"', '"tabels"')),
        (FileUnreadable, lambda text: text.replace('"working_group"', '"alembic_version"')),
        (FileUnreadable, lambda text: text.replace('"keep_until"', '"keep"')),
        (FileUnreadable, lambda text: text[:-9]),
        (FileUnreadable, lambda text: text.replace("sector-map-handover", "sector-map")),
        (FileUnreadable, lambda text: text.replace('"at": ', '"at": NaN, "x": ')),
        (FileUnreadable, lambda text: "[" * 100_000),
        (FileTooNew, lambda text: text.replace('"version": 2', '"version": 3')),
        (FileTooNew, lambda text: text.replace('"version": 2', '"version": true')),
    ],
)
def test_reads_nothing_but_its_own_form(
    store: Store, full: Workshop, error: type[BadInput], forged: Callable[[str], str]
) -> None:
    text = zipfile.ZipFile(io.BytesIO(store.carry.out(full.id))).read(MEMBER).decode()

    with pytest.raises(error):
        unpacked(zipped(forged(text)))


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"{}", pytest.param(lambda: zipped("{}", "../workshop.json"), id="another path"),
             pytest.param(lambda: zipped("{}", MEMBER, "more.txt"), id="two members")]
)  # fmt: skip
def test_reads_no_other_archive(data: Any) -> None:
    with pytest.raises(FileUnreadable):
        unpacked(data() if callable(data) else data)


def test_no_seat_that_the_file_gives_itself_holds(store: Store, elsewhere: Store, full: Workshop) -> None:
    """Who had a seat here, in a workshop that was ended, still has its cookie: it opens nothing in another one."""
    rows = unpacked(store.carry.out(full.id))
    for seat in rows["seat"]:
        seat["epoch"] = rows["workshop"][0]["epoch"] + 1

    with pytest.raises(FileUnreadable):
        elsewhere.carry.take_in(packed(rows), PASSPHRASE, now=NOW)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unpacks_only_what_it_packs(store: Store, full: Workshop, method: int) -> None:
    """Others take as much memory as the file says."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr(MEMBER, zipfile.ZipFile(io.BytesIO(store.carry.out(full.id))).read(MEMBER))

    with pytest.raises(FileUnreadable):
        unpacked(out.getvalue())


def test_a_damaged_archive_is_said_to_be_one(store: Store, full: Workshop) -> None:
    file, random = store.carry.out(full.id), Random(7)
    for _ in range(300):
        spoilt = bytearray(file)
        for at in (random.randrange(len(file)), random.randrange(60), random.randrange(len(file) - 90, len(file))):
            spoilt[at] = random.randrange(256)
        with suppress(BadInput):
            unpacked(bytes(spoilt))


@pytest.mark.parametrize("part", ["[],", "{},", '"",', "0,"])
def test_is_not_read_into_more_than_a_computer_holds(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """A few bytes of JSON are a hundred in memory, and anybody may hand a file in."""
    monkeypatch.setattr(carry_file, "PARTS", 1_000)

    with pytest.raises(TooMany):
        unpacked(zipped(f"[{part * 1_000}0]"))


def test_is_not_made_to_swell(monkeypatch: pytest.MonkeyPatch, store: Store, full: Workshop) -> None:
    file = store.carry.out(full.id)
    monkeypatch.setattr(carry_file, "UNPACKED", 1_000)
    with pytest.raises(TooMany):
        unpacked(file)
    monkeypatch.setattr(carry_file, "BYTES", len(file) - 1)
    with pytest.raises(TooMany):
        unpacked(file)
    with pytest.raises(TooMany):
        store.carry.out(full.id)


def test_knows_every_judgement_that_the_program_makes() -> None:
    """Else a workshop that has one could leave, and would be refused where it arrives."""
    named = re.compile(r'^(?:ABOUT(?:, TABLE)?|SAME|CHECKED|TAKEN|AGENDA) = "(\w+)"', re.MULTILINE)
    root = Path(__file__).parents[2] / "mapping"

    made = {name for path in root.rglob("*.py") for name in named.findall(path.read_text(encoding="utf-8"))}

    assert {"same", "agreement", "drawing"} <= made
    assert made == ABOUTS


def test_a_new_column_is_a_new_version() -> None:
    """Who changes a table raises `VERSION` and reads version 1 on: a file may be older than the program."""
    columns = {table.name: " ".join(column.name for column in table.columns) for table in TABLES}

    assert VERSION == 2
    assert {table.name for table in TABLES} == {table.name for table in tables.metadata.sorted_tables}
    assert columns == {
        "workshop": "id kind code passphrase plan day created keep_until epoch screen_code",
        "map": "id workshop kind seq",
        "working_group": "workshop number code map",
        "solo_map": "workshop number_of_group participant map merged",
        "seat": "id workshop role number_of_group participant number epoch taken",
        "change": "map seq id at payload",
        "judgement": "id workshop about subject value participant at",
        "word": "workshop id number_of_group session kind slot about title text share verify verifier rev participant"
        " at parts",
    }


def zipped(text: str, *names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names or (MEMBER,):
            archive.writestr(name, text)
    return out.getvalue()


def test_is_json_to_look_at(store: Store, full: Workshop) -> None:
    content = json.loads(zipfile.ZipFile(io.BytesIO(store.carry.out(full.id))).read(MEMBER))

    assert (content["format"], content["version"]) == ("sector-map-handover", 2)
    assert PASSPHRASE not in str(content)


def test_takes_in_a_file_from_before_there_were_entry_points(elsewhere: Store) -> None:
    """`old/handover-1.zip` was written by the program of version 1."""
    old = Path(__file__).with_name("old") / "handover-1.zip"

    arrived = elsewhere.carry.take_in(old.read_bytes(), PASSPHRASE, now=NOW + 60)

    words = elsewhere.words.all(arrived.workshop)
    assert [(word.id, word.verifier, word.parts) for word in words] == [
        ("n-1", "fiscal", {}), ("finding-3-1-0", "", {}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "parts", [["un socio"], {"partner": ""}, {"partner": " OIM"}, {"partner": 7}, {"budget": "todo"}, "socio"]
)
def test_takes_in_no_entry_point_that_nobody_could_have_written(
    store: Store, elsewhere: Store, full: Workshop, parts: Any
) -> None:
    rows = unpacked(store.carry.out(full.id))
    (entry,) = (row for row in rows["word"] if row["kind"] == "entry")
    entry["parts"] = parts

    with pytest.raises(BadInput):
        elsewhere.carry.take_in(packed(rows), PASSPHRASE, now=NOW + 60)
