"""A workshop is opened with a plan, joined by code, and ended without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from mapping.errors import BadValue, NotFound, Unidentified
from mapping.store import Day, Plan, Store, Word, Workshop, tables
from mapping.store.ids import SeatId, WorkshopId
from tests.store.changes import A, add, link
from tests.store.conftest import NOW, PASSPHRASE, PLAN

CANARY = "CANARIO-7F"
WORD = Word("n-1", None, "3", "answer", 0, "pn", "¿Son uno?", "lo vemos mañana", False, True, "", 0, A, NOW)


def test_has_a_code_and_an_empty_map_with_the_frame_for_each_group(store: Store, workshop: Workshop) -> None:
    frames = [store.maps.state(group.map_id).map.frame for group in workshop.groups]

    assert [group.number for group in workshop.groups] == ["1", "2"]
    assert len({workshop.code, *(group.code for group in workshop.groups)}) == 3
    assert [frame.group for frame in frames] == ["1", "2"]
    assert all(frame.question == PLAN.question and frame.is_set for frame in frames)
    assert store.workshops.read(workshop.id) == workshop


def test_opens_a_group_by_its_code_however_it_is_typed(store: Store, workshop: Workshop) -> None:
    code = workshop.group("2").code

    found, group = store.workshops.by_code(f" {code[:3].lower()}-{code[3:]} ")

    assert (found.id, group) == (workshop.id, workshop.group("2"))


def test_opens_the_facilitators_door_without_a_group(store: Store, workshop: Workshop) -> None:
    assert store.workshops.by_code(workshop.code) == (workshop, None)


@pytest.mark.parametrize("code", ["", "ZZZZZZ", "' OR 1=1 --"])
def test_does_not_open_by_another_code(store: Store, workshop: Workshop, code: str) -> None:
    with pytest.raises(NotFound):
        store.workshops.by_code(code)


class Repeating(Random):
    """Draws these letters, in this order."""

    letters: Iterator[str]

    def choice(self, seq: Any) -> Any:
        return next(self.letters)


def test_never_gives_one_code_twice(store: Store) -> None:
    chance = Repeating()
    chance.letters = iter("".join(c * 6 for c in "AAABBACD" + "ABCDEFGH"))

    first = store.workshops.open(PLAN, PASSPHRASE, now=NOW, random=chance)
    second = store.workshops.open(PLAN, PASSPHRASE, now=NOW, random=chance)

    codes = [{w.code[0], w.screen_code[0], *(g.code[0] for g in w.groups)} for w in (first, second)]
    assert codes == [set("ABCD"), set("EFGH")]


def test_holds_its_passphrase_and_no_other(store: Store, workshop: Workshop) -> None:
    assert store.workshops.check_passphrase(workshop.id, PASSPHRASE)
    assert store.workshops.check_passphrase(workshop.id, f" {PASSPHRASE}  ")
    assert not store.workshops.check_passphrase(workshop.id, PASSPHRASE.upper())
    assert not store.workshops.check_passphrase(workshop.id, "")


def test_keeps_the_passphrase_only_as_a_hash(store: Store, workshop: Workshop) -> None:
    with store.database.read() as connection:
        kept = connection.scalar(select(tables.workshop.c.passphrase))

    assert kept is not None
    assert kept.startswith("scrypt$")
    assert PASSPHRASE not in kept


@pytest.mark.parametrize(
    "plan",
    [
        replace(PLAN, groups=0),
        replace(PLAN, groups=21),
        replace(PLAN, session="5"),
        replace(PLAN, keep_days=0),
        replace(PLAN, sessions=("3", "5")),
        replace(PLAN, start="all"),
        replace(PLAN, minutes={"3/oversight": 241}),
        replace(PLAN, frames={"5": {}}),
        replace(PLAN, wifi="x" * 65),
    ],
)
def test_refuses_a_plan_that_cannot_be(store: Store, plan: Plan) -> None:
    with pytest.raises(BadValue):
        store.workshops.open(plan, PASSPHRASE, now=NOW)


def test_refuses_a_frame_that_no_map_can_have_and_keeps_nothing_of_it(store: Store) -> None:
    with pytest.raises(BadValue):
        store.workshops.open(replace(PLAN, question="¿" * 501), PASSPHRASE, now=NOW)

    assert store.workshops.list_open() == ()


def test_keeps_where_the_day_stands(store: Store, other: Store, workshop: Workshop) -> None:
    day = Day(session="3", index=2, started=NOW, ends=NOW + 600, frozen=True, projected="map:1")

    store.workshops.set_day(workshop.id, day)

    assert other.workshops.read(workshop.id).day == day


def test_reads_a_day_that_a_later_version_wrote() -> None:
    assert Day.from_json({"index": 3, "weather": "rain"}) == Day(index=3)


def test_raises_the_epoch_for_all_seats_but_the_one_kept(store: Store, workshop: Workshop) -> None:
    facilitator = store.seats.take(workshop.id, "facilitator", now=NOW)
    participant = store.seats.take(workshop.id, "participant", "1", now=NOW)

    revoked = store.workshops.revoke(workshop.id, keep=facilitator.id)

    assert store.seats.read(facilitator.id).epoch == revoked.epoch
    assert store.seats.read(participant.id).epoch == revoked.epoch - 1


def test_numbers_the_seats_of_each_map_from_one(store: Store, other: Store, workshop: Workshop) -> None:
    seats = [
        s.seats.take(workshop.id, "participant", g, now=NOW) for s, g in ((store, "1"), (other, "1"), (store, "2"))
    ]

    assert [seat.number for seat in seats] == [1, 2, 1]
    assert len({seat.by for seat in seats}) == 3
    assert store.seats.take(workshop.id, "projector", now=NOW).number == 0


def test_gives_the_seat_of_a_ticket_once(store: Store, workshop: Workshop) -> None:
    ticket = SeatId("s-of-a-ticket")
    store.seats.take(workshop.id, "facilitator", id=ticket, now=NOW)

    with pytest.raises(Unidentified):
        store.seats.take(workshop.id, "facilitator", id=ticket, now=NOW)


@pytest.mark.parametrize(("role", "group"), [("participant", None), ("facilitator", "1"), ("boss", None)])
def test_has_no_seat_that_makes_no_sense(store: Store, workshop: Workshop, role: str, group: str | None) -> None:
    with pytest.raises(BadValue):
        store.seats.take(workshop.id, role, group, now=NOW)


def test_has_no_seat_in_a_group_that_is_not_there(store: Store, workshop: Workshop) -> None:
    with pytest.raises(NotFound):
        store.seats.take(workshop.id, "participant", "3", now=NOW)


def test_keeps_the_last_judgement_and_forgets_one_taken_back(store: Store, workshop: Workshop) -> None:
    def judge(subject: str, value: object, now: float) -> None:
        store.workshops.judge(workshop.id, "same", subject, value, by="p-f", now=now)

    judge("pn|policia", True, NOW)
    judge("pn|policia", False, NOW + 1)
    judge("mp|fiscalia", True, NOW + 2)
    judge("mp|fiscalia", None, NOW + 3)
    store.workshops.judge(workshop.id, "verify", "pn|policia", "lo vemos mañana", by="p-f", now=NOW)

    assert [(j.subject, j.value) for j in store.workshops.judgements(workshop.id, "same")] == [("pn|policia", False)]
    assert len(store.workshops.judgements(workshop.id)) == 2


def test_keeps_the_word_of_each_participant_on_a_subject(store: Store, workshop: Workshop, other: Store) -> None:
    def voice(by: str, value: object, *, subject: str = "k-1", now: float = NOW, at: Store = store) -> None:
        at.workshops.voice(workshop.id, "agreement", subject, value, by=by, now=now)

    voice("p-a", {"value": "yes"})
    voice("p-b", {"value": "yes"}, at=other)
    voice("p-b", {"value": "no"}, now=NOW - 5)  # another server's clock may be behind
    voice("p-c", {"value": "no"})
    voice("p-c", None)
    voice("p-c", {"value": "no"}, subject="k-2")

    voices = [(j.subject, j.by, j.value["value"]) for j in other.workshops.voices(workshop.id, "agreement")]

    assert sorted(voices) == [("k-1", "p-a", "yes"), ("k-1", "p-b", "no"), ("k-2", "p-c", "no")]
    assert store.workshops.voices(workshop.id, "same") == ()


def test_keeps_one_row_for_a_voice_however_often_it_changes(store: Store, workshop: Workshop) -> None:
    for n in range(20):
        store.workshops.voice(workshop.id, "agreement", "k-1", ["yes", "no"][n % 2], by="p-a", now=NOW + n)

    with store.database.read() as connection:
        assert len(connection.execute(select(tables.judgement.c.id)).all()) == 1


def test_forgets_the_voices_with_the_workshop(store: Store, workshop: Workshop) -> None:
    store.workshops.voice(workshop.id, "agreement", "k-1", "yes", by="p-a", now=NOW)

    assert store.workshops.end(workshop.id).rows["judgement"] == 0
    assert store.workshops.voices(workshop.id, "agreement") == ()


def test_hears_no_voice_about_a_workshop_that_is_not_there(store: Store, workshop: Workshop) -> None:
    store.workshops.end(workshop.id)

    with pytest.raises(NotFound):
        store.workshops.voice(workshop.id, "agreement", "k-1", "yes", by="p-a", now=NOW)


def test_is_listed_until_it_ends(store: Store, workshop: Workshop) -> None:
    later = store.workshops.open(PLAN, PASSPHRASE, now=NOW + 10)
    solo = store.workshops.solo(replace(PLAN, groups=1), now=NOW)

    store.workshops.end(workshop.id)

    assert [w.id for w in store.workshops.list_open()] == [later.id]
    assert [w.id for w in store.workshops.list_open(kind="solo")] == [solo.id]


def test_is_kept_until_another_day(store: Store, other: Store, workshop: Workshop) -> None:
    assert store.workshops.keep(workshop.id, NOW + 5, now=NOW).keep_until == NOW + 5

    assert other.workshops.expired(now=NOW + 6) == (workshop.id,)
    with pytest.raises(NotFound):
        store.workshops.keep(WorkshopId("w-none"), NOW + 5, now=NOW)


@pytest.mark.parametrize("days", [-1, 0, 366.1, 10_000])
def test_is_not_kept_into_the_past_or_for_ever(store: Store, workshop: Workshop, days: float) -> None:
    with pytest.raises(BadValue):
        store.workshops.keep(workshop.id, NOW + days * 86_400, now=NOW)

    assert store.workshops.read(workshop.id).keep_until == workshop.keep_until


def test_opens_the_rooms_screen_by_a_code_that_opens_nothing_else(store: Store, workshop: Workshop) -> None:
    code = workshop.screen_code

    assert store.workshops.by_screen_code(f"{code[:3].lower()} {code[3:]}").id == workshop.id
    with pytest.raises(NotFound):
        store.workshops.by_code(code)
    for other in (workshop.code, workshop.group("1").code, ""):
        with pytest.raises(NotFound):
            store.workshops.by_screen_code(other)


def test_has_the_session_of_its_plan_until_more_are_named(store: Store, workshop: Workshop) -> None:
    assert workshop.plan.sessions == ("3",)

    plan = replace(workshop.plan, sessions=("3", "4"), minutes={"3/oversight": 12}, frames={"4": {"question": "¿Y?"}})
    store.workshops.set_plan(workshop.id, plan)

    assert store.workshops.read(workshop.id).plan == plan
    assert Plan.from_json({"session": "4"}).sessions == ("4",)


def test_is_over_when_its_days_are(store: Store, workshop: Workshop) -> None:
    assert store.workshops.expired(now=workshop.keep_until - 1) == ()
    assert store.workshops.expired(now=workshop.keep_until + 1) == (workshop.id,)


def test_leaves_no_row_and_other_workshops_alone(store: Store, workshop: Workshop) -> None:
    other = store.workshops.open(PLAN, PASSPHRASE, now=NOW)
    for each in (workshop, other):
        store.seats.take(each.id, "participant", "1", now=NOW)
        store.maps.append(each.group("1").map_id, add("pn"), now=NOW)
        store.workshops.judge(each.id, "same", "1", True, by=A, now=NOW)
        store.words.write(each.id, WORD, now=NOW)
        store.solos.own(store.seats.take(each.id, "participant", "2"), now=NOW)

    remains = store.workshops.end(workshop.id)

    assert set(remains.rows) == set(tables.metadata.tables)
    assert set(remains.rows.values()) == {0}
    assert remains.files_clean
    with pytest.raises(NotFound):
        store.maps.state(workshop.group("1").map_id)
    with pytest.raises(NotFound):
        store.maps.append(workshop.group("1").map_id, add("mp"), now=NOW)
    assert set(store.maps.state(other.group("1").map_id).map.actors) == {"pn"}
    with store.database.read() as connection:
        for table in tables.metadata.tables.values():
            assert connection.execute(select(table)).first() is not None, table.name


def test_leaves_no_word_in_the_files_of_the_database(tmp_path: Path) -> None:
    from mapping.store import open_store

    store = open_store(f"sqlite:///{tmp_path}/sector-map.db")
    workshop = store.workshops.open(PLAN, PASSPHRASE, now=NOW)
    map_id = workshop.group("1").map_id
    for each in (add("conadeh"), add("pmop")):
        store.maps.append(map_id, each, now=NOW)
    store.maps.append(map_id, link("k-8", "ov_independent", "conadeh", "pmop", note=CANARY), now=NOW)
    for n in range(300):  # enough pages for some to be freed and some to stay in the log
        store.maps.append(map_id, add(f"x-{n}", note=f"{CANARY} {n}"), now=NOW)
    store.workshops.judge(workshop.id, "same", "1", CANARY, by=A, now=NOW)
    store.words.write(workshop.id, replace(WORD, text=CANARY), now=NOW)
    files = sorted(tmp_path.iterdir())
    assert CANARY.encode() in b"".join(f.read_bytes() for f in files)

    store.workshops.end(workshop.id)

    assert {f.name for f in tmp_path.iterdir()} >= {"sector-map.db", "sector-map.db-wal"}
    for file in tmp_path.iterdir():
        assert CANARY.encode() not in file.read_bytes(), file.name
    store.close()
