"""What holds for the findings of any map."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.analysis.finding import Finding
from mapping.analysis.questions import QUESTIONS, answers
from mapping.model import ActorId, Link, SectorMap
from tests.analysis.strategies import IDS, maps, needed_links, sensitive_links


def _with(map: SectorMap, link: Link) -> SectorMap:
    return replace(map, links={**map.links, link.id: link})


def _all(map: SectorMap, *, sensitive: bool = False) -> list[Finding]:
    return answers(map, questions=QUESTIONS, sensitive=sensitive)


@settings(max_examples=80, deadline=None)
@given(maps(), sensitive_links())
def test_a_sensitive_link_changes_no_finding_while_the_layer_is_closed(map: SectorMap, link: Link) -> None:
    changed = _with(map, link)

    assert _all(changed) == _all(map)
    open_layer = [f for f in _all(changed, sensitive=True) if not QUESTIONS[f.question].sensitive]
    assert open_layer == [f for f in _all(map) if not QUESTIONS[f.question].sensitive]


@settings(max_examples=80, deadline=None)
@given(maps(), needed_links())
def test_a_needed_link_changes_nothing_but_gaps(map: SectorMap, link: Link) -> None:
    before = [replace(f, gaps=()) for f in _all(map, sensitive=True)]

    assert [replace(f, gaps=()) for f in _all(_with(map, link), sensitive=True)] == before


@settings(max_examples=60, deadline=None)
@given(maps(), st.permutations(IDS))
def test_other_ids_give_the_same_findings(map: SectorMap, order: list[str]) -> None:
    new = {id: f"x-{n}" for n, id in enumerate(order)}
    actors = {
        ActorId(new[id]): replace(a, id=ActorId(new[id]), part_of=a.part_of and ActorId(new[a.part_of]))
        for id, a in map.actors.items()
    }
    links = {
        id: replace(k, source=ActorId(new[k.source]), target=ActorId(new[k.target])) for id, k in map.links.items()
    }

    renamed = _all(SectorMap(actors=actors, links=links))

    for before, after in zip(_all(map), renamed, strict=True):
        assert after.outcome == before.outcome
        assert after.key() == {new.get(id, id) for id in before.key()}
        assert set(after.actors) == {new[id] for id in before.actors}


@settings(max_examples=40, deadline=None)
@given(maps(), st.randoms(use_true_random=False))
def test_the_order_of_drawing_is_of_no_importance(map: SectorMap, random: object) -> None:
    actors, links = list(map.actors.items()), list(map.links.items())
    random.shuffle(actors)  # type: ignore[attr-defined]
    random.shuffle(links)  # type: ignore[attr-defined]

    assert _all(SectorMap(actors=dict(actors), links=dict(links))) == _all(map)


@settings(max_examples=40, deadline=None)
@given(maps())
def test_findings_name_what_is_on_the_map_and_can_be_written(map: SectorMap) -> None:
    for finding in _all(map, sensitive=True):
        assert set(finding.actors) <= set(map.actors)
        assert set(finding.links) <= {k.id for k in map.drawn()}
        assert finding.outcome in ("found", "nothing", "not_enough")
        assert json.loads(json.dumps(finding.values)) == finding.values
        assert ("reason" in finding.values) == (finding.outcome == "not_enough")
