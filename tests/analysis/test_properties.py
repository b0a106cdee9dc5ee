"""What holds for the findings of any map."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.analysis.finding import Finding
from mapping.analysis.questions import QUESTIONS, answers
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.schema import schema

IDS = ["apj", "bid", "conadeh", "dpi", "ms13", "mp", "mujeres", "patronatos", "pn", "ue"]
KINDS = ["core_security", "justice", "oversight_state", "international", "users", "community", "private_security",
         "civil_society", "management"]  # fmt: skip
STAGES = ["report", "police", "prosecution", "defence", "court"]
PRACTICES = ["works", "weak", "paper", "blocked", "not_said"]
OPEN_KINDS = [k.id for k in schema().link_kinds.values() if not k.sensitive]
SENSITIVE_KINDS = [k.id for k in schema().link_kinds.values() if k.sensitive]


@st.composite
def maps(draw: st.DrawFn) -> SectorMap:
    actors = {}
    for id in IDS:
        actors[ActorId(id)] = Actor(
            id=ActorId(id), name=id, kind="criminal" if id == "ms13" else draw(st.sampled_from(KINDS)),
            part_of=ActorId("pn") if id == "dpi" else None,
            chain=tuple(draw(st.lists(st.sampled_from(STAGES), max_size=1))),
            influence=draw(st.none() | st.integers(0, 5)), gender_actor=draw(st.booleans()),
            gender_resp=draw(st.sampled_from([None, "blind", "aware"])),
        )  # fmt: skip
    links = draw(st.lists(open_links(), max_size=25))
    return SectorMap(actors=actors, links={LinkId(f"l{n:02}"): replace(k, id=LinkId(f"l{n:02}"))
                                           for n, k in enumerate(links)})  # fmt: skip


def ends() -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda x: x[0] != x[1])


def _link(kind: str, ends: tuple[str, str], practice: str) -> Link:
    return Link(LinkId("new"), kind, ActorId(ends[0]), ActorId(ends[1]), practice)


def open_links() -> st.SearchStrategy[Link]:
    without_gang = ends().filter(lambda x: "ms13" not in x)
    return st.builds(_link, st.sampled_from(OPEN_KINDS), without_gang, st.sampled_from(PRACTICES))


def sensitive_links() -> st.SearchStrategy[Link]:
    with_gang = ends().filter(lambda x: "ms13" in x)
    return st.builds(_link, st.sampled_from(SENSITIVE_KINDS), ends(), st.sampled_from([*PRACTICES, "missing"])) | (
        st.builds(_link, st.sampled_from(OPEN_KINDS), with_gang, st.sampled_from([*PRACTICES, "missing"]))
    )


def needed_links() -> st.SearchStrategy[Link]:
    return st.builds(_link, st.sampled_from(OPEN_KINDS + SENSITIVE_KINDS), ends(), st.just("missing"))


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
