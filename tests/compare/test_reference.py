"""The groups' maps beside the public record of 1 September 2015. Golden values: the acceptance story, section 5."""

from __future__ import annotations

from datetime import date

import pytest

from mapping.compare.align import align
from mapping.compare.reading import readings
from mapping.compare.reference import Reveal, Seen, records_of, reveal
from mapping.model import SectorMap
from mapping.scenario.read import named
from mapping.scenario.reference import reference_map
from tests.compare.maps import with_row

DAY = date(2015, 9, 1)


@pytest.fixture(scope="module")
def honduras() -> tuple[SectorMap, tuple[object, ...]]:
    scenario = named("honduras")
    return reference_map(scenario, DAY, tier=2), records_of(scenario)


def revealed(honduras: object, maps: dict[str, SectorMap], *, sensitive: bool = False) -> Reveal:
    reference, records = honduras  # type: ignore[misc]
    read = readings(maps, align(maps), sensitive=sensitive)
    return reveal(reference, read, records, day=DAY, sensitive=sensitive)


def rows(seen: tuple[Seen, ...], group: str = "") -> set[str]:
    return {r.id for one in seen for r in one.records if not group or group in one.groups}


@pytest.fixture
def golden(honduras: object, group1: SectorMap, group2: SectorMap) -> Reveal:
    return revealed(honduras, {"1": group1, "2": group2})


def test_drawn_by_both_and_on_record(golden: Reveal) -> None:
    assert rows(golden.by_all) == {"L062", "L063", "L096", "L207", "L209", "L160", "L175", "L332", "L346"}


def test_drawn_by_one_and_on_record(golden: Reveal) -> None:
    assert rows(golden.by_some, "1") == {"L065", "L073", "L074", "L158", "L046"}
    assert rows(golden.by_some, "2") == {"L095", "L172", "L234", "L351"}


def test_what_is_on_record_instead(golden: Reveal) -> None:
    """L104 ended with the vote of 24 January 2015 (E34); on record the police refers to the prosecutor (L046)."""
    told = {str(one.key): (one.verdict, [r.id for r in one.records]) for one in golden.not_recorded}

    assert told == {
        "congreso>ov_parliament>pmop": ("ended", ["L104"]),
        "mp>referral>pn": ("reversed", ["L046"]),
    }
    (ended,) = (r for one in golden.not_recorded if one.verdict == "ended" for r in one.records)
    assert ended.ends == date(2015, 1, 24)


def test_what_begins_later_is_not_there_yet(honduras: object, group1: SectorMap, group2: SectorMap) -> None:
    """The military police and its command (L062) begin in 2013; both groups drew it."""
    _, records = honduras  # type: ignore[misc]
    read = readings({"1": group1, "2": group2}, align({"1": group1, "2": group2}))
    early = reference_map(named("honduras"), date(2012, 6, 1), tier=2)

    found = reveal(early, read, records, day=date(2012, 6, 1))

    verdicts = {str(one.key): one.verdict for one in found.not_recorded}
    assert verdicts["ffaa>command>pmop"] == "not_yet"


def test_a_gap_is_none_on_record_either(golden: Reveal) -> None:
    assert [(str(one.key), one.verdict, one.groups) for one in golden.gaps] == [
        ("congreso>ov_parliament>fusina", "none", ("1",))
    ]


def test_recorded_and_drawn_by_nobody_with_its_sources(golden: Reveal) -> None:
    """Only where a map has both actors: L208, CONADEH over the Armed Forces, is in the fact base."""
    found = {r.id: r for r in golden.by_nobody}

    assert "L208" in found
    assert all(record.sources for record in found.values())
    assert golden.elsewhere > 0


def test_another_relation_between_the_two_is_told(honduras: object, group1: SectorMap, group2: SectorMap) -> None:
    """The record has coordination of the Armed Forces and the police (L067), no command."""
    drawn = with_row(group1, "ffaa command pn works")

    found = revealed(honduras, {"1": drawn, "2": group2})

    (one,) = (one for one in found.not_recorded if str(one.key) == "ffaa>command>pn")
    assert one.verdict == "other_kind"
    assert "L067" in {r.id for r in one.records}


def test_a_sensitive_record_stays_closed(honduras: object, group1: SectorMap, group2: SectorMap) -> None:
    reference, _ = honduras  # type: ignore[misc]
    kinds = {link.kind for link in reference.links.values() if reference.is_sensitive(link)}
    assert kinds  # the reference has some

    found = revealed(honduras, {"1": reference, "2": reference})

    assert not {one.key.kind for one in found.by_all} & {"collusion", "extortion", "infiltration", "violence"}
    assert len(found.by_all) < len({(k.source, k.kind, k.target) for k in reference.links.values()})
    assert found.by_nobody == ()
