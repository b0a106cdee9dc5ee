"""A link that is only proposed counts nowhere: whatever is made of a map is what it would be without it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import jsonschema
import pytest
from hypothesis import given, settings

from mapping.analysis.measures import measures
from mapping.analysis.questions import QUESTIONS, answers, listed
from mapping.changes import Change, MapState, apply, inverse
from mapping.changes import back as back_to
from mapping.codec import MapFile, dumps, loads, to_json
from mapping.compare.board import board
from mapping.export import FORMATS, exported, shareable
from mapping.export.debrief.pack import pack
from mapping.i18n import translate
from mapping.model import ActorId, Link, LinkId, SectorMap, settled
from mapping.render.interactive import explore_html, html
from mapping.render.picture import mini, svg
from tests.export.strategies import maps
from tests.test_codec import json_schema

EN = translate("en")
EVERY = [q.id for q in listed(sensitive=True)]


def proposing(map: SectorMap) -> SectorMap:
    """The map with proposals that would change the answers if they counted; one is needed, one is illicit."""
    new = [
        Link(LinkId("q-1"), "ov_parliament", ActorId("congreso"), ActorId("ffaa"), "works", proposed=True),
        Link(LinkId("q-2"), "referral", ActorId("mp"), ActorId("tribunales"), "works", proposed=True),
        Link(LinkId("q-3"), "ov_independent", ActorId("conadeh"), ActorId("inp"), "missing", proposed=True),
        Link(LinkId("q-4"), "collusion", ActorId("pn"), ActorId("ffaa"), "works", proposed=True),
        Link(LinkId("q-5"), "command", ActorId("congreso"), ActorId("mp"), proposed=True, note="CANARIO-P"),
    ]
    return replace(map, links={**map.links, **{k.id: k for k in new}})


def taken_in(map: SectorMap) -> SectorMap:
    return replace(map, links={id: replace(k, proposed=False) for id, k in map.links.items()})


def test_is_in_no_list_of_what_is_drawn_or_needed(group1: SectorMap) -> None:
    map = proposing(group1)

    assert list(map.drawn()) == list(group1.drawn())
    assert list(map.gaps()) == list(group1.gaps())
    assert settled(map) == group1
    assert settled(group1) is group1


@pytest.mark.parametrize("question", EVERY)
def test_changes_no_finding(group1: SectorMap, question: str) -> None:
    map = proposing(group1)

    assert answers(map, questions=[question], sensitive=True) == answers(group1, questions=[question], sensitive=True)
    assert QUESTIONS[question].answer(map) == QUESTIONS[question].answer(group1)


def test_counts_once_it_is_taken_in(group1: SectorMap) -> None:
    """Else the test above would say nothing."""
    map = taken_in(proposing(group1))

    assert answers(map, questions=["Q3-02", "Q3-10"]) != answers(group1, questions=["Q3-02", "Q3-10"])
    assert measures(map, ["reach"]) != measures(group1, ["reach"])


def test_changes_no_measure(group1: SectorMap) -> None:
    assert str(measures(proposing(group1))) == str(measures(group1))  # nan is not nan


@pytest.mark.parametrize("sensitive", [False, True])
def test_changes_nothing_on_the_board(group1: SectorMap, group2: SectorMap, sensitive: bool) -> None:
    plain = board({"1": group1, "2": group2}, session="3", sensitive=sensitive)

    assert board({"1": proposing(group1), "2": proposing(group2)}, session="3", sensitive=sensitive) == plain
    assert board({"1": taken_in(proposing(group1)), "2": group2}, session="3", sensitive=sensitive) != plain


def test_is_in_no_picture(group1: SectorMap) -> None:
    map = proposing(group1)

    for drawn in (svg, mini, html, explore_html):
        assert drawn(map, EN) == drawn(group1, EN), drawn.__name__
    assert svg(taken_in(map), EN) != svg(group1, EN)


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"json", "pack"}))
@pytest.mark.parametrize("internal", [False, True])
def test_is_in_no_file_but_the_internal_map_file(group1: SectorMap, format: str, internal: bool) -> None:
    plain = MapFile(group1, removed={} if internal else {"proposals": 5})  # which a shared workbook says

    with_it, without = (exported(f, format, EN, internal=internal) for f in (MapFile(proposing(group1)), plain))

    assert _content(with_it) == _content(without)


def test_never_leaves_the_room_and_is_counted_as_removed(group1: SectorMap) -> None:
    shared, removed = shareable(MapFile(proposing(group1)))

    assert shared.map == shareable(MapFile(group1))[0].map
    assert removed["proposals"] == 5
    assert b"CANARIO-P" not in exported(MapFile(proposing(group1)), "json", EN)
    assert shareable(shared) == (shared, removed)


def test_stays_in_the_map_file_of_an_internal_pack_alone(group1: SectorMap) -> None:
    files = _content(pack([MapFile(proposing(group1))], EN, internal=True))

    assert {name for name, data in files.items() if b"CANARIO-P" in data} == {"json/group-1.json"}
    assert loads(files["json/group-1.json"]).map == proposing(group1)


def test_is_written_and_read_back_as_a_proposal(group1: SectorMap) -> None:
    file = MapFile(proposing(group1))

    jsonschema.validate(to_json(file), json_schema())
    assert loads(dumps(file)).map == file.map
    assert '"proposed"' not in dumps(MapFile(group1))  # files without proposals are what they were


@settings(max_examples=60, deadline=None)
@given(map=maps(proposals=True))
def test_every_map_comes_back_with_its_proposals(map: SectorMap) -> None:
    assert loads(dumps(MapFile(map))).map == map


def test_is_taken_in_by_two_at_once_without_a_conflict(group1: SectorMap) -> None:
    state = MapState(proposing(group1), seq=7)
    body = {"of": "q-1", "values": {"proposed": False}}

    first = apply(state, Change("c-1", "p-b", 7, "set", body), 8)
    second = apply(first.state, Change("c-2", "p-c", 7, "set", body), 9)

    assert not first.state.map.links[LinkId("q-1")].proposed
    assert (second.refusals, second.state.map) == ((), first.state.map)


def test_a_proposal_that_was_declined_or_withdrawn_comes_back_as_its_proposers(group1: SectorMap) -> None:
    body = {"link": {"id": "k-9", "kind": "referral", "source": "pn", "target": "mp", "proposed": True}}
    state = apply(MapState(group1, seq=7), Change("c-1", "p-phone", 7, "link", body), 8).state

    for by in ("p-laptop", "p-phone"):
        away = Change(f"c-away-{by}", by, state.seq, "unlink", {"of": "k-9"})
        gone = apply(state, away, state.seq + 1).state
        back = inverse(state, away, id=f"c-back-{by}", by=by, base=gone.seq)
        state = apply(gone, back, gone.seq + 1).state
        assert state.map.links[LinkId("k-9")].proposed
        assert state.proposer("k-9") == "p-phone"

    gone = apply(state, Change("c-rm", "p-laptop", state.seq, "remove", {"of": "pn"}), state.seq + 1).state
    whole = back_to(gone.map, state.map, state.seq)
    assert whole is not None
    then = apply(gone, Change("c-go-back", "p-laptop", gone.seq, "batch", whole), gone.seq + 1).state
    assert then.map.links[LinkId("k-9")].proposed
    assert then.proposer("k-9") == "p-phone"


def test_a_link_drawn_at_once_has_no_proposer_and_one_taken_in_keeps_it(group1: SectorMap) -> None:
    link = {"id": "k-9", "kind": "referral", "source": "pn", "target": "mp"}
    drawn = apply(MapState(group1, seq=7), Change("c-1", "p-laptop", 7, "link", {"link": link}), 8).state
    assert drawn.proposer("k-9") is None

    put = Change("c-2", "p-phone", 7, "link", {"link": {**link, "proposed": True}})
    taking = Change("c-3", "p-laptop", 8, "set", {"of": "k-9", "values": {"proposed": False}})
    before = apply(MapState(group1, seq=7), put, 8).state
    taken = apply(before, taking, 9).state
    undone = apply(taken, inverse(before, taking, id="c-4", by="p-laptop", base=9), 10).state
    assert undone.map.links[LinkId("k-9")].proposed
    assert undone.proposer("k-9") == "p-phone"


def _content(data: bytes) -> dict[str, bytes]:
    """The files in an archive, without what only says when it was made; the data itself under no name."""
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {n: archive.read(n) for n in archive.namelist() if n != "docProps/core.xml"}
